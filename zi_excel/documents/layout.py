"""Tables laid below each other, each in the columns of its own header or of the one before.

Each table that has a header of its own says by it where its columns stand, so that moved or further columns on another
page do no harm; one without a header stands in the columns of the table before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from zi_excel.documents.pages import Cell, Document, Judged, Table
from zi_excel.plan.areas import area_number
from zi_excel.plan.numbering import Style, split_number
from zi_excel.plan.rencana_aksi import Field
from zi_excel.reader.header.headers import Header
from zi_excel.reader.header.names import key
from zi_excel.wording import shortened, shown_text

_SHOWN, _SHORTEST_TITLE = 160, 5
_CALLED = re.compile(r"(?:komponen|area(?: perubahan)?|pokja|pilar)\s*[:–—-]\s*", re.IGNORECASE)
_NOTE = re.compile(r"\*+\)?|(?:catatan|keterangan|ket|sumber)\b\s*[:.]", re.IGNORECASE)


@dataclass(slots=True)
class LaidRow:
    """A row of the matrix's tables.

    where: the place in the document. cells: by column from 1; `left` and `right` are columns there. first: whether it
    is the first below a page's header, where a page may have cut what stands above. is_header: of a table.
    """

    where: str
    cells: dict[int, Cell]
    first: bool = False
    is_header: bool = False

    def text(self, column: int | None) -> str:
        """What stands in a column; "" where it has no cell of its own there."""
        cell = self.cells.get(column or 0)
        return "" if cell is None else cell.text


@dataclass(slots=True)
class Tables:
    """The matrix's rows, and what stands around them.

    header: of the first table, in columns. count: how many columns there are. heads: how many rows the first table's
    header ends at; a header further below is that of another page. above, below: the lines of text before
    the first table and after the last one.
    """

    header: Header
    count: int
    heads: int = 0
    rows: list[LaidRow] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)


class Part(NamedTuple):
    """A table of the document. header: its own, in its own rows and columns from 1; None: it has none."""

    page: int
    at: int
    table: Table
    header: Header | None


class _Slots(NamedTuple):
    """Where the columns of a header stand in its table: the place where each begins, and its column in the grid."""

    lefts: tuple[float, ...]
    columns: tuple[int, ...]
    end: float

    def of(self, cell: Cell) -> tuple[int, int]:
        """The first and the last of the slots that a cell stands over."""
        reach = (*self.lefts[1:], max(self.end, cell.right))
        over = [min(cell.right, right) - max(cell.left, left) for left, right in zip(self.lefts, reach, strict=True)]
        least = 0.5 * min(cell.right - cell.left, *(r - left for left, r in zip(self.lefts, reach, strict=True)))
        hit = [at for at, shared in enumerate(over) if shared >= max(least, 1e-6)]
        if not hit:
            hit = [max(range(len(over)), key=over.__getitem__)]
        return hit[0], hit[-1]


class Layout:
    """Lays one table after the other."""

    def __init__(self, document: Document, first: Part) -> None:
        if first.header is None:
            raise AssertionError
        self.document = document
        self.slots = _slots(first.table, first.header)
        self.tables = Tables(first.header, len(self.slots.columns))
        fields, others = _named(first.header, first.table, self.slots)
        self.fields = {name: at + 1 for name, at in fields.items()}
        self.others = {name: at + 1 for name, at in others.items()}
        self.width = first.table.width
        self.header_rows = first.header.below - first.header.first
        self.begun = False
        self.headings: list[tuple[str, str]] = []

    def fits(self, part: Part) -> bool:
        """Whether a table without a header can only be the matrix's, by its columns."""
        if part.header is not None:
            return True
        cells = max((len(row) for row in part.table.rows), default=0)
        if part.table.measured:
            return cells > 2 and part.table.width > 0.6 * self.width
        return cells > 2 and (part.table.width == self.width or cells == self.tables.count)

    def between(self, line: str, where: str) -> None:
        """Takes a line between two of the matrix's tables: a komponen's title, or what belongs to none."""
        number, name = split_number(_CALLED.sub("", line, count=1))
        if area_number(name) is not None or (
            number is not None and number.style in (Style.ROMAN, Style.LETTER) and name.isupper()
        ):
            self.headings.append((line, where))
        elif _NOTE.match(line):
            self._judge(where, line, "Catatan di bawah tabel; tidak dimasukkan ke matriks.")
        else:
            self._judge(where, line, "Teks di luar sel tabel; tidak dimasukkan ke matriks.")

    def title_above(self, where: str) -> None:
        """Takes the first komponen's title from right above the first table."""
        above = self.tables.above
        at = next((at for at in range(len(above) - 1, -1, -1) if above[at]), None)
        if at is not None and area_number(split_number(_CALLED.sub("", above[at], count=1))[1]) is not None:
            self.between(above.pop(at), where)

    def end(self) -> None:
        """Lists the notes below the last table."""
        for line in self.tables.below:
            if _NOTE.match(line):
                self.between(line, "di bawah tabel terakhir")

    def take(self, part: Part) -> None:
        """Lays a table's rows below those that stand there."""
        where = f"{self.document.unit} {part.page}"
        start = below = 0
        if part.header is not None:
            if self.begun:
                self._again(part, part.header, where)
            start = part.header.first
            # A page may begin with what looks like more of the header: `2025`, the rest of the target above.
            below = min(part.header.below, start + self.header_rows) if self.begun else part.header.below
        elif self.begun and not self.fits(part):
            shown = " | ".join(cell.text for row in part.table.rows[:2] for cell in row if cell.text)
            self._judge(where, shortened(shown, _SHOWN), "Tabel tanpa judul kolom yang bentuknya lain; tidak dibaca.")
            return
        elif not part.table.measured and part.table.width != self.width:
            self.slots = self.slots._replace(
                lefts=tuple(float(at) for at in range(self.tables.count)), end=self.tables.count
            )
            self._judge(where, f"Tabel tanpa judul dengan {self.tables.count} kolom", "Kolomnya dibaca berurutan.")
        first = True
        for number, row in enumerate(part.table.rows, start=1):
            is_title = number < start and self._is_title(row)
            is_header = start <= number <= below or is_title
            if number < start and not self.begun:
                self.tables.above += [line for cell in row for line in cell.text.split("\n")]
            if not is_header and self.headings:
                self.tables.rows += [self._heading(line, place) for line, place in self.headings]
                self.headings.clear()
            laid = self._row(row, f"{where}, baris {number}")
            laid.is_header = is_header
            blank = not any(cell.text for cell in laid.cells.values()) and not any(cell.down > 1 for cell in row)
            if blank or (is_title and self.begun):
                laid.cells = {}
            laid.first = first and not is_header
            first = first and (is_header or not laid.cells)
            self.tables.rows.append(laid)
        self.tables.heads = self.tables.heads or below
        self.begun = True

    def _is_title(self, row: Sequence[Cell]) -> bool:
        """Whether a row above a header is the matrix's title: above the first one each is, later the same once more."""
        return not self.begun or all(not cell.text or cell.text in self.tables.above for cell in row)

    def _heading(self, line: str, where: str) -> LaidRow:
        return self._titled(LaidRow(where, {1: Cell(1, self.tables.count + 1, line)}))

    def _titled(self, row: LaidRow) -> LaidRow:
        """A title that stands over the whole width, its number in NO and its name in KOMPONEN."""
        filled = [cell for cell in row.cells.values() if cell.text]
        no, name = self.fields.get(Field.NO), self.fields.get(Field.KOMPONEN)
        if len(filled) != 1 or no is None or name is None or filled[0].left != no:
            return row
        line = filled[0].text
        bare = _CALLED.sub("", line, count=1)
        number, text = split_number(bare)
        if filled[0].right - filled[0].left <= self.tables.count / 2 or len(line) < _SHORTEST_TITLE:
            return row
        if number is not None:
            row.cells[no] = Cell(no, no + 1, bare[: len(bare) - len(text)].strip())
        else:
            del row.cells[no]
        row.cells[name] = Cell(name, filled[0].right, text)
        return row

    def _again(self, part: Part, header: Header, where: str) -> None:
        """Finds the columns of another header in those of the first one; a new one gets a place at the right."""
        slots = _slots(part.table, header)
        fields, others = _named(header, part.table, slots)
        columns = list(slots.columns)
        moved = []
        unknown = set(range(len(columns)))
        taken: set[int] = set()
        same_field = [(at, self.fields.get(name)) for name, at in fields.items()]
        for at, column in (*same_field, *((at, self.others.get(name)) for name, at in others.items())):
            if column is not None and column not in taken:
                columns[at] = column
                taken.add(column)
                unknown.discard(at)
        free = [column for column in range(1, self.tables.count + 1) if column not in taken]
        for at in sorted(unknown):
            same = at + 1 in free and len(slots.columns) == self.tables.count
            columns[at] = at + 1 if same else self._further()
            if same:
                free.remove(at + 1)
            else:
                moved.append(f"kolom ke-{at + 1} tidak ada di judul pertama, isinya tidak diambil")
        if columns != sorted(columns) or moved:
            seen = " | ".join(cell.text for row in part.table.rows[header.first - 1 : header.last] for cell in row)
            made = "; ".join(moved) or "urutan kolomnya lain dan disesuaikan dengan judul pertama"
            self._judge(where, shortened(seen, _SHOWN), f"Judul kolom di sini berbeda: {made}.")
        self.slots, self.width = slots._replace(columns=tuple(columns)), part.table.width

    def _further(self) -> int:
        self.tables.count += 1
        return self.tables.count

    def _row(self, row: Sequence[Cell], where: str) -> LaidRow:
        cells: dict[int, Cell] = {}
        for raw in row:
            cell = raw._replace(text=shown_text(raw.text).strip())
            first, last = self.slots.of(cell)
            column = self.slots.columns[first]
            ends = self.slots.columns[last]
            right = ends + 1 if ends - column == last - first else column + 1
            here = cells.get(column)
            if here is None:
                cells[column] = cell._replace(left=column, right=right)
            elif cell.text:
                text = f"{here.text} {cell.text}".strip()
                cells[column] = here._replace(
                    text=text, right=max(here.right, right), slanted=here.slanted + cell.slanted
                )
        return self._titled(LaidRow(where, cells))

    def _judge(self, where: str, seen: str, made: str) -> None:
        self.tables.judged.append(Judged(where, seen, made))


def _named(header: Header, table: Table, slots: _Slots) -> tuple[dict[Field, int], dict[str, int]]:
    """The slot, from 0, of each field and of each other header."""
    places = {column: left for left, column in lefts_of(table).items()}
    at = {left: slot for slot, left in enumerate(slots.lefts)}
    fields = {name: at[places[column]] for name, column in header.columns.items() if places[column] in at}
    others = {
        key(other.text): at[places[other.column]]
        for other in header.others
        if other.text and places.get(other.column) in at
    }
    return fields, others


def _slots(table: Table, header: Header) -> _Slots:
    """The columns of a table by the cells of its header: each place where one of them begins."""
    rows = table.rows[header.first - 1 : header.last]
    lefts = sorted({cell.left for row in rows for cell in row})
    if not table.measured and header.numbering is not None and len(table.rows[header.numbering - 1]) > len(lefts):
        lefts = sorted({*lefts, *(cell.left for cell in table.rows[header.numbering - 1])})
    return _Slots(tuple(lefts), tuple(range(1, len(lefts) + 1)), table.width)


def lefts_of(table: Table) -> Mapping[float, int]:
    """The columns of a table, from 1, by the places where any cell begins."""
    lefts = sorted({cell.left for row in table.rows for cell in row})
    return {left: column for column, left in enumerate(lefts, start=1)}
