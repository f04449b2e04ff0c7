"""Cells and ranges as numbers (rows and columns from 1), the ranges that are merged, and the references of formulas."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from zi_excel.plan.patterns import pattern
from zi_excel.plan.rencana_aksi import column_letters

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
_AREA = pattern(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?")
_PIECES = pattern(
    r"""("(?:[^"]|"")*+(?:"|\Z)|'(?:[^']|'')*+(?:'|\Z))|(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.])"""
)
"""A text or a sheet's name in a formula, which stay as they are; or a reference."""


class Area(NamedTuple):
    """A range of cells, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


def column_number(letters: str) -> int | None:
    """`AB` -> 28; None where it names no column of a sheet."""
    if not (0 < len(letters) <= 3 and letters.isascii() and letters.isalpha()):
        return None
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number if number <= LAST_COLUMN else None


def read_area(reference: str) -> Area | None:
    """`B2:C5` as numbers, its corners in order; None where it is no range of cells."""
    match = _AREA.fullmatch(reference)
    if match is None:
        return None
    left, right = column_number(match[1]), column_number(match[3] or match[1])
    if left is None or right is None:
        return None
    top, bottom = int(match[2]), int(match[4] or match[2])
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


class Merges:
    """Merged ranges, looked up by cell; in a sound sheet they never overlap."""

    def __init__(self, merges: Iterable[Area]) -> None:
        self._of_column: dict[int, tuple[list[int], list[Area]]] = {}
        self._sorted = sorted(merges)

    def covering(self, row: int, column: int) -> Area | None:
        """The range that covers a cell; None where none does."""
        if not self._sorted:
            return None
        if (of_column := self._of_column.get(column)) is None:
            areas = [area for area in self._sorted if area.left <= column <= area.right]
            of_column = self._of_column[column] = [area.top for area in areas], areas
        tops, areas = of_column
        at = bisect_right(tops, row) - 1
        return areas[at] if at >= 0 and areas[at].bottom >= row else None

    def hide(self, row: int, column: int) -> bool:
        """Whether a range that starts elsewhere covers the cell."""
        area = self.covering(row, column)
        return area is not None and (area.top, area.left) != (row, column)


def moved(formula: str, rows: int, columns: int) -> str:
    """A shared formula as it reads in a cell that lies so many rows and columns from its first one."""

    def piece(match: re.Match[str]) -> str:
        if match[1]:
            return match[1]
        number = column_number(match[3])
        if number is None:
            return match[0]
        column = match[3] if match[2] else column_letters(max(number + columns, 1))
        row = match[5] if match[4] else str(max(int(match[5]) + rows, 1))
        return f"{match[2]}{column}{match[4]}{row}"

    return _PIECES.sub(piece, formula)
