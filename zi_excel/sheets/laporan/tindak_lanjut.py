"""Tindak Lanjut: the reported kendala and what follows of them; Catatan Lama: the evaluator's notes that fit no row."""

from __future__ import annotations

from zi_excel.measuring.measure import Status
from zi_excel.plan.rencana_aksi import TITLES, Field
from zi_excel.report.notes import NOTE_TITLE
from zi_excel.report.registers import FollowUp, Langkah
from zi_excel.sheets.fitting import fitting, one_line
from zi_excel.sheets.heading import Title, write_counts, write_heading
from zi_excel.sheets.laporan.places import Book, Calc
from zi_excel.sheets.layout import CONTEXT_ROW, FIRST_ROW, HEADER_ROW, Rows
from zi_excel.sheets.page import Page, cell
from zi_excel.sheets.report_page import colour_states
from zi_excel.sheets.style import CELL, CENTRE, HEADER, INPUT, LANGKAH, SIGN, WRAP

COLUMNS = (
    (Title.KODE, 8.0),
    (TITLES[Field.INDIKATOR], 38.0),
    (TITLES[Field.KENDALA], 44.0),
    (TITLES[Field.TINDAK_LANJUT], 44.0),
    (TITLES[Field.PENANGGUNG_JAWAB], 20.0),
    ("STATUS INDIKATOR", 17.0),
    ("KEADAAN", 24.0),
)
KODE, INDIKATOR, KENDALA, TINDAK_LANJUT, PENANGGUNG_JAWAB, STATUS, KEADAAN = range(1, len(COLUMNS) + 1)

_HINT = (
    "Tuntas: indikatornya selesai. Sedang ditindaklanjuti: ada tindak lanjut, indikatornya belum selesai. "
    "Belum ditindaklanjuti: kolom TINDAK LANJUT kosong."
)
_NOTHING = "Tidak ada kendala yang dilaporkan."


def write_follow_ups(page: Page, book: Book) -> None:
    """Writes Tindak Lanjut."""
    rows = book.contents.follow_ups
    place = Rows(page.name, FIRST_ROW, FIRST_ROW + max(len(rows), 1) - 1)
    write_heading(page, "Tindak Lanjut: kendala dan apa yang dilakukan sesudahnya", book.monev)
    counts = {langkah.value: sum(row.langkah is langkah for row in rows) for langkah in Langkah}
    write_counts(page, CONTEXT_ROW, place, KEADAAN, counts)
    page.text(place.last + 2, 1, _HINT, SIGN)
    page.header(HEADER_ROW, [title for title, _ in COLUMNS], HEADER, buttons=True)
    for row, follow_up in enumerate(rows, FIRST_ROW):
        _write_row(page, row, follow_up, book)
    if not rows:
        page.blank(FIRST_ROW, 1, len(COLUMNS), CELL)
        page.text(FIRST_ROW, INDIKATOR, _NOTHING, WRAP)
    colour_states(page, FIRST_ROW, STATUS, place.last)
    colour_states(page, FIRST_ROW, KEADAAN, place.last, LANGKAH)
    page.filter(HEADER_ROW, place.last, len(COLUMNS))
    page.sheet.freeze_panes(HEADER_ROW, KODE)


def _write_row(page: Page, row: int, follow_up: FollowUp, book: Book) -> None:
    indikator = follow_up.result.indikator
    page.text(row, KODE, indikator.kode, CENTRE)
    page.text(row, INDIKATOR, fitting(one_line(indikator.nama.text), page.widths[INDIKATOR - 1], 4, " …"), WRAP)
    page.text(row, KENDALA, indikator.kendala.text, WRAP, whole=True)
    page.text(row, TINDAK_LANJUT, indikator.tindak_lanjut.text, WRAP, whole=True)
    page.text(row, PENANGGUNG_JAWAB, indikator.penanggung_jawab.text, WRAP)
    page.formula(row, STATUS, f"={book.places.calc(indikator.kode, Calc.STATUS)}", follow_up.result.status.text, CELL)
    done, open_, none = Langkah.TUNTAS, Langkah.BERJALAN, Langkah.BELUM
    formula = (
        f'=IF({cell(row, STATUS)}="{Status.SELESAI.text}","{done}",'
        f'IF({cell(row, TINDAK_LANJUT)}="","{none}","{open_}"))'
    )
    page.formula(row, KEADAAN, formula, follow_up.langkah.value, CELL)


# --- Catatan Lama

OLD_NOTES_WIDTHS = (10.0, 70.0, 90.0)
_OLD_NOTES_HINT = (
    "Catatan evaluator dari laporan sebelumnya yang kodenya tidak ada lagi, atau kini berarti indikator lain."
)


def write_old_notes(page: Page, book: Book) -> int:
    """Writes Catatan Lama, in the columns that notes are read from, so that the next report takes them along too."""
    write_heading(page, "Catatan Lama: catatan evaluator yang tidak cocok lagi", book.monev, noted=True)
    page.text(CONTEXT_ROW, 1, _OLD_NOTES_HINT, SIGN)
    page.header(HEADER_ROW, (Title.KODE, TITLES[Field.INDIKATOR], NOTE_TITLE), HEADER)
    for row, note in enumerate(book.contents.notes.left, FIRST_ROW):
        page.text(row, 1, note.kode, CELL)
        page.text(row, 2, note.name, WRAP, whole=True)
        page.text(row, 3, note.text, INPUT, whole=True)
    page.sheet.freeze_panes(HEADER_ROW, 0)
    return FIRST_ROW + len(book.contents.notes.left) - 1
