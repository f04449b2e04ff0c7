"""What the report's sheets have beyond the Monev tabs: days as numbers, live colours, page ends, protection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from zi_excel.clock import DAY_ZERO
from zi_excel.sheets.page import Page, cell
from zi_excel.sheets.paper import Paper, page_ends
from zi_excel.sheets.style import STATUS, Colours

_SHRUNK = 1.25
"""How much more than a page is made one, by printing it smaller."""
_LOW = 4.5  # points

_ALLOWED: Mapping[str, bool] = {
    "autofilter": True,
    "sort": True,
    "format_rows": True,
    "format_columns": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}


def serial(day: date | None) -> int | None:
    """A day as Excel counts it."""
    return None if day is None else (day - DAY_ZERO).days


def colour_states(
    page: Page, row: int, column: int, last_row: int, colours: Mapping[str, Colours] | None = None
) -> None:
    """Cells that say a status get its colours, also when a formula changes its mind. colours: by the whole word."""
    by_word = {status.text: each for status, each in STATUS.items()} if colours is None else colours
    for word, each in by_word.items():
        page.condition(row, column, last_row, f'{cell(row, column)}="{word}"', bg_color=each.fill, font_color=each.ink)


def low(page: Page, first: int, last: int) -> None:
    """Rows that hold nothing take little paper."""
    for row in range(first, last + 1):
        page.height(row, _LOW)


def protect(page: Page) -> None:
    """Without a password: what is computed isn't typed over by mistake; filters and row heights stay free."""
    page.sheet.protect("", dict(_ALLOWED))


def end_pages(
    page: Page,
    paper: Paper,
    last_row: int,
    *,
    repeated: int | None = None,
    kept: Iterable[range] = (),
) -> None:
    """Ends the printed pages so that no row stands alone; what is a little more than a page becomes one.

    repeated: the header row that each page begins with.
    """
    heights = page.heights(last_row)
    capacity = paper.capacity(page.points)
    if sum(heights) <= capacity * _SHRUNK and page.printed == len(page.widths):
        page.sheet.fit_to_pages(1, 1)
        return
    head = 0.0 if repeated is None else heights[repeated - 1]
    ends = page_ends(heights, capacity, head, list(kept))
    if ends:
        page.sheet.set_h_pagebreaks(ends)
