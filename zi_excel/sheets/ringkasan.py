"""The tab that shows how the whole plan stands: figures, tables and charts; its sections are in ringkasan_sections."""

from __future__ import annotations

from xlsxwriter.workbook import Workbook

from zi_excel.measuring.lke import WBBM, WBK
from zi_excel.measuring.measure import Capaian, Status
from zi_excel.opc.workbook.workbook import quoted
from zi_excel.report.opening import changed_sentence, needed_sentence
from zi_excel.sheets.charts import insert_charts, insert_course
from zi_excel.sheets.figures import (
    BUKTI,
    CAPAIAN,
    DEVIASI,
    FIGURES,
    JUMLAH,
    RENCANA,
    STATUSES,
    TERTIMBANG,
    Figure,
    keep_honest,
    row_formulas,
    write_figures,
)
from zi_excel.sheets.heading import Title, write_first_sentence, write_heading
from zi_excel.sheets.layout import (
    BLOCK_PLACES,
    BLOCK_ROW,
    BOBOT,
    CHANGED_ROW,
    CONTEXT_ROW,
    FIGURES_LABEL_ROW,
    FIGURES_ROW,
    NEEDED_ROW,
    RINGKASAN_HEADER_ROW,
    TABLE_PLACES,
    CourseCol,
    Layout,
    MonevContents,
    RingkasanCol,
    Rows,
)
from zi_excel.sheets.page import Page, cell
from zi_excel.sheets.ringkasan_sections import write_changes, write_legend, write_notes, write_urgent
from zi_excel.sheets.style import (
    BAR_COLOUR,
    CELL,
    DAY,
    HEADER,
    HONEST_TENTHS,
    SECTION,
    SHARE,
    SHARE_TENTHS,
    SIGN,
    STATUS,
    TEXT,
    TILE_LABEL,
    TILE_VALUE,
    TOTAL,
    WEIGHT,
    look,
)
from zi_excel.sheets.tabs import komponen_key

WIDTHS = (7.0, 45.0, 11.0, 11.0, 12.0, 11.0, 13.0, *(11.0,) * len(STATUSES), 12.0, 9.0, 9.0)
_LAST = len(WIDTHS)
_COURSE_NOTE = (
    "Rencana menurut target sekarang, pada akhir setiap bulan dan pada tanggal penyegaran; capaian menurut tab riwayat."
)
_ROW = look(CELL, valign="vcenter")
_ROW_HEIGHT = 18


def write_ringkasan(page: Page, workbook: Workbook, monev: MonevContents) -> None:
    """Writes the tab."""
    measured, layout = monev.measurement, monev.layout
    title = f"Monev Rencana Aksi Pembangunan Zona Integritas Tahun {monev.plan.year}"
    write_heading(page, title, monev)
    write_first_sentence(page, layout, measured)
    page.text(CHANGED_ROW, 1, changed_sentence(monev.recording, measured.total), TEXT)
    page.link(NEEDED_ROW, 1, f"internal:{quoted(page.name)}!A{layout.urgent_row}", needed_sentence(measured), TEXT)
    write_tiles(page, layout, measured.total)
    page.text(RINGKASAN_HEADER_ROW - 1, 1, "Capaian per komponen", SECTION)
    _write_komponen(page, monev)
    page.text(layout.chart_row, 1, "Grafik", SECTION)
    insert_charts(page, workbook, monev)
    write_legend(page, layout.legend_row, _LAST, monev)
    write_urgent(page, layout.urgent_row, monev)
    write_notes(page, layout.notes_row, _LAST, monev)
    page.text(layout.course_row, 1, "Perjalanan sepanjang tahun", SECTION)
    insert_course(page, workbook, monev)
    write_changes(page, layout.changes_row, monev)
    page.text(layout.ringkasan_subkomponen.first - 2, 1, "Capaian per subkomponen", SECTION)
    _write_subkomponen(page, monev)
    last = _write_course(page, monev)
    page.sheet.freeze_panes(CONTEXT_ROW, 0)
    page.sheet.set_zoom(90)
    sections = (layout.urgent_row, layout.course_row, layout.ringkasan_subkomponen.first - 2)
    page.sheet.print_area(0, 0, layout.ringkasan_subkomponen.last - 1, _LAST - 1)  # the course's numbers are a chart's
    page.sheet.set_h_pagebreaks([row - 1 for row in sections])
    page.sheet.ignore_errors({"formula_differs": f"A1:{cell(last, _LAST)}"})


def write_tiles(page: Page, layout: Layout, total: Capaian) -> None:
    """Writes the figures of the whole, large; each reads the row of the total."""
    selesai, terlambat = (figure for figure in STATUSES if figure.key in {Status.SELESAI, Status.TERLAMBAT})
    tiles: tuple[tuple[Figure, int, int], ...] = (
        (CAPAIAN, 1, 2),
        (RENCANA, 3, 4),
        (DEVIASI, 5, 6),
        (TERTIMBANG, 7, 8),
        (JUMLAH, 9, 10),
        (selesai, 11, 12),
        (terlambat, 13, 14),
    )
    for figure, first, last in tiles:
        page.text(FIGURES_LABEL_ROW, first, figure.title, TILE_LABEL, last=last)
        style = look(TILE_VALUE, figure.style, align="center")
        page.text(FIGURES_ROW, first, "", style, last=last)
        source, value = cell(layout.total_row, TABLE_PLACES[figure.key]), figure.value(total)
        page.formula(FIGURES_ROW, first, f"={source}", value, style)
        page.honest(FIGURES_ROW, first, FIGURES_ROW, figure.honest)
    page.height(FIGURES_ROW, 30)


def _write_header(page: Page, row: int, *, weights: str) -> None:
    header = [Title.KODE, "", *(weights if figure is TERTIMBANG else figure.title for figure in FIGURES)]
    header[RingkasanCol.NAMA - 1] = "KOMPONEN" if weights == TERTIMBANG.title else "SUBKOMPONEN"
    page.header(row, header, HEADER)
    for figure, colours in zip(STATUSES, STATUS.values(), strict=True):
        page.text(row, TABLE_PLACES[figure.key], figure.title, colours.header)
    page.height(row, 44)


def _write_komponen(page: Page, monev: MonevContents) -> None:
    layout, measured, table = monev.layout, monev.measurement, monev.layout.ringkasan_komponen
    _write_header(page, RINGKASAN_HEADER_ROW, weights=TERTIMBANG.title)
    page.header(RINGKASAN_HEADER_ROW, ("BATAS AREA WBK", "BATAS AREA WBBM"), HEADER, first=RingkasanCol.WBK)
    for row, group in enumerate(measured.komponen, table.first):
        tab = monev.name(komponen_key(group.kode))
        page.link(row, RingkasanCol.KODE, f"internal:{quoted(tab)}!A1", group.kode, look(_ROW, align="center"))
        page.text(row, RingkasanCol.NAMA, group.nama, look(_ROW, text_wrap=True))
        formulas = {key: f"={_block(layout, group.kode, key)}" for key in TABLE_PLACES if key != TERTIMBANG.key}
        if group.tertimbang is not None and group.kode in layout.of_komponen:
            formulas[TERTIMBANG.key] = _weighted(layout.of_komponen[group.kode])
        write_figures(page, row, TABLE_PLACES, formulas, group, style=_ROW)
        page.height(row, _ROW_HEIGHT)
        page.number(row, RingkasanCol.WBK, WBK, look(_ROW, SHARE))
        page.number(row, RingkasanCol.WBBM, WBBM, look(_ROW, SHARE))
    if not measured.komponen:
        page.blank(table.first, 1, _LAST, CELL)
    row = layout.total_row
    style = look(_ROW, TOTAL)
    page.text(row, RingkasanCol.KODE, "", style)
    page.text(row, RingkasanCol.NAMA, "Seluruhnya", style)
    write_figures(page, row, TABLE_PLACES, _total_formulas(layout, measured.total), measured.total, style=style)
    page.blank(row, RingkasanCol.WBK, RingkasanCol.WBBM, style)
    page.height(row, _ROW_HEIGHT + 2)
    if measured.total.tertimbang is None:
        page.text(row + 1, 1, _reason(measured.total), look(TEXT, italic=True))
    page.bars(table.first, TABLE_PLACES[CAPAIAN.key], row, BAR_COLOUR)
    keep_honest(page, table.first, row, TABLE_PLACES)


def _block(layout: Layout, kode: str, key: str) -> str:
    """The cell of a figure in the block of the komponen's own tab."""
    return Rows(layout.komponen[kode].sheet, BLOCK_ROW, BLOCK_ROW).cell(BLOCK_PLACES[key])


def _weighted(rows: Rows) -> str:
    weights, shares = (_own(rows, column) for column in (BOBOT, TABLE_PLACES[CAPAIAN.key]))
    return f"=SUMPRODUCT({weights},{shares})/SUM({weights})"


def _own(rows: Rows, column: int) -> str:
    """A range of this sheet, without the sheet's name."""
    return rows.column(column).rpartition("!")[2]


def _total_formulas(layout: Layout, total: Capaian) -> dict[str, str]:
    """Counts add up the table; means are taken over all indikator, since komponen differ in size."""
    formulas = dict(row_formulas(list(layout.komponen.values()))) if layout.komponen else {}
    for figure in (JUMLAH, *STATUSES, BUKTI):
        formulas[figure.key] = f"=SUM({_own(layout.ringkasan_komponen, TABLE_PLACES[figure.key])})"
    if total.tertimbang is not None:
        formulas[TERTIMBANG.key] = _weighted(layout.ringkasan_subkomponen)
    return formulas


def _reason(total: Capaian) -> str:
    return f"Capaian tertimbang tidak dihitung: {total.tertimbang_sebab or 'bobotnya tidak ada.'}"


def _write_subkomponen(page: Page, monev: MonevContents) -> None:
    layout, measured, table = monev.layout, monev.measurement, monev.layout.ringkasan_subkomponen
    places = {key: column for key, column in TABLE_PLACES.items() if column != BOBOT}
    _write_header(page, table.first - 1, weights="BOBOT LKE")
    for row, group in enumerate(measured.subkomponen, table.first):
        page.text(row, RingkasanCol.KODE, group.kode, look(_ROW, align="center"))
        page.text(row, RingkasanCol.NAMA, group.nama, look(_ROW, text_wrap=True))
        rows = layout.subkomponen.get(group.kode)
        formulas = {} if rows is None else dict(row_formulas([rows]))
        write_figures(
            page, row, {k: v for k, v in TABLE_PLACES.items() if k != TERTIMBANG.key}, formulas, group, style=_ROW
        )
        page.height(row, _ROW_HEIGHT)
        page.number(row, BOBOT, measured.bobot.get(group.kode), look(_ROW, WEIGHT))
    if not measured.subkomponen:
        page.blank(table.first, 1, TABLE_PLACES[BUKTI.key], CELL)
    page.bars(table.first, TABLE_PLACES[CAPAIAN.key], table.last, BAR_COLOUR)
    keep_honest(page, table.first, table.last, places)


def _write_course(page: Page, monev: MonevContents) -> int:
    """Writes the numbers of the course's chart; returns their last row."""
    rows = monev.layout.course(len(monev.course))
    page.text(rows.first - 2, 1, "Angka perjalanan sepanjang tahun", SECTION)
    page.text(rows.first - 2, CourseCol.CAPAIAN + 1, _COURSE_NOTE, SIGN)
    page.header(rows.first - 1, ("TANGGAL", Title.RENCANA, "CAPAIAN"), HEADER, first=CourseCol.TANGGAL)
    style = look(CELL, SHARE_TENTHS)
    for row, point in enumerate(monev.course, rows.first):
        page.day(row, CourseCol.TANGGAL, point.day, look(CELL, DAY))
        page.number(row, CourseCol.RENCANA, point.rencana, style)
        if point.capaian is None:  # blank, not a dash: a chart would show that as 0
            page.blank(row, CourseCol.CAPAIAN, CourseCol.CAPAIAN, style)
        else:
            page.number(row, CourseCol.CAPAIAN, point.capaian, style)
    for column in (CourseCol.RENCANA, CourseCol.CAPAIAN):
        page.honest(rows.first, column, rows.last, HONEST_TENTHS)
    return rows.last
