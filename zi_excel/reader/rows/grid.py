"""The matrix's cells as read: texts for telling rows apart, data for the model; merged ranges understood."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.plan.datum import Aside
from zi_excel.plan.rencana_aksi import Datum, Field, OtherColumn
from zi_excel.reader.header.headers import Header
from zi_excel.reader.header.sheets import MatrixSheet
from zi_excel.reader.rows.linked_cells import resolve_links
from zi_excel.reader.rows.title import TitleRow, title_row
from zi_excel.reader.sheet.boxes import Box, boxes_of
from zi_excel.reader.sheet.cells import Cell, Conditional, Hyperlink
from zi_excel.reader.sheet.links import distinct, is_linkless, links_of
from zi_excel.reader.sheet.ranges import Area, Merges
from zi_excel.reader.sheet.values import Contents

Cells = dict[int, dict[int, Datum]]
"""Data by row and column of the sheet."""

_NOTHING: Mapping[int, Datum] = MappingProxyType({})
_WIDEST = 16
"""Columns that one header may stand over; a cell merged over more is a banner."""
_MOST_ROWS, _MOST_CELLS, _MOST_TEXT = 120_000, 3_000_000, 256 << 20
"""What a matrix may hold: rows, cells in and beside its columns, characters in them. The enacted one has 120 rows."""
_FEW_ROWS, _BYTES_OF_A_ROW = 5_000, 40
_LITTLE_TEXT, _TEXT_OF_A_BYTE = 2 << 20, 8
"""In a small file it may hold less: so many rows, and one more for so many bytes of the file (written by Excel, a row
with texts of its own takes 46); so many characters, and as many more for a byte (there are 6.5). Rows that are all
alike take next to nothing in the file, and as long as any to understand."""
ROWS_ABOVE = 3
"""Rows above the header that are read like those below: the first komponen's title may stand there."""
_MOST_LINKED = 200_000
"""Cells that links may lead from, each counted once per link."""


class Grid:
    """The cells of one sheet in the matrix's columns, and the rows in which they stand."""

    def __init__(
        self,
        sheet: str,
        header: Header,
        cells: Cells,
        *,
        columns: Mapping[Field, Sequence[int]],
        merges: Iterable[Area],
        title_rows: Sequence[TitleRow],
        hidden: frozenset[Field],
        looks: Sequence[tuple[Area, str]] = (),
        boxes: Sequence[Box] = (),
    ) -> None:
        """Keeps what was read.

        Args:
            sheet: the sheet's name.
            header: the matrix's header.
            cells: the cells in and beside the matrix's columns, from shortly above the header on.
            columns: each field's columns; several where its header stands over several.
            merges: the sheet's merged ranges.
            title_rows: the rows above the header.
            hidden: the fields whose column isn't shown.
            looks: the cells that a rule may strike out ("mencoret") or hide ("menyembunyikan").
            boxes: those of form controls that lie on the sheet.
        """
        self.sheet = sheet
        self.header = header
        self.title_rows = title_rows
        self.hidden = hidden
        self._looks, self._boxes = looks, boxes
        self.rows: Sequence[int] = sorted(row for row in cells if row > header.below)
        """The rows below the header that hold anything."""
        self._cells = cells
        self._columns = columns
        self._column = {field: span[0] for field, span in columns.items() if len(span) == 1}
        self._places = tuple((field, column) for field, span in columns.items() for column in span)
        self._merges = Merges(merges)
        self._blanks: dict[int | None, Aside] = {}

    def has(self, field: Field) -> bool:
        """Whether the workbook has that column."""
        return field in self._columns

    def texts(self, row: int) -> dict[Field, str]:
        """What stands in the very cells of the row, by column of the matrix.

        Blank cells are left out, and those that a merged range from elsewhere covers.
        """
        cells = self._cells.get(row, _NOTHING)
        texts: dict[Field, str] = {}
        for field, column in self._places:
            datum = cells.get(column)
            if datum is not None and datum.text and not self._merges.hide(row, column):
                texts[field] = f"{texts[field]} {datum.text}" if field in texts else datum.text
        return texts

    def column_texts(self, row: int) -> dict[int, str]:
        """What stands in the row and the matrix's columns, by column of the sheet; blank cells left out."""
        return {column: text for _, column in self._places if (text := self._text(row, column))}

    def other_columns(self, last_row: int) -> tuple[OtherColumn, ...]:
        """The columns beside the matrix's: those with a header, and those without one that hold anything near it.

        last_row: the matrix's last row; what stands below it (signatures) makes no column.
        """
        taken = {column for span in self._columns.values() for column in span}
        others = {other.column: other for other in self.header.others if other.column not in taken}
        for row in self.rows:
            for column in self._cells[row] if row <= last_row else ():
                if column not in taken and column not in others and self._text(row, column):
                    others[column] = OtherColumn(column, "")
        return tuple(others[column] for column in sorted(others))

    def lines_below(self, last_row: int) -> Iterator[str]:
        """The lines of the cells below the matrix's last row, from left to right; "" where a row is left out."""
        before = last_row
        for row in self.rows:
            if row > last_row:
                if row > before + 1:
                    yield ""
                before = row
                for column in sorted(self._cells[row]):
                    yield from self._text(row, column).split("\n")

    def struck(self, last_row: int) -> Iterator[Datum]:
        """The cells of the matrix's columns of whose text anything is struck out.

        From the header to the matrix's last row, and the rows right below it of which nothing else is left.
        """
        columns = sorted({column for span in self._columns.values() for column in span})
        for row in sorted(self._cells):
            held = [self._cells[row][column] for column in columns if column in self._cells[row]]
            if row > last_row and (any(held) or not any(datum.struck for datum in held)):
                return
            if row >= self.header.first:
                yield from (datum for datum in held if datum.struck)

    def conditional_looks(self, first_row: int, last_row: int) -> Iterator[tuple[Area, str]]:
        """What a rule may strike out or hide of the matrix's columns between two rows, each range once."""
        columns = {column for span in self._columns.values() for column in span}
        for area, look in dict.fromkeys(self._looks):
            if (
                area.top <= last_row
                and area.bottom >= first_row
                and any(area.left <= at <= area.right for at in columns)
            ):
                yield area._replace(top=max(area.top, first_row), bottom=min(area.bottom, last_row)), look

    def loose_boxes(self, first_row: int, last_row: int) -> Iterator[Box]:
        """The boxes on the matrix's cells between two rows that don't hold their tick."""
        columns = {column for span in self._columns.values() for column in span}
        columns |= {part.column for parts in self.header.parts.values() for part in parts}
        for box in self._boxes:
            own = box.linked is not None and (box.linked.top, box.linked.left) == (box.row, box.column)
            if box.column in columns and first_row <= box.row <= last_row and not own:
                yield box

    def is_covered(self, row: int, field: Field) -> bool:
        """Whether a merged range that starts in an earlier row of this column covers the cell."""
        column = self.header.columns.get(field)
        area = None if column is None else self._merges.covering(row, column)
        return area is not None and area.left == column and area.top < row

    def datum(self, row: int, field: Field) -> Datum:
        """The cell, or the one that a merged range shows in its place; where a header stands over several, all."""
        if (column := self._column.get(field)) is not None:
            return self.cell(row, column)
        columns = self._columns.get(field)
        if columns is None:
            return self._blank(row, None)
        filled = [datum for column in columns if (datum := self.cell(row, column))]
        if not filled:
            return self.cell(row, columns[0])
        if len(filled) == 1:
            return filled[0]
        text = " ".join(datum.text for datum in filled)
        links = distinct([link for datum in filled for link in datum.links])
        return filled[0]._replace(text=text, value=text).with_aside(links=links)

    def cell(self, row: int, column: int) -> Datum:
        """One cell, or the one that a merged range shows in its place."""
        area = self._merges.covering(row, column)
        if area is None:  # as for most
            datum = self._cells.get(row, _NOTHING).get(column)
            return self._blank(row, column) if datum is None else datum
        if area.left != column:
            return self._blank(row, column)
        datum = self._cells.get(area.top, _NOTHING).get(column)
        if datum is None:
            datum = self._blank(area.top, column)
        return datum if area.top == area.bottom else datum.with_aside(span=area.bottom - area.top + 1)

    def _blank(self, row: int, column: int | None) -> Datum:
        aside = self._blanks.get(column)
        if aside is None:
            aside = self._blanks[column] = Aside(self.sheet, column)
        return Datum(row, "", None, aside)

    def _text(self, row: int, column: int) -> str:
        datum = self._cells.get(row, _NOTHING).get(column)
        return "" if datum is None or self._merges.hide(row, column) else datum.text


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
        datum = cells.get(row, _NOTHING).get(column)
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
    near = {column + right for column in header.columns.values() for right in range(_WIDEST)}
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
        datum = cells.get(area.top, _NOTHING).get(area.left) if area.bottom > area.top else None
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


def columns_of(header: Header, merges: Sequence[Area]) -> Mapping[Field, tuple[int, ...]]:
    """Each field's columns. merges: the sheet's merged ranges."""
    return {field: _columns_of(field, header, merges) for field in header.columns}


def _columns_of(field: Field, header: Header, merges: Iterable[Area]) -> tuple[int, ...]:
    """A field's columns: its parts, or those that its header stands over, with the column of its numbers."""
    if field in header.parts:
        return tuple(part.column for part in header.parts[field])
    if field in header.alone:
        return (header.columns[field],)
    span = _span(header.columns[field], header, merges)
    return (header.marks[field], *span) if field in header.marks else span


def _span(column: int, header: Header, merges: Iterable[Area]) -> tuple[int, ...]:
    """The columns that a header stands over: more than one where its cell is merged to the right."""
    rows = range(header.first, header.last + 1)
    taken = set(header.columns.values())
    last = max((area.right for area in merges if area.left == column and area.top in rows), default=column)
    span = [column]
    while span[-1] < min(last, column + _WIDEST - 1) and span[-1] + 1 not in taken:
        span.append(span[-1] + 1)
    return tuple(span)


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
