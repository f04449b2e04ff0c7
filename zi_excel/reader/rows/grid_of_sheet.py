"""The grid of a matrix's sheet: its cells read in one pass, with their links, within what a matrix may hold."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.plan.datum import Aside
from zi_excel.plan.rencana_aksi import Datum, Field
from zi_excel.reader.header.sheets import MatrixSheet
from zi_excel.reader.rows.grid import NOTHING, ROWS_ABOVE, WIDEST, Cells, Grid, columns_of
from zi_excel.reader.rows.linked_cells import resolve_links
from zi_excel.reader.rows.title import TitleRow, title_row
from zi_excel.reader.sheet.boxes import boxes_of
from zi_excel.reader.sheet.cells import Cell, Conditional, Hyperlink
from zi_excel.reader.sheet.links import is_linkless, links_of
from zi_excel.reader.sheet.ranges import Area
from zi_excel.reader.sheet.values import Contents

_MOST_ROWS, _MOST_CELLS, _MOST_TEXT = 120_000, 3_000_000, 256 << 20
"""What a matrix may hold: rows, cells in and beside its columns, characters in them. The enacted one has 120 rows."""
_FEW_ROWS, _BYTES_OF_A_ROW = 5_000, 40
_LITTLE_TEXT, _TEXT_OF_A_BYTE = 2 << 20, 8
"""In a small file it may hold less: so many rows, and one more for so many bytes of the file (written by Excel, a row
with texts of its own takes 46); so many characters, and as many more for a byte (there are 6.5). Rows that are all
alike take next to nothing in the file, and as long as any to understand."""
_MOST_LINKED = 200_000
"""Cells that links may lead from, each counted once per link."""


def read_grid(package: Package, matrix: MatrixSheet, contents: Contents) -> Grid:
    """Reads the cells of a matrix in one pass over its sheet.

    Raises:
        WorkbookError: the sheet's part or the shared strings are damaged, or it holds far more than a matrix does.
    """
    header = matrix.header
    worksheet = matrix.worksheet
    cells, title_rows = _read_cells(package, matrix, contents)
    columns = columns_of(header, worksheet.merges)
    for (row, column), targets in _own_links(worksheet.hyperlinks, package, matrix, cells, columns).items():
        datum = cells.get(row, NOTHING).get(column)
        if datum is None:
            datum = Datum(row, "", None, Aside(matrix.sheet.name, column))
        if datum.struck and not datum.text:
            continue
        links = links_of(targets, datum.formula, datum.text)
        cells.setdefault(row, {})[column] = datum.with_aside(links=links)
    resolve_links(cells, package, matrix, contents)
    if _repeated(cells, worksheet.merges) > _most_text(package):
        raise _too_much(package, matrix)
    hidden = frozenset(
        field
        for field, column in header.columns.items()
        if any(first <= column <= last for first, last in worksheet.hidden)
    )
    return Grid(
        matrix.sheet.name,
        header,
        cells,
        columns=columns,
        merges=worksheet.merges,
        title_rows=title_rows,
        hidden=hidden,
        looks=_looks(worksheet.conditional, contents),
        boxes=tuple(boxes_of(package, matrix.part, worksheet.controls)),
    )


def _looks(conditional: Sequence[Conditional], contents: Contents) -> list[tuple[Area, str]]:
    formats = contents.formats
    kinds = ((formats.striking, "mencoret"), (formats.hiding, "menyembunyikan"))
    return [(each.area, look) for each in conditional for which, look in kinds if not which.isdisjoint(each.formats)]


def _read_cells(package: Package, matrix: MatrixSheet, contents: Contents) -> tuple[Cells, tuple[TitleRow, ...]]:
    """The cells in and beside the matrix's columns, and the rows above its header."""
    header, sheet = matrix.header, matrix.sheet.name
    near = {column + right for column in header.columns.values() for right in range(WIDEST)}
    near |= {*header.marks.values(), *(part.column for parts in header.parts.values() for part in parts)}
    cells: Cells = {}
    title: dict[int, TitleRow] = {}
    asides: dict[tuple[int, int], Aside] = {}  # of plain cells, by column and style
    held = texts_held = rows_held = 0
    most_rows = min(_MOST_ROWS, _FEW_ROWS + package.archive.size // _BYTES_OF_A_ROW)
    most_text = _most_text(package)
    for row in matrix.rows:
        number, content = row
        data = {}
        for column, cell in content.items() if number >= header.first - ROWS_ABOVE else ():
            if column in near:
                plain = asides.get((column, cell.style))
                if plain is None:
                    plain = asides[column, cell.style] = Aside(sheet, column, contents.formats[cell.style].code)
                datum = data[column] = _datum(number, cell, plain, contents)
                texts_held += len(datum.text) + len(cell.formula or "")
        if data:
            held += len(data)
            rows_held += 1
            if number in cells:
                data = cells[number] | data
            cells[number] = data
            if rows_held > most_rows or held > _MOST_CELLS or texts_held > most_text:
                raise _too_much(package, matrix)
        if number < header.first and (above := title_row(row, contents)).texts:
            title[number] = above
    return cells, tuple(above for _, above in sorted(title.items()))


def _most_text(package: Package) -> int:
    """How many characters a matrix of this file may hold."""
    return min(_MOST_TEXT, _LITTLE_TEXT + package.archive.size * _TEXT_OF_A_BYTE)


def _repeated(cells: Cells, merges: Iterable[Area]) -> int:
    """How many characters rows show that stand in a merged cell of a row above: each row is understood by itself."""
    rows = sorted(cells)
    repeated = 0
    for area in merges:
        datum = cells.get(area.top, NOTHING).get(area.left) if area.bottom > area.top else None
        if datum is not None:
            below = bisect_right(rows, area.bottom) - bisect_right(rows, area.top)
            repeated += below * (len(datum.text) + sum(map(len, datum.links)))
    return repeated


def _datum(row: int, cell: Cell, plain: Aside, contents: Contents) -> Datum:
    """A cell, as far as its row alone says what it is. plain: what the plain cells of its column and style share."""
    whole = contents.unstruck_text(cell) if cell.formula is None else None
    if whole is not None:
        if is_linkless(whole):
            return Datum(row, whole, whole or None, plain)
        links = links_of((), None, whole)
        return Datum(row, whole, whole or None, plain._replace(links=links) if links else plain)
    text, value, error, cached, struck, picture = contents.content(cell)
    links = () if struck and not text else links_of((), cell.formula, text)
    if not links and error is None and cell.formula is None and not struck and not picture:
        return Datum(row, text, value, plain)
    own = plain._replace(formula=cell.formula, cached=cached, error=error, links=links, struck=struck, picture=picture)
    return Datum(row, text, value, own)


def _own_links(
    hyperlinks: Sequence[Hyperlink],
    package: Package,
    matrix: MatrixSheet,
    cells: Cells,
    columns: Mapping[Field, Sequence[int]],
) -> Mapping[tuple[int, int], list[str]]:
    """The targets of the cells' own hyperlinks, by row and column."""
    relationships = {stated.rid: stated.target for stated in package.relationships(matrix.part)} if hyperlinks else {}
    wanted = sorted({column for span in columns.values() for column in span})
    links: dict[tuple[int, int], list[str]] = {}
    linked = 0
    for area, rid, location in hyperlinks:
        target = relationships.get(rid or "", "") + (f"#{location}" if location else "")
        for place in _cells_in(area, wanted, cells) if target else ():
            links.setdefault(place, []).append(target)
            linked += 1
            if linked > _MOST_LINKED:
                raise _too_much(package, matrix)
    return links


def _cells_in(area: Area, columns: Sequence[int], cells: Cells) -> Iterator[tuple[int, int]]:
    """The cells of a link's range: its first row's, and the others that hold anything."""
    for column in columns:
        if area.left <= column <= area.right:
            if area.top == area.bottom:
                yield area.top, column
            else:
                rows = (row for row in cells if area.top <= row <= area.bottom)
                yield from ((row, column) for row in rows if row == area.top or column in cells[row])


def _too_much(package: Package, matrix: MatrixSheet) -> WorkbookError:
    return WorkbookError(
        f"Lembar '{matrix.sheet.name}' dari '{package.path}' memuat terlalu banyak isi di kolom matriks (paling banyak "
        "120.000 baris); pindahkan isi yang bukan matriks ke lembar lain."
    )
