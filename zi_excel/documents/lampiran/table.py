"""The rows of a Lampiran's table: which cells go on over rows and columns, as the workbook has them."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from zi_excel.documents.lampiran.contents import Lampiran
from zi_excel.enacted.matrix import EnactedIndikator, EnactedKomponen, marked
from zi_excel.plan.rencana_aksi import Field


class Kind(Enum):
    """What a row is."""

    HEAD = auto()
    NUMBERS = auto()
    KOMPONEN = auto()
    INDIKATOR = auto()


class TableCell(NamedTuple):
    """A cell. text: with <i>..</i> where it is slanted, as the matrix has it. across, down: what it covers.

    goes_on: whether it only goes on from the row above.
    """

    text: str
    across: int = 1
    down: int = 1
    goes_on: bool = False


class TableRow(NamedTuple):
    """A row with its cells from the left."""

    kind: Kind
    cells: tuple[TableCell, ...]


def table_rows(lampiran: Lampiran) -> Iterator[TableRow]:
    """The header's rows, then the matrix."""
    fields = [field for field, _ in lampiran.columns]
    yield TableRow(Kind.HEAD, tuple(TableCell(marked(name)) for _, name in lampiran.columns))
    yield TableRow(Kind.NUMBERS, tuple(TableCell(str(number)) for number in range(1, len(fields) + 1)))
    for komponen in lampiran.komponen:
        if komponen.no or komponen.nama:
            name = TableCell(komponen.nama, len(fields) - 1)
            yield TableRow(Kind.KOMPONEN, (TableCell(marked(komponen.no)), name))
        yield from _indikator_rows(komponen, fields)


def _indikator_rows(komponen: EnactedKomponen, fields: list[Field]) -> Iterator[TableRow]:
    responsible = (cell for name, count in komponen.penanggung_jawab_runs() for cell in _down(name, count))
    for sub in komponen.subkomponen:
        count = len(sub.indikator)
        numbers, names = _down(marked(sub.no), count), _down(sub.nama, count)
        for row, number, name, person in zip(sub.indikator, numbers, names, responsible, strict=False):
            cells = {Field.NO: number, Field.KOMPONEN: name, Field.PENANGGUNG_JAWAB: person, **_texts(row)}
            yield TableRow(Kind.INDIKATOR, tuple(cells[field] for field in fields))


def _texts(row: EnactedIndikator) -> dict[Field, TableCell]:
    return {
        Field.INDIKATOR: TableCell(row.indikator),
        Field.LANGKAH_AKSI: TableCell(row.langkah_aksi),
        Field.BUKTI_FISIK: TableCell(row.bukti_fisik),
        Field.TARGET_WAKTU: TableCell(row.target_waktu),
    }


def _down(text: str, count: int) -> Iterator[TableCell]:
    """One text over so many rows."""
    for at in range(count):
        yield TableCell("", goes_on=True) if at else TableCell(text, down=count)
