"""Ringkasan: how the whole plan stands, on one printed page."""

from __future__ import annotations

from xlsxwriter.workbook import Workbook

from zi_excel.measuring.lke import WBBM, WBK
from zi_excel.opc.workbook.workbook import quoted
from zi_excel.report.contents import moved_sentence
from zi_excel.report.opening import course_title, needed_sentence
from zi_excel.sheets.charts import (
    course_chart,
    course_description,
    place_charts,
    rencana_chart,
    rencana_description,
    status_chart,
    status_description,
)
from zi_excel.sheets.figures import STATUSES, TERTIMBANG, keep_honest, row_formulas
from zi_excel.sheets.heading import write_first_sentence, write_heading
from zi_excel.sheets.laporan.bukti import bukti_chart, bukti_description
from zi_excel.sheets.laporan.groups import (
    ROW,
    ROW_HEIGHT,
    group_formulas,
    weighted_formula,
    write_group,
    write_table_header,
)
from zi_excel.sheets.laporan.perjalanan import CAPAIAN, RENCANA, TANGGAL
from zi_excel.sheets.laporan.places import PER, SOURCE, WBBM_NAME, WBK_NAME, Book
from zi_excel.sheets.layout import CHANGED_ROW, NEEDED_ROW, RINGKASAN_HEADER_ROW, TABLE_PLACES, RingkasanCol
from zi_excel.sheets.page import Page
from zi_excel.sheets.ringkasan import write_tiles
from zi_excel.sheets.style import BAR_COLOUR, CELL, HEADER, SECTION, SHARE, TEXT, TOTAL, look

WIDTHS = (7.0, 38.0, 10.5, 10.5, 12.0, 10.0, 12.5, *(10.5,) * len(STATUSES), 10.0, 9.0, 9.0)
_CHART_ROWS = 10


def write_ringkasan(page: Page, workbook: Workbook, book: Book, urgent: str) -> int:
    """Writes the sheet. Returns its last row. urgent: the sheet that says most of what needs somebody now."""
    monev, measured, layout = book.monev, book.contents.measurement, book.monev.layout
    title = f"Ringkasan capaian Rencana Aksi Pembangunan Zona Integritas Tahun {monev.plan.year}"
    write_heading(page, title, monev)
    write_first_sentence(page, layout, measured, day=PER)
    page.text(CHANGED_ROW, 1, moved_sentence(book.contents), TEXT)
    page.link(NEEDED_ROW, 1, f"internal:{quoted(urgent)}!A1", needed_sentence(measured), TEXT)
    write_tiles(page, layout, measured.total)
    page.text(RINGKASAN_HEADER_ROW - 1, 1, "Capaian per komponen", SECTION)
    _write_komponen(page, book)
    first = layout.chart_row
    page.text(first, 1, "Grafik", SECTION)
    place_charts(
        page,
        first,
        _CHART_ROWS,
        (
            (rencana_chart(workbook, monev), rencana_description(monev)),
            (status_chart(workbook, monev), status_description(monev)),
        ),
    )
    second = first + _CHART_ROWS + 1
    course = course_chart(workbook, course_title(measured), book.places.course, (TANGGAL, RENCANA, CAPAIAN))
    place_charts(
        page,
        second,
        _CHART_ROWS,
        ((course, course_description(monev.plan.year)), (bukti_chart(workbook, book), bukti_description(book))),
    )
    page.sheet.set_zoom(90)
    return second + _CHART_ROWS + 1


def _write_komponen(page: Page, book: Book) -> None:
    layout, measured = book.monev.layout, book.contents.measurement
    table = layout.ringkasan_komponen
    write_table_header(page, RINGKASAN_HEADER_ROW, "KOMPONEN")
    page.header(RINGKASAN_HEADER_ROW, ("BATAS AREA WBK", "BATAS AREA WBBM"), HEADER, first=RingkasanCol.WBK)
    for row, group in enumerate(measured.komponen, table.first):
        sheet = book.sheet_of(group.kode)
        page.link(row, RingkasanCol.KODE, f"internal:{quoted(sheet)}!A1", group.kode, look(ROW, align="center"))
        formulas = group_formulas(book.places.komponen.get(group.kode))
        if group.tertimbang is not None and group.kode in book.places.of_komponen:
            formulas[TERTIMBANG.key] = weighted_formula(book.places.of_komponen[group.kode])
        write_group(page, row, group, formulas, weighted=True)
        page.formula(row, RingkasanCol.WBK, f"={WBK_NAME}", WBK, look(ROW, SHARE))
        page.formula(row, RingkasanCol.WBBM, f"={WBBM_NAME}", WBBM, look(ROW, SHARE))
    if not measured.komponen:
        page.blank(table.first, 1, len(WIDTHS), CELL)
    _write_total(page, book)
    page.bars(table.first, TABLE_PLACES["capaian"], layout.total_row, BAR_COLOUR)
    keep_honest(page, table.first, layout.total_row, TABLE_PLACES)


def _write_total(page: Page, book: Book) -> None:
    total, row = book.contents.measurement.total, book.monev.layout.total_row
    style = look(ROW, TOTAL)
    formulas = dict(row_formulas([book.places.all], SOURCE))
    if total.tertimbang is not None:
        formulas[TERTIMBANG.key] = weighted_formula(book.places.sub_table)
    page.text(row, RingkasanCol.KODE, "", style)
    write_group(page, row, total._replace(nama="Seluruhnya"), formulas, style=style, weighted=True)
    page.blank(row, RingkasanCol.WBK, RingkasanCol.WBBM, style)
    page.height(row, ROW_HEIGHT + 2)
    if total.tertimbang is None:
        reason = f"Capaian tertimbang tidak dihitung: {total.tertimbang_sebab or 'bobotnya tidak ada.'}"
        page.text(row + 1, 1, reason, look(TEXT, italic=True))
