"""The matrix's rows as the reader's grid, which reads them as it reads a workbook's; and what it had to judge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from zi_excel.documents.doubts import doubts_of
from zi_excel.documents.joining import Words, join_rows
from zi_excel.documents.layout import LaidRow, Tables
from zi_excel.documents.pages import Document, Judged
from zi_excel.documents.tables import lay
from zi_excel.errors import WorkbookError
from zi_excel.plan.datum import Aside
from zi_excel.plan.rencana_aksi import Datum, Oddity, RencanaAksi
from zi_excel.reader.header.headers import find_header
from zi_excel.reader.model.plan import plan_of
from zi_excel.reader.rows.grid import Grid, columns_of
from zi_excel.reader.rows.title import TitleRow
from zi_excel.reader.sheet.ranges import Area
from zi_excel.wording import shortened, visible

SHEET = "Rencana Aksi"
_MOST_ROWS, _MOST_TEXT = 100_000, 64 << 20
"""Rows that the matrix of a document may have, and characters in them."""
_HEAD_ROWS = 80
_SHOWN = 160
_LONGEST = 32_767
"""Characters that a cell of a workbook holds."""


class Read(NamedTuple):
    """A document's matrix.

    plan: as the reader understood it. rows: the grid's rows by number. above, below: the lines around the matrix's
    tables. judged: all that had to be judged, in the order of the document.
    """

    plan: RencanaAksi
    rows: Mapping[int, LaidRow]
    above: tuple[str, ...]
    below: tuple[str, ...]
    judged: tuple[Judged, ...]


def read_matrix(document: Document, title: Sequence[str], *, year: int | None = None) -> Read:
    """Reads the matrix of a document.

    Args:
        document: as its kind was read.
        title: the lines above the matrix that are its title.
        year: the plan's, where it is given; None: as a workbook's is found.

    Raises:
        WorkbookError: there is no matrix, nothing in it, no year, or far more than a matrix holds.
    """
    return read_tables(document, lay(document), title, year=year)


def read_tables(document: Document, tables: Tables, title: Sequence[str], *, year: int | None = None) -> Read:
    """The same of tables that are laid already."""
    words = Words(cell.text for row in tables.rows for cell in row.cells.values())
    join_rows(tables, words)
    rows = dict(enumerate(tables.rows, start=1))
    _check_size(document, rows)
    texts = [
        (number, {column: cell.text for column, cell in row.cells.items() if cell.text})
        for number, row in rows.items()
        if number <= _HEAD_ROWS and (number <= tables.heads or not row.is_header)
    ]
    header = find_header([(number, each) for number, each in texts if each])
    if header is None:
        raise WorkbookError(f"Judul kolom matriks di '{document.path}' tidak dikenali; periksa judul tabelnya.")
    merges = list(_merges(rows))
    aside = {column: Aside(SHEET, column) for column in range(1, tables.count + 1)}
    cells = {
        number: {
            column: Datum(number, cell.text, cell.text or None, aside[column]) for column, cell in row.cells.items()
        }
        for number, row in rows.items()
        if row.cells
    }
    grid = Grid(
        SHEET,
        header,
        cells,
        columns=columns_of(header, merges),
        merges=merges,
        title_rows=[TitleRow((line,), (line,)) for line in title],
        hidden=frozenset(),
    )
    plan = plan_of(grid, str(document.path), year=year)
    of_row = {id(row): number for number, row in rows.items()}
    at_place = {row.where: number for number, row in rows.items()}
    judged = [each._replace(row=of_row.get(each.row or 0)) for each in tables.judged]
    judged += [each._replace(row=at_place.get(each.where)) for each in document.judged]
    judged += _noticed(plan, rows)
    judged += doubts_of(plan, rows)
    below = (*_lines_below(plan, rows), *tables.below)
    return Read(plan, rows, tuple(tables.above), below, tuple(_with_kodes(plan, judged)))


def _lines_below(plan: RencanaAksi, rows: Mapping[int, LaidRow]) -> Iterator[str]:
    """The lines in the rows below the matrix's last one: in a sheet the signatures stand there."""
    last = max((indikator.row for indikator in plan.indikator()), default=0)
    last = max([last, *(remark.place.row or 0 for remark in plan.remarks if remark.oddity is Oddity.SPLIT_ROW)])
    for number, row in rows.items():
        if number > last and not row.is_header:
            lines = [line for _, cell in sorted(row.cells.items()) for line in cell.text.split("\n") if line]
            yield from lines or [""]


def _check_size(document: Document, rows: Mapping[int, LaidRow]) -> None:
    held = 0
    for row in rows.values():
        for cell in row.cells.values():
            held += len(cell.text)
            if len(cell.text) > _LONGEST:
                raise WorkbookError(
                    f"Sel di {row.where} dari '{document.path}' berisi lebih dari 32.767 huruf, lebih dari yang dapat "
                    "ditampung sel Excel; periksa tabelnya."
                )
    if len(rows) > _MOST_ROWS or held > _MOST_TEXT:
        raise WorkbookError(
            f"Tabel matriks di '{document.path}' jauh lebih besar daripada sebuah rencana aksi (paling banyak 100.000 "
            "baris); periksa apakah dokumennya benar."
        )


def _merges(rows: Mapping[int, LaidRow]) -> Iterator[Area]:
    """The cells that reach over several rows or columns; rows that were joined into others are no more."""
    for number, row in rows.items():
        for column, cell in row.cells.items():
            bottom = min(number + cell.down - 1, len(rows))
            right = int(cell.right) - 1
            if bottom > number or right > column:
                yield Area(number, column, max(bottom, number), max(right, column))


_SAID: Mapping[Oddity, str] = {
    Oddity.SPLIT_ROW: "Dibaca sebagai sambungan baris di atasnya.",
    Oddity.STRAY_TEXT: "Bukan baris matriks; tidak dimasukkan.",
    Oddity.OTHER_TABLE: "Tabel lain di bawah matriks; tidak dibaca.",
    Oddity.OTHER_MATRIX: "Matriks lain di bawahnya; tidak dibaca.",
    Oddity.STRUCK_OUT: "Teks yang dicoret; tidak dibaca.",
    Oddity.KODE_BY_ORDER: "Nomornya ganda atau tidak terbaca; kodenya menurut urutan.",
    Oddity.COLUMN_TWICE: "Dua kolom berjudul sama; yang pertama dibaca.",
    Oddity.PARTED: "Kolom yang terbagi menurut waktu; ditulis sebagai satu kolom.",
}
"""What the reader decided; what it merely noticed (a header on each page, `1` for `I`) stands in no list."""


def _noticed(plan: RencanaAksi, rows: Mapping[int, LaidRow]) -> Iterator[Judged]:
    for remark in plan.remarks:
        made = _SAID.get(remark.oddity)
        if remark.oddity is Oddity.COLUMN_JUDGED:
            made = f"Kolom: {remark.detail.partition('|')[2]}."
        if made is None:
            continue
        row = rows.get(remark.place.row or 0)
        seen = "" if row is None else " | ".join(cell.text for _, cell in sorted(row.cells.items()) if cell.text)
        yield Judged(
            row.where if row else "seluruh tabel",
            shortened(visible(" ".join(seen.split())) or remark.detail, _SHOWN),
            made,
            remark.place.row,
            remark.kode,
        )


def _with_kodes(plan: RencanaAksi, judged: Sequence[Judged]) -> Iterator[Judged]:
    """Each with the kode of the row that it is about, in the order of the rows."""
    starts = [(indikator.row, indikator.kode) for indikator in plan.indikator()]
    for each in sorted(judged, key=lambda judged: judged.row or 0):
        if each.kode is None and each.row is not None:
            near = [kode for row, kode in starts if row <= each.row]
            each = each._replace(kode=near[-1] if near else None)  # noqa: PLW2901
        yield each
