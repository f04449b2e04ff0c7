"""The matrix's cells as read: texts for telling rows apart, data for the model; merged ranges understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from zi_excel.plan.datum import Aside
from zi_excel.plan.rencana_aksi import Datum, Field, OtherColumn
from zi_excel.reader.header.headers import Header
from zi_excel.reader.rows.title import TitleRow
from zi_excel.reader.sheet.boxes import Box
from zi_excel.reader.sheet.links import distinct
from zi_excel.reader.sheet.ranges import Area, Merges

Cells = dict[int, dict[int, Datum]]
"""Data by row and column of the sheet."""

NOTHING: Mapping[int, Datum] = MappingProxyType({})
WIDEST = 16
"""Columns that one header may stand over; a cell merged over more is a banner."""
ROWS_ABOVE = 3
"""Rows above the header that are read like those below: the first komponen's title may stand there."""


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
        cells = self._cells.get(row, NOTHING)
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
            datum = self._cells.get(row, NOTHING).get(column)
            return self._blank(row, column) if datum is None else datum
        if area.left != column:
            return self._blank(row, column)
        datum = self._cells.get(area.top, NOTHING).get(column)
        if datum is None:
            datum = self._blank(area.top, column)
        return datum if area.top == area.bottom else datum.with_aside(span=area.bottom - area.top + 1)

    def _blank(self, row: int, column: int | None) -> Datum:
        aside = self._blanks.get(column)
        if aside is None:
            aside = self._blanks[column] = Aside(self.sheet, column)
        return Datum(row, "", None, aside)

    def _text(self, row: int, column: int) -> str:
        datum = self._cells.get(row, NOTHING).get(column)
        return "" if datum is None or self._merges.hide(row, column) else datum.text


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
    while span[-1] < min(last, column + WIDEST - 1) and span[-1] + 1 not in taken:
        span.append(span[-1] + 1)
    return tuple(span)
