"""From the times of a text to one jadwal, or to the reason why there is none."""

from datetime import date

import pytest

from zi_excel.plan.jadwal import Jenis
from zi_excel.plan.target_waktu.elements import Every, Family, Phrases, Point, Span, Unreadable, Year
from zi_excel.plan.target_waktu.schedule import MOST_TIMES, schedule

MARCH = Point(Family.BULAN, 3, 3)
YEAR = Span(Point(Family.BULAN, 1, 1), Point(Family.BULAN, 12, 12))


def test_what_recurs_fills_a_range():
    """`setiap triwulan Januari – Desember` has four tonggak; beside a list it contradicts."""
    jadwal = schedule(Phrases(times=(YEAR,), every=(Every(3),)), 2025).jadwal
    assert (jadwal.jenis, len(jadwal.tonggak)) == (Jenis.BERKALA, 4)
    with pytest.raises(Unreadable, match="bertentangan"):
        schedule(Phrases(times=(MARCH,), every=(Every(3),)), 2025)


def test_a_chosen_month_is_no_recurrence():
    """`setiap bulan Maret` is March; what was read is left as it was."""
    phrases = Phrases(times=(MARCH,), every=(Every(1, of_month=True),))
    assert schedule(phrases, 2025).jadwal.jenis is Jenis.BULAN
    assert phrases.every == (Every(1, of_month=True),)


def test_a_year_alone_is_a_range():
    """`tahun 2026`; the year of "LAKIP 2024" is none."""
    jadwal = schedule(Phrases(years=(Year(2026, 0, bound=False, announced=True),)), 2025).jadwal
    assert (jadwal.jenis, jadwal.first, jadwal.last) == (Jenis.RENTANG, date(2026, 1, 1), date(2026, 12, 31))
    with pytest.raises(Unreadable, match="menyebut 2025 di tengah kata lain"):
        schedule(Phrases(years=(Year(2025, 0, bound=True, announced=False),)), 2025)


def test_what_is_due_when_it_happens_is_never_late():
    """It spans its year, and has no tonggak; tied to a month it is unreadable."""
    jadwal = schedule(Phrases(whenever=True), 2025).jadwal
    assert (jadwal.jenis, jadwal.tonggak) == (Jenis.SEWAKTU, ())
    for phrases in (Phrases(whenever=True, times=(MARCH,)), Phrases(whenever=True, every=(Every(1),))):
        with pytest.raises(Unreadable, match="jika ada"):
            schedule(phrases, 2025)


def test_the_first_problem_is_told():
    """Whatever else the text says."""
    with pytest.raises(Unreadable, match=r"^satu$"):
        schedule(Phrases(times=(MARCH,), problems=("satu", "dua")), 2025)


def test_too_many_times_are_something_else():
    """Also where few ranges make many periods."""
    with pytest.raises(Unreadable, match="terlalu banyak"):
        schedule(Phrases(times=(MARCH,) * (MOST_TIMES + 1)), 2025)
    decades = Span(Point(Family.TRIWULAN, 1, 3, year=2000, number=1), Point(Family.TRIWULAN, 1, 3, year=2030, number=1))
    with pytest.raises(Unreadable, match="terlalu panjang"):
        schedule(Phrases(times=(decades,)), 2025)


def test_what_is_written_twice_is_told():
    """One of a list that stands there again, not a text that is said again as a whole."""
    june = Point(Family.BULAN, 6, 6)
    assert schedule(Phrases(times=(MARCH, june, june)), 2025).notes == ("Juni 2025 tertulis dua kali",)
    assert schedule(Phrases(times=(MARCH, june, MARCH, june)), 2025).notes == ()


@pytest.mark.parametrize(
    ("time", "problem"),
    [
        (Point(Family.TANGGAL, 6, 6, day=31), "tanggal 31 Juni 2025 tidak ada"),
        (Point(Family.TANGGAL, 13, 13, day=1), "menyebut bulan ke-13"),
        (Span(MARCH._replace(year=2026), MARCH._replace(year=2025)), "akhirnya mendahului awalnya"),
    ],
)
def test_a_day_must_exist(time, problem):
    """And a range must end after it begins."""
    with pytest.raises(Unreadable, match=problem):
        schedule(Phrases(times=(time,)), 2025)


def test_a_week_ends_on_sunday_and_a_day_is_its_own():
    """The last day of each period, and of the year's last one."""
    weeks = schedule(Phrases(every=(Every(0, 7),)), 2025).jadwal
    assert weeks.tonggak[0] == date(2025, 1, 5)
    assert all(day.isoweekday() == 7 for day in weeks.tonggak[:-1])
    assert weeks.tonggak[-1] == date(2025, 12, 31)
    assert len(schedule(Phrases(every=(Every(0, 1),)), 2025).jadwal.tonggak) == 365
