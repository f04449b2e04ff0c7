"""The sheet of a komponen: the matrix's own columns, how each indikator stands, and room for the evaluator's notes."""

from __future__ import annotations

from enum import IntEnum

from zi_excel.measuring.measure import Capaian, Status
from zi_excel.opc.workbook.workbook import quoted
from zi_excel.plan.rencana_aksi import TITLES, Field, Indikator, Komponen, Subkomponen
from zi_excel.report.notes import NOTE_TITLE, komponen_title
from zi_excel.sheets.figures import CAPAIAN, DEVIASI, RENCANA, row_formulas
from zi_excel.sheets.fitting import one_line
from zi_excel.sheets.heading import Title, write_heading
from zi_excel.sheets.laporan.calc_formulas import mean_movement
from zi_excel.sheets.laporan.places import SOURCE, Book, Calc
from zi_excel.sheets.layout import CONTEXT_ROW, FIRST_ROW, HEADER_ROW
from zi_excel.sheets.page import Page
from zi_excel.sheets.report_page import colour_states, serial
from zi_excel.sheets.style import (
    BAND_FILL,
    CELL,
    CENTRE,
    COUNT,
    DAY,
    HEADER,
    HONEST_POINTS,
    HONEST_REALISASI,
    HONEST_SHARE,
    INPUT,
    POINTS,
    SHARE,
    SHARE_UNREPORTED,
    SIGN,
    TEXT,
    UNREADABLE,
    WRAP,
    Look,
    look,
)
from zi_excel.sheets.tabs import RINGKASAN


class Col(IntEnum):
    """The columns of the sheet; LANGKAH AKSI and BUKTI FISIK stand in Matriks, links in Bukti."""

    KODE = 1
    INDIKATOR = 2
    TARGET_WAKTU = 3
    PENANGGUNG_JAWAB = 4
    RENCANA = 5
    REALISASI = 6
    DEVIASI = 7
    GERAK = 8
    STATUS = 9
    JATUH_TEMPO = 10
    HARI = 11
    KENDALA = 12
    TINDAK_LANJUT = 13
    CATATAN = 14


COLUMNS: dict[Col, tuple[str, float]] = {
    Col.KODE: (Title.KODE, 7.5),
    Col.INDIKATOR: (TITLES[Field.INDIKATOR], 29),
    Col.TARGET_WAKTU: (TITLES[Field.TARGET_WAKTU], 15),
    Col.PENANGGUNG_JAWAB: (TITLES[Field.PENANGGUNG_JAWAB], 14),
    Col.RENCANA: (Title.RENCANA, 9.5),
    Col.REALISASI: (Title.REALISASI, 10.5),
    Col.DEVIASI: (Title.DEVIASI, 9),
    Col.GERAK: ("GERAK (POIN)", 8),
    Col.STATUS: (Title.STATUS, 16),
    Col.JATUH_TEMPO: (Title.JATUH_TEMPO, 12),
    Col.HARI: (Title.HARI_TERLAMBAT, 11.5),
    Col.KENDALA: (TITLES[Field.KENDALA], 19),
    Col.TINDAK_LANJUT: (TITLES[Field.TINDAK_LANJUT], 19),
    Col.CATATAN: (NOTE_TITLE, 17),
}

WIDTHS = [width for _, width in COLUMNS.values()]

_HINT = (
    "Angka dibaca dari lembar Perhitungan. * belum dilaporkan, dihitung 0%.   ? tidak terbaca, dihitung 0%.   "
    "– tidak ada.   Hari minus: selesai lebih awal.   Langkah aksi dan bukti fisik: lembar Matriks."
)
_NOTED_ROW, _GROUP_ROW = 30, 18
"""Heights in points; the komponen's own row has room for a note."""
_GROUP = look(CELL, bold=True, bg_color=BAND_FILL, valign="vcenter")


def write_komponen(page: Page, komponen: Komponen, group: Capaian, book: Book) -> None:
    """Writes the sheet: a row for the komponen, one per subkomponen, one per indikator."""
    write_heading(page, f"Komponen {komponen.kode}: {group.nama}", book.monev, noted=True)
    back = book.monev.name(RINGKASAN)
    page.link(CONTEXT_ROW, 1, f"internal:{quoted(back)}!A1", f"← {back}", TEXT)
    page.text(CONTEXT_ROW, Col.TARGET_WAKTU, _HINT, SIGN)
    page.header(HEADER_ROW, [title for title, _ in COLUMNS.values()], HEADER, buttons=True)
    _write_group(page, FIRST_ROW, group, komponen_title(komponen.kode, group.nama), book)
    page.height(FIRST_ROW, _NOTED_ROW)
    page.text(FIRST_ROW, Col.CATATAN, book.contents.notes.by_kode.get(komponen.kode, ""), INPUT, whole=True)
    groups = {group.kode: group for group in book.contents.measurement.subkomponen}
    row = FIRST_ROW
    for sub in komponen.subkomponen:
        row += 1
        name = f"{sub.kode} {one_line(sub.nama.text)}"
        _write_group(page, row, groups[sub.kode], name, book)
        row = _write_rows(page, row, sub, book)
    for column, rules in (
        (Col.RENCANA, HONEST_SHARE),
        (Col.REALISASI, HONEST_REALISASI),
        (Col.DEVIASI, HONEST_POINTS),
        (Col.GERAK, HONEST_POINTS),
    ):
        page.honest(FIRST_ROW, column, row, rules)
    colour_states(page, FIRST_ROW, Col.STATUS, row)
    page.filter(HEADER_ROW, row, len(COLUMNS))
    page.sheet.freeze_panes(HEADER_ROW, Col.INDIKATOR)
    page.sheet.set_zoom(90)
    if book.contents.movement is None:
        page.hide(Col.GERAK)


def _write_rows(page: Page, row: int, sub: Subkomponen, book: Book) -> int:
    for indikator in sub.indikator:
        row += 1
        _write_row(page, row, indikator, book)
    return row


def _write_group(page: Page, row: int, group: Capaian, name: str, book: Book) -> None:
    """Writes a komponen's or subkomponen's own row: the means of its rows in Perhitungan, where it has any."""
    rows, movement = book.places.of_group(group.kode), book.contents.movement
    results = book.results.get(group.kode, ())
    page.text(row, Col.KODE, group.kode, look(_GROUP, align="center"))
    page.text(row, Col.INDIKATOR, name, look(_GROUP, text_wrap=True), last=Col.PENANGGUNG_JAWAB)
    page.blank(row, Col.GERAK, Col.CATATAN, _GROUP)
    formulas = {} if rows is None else row_formulas([rows], SOURCE)
    for figure, column, style in (
        (RENCANA, Col.RENCANA, SHARE),
        (CAPAIAN, Col.REALISASI, SHARE),
        (DEVIASI, Col.DEVIASI, POINTS),
    ):
        if rows is None:
            page.number(row, column, figure.value(group), look(_GROUP, style))
        else:
            page.formula(row, column, formulas[figure.key], figure.value(group), look(_GROUP, style))
    if movement is not None and rows is not None:
        page.formula(row, Col.GERAK, mean_movement(rows), movement.mean(results), look(_GROUP, POINTS))
    done = f"{group.status[Status.SELESAI]} dari {group.jumlah} selesai"
    if rows is None:
        page.text(row, Col.STATUS, done, _GROUP)
        return
    states, kodes = rows.column(Calc.STATUS), rows.column(Calc.KODE)
    formula = f'=COUNTIF({states},"{Status.SELESAI.text}")&" dari "&COUNTA({kodes})&" selesai"'
    page.formula(row, Col.STATUS, formula, done, look(_GROUP, text_wrap=True))
    page.height(row, _GROUP_ROW)


def _write_row(page: Page, row: int, indikator: Indikator, book: Book) -> None:
    step = book.steps[indikator.kode]
    result = step.result
    page.text(row, Col.KODE, indikator.kode, CENTRE)
    for column, datum in (
        (Col.INDIKATOR, indikator.nama),
        (Col.TARGET_WAKTU, indikator.target_waktu),
        (Col.PENANGGUNG_JAWAB, indikator.penanggung_jawab),
        (Col.KENDALA, indikator.kendala),
        (Col.TINDAK_LANJUT, indikator.tindak_lanjut),
    ):
        page.text(row, column, datum.text, WRAP)
    reported = SHARE if indikator.realisasi.dilaporkan else SHARE_UNREPORTED
    movement = book.contents.movement
    cells: tuple[tuple[Col, Calc, float | str | None, Look], ...] = (
        (Col.RENCANA, Calc.RENCANA, result.rencana, SHARE),
        (Col.REALISASI, Calc.REALISASI, UNREADABLE if result.realisasi is None else result.realisasi, reported),
        (Col.DEVIASI, Calc.DEVIASI, None if result.deviasi is None else result.deviasi * 100, POINTS),
        (Col.STATUS, Calc.STATUS, result.status.text, look()),
        (Col.JATUH_TEMPO, Calc.JATUH_TEMPO, serial(result.due), DAY),
        (Col.HARI, Calc.HARI, result.days_late, COUNT),
    )
    for column, source, value, style in cells:
        page.formula(row, column, f"={book.places.calc(indikator.kode, source)}", value, look(CELL, style))
    if movement is None:
        page.blank(row, Col.GERAK, Col.GERAK, CELL)
    else:
        gerak = f"={book.places.calc(indikator.kode, Calc.GERAK)}"
        page.formula(row, Col.GERAK, gerak, movement.points(result), look(CELL, POINTS))
    page.text(row, Col.CATATAN, book.contents.notes.by_kode.get(indikator.kode, ""), INPUT, whole=True)
