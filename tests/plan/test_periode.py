from datetime import date

import pytest

from zi_excel.errors import UsageError
from zi_excel.plan.periode import latest_period, read_period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("TW III", date(2025, 7, 1), date(2025, 9, 30)),
        ("tw 1", date(2025, 1, 1), date(2025, 3, 31)),
        ("Triwulan IV Tahun 2025", date(2025, 10, 1), date(2025, 12, 31)),
        ("B03", date(2025, 1, 1), date(2025, 3, 31)),
        ("B09", date(2025, 7, 1), date(2025, 9, 30)),
        ("b12", date(2025, 10, 1), date(2025, 12, 31)),
        ("Semester II", date(2025, 7, 1), date(2025, 12, 31)),
        ("September 2025", date(2025, 9, 1), date(2025, 9, 30)),
        ("TW II 2026", date(2026, 4, 1), date(2026, 6, 30)),
    ],
)
def test_a_period_ends_on_its_last_day(text, first, last):
    """A B09 counts from January, but what moved in it is its own quarter."""
    period = read_period(text, 2025)
    assert (period.first, period.last) == (first, last)
    assert period.before.toordinal() == first.toordinal() - 1


@pytest.mark.parametrize(
    "text", ["", "TW V", "TW I–IV", "xyz", "2025-09-30", "sewaktu-waktu", "setiap bulan", "B09, B12"]
)
def test_anything_else_is_told(text):
    """One sentence that names a period that would do."""
    with pytest.raises(UsageError, match="TW III"):
        read_period(text, 2025)


def test_a_period_before_the_plan_is_told():
    """Nothing of the plan was due then."""
    with pytest.raises(UsageError, match="sebelum tahun rencana aksinya, 2025"):
        read_period("TW IV 2024", 2025)


@pytest.mark.parametrize(
    ("text", "months"),
    [("TW III", "Juli–September 2025"), ("Mei", "Mei 2025"), ("Semester I", "Januari–Juni 2025")],
)
def test_months(text, months):
    """How the period is called in the report."""
    assert read_period(text, 2025).months == months


@pytest.mark.parametrize(
    ("text", "today", "last"),
    [
        pytest.param("TW III", date(2025, 11, 20), date(2025, 9, 30), id="over"),
        pytest.param("TW IV", date(2025, 11, 20), date(2025, 12, 31), id="has begun"),
        pytest.param("TW IV", date(2026, 1, 10), date(2025, 12, 31), id="last year's, in January"),
        pytest.param("B12", date(2026, 1, 10), date(2025, 12, 31), id="last year's, cumulative"),
        pytest.param("TW IV 2025", date(2026, 12, 1), date(2025, 12, 31), id="an earlier year's, by its name"),
        pytest.param("TW IV 2026", date(2026, 1, 10), date(2026, 12, 31), id="one that has not begun, by its name"),
        pytest.param("Semester I", date(2026, 1, 1), date(2026, 6, 30), id="on its first day"),
    ],
)
def test_the_latest_period_that_has_begun(text, today, last):
    """A rekap knows no plan's year before it has read the offices: a period without a year is the latest one."""
    assert latest_period(text, today).last == last
