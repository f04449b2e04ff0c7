"""The template on paper: F4, margins, and where a page has to begin."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from zi_excel.sheets.matriks.look import shown
from zi_excel.sheets.matriks.text_metrics import PIXEL

PAPER_F4 = 14
"""Excel's number of 8.5 x 13 inches, which Indonesian offices buy as F4."""

PAPER_SIZE = (13.0, 8.5)
"""Inches of F4, landscape."""

MARGINS = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.6}
"""Inches."""

ROOM_FOR_BAND = 150.0
"""Points that a komponen's band needs at the foot of a page, or else it begins a new one: itself and about two rows."""

COLUMNS_WIDER = (1.0, 7.43 / 7)
"""What Excel and LibreOffice make of a column's width: the first rounds a digit of Calibri 11 to 7 pixels."""


def page_breaks(
    heights: Mapping[int, float], bands: Collection[int], closing: int, pixels: int, repeated: float
) -> list[int]:
    """Rows that begin a new page: no komponen's band stands alone at a page's foot, nor the closing on its page.

    Args:
        heights: points of each row, by row from 0.
        bands: rows of the komponen.
        closing: the first of the rows that stay together up to the last.
        pixels: width of the sheet, which is fitted to the page.
        repeated: points of the rows that each page repeats.
    """
    together = dict.fromkeys(bands, ROOM_FOR_BAND)
    together[closing] = sum(points for row, points in heights.items() if row >= closing)
    rooms = [_room(pixels * wider) for wider in COLUMNS_WIDER]
    breaks: list[int] = []
    # One at a time, the first of either program: a break moves all pages after it.
    while parted := [row for room in rooms for row in _parted(heights, together, breaks, (room, repeated))]:
        breaks.append(min(parted))
    return breaks


def _parted(
    heights: Mapping[int, float], together: Mapping[int, float], breaks: Collection[int], page: tuple[float, float]
) -> Iterator[int]:
    """Rows that a page's foot would part from what belongs below them. page: its room, and what is repeated on it."""
    room, repeated = page
    used = 0.0
    for row in sorted(heights):
        points = shown(heights[row])
        if row not in breaks and used + together.get(row, 0.0) > room:
            yield row
        if row in breaks or used + points > room:
            used = repeated
        used += points


def _room(pixels: float) -> float:
    """Points of rows that a page holds where a sheet so wide is fitted to it; both programs scale by whole percents."""
    across = (PAPER_SIZE[0] - MARGINS["left"] - MARGINS["right"]) * 72
    down = (PAPER_SIZE[1] - MARGINS["top"] - MARGINS["bottom"]) * 72
    return down * 100 / int(100 * across / (pixels * PIXEL))
