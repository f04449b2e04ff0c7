"""The course over the year: what was planned for each day, and what was reached; a table under Perhitungan's block."""

from __future__ import annotations

from zi_excel.rencana_aksi import column_letters
from zi_excel.sheets.laporan.parts import serial
from zi_excel.sheets.laporan.places import PER, Book, Calc
from zi_excel.sheets.page import Page, cell
from zi_excel.sheets.style import CELL, DAY, HEADER, HONEST_TENTHS, SECTION, SHARE_TENTHS, look
from zi_excel.wording import NONE

TANGGAL, RENCANA, CAPAIAN = 2, 3, 4


def write_course(page: Page, book: Book) -> None:
    """Writes the table. A capaian stands only where one is known: today's as a formula, earlier ones as recorded."""
    table, per = book.places.course, book.contents.measurement.per
    page.text(table.first - 2, 1, "Jalannya rencana dan capaian sepanjang tahun", SECTION)
    page.header(table.first - 1, ("TANGGAL", "RENCANA", "CAPAIAN"), HEADER, first=TANGGAL)
    page.height(table.first - 1, 30)
    share = look(CELL, SHARE_TENTHS)
    for row, point in enumerate(book.contents.course, table.first):
        if point.day == per:
            page.formula(row, TANGGAL, f"={PER}", serial(point.day), look(CELL, DAY, bold=True))
        else:
            page.number(row, TANGGAL, serial(point.day), look(CELL, DAY))
        page.formula(row, RENCANA, _planned(book, row), point.rencana, share)
        if point.day == per:
            shares, kodes = (book.places.all.column(each).partition("!")[2] for each in (Calc.REALISASI, Calc.KODE))
            mean = f"=IF(COUNTA({kodes})=0,0,SUM({shares})/COUNTA({kodes}))"
            page.formula(row, CAPAIAN, mean, point.capaian, look(share, bold=True))
        elif point.capaian is None:
            page.blank(row, CAPAIAN, CAPAIAN, CELL)
        else:
            page.number(row, CAPAIAN, point.capaian, share)
    for column in (RENCANA, CAPAIAN):
        page.honest(table.first, column, table.last, HONEST_TENTHS)


def _planned(book: Book, row: int) -> str:
    """The mean over the indikator that have tonggak of how many of their days are not after that one."""
    block = book.places.all
    first, last = column_letters(Calc.FIRST_DAY), column_letters(Calc.FIRST_DAY + book.places.days - 1)
    days = f"${first}${block.first}:${last}${block.last}"
    counts = block.column(Calc.JUMLAH_HARI).partition("!")[2]
    day = f"${cell(row, TANGGAL)}"
    # An empty cell counts as 0, so it is left out by ">0"; where an indikator has no day, nothing is divided by 0.
    due = f"SUMPRODUCT(({days}>0)*({days}<={day})/({counts}+({counts}=0)))"
    return f'=IF(COUNTIF({counts},">0")=0,"{NONE}",ROUND({due}/COUNTIF({counts},">0"),12))'
