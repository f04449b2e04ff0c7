"""The one place that asks whether everything of a text was used."""

import pytest

from zi_excel.plan.target_waktu.accounting import check_everything_used
from zi_excel.plan.target_waktu.elements import Family, Phrases, Point, Unreadable
from zi_excel.plan.target_waktu.phrases import phrases
from zi_excel.plan.target_waktu.tokens import tokens

MARET = Point(Family.BULAN, 3, 3, year=2025)


def test_nothing_left_over_is_fine():
    """Whatever else stands there."""
    check_everything_used(Phrases(times=(MARET,)))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Maret 2025 7", "angka 7 tidak jelas maksudnya; yang terbaca: Maret 2025"),
        ("Maret 2025 triwulan", "tidak menyebut triwulan yang mana; yang terbaca: Maret 2025"),
        ("Hari", "“Hari” tidak jelas maksudnya"),
    ],
)
def test_what_is_left_over_is_told_with_what_was_understood(text, problem):
    """Half a sentence."""
    with pytest.raises(Unreadable) as reason:
        check_everything_used(phrases(tokens(text), 2025))
    assert str(reason.value) == problem
