"""Where other tables begin, beside the matrix's own rows; and a first komponen's title that stands above the header."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zi_excel.plan.areas import area_number
from zi_excel.plan.numbering import Number, Style, split_number
from zi_excel.reader.header.headers import header_meaning, may_be_header
from zi_excel.reader.rows.grid import Grid
from zi_excel.reader.rows.lines import Kind, Line, is_sure

_TITLE = re.compile(r"\b(?:rencana aksi|renaksi|rencana kerja|matriks?)\b", re.IGNORECASE)
_NEAR = 5
"""Rows above the header in which a komponen's title may stand."""
_CALLED = re.compile(r"(?:komponen|area(?: perubahan)?|pokja|pilar)\s*[:–—-]\s*", re.IGNORECASE)


def own_lines(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The matrix's lines without those of other tables, and the headers of these.

    Another table goes on to the matrix's own header, or to the end. A second matrix (a title, the same header, the
    first komponen again) is another table to its end.
    """
    own: list[Line] = []
    others: list[Line] = []
    reading = True
    for at, line in enumerate(lines):
        if line.kind is Kind.OTHER_HEADER:
            own, reading = _without_title(own), False
            others.append(line)
        elif line.kind is Kind.HEADER:
            if reading and _begins_again(lines, at):
                return tuple(_without_title(own)), (*others, line)
            reading = True
        if reading:
            own.append(line)
    return tuple(own), tuple(others)


def is_matrix(header: Line) -> bool:
    """Whether another table's header is that of a matrix too: the same one again, or one by what its columns mean."""
    meanings = [header_meaning(text) for text in header.texts.values()]
    return header.kind is Kind.HEADER or may_be_header(frozenset(each.field for each in meanings if each))


def _without_title(lines: Sequence[Line]) -> list[Line]:
    """Without what stands between the last full row and another table: its title."""
    last = max((at for at, line in enumerate(lines) if is_sure(line)), default=-1)
    kept = [line for line in lines[last + 1 :] if line.kind in (Kind.SUBTOTAL, Kind.REST)]
    return [*lines[: last + 1], *kept]


def _begins_again(lines: Sequence[Line], at: int) -> bool:
    """Whether a header is that of a second matrix: below a title of its own, above the first komponen again."""
    above: list[Line] = []
    for line in reversed(lines[:at]):
        if is_sure(line):
            break
        above.append(line)
    if not any(_TITLE.search(text) for line in above for text in line.texts.values()):
        return False
    first = next((line for line in lines if line.name), None)
    again = next((line for line in lines[at + 1 :] if line.name), None)
    return first is not None and again is not None and (first.number, first.name) == (again.number, again.name)


def title_above(grid: Grid, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The first komponen's line where its title stands right above the header, as it may on every page."""
    first = next((line for line in lines if line.kind is not Kind.NUMBERING), None)
    if first is None or (first.kind in (Kind.HEADING, Kind.AREA) and first.is_marked):
        return ()
    for row in range(grid.header.first - 1, max(grid.header.first - 1 - _NEAR, 0), -1):
        texts = grid.texts(row)
        for field, text in texts.items():
            number, name = split_number(_CALLED.sub("", text, count=1))
            area = area_number(name)
            if number is None and area is not None and _CALLED.match(text):
                number = Number(area, Style.ROMAN)  # named, not numbered: `Komponen: PENATAAN TATALAKSANA`
            if number is not None and area is not None:
                return (Line(row, Kind.HEADING, {field: text}, number, name, field),)
    return ()
