"""From the times of a text to one jadwal, or to the reason why there is none (contract, section 4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from zi_excel.plan.jadwal import Jadwal, Jenis, month_end
from zi_excel.plan.target_waktu.agreement import agreed, in_order, merged, said_of
from zi_excel.plan.target_waktu.elements import Every, Family, Phrases, Point, Span, Unreadable
from zi_excel.plan.target_waktu.points import period, said
from zi_excel.plan.target_waktu.words import UNIT_NAMES
from zi_excel.plan.target_waktu.years import Dated, dated, label
from zi_excel.wording import MONTHS

_KINDS = {Family.TANGGAL: Jenis.TANGGAL, Family.BULAN: Jenis.BULAN, Family.TAHUN: Jenis.RENTANG}
_PERIOD_MONTHS = {Family.TRIWULAN: 3, Family.CATURWULAN: 4, Family.SEMESTER: 6, Family.B: 3}
MOST_TIMES = 100
"""More times than anyone plans: the text is something else."""


class Scheduled(NamedTuple):
    """A jadwal with the remarks on how it was read. in_order: whether its times follow each other as written."""

    jadwal: Jadwal
    notes: tuple[str, ...]
    names_year: bool
    in_order: bool = True


def schedule(found: Phrases, plan_year: int) -> Scheduled:
    """Raises Unreadable, with the reason."""
    if found.problems:
        raise Unreadable(found.problems[0])
    if len(found.times) > MOST_TIMES:
        raise Unreadable(f"menyebut {len(found.times)} waktu; itu terlalu banyak untuk satu indikator")
    when = dated(found.times, found.years, plan_year)
    notes = [*found.notes, *when.notes]
    of_times = [tuple(_pieces(time)) for time in when.times]
    pieces = agreed(of_times, found, notes)
    if len(pieces) > MOST_TIMES:
        raise Unreadable(f"menyebut {len(pieces)} waktu; itu terlalu banyak untuk satu indikator")
    notes += [f"{label(time)} tertulis dua kali" for time in _twice(when.times, pieces)]
    _check_choice(found)
    whole_year = bool(found.years and any(year.said or not year.bound for year in found.years)) or found.this_year
    if found.whenever:
        return Scheduled(_whenever(found, pieces, when), tuple(notes), when.named)
    jadwal: Jadwal | None = merged(pieces, notes) if pieces else None
    recurring = _recurring(found.every, described=bool(pieces))
    if recurring:
        jadwal = _with_recurring(jadwal, recurring, when.year)
    elif jadwal is None and whole_year and not found.vague:
        jadwal = _year_of(when.year)
    if jadwal is None:
        stray = f"menyebut {found.years[0].year} di tengah kata lain, bukan sebagai waktu" if found.years else None
        raise Unreadable(found.vague or stray or "tidak menyebut waktu")
    return Scheduled(jadwal, tuple(notes), when.named, in_order(pieces))


def _twice(times: Sequence[Point | Span], pieces: Sequence[Jadwal]) -> Iterator[Point | Span]:
    """The times of a list that stand there again beside others: perhaps another one was meant.

    A whole text that is said again (in brackets, in the next line) is no slip.
    """
    again = [piece for piece, count in Counter(pieces).items() if count > 1]
    if len(pieces) == 2 * len(again):
        return
    for time in times:
        own = [*_pieces(time)]
        if len(own) == 1 and own[0] in again:
            again.remove(own[0])
            yield time


def _check_choice(found: Phrases) -> None:
    """`setiap bulan Maret` says Maret, `setiap bulan Januari – Desember` says each month of the range."""
    if found.times and not any(isinstance(time, Span) for time in found.times):
        found.every = [every for every in found.every if not every.of_month]


def _day(year: int | None, month: int, number: int) -> date:
    """A day that exists. Raises Unreadable."""
    if year is None or not MINYEAR <= year <= MAXYEAR:
        raise Unreadable(f"tahun {year} di luar jangkauan")
    if not 1 <= month <= 12:
        raise Unreadable(f"menyebut bulan ke-{month}, padahal setahun hanya 12 bulan")
    last = month_end(year, month)
    if not 1 <= number <= last.day:
        named = f"{MONTHS[month - 1]} {year}"
        raise Unreadable(f"tanggal {number} {named} tidak ada; {named} berakhir pada tanggal {last.day}")
    return last.replace(day=number)


def _first(point: Point) -> date:
    return _day(point.year, point.first_month, point.day or 1)


def _last(point: Point) -> date:
    if point.day is not None:
        return _day(point.year, point.last_month, point.day)
    return month_end(_day(point.year, point.last_month, 1).year, point.last_month)


def _pieces(time: Point | Span) -> Iterator[Jadwal]:
    """Each time as a jadwal of its own; a range of numbered periods is the list of them (`TW I–IV`)."""
    if isinstance(time, Point):
        last = _last(time)
        yield Jadwal(_KINDS.get(time.family, Jenis.PERIODE), _first(time), last, (last,))
        return
    start, end = time.start, time.end
    first, last = _first(start), _last(end)
    if last < first or _last(start) > last:
        raise Unreadable(f"akhirnya mendahului awalnya: {label(time)}")
    step = _PERIOD_MONTHS.get(start.family)
    if start.family is not end.family or step is None:
        yield Jadwal(Jenis.RENTANG, first, last, (last,))
        return
    if start.family is Family.B and (start.number % 3 or end.number % 3):
        raise Unreadable(f"{label(time)} tidak menyebut bulan pengukuran di antaranya")
    for point in _periods(start, end):
        yield from _pieces(point)


def _periods(start: Point, end: Point) -> Iterator[Point]:
    count = 12 // _PERIOD_MONTHS[start.family]
    by = 3 if start.family is Family.B else 1
    at, until = _ordinal(start, count, by), _ordinal(end, count, by)
    if until - at >= MOST_TIMES:
        raise Unreadable(f"{said(start)} – {said(end)} terlalu panjang untuk satu indikator")
    for number in range(at, until + 1):
        yield period(start.family, (number % count + 1) * by, number // count)


def _ordinal(point: Point, count: int, by: int) -> int:
    return (point.year or 0) * count + point.number // by - 1


def _year_of(year: int) -> Jadwal:
    last = _day(year, 12, 31)
    return Jadwal(Jenis.RENTANG, last.replace(month=1, day=1), last, (last,))


def _recurring(found: Sequence[Every], *, described: bool) -> Every | None:
    """What recurs. A word that describes another ("rapat bulanan") counts only where there is no other time."""
    real = [every for every in found if not (every.described and (described or len(found) > 1))]
    distinct = list(dict.fromkeys(every._replace(described=False, of_month=False) for every in real))
    if len(distinct) > 1:
        raise Unreadable(f"menyebut beberapa perulangan: {_every_said(distinct[0])} dan {_every_said(distinct[1])}")
    return distinct[0] if distinct else None


def _every_said(every: Every) -> str:
    if every.on_day:
        return f"setiap tanggal {every.on_day}"
    if every.days:
        return "setiap hari" if every.days == 1 else f"setiap {every.days} hari"
    name = UNIT_NAMES.get(every.months)
    return f"setiap {name}" if name else f"setiap {every.months} bulan"


def _days_of(every: Every, year: int) -> tuple[date, ...]:
    """The last day of each period that ends in the year."""
    start, end = _day(year, 1, 1), _day(year, 12, 31)
    if every.days:
        # A week ends on Sunday; what is left of the year's last one ends with the year.
        offset = every.days - 1 - (start.weekday() if every.days % 7 == 0 else 0)
        days = range(offset, (end - start).days, every.days)
        return (*(start + timedelta(day) for day in days), end)
    if not 1 <= every.months <= 12:
        raise Unreadable(f"{_every_said(every)} tidak menyebut tahunnya yang mana")
    ends = tuple(month_end(year, month) for month in range(every.months, 13, every.months))
    if every.on_day:
        return tuple(day.replace(day=min(day.day, every.on_day)) for day in ends)
    return ends


def _with_recurring(jadwal: Jadwal | None, every: Every, year: int) -> Jadwal:
    """`setiap triwulan`, alone or beside the range or the list that it fills."""
    if jadwal is None:
        days = _days_of(every, year)
        return Jadwal(Jenis.BERKALA, _day(year, 1, 1), _day(year, 12, 31), days)
    if every.months == 12 and jadwal.first.year == jadwal.last.year:  # "Maret setiap tahun"
        return jadwal
    conflict = Unreadable(f"menyebut waktu yang bertentangan: {said_of(jadwal)} dan {_every_said(every)}")
    years = range(jadwal.first.year, jadwal.last.year + 1)
    if len(years) > MOST_TIMES:
        raise conflict
    every_day = tuple(day for each in years for day in _days_of(every, each))
    if every_day == jadwal.tonggak and jadwal.jenis is not Jenis.RENTANG:
        return jadwal
    days = tuple(day for day in every_day if jadwal.first <= day <= jadwal.last)
    # The range must be made of whole periods, else it isn't clear which ones are meant.
    whole = every.days or ((jadwal.first.month - 1) % every.months == 0 and jadwal.first.day == 1)
    if jadwal.jenis is not Jenis.RENTANG or not days or not whole or (days[-1] != jadwal.last and not every.on_day):
        raise conflict
    return Jadwal(Jenis.BERKALA, jadwal.first, jadwal.last, days)


def _whenever(found: Phrases, pieces: Sequence[Jadwal], when: Dated) -> Jadwal:
    """`jika ada`: never late, within the year. Raises Unreadable where it is tied to a time of its own."""
    if found.every:
        raise Unreadable(f"menyebut “jika ada” atau sejenisnya dan juga {_every_said(found.every[0])}")
    years = [_year_of(piece.first.year) for piece in pieces]
    if len(set(pieces)) > 1 or any(
        (piece.first, piece.last) != (year.first, year.last) for piece, year in zip(pieces, years, strict=True)
    ):
        raise Unreadable(f"menyebut “jika ada” atau sejenisnya dan juga {said_of(pieces[0])}")
    year = years[0] if years else _year_of(when.year)
    return Jadwal(Jenis.SEWAKTU, year.first, year.last, ())
