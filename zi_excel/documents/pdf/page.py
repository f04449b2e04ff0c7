"""One page of a PDF: its tables and the lines around them, as plain lists that another process can be sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from zi_excel.documents.pdf.ruled import Box, Rule, RuledGrid, ruled_grids
from zi_excel.documents.pdf.typeset import Letter, Line, Piece, is_slanted, lines_of, pieces_of, plain_text

_MOST_LETTERS, _MOST_EDGES = 60_000, 60_000
_HALF, _FEW = 0.5, 4
_FILLED = 0.75
"""How near to a cell's lower edge its last line stands where it is filled, in sizes of the font."""
_WIDE_GAP = 2.0
_LEVEL, _CELLS = 3.0, 3
"""Points within which lines begin at one height; and in how many cells they do where a row begins."""


_Parts = list[tuple[Box, list[Letter]]]


class PageCell(NamedTuple):
    """A cell: its edges in points, rows that it covers, whether it is filled, its lines, its slanted phrases."""

    left: float
    right: float
    down: int
    filled: bool
    pieces: list[Piece]
    slanted: list[str]


class PageTable(NamedTuple):
    """A table: the cells that begin in each row."""

    rows: list[list[PageCell]]


class PageRead(NamedTuple):
    """A page: its lines and tables from the top; what was judged; whether it has letters, and pictures."""

    blocks: list[str | PageTable]
    judged: list[tuple[str, str]]
    letters: int
    pictures: int


class _Turned(NamedTuple):
    """How a page's content is turned: 0, or 1 and -1 where its text runs up or down; the page's sides."""

    way: int
    width: float
    height: float

    def box(self, x0: float, x1: float, top: float, bottom: float) -> tuple[float, float, float, float]:
        if self.way > 0:
            return self.height - bottom, self.height - top, x0, x1
        if self.way < 0:
            return top, bottom, self.width - x1, self.width - x0
        return x0, x1, top, bottom


def read_page(page: Any) -> PageRead:
    """Reads a page of pdfplumber's."""
    chars = page.chars
    judged: list[tuple[str, str]] = []
    if len(chars) > _MOST_LETTERS:
        return PageRead([], [("Halaman dengan lebih dari 60.000 huruf", "Tidak dibaca.")], len(chars), 0)
    turned = _Turned(_way(chars), float(page.width), float(page.height))
    letters = list(_letters(chars, turned))
    if turned.way:
        judged.append(("Halaman yang diputar 90 derajat", "Diputar kembali sebelum dibaca."))
    across, down = _rules(page, turned)
    grids = ruled_grids(across, down)
    tables = [_table(grid, letters, judged) for grid in grids]
    inside = [(grid.xs[0], grid.xs[-1], grid.ys[0], grid.ys[-1]) for grid in grids]
    outside = [letter for letter in letters if not any(_within(letter, box) for box in inside)]
    lines = lines_of(outside)
    placed: list[tuple[float, str | PageTable]] = [
        (grid.ys[0], table) for grid, table in zip(grids, tables, strict=True)
    ]
    aligned = None
    if not any(len(grid.xs) > _FEW for grid in grids):
        from zi_excel.documents.pdf.unruled import aligned_grid  # with all that a header may be called

        aligned = aligned_grid(outside, lines)
    if aligned is not None:
        judged.append(
            ("Tabel tanpa garis", "Kolom dan barisnya dibaca menurut letak teksnya; cocokkan semua barisnya.")
        )
        placed.append((aligned.ys[0], _table(aligned, outside, judged)))
        lines = [line for line in lines if not aligned.ys[0] <= line.top <= aligned.ys[-1]]
    placed += _lines(lines)
    unreadable = sum("\N{REPLACEMENT CHARACTER}" in letter.text for letter in letters)
    if unreadable:
        judged.append((f"{unreadable} huruf yang tidak dikenal fontnya", "Ditulis sebagai tanda tanya; ketik ulang."))
    blocks = [block for _, block in sorted(placed, key=lambda item: item[0])]
    return PageRead(blocks, judged, len(letters), len(page.images))


def _way(chars: Sequence[Any]) -> int:
    """Which way most text runs: 0 across; 1 up; -1 down."""
    lying = [char for char in chars if not char.get("upright", True)]
    if not chars or len(lying) <= _HALF * len(chars):
        return 0
    up = sum(char["matrix"][1] > 0 for char in lying)
    return 1 if up > len(lying) / 2 else -1


def _letters(chars: Sequence[Any], turned: _Turned) -> Iterator[Letter]:
    seen: set[tuple[str, int, int]] = set()
    for char in chars:
        if char.get("upright", True) is bool(turned.way):
            continue  # what runs the other way is no text of the table: a stamp, a margin
        text = plain_text(char["text"])
        x0, x1, top, bottom = turned.box(char["x0"], char["x1"], char["top"], char["bottom"])
        place = (text, round(x0), round(top))
        if place in seen and not text.isspace():
            continue  # printed twice to look bold
        seen.add(place)
        size = bottom - top if turned.way else float(char["size"])
        yield Letter(text, x0, x1, top, bottom, size, is_slanted(char.get("fontname", "")))


def _rules(page: Any, turned: _Turned) -> tuple[list[Rule], list[Rule]]:
    across: list[Rule] = []
    down: list[Rule] = []
    edges = page.edges
    for edge in edges if len(edges) <= _MOST_EDGES else ():
        x0, x1, top, bottom = turned.box(edge["x0"], edge["x1"], edge["top"], edge["bottom"])
        if x1 - x0 >= bottom - top:
            across.append(Rule((top + bottom) / 2, x0, x1))
        else:
            down.append(Rule((x0 + x1) / 2, top, bottom))
    return across, down


def _within(letter: Letter, box: tuple[float, float, float, float]) -> bool:
    x, y = (letter.x0 + letter.x1) / 2, (letter.top + letter.bottom) / 2
    return box[0] - 1 <= x <= box[1] + 1 and box[2] - 1 <= y <= box[3] + 1


def _table(grid: RuledGrid, letters: Sequence[Letter], judged: list[tuple[str, str]]) -> PageTable:
    held: dict[Box, list[Letter]] = {box: [] for box in grid.boxes}
    at: dict[tuple[int, int], Box] = {
        (row, column): box
        for box in grid.boxes
        for row in range(box.top, box.bottom)
        for column in range(box.left, box.right)
    }
    for letter in letters:
        if _within(letter, (grid.xs[0], grid.xs[-1], grid.ys[0], grid.ys[-1])):
            row = _space(grid.ys, (letter.top + letter.bottom) / 2)
            column = _space(grid.xs, (letter.x0 + letter.x1) / 2)
            held[at[row, column]].append(letter)
    rows: list[list[PageCell]] = []
    for row in range(len(grid.ys) - 1):
        parts = [part for box in grid.boxes if box.top == row for part in _parted(box, held[box], grid.xs, judged)]
        rows += [[_cell(box, lines_of(inside)) for box, inside in each] for each in _rows_in(parts, judged)]
    return PageTable(rows)


def _rows_in(parts: _Parts, judged: list[tuple[str, str]]) -> list[_Parts]:
    """A row as two where its texts begin anew at one height in several cells: then the rule between them is missing."""
    if any(box.bottom - box.top > 1 for box, _ in parts):
        return [parts]
    texts = [lines for _, letters in parts if (lines := lines_of(letters))]
    top = min((lines[0].top for lines in texts), default=0.0)
    begins = [line.top for lines in texts for line in _beginnings(lines, top)]
    for place in sorted(begins):
        level = sum(abs(place - other) < _LEVEL for other in begins)
        if level >= _CELLS and not any(_runs_on(lines, place) for lines in texts):
            upper = [(box, [each for each in letters if each.bottom < place + 1]) for box, letters in parts]
            lower = [(box, [each for each in letters if each.bottom >= place + 1]) for box, letters in parts]
            seen = " | ".join(" ".join(line.text for line in lines_of(letters)) for _, letters in lower if letters)
            judged.append((seen, "Garis di antara dua baris hilang di sini; dipisah menurut letak teksnya."))
            return [upper, *_rows_in(lower, judged)]
    return [parts]


def _beginnings(lines: Sequence[Line], top: float) -> Iterator[Line]:
    """The lines before which a cell has a gap. top: where the row's highest text stands."""
    if lines[0].top - top > lines[0].size:
        yield lines[0]
    usual = _usual_step(lines)
    for above, line in pairwise(lines):
        if line.top - above.top > usual + 0.35 * line.size:
            yield line


def _runs_on(lines: Sequence[Line], place: float) -> bool:
    """Whether a cell's text runs on where another's begins."""
    usual = _usual_step(lines)
    return any(
        above.top < place - 1 and line.top > place - _LEVEL and line.top - above.top <= usual + 0.35 * line.size
        for above, line in pairwise(lines)
        if abs(line.top - place) < 2 * line.size
    )


def _usual_step(lines: Sequence[Line]) -> float:
    steps = [below.top - above.top for above, below in pairwise(lines)]
    return min(min(steps, default=0.0), 1.5 * lines[0].size)


def _space(places: Sequence[float], value: float) -> int:
    for at in range(len(places) - 2):
        if value < places[at + 1]:
            return at
    return len(places) - 2


def _parted(
    box: Box, letters: list[Letter], xs: Sequence[float], judged: list[tuple[str, str]]
) -> Iterator[tuple[Box, list[Letter]]]:
    """A cell over several columns as several, where its text stands in columns too: then a rule is missing."""
    lines = lines_of(letters) if box.right - box.left > 1 and letters else []
    for column in range(box.left + 1, box.right) if len(lines) > 1 else ():
        place = xs[column]
        left = [letter for letter in letters if letter.x1 <= place + 1]
        right = [letter for letter in letters if letter.x0 >= place - 1]
        crossing = len(letters) - len(left) - len(right)
        if crossing or len(lines_of(left)) < 2 or len(lines_of(right)) < 2:
            continue
        seen = " ".join(line.text for line in lines)
        judged.append((seen, "Garis di antara dua kolom hilang di sini; dipisah menurut letak teksnya."))
        first = box._replace(right=column, x1=place)
        yield first, left
        yield from _parted(box._replace(left=column, x0=place), right, xs, judged)
        return
    yield box, letters


def _cell(box: Box, lines: Sequence[Line]) -> PageCell:
    filled = bool(lines) and box.y1 - lines[-1].bottom < _FILLED * lines[-1].size
    slanted = [phrase for line in lines for phrase in line.slanted]
    return PageCell(box.x0, box.x1, box.bottom - box.top, filled, pieces_of(lines, box.x0, box.x1), slanted)


def _lines(lines: Sequence[Line]) -> Iterator[tuple[float, str]]:
    """The lines outside tables, with a blank one where there is a gap."""
    previous: Line | None = None
    for line in lines:
        if previous is not None and line.top - previous.bottom > _WIDE_GAP * 0.45 * line.size:
            yield line.top - 0.1, ""
        yield line.top, line.text
        previous = line
