"""A worksheet part as it streams by: rows of raw cells, then merged ranges and links. Little of it is in memory."""

from collections.abc import Iterator
from typing import NamedTuple

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.opc.package.xml import Element, integer, local, too_large
from zi_excel.opc.workbook.cell_text import Runs, runs_of
from zi_excel.reader.sheet.boxes import Control, control_of
from zi_excel.reader.sheet.ranges import LAST_COLUMN, LAST_ROW, Area, column_number, moved, read_area

_TAGS = ("{*}row", "{*}mergeCell", "{*}hyperlink", "{*}col", "{*}conditionalFormatting", "{*}control")
_MOST_CELLS = 5_000_000
"""Cells that a sheet may have, blank ones included: beyond that no program opens it, and reading takes too long."""
_FEW_FILLED = 300_000
"""Cells with content that a sheet may have in any file, and one more for each byte of it: they take three at least."""
_WIDEST_ROW = 500_000
"""Cells that a row may have; a sheet has 16,384 columns."""
_MOST_RANGES = 200_000
"""Merged ranges and links that a sheet may have."""
_MOST_CONDITIONAL = 5_000
"""Ranges with rules that are kept: they only tell how cells may look."""
_MOST_TEXT = 64 << 20
"""Characters that a row may hold, in texts and formulas."""
_DRAWING = "rawing"
"""In the namespaces of drawings, whose anchors name a `row` too."""
_LONGEST_FORMULA = 8192  # Excel's limit
_SHORT_FORMULA, _MOST_MOVED = 500, 1 << 20
"""Characters of a shared formula up to which it is always made out for each of its cells; of a longer one it is only
where it leads somewhere, and up to so many characters in all: what it names matters for nothing else."""
_LINKING = ("HYPERLINK(", "IMAGE(")
_DIGITS = "0123456789"


class Cell(NamedTuple):
    """A cell as it stands in the part.

    kind: its `t` ("n" where none). raw: the text of `v`, or of the inline string; None where there is none.
    formula: without "="; None where there is none. runs: of an inline string, where its parts look different.
    rich: which of the workbook's rich values it shows (its `vm`, from 1; 0: none), a picture or the like.
    """

    kind: str
    raw: str | None
    style: int
    formula: str | None
    runs: Runs | None = None
    rich: int = 0


class Row(NamedTuple):
    """A row: its number, and its cells with content by column; both count from 1."""

    number: int
    cells: dict[int, Cell]


class Hyperlink(NamedTuple):
    """The link of a range of cells: the id of an external target, and a place in that or in this workbook."""

    area: Area
    rid: str | None
    location: str | None


class Conditional(NamedTuple):
    """Cells that may look otherwise by a rule, and the differential formats (their `dxfId`) that its rules give."""

    area: Area
    formats: tuple[int, ...]


class Worksheet:
    """A worksheet part. What is no row of cells is complete once `rows` has run to its end.

    hidden: the first and last column of each group of neighbours that aren't shown.
    """

    def __init__(self, package: Package, part: str) -> None:
        self._package = package
        self._part = part
        self._columns: dict[str | None, int] = {}  # by their letters
        self._masters: dict[str, tuple[int, int, str]] = {}
        self._moved = 0
        self.merges: list[Area] = []
        self.hyperlinks: list[Hyperlink] = []
        self.hidden: list[tuple[int, int]] = []
        self.conditional: list[Conditional] = []
        self.controls: list[Control] = []

    def rows(self) -> Iterator[Row]:
        """Its rows with content in the part's order, which need not be that of their numbers.

        The caller may stop at any time.

        Raises:
            WorkbookError: the part is missing, damaged, not well-formed, or absurdly large.
        """
        return (row for row in self.every_row() if row.cells)

    def every_row(self) -> Iterator[Row]:
        """Like `rows`, with those that hold nothing."""
        number = seen = passed = filled = 0
        most_filled = _FEW_FILLED + self._package.archive.size
        for _, element in self._package.events(self._part, _TAGS):
            name = local(element)
            if name != "row":
                if name == "conditionalFormatting":
                    self._conditional(element)
                elif name == "control":
                    self.controls.extend(filter(None, [control_of(element)]))
                else:
                    self._range(name, element)
                continue
            seen += 1
            if _DRAWING in element.tag:  # of a control's anchor
                continue
            number = self._row_number(element, number)
            cells = self._cells(element, number)
            passed += len(element)
            filled += len(cells)
            if len(element) > _WIDEST_ROW or passed > _MOST_CELLS or seen > LAST_ROW or filled > most_filled:
                raise self._too_large()
            yield Row(number, cells if number <= LAST_ROW else {})
            element.clear()

    def _cells(self, row: Element, number: int) -> dict[int, Cell]:
        """A row's cells that hold anything, by column."""
        cells: dict[int, Cell] = {}
        column = held = 0
        columns, inside = self._columns, row.tag[:-3]  # in the row's own namespace
        value, inline, text = inside + "v", inside + "is", inside + "t"
        for element in row.iterchildren("{*}c"):
            reference = element.get("r")
            letters = reference and reference.rstrip(_DIGITS)
            column = columns.get(letters) or self._column(letters, column + 1)
            children = len(element)
            if not children or column > LAST_COLUMN:
                continue
            kind, child = element.get("t", "n"), element[0]
            if children == 1 and child.tag == value and kind != "e":  # an error may be a picture
                raw = child.text
                cell = None if raw is None else Cell(kind, raw, integer(element.get("s")) or 0, None)
            elif children == 1 and child.tag == inline and len(child) == 1 and child[0].tag == text:
                cell = Cell(kind, child[0].text or "", integer(element.get("s")) or 0, None)
            else:
                cell = self._cell(element, number, column, value)
            if cell is not None:
                cells[column] = cell
                held += len(cell.raw or "") + len(cell.formula or "")
                if held > _MOST_TEXT:
                    raise self._too_large()
        return cells

    def _too_large(self) -> WorkbookError:
        return too_large(f"Bagian {self._package.label(self._part)}")

    def _row_number(self, row: Element | None, previous: int) -> int:
        written = None if row is None else integer(row.get("r"))
        return written if written is not None and written > 0 else previous + 1

    def _column(self, letters: str | None, following: int) -> int:
        """The column of letters that are new, or none. following: the one after the cell before."""
        column = column_number(letters) if letters else None
        if letters is None or column is None:
            return following
        self._columns[letters] = column
        return column

    def _cell(self, element: Element, row: int, column: int, value: str) -> Cell | None:
        """A cell; None where nothing stands in it. value: the tag of the element that holds a value."""
        raw: str | None = None
        formula: str | None = None
        runs: Runs | None = None
        for child in element:
            name = "v" if child.tag == value else local(child)
            if name == "v":
                raw = child.text
            elif name == "is":
                runs = runs_of(child)
                raw = "".join(run.text for run in runs)
            elif name == "f":
                formula = self._formula(child, row, column)
        if raw is None and formula is None:
            return None
        kind, style = element.get("t", "n"), integer(element.get("s")) or 0
        if (runs is None or len(runs) < 2) and "vm" not in element.attrib and not (runs and runs[0].struck):
            return Cell(kind, raw, style, formula)
        return Cell(kind, raw, style, formula, runs, integer(element.get("vm")) or 0)

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
        if len(master) > _SHORT_FORMULA:
            if not any(call in master.upper() for call in _LINKING):
                return master
            self._moved += len(master)
            if self._moved > _MOST_MOVED:
                raise self._too_large()
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

    def _conditional(self, element: Element) -> None:
        rules = (integer(rule.get("dxfId")) for rule in element.iterchildren("{*}cfRule"))
        formats = tuple(number for number in rules if number is not None)
        for reference in element.get("sqref", "").split() if formats else ():
            area = read_area(reference)
            if area is not None and len(self.conditional) < _MOST_CONDITIONAL:
                self.conditional.append(Conditional(area, formats))
