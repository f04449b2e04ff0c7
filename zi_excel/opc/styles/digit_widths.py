"""How wide a digit of a font is on a screen: the unit of SpreadsheetML's column widths (ISO/IEC 29500-1, 18.3.1.13).

Excel measures the widest digit as Windows draws it at 96 dpi: the font's height is rounded to whole pixels first, then
the digit's advance. Only where a font's hinting draws another width does the table of exceptions say so.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import floor
from types import MappingProxyType

_DPI, _POINTS = 96, 72  # to an inch

_EM: Mapping[str, float] = MappingProxyType(
    {
        "aptos narrow": 0.49,  # by the widths in its files: 7 pixels at 11 points, 11 at 144 dpi
        "arial black": 0.667,
        "bookman old style": 0.62,
        "comic sans ms": 0.61,
        "georgia": 0.614,
        "microsoft sans serif": 0.554,
        "open sans": 0.572,
        "segoe ui": 0.539,
        "tahoma": 0.546,
        "trebuchet ms": 0.524,
        "corbel": 0.526,
        "constantia": 0.546,
        "garamond": 0.469,
        **dict.fromkeys(("candara", "consolas"), 0.55),
        **dict.fromkeys(("arial narrow", "liberation sans narrow"), 0.456),
        **dict.fromkeys(("arial", "helvetica", "liberation sans", "arimo", "century schoolbook"), 0.556),
        **dict.fromkeys(("calibri", "calibri light", "carlito"), 0.507),
        **dict.fromkeys(("cambria", "century gothic", "franklin gothic book"), 0.554),
        **dict.fromkeys(("aptos", "aptos display", "roboto"), 0.562),
        **dict.fromkeys(("times new roman", "liberation serif", "tinos", "times"), 0.5),
        **dict.fromkeys(("book antiqua", "palatino linotype", "gill sans mt", "bell mt"), 0.5),
        **dict.fromkeys(("宋体", "simsun", "ms gothic", "ms pgothic", "ＭＳ ゴシック", "ＭＳ Ｐゴシック"), 0.5),
        **dict.fromkeys(("游ゴシック", "yu gothic"), 0.54),
        **dict.fromkeys(("courier new", "liberation mono", "lucida console", "dejavu sans mono"), 0.6),
        **dict.fromkeys(("verdana", "dejavu sans", "dejavu serif"), 0.636),
        **dict.fromkeys(("lucida sans", "lucida sans unicode"), 0.632),
    }
)
"""Advance of the widest digit in em, by the font's name in lower case."""

_EM_OF_FAMILY: Mapping[int, float] = MappingProxyType({1: 0.5, 3: 0.6})
"""What Windows takes for a font that it lacks: by its family (18.8.18) Times New Roman, Courier New, else Arial."""
_EM_OF_OTHERS = 0.556

_HINTED: Mapping[tuple[str, float], int] = MappingProxyType(
    {
        **dict.fromkeys((("calibri", 11.0), ("carlito", 11.0)), 7),
        ("georgia", 8.0): 8,
        ("georgia", 10.0): 9,
        ("times new roman", 10.0): 6,
        ("times new roman", 11.0): 7,
        ("times new roman", 14.0): 9,
        ("times new roman", 22.0): 14,
    }
)
"""Pixels where they are not what the advance would round to, by name and size."""


def digit_width(name: str, size: float, family: int = 0) -> int:
    """The width of a font's widest digit at 96 dpi, at least 1.

    Args:
        name: the font's, in any case.
        size: in points.
        family: what counts where the name is not in the table: 1 Roman, 2 Swiss, 3 Modern; 0 unknown.

    Returns:
        Whole pixels.
    """
    plain = name.strip().removeprefix("@").lower()  # "@": a font that is turned for vertical text
    if (plain, size) in _HINTED:
        return _HINTED[plain, size]
    em = _EM.get(plain, _EM_OF_FAMILY.get(family, _EM_OF_OTHERS))
    return max(_rounded(_rounded(size * _DPI / _POINTS) * em), 1)


def _rounded(number: float) -> int:
    """Halves go up, as Windows rounds."""
    return floor(number + 0.5)
