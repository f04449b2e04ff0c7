"""The template's look: columns, colours, formats, row heights."""

from __future__ import annotations

from collections.abc import Mapping

import xlsxwriter
from xlsxwriter.format import Format

from zi_excel.sheets.matriks.text_metrics import PIXEL, lines

SIZE = 10
"""Points of the matrix's text; printed on F4 the sheet is scaled to about nine tenths."""

LINE = 12.75
"""Points that Excel gives a line of Calibri 10."""

ROW_SLACK = 4.0
"""Points above and below a row's text together."""

HIGHEST_ROW = 409.5
"""Points; Excel's limit of a row's height."""

# All twelve columns together fit a screen of 1366 pixels, and F4 landscape at about nine tenths.
ENACTED_COLUMNS = (
    ("NO", 32),
    ("KOMPONEN", 108),
    ("INDIKATOR", 190),
    ("LANGKAH AKSI", 168),
    ("BUKTI FISIK", 168),
    ("TARGET WAKTU", 110),
    ("PENANGGUNG JAWAB", 94),
)
"""Header and width in pixels of the decree's seven columns."""

INK = "#000000"
LINES = "#6B7680"
LINK = "#0B4F8A"
ENACTED_HEAD = "#DCE3EA"
BAND = "#EDF1F5"
STAFF_HEAD = "#F9E4AE"
STAFF_CELL = "#FFFBEF"

BODY: Mapping[str, object] = {"border": 1, "border_color": LINES, "text_wrap": True, "valign": "top"}
"""A cell of the matrix."""

ENACTED_EDGE: Mapping[str, object] = {"right": 2}
STAFF_EDGE: Mapping[str, object] = {"left": 2}
"""The line that parts the decree's columns from those of staff: of the cells on either side."""


class Formats:
    """The workbook's formats, each made once. Font and colour are explicit: no theme changes a legal text."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def __call__(self, base: Mapping[str, object] | None = None, /, **properties: object) -> Format:
        """The format of these properties; those given by name win."""
        wanted = {"font_name": "Calibri", "font_size": SIZE, "font_color": INK, **(base or {}), **properties}
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(wanted)
        return self._made[key]


def height(text: str, pixels: int, *, bold: bool = False) -> float:
    """Points that a cell of the matrix needs to show all of its text in a column so many pixels wide."""
    return lines(text, pixels, SIZE, bold=bold) * LINE + ROW_SLACK


def shown(points: float) -> float:
    """The height rounded up to whole pixels, as Excel shows it.

    Raises:
        ValueError: no row of Excel is that high.
    """
    if points > HIGHEST_ROW:
        raise ValueError(f"a row of {points} points is higher than Excel's {HIGHEST_ROW}")
    return -(-points // PIXEL) * PIXEL
