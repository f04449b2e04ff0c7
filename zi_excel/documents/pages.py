"""What every kind of document is read to: pages of paragraphs and tables, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from zi_excel.wording import shortened

_SHOWN = 160


class Cell(NamedTuple):
    """A cell of a table.

    left, right: where it lies across its table: the numbers of its columns, or points on the page; `right` is no longer
    its own. text: with the author's line breaks. down: rows that it covers. slanted: its slanted phrases, in order.
    filled: whether its text reaches down to its lower edge, so that a page's end may have cut it.
    """

    left: float
    right: float
    text: str
    down: int = 1
    slanted: tuple[str, ...] = ()
    filled: bool = False


Row = tuple[Cell, ...]
"""The cells that begin in a row, from the left."""


class Table(NamedTuple):
    """A table, or the part of one that stands on a page.

    measured: whether the places of its cells (points on a page, columns of a sheet) mean the same on the next one.
    """

    rows: tuple[Row, ...]
    measured: bool = False

    @property
    def width(self) -> float:
        """Its right end."""
        return max((cell.right for row in self.rows for cell in row), default=0)


Block = str | Table
"""A line of text ("" is a blank one), or a table."""


class Page(NamedTuple):
    """A page, or where a kind knows none a table or sheet with what stands above it.

    name: the sheet's, unless it was asked for.
    """

    number: int
    blocks: tuple[Block, ...]
    name: str = ""


class Judged(NamedTuple):
    """Something that had to be judged.

    where: the place in the document. seen, made: what stood there, what was made of it. row: of the grid; None: none.
    kode: once it is known.
    """

    where: str
    seen: str
    made: str
    row: int | None = None
    kode: str | None = None


class Document(NamedTuple):
    """A document as read. unit: what its pages are (`halaman`, `tabel`, `lembar`). judged: by the kind itself."""

    path: Path
    unit: str
    pages: tuple[Page, ...]
    judged: tuple[Judged, ...] = ()

    def lines(self) -> Iterator[str]:
        """All its text outside the tables."""
        return (block for page in self.pages for block in page.blocks if isinstance(block, str))


def by_table(blocks: Iterable[Block]) -> Iterator[Page]:
    """Pages of a kind that knows none: each is a table with the lines above it; the last has the lines below all."""
    held: list[Block] = []
    number = 1
    for block in blocks:
        held.append(block)
        if isinstance(block, Table):
            yield Page(number, tuple(held))
            held, number = [], number + 1
    yield Page(number, tuple(held))


def strayed(text: str) -> str:
    """A text as a list of what was judged shows it: on one line, and no longer than is needed to find it."""
    return shortened(" ".join(text.split()), _SHOWN)


class Placed(NamedTuple):
    """A cell of a kind whose rows say only how far each cell reaches (HTML, Word)."""

    text: str
    across: int = 1
    down: int = 1
    slanted: tuple[str, ...] = ()


def placed_rows(rows: Iterable[Sequence[Placed]]) -> tuple[Row, ...]:
    """Rows of cells in their columns: a cell stands in the first column that none from a row above reaches into."""
    left_of: dict[int, int] = {}  # rows that a cell from above still covers, by column
    table = []
    for row in rows:
        cells, column = [], 0
        for cell in row:
            while left_of.get(column, 0) > 0:
                column += 1
            cells.append(Cell(column, column + cell.across, cell.text, cell.down, cell.slanted))
            for covered in range(column, column + cell.across):
                left_of[covered] = max(left_of.get(covered, 0), cell.down)
            column += cell.across
        table.append(tuple(cells))
        left_of = {column: rows - 1 for column, rows in left_of.items() if rows > 1}
    return tuple(table)
