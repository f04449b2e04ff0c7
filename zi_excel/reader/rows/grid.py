"""The matrix's cells as read: texts for telling rows apart, data for the model; merged ranges understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.plan.datum import Aside
from zi_excel.plan.rencana_aksi import Datum, Field, OtherColumn
from zi_excel.reader.header.headers import Header
from zi_excel.reader.header.sheets import Found
from zi_excel.reader.sheet.cells import Cell, Hyperlink, Worksheet
from zi_excel.reader.sheet.links import distinct, links_of
from zi_excel.reader.sheet.ranges import Area, Merges
from zi_excel.reader.sheet.values import Contents

_NOTHING: Mapping[int, Datum] = MappingProxyType({})
_WIDEST = 16
"""Columns that one header may stand over; a cell merged over more is a banner."""
_MOST_ROWS, _MOST_CELLS, _MOST_TEXT = 120_000, 3_000_000, 256 << 20
"""What a matrix may hold: rows, cells in and beside its columns, characters in them. The enacted one has 120 rows."""
_TITLE = 3
"""Rows above the header in which the first komponen's title may stand."""
_MOST_LINKED = 200_000
"""Cells that links may lead from, each counted once per link."""


class Grid:
    """The cells of one sheet in the matrix's columns, and the rows that they stand in.

    title_rows: the rows above the header that hold anything, with all their texts. rows: those below it, in order.
    hidden: the matrix's columns that aren't shown.
    """

    def __init__(self, package: Package, found: Found, contents: Contents) -> None:
        """Reads the sheet.

        Raises:
            WorkbookError: its part or the shared strings are damaged, or it holds far more than a matrix does.
        """
        self._path = package.path
        self.sheet = found.sheet.name
        self.header: Header = found.header
        self._cells: dict[int, dict[int, Datum]] = {}
        self._blanks: dict[int | None, Aside] = {}
        asides: dict[tuple[int, int], Aside] = {}
        worksheet = Worksheet(package, found.part)
        near = {column + right for column in self.header.columns.values() for right in range(_WIDEST)}
        near |= {*self.header.marks.values(), *(part.column for each in self.header.parts.values() for part in each)}
        title: dict[int, tuple[str, ...]] = {}
        held = texts_held = 0
        for row in worksheet.rows():
            cells = {}
            for column, cell in row.cells.items() if row.number >= self.header.first - _TITLE else ():
                if column in near:
                    cells[column] = self._read(contents, row.number, column, cell, asides)
                    texts_held += len(cell.raw or "") + len(cell.formula or "")
            if cells:
                held += len(cells)
                self._cells.setdefault(row.number, cells).update(cells)
                if len(self._cells) > _MOST_ROWS or held > _MOST_CELLS or texts_held > _MOST_TEXT:
                    raise self._too_much()
            if row.number < self.header.first and (
                texts := tuple(text for _, cell in sorted(row.cells.items()) if (text := contents.text(cell)))
            ):
                title[row.number] = texts
        self.title_rows = tuple(texts for _, texts in sorted(title.items()))
        self._merges = Merges(worksheet.merges)
        self._columns = {field: self._columns_of(field, worksheet.merges) for field in self.header.columns}
        wanted = {column for span in self._columns.values() for column in span}
        linked = self._own_links(package, found.part, worksheet.hyperlinks, wanted)
        for (number, column), targets in linked.items():
            datum = self._at(number, column)
            links = links_of(targets, datum.formula, datum.text)
            self._cells.setdefault(number, {})[column] = datum._replace(links=links)
        self.hidden = frozenset(
            field
            for field, column in self.header.columns.items()
            if any(first <= column <= last for first, last in worksheet.hidden)
        )
        self.rows: Sequence[int] = sorted(number for number in self._cells if number > self.header.below)

    def has(self, field: Field) -> bool:
        """Whether the workbook has that column."""
        return field in self._columns

    def texts(self, row: int) -> dict[Field, str]:
        """What stands in the very cells of the row, by column of the matrix.

        Those that are blank, or covered by a merged range that starts elsewhere, are left out.
        """
        cells = self._cells.get(row, _NOTHING)
        found: dict[Field, str] = {}
        for field, columns in self._columns.items():
            for column in columns:
                datum = cells.get(column)
                if datum is not None and datum.text and not self._merges.hide(row, column):
                    found[field] = f"{found[field]} {datum.text}" if field in found else datum.text
        return found

    def column_texts(self, row: int) -> dict[int, str]:
        """What stands in the row and the matrix's columns, by column of the sheet; blank cells left out."""
        columns = (column for span in self._columns.values() for column in span)
        return {column: text for column in columns if (text := self._text(row, column))}

    def other_columns(self, last_row: int) -> tuple[OtherColumn, ...]:
        """The columns beside the matrix's: those with a header, and those without that hold anything near it.

        last_row: the matrix's last row; what stands below it (signatures) makes no column.
        """
        taken = {column for span in self._columns.values() for column in span}
        others = {each.column: each for each in self.header.others if each.column not in taken}
        for row in self.rows:
            for column in self._cells[row] if row <= last_row else ():
                if column not in taken and column not in others and self._text(row, column):
                    others[column] = OtherColumn(column, "")
        return tuple(others[column] for column in sorted(others))

    def is_covered(self, row: int, field: Field) -> bool:
        """Whether a merged range that starts in an earlier row of this column covers the cell."""
        column = self.header.columns.get(field)
        area = None if column is None else self._merges.covering(row, column)
        return area is not None and area.left == column and area.top < row

    def datum(self, row: int, field: Field) -> Datum:
        """The cell, or the one that a merged range shows in its place; where a header stands over several, all."""
        columns = self._columns.get(field)
        if columns is None:
            return self._blank(row, None)
        if len(columns) == 1:
            return self.cell(row, columns[0])
        filled = [each for column in columns if (each := self.cell(row, column))]
        if not filled:
            return self.cell(row, columns[0])
        joined = " ".join(each.text for each in filled)
        if len(filled) == 1:
            return filled[0]
        return filled[0]._replace(
            text=joined, value=joined, links=distinct([link for each in filled for link in each.links])
        )

    def cell(self, row: int, column: int) -> Datum:
        """One cell, or the one that a merged range shows in its place."""
        area = self._merges.covering(row, column)
        if area is not None and area.left != column:
            return self._blank(row, column)
        datum = self._at(row if area is None else area.top, column)
        return datum if area is None or area.top == area.bottom else datum._replace(span=area.bottom - area.top + 1)

    def _at(self, row: int, column: int) -> Datum:
        """The very cell, merged or not."""
        datum = self._cells.get(row, _NOTHING).get(column)
        return self._blank(row, column) if datum is None else datum

    def _blank(self, row: int, column: int | None) -> Datum:
        aside = self._blanks.get(column)
        if aside is None:
            aside = self._blanks[column] = Aside(self.sheet, column)
        return Datum.of(row, "", None, aside)

    def _text(self, row: int, column: int) -> str:
        datum = self._cells.get(row, _NOTHING).get(column)
        return "" if datum is None or self._merges.hide(row, column) else datum.text

    def _read(
        self, contents: Contents, row: int, column: int, cell: Cell, asides: dict[tuple[int, int], Aside]
    ) -> Datum:
        """A cell, as far as its row alone says what it is. asides: those of plain cells, by column and style."""
        text, value, error, cached = contents.content(cell)
        links = links_of((), cell.formula, text)
        if links or error is not None or cell.formula is not None:
            code = contents.formats[cell.style].code
            return Datum.of(row, text, value, Aside(self.sheet, column, code, cell.formula, cached, error, links))
        aside = asides.get((column, cell.style))
        if aside is None:
            aside = Aside(self.sheet, column, contents.formats[cell.style].code)
            asides[column, cell.style] = aside
        return Datum.of(row, text, value, aside)

    def _too_much(self) -> WorkbookError:
        return WorkbookError(
            f"Lembar '{self.sheet}' dari '{self._path}' memuat terlalu banyak isi di kolom matriks (paling banyak "
            "120.000 baris); pindahkan isi yang bukan matriks ke lembar lain."
        )

    def _columns_of(self, field: Field, merges: Iterable[Area]) -> tuple[int, ...]:
        """A field's columns: its parts, or those that its header stands over, with the column of its numbers."""
        if field in self.header.parts:
            return tuple(part.column for part in self.header.parts[field])
        span = self._span(self.header.columns[field], merges)
        return (self.header.marks[field], *span) if field in self.header.marks else span

    def _span(self, column: int, merges: Iterable[Area]) -> tuple[int, ...]:
        """The columns that a header stands over: more than one where its cell is merged to the right."""
        rows = range(self.header.first, self.header.last + 1)
        taken = set(self.header.columns.values())
        last = max((each.right for each in merges if each.left == column and each.top in rows), default=column)
        span = [column]
        while span[-1] < min(last, column + _WIDEST - 1) and span[-1] + 1 not in taken:
            span.append(span[-1] + 1)
        return tuple(span)

    def _own_links(
        self, package: Package, part: str, hyperlinks: Iterable[Hyperlink], wanted: set[int]
    ) -> Mapping[tuple[int, int], list[str]]:
        relationships = {each.rid: each.target for each in package.relationships(part)} if hyperlinks else {}
        found: dict[tuple[int, int], list[str]] = {}
        linked = 0
        for area, rid, location in hyperlinks:
            target = relationships.get(rid or "", "") + (f"#{location}" if location else "")
            if not target:
                continue
            for row, column in self._cells_in(area, wanted):
                found.setdefault((row, column), []).append(target)
                linked += 1
                if linked > _MOST_LINKED:
                    raise self._too_much()
        return found

    def _cells_in(self, area: Area, wanted: set[int]) -> Iterator[tuple[int, int]]:
        """The cells of a link's range: its first one, and the others that hold anything."""
        for column in sorted(wanted):
            if area.left <= column <= area.right:
                if area.top == area.bottom:
                    yield area.top, column
                else:
                    rows = (row for row in self._cells if area.top <= row <= area.bottom)
                    yield from ((row, column) for row in rows if row == area.top or column in self._cells[row])
