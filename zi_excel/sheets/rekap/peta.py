"""Peta: indikator by kantor, or by wilayah where there are many; sign and number in each cell, what lags together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zi_excel.kantor.figures import IndikatorFigures, Rekap, mean
from zi_excel.kantor.record import IndikatorRecord
from zi_excel.measuring.status import Status
from zi_excel.opc.workbook.workbook import quoted
from zi_excel.plan.rencana_aksi import TITLES, Field
from zi_excel.sheets.fitting import fitting, one_line
from zi_excel.sheets.heading import Title
from zi_excel.sheets.layout import FIRST_ROW, HEADER_ROW
from zi_excel.sheets.page import Page, cell
from zi_excel.sheets.paper import Paper
from zi_excel.sheets.rekap.heading import LOW_ROW, NAME, write_heading
from zi_excel.sheets.rekap.indikator import figures_of, row_of
from zi_excel.sheets.rekap.places import INDIKATOR, Book, runs_of
from zi_excel.sheets.style import (
    CENTRE,
    HEADER,
    HONEST_TENTHS,
    SHARE_TENTHS,
    STATUS,
    UNREADABLE,
    look,
)
from zi_excel.wording import nearly, percent

KODE, NAMA, RATA_RATA, FIRST = 1, 2, 3, 4
_WIDTHS = (9.0, 48.0, 11.0)
_CELL_WIDTH = 8.0
MOST_KANTOR = 60
"""Kantor that have a column of their own; of more, the wilayah have one."""
_HEADER_HEIGHT = 165.0
_ELSEWHERE = "(tanpa wilayah)"
_OF_KANTOR = "Kosong: kantor itu tidak mempunyai indikatornya, atau kodenya berarti lain."
_OF_WILAYAH = (
    "Angka: rata-rata realisasi kantor di wilayah itu. ✖ setengahnya atau lebih terlambat, ▲ ada yang terlambat, "
    "✔ semuanya selesai, ▶ selebihnya. Kosong: tidak ada kantor yang mempunyainya."
)


class Group(NamedTuple):
    """A column: a kantor, or a wilayah with its kantor (places in the rekap)."""

    title: str
    members: tuple[int, ...]


def groups_of(rekap: Rekap) -> list[Group]:
    """The columns from left to right: those furthest behind their rencana first."""
    if len(rekap.kantor) <= MOST_KANTOR:
        groups = [Group(record.nama, (place,)) for place, record in enumerate(rekap.kantor)]
    else:
        groups = [Group(wilayah.nama, wilayah.members) for wilayah in rekap.wilayah]
        alone = tuple(place for place, record in enumerate(rekap.kantor) if record.wilayah is None)
        groups += [Group(_ELSEWHERE, alone)] if alone else []
    behind = [mean(rekap.kantor[place].total.deviasi for place in group.members) for group in groups]
    order = sorted(range(len(groups)), key=lambda at: (_late(behind[at]), at))
    return [groups[at] for at in order][:MOST_KANTOR]


def _late(deviasi: float | None) -> float:
    return 2.0 if deviasi is None else deviasi


def _weight(figures: IndikatorFigures) -> float:
    """How far all kantor together are behind with an indikator: one of a single kantor is not what lags most."""
    return 1.0 if figures.deviasi is None else figures.deviasi * figures.spread.kantor


def widths(book: Book) -> list[float]:
    """The widths of the columns."""
    return [*_WIDTHS, *(_CELL_WIDTH,) * len(groups_of(book.rekap))]


def last_row(book: Book) -> int:
    """The sheet's last row."""
    return FIRST_ROW + max(len(book.rekap.indikator), 1) - 1


def write_peta(page: Page, book: Book, paper: Paper) -> None:
    """Writes the sheet."""
    rekap, groups = book.rekap, groups_of(book.rekap)
    by_kantor = len(rekap.kantor) <= MOST_KANTOR
    what = "kantor" if by_kantor else "wilayah"
    context = f"Yang paling tertinggal dari rencananya di atas dan di kiri. {_OF_KANTOR if by_kantor else _OF_WILAYAH}"
    if by_kantor:
        context += "\n" + "   ".join(status.text for status in Status)
    write_heading(page, f"Peta: realisasi tiap indikator di tiap {what}", book, context)
    page.header(HEADER_ROW, (Title.KODE, TITLES[Field.INDIKATOR], "RATA-RATA"), look(HEADER, valign="bottom"))
    upright = look(HEADER, rotation=90, align="center", valign="bottom")
    for column, group in enumerate(groups, FIRST):
        name = fitting(one_line(group.title), _HEADER_HEIGHT / 5.6, 2, "…")
        page.text(HEADER_ROW, column, name, upright)
    page.height(HEADER_ROW, _HEADER_HEIGHT)
    order = sorted(range(len(rekap.indikator)), key=lambda at: (_weight(rekap.indikator[at]), at))
    for row, place in enumerate(order, FIRST_ROW):
        _write_row(page, row, place, groups, book)
    last, last_column = last_row(book), FIRST + len(groups) - 1
    if groups:
        for status in Status:
            where = f'LEFT({cell(FIRST_ROW, FIRST)},1)="{status.sign}"'
            colours = STATUS[status]
            page.condition(
                FIRST_ROW, FIRST, last, where, last=last_column, bg_color=colours.fill, font_color=colours.ink
            )
    page.honest(FIRST_ROW, RATA_RATA, last, HONEST_TENTHS)
    page.sheet.freeze_panes(HEADER_ROW, RATA_RATA)
    page.pages_as_needed(RATA_RATA, paper)


def _write_row(page: Page, row: int, place: int, groups: Sequence[Group], book: Book) -> None:
    figures = book.rekap.indikator[place]
    page.link(row, KODE, f"internal:{quoted(INDIKATOR)}!A{row_of(place)}", figures.kode, look(CENTRE, valign="vcenter"))
    page.text(row, NAMA, fitting(one_line(figures.indikator), _WIDTHS[NAMA - 1] - 2, 1, " …"), NAME)
    page.height(row, LOW_ROW)
    _, (mean_formula, value, _), *_ = figures_of(figures, book)
    page.formula(row, RATA_RATA, mean_formula, value, look(CENTRE, SHARE_TENTHS, valign="vcenter"))
    middle = page.form(look(CENTRE, valign="vcenter"))
    for column, (formula, shown) in enumerate(_cells(figures, groups, book), FIRST):
        if formula is None:
            page.sheet.write_blank(row - 1, column - 1, None, middle)
        else:
            page.sheet.write_formula(row - 1, column - 1, formula, middle, shown)


def _cells(figures: IndikatorFigures, groups: Sequence[Group], book: Book) -> Iterator[tuple[str | None, str]]:
    """The formula of each group's cell with its value; None where none of its kantor has the indikator."""
    records = book.rekap.cells(figures)
    columns = book.columns_with(figures.kode)
    one = len(book.rekap.kantor) <= MOST_KANTOR
    for group in groups:
        present = [(place, record) for place in group.members if (record := records[place]) is not None]
        if not present:
            yield None, ""
        elif one:
            place, record = present[0]
            column = next(at for at in columns if at in book.cells[place])
            yield _of_kantor(book, place, column), shown_record(record)
        else:
            yield _of_wilayah(book, group, columns), shown_group([record for _, record in present])


def _of_kantor(book: Book, place: int, column: int) -> str:
    share, status = book.cell(place, book.realisasi + column), book.cell(place, book.status + column)
    return f'=LEFT({status},1)&IF(ISNUMBER({share})," "&{_percent(share)},"")'


def _of_wilayah(book: Book, group: Group, columns: Sequence[int]) -> str:
    runs = runs_of(group.members)
    shares = book.down([book.realisasi + column for column in columns], runs)
    states = book.down([book.status + column for column in columns], runs).split(",")

    def count(status: Status) -> str:
        return "+".join(f'COUNTIF({each},"{status.text}")' for each in states)

    late, done, every = count(Status.TERLAMBAT), count(Status.SELESAI), f"COUNTA({shares})"
    sign = (
        f'IF(2*({late})>={every},"{Status.TERLAMBAT.sign}",IF({late}>0,"{Status.PERLU_PERHATIAN.sign}",'
        f'IF({done}={every},"{Status.SELESAI.sign}","{Status.BERJALAN.sign}")))'
    )
    return f'={sign}&" "&{_percent(f"(SUM({shares})/{every})")}'


def _percent(share: str) -> str:
    """The formula of a share as whole percent, which reads 0 or 100 only where it is exactly that."""
    low, high = nearly(0)
    # A mean of binary fractions may lie just below a half; rounded to nine digits first, it is rounded as it should be.
    return (
        f'IF(AND({share}>0,{share}<{low:.10g}),"{percent(low / 10, 0)}",'
        f'IF(AND({share}<1,{share}>={high:.10g}),"{percent(1 - low / 10, 0)}",ROUND(ROUND(100*{share},9),0)&"%"))'
    )


def shown_record(record: IndikatorRecord) -> str:
    """What stands in a kantor's cell: `✖ 33%`."""
    if record.realisasi is None:
        return UNREADABLE
    return f"{record.status.sign} {percent(record.realisasi, 0)}"


def shown_group(records: Sequence[IndikatorRecord]) -> str:
    """What stands in a wilayah's cell."""
    states = [record.status for record in records]
    late = states.count(Status.TERLAMBAT)
    if 2 * late >= len(states):
        sign = Status.TERLAMBAT.sign
    elif late:
        sign = Status.PERLU_PERHATIAN.sign
    else:
        sign = (Status.SELESAI if states.count(Status.SELESAI) == len(states) else Status.BERJALAN).sign
    return f"{sign} {percent(mean(record.realisasi or 0.0 for record in records), 0)}"
