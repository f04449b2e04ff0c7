"""The widest digit of fonts in pixels, as Excel draws it at 96 dpi."""

import pytest

from zi_excel.opc.styles.digit_widths import digit_width


@pytest.mark.parametrize(
    ("name", "pixels"),
    [
        ("Calibri", {8: 6, 10: 7, 11: 7, 12: 8, 14: 10, 16: 11, 18: 12}),
        ("Arial", {8: 6, 9: 7, 10: 7, 11: 8, 12: 9, 14: 11, 16: 12}),
        ("Times New Roman", {10: 6, 11: 7, 12: 8, 14: 9, 16: 11}),
        ("Cambria", {10: 7, 11: 8, 12: 9, 14: 11}),
        ("Tahoma", {8: 6, 9: 7, 10: 7, 11: 8, 12: 9, 14: 10}),
        ("Verdana", {8: 7, 10: 8, 11: 10, 12: 10, 14: 12}),
        ("Bookman Old Style", {8: 7, 10: 8, 11: 9, 12: 10, 14: 12}),
        ("Arial Narrow", {8: 5, 10: 6, 11: 7, 12: 7, 14: 9}),
        ("Book Antiqua", {10: 7, 11: 8, 12: 8, 14: 10}),
        ("Courier New", {8: 7, 10: 8, 11: 9, 12: 10, 14: 11}),
        ("Segoe UI", {8: 6, 10: 7, 11: 8, 12: 9, 14: 10}),
        ("Georgia", {8: 8, 10: 9, 11: 9, 12: 10, 14: 12}),
        ("Trebuchet MS", {8: 6, 10: 7, 11: 8, 12: 8, 14: 10}),
        ("Comic Sans MS", {8: 7, 10: 8, 11: 9, 12: 10, 14: 12}),
        ("Aptos Narrow", {10: 6, 11: 7, 12: 8}),
        ("Century Gothic", {9: 7}),
        ("宋体", {11: 8}),
    ],
)
def test_known_fonts(name, pixels):
    """What Excel itself is known to use."""
    assert {size: digit_width(name, size) for size in pixels} == pixels


@pytest.mark.parametrize(("family", "pixels"), [(0, 8), (1, 8), (2, 8), (3, 9), (9, 8)])
def test_unknown_fonts(family, pixels):
    """A font that nobody knows is drawn as Windows replaces it: by its family."""
    assert digit_width("Huruf Kantor", 11, family) == pixels
    assert digit_width("Huruf Kantor", 12, 1) == digit_width("Times New Roman", 12)


@pytest.mark.parametrize("name", ["CALIBRI", " calibri ", "@Calibri"])
def test_spelling(name):
    """Capitals, spaces around it and the sign of vertical text make no other font."""
    assert digit_width(name, 11) == 7


def test_never_nothing():
    """Widths are divided by it."""
    assert digit_width("Arial Narrow", 1) == 1
