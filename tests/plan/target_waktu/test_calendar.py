"""Each time of a text as a jadwal of its own."""

from datetime import date

import pytest

from zi_excel.plan.jadwal import Jenis
from zi_excel.plan.target_waktu.calendar import day_of, jadwal_of, last_day, year_of
from zi_excel.plan.target_waktu.elements import Family, Point, Span, Unreadable


@pytest.mark.parametrize(("week", "first", "last"), [(1, 1, 7), (2, 8, 14), (3, 15, 21), (4, 22, 28)])
def test_a_week_of_a_month_is_its_days(week, first, last):
    """The fourth ends with the month."""
    (jadwal,) = jadwal_of(Point(Family.MINGGU, 2, 2, year=2025, number=week))
    assert jadwal == (Jenis.RENTANG, date(2025, 2, first), date(2025, 2, last), (date(2025, 2, last),))


def test_a_range_of_periods_is_the_list_of_them():
    """TW I - II."""
    span = Span(Point(Family.TRIWULAN, 1, 3, year=2025, number=1), Point(Family.TRIWULAN, 4, 6, year=2025, number=2))
    assert [jadwal.last for jadwal in jadwal_of(span)] == [date(2025, 3, 31), date(2025, 6, 30)]


def test_what_the_calendar_lacks_is_unreadable():
    """31 June, the 13th month, the year 10000."""
    for year, month, day in ((2025, 6, 31), (2025, 13, 1), (10_000, 1, 1)):
        with pytest.raises(Unreadable):
            day_of(year, month, day)


def test_a_month_is_due_on_its_last_day_and_a_year_on_its():
    """Both."""
    assert last_day(Point(Family.BULAN, 2, 2, year=2024)) == date(2024, 2, 29)
    assert year_of(2025).tonggak == (date(2025, 12, 31),)
