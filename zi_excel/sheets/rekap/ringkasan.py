"""Ringkasan: how all kantor stand, in figures and charts; then who and what is furthest behind."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from xlsxwriter.workbook import Workbook

from zi_excel.kantor.figures import Spread
from zi_excel.opc.workbook.workbook import quoted
from zi_excel.sheets.fitting import fitting, one_line
from zi_excel.sheets.layout import FIRST_ROW
from zi_excel.sheets.page import Page, cell
from zi_excel.sheets.rekap.behind import (
    KANTOR_DEVIASI,
    KANTOR_NAME,
    MOST_LINES,
    shown_name,
    write_indikator_behind,
    write_kantor_behind,
)
from zi_excel.sheets.rekap.charts import HALF_ROWS, ChartRows, insert_charts, kantor_rows
from zi_excel.sheets.rekap.heading import NAME, ROW, write_heading, write_name
from zi_excel.sheets.rekap.numbers import Numbers, numbers_of, write_numbers
from zi_excel.sheets.rekap.opening import Figures, write_opening
from zi_excel.sheets.rekap.places import (
    BELUM_MELAPOR,
    INDIKATOR,
    KANTOR,
    TIDAK_TERBACA,
    WILAYAH,
    Book,
    DataCol,
    runs_of,
)
from zi_excel.sheets.rekap.temuan import last_unread
from zi_excel.sheets.rekap.wilayah import mean_formula
from zi_excel.sheets.style import (
    BAR_COLOUR,
    COUNT,
    HEADER,
    HONEST_POINTS,
    HONEST_TENTHS,
    POINTS,
    SECTION,
    SHARE_TENTHS,
    TEXT,
    TILE_LABEL,
    TILE_VALUE,
    TOTAL,
    Look,
    look,
)

PLAIN = look()


class Col(IntEnum):
    """The columns of the tables."""

    KODE = 1
    NAMA = 2
    KANTOR = 3
    RATA_RATA = 4
    MEDIAN = 5
    TERENDAH = 6
    TERTINGGI = 7
    RENCANA = 8
    DEVIASI = 9


WIDTHS = (8.0, 50.0, *(11.0,) * 12)
_LAST = len(WIDTHS)
_TABLE_TITLES = ("KANTOR", "RATA-RATA", "MEDIAN", "TERENDAH", "TERTINGGI", "RENCANA", "DEVIASI\n(POIN)")
FIGURES_LABEL_ROW, FIGURES_ROW = 5, 6
"""The labels of the figures of all kantor, and the figures."""
_TABLE_ROW = 9
"""The header of the table of the komponen."""
_SHEETS_FROM = Col.DEVIASI + 2
_MOST_WILAYAH = 10


class _Tile(NamedTuple):
    title: str
    first: int
    last: int
    formula: str
    value: float | None
    style: Look


def write_ringkasan(page: Page, workbook: Workbook, book: Book) -> tuple[int, list[range]]:
    """Writes the sheet. Returns its last printed row, and which rows stay on one page."""
    rekap = book.rekap
    title = f"Rekap Rencana Aksi Pembangunan Zona Integritas Tahun {rekap.tahun}"
    write_heading(page, title, book)
    _write_tiles(page, book)
    page.text(_TABLE_ROW - 1, 1, "Per komponen", SECTION)
    total_row = _write_komponen(page, book)
    _write_sheets(page, book)
    charts = ChartRows(total_row + 2, total_row + 2 + HALF_ROWS + 2, kantor_rows(book))
    page.text(charts.first, 1, "Grafik", SECTION)
    behind_row = charts.second + charts.kantor + 2
    indikator_row = write_kantor_behind(page, book, behind_row)
    write_opening(page, book, _figures(page, book, total_row, behind_row + 2))
    wilayah_row = write_indikator_behind(page, book, indikator_row)
    after = _write_wilayah(page, book, wilayah_row) if book.with_wilayah else wilayah_row
    numbers = numbers_of(book, after + 1, Numbers.komponen_of(_TABLE_ROW + 1, len(rekap.komponen)))
    last = write_numbers(page, book, numbers)
    insert_charts(page, workbook, book, numbers, charts)
    page.sheet.freeze_panes(3, 0)
    page.sheet.hide_gridlines(2)
    page.sheet.set_zoom(90)
    page.sheet.print_area(0, 0, after - 2, _LAST - 1)  # the numbers below are the charts'
    page.sheet.ignore_errors({"formula_differs": f"A1:{cell(last, _LAST)}"})
    sections = [
        range(charts.first, charts.second - 1),
        range(charts.second, behind_row - 1),
        range(behind_row, indikator_row - 1),
    ]
    return after - 2, [
        *sections,
        range(indikator_row, wilayah_row - 1),
        range(wilayah_row, max(after - 1, wilayah_row + 1)),
    ]


def _figures(page: Page, book: Book, total_row: int, behind_row: int) -> Figures:
    """The cells that the sentences speak of. behind_row: that of the kantor furthest behind."""

    def tile(column: int) -> str:
        return cell(FIGURES_ROW, column)

    return Figures(
        rata_rata=tile(1),
        rencana=cell(total_row, Col.RENCANA),
        terendah=tile(5),
        tertinggi=tile(7),
        kantor=tile(9),
        belum_melapor=tile(11),
        tidak_terbaca=tile(13),
        behind=cell(behind_row, KANTOR_DEVIASI),
        behind_name=cell(behind_row, KANTOR_NAME),
        nama="" if not book.rekap.behind else shown_name(page, book.rekap.kantor[book.rekap.behind[0]].nama),
    )


def _write_tiles(page: Page, book: Book) -> None:
    for tile in _tiles(book):
        page.text(FIGURES_LABEL_ROW, tile.first, tile.title, TILE_LABEL, last=tile.last)
        style = look(TILE_VALUE, tile.style, align="center")
        page.text(FIGURES_ROW, tile.first, "", style, last=tile.last)
        page.formula(FIGURES_ROW, tile.first, tile.formula, tile.value, style)
        if tile.style == SHARE_TENTHS:
            page.honest(FIGURES_ROW, tile.first, FIGURES_ROW, HONEST_TENTHS)
    page.height(FIGURES_ROW, 30)


def _tiles(book: Book) -> Iterator[_Tile]:
    rekap, spread = book.rekap, book.rekap.spread
    shares, reports = book.down(DataCol.CAPAIAN), book.down(DataCol.LAPORAN)
    unread = f"{quoted(TIDAK_TERBACA)}!$A${FIRST_ROW}:$A${last_unread(book)}"
    yield _Tile("RATA-RATA CAPAIAN", 1, 2, mean_formula(shares), spread.rata_rata, SHARE_TENTHS)
    yield _Tile("MEDIAN", 3, 4, f"=MEDIAN({shares})", spread.median, SHARE_TENTHS)
    yield _Tile("TERENDAH", 5, 6, f"=MIN({shares})", spread.terendah, SHARE_TENTHS)
    yield _Tile("TERTINGGI", 7, 8, f"=MAX({shares})", spread.tertinggi, SHARE_TENTHS)
    yield _Tile("KANTOR TERBACA", 9, 10, f"=COUNT({shares})", spread.kantor, COUNT)
    without = len(rekap.belum_melapor)
    yield _Tile("BELUM MELAPOR", 11, 12, f'=COUNTIF({reports},"{BELUM_MELAPOR}")', without, COUNT)
    yield _Tile("TIDAK TERBACA", 13, 14, f"=COUNTA({unread})", len(rekap.unread), COUNT)


def _write_komponen(page: Page, book: Book) -> int:
    """Writes the table of the komponen; returns the row of all of them together."""
    rekap, row = book.rekap, _TABLE_ROW + 1
    page.header(_TABLE_ROW, ("KODE", "KOMPONEN", *_TABLE_TITLES), HEADER)
    page.height(_TABLE_ROW, 30)
    for area, figures in enumerate(rekap.komponen):
        page.text(row, Col.KODE, figures.kode, look(ROW, align="center"))
        page.text(row, Col.NAMA, one_line(figures.nama), NAME)
        first = book.of_komponen(area)
        columns = tuple(book.down(first + at) for at in range(3))
        _write_spread(page, row, figures.spread, columns, (figures.rencana, figures.deviasi))
        page.height(row, 18)
        row += 1
    page.text(row, Col.KODE, "", look(ROW, TOTAL))
    page.text(row, Col.NAMA, "Semua kantor", look(NAME, TOTAL))
    columns = tuple(book.down(column) for column in (DataCol.CAPAIAN, DataCol.RENCANA, DataCol.DEVIASI))
    _write_spread(page, row, rekap.spread, columns, (rekap.rencana, rekap.deviasi), style=look(TOTAL))
    page.height(row, 20)
    page.bars(_TABLE_ROW + 1, Col.RATA_RATA, row, BAR_COLOUR)
    _keep_honest(page, _TABLE_ROW + 1, row)
    return row


def _write_spread(
    page: Page,
    row: int,
    spread: Spread,
    columns: tuple[str, ...],
    planned: tuple[float | None, float | None],
    *,
    style: Look = PLAIN,
) -> None:
    """Writes the figures of some kantor.

    columns: of their capaian, rencana and deviasi. planned: the means of the last two.
    """
    shares, plans, differences = columns
    deviasi = None if planned[1] is None else planned[1] * 100
    for column, (formula, value, number) in enumerate(
        (
            (f"=COUNT({shares})", spread.kantor, COUNT),
            (mean_formula(shares), spread.rata_rata, SHARE_TENTHS),
            (f"=MEDIAN({shares})", spread.median, SHARE_TENTHS),
            (f"=MIN({shares})", spread.terendah, SHARE_TENTHS),
            (f"=MAX({shares})", spread.tertinggi, SHARE_TENTHS),
            (mean_formula(plans), planned[0], SHARE_TENTHS),
            (mean_formula(differences), deviasi, POINTS),
        ),
        Col.KANTOR,
    ):
        page.formula(row, column, formula, value, look(ROW, number, style))


def _keep_honest(page: Page, first: int, last: int) -> None:
    for column in range(Col.RATA_RATA, Col.RENCANA + 1):
        page.honest(first, column, last, HONEST_TENTHS)
    page.honest(first, Col.DEVIASI, last, HONEST_POINTS)


def _write_sheets(page: Page, book: Book) -> None:
    """Writes what the other sheets show, beside the table of the komponen."""
    page.text(_TABLE_ROW, _SHEETS_FROM, "Isi buku ini", look(SECTION, valign="bottom"))
    for row, (name, what) in enumerate(_sheets(book), _TABLE_ROW + 1):
        page.link(row, _SHEETS_FROM, f"internal:{quoted(name)}!A1", f"{name}: {what}", look(TEXT, valign="vcenter"))


def _sheets(book: Book) -> Iterator[tuple[str, str]]:
    yield KANTOR, "satu baris per kantor"
    yield "Peta", "indikator dan kantor, yang tertinggal bersama"
    yield INDIKATOR, "satu baris per indikator"
    if book.with_wilayah:
        yield WILAYAH, "rata-rata tiap wilayah"
    yield "Temuan", "aturan menurut banyaknya kantor"
    yield TIDAK_TERBACA, "buku kerja yang tidak dihitung"
    yield "Metodologi", "dari mana setiap angka berasal"
    yield "Data", "yang dibaca dari buku kerja"


def _write_wilayah(page: Page, book: Book, row: int) -> int:
    """Writes the wilayah with the lowest means; returns the row of the next section."""
    rekap = book.rekap
    lowest = sorted(range(len(rekap.wilayah)), key=lambda at: (rekap.wilayah[at].spread.rata_rata or 0.0, at))
    shown = lowest[:_MOST_WILAYAH]
    title = "Wilayah" if len(shown) == len(lowest) else f"{len(shown)} wilayah dengan rata-rata terendah"
    page.text(row, 1, title, SECTION)
    page.header(row + 1, ("NO", "WILAYAH", *_TABLE_TITLES), HEADER)
    page.height(row + 1, 30)
    first = row + 2
    for at, place in enumerate(shown, first):
        wilayah = rekap.wilayah[place]
        page.number(at, Col.KODE, at - first + 1, look(ROW, COUNT))
        name = fitting(one_line(wilayah.nama), page.widths[1] - 2, MOST_LINES, " …")
        write_name(page, at, Col.NAMA, f"internal:{quoted(WILAYAH)}!A{FIRST_ROW + place}", name)
        runs = runs_of(wilayah.members)
        columns = tuple(book.down(column, runs) for column in (DataCol.CAPAIAN, DataCol.RENCANA, DataCol.DEVIASI))
        _write_spread(page, at, wilayah.spread, columns, (wilayah.rencana, wilayah.deviasi))
        page.height(at, 18)
    last = first + len(shown) - 1
    page.bars(first, Col.RATA_RATA, last, BAR_COLOUR)
    _keep_honest(page, first, last)
    return last + 2
