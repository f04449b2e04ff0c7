"""How wide the columns of a Lampiran are, and how high a row gets: estimates, as the last word is Word's."""

import math
from collections.abc import Sequence

from zi_excel.documents.lampiran.table import Kind, TableRow
from zi_excel.enacted.matrix import plain

LINE = 3.7
"""Millimetres of a line of 9 points."""
PADDING = 3.0
"""Millimetres of a cell's width that its text can't use."""
_CAPITAL, _OTHER = 2.3, 1.7
"""Millimetres of a letter of 9 points; bold ones are no wider than this, most are narrower."""
_LEAST, _WIDEST_WORD = 11.0, 34.0
"""Millimetres of the narrowest column, and of a word beyond which it is broken."""


def column_widths(rows: Sequence[TableRow], total: float) -> list[float]:
    """Widths in millimetres: its longest word for each, and the rest by how much there is to read in it.

    Args:
        rows: the table.
        total: of all columns.
    """
    count = len(rows[0].cells)
    words, letters = [_LEAST] * count, [0.0] * count
    for row in rows:
        if len(row.cells) != count:
            continue
        for at, cell in enumerate(row.cells):
            text = plain(cell.text)
            longest = max((_width(word) for word in text.split()), default=0.0)
            words[at] = max(words[at], min(longest, _WIDEST_WORD) + PADDING)
            if row.kind is Kind.INDIKATOR:
                letters[at] += len(text) / cell.down
    free = total - sum(words)
    if free < 0:
        return [width * total / sum(words) for width in words]
    shares = [0.0, *(math.sqrt(amount) for amount in letters[1:])]  # NO needs no more than its number
    if not any(shares):
        shares = [0.0, *[1.0] * (count - 1)]
    whole = sum(shares)
    return [width + free * share / whole for width, share in zip(words, shares, strict=True)]


def row_height(row: TableRow, widths: Sequence[float]) -> float:
    """Millimetres that a row takes by its own texts, those that go on over several rows left out."""
    heights = [0]
    for cell, width in zip(row.cells, widths, strict=False):
        if cell.down == 1:
            lines = plain(cell.text).split("\n")
            heights.append(sum(max(1, math.ceil(_width(line) / (width - PADDING))) for line in lines))
    return max(heights) * LINE


def _width(text: str) -> float:
    capitals = sum(map(str.isupper, text))
    return capitals * _CAPITAL + (len(text) - capitals) * _OTHER
