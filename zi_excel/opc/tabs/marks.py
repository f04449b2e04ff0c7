"""By what the tool's tabs are known in a workbook: two signs, and the names that keep their seals.

One sign is a workbook-scoped defined name that covers the whole tab (a mark), the other a text inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Literal

from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.workbook import DefinedName, Sheet, Workbook, quoted

SIGN_ROWS = 10
"""Rows in which the sign is looked for: staff may have put a row or two above it."""
_ELEMENTS = 20_000
"""Elements among which it is looked for at most: another program's sheet may have very wide rows, or none."""
# Compiled at first use: a workbook that was never refreshed has no such names.
_REFERENCE = r"=?(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!#]+))!(?P<area>\$?[A-Z]*\$?\d*:\$?[A-Z]*\$?\d*)"
_AREA = r"\$?([A-Z]{0,3})\$?(\d{0,7}):\$?([A-Z]{0,3})\$?(\d{0,7})"
_NEARLY_ALL_ROWS = 1_000_000
_NEARLY_ALL_COLUMNS = 3
"""Letters of the last column: XFD, or AMJ of older LibreOffice."""


def is_mark(name: DefinedName, prefix: str) -> bool:
    """Whether a name marks a tab. Case makes no difference, as in Excel."""
    return name.local_sheet is None and name.name.lower().startswith(prefix.lower())


def registered_sheets(workbook: Workbook, prefix: str) -> list[Sheet]:
    """The sheets that a mark covers as a whole, whether or not the sign is inside."""
    titles = (whole_sheet(name.text) for name in workbook.names if is_mark(name, prefix))
    return [sheet for title in titles if title is not None and (sheet := workbook.sheet(title)) is not None]


def whole_sheet(text: str) -> str | None:
    """The sheet that a reference covers as a whole ("'Tab 1'!$1:$1048576"); None where it covers less.

    Excel and LibreOffice write a whole sheet as its rows; each row or column that was deleted is missing at the end.
    """
    if (pieces := re.fullmatch(_REFERENCE, text)) is None or (area := re.fullmatch(_AREA, pieces["area"])) is None:
        return None
    first_column, first_row, last_column, last_row = area.groups()
    rows = (not first_row and not last_row) or int(last_row or 0) - int(first_row or 0) >= _NEARLY_ALL_ROWS
    columns = (not first_column and not last_column) or len(last_column) - len(first_column) >= _NEARLY_ALL_COLUMNS - 1
    if not (rows and columns):
        return None
    within = pieces["quoted"]
    return within.replace("''", "'") if within is not None else pieces["plain"]


def whole_sheet_reference(name: str) -> str:
    """The reference that covers a sheet as a whole, as Excel and LibreOffice write it."""
    return f"{quoted(name)}!$1:$1048576"


def is_seal(name: str, prefix: str) -> bool:
    """Whether a sheet's own name keeps a piece of its seal. Case makes no difference, as in Excel."""
    return name.lower().startswith(prefix.lower())


def sealed_sheets(workbook: Workbook, prefix: str) -> list[int]:
    """The positions of the sheets that have a seal, whole or not."""
    sealed = {item.local_sheet for item in workbook.names if is_seal(item.name, prefix)}
    return [place for place in range(len(workbook.sheets)) if place in sealed]


def seal_names(workbook: Workbook, sheet: Sheet, prefix: str) -> list[DefinedName]:
    """The names that keep a sheet's seal."""
    place = workbook.sheets.index(sheet)
    return [item for item in workbook.names if item.local_sheet == place and is_seal(item.name, prefix)]


def has_sign(package: Package, sheet: Sheet, sign: str) -> bool:
    """Whether a cell in the sheet's first rows starts with the sign.

    Raises:
        WorkbookError: the sheet can't be read.
    """
    return bool(signed(package, [sheet], sign))


def signed(package: Package, sheets: Iterable[Sheet], sign: str) -> list[Sheet]:
    """The worksheets where a cell in the first rows starts with the sign; the shared strings are read once.

    Raises:
        WorkbookError: a sheet can't be read.
    """
    own: list[Sheet] = []
    shared: list[tuple[Sheet, set[int]]] = []
    for sheet in sheets:
        if sheet.part is None or sheet.kind != "worksheet":
            continue
        found = _in_first_rows(package, sheet.part, sign)
        if found is True:
            own.append(sheet)
        elif found:
            shared.append((sheet, found))
    if shared:
        starts = _shared_strings_that_start(package, set().union(*(indexes for _, indexes in shared)), sign)
        own += [sheet for sheet, indexes in shared if indexes & starts]
    return own


def _in_first_rows(package: Package, part: str, sign: str) -> Literal[True] | set[int]:
    """True where a cell of its own text starts so; else which shared strings stand there."""
    indexes: set[int] = set()
    for _, cell in islice(package.events(part), _ELEMENTS):
        if xml.local(cell) != "c":
            continue
        if (xml.integer(re.sub(r"\D", "", cell.get("r", ""))) or 0) > SIGN_ROWS:
            break
        if cell.get("t") == "s":
            value = xml.child(cell, "v")
            indexes.add(-1 if value is None else xml.integer(value.text) or 0)
        elif (_plain_result(cell) if cell.get("t") == "str" else _text(cell)).startswith(sign):
            return True
        cell.clear()
    return indexes


def _plain_result(cell: xml.Element) -> str:
    """The text of a cell that is written like a formula's result, as SheetJS writes every text; "" for a formula."""
    value = xml.child(cell, "v")
    return "" if value is None or xml.child(cell, "f") is not None else value.text or ""


def _shared_strings_that_start(package: Package, indexes: set[int], sign: str) -> set[int]:
    part = next((item.part for item in package.relationships(package.workbook_part).of_kind("sharedStrings")), None)
    starts: set[int] = set()
    if part is None:
        return starts
    last = max(indexes)
    for number, (_, item) in enumerate(package.events(part, ("{*}si",))):
        if number > last:
            break
        if number in indexes and _text(item).startswith(sign):
            starts.add(number)
        item.clear()
        while item.getprevious() is not None:
            del item.getparent()[0]
    return starts


def _text(element: xml.Element) -> str:
    """The text of all `t` elements in one; phonetic guides (rPh) left out."""
    return "".join(item.text or "" for item in element.iter("{*}t") if xml.local(item.getparent()) != "rPh")
