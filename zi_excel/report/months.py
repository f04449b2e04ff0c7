"""How far each komponen and subkomponen was at the end of each month of the plan's year, from the history. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum
from typing import NamedTuple

from zi_excel.history.recording import reports_at
from zi_excel.history.records import History
from zi_excel.measuring.measure import Measurement
from zi_excel.plan.jadwal import month_end
from zi_excel.plan.rencana_aksi import RencanaAksi


class Months(NamedTuple):
    """The capaian of groups, month by month.

    now: the month (1..12) of the as-of day, whose figures are the measurement's own; None where that day lies outside
    the plan's year. past: the capaian (0..1) per kode at the end of each month before `now`, as the last entry up to
    that day tells; None where the history doesn't reach back so far.
    """

    now: int | None
    past: Mapping[str, tuple[float | None, ...]]


def months_of(plan: RencanaAksi, measurement: Measurement, history: History) -> Months:
    """The months up to the as-of day. An indikator that was not there yet then counts for nothing then."""
    year, per = plan.year, measurement.per
    last = 12 if per.year > year else per.month - 1 if per.year == year else 0
    members: dict[str, list[str]] = {}
    for result in measurement.indikator:
        for kode in (result.komponen, result.subkomponen):
            members.setdefault(kode, []).append(result.indikator.kode)
    past: dict[str, list[float | None]] = {kode: [] for kode in members}
    for month in range(1, last + 1):
        reports = reports_at(history, plan, month_end(year, month))
        for kode, indikator in members.items():
            shares = [reports[each].realisasi or 0.0 for each in indikator if each in reports]
            past[kode].append(fsum(shares) / len(shares) if shares else None)
    now = per.month if per.year == year else None
    return Months(now, {kode: tuple(shares) for kode, shares in past.items()})
