"""The papers that sheets are printed on, and where pages end so that no row stands alone."""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from types import MappingProxyType
from typing import NamedTuple

LEAST_SCALE = 0.72
"""How small a sheet may be printed to fit one page: texts of ten points are seven then, in LibreOffice too."""
_SAFE = 0.96  # programs differ a little in how they measure rows and round the scale
_LEAST = 3
"""Rows that every page has at least, where there are so many."""


class Paper(NamedTuple):
    """A paper in landscape. number: Excel's; the others: inches, as it lies."""

    number: int
    width: float
    height: float
    side_margin: float = 0.4
    top_margin: float = 0.45
    bottom_margin: float = 0.65

    def scale(self, width: float) -> float:
        """How much smaller columns of that width (points) are printed to fit one page; at most 1."""
        return min(1.0, (self.width - 2 * self.side_margin) * 72 / max(width, 1.0))

    def capacity(self, width: float) -> float:
        """How many points of rows a page holds, where columns of that width (points) are fitted to one page."""
        return (self.height - self.top_margin - self.bottom_margin) * 72 / self.scale(width) * _SAFE


PAPERS: Mapping[str, Paper] = MappingProxyType(
    {"f4": Paper(14, 13.0, 8.5), "a4": Paper(9, 11.69, 8.27, 0.25, 0.35, 0.55), "legal": Paper(5, 14.0, 8.5)}
)
"""By their names. A4 is smaller, and has smaller margins; F4 is what Indonesian offices call Folio (8.5 x 13 inch)."""


def page_ends(heights: Sequence[float], capacity: float, repeated: float, kept: Sequence[range] = ()) -> list[int]:
    """The row (from 1) with which each page but the last ends.

    Args:
        heights: of the rows in points, the header's among them.
        capacity: of a page, in points.
        repeated: height of the rows that every page after the first begins with.
        kept: rows (from 1) that stay together: a table's heading with its first rows, a signature.
    """
    together = {row for rows in kept for row in list(rows)[:-1]}
    total = [0.0, *accumulate(heights)]
    ends: list[int] = []
    begin, room = 0, capacity
    while total[-1] - total[begin] > room:
        end = begin + 1
        while end < len(heights) and total[end + 1] - total[begin] <= room:
            end += 1
        last = min(end, len(heights) - _LEAST) if len(heights) - begin > 2 * _LEAST else end
        while last > begin + 1 and last in together:
            last -= 1
        end = last if last > begin else end
        if end >= len(heights):
            break
        ends.append(end)
        begin, room = end, max(capacity - repeated, capacity / 2)
    return ends
