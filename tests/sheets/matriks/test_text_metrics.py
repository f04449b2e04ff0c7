"""The estimate of a text's lines, from which the template's row heights come."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.sheets.matriks import text_metrics


@pytest.mark.parametrize(
    ("text", "pixels", "lines"),
    [
        pytest.param("", 100, 1, id="nothing is one line"),
        pytest.param("Rapat pleno", 168, 1, id="short"),
        pytest.param("a\nb\n\nc", 168, 4, id="line breaks, a blank line too"),
        pytest.param("Januari-Desember 2025", 110, 2, id="wrapped at the space"),
        pytest.param("https://contoh.example/zi/i-1-a", 100, 2, id="a word wider than the column"),
    ],
)
def test_lines(text, pixels, lines):
    """Cases that stand for what the matrix holds."""
    assert text_metrics.lines(text, pixels, 10) == lines


@given(st.text(max_size=200), st.integers(40, 400), st.integers(1, 100))
def test_a_wider_column_never_needs_more_lines(text, pixels, more):
    """Of any text; and there is at least one line."""
    narrow, wide = text_metrics.lines(text, pixels, 10), text_metrics.lines(text, pixels + more, 10)
    assert 1 <= wide <= narrow


@given(st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12), min_size=1, max_size=30))
@pytest.mark.slow
def test_lines_hold_what_is_put_on_them(words):
    """So many lines are wide enough for all of the text, and bold text is no narrower."""
    text = " ".join(words)
    room = (160 - text_metrics.PADDING) * text_metrics.PIXEL
    assert text_metrics.lines(text, 160, 10) * room >= text_metrics.points("".join(words), 10)
    assert text_metrics.lines(text, 160, 10, bold=True) >= 1
