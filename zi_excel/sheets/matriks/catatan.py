"""The sheet `Catatan Impor`: what had to be judged when the document was read, each with a link to its row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import xlsxwriter

from zi_excel.sheets.matriks.contents import Note
from zi_excel.sheets.matriks.listing import Cell, Listing, add_listing
from zi_excel.sheets.matriks.look import Formats

SHEET = "Catatan Impor"
COLUMNS = (("DI DOKUMEN", 150), ("YANG TERLIHAT", 330), ("YANG DIBUAT", 330), ("BARIS", 90))
_COMPARE = "Cocokkan tiap baris di bawah ini dengan dokumennya."
_NONE = "Tidak ada yang perlu diputuskan: semuanya terbaca sebagaimana tertulis."
_INDIKATOR = 2
"""Column of INDIKATOR in the matrix, from 0."""


def add_notes(book: xlsxwriter.Workbook, formats: Formats, notes: Sequence[Note], rows: Mapping[str, int]) -> None:
    """Adds the sheet at the end. rows: where each kode's row stands in the matrix's sheet, from 0."""
    listing = Listing(SHEET, "Yang diputuskan saat dokumen dibaca", _COMPARE if notes else _NONE, COLUMNS)
    add_listing(book, formats, listing, (_line(note, rows) for note in notes))


def _line(note: Note, rows: Mapping[str, int]) -> tuple[Cell, ...]:
    kode = note.kode or ""
    link = (rows[kode], _INDIKATOR) if kode in rows else None
    return (*map(Cell, (note.where, note.seen, note.made)), Cell(kode, link))
