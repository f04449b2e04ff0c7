"""A sheet while it is written: texts stay texts, rows are as high as their texts need, and it prints on F4."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from zi_excel.opc.workbook.workbook import quoted
from zi_excel.plan.rencana_aksi import column_letters
from zi_excel.sheets.fitting import CELL_LIMIT, MOST_LINKS, clipped, fitting, harmless, lines, row_height
from zi_excel.sheets.paper import LEAST_SCALE, PAPERS, Paper
from zi_excel.sheets.rendering import Formats, TabSheet
from zi_excel.sheets.style import (
    FONT,
    HEAT,
    HYPERLINK,
    INK,
    SIZE,
    TAB_COLOUR,
    TEXT,
    Look,
    Nearly,
    look,
    rimmed,
)
from zi_excel.wording import NONE

HIGHEST_ROW = 409.0  # points; Excel's limit
MOST_LINES = 20
"""Lines of a wrapped text: more would fill the screen with one row, and no row of Excel is higher than 409 points."""

_ROW_HEIGHT = 15.0  # of a row that nobody made higher
_BUTTON = 14.0  # points that a filter's button is high
_INDENT = 1.5  # of one step, in the unit of widths: some ten pixels
_SAFE = 0.88  # LibreOffice takes columns for up to a tenth wider than Excel does

CUT = " … (dipotong; selengkapnya di lembar matriks)"

_READABLE = LEAST_SCALE / _SAFE
"""Below it columns are parted over several pages: ten points would be less than seven."""
_FOOTER = f'&"{FONT},Regular"&10&K{INK.removeprefix("#")}'
"""A footer's look; without a colour it would have that of staff's Normal font or theme."""


def cell(row: int, column: int, *, fixed: bool = False) -> str:
    """The address of a cell, rows and columns from 1: `B3`, or `$B$3`."""
    return f"${column_letters(column)}${row}" if fixed else f"{column_letters(column)}{row}"


class Page:
    """A sheet while it is written. Rows and columns count from 1.

    Texts are never taken for formulas, numbers or links. Rows grow with the wrapped texts in them; `finish` sets their
    heights, since no application fits rows by itself when it opens a file. The rows of a streamed sheet leave memory
    one by one: it is written from top to bottom, and a row's height is set before the next one begins.
    shown: the sheets that are not hidden, where some are: a link to another would lead nowhere. None: all are.
    """

    def __init__(
        self, workbook: Workbook, formats: Formats, name: str, widths: Sequence[float], *, streamed: bool = False
    ) -> None:
        self.name = name
        workbook.constant_memory = streamed  # XlsxWriter hands it on to the sheet that it adds
        self.sheet: TabSheet = workbook.add_worksheet(name, TabSheet)
        workbook.constant_memory = False
        self.streamed = streamed
        self.widths = tuple(widths)
        self.cut = CUT
        self.shown: frozenset[str] | None = None
        self.hidden: set[int] = set()
        self.across: Sequence[int] = range(1, len(self.widths) + 1)  # the columns of the widest printed page
        self._formats = formats
        self._heights: dict[int, float] = {}
        self._links = 0
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width, formats.of(TEXT))
        self.sheet.set_tab_color(TAB_COLOUR)
        self.sheet.hide_gridlines(2)  # tables have lines of their own

    def text(
        self, row: int, column: int, text: str, style: Look, *, last: int | None = None, whole: bool = False
    ) -> None:
        """Writes a text, which stays a text whatever it looks like.

        last: merges the cells up to that column. whole: it is not cut even where its row is too low for it.
        """
        style = _indented(style)
        shown = self._fitted((row, column, last), text, style, None if whole else MOST_LINES)
        form = self._formats.of(style)
        if last is not None and last > column:
            self.sheet.merge_range(row - 1, column - 1, row - 1, last - 1, "", form)
        self.sheet.put(row - 1, column - 1, shown, form)

    def number(self, row: int, column: int, number: float | None, style: Look) -> None:
        """Writes a number, or a dash for None."""
        if number is None:
            self.text(row, column, NONE, look(style, align="center"))
        else:
            self.sheet.write_number(row - 1, column - 1, number, self._formats.of(style))

    def day(self, row: int, column: int, day: date | None, style: Look) -> None:
        """Writes a day, or a dash for None."""
        # Excel's calendar begins in 1900 (1904 on old Macs); a day before that is written as a text.
        if day is None or day.year < 1905:
            self.text(row, column, NONE if day is None else day.isoformat(), look(style, align="center"))
        else:
            self.sheet.write_datetime(row - 1, column - 1, day, self._formats.of(style))

    def formula(self, row: int, column: int, formula: str, value: float | str | None, style: Look) -> None:
        """Writes a live formula with its computed value; None stands for the dash that such formulas give."""
        cached = NONE if value is None else value
        style = _indented(style) if isinstance(value, str) else style
        self.sheet.write_formula(row - 1, column - 1, formula, self._formats.of(style), cached)

    def link(self, row: int, column: int, target: str, text: str, style: Look, *, tip: str | None = None) -> None:
        """Writes a link to `internal:'Sheet'!A1` or to a URL; the plain text where it would lead nowhere or not fit."""
        most = 255 if target.startswith("internal:") else 2000
        if self._links >= MOST_LINKS or len(target) > most or self._leads_nowhere(target):
            self.text(row, column, text, style)
            return
        self._links += 1
        linked = look(_indented(style), HYPERLINK)
        shown = self._fitted((row, column, None), text, linked)
        self.sheet.write_url(row - 1, column - 1, target, self._formats.of(linked), shown, tip)

    def _leads_nowhere(self, target: str) -> bool:
        if self.shown is None or not target.startswith("internal:"):
            return False
        return not any(target.startswith(f"internal:{quoted(name)}!") for name in self.shown)

    def blank(self, row: int, first: int, last: int, style: Look) -> None:
        """Writes empty cells with a look."""
        form = self._formats.of(style)
        for column in range(first, last + 1):
            self.sheet.put(row - 1, column - 1, "", form)

    def header(self, row: int, titles: Sequence[str], style: Look, *, first: int = 1, buttons: bool = False) -> None:
        """Writes a table's header. buttons: a filter follows; its buttons get room below the titles."""
        style = rimmed(style) if buttons else style
        for column, title in enumerate(titles, first):
            self.text(row, column, title, style)
        if buttons:
            self.room_for_buttons(row)

    def room_for_buttons(self, row: int) -> None:
        """Makes a header, whose titles stand at its top, so much higher that a filter's buttons lie on none."""
        self.height(row, self._heights.get(row, _ROW_HEIGHT) + _BUTTON)

    def form(self, style: Look) -> Format:
        """The format of a look, for thousands of cells that need nothing else of a page."""
        return self._formats.of(style)

    def height(self, row: int, points: float) -> None:
        """Makes a row at least so high."""
        self._heights[row] = min(max(self._heights.get(row, 0.0), points), HIGHEST_ROW)
        if self.streamed:
            self.sheet.set_row(row - 1, self._heights[row])

    def honest(self, row: int, column: int, last_row: int, rules: Sequence[Nearly]) -> None:
        """Shows what would be rounded to 0 % or 100 % as `<1%`, `>99%`; the values stay as they are."""
        for nearly in rules:
            condition = nearly.condition.format(cell=cell(row, column))
            self.condition(row, column, last_row, condition, num_format=nearly.num_format)

    def condition(
        self, row: int, column: int, last_row: int, condition: str, *, last: int | None = None, **properties: object
    ) -> None:
        """Gives the cells of a column, or of all columns up to `last`, a look where a formula holds.

        condition: written for the first of these rows.
        """
        # XlsxWriter keeps the formats of conditions apart from those of cells by where they are used.
        self.sheet.conditional_format(
            *(row - 1, column - 1, last_row - 1, (last or column) - 1),
            {"type": "formula", "criteria": "=" + condition, "format": self._formats.of(look(**properties))},
        )

    def bars(self, row: int, column: int, last_row: int, colour: str) -> None:
        """Gives the cells of a column data bars from 0 to 1."""
        self.sheet.conditional_format(
            *(row - 1, column - 1, last_row - 1, column - 1),
            {
                "type": "data_bar",
                "bar_solid": True,
                "bar_color": colour,
                "bar_border_color": colour,
                "min_type": "num",
                "min_value": 0,
                "max_type": "num",
                "max_value": 1,
            },
        )

    def heat(self, row: int, column: int, last_row: int, last_column: int) -> None:
        """Colours shares from 0 to 1; the number stays readable on each colour."""
        low, middle, high = HEAT
        self.sheet.conditional_format(
            *(row - 1, column - 1, last_row - 1, last_column - 1),
            {
                "type": "3_color_scale",
                "min_type": "num",
                "min_value": 0,
                "min_color": low,
                "mid_type": "num",
                "mid_value": 0.6,
                "mid_color": middle,
                "max_type": "num",
                "max_value": 1,
                "max_color": high,
            },
        )

    def filter(self, row: int, last_row: int, last_column: int) -> None:
        """Puts an autofilter over a header and its rows, and keeps Excel's green corners away from staff's texts."""
        self.sheet.autofilter(row - 1, 0, last_row - 1, last_column - 1)
        area = f"A{row}:{cell(last_row, last_column)}"
        self.sheet.ignore_errors({"number_stored_as_text": area, "two_digit_text_year": area})

    def print_setup(self, footer: str, *, repeat: tuple[int, int] | None, paper: Paper = PAPERS["f4"]) -> None:
        """Prints in landscape, one page wide, with the header on each page and page numbers.

        footer: at most 170 characters. repeat: the rows that every page begins with.
        """
        self.sheet.set_landscape()
        self.sheet.set_paper(paper.number)
        self.sheet.fit_to_pages(1, 0)
        side = paper.side_margin
        self.sheet.set_margins(left=side, right=side, top=paper.top_margin, bottom=paper.bottom_margin)
        text = footer.replace("&", "&&")
        self.sheet.set_footer(f"&L{_FOOTER}{text}&R{_FOOTER}Halaman &P dari &N", {"margin": 0.3})
        if repeat:
            self.sheet.repeat_rows(repeat[0] - 1, repeat[1] - 1)

    def hide(self, column: int) -> None:
        """Hides a column that has nothing to show, so that it takes no paper."""
        self.sheet.set_column(column - 1, column - 1, self.widths[column - 1], self._formats.of(TEXT), {"hidden": True})
        self.hidden.add(column)

    def split(self, column: int, paper: Paper) -> None:
        """Prints that column and those after it on pages of their own, and fits what is before it to one page.

        Where that could not be read on so small a paper, columns are parted as needed, each page with the first one.
        """
        self.across = range(1, column)
        if int(paper.scale(self.points) * 100 * _SAFE) < 70:
            self.pages_as_needed(1, paper)
            return
        self.sheet.set_print_scale(max(10, int(paper.scale(self.points) * 100 * _SAFE)))
        self.sheet.set_v_pagebreaks([column - 1])

    def pages_across(self, ends: Sequence[int], repeated: int, paper: Paper) -> None:
        """Prints the columns on pages side by side, all at the scale of the widest.

        ends: the last column of each page. repeated: how many of the first columns each page begins with.
        """
        begins = [0, *ends[:-1]]
        self.across = max(
            (
                [*range(1, repeated + 1), *range(max(begin, repeated) + 1, end + 1)]
                for begin, end in zip(begins, ends, strict=True)
            ),
            key=self._points_of,
        )
        self.sheet.set_print_scale(max(10, int(paper.scale(self.points) * 100 * _SAFE)))
        self.sheet.set_v_pagebreaks(list(ends[:-1]))
        self.sheet.repeat_columns(0, repeated - 1)

    def pages_as_needed(self, repeated: int, paper: Paper = PAPERS["f4"], *, ends: Sequence[int] = ()) -> None:
        """Prints so many columns on each page as can be read there; where all fit one page, as `print_setup` does.

        repeated: how many of the first columns each page begins with. ends: the columns that a page may end with.
        """
        if paper.scale(self.points) >= _READABLE:
            return
        pages: list[int] = []
        begin = last = repeated
        for end in ends or range(repeated + 1, len(self.widths) + 1):
            columns = [*range(1, repeated + 1), *range(begin + 1, end + 1)]
            if begin < last and paper.scale(self._points_of(columns)) < _READABLE:
                pages.append(last)
                begin = last
            last = end
        self.pages_across([*pages, last], repeated, paper)

    @property
    def points(self) -> float:
        """The width of the widest printed page's columns, without hidden ones, in points."""
        return self._points_of(self.across)

    def _points_of(self, columns: Sequence[int]) -> float:
        shown = [self.widths[column - 1] for column in columns if column not in self.hidden]
        return (sum(shown) * 7 + len(shown) * 5) * 0.75

    def width(self, first: int, last: int) -> float:
        """The room that merged columns have for a text, in Excel's unit; the paddings between them (5 pixels) count."""
        return sum(self.widths[first - 1 : last]) + (last - first) * 5 / 7

    def finish(self) -> None:
        """Sets the heights of the rows."""
        if not self.streamed:
            for row, points in self._heights.items():
                self.sheet.set_row(row - 1, points)

    def heights(self, last_row: int) -> list[float]:
        """The heights of the rows up to that one, in points."""
        return [self._heights.get(row, _ROW_HEIGHT) for row in range(1, last_row + 1)]

    def _fitted(self, place: tuple[int, int, int | None], text: str, style: Look, most: int | None = MOST_LINES) -> str:
        """The text as a cell can hold and show it; makes its row high enough. place: row, column, last column."""
        row, column, last = place
        shown = clipped(harmless(text), CELL_LIMIT, self.cut) if text else ""
        if shown.startswith("<r>") and shown.endswith("</r>"):
            shown += " "  # XlsxWriter would take it for the XML of formatted runs
        if (wrapped := _wrapped(style)) is not None:
            size, bold, indent = wrapped
            width = self.width(column, last or column) - indent
            shown = fitting(shown, width, most, self.cut) if most and len(shown) > 200 else shown
            taken = lines(shown, width, size=size, bold=bold)
            self.height(row, max(row_height(taken, size), _ROW_HEIGHT))
        return shown


@cache
def _indented(style: Look) -> Look:
    """The look with an indent where it is that of a table's cell whose text stands on the left."""
    properties = dict(style.properties)
    plain = "border" in properties and "align" not in properties and "indent" not in properties
    return look(style, indent=1) if plain else style


@cache
def _wrapped(style: Look) -> tuple[float, bool, float] | None:
    """Size, boldness and indent (in the unit of widths) of a text that wraps; None for a look that does not wrap."""
    properties = dict(style.properties)
    if not properties.get("text_wrap"):
        return None
    indent = float(str(properties.get("indent", 0))) * _INDENT
    return float(str(properties.get("font_size", SIZE))), bool(properties.get("bold")), indent
