"""Years: which of them belong to a time, and which one a time without a year gets."""

import pytest

from zi_excel.plan.target_waktu import read_target_waktu
from zi_excel.plan.target_waktu.elements import Family, Point, Span, Unreadable, Year, time_text
from zi_excel.plan.target_waktu.tokens import tokens
from zi_excel.plan.target_waktu.years import dated, year_at, year_phrase_at

MARCH, JUNE, NOVEMBER = (Point(Family.BULAN, number, number) for number in (3, 6, 11))


@pytest.mark.parametrize(
    ("text", "year", "taken", "notes"),
    [
        ("Maret 2025", 2025, 1, ()),
        ("Maret tahun 2025", 2025, 2, ()),
        ("Maret T.A. 2025", 2025, 2, ()),
        ("Maret 25", 2025, 1, ("tahun “25” dibaca 2025",)),
        ("Mar-25", 2025, 2, ()),
        ("Mar-31", None, 0, ()),
        ("Maret 27", None, 0, ()),
        ("Maret 25 April", None, 0, ()),
        ("Maret 25 dokumen", None, 0, ()),
        ("Maret 2", None, 0, ()),
        ("Maret", None, 0, ()),
    ],
)
def test_the_year_beside_a_month(text, year, taken, notes):
    """Of two digits only where it lies near the plan's year and nothing else is counted; then with a remark."""
    written = year_at(tokens(text), 1, 2025)
    assert (written.year, written.after - 1, written.notes) == (year, taken, notes)


@pytest.mark.parametrize(
    ("text", "at", "year", "edge"),
    [
        ("2025", 0, 2025, None),
        ("tahun 2025", 0, 2025, None),
        ("sepanjang tahun", 0, None, None),
        ("selama 1 tahun ini", 0, None, None),
        ("akhir tahun", 1, None, "akhir"),
        ("awal tahun 2025", 1, 2025, "awal"),
    ],
)
def test_a_year_that_stands_for_itself(text, at, year, edge):
    """With "akhir" or "awal" before it, or without its number where it is the plan's."""
    phrase = year_phrase_at(tokens(text), at, 0)
    assert phrase
    assert (phrase.year and phrase.year.year, phrase.edge and phrase.edge.text) == (year, edge)
    assert phrase.after == len(tokens(text))


@pytest.mark.parametrize("text", ["tahun", "Maret 2025", "3 tahun", "bulan ini"])
def test_where_no_year_stands(text):
    """A unit, a count, or a month comes first."""
    assert year_phrase_at(tokens(text), 0, 0) is None


@pytest.mark.parametrize(
    ("times", "years", "placed"),
    [
        ((MARCH, JUNE), (), ["Maret 2025", "Juni 2025"]),
        ((MARCH, JUNE._replace(year=2026)), (), ["Maret 2026", "Juni 2026"]),
        ((MARCH._replace(year=2024), JUNE), (), ["Maret 2024", "Juni 2024"]),
        ((MARCH, JUNE), (Year(2026, 2, bound=False, announced=False),), ["Maret 2026", "Juni 2026"]),
        ((MARCH, JUNE), (Year(2024, 0, bound=False, announced=True),), ["Maret 2024", "Juni 2024"]),
        ((MARCH, JUNE), (Year(2024, 1, bound=False, announced=True),), ["Maret 2024", "Juni 2024"]),
        ((Span(NOVEMBER, MARCH),), (), ["November 2025 – Maret 2026"]),
        ((Span(NOVEMBER, MARCH._replace(year=2025)),), (), ["November 2024 – Maret 2025"]),
    ],
)
def test_which_time_gets_which_year(times, years, placed):
    """The next one to the right, else the last one to the left, else the plan's; a range may cross into the next."""
    assert [time_text(time) for time in dated(times, years, 2025).times] == placed


def test_a_range_that_crosses_the_year_backwards_is_told():
    """Its first year is guessed from its last one."""
    assert dated((Span(NOVEMBER, MARCH._replace(year=2025)),), (), 2025).notes == (
        "bulan akhirnya mendahului bulan awalnya, jadi dibaca November 2024 – Maret 2025",
    )


@pytest.mark.parametrize(
    ("times", "years", "problem"),
    [
        ((MARCH,), (Year(2024, 0, bound=True, announced=False),), "menyebut tahun 2024, tetapi tidak jelas"),
        ((MARCH._replace(year=2025),), (Year(2026, 1, bound=False, announced=True),), "dan juga tahun 2026"),
        (
            (),
            (Year(2024, 0, bound=False, announced=True), Year(2025, 0, bound=False, announced=True)),
            "beberapa tahun",
        ),
    ],
)
def test_years_that_contradict_each_other(times, years, problem):
    """Nobody can tell which of them counts."""
    with pytest.raises(Unreadable, match=problem):
        dated(times, years, 2025)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Februari 2025", True),
        ("Februari", False),
        ("Maret 2025, Juni", True),
        ("setiap bulan", False),
        ("setiap bulan 2025", True),
        ("sewaktu-waktu", False),
        ("31/03/2025", True),
        ("sepanjang tahun", False),
        ("Februari '25", True),
    ],
)
def test_a_year_that_is_not_written_is_the_plans(text, names):
    """names_year says whether the text itself names it."""
    target = read_target_waktu(text, year=2025)
    assert target.names_year is names
    assert target.jadwal
    assert target.jadwal.last.year == 2025
    other = read_target_waktu(text, year=2030).jadwal
    assert other
    assert other.last.year == (2025 if names else 2030)


@pytest.mark.parametrize(
    ("text", "year"),
    [("November – Februari", 9999), ("TW IV – TW I", 9999), ("setiap bulan", 0), ("tahun berjalan", 10000)],
)
def test_a_year_out_of_range_is_unreadable(text, year):
    """No calendar goes beyond 9999."""
    target = read_target_waktu(text, year=year)
    assert target.jadwal is None
    assert target.problem == f"tahun {10000 if year else 0} di luar jangkauan"
