"""The LKE's weights: contract section 5 number by number, and when they apply."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.enacted.matrix import enacted_matrix
from zi_excel.measuring.lke import BOBOT, WBBM, WBK, weighted, weights_for

CONTRACT = {
    "I": [0.5, 1, 1, 1.5],
    "II": [1, 2, 0.5],
    "III": [0.25, 0.5, 1.25, 2, 0.75, 0.25],
    "IV": [2.5, 2.5],
    "V": [1.5] * 5,
    "VI": [1] * 5,
}


def test_the_weights_are_the_contracts():
    """25 subkomponen, 30 points."""
    assert dict(BOBOT) == {
        f"{komponen}.{at}": weight for komponen, weights in CONTRACT.items() for at, weight in enumerate(weights, 1)
    }
    assert sum(BOBOT.values()) == 30
    assert (WBK, WBBM) == (0.60, 0.75)


def test_they_fit_the_enacted_matrix():
    """Its 25 subkomponen are the LKE's."""
    kodes = [sub.kode for komponen in enacted_matrix().komponen for sub in komponen.subkomponen]
    assert weights_for(kodes).bobot == BOBOT
    assert weights_for(kodes).reason is None


@pytest.mark.parametrize(
    ("kodes", "words"),
    [
        ([], ["0 subkomponen", "I.1", "dan 19 lainnya"]),
        ([kode for kode in BOBOT if kode != "IV.2"], ["24 subkomponen", "tidak ada IV.2"]),
        ([*BOBOT, "IV.3"], ["26 subkomponen", "di luar daftar itu ada IV.3"]),
        ([*BOBOT, "I.1"], ["26 subkomponen", "I.1"]),
        ([*(kode for kode in BOBOT if kode != "VI.5"), "VII.1"], ["tidak ada VI.5", "VII.1"]),
    ],
    ids=["none", "one lacks", "one more", "one twice", "another"],
)
def test_where_they_do_not_fit_the_reason_names_the_difference(kodes, words):
    """Null with the reason (Indonesian), never a guess."""
    weights = weights_for(kodes)
    assert weights.bobot == {}
    assert weights.reason is not None
    assert weights.reason.endswith(".")
    for word in words:
        assert word in weights.reason


def test_the_order_of_the_sheet_does_not_matter():
    """A matrix whose komponen were moved has the same weights."""
    assert weights_for(reversed(BOBOT)).bobot == BOBOT


@given(st.dictionaries(st.sampled_from(list(BOBOT)), st.floats(0, 1), min_size=1))
@pytest.mark.slow
def test_a_weighted_mean_lies_between_its_least_and_its_most(capaian):
    """So 0 only where all is 0, and 1 only where all is 1."""
    mean = weighted(capaian, BOBOT)
    assert min(capaian.values()) - 1e-12 <= mean <= max(capaian.values()) + 1e-12
    assert 0 <= mean <= 1


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_nothing_and_everything_are_exact(share):
    """A shown 0 % or 100 % is one."""
    assert weighted(dict.fromkeys(BOBOT, share), BOBOT) == share
