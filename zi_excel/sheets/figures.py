"""The figures of a group (the whole, a komponen, a subkomponen): their columns, formulas and looks.

Every formula goes back to the rows of the komponen's tabs, and means there what contract section 5 says: an unreadable
realisasi is the text "?" and counts 0; where there is no rencana stands "–", which is left out of the mean.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from zi_excel.measuring.measure import Capaian, Status
from zi_excel.sheets.layout import Col, Rows
from zi_excel.sheets.page import Page
from zi_excel.sheets.style import (
    CELL,
    COUNT,
    HONEST_POINTS,
    HONEST_TENTHS,
    POINTS,
    SHARE_TENTHS,
    Look,
    Nearly,
    look,
)
from zi_excel.wording import NONE


class Figure(NamedTuple):
    """One figure of a group. value: shares 0..1, deviasi in points, counts."""

    key: str
    title: str
    value: Callable[[Capaian], float | None]
    style: Look
    honest: tuple[Nearly, ...] = ()


def _count_of(status: Status) -> Figure:
    return Figure(status.value, status.text, lambda group: group.status[status], COUNT)


JUMLAH = Figure("jumlah", "JUMLAH INDIKATOR", lambda group: group.jumlah, COUNT)
RENCANA = Figure("rencana", "RENCANA", lambda group: group.rencana, SHARE_TENTHS, HONEST_TENTHS)
CAPAIAN = Figure("capaian", "CAPAIAN", lambda group: group.capaian, SHARE_TENTHS, HONEST_TENTHS)
DEVIASI = Figure(
    "deviasi",
    "DEVIASI (POIN)",
    lambda group: None if group.deviasi is None else group.deviasi * 100,
    POINTS,
    HONEST_POINTS,
)
TERTIMBANG = Figure("tertimbang", "CAPAIAN TERTIMBANG", lambda group: group.tertimbang, SHARE_TENTHS, HONEST_TENTHS)
STATUSES = tuple(_count_of(status) for status in Status)
BUKTI = Figure("bukti", "SELESAI, BUKTI TERTAUT", lambda group: group.bukti_tertaut, COUNT)

FIGURES = (JUMLAH, RENCANA, CAPAIAN, DEVIASI, TERTIMBANG, *STATUSES, BUKTI)
"""In the order of Ringkasan's columns."""


class Source(NamedTuple):
    """The columns that hold the figures of the indikator, one row each."""

    kode: int
    rencana: int
    realisasi: int
    deviasi: int
    status: int
    jumlah_tautan: int


TABS = Source(Col.KODE, Col.RENCANA, Col.REALISASI, Col.DEVIASI, Col.STATUS, Col.JUMLAH_TAUTAN)
"""In the tabs of the komponen."""


def row_formulas(areas: Sequence[Rows], source: Source = TABS) -> Mapping[str, str]:
    """A group's formulas over its rows, by the figures' keys (all but `tertimbang`). source: the rows' columns."""

    def over(column: int) -> str:
        return ",".join(rows.column(column) for rows in areas)

    def mean(column: int) -> str:
        return f'=IF(COUNT({over(column)})=0,"{NONE}",SUM({over(column)})/COUNT({over(column)}))'

    def counted(word: str, also: str = "") -> str:
        function = "COUNTIFS" if also else "COUNTIF"
        return "=" + "+".join(f'{function}({rows.column(source.status)},"{word}"{_also(rows, also)})' for rows in areas)

    def _also(rows: Rows, criterion: str) -> str:
        return f',{rows.column(source.jumlah_tautan)},"{criterion}"' if criterion else ""

    count = f"COUNTA({over(source.kode)})"
    return {
        JUMLAH.key: f"={count}",
        RENCANA.key: mean(source.rencana),
        CAPAIAN.key: f"=IF({count}=0,0,SUM({over(source.realisasi)})/{count})",
        DEVIASI.key: mean(source.deviasi),
        **{status.value: counted(status.text) for status in Status},
        BUKTI.key: counted(Status.SELESAI.text, ">0"),
    }


def write_figures(
    page: Page,
    row: int,
    places: Mapping[str, int],
    formulas: Mapping[str, str],
    group: Capaian,
    *,
    style: Look = CELL,
) -> None:
    """Writes the figures of a group into a row.

    places: the column of each figure, by its key. A figure without a formula is written as its value.
    """
    for figure in FIGURES:
        if figure.key in places:
            column, formula, value = places[figure.key], formulas.get(figure.key), figure.value(group)
            if formula is None:
                page.number(row, column, value, look(style, figure.style))
            else:
                page.formula(row, column, formula, value, look(style, figure.style))


def keep_honest(page: Page, row: int, last_row: int, places: Mapping[str, int]) -> None:
    """Lets no figure in these rows read 0 % or 100 % unless it is exactly that."""
    for figure in FIGURES:
        if figure.honest and figure.key in places:
            page.honest(row, places[figure.key], last_row, figure.honest)
