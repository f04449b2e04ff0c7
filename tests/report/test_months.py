"""How far groups were at the end of each month."""

from datetime import date

import pytest
from history_plans import plan_of

from zi_excel.history.recording import recorded
from zi_excel.history.records import History
from zi_excel.measuring.measure import measure
from zi_excel.report.months import months_of


def history(*entries):
    """A history of entries: the day, and the shares of I.1.a and I.1.b then."""
    kept = History()
    for day, first, second in entries:
        plan = plan_of(("I.1.a", "a. SK", first), ("I.1.b", "b. SOP", second))
        kept = recorded(kept, measure(plan, day)).history
    return kept


def now(per):
    plan = plan_of(("I.1.a", "a. SK", 1.0), ("I.1.b", "b. SOP", 1.0))
    return plan, measure(plan, per)


def test_a_month_is_as_the_last_entry_up_to_its_end_tells():
    """Nothing before the first entry; a month without one is as the month before; the day's own month is measured."""
    kept = history((date(2025, 2, 10), 0.0, 0.5), (date(2025, 4, 1), 0.5, 0.5), (date(2025, 4, 30), 1.0, 0.5))
    months = months_of(*now(date(2025, 6, 15)), kept)
    assert months.now == 6
    assert months.past["I"] == months.past["I.1"] == (None, 0.25, 0.25, 0.75, 0.75)


@pytest.mark.parametrize(
    ("per", "month", "past"), [(date(2024, 12, 31), None, 0), (date(2025, 1, 1), 1, 0), (date(2026, 1, 5), None, 12)]
)
def test_a_day_outside_the_year_has_no_month(per, month, past):
    """Before it nothing is past, after it all of it is."""
    months = months_of(*now(per), history((date(2025, 1, 1), 0.5, 0.5)))
    assert months.now == month
    assert len(months.past["I"]) == past


def test_an_unreadable_realisasi_counts_nothing():
    """As in the capaian of today."""
    months = months_of(*now(date(2025, 3, 1)), history((date(2025, 1, 31), None, 1.0)))
    assert months.past["I"] == (0.5, 0.5)
