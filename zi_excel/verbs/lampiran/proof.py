"""A Lampiran read again as `impor` reads it, and held against the workbook's matrix."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from zi_excel.documents.laid import read_tables
from zi_excel.documents.lampiran.package import read_again
from zi_excel.documents.said import read_said
from zi_excel.documents.tables import lay
from zi_excel.errors import WorkbookError
from zi_excel.plan.rencana_aksi import ENACTED_FIELDS, TITLES, Field, RencanaAksi


class Otherwise(NamedTuple):
    """A cell that `impor` reads from the document otherwise than it stands in the workbook.

    kode: of its row. column: its title. own, read: what stands in the workbook, and what is read.
    """

    kode: str
    column: str
    own: str
    read: str


def matrix_in(content: bytes, out: Path, year: int | None) -> RencanaAksi | None:
    """The document's matrix as `impor` reads it; None: it finds none. year: what it is told of it."""
    try:
        document = read_again(content, out)
        tables = lay(document)
        return read_tables(document, tables, read_said(tables.above, tables.below).title, year=year).plan
    except WorkbookError:
        return None


def differences(plan: RencanaAksi, content: bytes, out: Path) -> Iterator[Otherwise]:
    """The cells of the document that read otherwise than the plan has them; there should be none.

    Args:
        plan: the workbook's matrix, letters before its indikator.
        content: the document.
        out: what it is or will be called.
    """
    again = matrix_in(content, out, None)
    if again is None or again.year != plan.year:
        yield Otherwise("", "TAHUN", str(plan.year), str(again.year) if again is not None else "")
        again = matrix_in(content, out, plan.year)
    own, read = list(_rows(plan)), list(_rows(again)) if again is not None else []
    if [row.level for row in own] != [row.level for row in read]:
        by_kode = {(row.level, row.kode): row for row in read}
        read = [by_kode.get((row.level, row.kode), row._replace(cells={})) for row in own]
    for one, other in zip(own, read, strict=True):
        if one.kode != other.kode:
            yield Otherwise(one.kode, "kode", one.kode, other.kode)
        for field, text in one.cells.items():
            if text != other.cells.get(field, ""):
                yield Otherwise(one.kode, TITLES[field], text, other.cells.get(field, ""))


class _Row(NamedTuple):
    """A komponen, subkomponen or indikator. level: 0..2. cells: what stands in its own of columns 1-7."""

    level: int
    kode: str
    cells: Mapping[Field, str]


def _rows(plan: RencanaAksi) -> Iterator[_Row]:
    for komponen in plan.komponen:
        yield _Row(0, komponen.kode, {Field.NO: komponen.no.text, Field.KOMPONEN: komponen.nama.text})
        for sub in komponen.subkomponen:
            yield _Row(1, sub.kode, {Field.NO: sub.no.text, Field.KOMPONEN: sub.nama.text})
            for row in sub.indikator:
                texts = {field: datum.text for field in ENACTED_FIELDS[2:] if (datum := row.datum(field)) is not None}
                yield _Row(2, row.kode, texts)
