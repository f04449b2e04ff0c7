"""A sheet that lists something of the matrix, with links to its cells: what was judged, moved or left unfinished."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from zi_excel.sheets.fitting import CELL_LIMIT, clipped, harmless
from zi_excel.sheets.matriks.look import BAND, BODY, ENACTED_HEAD, LINK, Formats, height, shown
from zi_excel.sheets.matriks.pages import PAPER_F4
from zi_excel.sheets.matriks.rows import SHEET as MATRIX_SHEET

_FIRST = 3
"""Row of the header, from 0; title and lead stand above it."""
_HIGHEST = 400.0


class Cell(NamedTuple):
    """A cell of a list. link: row and column of the matrix's sheet, from 0. looks: beyond those of every cell."""

    text: str
    link: tuple[int, int] | None = None
    looks: Mapping[str, object] | None = None


class Heading(NamedTuple):
    """A line over all columns, which begins a part of the list."""

    text: str


class Listing(NamedTuple):
    """What stands around a list. name: the sheet's. columns: header and width in pixels of each."""

    name: str
    title: str
    lead: str
    columns: Sequence[tuple[str, int]]


def add_listing(
    book: xlsxwriter.Workbook, formats: Formats, listing: Listing, lines: Iterable[Sequence[Cell] | Heading]
) -> None:
    """Adds the sheet at the end of the workbook."""
    sheet = book.add_worksheet(listing.name)
    widths = [pixels for _, pixels in listing.columns]
    for at, pixels in enumerate(widths):
        sheet.set_column_pixels(at, at, pixels)
    sheet.write_string(0, 0, listing.title, formats(font_size=14, bold=True))
    sheet.set_row(0, 24)
    sheet.write_string(1, 0, listing.lead, formats())
    head = formats(BODY, bold=True, align="center", valign="vcenter", bg_color=ENACTED_HEAD)
    for at, (name, _) in enumerate(listing.columns):
        sheet.write_string(_FIRST, at, name, head)
    sheet.set_row(_FIRST, 20.25)
    plain = formats(BODY)
    for row, line in enumerate(lines, start=_FIRST + 1):
        if isinstance(line, Heading):
            band = formats(BODY, bold=True, valign="vcenter", bg_color=BAND)
            sheet.merge_range(row, 0, row, len(widths) - 1, line.text, band)
            sheet.set_row(row, 20.25)
            continue
        points = 0.0
        for at, cell in enumerate(line):
            text = clipped(harmless(cell.text), CELL_LIMIT, "…")
            points = max(points, height(text, widths[at]))
            if cell.link is not None:
                target = xl_rowcol_to_cell(*cell.link)
                linked = formats(BODY, font_color=LINK, underline=1)
                sheet.write_url(row, at, f"internal:'{MATRIX_SHEET}'!{target}", linked, string=text)
            else:
                sheet.write_string(row, at, text, plain if cell.looks is None else formats(BODY, **cell.looks))
        sheet.set_row(row, shown(min(points, _HIGHEST)))
    sheet.hide_gridlines(2)
    sheet.freeze_panes(_FIRST + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(PAPER_F4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_FIRST)
