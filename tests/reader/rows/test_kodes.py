"""The places that siblings get, and the kode of a komponen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.reader.rows.kodes import places, roman


@pytest.mark.parametrize(
    ("written", "given_places", "by_order"),
    [
        pytest.param([1, 2, 3], [1, 2, 3], [], id="as-written"),
        pytest.param([1, 2, 3, None, 5], [1, 2, 3, 4, 5], [3], id="missing-takes-its-place"),
        pytest.param([None, None], [1, 2], [0, 1], id="none-written"),
        pytest.param([1, 2, 2, 4], [1, 2, 3, 4], [2], id="second-of-two"),
        pytest.param([1, 2, 2, 3], [1, 2, 4, 3], [2], id="place-is-taken"),
        pytest.param([1, None, 2], [1, 3, 2], [1], id="missing-but-taken"),
        pytest.param([3, 1], [3, 1], [], id="out-of-order"),
        pytest.param([5, 5, 5], [5, 2, 3], [1, 2], id="all-the-same"),
        pytest.param([], [], [], id="none"),
    ],
)
def test_places_are_as_written_else_by_order(written, given_places, by_order):
    """Contract, section 1."""
    found = places(written)
    assert [each.value for each in found] == given_places
    assert [at for at, each in enumerate(found) if each.by_order] == by_order


@given(st.lists(st.none() | st.integers(1, 12), max_size=30))
@pytest.mark.slow
def test_places_are_always_unique(written):
    """However wrongly siblings are numbered."""
    found = [each.value for each in places(written)]
    assert len(set(found)) == len(written)


@pytest.mark.parametrize(("value", "kode"), [(1, "I"), (6, "VI"), (20, "XX"), (21, "21")])
def test_komponen_have_roman_kode(value, kode):
    """As far as anybody writes them."""
    assert roman(value) == kode
