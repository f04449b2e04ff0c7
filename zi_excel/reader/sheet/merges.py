"""Merged ranges: which one covers a cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from zi_excel.reader.sheet.ranges import Area


class Merges:
    """Merged ranges, asked for by cell; ranges never overlap in a sound sheet."""

    def __init__(self, merges: Iterable[Area]) -> None:
        self._of_column: dict[int, tuple[list[int], list[Area]]] = {}
        self._sorted = sorted(merges)

    def covering(self, row: int, column: int) -> Area | None:
        """The range that covers a cell; None where none does."""
        if not self._sorted:
            return None
        if column not in self._of_column:
            areas = [each for each in self._sorted if each.left <= column <= each.right]
            self._of_column[column] = [each.top for each in areas], areas
        tops, areas = self._of_column[column]
        at = bisect_right(tops, row) - 1
        return areas[at] if at >= 0 and areas[at].bottom >= row else None

    def hide(self, row: int, column: int) -> bool:
        """Whether a range that starts elsewhere covers the cell."""
        area = self.covering(row, column)
        return area is not None and (area.top, area.left) != (row, column)
