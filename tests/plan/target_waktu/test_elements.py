"""Times as written, in words."""

import pytest

from zi_excel.plan.target_waktu.elements import Family, Point, Span, point_text, time_text

MARCH = Point(Family.BULAN, 3, 3)
FIRST_QUARTER = Point(Family.TRIWULAN, 1, 3, year=2025, number=1)


@pytest.mark.parametrize(
    ("point", "words"),
    [
        (Point(Family.TANGGAL, 3, 3, day=31, year=2025), "31 Maret 2025"),
        (Point(Family.TANGGAL, 13, 13, day=31), "31 bulan 13"),
        (MARCH, "Maret"),
        (FIRST_QUARTER, "triwulan I 2025"),
        (Point(Family.SEMESTER, 7, 12, number=2), "semester II"),
        (Point(Family.B, 1, 6, number=6), "B06"),
        (Point(Family.TAHUN, year=2025), "tahun 2025"),
    ],
)
def test_a_point_in_words(point, words):
    """With its year where it has one; a month that doesn't exist by its number."""
    assert point_text(point) == words


def test_a_time_in_words():
    """A range is its two ends."""
    assert time_text(MARCH) == "Maret"
    assert time_text(Span(MARCH, FIRST_QUARTER)) == "Maret – triwulan I 2025"
