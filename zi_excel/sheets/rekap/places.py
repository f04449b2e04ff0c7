"""Where everything stands in the rekap: sheets, columns, rows; and which column of Data each indikator has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

from zi_excel.enacted.diff.pairs import folded
from zi_excel.kantor.figures import KomponenFigures, Rekap
from zi_excel.kantor.order import kode_order
from zi_excel.kantor.per_komponen import areas_of
from zi_excel.kantor.record import KantorRecord
from zi_excel.plan.rencana_aksi import column_letters
from zi_excel.sheets.layout import FIRST_ROW, Rows
from zi_excel.validation.findings import Level

RINGKASAN = "Ringkasan"
KANTOR = "Kantor"
PETA = "Peta"
INDIKATOR = "Indikator"
WILAYAH = "Wilayah"
TEMUAN = "Temuan"
TIDAK_TERBACA = "Tidak Terbaca"
METODOLOGI = "Metodologi"
DATA = "Data"

MELAPOR, BELUM_MELAPOR = "✔ Ada", "✖ Belum ada"
"""Whether a kantor reported anything."""

BLOCK_ROW = FIRST_ROW - 2
"""Data's row that says what the columns below it are; the header follows."""


class DataCol(IntEnum):
    """The first columns of Data; from FIRST on: three per komponen, a column per rule, then the three blocks."""

    NOMOR = 1
    WILAYAH = 2
    KANTOR = 3
    LAPORAN = 4
    CAPAIAN = 5
    RENCANA = 6
    DEVIASI = 7
    TERTIMBANG = 8
    BUKTI = 9
    RIWAYAT = 10
    CAPAIAN_LALU = 11
    PERGERAKAN = 12
    FIRST = 13


class Column(NamedTuple):
    """What stands in one column of each block of Data.

    area: the place of its komponen among the rekap's. same: whether its text is the one that most kantor have at that
    kode; kantor whose text is another stand in a column of their own, outside the figures of that indikator.
    """

    area: int
    kode: str
    same: bool

    @property
    def title(self) -> str:
        """Its header."""
        return self.kode if self.same else f"{self.kode} (teks lain)"


class Book(NamedTuple):
    """What every sheet is written from.

    folder: where the rekap will lie; paths of the kantor's workbooks are told from there. columns: of a block, those of
    a komponen beside each other. cells: for each kantor the column of each of its indikator. rules: a column each,
    those of a level beside each other.
    """

    rekap: Rekap
    folder: str
    columns: tuple[Column, ...]
    cells: tuple[tuple[int, ...], ...]
    rules: tuple[tuple[str, Level], ...]

    @property
    def last_row(self) -> int:
        """Data's last row."""
        return FIRST_ROW + max(len(self.rekap.kantor), 1) - 1

    # --- columns of Data

    def of_komponen(self, place: int) -> int:
        """The column of a komponen's capaian; its rencana and deviasi follow."""
        return DataCol.FIRST + 3 * place

    @property
    def first_rule(self) -> int:
        """The column of the first rule."""
        return self.of_komponen(len(self.rekap.komponen))

    @property
    def realisasi(self) -> int:
        """The first column of the realisasi."""
        return self.first_rule + len(self.rules)

    @property
    def status(self) -> int:
        """The first column of the status."""
        return self.realisasi + len(self.columns)

    @property
    def rencana(self) -> int:
        """The first column of the rencana."""
        return self.status + len(self.columns)

    @property
    def last_column(self) -> int:
        """Data's last column."""
        return self.rencana + len(self.columns) - 1

    def columns_of(self, area: int) -> range:
        """The places of a komponen's columns in a block."""
        places = [place for place, column in enumerate(self.columns) if column.area == area]
        return range(places[0], places[-1] + 1) if places else range(0)

    def columns_with(self, kode: str) -> list[int]:
        """The places of an indikator's columns: one, unless kantor have it in different komponen."""
        return [place for place, column in enumerate(self.columns) if column.kode == kode and column.same]

    def rules_of(self, level: Level) -> range:
        """The columns of the rules of a level."""
        places = [self.first_rule + place for place, (_, of) in enumerate(self.rules) if of is level]
        return range(places[0], places[-1] + 1) if places else range(0)

    # --- references

    def cell(self, kantor: int, column: int) -> str:
        """A kantor's cell in Data: `'Data'!$E$9`."""
        return Rows(DATA, FIRST_ROW + kantor, FIRST_ROW + kantor).cell(column)

    def across(self, kantor: int, columns: range) -> str:
        """A kantor's cells in Data: `'Data'!$X$9:$AB$9`."""
        first, last = column_letters(columns[0]), column_letters(columns[-1])
        row = FIRST_ROW + kantor
        return f"'{DATA}'!${first}${row}:${last}${row}"

    def down(self, columns: int | Iterable[int], runs: Sequence[range] | None = None) -> str:
        """Columns of Data, all kantor of them or some runs: `'Data'!$E$9:$E$46`, with commas between several."""
        every = [range(max(len(self.rekap.kantor), 1))] if runs is None else runs
        wanted = [columns] if isinstance(columns, int) else list(columns)
        return ",".join(
            Rows(DATA, FIRST_ROW + run[0], FIRST_ROW + run[-1]).column(column) for column in wanted for run in every
        )

    # --- the other sheets

    @property
    def ranked(self) -> list[int]:
        """The kantor as Kantor lists them: the highest capaian first."""
        return sorted(range(len(self.rekap.kantor)), key=lambda place: (self.rekap.ranks[place], place))

    @property
    def with_wilayah(self) -> bool:
        """Whether there is a sheet of the wilayah: where there are several."""
        return len(self.rekap.wilayah) > 1


def runs_of(members: Sequence[int]) -> list[range]:
    """Kantor as runs of neighbouring rows; a wilayah is one run, unless names differ by capitals alone."""
    runs: list[range] = []
    for place in members:
        if runs and runs[-1].stop == place:
            runs[-1] = range(runs[-1].start, place + 1)
        else:
            runs.append(range(place, place + 1))
    return runs


def book_of(rekap: Rekap, folder: str) -> Book:
    """The book of a rekap. folder: where the file will lie."""
    same = [
        {figures.kode for figures in rekap.indikator if figures.places[at] is not None}
        for at in range(len(rekap.matriks))
    ]
    keys = {_key(figures): place for place, figures in enumerate(rekap.komponen)}
    made: dict[tuple[int, tuple[tuple[str, int], ...]], tuple[Column, ...]] = {}
    of_kantor = []
    for record, matriks in zip(rekap.kantor, rekap.matriks_of, strict=True):
        areas = _areas(record, keys)
        key = (matriks, tuple(areas.items()))
        if key not in made:
            rows = rekap.matriks[matriks]
            made[key] = tuple(
                Column(areas[komponen], kode, kode in same[matriks])
                for kode, komponen in zip(rows.kode, rows.komponen, strict=True)
            )
        of_kantor.append(made[key])
    columns = tuple(
        sorted(
            {column for own in made.values() for column in own},
            key=lambda column: (column.area, kode_order(column.kode), column.kode, not column.same),
        )
    )
    at = {column: place for place, column in enumerate(columns)}
    cells = {own: tuple(at[column] for column in own) for own in made.values()}
    levels = list(Level)
    rules = {(each.code, each.level) for record in rekap.kantor for each in record.temuan}
    return Book(
        rekap=rekap,
        folder=folder,
        columns=columns,
        cells=tuple(cells[own] for own in of_kantor),
        rules=tuple(sorted(rules, key=lambda rule: (levels.index(rule[1]), rule[0]))),
    )


def _key(figures: KomponenFigures) -> int | str:
    """What a komponen is known by: the area that it is, else its name, as for zi_excel.kantor.per_komponen."""
    return figures.area or folded(figures.nama) or figures.kode


def _areas(record: KantorRecord, keys: Mapping[int | str, int]) -> dict[str, int]:
    """The place of each of a kantor's komponen among those of the rekap."""
    return {group.kode: keys[key] for key, groups in areas_of(record).items() for group in groups}
