"""A worksheet part as it streams by: rows of raw cells, then merged ranges and links. Memory stays small."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from zi_excel.errors import WorkbookError
from zi_excel.opc.cell_text import rich_text
from zi_excel.opc.package import Package
from zi_excel.opc.xml import Element, integer, local, too_large
from zi_excel.reader.formulas import moved
from zi_excel.reader.references import LAST_COLUMN, LAST_ROW, Area, column_number, read_area

_TAGS = ("{*}c", "{*}row", "{*}mergeCell", "{*}hyperlink", "{*}col")
_KEPT = 4096  # elements of one row that may lie in memory
_MOST_CELLS = 5_000_000
"""Cells of one sheet, blank ones counted: beyond, no program opens it, and reading has no end."""
_WIDEST_ROW = 500_000
"""Cells of one row that are passed; a sheet has 16,384 columns."""
_MOST_RANGES = 200_000
"""Merged ranges and links of one sheet that are kept."""
_MOST_TEXT = 64 << 20
"""Characters of one row that are held, in texts and formulas."""
_LONGEST_FORMULA = 8192  # Excel's limit


class Cell(NamedTuple):
    """A cell as it stands in the part.

    kind: its `t` ("n" where none). raw: the text of `v`, or of the inline string; None where there is none.
    formula: without "="; None where there is none.
    """

    kind: str
    raw: str | None
    style: int
    formula: str | None


class Row(NamedTuple):
    """A row that has any cell with content: its number from 1, its cells by column from 1."""

    number: int
    cells: dict[int, Cell]


class Hyperlink(NamedTuple):
    """A cell range's own link: the id of an external target, and a place in it or in this workbook."""

    area: Area
    rid: str | None
    location: str | None


class Worksheet:
    """A worksheet part. `merges`, `hyperlinks` and `hidden` are complete when `rows` has run to its end.

    hidden: the first and last of columns side by side that aren't shown.
    """

    def __init__(self, package: Package, part: str) -> None:
        self._package = package
        self._part = part
        self._columns: dict[str, int] = {}
        self._masters: dict[str, tuple[int, int, str]] = {}
        self.merges: list[Area] = []
        self.hyperlinks: list[Hyperlink] = []
        self.hidden: list[tuple[int, int]] = []

    def rows(self, at_most: int | None = None) -> Iterator[Row]:
        """Its rows in the part's order (which need not be that of their numbers). The caller may stop at any time.

        Args:
            at_most: how many rows are passed before it ends, blank ones counted.

        Raises:
            WorkbookError: the part is missing, damaged, not well-formed, or absurdly large.
        """
        cells: dict[int, Cell] = {}
        number = column = count = seen = 0
        size = _Size(self._too_large)
        for _, element in self._package.events(self._part, _TAGS):
            name = local(element)
            if name == "c":
                if count == 0:
                    number, column = self._row_number(element.getparent(), number), 0
                count += 1
                column = self._column(element.get("r"), column + 1)
                if len(element) and column <= LAST_COLUMN and (cell := self._cell(element, number, column)) is not None:
                    cells[column] = cell
                    size.hold(cell)
                if count % _KEPT == 0:
                    _forget_before(element)
                    size.check(count)
            elif name == "row":
                seen += 1
                size.end_row(count)
                if count == 0:
                    number = self._row_number(element, number)
                if cells and number <= LAST_ROW:
                    yield Row(number, cells)
                cells, count = {}, 0
                element.clear()
                _forget_before(element)
                if seen == at_most:
                    return
            else:
                self._range(name, element)

    def _too_large(self) -> WorkbookError:
        return too_large(f"Bagian {self._package.label(self._part)}")

    def _row_number(self, row: Element | None, previous: int) -> int:
        written = None if row is None else integer(row.get("r"))
        return written if written is not None and written > 0 else previous + 1

    def _column(self, reference: str | None, following: int) -> int:
        if reference is None:
            return following
        letters = reference.rstrip("0123456789")
        column = self._columns.get(letters)
        if column is None:
            column = self._columns[letters] = column_number(letters) or 0
        return column or following

    def _cell(self, element: Element, row: int, column: int) -> Cell | None:
        kind = element.get("t", "n")
        raw: str | None = None
        formula: str | None = None
        for child in element:
            name = local(child)
            if name == "v":
                raw = child.text
            elif name == "is":
                raw = rich_text(child)
            elif name == "f":
                formula = self._formula(child, row, column)
        if raw is None and formula is None:
            return None
        return Cell(kind, raw, integer(element.get("s")) or 0, formula)

    def _formula(self, element: Element, row: int, column: int) -> str | None:
        text: str | None = element.text or None
        group = element.get("si")
        if element.get("t") != "shared" or group is None:
            return text
        if text is not None:
            self._masters[group] = (row, column, text)
            return text
        if group not in self._masters:
            return None
        top, left, master = self._masters[group]
        if len(master) > _LONGEST_FORMULA:
            return master
        return moved(master, row - top, column - left)

    def _range(self, name: str, element: Element) -> None:
        if len(self.merges) + len(self.hyperlinks) > _MOST_RANGES:
            raise self._too_large()
        if name == "col":
            first, last = integer(element.get("min")), integer(element.get("max"))
            if first and last and element.get("hidden") in {"1", "true"}:
                self.hidden.append((first, last))
        for reference in element.get("ref", "").split():
            if (area := read_area(reference)) is None:
                continue
            if name == "mergeCell":
                self.merges.append(area)
            else:
                rid = next((value for key, value in element.attrib.items() if key.endswith("}id")), None)
                self.hyperlinks.append(Hyperlink(area, rid, element.get("location")))


class _Size:
    """How much of a sheet has passed; gives up where no sheet can be so large."""

    def __init__(self, too_large: Callable[[], WorkbookError]) -> None:
        self._too_large = too_large
        self._rows = self._cells = self._held = 0

    def hold(self, cell: Cell) -> None:
        """A cell is kept until its row ends."""
        self._held += len(cell.raw or "") + len(cell.formula or "")
        if self._held > _MOST_TEXT:
            raise self._too_large()

    def check(self, count: int) -> None:
        """A row has so many cells up to now."""
        if count > _WIDEST_ROW or self._cells + count > _MOST_CELLS:
            raise self._too_large()

    def end_row(self, count: int) -> None:
        """A row of so many cells has ended."""
        self.check(count)
        self._rows += 1
        self._cells += count
        self._held = 0
        if self._rows > LAST_ROW:
            raise self._too_large()


def _forget_before(element: Element) -> None:
    """Drops what has been done with; iterparse would keep it to the end."""
    parent = element.getparent()
    while element.getprevious() is not None:
        del parent[0]
