"""Perjalanan: rencana and capaian on each day of the course over the year, the numbers of its chart."""

from __future__ import annotations

from zi_excel.plan.rencana_aksi import column_letters
from zi_excel.sheets.heading import write_heading
from zi_excel.sheets.laporan.places import PER, Book, Calc
from zi_excel.sheets.layout import CONTEXT_ROW, HEADER_ROW
from zi_excel.sheets.page import Page, cell
from zi_excel.sheets.report_page import serial
from zi_excel.sheets.style import CELL, DAY, HEADER, HONEST_TENTHS, SHARE_TENTHS, SIGN, look
from zi_excel.wording import NONE

TANGGAL, RENCANA, CAPAIAN = 1, 2, 3
WIDTHS = (16.0, 16.0, 16.0, 80.0)

_HINT = (
    "Untuk layar. Rencana: rata-rata atas indikator yang bertonggak. Capaian: hari penilaian menurut Perhitungan, hari "
    "sebelumnya menurut riwayat."
)


def write_course(page: Page, book: Book) -> None:
    """Writes the sheet. The as-of day's capaian is a formula, earlier ones are as recorded, other days have none."""
    table, per = book.places.course, book.contents.measurement.per
    write_heading(page, f"Perjalanan rencana dan capaian tahun {book.monev.plan.year}", book.monev)
    page.text(CONTEXT_ROW, 1, _HINT, SIGN)
    page.header(HEADER_ROW, ("TANGGAL", "RENCANA", "CAPAIAN"), HEADER)
    page.height(HEADER_ROW, 24)
    share = look(CELL, SHARE_TENTHS)
    for row, point in enumerate(book.contents.course, table.first):
        if point.day == per:
            page.formula(row, TANGGAL, f"={PER}", serial(point.day), look(CELL, DAY, bold=True))
        else:
            page.number(row, TANGGAL, serial(point.day), look(CELL, DAY))
        page.formula(row, RENCANA, _planned(book, row), point.rencana, share)
        if point.day == per:
            shares, kodes = map(book.places.all.column, (Calc.REALISASI, Calc.KODE))
            mean = f"=IF(COUNTA({kodes})=0,0,SUM({shares})/COUNTA({kodes}))"
            page.formula(row, CAPAIAN, mean, point.capaian, look(share, bold=True))
        elif point.capaian is None:
            page.blank(row, CAPAIAN, CAPAIAN, CELL)
        else:
            page.number(row, CAPAIAN, point.capaian, share)
    for column in (RENCANA, CAPAIAN):
        page.honest(table.first, column, table.last, HONEST_TENTHS)
    page.sheet.freeze_panes(HEADER_ROW, 0)


def _planned(book: Book, row: int) -> str:
    """The formula of rencana on a row's day: over the indikator with tonggak, the mean share of days up to that one."""
    block = book.places.all
    last = column_letters(Calc.FIRST_DAY + book.places.days - 1)
    days = f"{block.cell(Calc.FIRST_DAY)}:${last}${block.last}"
    counts = block.column(Calc.JUMLAH_HARI)
    day = f"${cell(row, TANGGAL)}"
    # An empty cell counts as 0, so it is left out by ">0"; where an indikator has no day, nothing is divided by 0.
    due = f"SUMPRODUCT(({days}>0)*({days}<={day})/({counts}+({counts}=0)))"
    return f'=IF(COUNTIF({counts},">0")=0,"{NONE}",ROUND({due}/COUNTIF({counts},">0"),12))'
