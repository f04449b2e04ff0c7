"""Indikator: a row each, over the kantor that have it: mean, spread, status, and who is furthest behind."""

from __future__ import annotations

from collections.abc import Iterator

from zi_excel.kantor.figures import IndikatorFigures
from zi_excel.measuring.status import Status
from zi_excel.opc.workbook.workbook import quoted
from zi_excel.plan.rencana_aksi import TITLES, Field
from zi_excel.sheets.figures import STATUSES
from zi_excel.sheets.fitting import fitting, one_line
from zi_excel.sheets.heading import Title
from zi_excel.sheets.layout import FIRST_ROW, HEADER_ROW
from zi_excel.sheets.page import Page
from zi_excel.sheets.paper import Paper
from zi_excel.sheets.rekap.heading import NAME, ROW, write_header, write_heading, write_name
from zi_excel.sheets.rekap.places import KANTOR, Book
from zi_excel.sheets.style import (
    BAR_COLOUR,
    CELL,
    COUNT,
    HONEST_POINTS,
    HONEST_TENTHS,
    POINTS,
    SHARE_TENTHS,
    STATUS,
    Look,
    look,
    rimmed,
)
from zi_excel.wording import NONE

KODE, NAMA, KANTOR_COLUMN, RATA_RATA, TERENDAH, TERTINGGI, RENCANA, DEVIASI, FIRST_STATUS = range(1, 10)
TEKS_LAIN = FIRST_STATUS + len(STATUSES)
BEHIND = TEKS_LAIN + 1
_MOST_BEHIND = 3
WIDTHS = (9.5, 41.0, 11.0, 11.0, 12.0, 12.0, 11.0, 11.0, *(12.5,) * len(STATUSES), 9.0, *(46.0,) * _MOST_BEHIND)
_TITLES = (
    Title.KODE,
    TITLES[Field.INDIKATOR],
    "KANTOR",
    "RATA-RATA",
    "TERENDAH",
    "TERTINGGI",
    Title.RENCANA,
    "DEVIASI\n(POIN)",
)
_MOST_LINES = 3


def row_of(place: int) -> int:
    """The row of an indikator."""
    return FIRST_ROW + place


def last_row(book: Book) -> int:
    """The sheet's last row."""
    return FIRST_ROW + max(len(book.rekap.indikator), 1) - 1


def write_indikator(page: Page, book: Book, paper: Paper) -> None:
    """Writes the sheet."""
    last = last_row(book)
    context = (
        "Atas kantor yang mempunyai kode itu dengan teks yang sama dengan kebanyakan kantor. TEKS LAIN: kantor yang "
        "kodenya sama tetapi teksnya lain; mereka tidak dihitung di baris itu."
    )
    write_heading(page, "Indikator: setiap indikator di semua kantor", book, context)
    behind = [f"TERTINGGAL {at}" for at in range(1, _MOST_BEHIND + 1)]
    titles = [*_TITLES, *(figure.title for figure in STATUSES), "TEKS LAIN", *behind]
    write_header(page, HEADER_ROW, titles)
    for at, colours in enumerate(STATUS.values()):
        page.text(HEADER_ROW, FIRST_STATUS + at, STATUSES[at].title, rimmed(colours.header))
    at_row = {place: row for row, place in enumerate(book.ranked, FIRST_ROW)}
    for place, figures in enumerate(book.rekap.indikator):
        _write_row(page, row_of(place), figures, book)
        _write_behind(page, row_of(place), figures, book, at_row)
    if not book.rekap.indikator:
        page.blank(FIRST_ROW, 1, len(WIDTHS), CELL)
    page.bars(FIRST_ROW, RATA_RATA, last, BAR_COLOUR)
    for column in (RATA_RATA, TERENDAH, TERTINGGI, RENCANA):
        page.honest(FIRST_ROW, column, last, HONEST_TENTHS)
    page.honest(FIRST_ROW, DEVIASI, last, HONEST_POINTS)
    page.filter(HEADER_ROW, last, len(WIDTHS))
    page.sheet.freeze_panes(HEADER_ROW, NAMA)
    page.pages_as_needed(NAMA, paper)


def _write_row(page: Page, row: int, figures: IndikatorFigures, book: Book) -> None:
    page.text(row, KODE, figures.kode, look(ROW, align="center"))
    page.text(row, NAMA, fitting(one_line(figures.indikator), page.widths[NAMA - 1] - 2, _MOST_LINES, " …"), NAME)
    for column, (formula, value, style) in enumerate(figures_of(figures, book), KANTOR_COLUMN):
        page.formula(row, column, formula, value, look(ROW, style))
    page.number(row, TEKS_LAIN, figures.teks_lain, look(ROW, COUNT))


def figures_of(figures: IndikatorFigures, book: Book) -> Iterator[tuple[str, float | None, Look]]:
    """The formulas of an indikator from KANTOR to its last status, with their values and looks."""
    columns = book.columns_with(figures.kode)
    shares, states, plans = (
        book.down([start + column for column in columns]) for start in (book.realisasi, book.status, book.rencana)
    )
    spread = figures.spread
    yield f"=COUNTA({shares})", spread.kantor, COUNT
    # A realisasi that can't be read is the text "?", which counts 0.
    yield f'=IF(COUNTA({shares})=0,"{NONE}",SUM({shares})/COUNTA({shares}))', spread.rata_rata, SHARE_TENTHS
    lowest = f"IF(COUNTA({shares})>COUNT({shares}),0,MIN({shares}))"
    yield f'=IF(COUNTA({shares})=0,"{NONE}",{lowest})', spread.terendah, SHARE_TENTHS
    yield f'=IF(COUNTA({shares})=0,"{NONE}",MAX({shares}))', spread.tertinggi, SHARE_TENTHS
    yield f'=IF(COUNT({plans})=0,"{NONE}",SUM({plans})/COUNT({plans}))', figures.rencana, SHARE_TENTHS
    reached = "+".join(
        f'SUMIF({book.down(book.rencana + column)},">=0",{book.down(book.realisasi + column)})' for column in columns
    )
    deviasi = None if figures.deviasi is None else figures.deviasi * 100
    yield f'=IF(COUNT({plans})=0,"{NONE}",({reached}-SUM({plans}))/COUNT({plans})*100)', deviasi, POINTS
    for status in Status:
        counted = "+".join(f'COUNTIF({each},"{status.text}")' for each in states.split(","))
        yield f"={counted}", figures.status[status], COUNT


def _write_behind(page: Page, row: int, figures: IndikatorFigures, book: Book, at_row: dict[int, int]) -> None:
    """Writes the kantor furthest behind, each with the way to its row in Kantor."""
    for at in range(_MOST_BEHIND):
        if at < len(figures.behind):
            place = figures.behind[at]
            name = fitting(one_line(book.rekap.kantor[place].nama), page.widths[BEHIND] - 2, 2, " …")
            write_name(page, row, BEHIND + at, f"internal:{quoted(KANTOR)}!A{at_row[place]}", name)
        else:
            page.text(row, BEHIND + at, "", NAME)
