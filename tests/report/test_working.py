"""The steps from a jadwal and a realisasi to rencana and status."""

from datetime import date

import pytest
from history_plans import HALVES, plan_of

from zi_excel.measuring.measure import measure
from zi_excel.plan.jadwal import Jadwal, Jenis, TargetWaktu
from zi_excel.report.working import UNREADABLE_TARGET, planned_days, workings

JUNE, DECEMBER = HALVES.jadwal.tonggak
RANGE = Jadwal(Jenis.RENTANG, date(2025, 5, 1), date(2025, 7, 15), (date(2025, 7, 15),))


def working(share, on, target=HALVES):
    """The steps of a plan's only indikator."""
    (steps,) = workings(measure(plan_of(("I.1.a", "a. SK", share), target=target), on))
    return steps


@pytest.mark.parametrize(
    ("share", "on", "steps"),
    [
        (0.0, date(2025, 6, 1), (0.0, JUNE, 0.5, 0, JUNE)),
        (0.5, date(2025, 6, 30), (0.0, JUNE, 0.5, 1, DECEMBER)),
        (0.5, date(2025, 7, 1), (0.5, DECEMBER, 1.0, 1, DECEMBER)),
        (1.0, date(2026, 1, 1), (1.0, None, None, 2, None)),
        (None, date(2025, 7, 1), (0.5, DECEMBER, 1.0, None, None)),
    ],
)
def test_what_is_demanded_and_met(share, on, steps):
    """A tonggak is demanded from the day after it; an unreadable realisasi meets nothing that could be told."""
    found = working(share, on)
    assert (found.demanded, found.next_day, found.demanded_next, found.met, found.unmet) == steps
    assert (found.kode, found.jenis, found.days) == ("I.1.a", Jenis.DAFTAR, (JUNE, DECEMBER))


def test_a_target_that_can_not_be_read_has_no_steps():
    """Its kind says so."""
    found = working(0.5, JUNE, TargetWaktu(None, "tertulis -"))
    assert (found.jenis, found.days, found.demanded, found.next_day) == (UNREADABLE_TARGET, (), 0.0, None)


def test_which_days_rencana_counts():
    """The tonggak; of a range its months, the last one to the range's end; none of what is never late."""
    assert planned_days(HALVES.jadwal) == (JUNE, DECEMBER)
    assert planned_days(RANGE) == (date(2025, 5, 31), date(2025, 6, 30), date(2025, 7, 15))
    assert planned_days(Jadwal(Jenis.SEWAKTU, date(2025, 1, 1), date(2025, 12, 31), ())) == ()
