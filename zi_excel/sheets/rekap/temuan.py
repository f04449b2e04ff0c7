"""Temuan: the rules by how many kantor have a finding of them. Tidak Terbaca: the workbooks that are in no figure."""

from __future__ import annotations

from zi_excel.sheets.fitting import one_line
from zi_excel.sheets.layout import FIRST_ROW, HEADER_ROW
from zi_excel.sheets.page import Page, cell
from zi_excel.sheets.rekap.heading import NAME, ROW, file_link, write_header, write_heading, write_name, write_open
from zi_excel.sheets.rekap.places import Book, DataCol
from zi_excel.sheets.style import BAR_COLOUR, CELL, COUNT, HONEST_TENTHS, LEVEL, SHARE_TENTHS, WRAP, look, rimmed
from zi_excel.validation.findings import Level
from zi_excel.wording import NONE, level_text

ATURAN, JUDUL, KANTOR, BAGIAN, FIRST_LEVEL = range(1, 6)
_SUM = FIRST_LEVEL + len(Level)
WIDTHS = (12.0, 70.0, 11.0, 16.0, *(15.0,) * len(Level), 15.0)
UNREAD_WIDTHS = (56.0, 9.0, 26.0, 94.0)
_NOTHING = "Tidak ada temuan."
_ALL_READ = "Semua buku kerja terbaca."


def last_row(book: Book) -> int:
    """The last row of Temuan."""
    return FIRST_ROW + max(len(book.rekap.temuan), 1) - 1


def write_temuan(page: Page, book: Book) -> None:
    """Writes Temuan."""
    rekap, last = book.rekap, last_row(book)
    context = "Yang mengenai kantor terbanyak di atas. Penjelasan satu aturan: zi-excel aturan KODE."
    write_heading(page, "Temuan: aturan menurut banyaknya kantor", book, context)
    write_header(
        page,
        HEADER_ROW,
        ("ATURAN", "ISI", "KANTOR", "BAGIAN KANTOR", *(level_text(level) for level in Level), "SELURUHNYA"),
    )
    for at, level in enumerate(Level):
        page.text(HEADER_ROW, FIRST_LEVEL + at, level_text(level), rimmed(LEVEL[level].header))
    columns = {rule: book.first_rule + at for at, rule in enumerate(book.rules)}
    kantor = book.down(DataCol.NOMOR)
    for row, rule in enumerate(rekap.temuan, FIRST_ROW):
        own = {level: columns[rule.code, level] for level in Level if (rule.code, level) in columns}
        page.text(row, ATURAN, rule.code, look(ROW, align="center"))
        page.text(row, JUDUL, rule.title, NAME)
        page.height(row, 18)
        ranges = [book.down(column) for column in own.values()]
        # Of a rule with two levels a kantor may have both; SIGN counts it once.
        formula = f"=COUNT({ranges[0]})" if len(ranges) == 1 else f"=SUMPRODUCT(SIGN({'+'.join(ranges)}))"
        page.formula(row, KANTOR, formula, rule.kantor, look(ROW, COUNT))
        share = f"={cell(row, KANTOR)}/COUNT({kantor})"
        page.formula(row, BAGIAN, share, rule.kantor / len(rekap.kantor), look(ROW, SHARE_TENTHS))
        for at, level in enumerate(Level):
            formula = f"=SUM({book.down(own[level])})" if level in own else "=0"
            page.formula(row, FIRST_LEVEL + at, formula, rule.levels[level], look(ROW, COUNT))
        levels = f"{cell(row, FIRST_LEVEL)}:{cell(row, _SUM - 1)}"
        page.formula(row, _SUM, f"=SUM({levels})", rule.findings, look(ROW, COUNT))
    if not rekap.temuan:
        page.blank(FIRST_ROW, 1, len(WIDTHS), CELL)
        page.text(FIRST_ROW, JUDUL, _NOTHING, WRAP)
    page.bars(FIRST_ROW, BAGIAN, last, BAR_COLOUR)
    page.honest(FIRST_ROW, BAGIAN, last, HONEST_TENTHS)
    page.filter(HEADER_ROW, last, len(WIDTHS))
    page.sheet.freeze_panes(HEADER_ROW, ATURAN)


def last_unread(book: Book) -> int:
    """The last row of Tidak Terbaca."""
    return FIRST_ROW + max(len(book.rekap.unread), 1) - 1


def write_unread(page: Page, book: Book) -> None:
    """Writes Tidak Terbaca."""
    unread = book.rekap.unread
    context = f"{len(unread)} buku kerja tidak terbaca dan tidak dihitung di mana pun." if unread else _ALL_READ
    write_heading(page, "Tidak Terbaca: buku kerja yang tidak dihitung", book, context)
    write_header(page, HEADER_ROW, ("BERKAS", "BUKU KERJA", "WILAYAH", "SEBAB DAN JALAN KELUARNYA"))
    for row, each in enumerate(unread, FIRST_ROW):
        link, shown = file_link(each.berkas, book), one_line(each.berkas)
        write_name(page, row, 1, link, shown)
        write_open(page, row, 2, link)
        page.text(row, 3, one_line(each.wilayah or NONE), NAME)
        page.text(row, 4, one_line(each.sebab), NAME)
    if not unread:
        page.blank(FIRST_ROW, 1, len(UNREAD_WIDTHS), CELL)
    page.filter(HEADER_ROW, last_unread(book), len(UNREAD_WIDTHS))
    page.sheet.freeze_panes(HEADER_ROW, 0)
