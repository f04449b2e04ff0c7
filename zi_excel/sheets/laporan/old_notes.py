"""Catatan Lama: the evaluator's notes of a returned report that fit no row of this one; none is ever lost."""

from __future__ import annotations

from zi_excel.plan.rencana_aksi import TITLES, Field
from zi_excel.report.notes import NOTE_TITLE
from zi_excel.sheets import titles
from zi_excel.sheets.heading import write_heading
from zi_excel.sheets.laporan.places import Book
from zi_excel.sheets.laporan.report_page import NOTE
from zi_excel.sheets.layout import CONTEXT_ROW, FIRST_ROW, HEADER_ROW
from zi_excel.sheets.page import Page
from zi_excel.sheets.style import CELL, HEADER, SIGN, WRAP

WIDTHS = (10.0, 70.0, 90.0)
_HINT = "Catatan evaluator dari laporan sebelumnya yang kodenya tidak ada lagi, atau kini berarti indikator lain."


def write_old_notes(page: Page, book: Book) -> int:
    """Writes the sheet; it has the columns that notes are read from, so the next report takes these along too."""
    write_heading(page, "Catatan Lama: catatan evaluator yang tidak cocok lagi", book.report, noted=True)
    page.text(CONTEXT_ROW, 1, _HINT, SIGN)
    page.header(HEADER_ROW, (titles.KODE, TITLES[Field.INDIKATOR], NOTE_TITLE), HEADER)
    for row, note in enumerate(book.contents.notes.left, FIRST_ROW):
        page.text(row, 1, note.kode, CELL)
        page.text(row, 2, note.name, WRAP, whole=True)
        page.text(row, 3, note.text, NOTE, whole=True)
    page.sheet.freeze_panes(HEADER_ROW, 0)
    return FIRST_ROW + len(book.contents.notes.left) - 1
