"""What laporan and rekap have beyond the Monev tabs: days as numbers, live colours, page ends, protection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from zi_excel.clock import DAY_ZERO
from zi_excel.sheets.page import Page, cell
from zi_excel.sheets.paper import LEAST_SCALE, Paper, page_ends
from zi_excel.sheets.style import STATUS, Colours

_SHRUNK = 1.25
"""A sheet of up to so many pages is printed on one, smaller, where it can still be read."""

_ALLOWED: Mapping[str, bool] = {
    "autofilter": True,
    "sort": True,
    "format_rows": True,
    "format_columns": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}


def serial(day: date | None) -> int | None:
    """A day as Excel counts it; None for None."""
    return None if day is None else (day - DAY_ZERO).days


def colour_states(
    page: Page, row: int, column: int, last_row: int, colours: Mapping[str, Colours] | None = None
) -> None:
    """Gives cells with a status its colours, also when their formula's value changes. colours: by the cell's text."""
    by_text = {status.text: own for status, own in STATUS.items()} if colours is None else colours
    for text, own in by_text.items():
        page.condition(row, column, last_row, f'{cell(row, column)}="{text}"', bg_color=own.fill, font_color=own.ink)


def protect(page: Page) -> None:
    """Protects a sheet, without a password, from typing over formulas by mistake; filters and row heights stay free."""
    page.sheet.protect("", dict(_ALLOWED))


def end_pages(
    page: Page,
    paper: Paper,
    last_row: int,
    *,
    repeated: int | None = None,
    kept: Iterable[range] = (),
) -> None:
    """Ends the printed pages so that no row stands alone; what is little more than a page becomes one.

    repeated: the header row that each page begins with.
    """
    heights = page.heights(last_row)
    capacity = paper.capacity(page.points)
    shrunk = min(_SHRUNK, paper.scale(page.points) / LEAST_SCALE)
    if sum(heights) <= capacity * shrunk and len(page.across) == len(page.widths):
        page.sheet.fit_to_pages(1, 1)
        return
    head = 0.0 if repeated is None else heights[repeated - 1]
    ends = page_ends(heights, capacity, head, list(kept))
    if ends:
        page.sheet.set_h_pagebreaks(ends)
