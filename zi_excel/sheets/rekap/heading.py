"""What the rekap's sheets have in common: heading, headers, links to the kantor's workbooks."""

from __future__ import annotations

import os
from collections.abc import Sequence

from zi_excel.sheets.fitting import lines, one_line
from zi_excel.sheets.heading import signature
from zi_excel.sheets.layout import CONTEXT_ROW, SIGN_ROW, TITLE_ROW
from zi_excel.sheets.page import Page
from zi_excel.sheets.rekap.places import Book
from zi_excel.sheets.style import CELL, HEADER, NOTE, SIGN, TITLE, WRAP, look, rimmed
from zi_excel.wording import NONE

NAME = look(WRAP, indent=1, valign="vcenter")
"""A text beside numbers."""
ROW = look(CELL, valign="vcenter")
_NOTE = 130.0  # the width of a note
LINE_HEIGHT = 13.5  # points of a line of a header
LOW_ROW = 18.0
"""Points of a row of one line."""
OPEN = "Buka"
"""What a link to a kantor's workbook is called."""
_ESCAPED = frozenset(' #%"<>[]^`{|}')  # what may not stand in a link; XlsxWriter takes `#` for the start of a place
_BUTTON = 13.5  # points at the foot of a header, where the filter's button stands


def write_heading(page: Page, title: str, book: Book, context: str = "") -> None:
    """Writes title (A1), sign (A2) and what the sheet shows."""
    page.text(TITLE_ROW, 1, title, TITLE)
    page.height(TITLE_ROW, 26)
    page.text(
        SIGN_ROW, 1, f"{signature(book.rekap.version, book.rekap.per)}. Angka-angkanya rumus atas lembar Data.", SIGN
    )
    if context:
        page.text(CONTEXT_ROW, 1, context, NOTE, last=_note_end(page))


def write_header(page: Page, row: int, titles: Sequence[str], *, most: int = 2) -> None:
    """Writes a header with room for the filters' buttons. most: lines that the longest title takes."""
    page.height(row, most * LINE_HEIGHT + _BUTTON)
    page.header(row, titles, rimmed(HEADER))


def write_name(page: Page, row: int, column: int, target: str | None, name: str) -> None:
    """Writes a name as a link where it fits one line; LibreOffice would not wrap a link, but cut it off."""
    if target is None or lines(name, page.widths[column - 1] - 2) > 1:
        page.text(row, column, name, NAME)
    else:
        page.link(row, column, target, name, NAME)
    page.height(row, LOW_ROW)


def write_open(page: Page, row: int, column: int, target: str | None, name: str = OPEN) -> None:
    """Writes the way to somewhere as one short word; a dash where there is none."""
    style = look(ROW, align="center")
    if target is None:
        page.text(row, column, NONE, style)
    else:
        page.link(row, column, target, name, style)


def file_link(path: str, book: Book) -> str | None:
    """The link to a kantor's workbook, from the folder of the rekap; None where none can be made."""
    absolute = os.path.abspath(path)  # noqa: PTH100  (a text: nothing is looked up)
    try:
        relative = os.path.relpath(absolute, book.folder)
    except ValueError:  # on another drive
        relative = absolute
    if one_line(relative) != relative:
        return None
    plain = relative.replace(os.sep, "/")
    return "external:" + "".join(f"%{ord(sign):02X}" if sign in _ESCAPED else sign for sign in plain)


def _note_end(page: Page) -> int:
    """The last column of a note: as wide as a line is read with ease."""
    return next((last for last in range(1, len(page.widths) + 1) if page.width(1, last) >= _NOTE), len(page.widths))
