"""The sheet `Catatan Impor`: what had to be judged when the document was read, each with a link to its row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import xlsxwriter

from zi_excel.sheets.fitting import CELL_LIMIT, clipped, harmless
from zi_excel.sheets.matriks.contents import Note
from zi_excel.sheets.matriks.look import BODY, ENACTED_HEAD, LINK, Formats, height, shown
from zi_excel.sheets.matriks.pages import PAPER_F4
from zi_excel.sheets.matriks.rows import SHEET as MATRIX_SHEET

SHEET = "Catatan Impor"
WIDTHS = (150, 330, 330, 90)
NAMES = ("DI DOKUMEN", "YANG TERLIHAT", "YANG DIBUAT", "BARIS")
_HIGHEST = 400.0
_NONE = "Tidak ada yang perlu diputuskan: semuanya terbaca sebagaimana tertulis."


def add_notes(book: xlsxwriter.Workbook, formats: Formats, notes: Sequence[Note], rows: Mapping[str, int]) -> None:
    """Adds the sheet at the end. rows: where each kode's row stands in the matrix's sheet, from 0."""
    sheet = book.add_worksheet(SHEET)
    for at, pixels in enumerate(WIDTHS):
        sheet.set_column_pixels(at, at, pixels)
    sheet.write_string(0, 0, "Yang diputuskan saat dokumen dibaca", formats(font_size=14, bold=True))
    sheet.set_row(0, 24)
    sheet.write_string(1, 0, "Cocokkan tiap baris di bawah ini dengan dokumennya." if notes else _NONE, formats())
    head = formats(BODY, bold=True, align="center", valign="vcenter", bg_color=ENACTED_HEAD)
    for at, name in enumerate(NAMES):
        sheet.write_string(3, at, name, head)
    sheet.set_row(3, 20.25)
    plain, link = formats(BODY), formats(BODY, font_color=LINK, underline=1)
    for row, note in enumerate(notes, start=4):
        texts = [clipped(harmless(text), CELL_LIMIT, "…") for text in (note.where, note.seen, note.made)]
        for at, text in enumerate(texts):
            sheet.write_string(row, at, text, plain)
        target = rows.get(note.kode or "")
        if target is None:
            sheet.write_string(row, 3, note.kode or "", plain)
        else:
            sheet.write_url(row, 3, f"internal:'{MATRIX_SHEET}'!C{target + 1}", link, string=note.kode)
        points = max(height(text, WIDTHS[at]) for at, text in enumerate(texts))
        sheet.set_row(row, shown(min(points, _HIGHEST)))
    sheet.hide_gridlines(2)
    sheet.freeze_panes(4, 0)
    sheet.set_landscape()
    sheet.set_paper(PAPER_F4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(3)
