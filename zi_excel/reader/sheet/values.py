"""Raw cells -> typed values and the text that a person sees."""

import math
import re
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple, Self

from zi_excel.clock import DAY_ZERO, DAY_ZERO_1904
from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.cell_text import SharedStrings, parted_by_strike, shown
from zi_excel.opc.workbook.rich_values import RichValues
from zi_excel.opc.workbook.symbol_fonts import drawn
from zi_excel.opc.workbook.workbook import Workbook
from zi_excel.plan.patterns import pattern
from zi_excel.reader.sheet.cells import Cell
from zi_excel.reader.sheet.formats import NumberFormats

_LEAP_BUG = 60  # serial 60 is 29 February 1900, a day that never was; Excel counts it
_LONGEST = 100_000
"""Characters of a cell's text: Excel takes 32,767, other programs more. A longer one takes too long to understand."""
_LAST_SERIAL = 2_958_465  # 31 December 9999


class Content(NamedTuple):
    """What a cell holds; the fields are those of the model's Datum."""

    text: str = ""
    value: str | float | bool | date | None = None
    error: str | None = None
    cached: bool = True
    struck: str = ""
    picture: bool = False


PICTURE = "(gambar)"
"""What stands for a picture's text: no column can read it as anything else."""
_DRAWN = pattern(r"(?<![\w.])(?:_xl(?:fn|ws)\.)*(?:DISPIMG|IMAGE)\(", re.IGNORECASE)
_DRAWN_TEXT = pattern(r"=\s*(?:_xlfn\.)*DISPIMG\(.*\)", re.IGNORECASE | re.DOTALL)
_NOTHING = Content()


class Contents(NamedTuple):
    """What it takes to understand raw cells: shared strings, number formats, the calendar's epoch, rich values."""

    strings: SharedStrings
    formats: NumberFormats
    date_1904: bool
    path: Path
    rich: RichValues

    @classmethod
    def of(cls, package: Package, workbook: Workbook) -> Self:
        """That of a workbook.

        Raises:
            WorkbookError: the styles part is damaged.
        """
        stated = package.relationships(workbook.part).of_kind("styles")
        styles = next((relationship.part for relationship in stated if relationship.part), None)
        formats = NumberFormats.read(package, styles)
        return cls(SharedStrings.of(package), formats, workbook.date_1904, package.path, RichValues(package))

    def text(self, cell: Cell) -> str:
        """The cell's text as a person sees it; "" where it is blank."""
        text = self.unstruck_text(cell)
        return self.content(cell).text if text is None else text

    def unstruck_text(self, cell: Cell) -> str | None:
        """The text of a cell that holds a shared string as it is seen, as most do; None for any other cell.

        Raises:
            WorkbookError: the shared strings are damaged, or the text is longer than a cell's can be.
        """
        if cell.kind != "s" or cell.raw is None or cell.style in self.formats.unlike:
            return None
        index = _index(cell.raw)
        strings = self.strings
        text = strings[index]
        if strings.struck and index in strings.struck:
            return None
        if len(text) > _LONGEST:
            raise self._too_long()
        return text

    def content(self, cell: Cell) -> Content:
        """The cell's text and typed value.

        Raises:
            WorkbookError: the shared strings are damaged, or the text is longer than a cell's can be.
        """
        if (text := self.unstruck_text(cell)) is not None:
            return _of_text(text)
        content = self._content(cell)
        if cell.style in self.formats.symbols and isinstance(content.value, str):
            sign = drawn(content.value, self.formats.symbols[cell.style])
            content = content._replace(text=sign, value=sign)
        if len(content.text) > _LONGEST:
            raise self._too_long()
        return content

    def _content(self, cell: Cell) -> Content:
        """The content as a person sees it: a picture is no error, and what is struck out is none of it."""
        struck = cell.style in self.formats.struck
        if cell.kind == "s" and cell.raw is not None:
            kept, gone = self.strings.parted(_index(cell.raw), cell_struck=struck)
            return _of_text(kept, gone)
        if cell.runs is not None:
            return _of_text(*parted_by_strike(cell.runs, cell_struck=struck))
        content = self._whole(cell)
        if self._is_picture(cell, content):
            content = Content(PICTURE, PICTURE, picture=True)
        return Content(struck=content.text) if struck and content.text else content

    def _is_picture(self, cell: Cell, content: Content) -> bool:
        if content.error is not None and cell.rich and self.rich.is_picture(cell.rich):
            return True
        if cell.formula is not None and _DRAWN.search(cell.formula):
            plain = content.text and content.error is None  # what IF() chose instead
            return not plain or _DRAWN_TEXT.fullmatch(content.text) is not None
        return content.text.startswith("=") and _DRAWN_TEXT.fullmatch(content.text) is not None

    def _whole(self, cell: Cell) -> Content:
        kind, raw = cell.kind, cell.raw
        if cell.formula is not None and not raw and kind != "str":
            return Content(cached=False)
        if raw is None or (raw == "" and kind != "e"):
            return _NOTHING
        if kind in ("str", "inlineStr"):
            return _of_text(shown(raw))
        if kind == "e":
            error = raw.strip() or "#VALUE!"
            return Content(error, None, error)
        if kind == "b":
            truth = raw.strip() in ("1", "true")
            return Content("TRUE" if truth else "FALSE", truth)
        return self._iso_date(cell, raw) if kind == "d" else self._number(cell, raw)

    def _too_long(self) -> WorkbookError:
        return WorkbookError(
            f"'{self.path}' memuat sel dengan teks lebih dari 100.000 huruf, jauh melebihi batas Excel; "
            "pendekkan teks itu atau mintalah berkas aslinya."
        )

    def _number(self, cell: Cell, raw: str) -> Content:
        try:
            number = float(raw)
        except ValueError:
            return _of_text(shown(raw))
        if not math.isfinite(number):
            return _of_text(shown(raw))
        form = self.formats[cell.style]
        day = day_of(number, date_1904=self.date_1904) if form.is_date else None
        return Content(form.number(number), number) if day is None else Content(form.day(day), day)

    def _iso_date(self, cell: Cell, raw: str) -> Content:
        try:
            day = date.fromisoformat(raw.strip()[:10])
        except ValueError:
            return _of_text(shown(raw))
        return Content(self.formats[cell.style].day(day), day)


def day_of(serial: float, *, date_1904: bool) -> date | None:
    """The day that a serial number means, its time of day dropped; None where it means none."""
    number = math.floor(serial)
    if date_1904:
        return DAY_ZERO_1904 + timedelta(number) if 0 <= number <= _LAST_SERIAL - 1462 else None  # the epochs' distance
    if not 0 < number <= _LAST_SERIAL or number == _LEAP_BUG:
        return None
    return DAY_ZERO + timedelta(number + (number < _LEAP_BUG))


def _index(raw: str) -> int:
    try:
        return int(raw)
    except ValueError:
        return -1  # which no table has


def _of_text(text: str, struck: str = "") -> Content:
    if struck:
        return Content(text, text or None, struck=struck)
    return Content(text, text) if text else _NOTHING
