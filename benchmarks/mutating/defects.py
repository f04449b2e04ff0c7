"""Single defects as staff make them: each changes the sheet of the matrix and says what must be found where.

A kind is a function of a Site; it hands out None where it does not apply to the row that chance gave it.
"""

from collections.abc import Callable, Sequence
from datetime import date
from random import Random
from typing import NamedTuple

from matrix_sheet import MatrixSheet, ref

NO, KOMPONEN, INDIKATOR, LANGKAH, BUKTI, TARGET, PJ, REALISASI, TANGGAL, TAUTAN, KENDALA, TINDAK_LANJUT = range(1, 13)
OWN = [INDIKATOR, LANGKAH, BUKTI, TARGET, REALISASI, TANGGAL, TAUTAN, KENDALA, TINDAK_LANJUT]
"""The columns of which each row has its own cells: the others are merged over several."""

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


class Row(NamedTuple):
    """An indikator as enacted: its kode, its line, the lines of its subkomponen and those of its komponen."""

    kode: str
    line: int
    siblings: tuple[int, ...]
    area: tuple[int, ...]


class Head(NamedTuple):
    """A komponen or subkomponen: its line, the lines of its indikator, the heads beside it."""

    kode: str
    line: int
    lines: tuple[int, ...]
    siblings: tuple[int, ...]


class Want(NamedTuple):
    """One of these codes at this cell; cell None: anywhere."""

    codes: frozenset[str]
    cell: str | None


class Meant(NamedTuple):
    """What the cell of a row means now.

    values: of TARGET the sets of tonggak that are right, of REALISASI the shares; none: nothing clear.
    """

    line: int
    column: int
    values: tuple[frozenset[date] | float, ...]


class Defect(NamedTuple):
    """What was done.

    wants: all of them must be found; none, and quiet: nothing may be found, not even an info more than before.
    allowed: what else may be said, since it is true of the matrix now.
    meant: cells that are read so, or have a finding of their own. No other value of the matrix may change silently.
    """

    what: str
    wants: tuple[Want, ...]
    allowed: frozenset[str]
    meant: tuple[Meant, ...] = ()
    quiet: bool = True


class Site(NamedTuple):
    """Where a defect is put."""

    chance: Random
    sheet: MatrixSheet
    rows: Sequence[Row]
    komponen: Sequence[Head]
    subkomponen: Sequence[Head]

    def row(self) -> Row:
        """Any indikator."""
        return self.chance.choice(self.rows)

    def head(self, *, komponen: bool = False) -> Head:
        """Any subkomponen, or komponen."""
        return self.chance.choice(self.komponen if komponen else self.subkomponen)

    def text(self, line: int, column: int) -> str:
        """What stands there."""
        return self.sheet.text(line, column)


Kind = Callable[[Site], Defect | None]


def want(cell: str | None, *codes: str) -> Want:
    """One of these codes at a cell."""
    return Want(frozenset(codes), cell)


def defect(what: str, *wants: Want, allowed: str = "", meant: tuple[Meant, ...] = (), quiet: bool = True) -> Defect:
    """allowed: codes, parted by blanks; the others are those of Defect."""
    return Defect(what, wants, frozenset(allowed.split()), meant, quiet)


def typed(
    site: Site,
    line: int,
    column: int,
    value: str | float | bool | None,
    *codes: str,
    like: tuple[int, int] | None = None,
    allowed: str = "",
) -> Defect | None:
    """Types over a cell; every code must be found there. Nothing where that changes nothing."""
    old = site.sheet.cells.get((line, column))
    if old is not None and old.value == value and like is None:
        return None
    site.sheet.type(line, column, value, like=like)
    cell = ref(line, column)
    said = old.value if old is not None else None
    return defect(f"{cell}: {said!r} -> {value!r}", *(want(cell, code) for code in codes), allowed=allowed)


def slip(chance: Random, text: str) -> str:
    """One letter of a longer word dropped, doubled, or changed places with the next."""
    places = [at for at in range(3, len(text) - 2) if text[at - 1 : at + 3].isalpha() and text[at] != text[at + 1]]
    if not places:
        return text
    at = chance.choice(places)
    return chance.choice(
        [
            text[:at] + text[at + 1 :],
            text[:at] + text[at] + text[at:],
            text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        ]
    )
