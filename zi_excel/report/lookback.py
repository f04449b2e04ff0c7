"""What a report takes from the history: realisasi at a period's end, what moved in it, the course up to it. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date
from math import fsum
from typing import NamedTuple

from zi_excel.history.course import Point, course_of
from zi_excel.history.recording import reports_at
from zi_excel.history.records import History
from zi_excel.measuring.measure import IndikatorResult, Measurement
from zi_excel.plan.periode import Periode
from zi_excel.plan.realisasi import Realisasi
from zi_excel.plan.rencana_aksi import Indikator, RencanaAksi

_UNREADABLE = "tidak terbaca saat dicatat dalam riwayat"


class Movement(NamedTuple):
    """How far indikator moved in a period.

    recorded: the day of the entry that tells how they stood before it. shares: the realisasi (0..1) per kode then; None
    where it was unreadable, missing where the indikator was not there.
    """

    recorded: date
    shares: Mapping[str, float | None]

    def points(self, result: IndikatorResult) -> float | None:
        """How far an indikator moved, in percentage points; None where its realisasi then or now isn't known."""
        start = self.shares.get(result.indikator.kode)
        return None if start is None or result.realisasi is None else (result.realisasi - start) * 100

    def mean(self, results: Iterable[IndikatorResult]) -> float | None:
        """How far a group moved, in percentage points: the mean of the movements that are known; None without any."""
        moved = [points for result in results if (points := self.points(result)) is not None]
        return fsum(moved) / len(moved) if moved else None


class Restored(NamedTuple):
    """A plan with the realisasi of an earlier day. recorded: the day of the entry that tells them."""

    plan: RencanaAksi
    recorded: date


def movement_of(plan: RencanaAksi, history: History, period: Periode) -> Movement | None:
    """What was reported before the period; None where the history doesn't reach back."""
    recorded = _last_entry(history, period.before)
    if recorded is None:
        return None
    reports = reports_at(history, plan, period.before)
    return Movement(recorded, {kode: reported.realisasi for kode, reported in reports.items()})


def restored(plan: RencanaAksi, history: History, day: date) -> Restored | None:
    """The plan as it was reported up to a day: an indikator that wasn't there then counts as not reported.

    None where the history has no entry up to that day.
    """
    recorded = _last_entry(history, day)
    if recorded is None:
        return None
    shares = {kode: reported.realisasi for kode, reported in reports_at(history, plan, day).items()}

    def earlier(indikator: Indikator) -> Indikator:
        if indikator.kode not in shares:
            return indikator._replace(realisasi=Realisasi(0.0, dilaporkan=False))
        share = shares[indikator.kode]
        problem = _UNREADABLE if share is None else None
        reported = indikator.realisasi.dilaporkan or share != 0
        return indikator._replace(realisasi=Realisasi(share, dilaporkan=reported, problem=problem))

    komponen = tuple(
        part._replace(
            subkomponen=tuple(sub._replace(indikator=tuple(map(earlier, sub.indikator))) for sub in part.subkomponen)
        )
        for part in plan.komponen
    )
    return Restored(plan._replace(komponen=komponen), recorded)


def course_up_to(measurement: Measurement, plan: RencanaAksi, history: History) -> tuple[Point, ...]:
    """The plan over its year, and what was reached on the days of earlier entries and on the as-of day."""
    per, total = measurement.per, measurement.total
    points = {point.day: point for point in course_of(plan, history.before(per))}
    points[per] = Point(per, total.rencana, total.capaian)
    return tuple(points[day] for day in sorted(points))


def _last_entry(history: History, day: date) -> date | None:
    return next((entry.day for entry in reversed(history.entries) if entry.day <= day), None)
