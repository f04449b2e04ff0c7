"""The cells of a plan, and how a message quotes one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from zi_excel.measuring.status import EXACT
from zi_excel.plan.rencana_aksi import Datum, Field, Indikator, RencanaAksi
from zi_excel.wording import shortened

_BLANK = frozenset("-–—.… ")


class Cell(NamedTuple):
    """A cell with the kode and the column that it belongs to."""

    kode: str
    field: Field
    datum: Datum


def cells(plan: RencanaAksi) -> Iterator[Cell]:
    """Every cell of the matrix once, in the sheet's order; a merged one with its first kode."""
    seen: set[tuple[int | None, int]] = set()
    for cell in _all(plan):
        place = cell.datum.place
        if place.column is not None and (place.row, place.column) not in seen:
            seen.add((place.row, place.column))
            yield cell


def rows(plan: RencanaAksi, field: Field) -> Iterator[Indikator]:
    """The indikator with a cell in a column, which may be missing; of those that share a merged cell the first."""
    seen: set[int | None] = set()
    for each in plan.indikator():
        datum = each.datum(field)
        if datum is not None and datum.place.column is not None and datum.place.row not in seen:
            seen.add(datum.place.row)
            yield each


def _all(plan: RencanaAksi) -> Iterator[Cell]:
    for komponen in plan.komponen:
        yield Cell(komponen.kode, Field.NO, komponen.no)
        yield Cell(komponen.kode, Field.KOMPONEN, komponen.nama)
        for sub in komponen.subkomponen:
            yield Cell(sub.kode, Field.NO, sub.no)
            yield Cell(sub.kode, Field.KOMPONEN, sub.nama)
            for indikator in sub.indikator:
                for field in Field:
                    datum = indikator.datum(field)
                    if datum is not None:
                        yield Cell(indikator.kode, field, datum)


def is_blank(datum: Datum) -> bool:
    """Whether nothing is said there: nothing at all, or a dash. An error or a formula without value is not blank."""
    return datum.error is None and datum.cached and set(datum.text) <= _BLANK


def quoted(text: str, limit: int = 70) -> str:
    """A cell's text on one line between quotes, shortened."""
    return f"“{shortened(' '.join(text.split()), limit)}”"


def is_done(each: Indikator) -> bool:
    """Whether all of it is reported done."""
    return each.realisasi.share is not None and each.realisasi.share >= 1 - EXACT
