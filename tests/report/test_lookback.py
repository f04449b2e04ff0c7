"""What a report takes from the history: a period's movement, realisasi of an earlier day, the course."""

from datetime import date

import pytest
from history_plans import plan_of

from zi_excel.history.recording import recorded
from zi_excel.history.records import History
from zi_excel.measuring.measure import measure
from zi_excel.plan.periode import read_period
from zi_excel.report.lookback import course_up_to, movement_of, restored

JUNE, AUGUST = date(2025, 6, 27), date(2025, 8, 29)
THEN = (("I.1.a", "a. Menerbitkan SK", 0.25), ("I.1.b", "b. Menyusun SOP", None))
NOW = (("I.1.a", "a. Menerbitkan SK", 0.75), ("I.1.b", "b. Menyusun SOP", 0.5), ("I.1.c", "c. Menilai tim", 0.1))


@pytest.fixture
def history():
    """Two entries: two indikator in June, three in August."""
    first = recorded(History(), measure(plan_of(*THEN), JUNE)).history
    return recorded(first, measure(plan_of(*NOW), AUGUST)).history


def test_a_periods_movement_starts_from_the_last_entry_before_it(history):
    """In points; not where the realisasi was unreadable, or the indikator wasn't there."""
    plan = plan_of(*NOW)
    movement = movement_of(plan, history, read_period("TW III", 2025))
    assert (movement.recorded, dict(movement.shares)) == (JUNE, {"I.1.a": 0.25, "I.1.b": None})
    results = measure(plan, AUGUST).indikator
    assert [movement.points(result) for result in results] == [50, None, None]
    assert (movement.mean(results), movement.mean(results[1:])) == (50, None)


def test_before_the_first_entry_there_is_no_movement(history):
    """Nor a plan of that day."""
    assert movement_of(plan_of(*NOW), history, read_period("TW II", 2025)) is None
    assert restored(plan_of(*NOW), history, date(2025, 6, 26)) is None


def test_a_plan_as_it_was_reported_on_a_day(history):
    """As of the last entry up to it; what wasn't there counts as not reported, what was unreadable stays so."""
    earlier = restored(plan_of(*NOW), history, date(2025, 7, 31))
    assert earlier.recorded == JUNE
    realisasi = [indikator.realisasi for indikator in earlier.plan.indikator()]
    assert [(each.share, each.dilaporkan, bool(each.problem)) for each in realisasi] == [
        (0.25, True, False),
        (None, True, True),
        (0.0, False, False),
    ]


def test_the_course_ends_with_the_day_of_the_report(history):
    """Entries before it; on it what is measured now, in place of an entry of the same day."""
    plan = plan_of(*NOW)
    measurement = measure(plan, AUGUST)
    course = course_up_to(measurement, plan, history)
    assert [point.day for point in course if point.capaian is not None] == [JUNE, AUGUST]
    assert next(point for point in course if point.day == AUGUST)[1:] == (
        measurement.total.rencana,
        measurement.total.capaian,
    )
