"""Ringkasan's lists of the kantor and the indikator that are furthest behind, each with what to do next."""

from __future__ import annotations

from zi_excel.measuring.status import Status
from zi_excel.opc.workbook.workbook import quoted
from zi_excel.sheets.fitting import fitting, one_line
from zi_excel.sheets.layout import FIRST_ROW
from zi_excel.sheets.page import Page
from zi_excel.sheets.rekap.heading import LOW_ROW, NAME, OPEN, ROW, file_link, write_name, write_open
from zi_excel.sheets.rekap.indikator import figures_of, row_of
from zi_excel.sheets.rekap.places import INDIKATOR, KANTOR, Book, DataCol
from zi_excel.sheets.style import COUNT, HEADER, HONEST_POINTS, HONEST_TENTHS, POINTS, SECTION, SHARE_TENTHS, look
from zi_excel.wording import NONE

LAST = 14
"""Ringkasan's last column."""
MOST_LINES = 2
KANTOR_NAME, KANTOR_DEVIASI = 2, 5
"""The columns of the kantor's name and deviasi."""
_NEXT_FROM = 9  # the first of the columns that are merged for what to do next


def write_kantor_behind(page: Page, book: Book, row: int) -> int:
    """Writes the kantor furthest behind; returns the row of the next section."""
    rekap = book.rekap
    page.text(row, 1, "Kantor yang paling jauh di belakang rencananya", SECTION)
    titles = ("NO", "KANTOR", "CAPAIAN", "RENCANA", "DEVIASI\n(POIN)", "TERLAMBAT")
    page.header(row + 1, titles, HEADER)
    page.text(row + 1, 7, "WILAYAH", HEADER, last=_NEXT_FROM - 1)
    page.text(row + 1, _NEXT_FROM, "LANGKAH BERIKUT", HEADER, last=LAST)
    page.height(row + 1, 30)
    at_row = {place: at for at, place in enumerate(book.ranked, FIRST_ROW)}
    first = row + 2
    block = range(book.status, book.status + len(book.columns))
    for at, place in enumerate(rekap.behind, first):
        record = rekap.kantor[place]
        page.number(at, 1, at - first + 1, look(ROW, COUNT))
        write_name(page, at, KANTOR_NAME, f"internal:{quoted(KANTOR)}!A{at_row[place]}", shown_name(page, record.nama))
        total = record.total
        deviasi = None if total.deviasi is None else total.deviasi * 100
        for column, source, value, style in (
            (3, DataCol.CAPAIAN, total.capaian, SHARE_TENTHS),
            (4, DataCol.RENCANA, total.rencana, SHARE_TENTHS),
            (KANTOR_DEVIASI, DataCol.DEVIASI, deviasi, POINTS),
        ):
            page.formula(at, column, f"={book.cell(place, source)}", value, look(ROW, style))
        late = f'=COUNTIF({book.across(place, block)},"{Status.TERLAMBAT.text}")'
        page.formula(at, 6, late, total.status[Status.TERLAMBAT], look(ROW, COUNT))
        page.text(at, 7, fitting(one_line(record.wilayah or NONE), page.width(7, 8) - 2, 2, " …"), NAME, last=8)
        _write_next(page, at, file_link(record.berkas, book), OPEN, _next_of_kantor(book, place))
    if not rekap.behind:
        page.text(first, 1, "Tidak ada kantor yang di belakang rencananya.", NAME, last=LAST)
    last = max(first, first + len(rekap.behind) - 1)
    _keep_honest(page, first, last)
    return last + 2


def shown_name(page: Page, nama: str) -> str:
    """A kantor's name as it stands in the list."""
    return fitting(one_line(nama), page.widths[KANTOR_NAME - 1] - 2, MOST_LINES, " …")


def _next_of_kantor(book: Book, place: int) -> str:
    record = book.rekap.kantor[place]
    if not record.melapor:
        return "Minta laporannya: belum ada satu pun realisasi di buku kerjanya"
    late = [each for each in record.indikator() if each.status is Status.TERLAMBAT]
    if not late:
        return "Tanyakan mengapa tertinggal: tidak ada yang terlambat"
    worst = max(late, key=lambda each: each.hari_terlambat or 0)
    return f"Mulai dari {worst.kode}, terlambat {worst.hari_terlambat or 0} hari"


def _write_next(page: Page, row: int, target: str | None, name: str, text: str) -> None:
    """Writes what to do next into its merged cells, and the way there beside it."""
    shown = fitting(text, page.width(_NEXT_FROM, LAST - 1) - 2, MOST_LINES + 1, " …")
    page.text(row, _NEXT_FROM, shown, NAME, last=LAST - 1)
    write_open(page, row, LAST, target, name)
    page.height(row, LOW_ROW)


def write_indikator_behind(page: Page, book: Book, row: int) -> int:
    """Writes the indikator furthest behind; returns the row of the next section."""
    rekap = book.rekap
    page.text(row, 1, "Indikator yang paling jauh di belakang rencananya, di semua kantor", SECTION)
    titles = ("KODE", "INDIKATOR", "RATA-RATA", "RENCANA", "DEVIASI\n(POIN)", "TERLAMBAT", "KANTOR", "TERENDAH")
    page.header(row + 1, titles, HEADER)
    page.text(row + 1, _NEXT_FROM, "LANGKAH BERIKUT", HEADER, last=LAST)
    page.height(row + 1, 30)
    first = row + 2
    for at, place in enumerate(rekap.behind_indikator, first):
        figures = rekap.indikator[place]
        target = f"internal:{quoted(INDIKATOR)}!A{row_of(place)}"
        page.link(at, 1, target, figures.kode, look(ROW, align="center"))
        page.text(at, 2, fitting(one_line(figures.indikator), page.widths[1] - 2, MOST_LINES, " …"), NAME)
        kantor, mean, lowest, _, rencana, deviasi, *states = figures_of(figures, book)
        late = states[list(Status).index(Status.TERLAMBAT)]
        for column, (formula, value, style) in enumerate((mean, rencana, deviasi, late, kantor, lowest), 3):
            page.formula(at, column, formula, value, look(ROW, style))
        names = ", ".join(one_line(rekap.kantor[other].nama) for other in figures.behind)
        _write_next(page, at, target, "Lihat", f"Tanyakan kepada {names}" if names else NONE)
    if not rekap.behind_indikator:
        page.text(first, 1, "Tidak ada indikator yang di belakang rencananya.", NAME, last=LAST)
    last = max(first, first + len(rekap.behind_indikator) - 1)
    _keep_honest(page, first, last)
    page.honest(first, 8, last, HONEST_TENTHS)
    return last + 2


def _keep_honest(page: Page, first: int, last: int) -> None:
    for column in (3, 4):
        page.honest(first, column, last, HONEST_TENTHS)
    page.honest(first, 5, last, HONEST_POINTS)
