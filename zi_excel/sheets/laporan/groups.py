"""The tables of the groups: komponen (Ringkasan), subkomponen and penanggung jawab; each figure a formula."""

from __future__ import annotations

from collections.abc import Mapping

from zi_excel.measuring.measure import NO_PENANGGUNG_JAWAB, Capaian, IndikatorResult, Measurement
from zi_excel.sheets.figures import (
    BUKTI,
    FIGURES,
    JUMLAH,
    STATUSES,
    TERTIMBANG,
    keep_honest,
    row_formulas,
    write_figures,
)
from zi_excel.sheets.heading import Title, write_heading
from zi_excel.sheets.laporan.places import SOURCE, Book, Calc
from zi_excel.sheets.layout import BOBOT, CONTEXT_ROW, FIRST_ROW, HEADER_ROW, TABLE_PLACES, RingkasanCol, Rows
from zi_excel.sheets.page import Page, cell
from zi_excel.sheets.style import (
    BAR_COLOUR,
    CELL,
    HEADER,
    HONEST_POINTS,
    POINTS,
    SIGN,
    STATUS,
    WEIGHT,
    Look,
    look,
    rimmed,
)
from zi_excel.wording import NONE

WIDTHS = (7.0, 45.0, 11.0, 11.0, 12.0, 11.0, 13.0, *(11.0,) * len(STATUSES), 12.0)
ROW = look(CELL, valign="vcenter")
ROW_HEIGHT = 18
_OWN_PLACES = {key: column for key, column in TABLE_PLACES.items() if key != TERTIMBANG.key}
"""The columns of groups that have no weighted capaian."""


def write_table_header(
    page: Page, row: int, kind: str, weights: str | None = TERTIMBANG.title, *, buttons: bool = False
) -> None:
    """Writes the header of a table of groups.

    kind: what they are. weights: the title of the weights' column. buttons: a filter follows.
    """
    header = [Title.KODE, kind, *(weights or "" if figure is TERTIMBANG else figure.title for figure in FIGURES)]
    page.header(row, header, HEADER, buttons=buttons)
    for figure, colours in zip(STATUSES, STATUS.values(), strict=True):
        style = rimmed(colours.header) if buttons else colours.header
        page.text(row, TABLE_PLACES[figure.key], figure.title, style)


def weighted_formula(rows: Rows) -> str:
    """The formula of the weighted capaian over rows of Per Subkomponen."""
    weights, shares = rows.column(BOBOT), rows.column(TABLE_PLACES["capaian"])
    return f"=SUMPRODUCT({weights},{shares})/SUM({weights})"


def group_formulas(rows: Rows | None) -> dict[str, str]:
    """The formulas of a group over its rows in Perhitungan; none where it has no indikator."""
    return {} if rows is None else dict(row_formulas([rows], SOURCE))


def write_group(
    page: Page, row: int, group: Capaian, formulas: Mapping[str, str], *, style: Look = ROW, weighted: bool = False
) -> None:
    """Writes name and figures of a group. weighted: whether it has a weighted capaian, or a reason for none."""
    page.text(row, RingkasanCol.NAMA, group.nama, look(style, text_wrap=True))
    write_figures(page, row, TABLE_PLACES if weighted else _OWN_PLACES, formulas, group, style=style)
    page.height(row, ROW_HEIGHT)


def write_subkomponen(page: Page, book: Book) -> None:
    """Writes the sheet of the subkomponen, with the weights that the weighted capaian uses."""
    measured, table = book.contents.measurement, book.places.sub_table
    write_heading(page, "Capaian per subkomponen", book.monev)
    page.text(CONTEXT_ROW, 1, _weights_hint(measured.total), SIGN)
    write_table_header(page, HEADER_ROW, "SUBKOMPONEN", "BOBOT LKE", buttons=True)
    for row, group in enumerate(measured.subkomponen, FIRST_ROW):
        page.text(row, RingkasanCol.KODE, group.kode, look(ROW, align="center"))
        write_group(page, row, group, group_formulas(book.places.subkomponen.get(group.kode)))
        page.number(row, BOBOT, measured.bobot.get(group.kode), look(ROW, WEIGHT))
    if not measured.subkomponen:
        page.blank(FIRST_ROW, 1, len(WIDTHS), CELL)
    _finish(page, table)


def _weights_hint(total: Capaian) -> str:
    if total.tertimbang is None:
        return f"Capaian tertimbang tidak dihitung: {total.tertimbang_sebab or 'bobotnya tidak ada.'}"
    return "Bobot: LKE bagian Pemenuhan (PermenPANRB 90/2021, Lampiran III); 30 dari 100 poin LKE. Bukan nilai LKE."


def write_people(page: Page, book: Book) -> None:
    """Writes the sheet of the penanggung jawab; NOMOR PJ in Perhitungan tells whose an indikator is.

    In the column of the weights, which they have not, stands how far theirs moved in the period.
    """
    groups, table, movement = book.contents.measurement.penanggung_jawab, book.places.people, book.contents.movement
    write_heading(page, "Capaian per penanggung jawab", book.monev)
    hint = "Dikelompokkan menurut isi kolom PENANGGUNG JAWAB; NO adalah NOMOR PJ di lembar Perhitungan."
    page.text(CONTEXT_ROW, 1, hint, SIGN)
    write_table_header(page, HEADER_ROW, "PENANGGUNG JAWAB", movement and "GERAK (POIN)", buttons=True)
    theirs = _by_penanggung_jawab(book.contents.measurement)
    page.text(HEADER_ROW, RingkasanCol.KODE, "NO", rimmed(HEADER))
    for row, (number, group) in enumerate(enumerate(groups, 1), FIRST_ROW):
        page.number(row, RingkasanCol.KODE, number, look(ROW, align="center", num_format="0"))
        who = cell(row, RingkasanCol.KODE)
        write_group(page, row, group, _people_formulas(book, who))
        if movement is None:
            page.blank(row, BOBOT, BOBOT, ROW)
        else:
            moved = movement.mean(theirs.get(group.kode, ()))
            page.formula(
                row, BOBOT, _mean_of(book, who, Calc.GERAK), NONE if moved is None else moved, look(ROW, POINTS)
            )
    if not groups:
        page.blank(FIRST_ROW, 1, len(WIDTHS), CELL)
    if movement is None:
        page.hide(BOBOT)
    else:
        page.honest(table.first, BOBOT, table.last, HONEST_POINTS)
    _finish(page, table)


def _by_penanggung_jawab(measurement: Measurement) -> dict[str, list[IndikatorResult]]:
    found: dict[str, list[IndikatorResult]] = {}
    for result in measurement.indikator:
        name = " ".join(result.indikator.penanggung_jawab.text.split()) or NO_PENANGGUNG_JAWAB
        found.setdefault(name, []).append(result)
    return found


def _people_formulas(book: Book, number: str) -> dict[str, str]:
    """Formulas that go by the number that Perhitungan gives a penanggung jawab: names may be long, and hold * and ?."""
    block = book.places.all
    who = f"{block.column(Calc.PENANGGUNG_JAWAB)},{number}"
    count = f"COUNTIF({who})"
    return {
        JUMLAH.key: f"={count}",
        "rencana": _mean_of(book, number, Calc.RENCANA),
        "capaian": f"=IF({count}=0,0,SUMIF({who},{block.column(Calc.REALISASI)})/{count})",
        "deviasi": _mean_of(book, number, Calc.DEVIASI),
        **{figure.key: f'=COUNTIFS({who},{block.column(Calc.STATUS)},"{figure.title}")' for figure in STATUSES},
        BUKTI.key: (f'=COUNTIFS({who},{block.column(Calc.STATUS)},"{_DONE}",{block.column(Calc.JUMLAH_TAUTAN)},">0")'),
    }


def _mean_of(book: Book, number: str, column: Calc) -> str:
    """The mean over the indikator of a penanggung jawab; SUMIF passes over the dash where there is no number."""
    block = book.places.all
    who = f"{block.column(Calc.PENANGGUNG_JAWAB)},{number}"
    numbers = f'COUNTIFS({who},{block.column(column)},">-1000")'
    return f'=IF({numbers}=0,"{NONE}",SUMIF({who},{block.column(column)})/{numbers})'


_DONE = next(figure.title for figure in STATUSES if figure.key == "selesai")


def _finish(page: Page, table: Rows) -> None:
    page.bars(table.first, TABLE_PLACES["capaian"], table.last, BAR_COLOUR)
    keep_honest(page, table.first, table.last, _OWN_PLACES)
    page.filter(HEADER_ROW, table.last, len(WIDTHS))
    page.sheet.freeze_panes(HEADER_ROW, RingkasanCol.NAMA)
