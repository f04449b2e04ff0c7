"""What a Lampiran shows: the workbook's matrix and lines, with what its record and its settings say of the decree."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from zi_excel.documents.around import read_surroundings
from zi_excel.documents.columns import komponen_with_slants, lettered, names_of
from zi_excel.documents.lampiran.contents import Lampiran, decree_of, lampiran_of
from zi_excel.plan.rencana_aksi import ENACTED_FIELDS, Field, RencanaAksi
from zi_excel.reader import Laid
from zi_excel.settings.settings import Settings
from zi_excel.verbs.checking import enacted_for

_ALWAYS = frozenset({Field.NO, Field.KOMPONEN, Field.INDIKATOR, Field.TARGET_WAKTU})
"""Columns that a Lampiran has even where the workbook's levels stand otherwise than in columns of their own."""


def contents_of(
    path: Path, laid: Laid, slanted: Mapping[tuple[int, int], Sequence[str]], settings: Settings
) -> Lampiran:
    """What the document shows.

    Args:
        path: the workbook, beside which the record lies.
        laid: its matrix and cells.
        slanted: the slanted phrases of each cell, by row and column.
        settings: those that count for it.

    Raises:
        WorkbookError: the record can't be used.
    """
    plan, around, enacted = lettered(laid.plan), read_surroundings(laid), enacted_for(path, settings)
    record = enacted if enacted.pencatatan is not None else None
    return lampiran_of(
        komponen_with_slants(plan, laid.plan.columns, slanted),
        tuple(_columns(plan)),
        around.title,
        plan.year,
        decree_of(around, record, settings.kantor, settings.penanda_tangan),
    )


def further_titles(laid: Laid) -> Iterator[str]:
    """The titles of the workbook's other columns, which are not in the document."""
    reading = laid.plan.reading
    for other in reading.others if reading is not None else ():
        if other.text:
            yield " ".join(other.text.split())


def _columns(plan: RencanaAksi) -> Iterator[tuple[Field, str]]:
    """The decree's columns that the office has, and their headers."""
    for field, name in zip(ENACTED_FIELDS, names_of(plan), strict=True):
        if field in _ALWAYS or field in plan.columns:
            yield field, name
