"""A table without rules: its columns by the gaps between its texts, its rows by where cells begin. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from zi_excel.documents.pdf.ruled import Box, RuledGrid
from zi_excel.documents.pdf.typeset import Letter, Line
from zi_excel.plan.rencana_aksi import Field
from zi_excel.reader.header.headers import may_be_header
from zi_excel.reader.header.names import meaning_of

_GAP = 4.0
"""The least gap between two columns, in points."""
_LETTER = re.compile(r"\(?[a-z]\s?[.)]\s?\S")
_WORD_GAP = 0.9
"""The gap between two cells' words on a line, in sizes of the font."""


def aligned_grid(letters: Sequence[Letter], lines: Sequence[Line]) -> RuledGrid | None:
    """The grid that a page's texts stand in; None where no line of them is a matrix's header.

    letters: those outside ruled tables. lines: the same as lines.
    """
    head = next((at for at, line in enumerate(lines) if _is_header(_words(letters, line))), None)
    if head is None or head + 2 > len(lines):
        return None
    body = lines[head:]
    inside = [letter for letter in letters if letter.top >= body[0].top - 1 and not letter.text.isspace()]
    xs = _columns(inside)
    if len(xs) < 5:
        return None
    ys = _rows(inside, body, xs)
    boxes = [
        Box(row, column, row + 1, column + 1, xs[column], ys[row], xs[column + 1], ys[row + 1])
        for row in range(len(ys) - 1)
        for column in range(len(xs) - 1)
    ]
    return RuledGrid(tuple(xs), tuple(ys), tuple(boxes))


def _words(letters: Sequence[Letter], line: Line) -> list[str]:
    """The texts of a line that wide gaps part."""
    row = sorted((letter for letter in letters if abs(letter.top - line.top) < line.size * 0.4), key=lambda it: it.x0)
    words: list[str] = []
    end = None
    for letter in row:
        if letter.text.isspace():
            continue
        gap = 0.0 if end is None else letter.x0 - end
        if end is None or gap > _WORD_GAP * letter.size:
            words.append(letter.text)
        else:
            words[-1] += (" " if gap > 0.2 * letter.size else "") + letter.text
        end = letter.x1
    return words


def _is_header(words: Sequence[str]) -> bool:
    fields = frozenset(meaning.field for word in words if (meaning := meaning_of(word)) is not None)
    return len(fields) > 3 and may_be_header(fields | {Field.KOMPONEN, Field.INDIKATOR})


def _columns(letters: Sequence[Letter]) -> list[float]:
    """Where columns begin and end: in the middle of the gaps that no letter stands in."""
    spans = sorted((letter.x0, letter.x1) for letter in letters)
    xs, reach = [spans[0][0] - 3], spans[0][1]
    for begins, ends in spans[1:]:
        if begins - reach >= _GAP:
            xs.append((begins + reach) / 2)
        reach = max(reach, ends)
    return [*xs, reach + 3]


def _rows(letters: Sequence[Letter], lines: Sequence[Line], xs: Sequence[float]) -> list[float]:
    """Where rows begin: with a number in the first column, a letter in one of the next, or behind a gap."""
    pitch = sorted(below.top - above.top for above, below in pairwise(lines))
    usual = pitch[len(pitch) // 4] if pitch else 12.0
    ys = [lines[0].top - 2]
    for above, line in pairwise(lines):
        row = sorted((each for each in letters if abs(each.top - line.top) < line.size * 0.4), key=lambda it: it.x0)
        first = any(each.x0 < xs[1] for each in row)
        cells = ["".join(each.text for each in row if left <= each.x0 < right) for left, right in pairwise(xs)]
        lettered = any(_LETTER.match(cell) for cell in cells[1:4])
        if first or lettered or line.top - above.top > 1.45 * usual:
            ys.append(line.top - 1)
    return [*ys, lines[-1].bottom + 3]
