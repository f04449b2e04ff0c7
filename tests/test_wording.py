"""How numbers and days are said."""

from datetime import date

import pytest

from zi_excel.wording import long_date, percent, points


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (None, "–"),
        (0, "0 %"),
        (1, "100 %"),
        (1e-9, "<0,1 %"),
        (0.00049, "<0,1 %"),
        (0.0005, "0,1 %"),
        (0.5, "50,0 %"),
        (1 / 3, "33,3 %"),
        (0.9994, "99,9 %"),
        (0.9996, ">99,9 %"),
        (1 - 1e-12, ">99,9 %"),
    ],
)
def test_a_share_never_reads_0_or_100_unless_it_is(share, said):
    """Contract, section 5: a shown percentage is 0 % or 100 % only where the value is exactly that."""
    assert percent(share) == said


@pytest.mark.parametrize(
    ("deviasi", "said"), [(None, "–"), (0, "0"), (0.0421, "+4,2"), (-0.175, "-17,5"), (0.0001, "+0,0"), (1, "+100,0")]
)
def test_a_deviasi_is_said_in_points(deviasi, said):
    """Points carry their sign; only a true zero is a bare 0."""
    assert points(deviasi) == said


def test_a_day_is_said_in_full():
    """As it stands in a letter."""
    assert long_date(date(2025, 10, 9)) == "9 Oktober 2025"
