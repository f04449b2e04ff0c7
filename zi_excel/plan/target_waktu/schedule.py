"""From the times of a text to one jadwal, or to the reason why there is none (contract, section 4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from zi_excel.plan.jadwal import Jadwal, Jenis, month_end
from zi_excel.plan.target_waktu.agreement import agreed, in_order, jadwal_text, merged
from zi_excel.plan.target_waktu.elements import (
    Every,
    Family,
    Phrases,
    Point,
    Span,
    Time,
    Unreadable,
    point_text,
    time_text,
)
from zi_excel.plan.target_waktu.points import period
from zi_excel.plan.target_waktu.words import UNIT_NAMES
from zi_excel.plan.target_waktu.years import Dated, dated
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


def schedule(phrases: Phrases, plan_year: int) -> Scheduled:
    """The jadwal that a text comes to. Raises Unreadable, with the reason."""
    if phrases.problems:
        raise Unreadable(phrases.problems[0])
    _check_number(len(phrases.times))
    when = dated(phrases.times, phrases.years, plan_year)
    of_times = [tuple(_jadwal_of(time)) for time in when.times]
    several, notes = agreed(of_times, phrases)
    _check_number(len(several))
    twice = (f"{time_text(time)} tertulis dua kali" for time in _twice(when.times, several))
    notes = (*phrases.notes, *when.notes, *notes, *twice)
    every = _chosen(phrases)
    if phrases.whenever:
        return Scheduled(_whenever(every, several, when), notes, when.named)
    jadwal: Jadwal | None = merged(several) if several else None
    if jadwal and len(jadwal.tonggak) > 1 and any(each.jenis is Jenis.RENTANG for each in several):
        notes += ("menyebut beberapa rentang; masing-masing dihitung jatuh tempo pada akhirnya",)
    recurring = _recurring(every, timed=bool(several))
    if recurring:
        jadwal = _with_recurring(jadwal, recurring, when.year)
    elif jadwal is None and _is_whole_year(phrases) and not phrases.vague:
        jadwal = _year_of(when.year)
    if jadwal is None:
        years = phrases.years
        stray = f"menyebut {years[0].year} di tengah kata lain, bukan sebagai waktu" if years else None
        raise Unreadable(phrases.vague or stray or "tidak menyebut waktu")
    return Scheduled(jadwal, notes, when.named, in_order(several))


def _check_number(times: int) -> None:
    if times > MOST_TIMES:
        raise Unreadable(f"menyebut {times} waktu; itu terlalu banyak untuk satu indikator")


def _is_whole_year(phrases: Phrases) -> bool:
    """Whether the text may mean a year as a whole: "tahun 2025", "sepanjang tahun"; not the one of "LAKIP 2024"."""
    return phrases.this_year or any(year.announced or not year.bound for year in phrases.years)


def _twice(times: Sequence[Time], several: Sequence[Jadwal]) -> Iterator[Time]:
    """The times of a list that stand there again beside others: perhaps another one was meant.

    A whole text that is said again (in brackets, in the next line) is no slip.
    """
    again = [jadwal for jadwal, count in Counter(several).items() if count > 1]
    if len(several) == 2 * len(again):
        return
    for time in times:
        own = [*_jadwal_of(time)]
        if len(own) == 1 and own[0] in again:
            again.remove(own[0])
            yield time


def _chosen(phrases: Phrases) -> tuple[Every, ...]:
    """What recurs. `setiap bulan Maret` says Maret, `setiap bulan Januari – Desember` each month of the range."""
    if phrases.times and not any(isinstance(time, Span) for time in phrases.times):
        return tuple(every for every in phrases.every if not every.of_month)
    return phrases.every


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


def _jadwal_of(time: Time) -> Iterator[Jadwal]:
    """Each time as a jadwal of its own; a range of numbered periods is the list of them (`TW I–IV`)."""
    if isinstance(time, Point):
        last = _last(time)
        yield Jadwal(_KINDS.get(time.family, Jenis.PERIODE), _first(time), last, (last,))
        return
    start, end = time.start, time.end
    first, last = _first(start), _last(end)
    if last < first or _last(start) > last:
        raise Unreadable(f"akhirnya mendahului awalnya: {time_text(time)}")
    step = _PERIOD_MONTHS.get(start.family)
    if start.family is not end.family or step is None:
        yield Jadwal(Jenis.RENTANG, first, last, (last,))
        return
    if start.family is Family.B and (start.number % 3 or end.number % 3):
        raise Unreadable(f"{time_text(time)} tidak menyebut bulan pengukuran di antaranya")
    for point in _periods(start, end):
        yield from _jadwal_of(point)


def _periods(start: Point, end: Point) -> Iterator[Point]:
    count = 12 // _PERIOD_MONTHS[start.family]
    by = 3 if start.family is Family.B else 1
    at, until = _ordinal(start, count, by), _ordinal(end, count, by)
    if until - at >= MOST_TIMES:
        raise Unreadable(f"{point_text(start)} – {point_text(end)} terlalu panjang untuk satu indikator")
    for number in range(at, until + 1):
        yield period(start.family, (number % count + 1) * by, number // count)


def _ordinal(point: Point, count: int, by: int) -> int:
    return (point.year or 0) * count + point.number // by - 1


def _year_of(year: int) -> Jadwal:
    last = _day(year, 12, 31)
    return Jadwal(Jenis.RENTANG, last.replace(month=1, day=1), last, (last,))


def _recurring(every: Sequence[Every], *, timed: bool) -> Every | None:
    """What recurs; None where nothing does. Raises Unreadable where several do.

    A word that describes another one ("rapat bulanan") counts only where it stands alone. timed: whether there are
    times beside it.
    """
    real = [each for each in every if not (each.described and (timed or len(every) > 1))]
    distinct = list(dict.fromkeys(each._replace(described=False, of_month=False) for each in real))
    if len(distinct) > 1:
        raise Unreadable(f"menyebut beberapa perulangan: {_every_text(distinct[0])} dan {_every_text(distinct[1])}")
    return distinct[0] if distinct else None


def _every_text(every: Every) -> str:
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
        raise Unreadable(f"{_every_text(every)} tidak menyebut tahunnya yang mana")
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
    conflict = Unreadable(f"menyebut waktu yang bertentangan: {jadwal_text(jadwal)} dan {_every_text(every)}")
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


def _whenever(every: Sequence[Every], several: Sequence[Jadwal], when: Dated) -> Jadwal:
    """`jika ada`: never late, within the year. Raises Unreadable where it is tied to a time of its own."""
    if every:
        raise Unreadable(f"menyebut “jika ada” atau sejenisnya dan juga {_every_text(every[0])}")
    years = [_year_of(jadwal.first.year) for jadwal in several]
    if len(set(several)) > 1 or any(
        (jadwal.first, jadwal.last) != (year.first, year.last) for jadwal, year in zip(several, years, strict=True)
    ):
        raise Unreadable(f"menyebut “jika ada” atau sejenisnya dan juga {jadwal_text(several[0])}")
    year = years[0] if years else _year_of(when.year)
    return Jadwal(Jenis.SEWAKTU, year.first, year.last, ())
