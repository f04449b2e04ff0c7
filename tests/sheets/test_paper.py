import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.sheets.paper import PAPERS, page_ends


def pages(heights, ends):
    """Each page's rows."""
    return [heights[first:last] for first, last in zip([0, *ends], [*ends, len(heights)], strict=True)]


def test_what_fits_one_page_has_no_ends():
    """Nothing is parted for nothing."""
    assert page_ends([10.0] * 20, 200.0, 10.0) == []


def test_no_row_stands_alone():
    """The last page has three rows at least."""
    assert [len(page) for page in pages([10.0] * 21, page_ends([10.0] * 21, 200.0, 10.0))] == [18, 3]


def test_what_belongs_together_is_not_parted():
    """A heading goes over to the page of its first row."""
    heights = [10.0] * 40
    assert page_ends(heights, 200.0, 0.0)[0] == 20
    assert page_ends(heights, 200.0, 0.0, [range(19, 22)])[0] == 18


@given(
    st.lists(st.floats(10, 409), min_size=1, max_size=120),
    st.floats(420, 900),
    st.floats(0, 60),
    st.lists(
        st.builds(lambda first, size: range(first, first + size), st.integers(1, 120), st.integers(1, 5)), max_size=8
    ),
)
@pytest.mark.slow
def test_every_page_is_held_by_the_paper(heights, capacity, repeated, kept):
    """Also where rows are high, and much is to stay together; and there is always an end."""
    ends = page_ends(heights, capacity, repeated, kept)
    assert ends == sorted(set(ends))
    for at, page in enumerate(pages(heights, ends)):
        assert page
        room = capacity if at == 0 else max(capacity - repeated, capacity / 2)
        assert sum(page) <= room or len(page) == 1


@pytest.mark.parametrize("name", PAPERS)
def test_paper_lies(name):
    """Landscape; a narrow sheet is not made larger."""
    paper = PAPERS[name]
    assert paper.width > paper.height
    assert paper.scale(100.0) == 1.0
    assert paper.scale(paper.width * 144) < 0.5
