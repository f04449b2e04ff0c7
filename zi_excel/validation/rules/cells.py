"""What several rules ask of the matrix: its cells and rows, what the reader noticed, which years a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from zi_excel.measuring.status import EXACT
from zi_excel.plan.rencana_aksi import Datum, Field, Indikator, Oddity, Remark, RencanaAksi
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


def noticed(plan: RencanaAksi, oddity: Oddity) -> Iterator[Remark]:
    """The reader's remarks of one kind, in the sheet's order."""
    return (remark for remark in plan.remarks if remark.oddity is oddity)


def is_blank(datum: Datum) -> bool:
    """Whether nothing is said there: nothing at all, or a dash. An error or a formula without value is not blank."""
    return datum.error is None and datum.cached and set(datum.text) <= _BLANK


def quoted(text: str, limit: int = 70) -> str:
    """A cell's text on one line between quotes, shortened."""
    return f"“{shortened(' '.join(text.split()), limit)}”"


def is_done(each: Indikator) -> bool:
    """Whether all of it is reported done."""
    return each.realisasi.share is not None and each.realisasi.share >= 1 - EXACT


_YEAR = r"(?:19|20)\d\d"
_SPAN = re.compile(
    rf"(?<![\d/.,-])({_YEAR})(?:\s*(?:-|–|—|s\.?\s?/?d\.?|sampai(?:\s+dengan)?|hingga)\s*({_YEAR}))?(?![\d/]|[.,-]\d)",
    re.IGNORECASE,
)
_LAW = re.compile(rf"(?<!\d)(?!{_YEAR}\b)\d+\s*(?:/|\s+tahun\s+){_YEAR}\b", re.IGNORECASE)


def other_years(text: str, year: int) -> tuple[str, ...]:
    """The years and spans of years in a text that don't reach the given one, as written ("2024", "2020-2024").

    The year of a law's or a decree's number (`Nomor 14 Tahun 2008`, `90/2021`) says nothing about the evidence's own.
    """
    named: dict[str, None] = {}
    for found in _SPAN.finditer(_LAW.sub(" ", text)):
        first, last = int(found[1]), int(found[2] or found[1])
        if not first <= year <= last:
            named.setdefault(found[1] if found[2] is None else f"{found[1]}–{found[2]}")
    return tuple(named)
