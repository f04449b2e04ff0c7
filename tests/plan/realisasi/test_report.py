"""What a realisasi cell was read to: a share within 0 and 1, or why there is none."""

import math

import pytest

from zi_excel.plan.realisasi.report import NOISE, Realisasi, of_share, quoted, unreadable


@pytest.mark.parametrize(("given", "share"), [(0, 0), (1, 1), (1 + NOISE / 2, 1), (-NOISE / 2, 0), (1 / 3, 1 / 3)])
def test_what_a_formula_rounds_is_the_whole(given, share):
    """1.0000000000000002 of a sum of thirds is all that was to be done."""
    assert of_share(given) == Realisasi(share, dilaporkan=True)


def test_a_zero_has_no_sign():
    """It would be printed."""
    assert math.copysign(1, of_share(-0.0).share) == 1


@pytest.mark.parametrize(
    ("given", "shown"), [(1.01, "101%"), (75, "7500%"), (-0.2, "-20%"), (1.005, "100,5%"), (math.inf, "inf%")]
)
def test_what_is_no_share_is_said_as_staff_see_it(given, shown):
    """In percent, with a comma, and the limits."""
    read = of_share(given, "; maksudnya 75%?")
    assert (read.share, read.dilaporkan) == (None, True)
    assert read.problem == f"{shown} di luar 0–100%; maksudnya 75%?"


def test_one_that_cannot_be_read_was_reported():
    """Staff wrote something; it is not a blank cell."""
    assert unreadable("tidak jelas") == Realisasi(None, dilaporkan=True, problem="tidak jelas")


def test_a_quoted_text_is_one_short_line():
    """Whatever stands in the cell."""
    assert quoted("satu\n  dua") == "“satu dua”"
    assert len(quoted("kata " * 100)) <= 62
