"""The numbers of Ringkasan's charts, below its printed part: spread of komponen, distribution, the year's course."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from zi_excel.sheets.layout import Rows
from zi_excel.sheets.page import Page, cell
from zi_excel.sheets.rekap.places import RINGKASAN, Book, DataCol
from zi_excel.sheets.rekap.wilayah import mean_formula
from zi_excel.sheets.report_page import serial
from zi_excel.sheets.style import (
    CELL,
    COUNT,
    DAY,
    HEADER,
    HONEST_TENTHS,
    SECTION,
    SHARE_TENTHS,
    SIGN,
    look,
)

BINS = 10
"""Classes of the distribution, each as wide as a tenth."""

KODE, LOWEST, TO_MEAN, TO_HIGHEST, MEAN, PLANNED = 2, 3, 4, 5, 6, 7
CLASS, COUNTED = 2, 3
DAY_COLUMN, PLAN, REACHED, REACHED_BY = 2, 3, 4, 5


class Numbers(NamedTuple):
    """Where the numbers stand in Ringkasan. table: the rows of the komponen in its table."""

    table: Rows
    spread: Rows
    bins: Rows
    course: Rows

    @staticmethod
    def komponen_of(first: int, count: int) -> Rows:
        """The rows of the table of the komponen."""
        return Rows(RINGKASAN, first, first + max(count, 1) - 1)


def numbers_of(book: Book, row: int, table: Rows) -> Numbers:
    """The places of the numbers. row: the first one below all else; table: the rows of the komponen."""
    spread = Rows(RINGKASAN, row + 2, row + 2 + table.last - table.first)
    bins = Rows(RINGKASAN, spread.last + 4, spread.last + 4 + BINS - 1)
    first = bins.last + 4
    return Numbers(table, spread, bins, Rows(RINGKASAN, first, first + max(len(book.rekap.course), 1) - 1))


def write_numbers(page: Page, book: Book, numbers: Numbers) -> int:
    """Writes the numbers; returns their last row."""
    _write_spread(page, book, numbers)
    _write_bins(page, book, numbers)
    _write_course(page, book, numbers)
    return numbers.course.last


def _write_spread(page: Page, book: Book, numbers: Numbers) -> None:
    rows, table = numbers.spread, numbers.table
    page.text(rows.first - 2, 1, "Angka grafik komponen", SECTION)
    page.header(
        rows.first - 1,
        ("KODE", "TERENDAH", "S.D. RATA-RATA", "S.D. TERTINGGI", "RATA-RATA", "RENCANA"),
        HEADER,
        first=KODE,
    )
    page.height(rows.first - 1, 30)
    share = look(CELL, SHARE_TENTHS)
    for at, figures in enumerate(book.rekap.komponen):
        row, source, spread = rows.first + at, table.first + at, figures.spread
        low, mean, high = spread.terendah or 0.0, spread.rata_rata or 0.0, spread.tertinggi or 0.0
        page.text(row, KODE, figures.kode or figures.nama, CELL)
        page.formula(row, LOWEST, f"={cell(source, 6)}", spread.terendah, share)
        page.formula(row, TO_MEAN, f"=N({cell(source, 4)})-N({cell(source, 6)})", mean - low, share)
        page.formula(row, TO_HIGHEST, f"=N({cell(source, 7)})-N({cell(source, 4)})", high - mean, share)
        page.formula(row, MEAN, f"={cell(source, 4)}", spread.rata_rata, share)
        page.formula(row, PLANNED, f"={cell(source, 8)}", figures.rencana, share)


def _write_bins(page: Page, book: Book, numbers: Numbers) -> None:
    rows, shares = numbers.bins, book.down(DataCol.CAPAIAN)
    page.text(rows.first - 2, 1, "Angka sebaran capaian", SECTION)
    page.header(rows.first - 1, ("CAPAIAN", "KANTOR"), HEADER, first=CLASS)
    limits = [at / BINS for at in range(1, BINS)]
    counts = [0] * BINS
    for record in book.rekap.kantor:
        counts[bisect_right(limits, record.total.capaian + 1e-12)] += 1
    for at, count in enumerate(counts):
        row, low = rows.first + at, at * 100 // BINS
        high = low + 100 // BINS
        last = at == BINS - 1
        page.text(row, CLASS, f"{low}–100%" if last else f"{low}–<{high}%", CELL)
        up_to = "" if last else f'-COUNTIF({shares},">="&{high}/100)'
        page.formula(row, COUNTED, f'=COUNTIF({shares},">="&{low}/100){up_to}', count, look(CELL, COUNT))


def _write_course(page: Page, book: Book, numbers: Numbers) -> None:
    rows, rekap = numbers.course, book.rekap
    page.text(rows.first - 2, 1, "Angka perjalanan sepanjang tahun", SECTION)
    note = "Menurut riwayat di buku kerja masing-masing; hari terakhir: semua kantor, menurut Data."
    page.text(rows.first - 2, REACHED, note, SIGN)
    page.header(rows.first - 1, ("TANGGAL", "RENCANA", "RATA-RATA", "KANTOR"), HEADER, first=DAY_COLUMN)
    share = look(CELL, SHARE_TENTHS)
    for row, point in enumerate(rekap.course, rows.first):
        page.number(row, DAY_COLUMN, serial(point.day), look(CELL, DAY))
        if point.day == rekap.per:
            page.formula(row, PLAN, mean_formula(book.down(DataCol.RENCANA)), point.rencana, share)
            page.formula(row, REACHED, mean_formula(book.down(DataCol.CAPAIAN)), point.rata_rata, share)
            page.formula(row, REACHED_BY, f"=COUNT({book.down(DataCol.CAPAIAN)})", point.kantor, look(CELL, COUNT))
        else:
            page.number(row, PLAN, point.rencana, share)
            page.number(row, REACHED, point.rata_rata, share)
            page.number(row, REACHED_BY, point.kantor, look(CELL, COUNT))
    for column in (PLAN, REACHED):
        page.honest(rows.first, column, rows.last, HONEST_TENTHS)
