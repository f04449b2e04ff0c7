"""The course of capaian against rencana: the plan over its year, and what was reached on the days of the entries."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from math import fsum
from typing import NamedTuple

from zi_excel.history.records import Entry, History
from zi_excel.plan.jadwal import Jadwal, month_end
from zi_excel.plan.rencana_aksi import RencanaAksi

_MOST = 60
"""Entries that are shown one by one; of more, only the last of each week: a year has 53 weeks."""


class Point(NamedTuple):
    """A day of the course.

    rencana: the planned share (0..1) on that day as the plan stands now; None where no indikator has one.
    capaian: what was reached (0..1); None on days without an entry.
    """

    day: date
    rencana: float | None
    capaian: float | None


def course_of(plan: RencanaAksi, history: History) -> tuple[Point, ...]:
    """The first day of the plan's year, the last two days of each month, and the days of the entries.

    It begins on the first of a month, so that an axis by months meets each month once; a month has two days, since most
    tonggak fall due on its last, and rencana rises on that day alone.
    """
    start = date(plan.year, 1, 1)
    entries = [entry for entry in history.entries if entry.day >= start]  # others are of the year before
    reached = {entry.day: entry.totals.total.capaian for entry in _shown(entries) if entry.totals is not None}
    ends = [month_end(plan.year, month) for month in range(1, 13)]
    months = [start, *ends, *(end - timedelta(1) for end in ends)]
    days = sorted({*months, *(day for day, capaian in reached.items() if capaian is not None)})
    # Many indikator share a jadwal, and a year of weekly entries asks each jadwal for seventy days.
    targets = Counter(jadwal for indikator in plan.indikator() if (jadwal := indikator.target.jadwal) is not None)
    return tuple(Point(day, _rencana(targets, day), reached.get(day)) for day in days)


def _shown(entries: Iterable[Entry]) -> list[Entry]:
    entries = list(entries)
    if len(entries) <= _MOST:
        return entries
    return list({entry.day.isocalendar()[:2]: entry for entry in entries}.values())


def _rencana(targets: Mapping[Jadwal, int], day: date) -> float | None:
    shares: list[float] = []
    for jadwal, count in targets.items():
        if (share := jadwal.rencana(day)) is not None:
            shares += [share] * count
    return fsum(shares) / len(shares) if shares else None
