"""What a row of cells says, in a form that is the same after a save by any program."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import UTC, datetime, time

from zi_excel.clock import DAY_ZERO, DAY_ZERO_1904
from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.cell_text import SharedStrings, rich_text, shown

_DAY = 86_400  # seconds
_INLINE = "inlineStr"


def row_meanings(package: Package, part: str, strings: SharedStrings, *, date_1904: bool) -> Iterator[tuple[int, str]]:
    """Streams a worksheet: (number from 1, what its cells say) for each row that has any content.

    Cells count in their order, without their columns: inserting or hiding a column says nothing new. Every formula says
    the same, since programs write and compute it in their own ways. Formats, widths and links say nothing.

    Args:
        package: the package.
        part: the worksheet; one row at a time is in memory, however many there are.
        strings: the package's shared strings.
        date_1904: whether days count from 1904.

    Raises:
        WorkbookError: it can't be read.
    """
    number = 0
    for _, element in package.events(part, ("{*}row", "{*}sheetData")):
        if xml.local(element) != "row":
            return
        number = xml.integer(element.get("r")) or number + 1
        if meaning := _row(element, strings, date_1904=date_1904):
            yield number, meaning
        element.clear()
        while (read := element.getprevious()) is not None:
            element.getparent().remove(read)


def sheet_meanings(sheet: xml.Element, strings: SharedStrings, *, date_1904: bool) -> Iterator[str]:
    """What the rows of a worksheet say, as `row_meanings` puts it, where the sheet has been parsed as a whole."""
    for row in sheet.iter("{*}row"):
        if meaning := _row(row, strings, date_1904=date_1904):
            yield meaning


def _row(row: xml.Element, strings: SharedStrings, *, date_1904: bool) -> str:
    """What the cells of a row say; "" where all are blank."""
    inside = row.tag[: -len("row")]  # in the row's own namespace
    formula, inline, text = inside + "f", inside + "is", inside + "t"
    said = []
    for cell in row:
        children = len(cell)
        if not children:
            continue
        first = cell[0]
        if first.tag == formula:
            said.append("f")
        elif first.tag == inline and children == len(first) == 1 and first[0].tag == text and cell.get("t") == _INLINE:
            said.append(_text(first[0].text or ""))  # as most are in the tool's tabs
        else:
            said.append(_cell(cell, strings, date_1904=date_1904))
    return "\0".join(filter(None, said))


def _cell(cell: xml.Element, strings: SharedStrings, *, date_1904: bool) -> str:
    """What a cell with anything in it says; "" where that is nothing."""
    raw = ""
    for child in cell:
        name = xml.local(child)
        if name == "f":
            return "f"
        if name == "v":
            raw = child.text or ""
            break
        if name == "is":
            raw = rich_text(child)
    if not raw:
        return ""
    kind: str = cell.get("t", "n")
    if kind == "s":
        index = xml.integer(raw)
        text = strings[-1 if index is None else index]
        return f"t{text}" if text else ""
    if kind in ("b", "e"):
        plain = raw.strip()
        return kind + {"true": "1", "false": "0"}.get(plain, plain)
    number = _days(raw, date_1904=date_1904) if kind == "d" else _number(raw) if kind == "n" else None
    if number is not None:
        return f"n{number:.12g}"
    return _text(raw)


def _text(raw: str) -> str:
    text = shown(raw)
    return f"t{text}" if text else ""


def _number(raw: str) -> float | None:
    try:
        number = float(raw)
    except ValueError:
        return None
    return number + 0.0 if math.isfinite(number) else None  # + 0.0 makes -0.0 the same as 0.0


def _days(raw: str, *, date_1904: bool) -> float | None:
    """The serial number of a day that is written as a date, as Strict workbooks have it; None where it is none."""
    try:
        moment = datetime.fromisoformat(raw.strip()).replace(tzinfo=UTC)
    except ValueError:
        return None
    epoch = datetime.combine(DAY_ZERO_1904 if date_1904 else DAY_ZERO, time.min, UTC)
    return (moment - epoch).total_seconds() / _DAY
