"""From the times of a text to one jadwal, or to the reason why there is none (contract, section 4)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from zi_excel.plan.jadwal import Jadwal, Jenis, month_end
from zi_excel.plan.target_waktu.accounting import check_everything_used
from zi_excel.plan.target_waktu.agreement import agreed, in_order, jadwal_text, merged
from zi_excel.plan.target_waktu.calendar import MOST_TIMES, day_of, jadwal_of, last_day, year_of
from zi_excel.plan.target_waktu.counts import coverage_text, fits, lasting
from zi_excel.plan.target_waktu.elements import (
    Every,
    Family,
    Phrases,
    Point,
    Span,
    Time,
    Unreadable,
    prose_text,
    time_text,
)
from zi_excel.plan.target_waktu.tokens import Token
from zi_excel.plan.target_waktu.weeks import weekdays_text
from zi_excel.plan.target_waktu.words import UNIT_NAMES, WEEKDAYS
from zi_excel.plan.target_waktu.years import Dated, dated
from zi_excel.wording import long_date


class Scheduled(NamedTuple):
    """A jadwal with the remarks on how it was read, and the words that are no part of it.

    in_order: whether its times follow each other as written.
    """

    jadwal: Jadwal
    notes: tuple[str, ...]
    names_year: bool
    in_order: bool = True
    prose: tuple[tuple[Token, ...], ...] = ()


def schedule(phrases: Phrases, plan_year: int) -> Scheduled:
    """The jadwal that a text comes to. Raises Unreadable, with the reason."""
    if phrases.problems:
        raise Unreadable(phrases.problems[0])
    check_everything_used(phrases)
    _check_number(len(phrases.times))
    when = dated(phrases.times, phrases.years, plan_year, recurs=bool(phrases.every))
    of_times = [tuple(jadwal_of(time)) for time in when.times]
    _check_weekdays(phrases, when.times)
    several, notes = agreed(of_times, phrases)
    several, of_counts = _counted(phrases, several)
    _check_number(len(several))
    twice = (f"{time_text(time)} tertulis dua kali" for time in _twice(when.times, several))
    notes = (*phrases.notes, *when.notes, *notes, *of_counts, *twice)
    every = _chosen(phrases)
    if phrases.whenever:
        return Scheduled(_whenever(every, several, when), notes, when.named, prose=phrases.prose)
    jadwal: Jadwal | None = merged(several) if several else None
    if jadwal and len(jadwal.tonggak) > 1 and any(each.jenis is Jenis.RENTANG for each in several):
        notes += ("menyebut beberapa rentang; masing-masing dihitung jatuh tempo pada akhirnya",)
    prose = phrases.prose
    recurring = _recurring(every, timed=bool(several))
    if recurring:
        jadwal = _with_recurring(jadwal, recurring, when.year)
    elif jadwal is None and _is_whole_year(phrases) and not phrases.vague:
        jadwal = year_of(when.year)
    elif jadwal is None and phrases.always and not phrases.vague:
        jadwal = year_of(when.year)
        prose = tuple(group for group in prose if group != phrases.always)
        notes += (f"“{prose_text([phrases.always])}” dibaca sepanjang tahun {when.year}",)
    _check_throughout(phrases, jadwal)
    if jadwal and not several and not all(fits(count, [jadwal]) for count in phrases.counts):
        raise Unreadable(
            f"“{phrases.counts[0].text}” tidak cocok dengan waktunya; yang terbaca: {coverage_text([jadwal])}"
        )
    if jadwal is None:
        years = phrases.years
        stray = f"menyebut {years[0].year} di tengah kata lain, bukan sebagai waktu" if years else None
        raise Unreadable(phrases.vague or stray or "tidak menyebut waktu")
    return Scheduled(jadwal, notes, when.named, in_order(several), prose)


def _check_number(times: int) -> None:
    if times > MOST_TIMES:
        raise Unreadable(f"menyebut {times} waktu; itu terlalu banyak untuk satu indikator")


def _check_weekdays(phrases: Phrases, times: Sequence[Time]) -> None:
    """Raises Unreadable where a day is no such day of its week (`Selasa, 31 Maret 2025`)."""
    for days, place in phrases.weekdays:
        time = times[min(place, len(times) - 1)]
        points = [time.start, time.end] if isinstance(time, Span) else [time]
        actual = [last_day(point).weekday() for point in points if point.day is not None]
        if actual and not set(actual) & set(days):
            raise Unreadable(f"{time_text(time)} jatuh pada hari {WEEKDAYS[actual[0]]}, bukan {weekdays_text(days)}")


def _counted(phrases: Phrases, several: Sequence[Jadwal]) -> tuple[tuple[Jadwal, ...], tuple[str, ...]]:
    """The jadwal with what the counts say of them, and remarks. Raises Unreadable where a count says something else.

    `1 Januari 2025 selama 3 bulan` lasts so long; `6 bulan (Januari – Juni)` says what the range is.
    """
    notes: tuple[str, ...] = ()
    for count in phrases.counts:
        if (not several and not phrases.whenever) or fits(count, several):
            continue
        start = phrases.times[0] if len(phrases.times) == 1 else None
        starts = isinstance(start, Point) and start.family in {Family.TANGGAL, Family.BULAN}
        if not count.lasts or not starts or len(phrases.counts) > 1:
            understood = f"; yang terbaca: {coverage_text(several)}" if several else ""
            raise Unreadable(f"“{count.text}” tidak cocok dengan waktunya{understood}")
        notes = (f"{count.text} dihitung sejak {long_date(several[0].first)}",)
        several = [lasting(several[0], count)]
    return tuple(several), notes


def _check_throughout(phrases: Phrases, jadwal: Jadwal | None) -> None:
    """Raises Unreadable where a text says the whole year beside another time (`Maret sepanjang tahun`)."""
    if phrases.throughout and phrases.times and jadwal and jadwal.tonggak:
        year = year_of(jadwal.first.year)
        if (jadwal.first, jadwal.last) != (year.first, year.last):
            raise Unreadable(f"menyebut waktu yang bertentangan: {jadwal_text(jadwal)} dan {phrases.throughout}")


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
        own = [*jadwal_of(time)]
        if len(own) == 1 and own[0] in again:
            again.remove(own[0])
            yield time


def _chosen(phrases: Phrases) -> tuple[Every, ...]:
    """What recurs. `setiap bulan Maret` says Maret, `setiap bulan Januari – Desember` each month of the range."""
    if phrases.times and not any(isinstance(time, Span) for time in phrases.times):
        return tuple(every for every in phrases.every if not every.of_month)
    return phrases.every


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
    if every.weekdays:
        return f"setiap {weekdays_text(every.weekdays)}"
    if every.on_days:
        return f"setiap tanggal {' dan '.join(map(str, every.on_days))}"
    if every.days:
        return "setiap hari" if every.days == 1 else f"setiap {every.days} hari"
    name = UNIT_NAMES.get(every.months)
    return f"setiap {name}" if name else f"setiap {every.months} bulan"


def _days_of(every: Every, year: int) -> tuple[date, ...]:
    """The last day of each period that ends in the year."""
    start, end = day_of(year, 1, 1), day_of(year, 12, 31)
    if every.weekdays:
        days = (start + timedelta(day) for day in range((end - start).days + 1))
        return tuple(day for day in days if day.weekday() in every.weekdays)
    if every.days:
        # A week ends on Sunday; what is left of the year's last one ends with the year.
        offset = every.days - 1 - (start.weekday() if every.days % 7 == 0 else 0)
        ordinals = range(offset, (end - start).days, every.days)
        return (*(start + timedelta(day) for day in ordinals), end)
    if not 1 <= every.months <= 12:
        raise Unreadable(f"{_every_text(every)} tidak menyebut tahunnya yang mana")
    ends = tuple(month_end(year, month) for month in range(every.months, 13, every.months))
    if every.on_days:
        return tuple(sorted({day.replace(day=min(day.day, on_day)) for day in ends for on_day in every.on_days}))
    return ends


def _with_recurring(jadwal: Jadwal | None, every: Every, year: int) -> Jadwal:
    """`setiap triwulan`, alone or beside the range or the list that it fills."""
    if jadwal is None:
        days = _days_of(every, year)
        return Jadwal(Jenis.BERKALA, day_of(year, 1, 1), day_of(year, 12, 31), days)
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
    one = jadwal.jenis is Jenis.RENTANG or (every.weekdays and jadwal.jenis in {Jenis.BULAN, Jenis.PERIODE})
    own_days = every.on_days or every.weekdays
    if not one or len(jadwal.tonggak) > 1 or not days or not whole or (days[-1] != jadwal.last and not own_days):
        raise conflict
    return Jadwal(Jenis.BERKALA, jadwal.first, jadwal.last, days)


def _whenever(every: Sequence[Every], several: Sequence[Jadwal], when: Dated) -> Jadwal:
    """`jika ada`: never late, within the year. Raises Unreadable where it is tied to a time of its own."""
    if every:
        raise Unreadable(f"menyebut “jika ada” atau sejenisnya dan juga {_every_text(every[0])}")
    years = [year_of(jadwal.first.year) for jadwal in several]
    if len(set(several)) > 1 or any(
        (jadwal.first, jadwal.last) != (year.first, year.last) for jadwal, year in zip(several, years, strict=True)
    ):
        raise Unreadable(f"menyebut “jika ada” atau sejenisnya dan juga {jadwal_text(several[0])}")
    year = years[0] if years else year_of(when.year)
    return Jadwal(Jenis.SEWAKTU, year.first, year.last, ())
