"""Tindak Lanjut: which kendala were reported, what follows of them, and what is still open."""

from __future__ import annotations

from zi_excel.measuring.measure import Status
from zi_excel.plan.rencana_aksi import TITLES, Field
from zi_excel.report.registers import FollowUp, Langkah
from zi_excel.sheets import titles
from zi_excel.sheets.fitting import fitting, one_line
from zi_excel.sheets.heading import write_heading
from zi_excel.sheets.laporan.places import Book, Calc
from zi_excel.sheets.laporan.report_page import colour_states
from zi_excel.sheets.layout import FIGURES_LABEL_ROW, FIGURES_ROW, FIRST_ROW, HEADER_ROW, Rows
from zi_excel.sheets.page import Page, cell
from zi_excel.sheets.style import CELL, CENTRE, COUNT, HEADER, LANGKAH, SIGN, WRAP, look

COLUMNS = (
    (titles.KODE, 8.0),
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
    """Writes the sheet."""
    rows = book.contents.follow_ups
    place = Rows(page.name, FIRST_ROW, FIRST_ROW + max(len(rows), 1) - 1)
    write_heading(page, "Tindak Lanjut: kendala dan apa yang dilakukan sesudahnya", book.report)
    page.text(FIGURES_LABEL_ROW - 2, 1, _HINT, SIGN)
    states = place.column(KEADAAN).partition("!")[2]
    for column, langkah in zip((KENDALA, TINDAK_LANJUT, PENANGGUNG_JAWAB), Langkah, strict=True):
        page.text(FIGURES_LABEL_ROW, column, langkah.value, LANGKAH[langkah].header)
        count = sum(each.langkah is langkah for each in rows)
        style = look(CELL, COUNT, bold=True, font_size=12)
        page.formula(FIGURES_ROW, column, f'=COUNTIF({states},"{langkah}")', count, style)
    page.height(FIGURES_LABEL_ROW, 28)
    page.height(FIGURES_ROW, 20)
    page.header(HEADER_ROW, [title for title, _ in COLUMNS], HEADER)
    page.height(HEADER_ROW, 24)
    for row, each in enumerate(rows, FIRST_ROW):
        _write_row(page, row, each, book)
    if not rows:
        page.blank(FIRST_ROW, 1, len(COLUMNS), CELL)
        page.text(FIRST_ROW, INDIKATOR, _NOTHING, WRAP)
    colour_states(page, FIRST_ROW, STATUS, place.last)
    colour_states(page, FIRST_ROW, KEADAAN, place.last, LANGKAH)
    page.filter(HEADER_ROW, place.last, len(COLUMNS))
    page.sheet.freeze_panes(HEADER_ROW, KODE)


def _write_row(page: Page, row: int, each: FollowUp, book: Book) -> None:
    indikator = each.result.indikator
    page.text(row, KODE, indikator.kode, CENTRE)
    page.text(row, INDIKATOR, fitting(one_line(indikator.nama.text), page.widths[INDIKATOR - 1], 4, " …"), WRAP)
    page.text(row, KENDALA, indikator.kendala.text, WRAP, whole=True)
    page.text(row, TINDAK_LANJUT, indikator.tindak_lanjut.text, WRAP, whole=True)
    page.text(row, PENANGGUNG_JAWAB, indikator.penanggung_jawab.text, WRAP)
    page.formula(row, STATUS, f"={book.places.calc(indikator.kode, Calc.STATUS)}", each.result.status.text, CELL)
    done, open_, none = Langkah.TUNTAS, Langkah.BERJALAN, Langkah.BELUM
    formula = (
        f'=IF({cell(row, STATUS)}="{Status.SELESAI.text}","{done}",'
        f'IF({cell(row, TINDAK_LANJUT)}="","{none}","{open_}"))'
    )
    page.formula(row, KEADAAN, formula, each.langkah.value, CELL)
