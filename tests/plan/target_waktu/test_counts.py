"""Numbers that count, and what they say of the times."""

from datetime import date

import pytest

from zi_excel.plan.jadwal import Jadwal, Jenis
from zi_excel.plan.target_waktu.counts import count_at, counted_thing_at, coverage_text, fits, lasting
from zi_excel.plan.target_waktu.elements import Count, Unreadable
from zi_excel.plan.target_waktu.tokens import tokens

DAY = Jadwal(Jenis.TANGGAL, date(2025, 1, 31), date(2025, 1, 31), (date(2025, 1, 31),))
RANGE = Jadwal(Jenis.RENTANG, date(2025, 1, 1), date(2025, 3, 31), (date(2025, 3, 31),))


@pytest.mark.parametrize(
    ("text", "months", "days"), [("3 bulan", 3, 0), ("30 hari", 0, 30), ("setahun", 12, 0), ("2 triwulan", 6, 0)]
)
def test_units_of_time_are_counted(text, months, days):
    """In months or in days."""
    counted = count_at(tokens(text), 0)
    assert counted
    assert counted[0] == Count(text, months, days)


@pytest.mark.parametrize("text", ["3 hari kerja", "31 tahun 2025", "3 dokumen", "bulan"])
def test_what_counts_no_time(text):
    """Working days are no days of the calendar, a number before a year is a decree's."""
    assert count_at(tokens(text), 0) is None


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("2 dokumen", 2),
        ("rapat ke-2", 2),
        ("rapat ke 2", 3),
        ("2 kali", 2),
        ("Tahap II 2025", None),
        ("rapat 3/2025", None),
    ],
)
def test_things_are_counted(text, after):
    """A number with its word; not one that a year follows."""
    assert counted_thing_at(tokens(text), 0, 2025, periods=False) == after


def test_a_start_and_how_long_it_takes():
    """A month from 31 January ends with February."""
    assert lasting(DAY, Count("1 bulan", 1, 0)).last == date(2025, 2, 28)
    assert lasting(DAY, Count("1 hari", 0, 1)) == DAY
    with pytest.raises(Unreadable):
        lasting(DAY, Count("99999 tahun", 1_199_988, 0))


def test_a_count_is_what_the_times_come_to():
    """Or it isn't."""
    assert fits(Count("3 bulan", 3, 0), [RANGE])
    assert not fits(Count("2 bulan", 2, 0), [RANGE])
    assert fits(Count("90 hari", 0, 90), [RANGE])
    assert coverage_text([RANGE]) == "Januari 2025 – Maret 2025"
