"""The course over the year: the plan by its months, and what was reached on the days of the entries."""

from datetime import date, timedelta

import pytest

from zi_excel.history.course import course_of
from zi_excel.history.recording import recorded
from zi_excel.history.records import History
from zi_excel.plan.jadwal import TargetWaktu

_NONE = TargetWaktu(None, "tertulis -")
ROWS = (("I.1.a", "a. SK", 0.5), ("I.1.b", "b. SOP", 0.0))  # halves: 30 June, 31 December


def history_of(measured, days):
    """One entry a day."""
    history = History()
    for day in days:
        history = recorded(history, measured(day, *ROWS)).history
    return history


def test_the_plan_alone(planned):
    """From the first day of the year to its last, two a month: rencana rises on the last."""
    points = course_of(planned(*ROWS), History())
    assert [point.day for point in points][:2] == [date(2025, 1, 1), date(2025, 1, 30)]
    assert [point.rencana for point in points] == [0] * 12 + [0.5] * 12 + [1]
    assert {point.capaian for point in points} == {None}


def test_entries_between_the_months(measured, planned):
    """Each has the plan's share of its own day; one on a month's last day is that month's point."""
    days = [date(2025, 6, 27), date(2025, 6, 30), date(2026, 1, 2)]
    points = {point.day: point for point in course_of(planned(*ROWS), history_of(measured, days))}
    assert len(points) == 27
    assert [points[day][1:] for day in days] == [(0, 0.25), (0.5, 0.25), (1, 0.25)]


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (1, 1), (60, 60), (61, 9), (365, 53)])
def test_of_very_many_entries_the_last_of_each_week(measured, planned, count, shown):
    """Daily refreshes for a year: a chart of weeks. Up to sixty entries each is shown."""
    days = [date(2025, 1, 1) + timedelta(at) for at in range(count)]
    points = course_of(planned(*ROWS), history_of(measured, days))
    reached = [point.day for point in points if point.capaian is not None]
    assert len(reached) == shown
    if shown:
        assert reached[-1] == days[-1]


def test_a_plan_without_any_rencana(planned):
    """No target can be read: no curve."""
    assert {point.rencana for point in course_of(planned(*ROWS, target=_NONE), History())} == {None}


def test_a_workbook_copied_for_the_next_year(measured, planned):
    """The course is the plan's own year's, though the history came along."""
    days = [date(2024, 12, 30), date(2025, 1, 3)]
    points = course_of(planned(*ROWS), history_of(measured, days))
    assert [point.day for point in points if point.capaian is not None] == days[1:]
    assert points[0].day == date(2025, 1, 1)
