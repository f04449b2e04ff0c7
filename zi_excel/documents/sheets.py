"""Workbooks (.xlsx, .xlsm) and .csv files that hold a table which was converted from a document.

A workbook is read by the reader's own sheets, not by openpyxl: those show a cell as a person sees it (`Jan-25`, not a
day of January), stream large parts, and refuse what no program opens.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from zi_excel.documents.pages import Cell, Document, Page, Row, Table
from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.marks import SIGN_ROWS, registered_sheets
from zi_excel.opc.workbook.workbook import Sheet, Workbook
from zi_excel.reader.sheet.cells import Worksheet
from zi_excel.reader.sheet.ranges import Area
from zi_excel.reader.sheet.values import Contents
from zi_excel.signs import NAME_PREFIX, TAB_SIGN

_MOST_ROWS, _WIDEST = 50_000, 200
_MOST_SHEETS = 600
_MARKS = (";", "\t", ",", "|")
_LONGEST_FIELD = 1 << 20


def read_workbook(path: Path, names: Sequence[str] = ()) -> Document:
    """A workbook's sheets, each a page with one table.

    Args:
        path: the workbook.
        names: the sheets that are read, in this order, hidden ones too; none: all visible ones.

    Raises:
        WorkbookError: it is no workbook, damaged, far too large, or has no such sheet.
    """
    pages: list[Page] = []
    with Package.open(path) as package:
        workbook = Workbook.of(package)
        contents = Contents.of(package, workbook)
        sheets = [sheet for sheet in workbook.sheets if sheet.part is not None and sheet.kind == "worksheet"]
        own = registered_sheets(workbook, NAME_PREFIX)
        visible = [sheet for sheet in sheets[:_MOST_SHEETS] if sheet.state == "visible" and sheet not in own]
        for sheet in [_named(path, sheets, name) for name in names] or visible:
            rows = tuple(_rows(path, Worksheet(package, sheet.part or ""), contents))
            if any(cell.text.startswith(TAB_SIGN) for row in rows[:SIGN_ROWS] for cell in row):
                continue  # a Monev tab, or a copy of one
            pages.append(Page(len(pages) + 1, (Table(rows, measured=True),), "" if names else sheet.name))
    return Document(path, "lembar", tuple(pages))


def _named(path: Path, sheets: Sequence[Sheet], name: str) -> Sheet:
    folded = name.strip().casefold()
    for sheet in sheets:
        if sheet.name.strip().casefold() == folded:
            return sheet
    known = ", ".join(f"'{sheet.name}'" for sheet in sheets[:20])
    raise WorkbookError(f"'{path}' tidak mempunyai lembar '{name}'; yang ada: {known}.")


def _rows(path: Path, worksheet: Worksheet, contents: Contents) -> Iterator[Row]:
    """A sheet's rows from the first on, blank ones too, so that a place in the list is one in the sheet."""
    texts: dict[int, dict[int, str]] = {}
    for row in worksheet.rows():
        near = {column: cell for column, cell in row.cells.items() if column <= _WIDEST}
        if held := {column: text for column, cell in near.items() if (text := contents.text(cell))}:
            texts[row.number] = held
        if row.number > _MOST_ROWS or len(texts) > _MOST_ROWS:
            raise WorkbookError(f"Lembar di '{path}' mempunyai lebih dari 50.000 baris; hapus yang bukan matriks.")
    spans: dict[tuple[int, int], Area] = {(area.top, area.left): area for area in worksheet.merges}
    for number in range(1, max(texts, default=0) + 1):
        cells = []
        for column, text in sorted(texts.get(number, {}).items()):
            area = spans.get((number, column), Area(number, column, number, column))
            down, right = area.bottom - number + 1, min(area.right, _WIDEST)
            cells.append(Cell(column - 1, right, text, down))
        yield tuple(cells)


def read_csv(path: Path, text: str) -> Document:
    """A file of fields parted by `;`, `,`, tabs or `|`; its lines are one table.

    Raises:
        WorkbookError: it is damaged or far too large.
    """
    sample = "\n".join(text.split("\n")[:200])
    mark = max(_MARKS, key=sample.count)
    limit = csv.field_size_limit(_LONGEST_FIELD)
    try:
        rows = []
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
            rows.append(tuple(Cell(at, at + 1, field.strip()) for at, field in enumerate(line[:_WIDEST])))
            if len(rows) > _MOST_ROWS:
                raise WorkbookError(f"'{path}' mempunyai lebih dari 50.000 baris; hapus yang bukan matriks.")
    except csv.Error:
        raise WorkbookError(f"'{path}' bukan berkas CSV yang utuh; simpan ulang dari Excel.") from None
    finally:
        csv.field_size_limit(limit)
    return Document(path, "tabel", (Page(1, (Table(tuple(rows)),)),))
