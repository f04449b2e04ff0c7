"""Text as a scan gives it: rows of cells parted by tabs or by `|`; every other line is a line of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from zi_excel.documents.markup import inline, relisted
from zi_excel.documents.pages import Block, Cell, Document, Judged, Page, Row, Table, by_table, strayed

_LISTED = "Butir yang pemisahnya hilang saat dipindai; ditulis satu butir per baris."
_RULE = re.compile(r"[\s|:+=_-]*[-=_]{2,}[\s|:+=_-]*")
"""A line that only draws: `|---|---|`, `+----+----+`."""


def read_text(path: Path, text: str) -> Document:
    """A document of plain text. A form feed begins a page; where there is none, each table is a page."""
    sheets = text.replace("\r\n", "\n").replace("\r", "\n").split("\f")
    judged: list[Judged] = []
    paged = len(sheets) > 1
    if paged:
        pages = [Page(at, tuple(_blocks(sheet, f"halaman {at}", judged))) for at, sheet in enumerate(sheets, start=1)]
    else:
        pages = list(by_table(_blocks(sheets[0], "", judged)))
    return Document(path, "halaman" if paged else "tabel", tuple(pages), tuple(judged))


def _blocks(text: str, where: str, judged: list[Judged]) -> Iterator[Block]:
    tables = 0
    for kind, group in groupby(text.split("\n"), _kind):
        if kind is None:
            yield from (inline(line)[0].strip() for line in group)
            continue
        tables += 1
        lines = [line for line in group if not _RULE.fullmatch(line)]
        here = where or f"tabel {tables}"
        yield Table(tuple(_row(line, kind, f"{here}, baris {at}", judged) for at, line in enumerate(lines, start=1)))


def _kind(line: str) -> str | None:
    """What parts a line's cells: a tab or `|`; None: it is no row."""
    if "\t" in line:
        return "\t" if line.replace("\t", "").strip() else None
    return "|" if line.count("|") > 1 or (line.count("|") and _RULE.fullmatch(line)) else None


def _row(line: str, mark: str, where: str, judged: list[Judged]) -> Row:
    bare = line.strip("\n")
    if mark == "|":
        bare = bare.strip()
        bare = bare.removeprefix("|").removesuffix("|")
    cells = []
    for column, raw in enumerate(bare.split(mark)):
        listed = relisted(raw)
        text, slanted = inline(raw if listed is None else listed)
        if listed is not None:
            judged.append(Judged(where, strayed(inline(raw)[0]), _LISTED))
        cells.append(Cell(column, column + 1, text.strip(), slanted=slanted))
    return tuple(cells)
