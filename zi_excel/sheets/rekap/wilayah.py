"""Wilayah: the means of each group of kantor, where there are several."""

from __future__ import annotations

from collections.abc import Iterator

from zi_excel.kantor.figures import WilayahFigures
from zi_excel.sheets.fitting import one_line
from zi_excel.sheets.layout import FIRST_ROW, HEADER_ROW
from zi_excel.sheets.page import Page
from zi_excel.sheets.rekap.heading import NAME, write_header, write_heading
from zi_excel.sheets.rekap.heading import ROW as PLAIN
from zi_excel.sheets.rekap.places import BELUM_MELAPOR, Book, DataCol, runs_of
from zi_excel.sheets.style import (
    BAR_COLOUR,
    COUNT,
    HONEST_POINTS,
    HONEST_TENTHS,
    POINTS,
    SHARE_TENTHS,
    Look,
    look,
)
from zi_excel.wording import NONE

NAMA, KANTOR, BELUM, RATA_RATA, MEDIAN, TERENDAH, TERTINGGI, RENCANA, DEVIASI, TERTIMBANG, FIRST_KOMPONEN = range(1, 12)
_WIDTHS = (40.0, 11.0, 12.0, 12.0, 11.0, 12.0, 12.0, 11.5, 11.0, 14.5)
_TITLES = (
    *("WILAYAH", "KANTOR", "BELUM MELAPOR", "RATA-RATA", "MEDIAN", "TERENDAH", "TERTINGGI", "RENCANA"),
    *("DEVIASI\n(POIN)", "TERTIMBANG"),
)
_KOMPONEN_WIDTH = 9.5


def widths(book: Book) -> list[float]:
    """The widths of the columns."""
    return [*_WIDTHS, *(_KOMPONEN_WIDTH,) * len(book.rekap.komponen)]


def last_row(book: Book) -> int:
    """The sheet's last row."""
    return FIRST_ROW + len(book.rekap.wilayah) - 1


def write_wilayah(page: Page, book: Book) -> None:
    """Writes the sheet."""
    rekap, last = book.rekap, last_row(book)
    alone = sum(record.wilayah is None for record in rekap.kantor)
    context = f"{len(rekap.wilayah)} wilayah. Rata-rata: tiap kantor dihitung sekali, berapa pun indikatornya."
    if alone:
        context += f" {alone} kantor tanpa wilayah tidak ada di sini."
    write_heading(page, "Wilayah: rata-rata kantor di setiap wilayah", book, context)
    komponen = [figures.kode or figures.nama for figures in rekap.komponen]
    write_header(page, HEADER_ROW, [*_TITLES, *komponen])
    for row, wilayah in enumerate(rekap.wilayah, FIRST_ROW):
        page.text(row, NAMA, one_line(wilayah.nama), NAME)
        page.height(row, 18)
        for column, (formula, value, style) in enumerate(_figures(wilayah, book), KANTOR):
            page.formula(row, column, formula, value, look(PLAIN, style))
    page.bars(FIRST_ROW, RATA_RATA, last, BAR_COLOUR)
    if rekap.komponen:
        page.heat(FIRST_ROW, FIRST_KOMPONEN, last, len(page.widths))
    for column in (RATA_RATA, MEDIAN, TERENDAH, TERTINGGI, RENCANA, *range(TERTIMBANG, len(page.widths) + 1)):
        page.honest(FIRST_ROW, column, last, HONEST_TENTHS)
    page.honest(FIRST_ROW, DEVIASI, last, HONEST_POINTS)
    page.filter(HEADER_ROW, last, len(page.widths))
    page.sheet.freeze_panes(HEADER_ROW, NAMA)


def _figures(wilayah: WilayahFigures, book: Book) -> Iterator[tuple[str, float | None, Look]]:
    """The formulas from KANTOR on, with their values and looks."""
    runs = runs_of(wilayah.members)
    spread = wilayah.spread
    shares = book.down(DataCol.CAPAIAN, runs)
    reports = book.down(DataCol.LAPORAN, runs).split(",")
    without = sum(not book.rekap.kantor[place].melapor for place in wilayah.members)
    yield f"=COUNT({shares})", spread.kantor, COUNT
    yield "=" + "+".join(f'COUNTIF({each},"{BELUM_MELAPOR}")' for each in reports), without, COUNT
    yield mean_formula(shares), spread.rata_rata, SHARE_TENTHS
    yield f"=MEDIAN({shares})", spread.median, SHARE_TENTHS
    yield f"=MIN({shares})", spread.terendah, SHARE_TENTHS
    yield f"=MAX({shares})", spread.tertinggi, SHARE_TENTHS
    yield mean_formula(book.down(DataCol.RENCANA, runs)), wilayah.rencana, SHARE_TENTHS
    deviasi = None if wilayah.deviasi is None else wilayah.deviasi * 100
    yield mean_formula(book.down(DataCol.DEVIASI, runs)), deviasi, POINTS
    yield mean_formula(book.down(DataCol.TERTIMBANG, runs)), wilayah.tertimbang, SHARE_TENTHS
    for area, value in enumerate(wilayah.komponen):
        yield mean_formula(book.down(book.of_komponen(area), runs)), value, SHARE_TENTHS


def mean_formula(cells: str) -> str:
    """The mean of those cells that hold a number; the dash where none does."""
    return f'=IF(COUNT({cells})=0,"{NONE}",SUM({cells})/COUNT({cells}))'
