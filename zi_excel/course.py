"""The planned and the real course of a year: how much should be done on which day, and how much was. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import fsum
from typing import NamedTuple

from zi_excel.jadwal import month_end
from zi_excel.measure import Measurement
from zi_excel.working import Working


class Point(NamedTuple):
    """A day, the share that was planned for it, and the capaian (0..1) where it is known; None where it isn't."""

    day: date
    rencana: float | None
    capaian: float | None


def course(
    year: int, measurement: Measurement, steps: Sequence[Working], recorded: Mapping[date, float] | None = None
) -> tuple[Point, ...]:
    """The months' ends of the plan's year, the as-of day, and the days whose capaian is recorded; in order.

    Args:
        year: the plan's.
        measurement: its day is the last one with a capaian.
        steps: `workings(measurement)`.
        recorded: capaian (0..1) of earlier days; later ones than the as-of day are left out.
    """
    per = measurement.per
    known = {day: share for day, share in (recorded or {}).items() if day < per}
    known[per] = measurement.total.capaian
    days = sorted({*(month_end(year, month) for month in range(1, 13)), *known})
    return tuple(Point(day, planned(steps, day), known.get(day)) for day in days)


def planned(steps: Iterable[Working], day: date) -> float | None:
    """The mean rencana (0..1) on a day over the indikator that have tonggak; None where none has."""
    shares = [sum(each <= day for each in step.days) / len(step.days) for step in steps if step.days]
    return fsum(shares) / len(shares) if shares else None
