"""How numbers and days are said."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.validation.findings import Level
from zi_excel.wording import LEVEL_MEANING, LEVEL_SIGN, ago, level_text, long_date, percent, points, shortened


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (None, "–"),
        (0, "0%"),
        (1, "100%"),
        (1e-9, "<0,1%"),
        (0.00049, "<0,1%"),
        (0.0005, "0,1%"),
        (0.5, "50,0%"),
        (1 / 3, "33,3%"),
        (0.9994, "99,9%"),
        (0.9996, ">99,9%"),
        (1 - 1e-12, ">99,9%"),
    ],
)
def test_a_share_never_reads_0_or_100_unless_it_is(share, said):
    """Contract, section 5: a shown percentage is 0 % or 100 % only where the value is exactly that."""
    assert percent(share) == said


@pytest.mark.parametrize(
    ("share", "decimals", "said"),
    [
        (0.4525, 1, "45,3%"),
        (0.0115, 1, "1,2%"),
        (0.6, 0, "60%"),
        (0.005, 0, "1%"),
        (0.0049, 0, "<1%"),
        (0.995, 0, ">99%"),
        (0.9949, 0, "99%"),
        (1 / 3, 2, "33,33%"),
        (0.00004, 2, "<0,01%"),
        (0.99996, 2, ">99,99%"),
    ],
)
def test_a_share_is_rounded_as_excel_rounds(share, decimals, said):
    """A half goes up, so that terminal and tabs show the same."""
    assert percent(share, decimals) == said


@pytest.mark.parametrize(
    ("deviasi", "said"),
    [
        (None, "–"),
        (0, "0"),
        (0.0421, "+4,2"),
        (-0.175, "-17,5"),
        (0.0001, "+<0,1"),
        (-0.0001, "-<0,1"),
        (0.0005, "+0,1"),
        (-0.0005, "-0,1"),
        (0.9994, "+99,9"),
        (0.9996, "+>99,9"),
        (-0.9996, "->99,9"),
        (1, "+100,0"),
        (-1, "-100,0"),
    ],
)
def test_a_deviasi_is_said_in_points(deviasi, said):
    """Points carry their sign; 0 and 100 are said only where they are exactly that."""
    assert points(deviasi) == said


@given(share=st.floats(-1, 1), decimals=st.integers(0, 3))
def test_nothing_reads_as_a_bound_that_it_is_not(share, decimals):
    """Neither 0 nor 100, at any number of decimals, however near."""
    for said, exact in ((percent(abs(share), decimals), abs(share)), (points(share, decimals), share)):
        bare = said.strip("+-%").replace(",", ".")
        if bare[0] not in "<>" and float(bare) in {0, 100}:
            assert exact in {-1, 0, 1}


@pytest.mark.parametrize(("level", "text"), [("galat", "✖ Galat"), ("peringatan", "▲ Peringatan"), ("info", "○ Info")])
def test_a_level_has_its_sign_word_and_meaning(level, text):
    """Every level that a finding can have is said, in their order."""
    assert level_text(level) == text
    assert LEVEL_MEANING[level]
    assert list(LEVEL_MEANING) == list(LEVEL_SIGN) == list(Level)


def test_a_day_is_said_in_full():
    """As it stands in a letter."""
    assert long_date(date(2025, 10, 9)) == "9 Oktober 2025"


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (timedelta(days=-3), "kurang dari semenit lalu"),
        (timedelta(), "kurang dari semenit lalu"),
        (timedelta(seconds=59.9), "kurang dari semenit lalu"),
        (timedelta(minutes=1), "1 menit lalu"),
        (timedelta(minutes=59.9), "59 menit lalu"),
        (timedelta(hours=1), "1 jam lalu"),
        (timedelta(hours=23.99), "23 jam lalu"),
        (timedelta(days=1), "1 hari lalu"),
        (timedelta(days=400.5), "400 hari lalu"),
    ],
)
def test_how_long_ago(age, said):
    """In the largest whole unit; a clock that is ahead makes nothing lie in the future."""
    assert ago(age) == said


@pytest.mark.parametrize(
    ("text", "most", "trimmed", "shown"),
    [
        ("SK Tim", 6, None, "SK Tim"),
        ("SK Tim ZI", 6, None, "SK Ti…"),
        ("SK Tim ZI", 4, None, "SK…"),
        ("SK Tim ZI", 4, "", "SK …"),
        ("SK, Tim ZI", 5, " ,;", "SK…"),
        ("", 1, None, ""),
    ],
)
def test_what_is_too_long_ends_with_an_ellipsis(text, most, trimmed, shown):
    """Never longer than asked for; no blank stands before the ellipsis, unless it is asked for."""
    assert shortened(text, most, trimmed) == shown
