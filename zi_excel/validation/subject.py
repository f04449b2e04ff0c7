"""What a rule looks at: the plan, what it is held against, and what several rules ask of it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from zi_excel.enacted.diff import Comparison, compare
from zi_excel.enacted.diff.pairs import folded
from zi_excel.enacted.matrix import Enacted
from zi_excel.folder_bukti.folder import FolderBukti
from zi_excel.plan.numbering import without_letter
from zi_excel.plan.rencana_aksi import Datum, Field, Indikator, Oddity, Remark, RencanaAksi
from zi_excel.validation.findings import Override


class Earlier(NamedTuple):
    """What was reported when the Monev tabs were refreshed for an earlier day.

    day: that day. realisasi: by the kode that an indikator has now (0..1; None: unreadable); of new ones there is none.
    """

    day: date
    realisasi: Mapping[str, float | None]


class Cell(NamedTuple):
    """A cell with the kode and the column that it belongs to."""

    kode: str
    field: Field
    datum: Datum


class Folded(NamedTuple):
    """The letters and digits of a row's texts, small; of nama those behind its letter."""

    nama: str
    langkah_aksi: str
    bukti_fisik: str


class _Given(NamedTuple):
    """What a run of the rules is given.

    plan: the matrix as read. enacted: the decree's matrix. per: the as-of day.
    lone_records: file names of recorded matrices beside the workbook that may be its own, though not by their name.
    earlier: what the last refresh before the as-of day saw; None where there was none.
    overrides: what settings want, by rule code.
    folder_bukti: what was found in the folder of evidence; None where none was named.
    """

    plan: RencanaAksi
    enacted: Enacted
    per: date
    lone_records: Sequence[str] = ()
    earlier: Earlier | None = None
    overrides: Mapping[str, Override] = MappingProxyType({})
    folder_bukti: FolderBukti | None = None


class Subject(_Given):
    """What is given, and what more than one rule asks of it: worked out when the first one asks.

    One subject serves one run of the rules, and whatever was worked out goes with it.
    """

    @cached_property
    def comparison(self) -> Comparison:
        """The plan held against the enacted matrix."""
        return compare(self.plan, self.enacted)

    @cached_property
    def rows(self) -> Mapping[Field, tuple[Indikator, ...]]:
        """By column, the indikator with a cell in it; of those that share a merged cell the first.

        None where the workbook lacks the column. NO and KOMPONEN are columns of the subkomponen.
        """
        indikator = tuple(self.plan.indikator())
        return {column: _with_own_cell(indikator, column) for column in Field}

    @cached_property
    def computed(self) -> tuple[Cell, ...]:
        """The cells that hold a formula or an error value, in the sheet's order; a merged one with its first kode."""
        cells: dict[tuple[int | None, int], Cell] = {}
        for kode, column, datum in _cells(self.plan):
            aside = datum.aside
            if aside.formula is None and aside.error is None:
                continue
            place = datum.place
            if place.column is not None:
                cells.setdefault((place.row, place.column), Cell(kode, column, datum))
        return tuple(cells.values())

    @cached_property
    def butir_bukti(self) -> tuple[tuple[Indikator, tuple[str, ...]], ...]:
        """The indikator with a cell in BUKTI FISIK, each with the butir bukti that it names."""
        return tuple((indikator, indikator.butir_bukti) for indikator in self.rows[Field.BUKTI_FISIK])

    @cached_property
    def folded(self) -> Mapping[str, Folded]:
        """The texts of each indikator, folded, by its kode."""
        return {
            indikator.kode: Folded(
                folded(without_letter(indikator.nama.text)),
                folded(indikator.langkah_aksi.text),
                folded(indikator.bukti_fisik.text),
            )
            for indikator in self.plan.indikator()
        }

    @cached_property
    def home(self) -> Mapping[str, str]:
        """The kode of each indikator's subkomponen, by its own."""
        return {indikator.kode: sub.kode for sub in self.plan.subkomponen() for indikator in sub.indikator}

    def noticed(self, oddity: Oddity) -> Iterator[Remark]:
        """The reader's remarks of one kind, in the sheet's order."""
        return (remark for remark in self.plan.remarks if remark.oddity is oddity)


def _with_own_cell(rows: Sequence[Indikator], column: Field) -> tuple[Indikator, ...]:
    own: dict[int | None, Indikator] = {}
    for indikator in rows:
        datum = indikator.datum(column)
        if datum is not None and datum.aside.column is not None:
            own.setdefault(datum.row, indikator)
    return tuple(own.values())


def _cells(plan: RencanaAksi) -> Iterator[tuple[str, Field, Datum]]:
    """Every cell of the matrix, in the sheet's order."""
    for komponen in plan.komponen:
        yield komponen.kode, Field.NO, komponen.no
        yield komponen.kode, Field.KOMPONEN, komponen.nama
        for sub in komponen.subkomponen:
            yield sub.kode, Field.NO, sub.no
            yield sub.kode, Field.KOMPONEN, sub.nama
            for indikator in sub.indikator:
                for column, datum in indikator.cells():
                    yield indikator.kode, column, datum
