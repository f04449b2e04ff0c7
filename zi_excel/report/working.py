"""How each indikator's figures come about, step by step: what the evaluator's workbook shows as live formulas. Pure."""

from datetime import date
from typing import NamedTuple

from zi_excel.measuring.measure import IndikatorResult, Measurement
from zi_excel.measuring.status import first_unmet, meets
from zi_excel.plan.jadwal import Jadwal, Jenis

UNREADABLE_TARGET = "tidak terbaca"
"""What stands for the kind of a target that can't be read."""


class Working(NamedTuple):
    """The steps from an indikator's jadwal and realisasi to its rencana and status on the as-of day.

    jenis: the jadwal's kind; UNREADABLE_TARGET where the target can't be read. days: what rencana counts (see
    `planned_days`). demanded: the share (0..1) that must be done so as not to be late. next_day: the next tonggak on or
    after the as-of day; demanded_next: the share that must be done by then. met: how many tonggak the realisasi meets;
    None where that can't be told. unmet: the first that it doesn't meet.
    """

    result: IndikatorResult
    jenis: str
    days: tuple[date, ...]
    demanded: float
    next_day: date | None
    demanded_next: float | None
    met: int | None
    unmet: date | None

    @property
    def kode(self) -> str:
        """The indikator's kode."""
        return self.result.indikator.kode


def workings(measurement: Measurement) -> tuple[Working, ...]:
    """The steps of every indikator, in the matrix's order."""
    return tuple(_working(result, measurement.per) for result in measurement.indikator)


def _working(result: IndikatorResult, per: date) -> Working:
    jadwal, share = result.indikator.target.jadwal, result.realisasi
    if jadwal is None:
        return Working(result, UNREADABLE_TARGET, (), 0.0, None, None, None, None)
    following = jadwal.next_tonggak(per)
    count = len(jadwal.tonggak)
    return Working(
        result,
        str(jadwal.jenis),
        planned_days(jadwal),
        jadwal.share_before(per),
        following,
        None if following is None else sum(day <= following for day in jadwal.tonggak) / count,
        None if share is None or not count else sum(meets(share, at / count) for at in range(1, count + 1)),
        None if share is None else first_unmet(jadwal, share),
    )


def planned_days(jadwal: Jadwal) -> tuple[date, ...]:
    """The days that rencana counts: the tonggak, of a `rentang` the last days of its months; none without a tonggak."""
    if not jadwal.tonggak:
        return ()
    return jadwal.month_ends() if jadwal.jenis is Jenis.RENTANG else jadwal.tonggak
