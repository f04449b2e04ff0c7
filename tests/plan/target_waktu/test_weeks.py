"""Weeks of a month and days of a week out of tokens."""

import pytest

from zi_excel.plan.target_waktu.elements import Unreadable
from zi_excel.plan.target_waktu.tokens import tokens
from zi_excel.plan.target_waktu.weeks import weekdays_at, weekdays_text, weeks_at


@pytest.mark.parametrize(
    ("text", "numbers", "month"),
    [
        ("minggu ke-2 Maret", (2,), 3),
        ("pekan I-II Maret", (1, 2), 3),
        ("M2 Maret", (2,), 3),
        ("minggu terakhir Juni", (4,), 6),
        ("minggu II", (2,), None),
    ],
)
def test_the_weeks_of_a_month(text, numbers, month):
    """Which ones, and of which month where one follows."""
    weeks = weeks_at(tokens(text), 0, 2025)
    assert weeks
    assert (weeks.numbers, weeks.month) == (numbers, month)


@pytest.mark.parametrize("text", ["minggu", "minggu 1 kali", "minggu 30 Maret", "bulan 2"])
def test_what_is_no_numbered_week(text):
    """A rate, a Sunday, another unit."""
    assert weeks_at(tokens(text), 0, 2025) is None


def test_a_number_that_may_be_a_sunday_is_unreadable():
    """2 March 2025 is a Sunday, 3 March is none."""
    with pytest.raises(Unreadable):
        weeks_at(tokens("minggu 2 Maret 2025"), 0, 2025)
    assert weeks_at(tokens("minggu 3 Maret 2025"), 0, 2025)


@pytest.mark.parametrize(
    ("text", "days"),
    [("hari Senin", (0,)), ("Jumat - Minggu", (4, 5, 6)), ("Kamis dan Senin", (0, 3)), ("Maret", None)],
)
def test_the_days_of_a_week(text, days):
    """One, several, from one to another."""
    weekdays = weekdays_at(tokens(text), 0)
    assert (weekdays.days if weekdays else None) == days


def test_the_days_of_a_week_in_words():
    """For a sentence."""
    assert weekdays_text((0, 2, 4)) == "Senin, Rabu dan Jumat"
