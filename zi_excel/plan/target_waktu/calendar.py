"""Each time of a text as a jadwal of its own: its days in the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date

from zi_excel.plan.jadwal import Jadwal, Jenis, month_end
from zi_excel.plan.target_waktu.elements import Family, Point, Time, Unreadable, point_text, time_text
from zi_excel.plan.target_waktu.points import period
from zi_excel.wording import MONTHS

_KINDS = {
    Family.TANGGAL: Jenis.TANGGAL,
    Family.BULAN: Jenis.BULAN,
    Family.TAHUN: Jenis.RENTANG,
    Family.MINGGU: Jenis.RENTANG,
}
_PERIOD_MONTHS = {Family.TRIWULAN: 3, Family.CATURWULAN: 4, Family.SEMESTER: 6, Family.B: 3}
MOST_TIMES = 100
"""More times than anyone plans: the text is something else."""


def day_of(year: int | None, month: int, number: int) -> date:
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
    week_begins = (point.number - 1) * 7 + 1 if point.family is Family.MINGGU else 1
    return day_of(point.year, point.first_month, point.day or week_begins)


def last_day(point: Point) -> date:
    """The day on which a point is due. Raises Unreadable where the calendar has none."""
    if point.day is not None:
        return day_of(point.year, point.last_month, point.day)
    if point.family is Family.MINGGU and point.number < 4:
        return day_of(point.year, point.last_month, point.number * 7)
    return month_end(day_of(point.year, point.last_month, 1).year, point.last_month)


def jadwal_of(time: Time) -> Iterator[Jadwal]:
    """Each time as a jadwal of its own; a range of numbered periods is the list of them (`TW I–IV`)."""
    if isinstance(time, Point):
        last = last_day(time)
        yield Jadwal(_KINDS.get(time.family, Jenis.PERIODE), _first(time), last, (last,))
        return
    start, end = time.start, time.end
    first, last = _first(start), last_day(end)
    if last < first or last_day(start) > last:
        raise Unreadable(f"akhirnya mendahului awalnya: {time_text(time)}")
    step = _PERIOD_MONTHS.get(start.family)
    if start.family is not end.family or step is None:
        yield Jadwal(Jenis.RENTANG, first, last, (last,))
        return
    if start.family is Family.B and (start.number % 3 or end.number % 3):
        raise Unreadable(f"{time_text(time)} tidak menyebut bulan pengukuran di antaranya")
    for point in _periods(start, end):
        yield from jadwal_of(point)


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


def year_of(year: int) -> Jadwal:
    """A whole year."""
    last = day_of(year, 12, 31)
    return Jadwal(Jenis.RENTANG, last.replace(month=1, day=1), last, (last,))
