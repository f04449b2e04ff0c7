"""The evaluator's notes as read from a report that came back: saved by whatever program, sorted and filtered."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.workbook import Workbook
from zi_excel.plan.rencana_aksi import TITLES, Field
from zi_excel.reader.header.own_report import is_report, signed_sheets
from zi_excel.reader.sheet.cells import Row, Worksheet
from zi_excel.reader.sheet.values import Contents
from zi_excel.report.notes import NOTE_TITLE, Note

_HEADER_ROWS = 60
"""Rows in which the header is looked for: the evaluator may have put some above it."""
_KODE = "KODE"
_MOST_ROWS = 20_000
"""One per indikator, komponen and subkomponen; the enacted matrix has 118."""


def read_report_notes(path: Path) -> tuple[Note, ...] | None:
    """The notes of a report; None where the file is none.

    Raises:
        WorkbookError: the file can't be used.
    """
    rows = read_report_rows(path)
    return None if rows is None else tuple(row for row in rows if row.text)


def read_report_rows(path: Path) -> tuple[Note, ...] | None:
    """Every row of a report that has room for a note, filled or not; None where the file is no report.

    Raises:
        WorkbookError: the file can't be used.
    """
    with Package.open(path) as package:
        workbook = Workbook.of(package)
        if not is_report(package, workbook):
            return None
        contents = Contents.of(package, workbook)
        sheets = (Worksheet(package, part) for part in signed_sheets(package, workbook))
        rows = tuple(islice((note for sheet in sheets for note in _rows(sheet, contents)), _MOST_ROWS + 1))
    if len(rows) > _MOST_ROWS:
        raise WorkbookError(
            f"'{path}' memuat lebih dari {_MOST_ROWS} baris catatan evaluator, jauh melebihi yang mungkin."
        )
    return rows


def _rows(worksheet: Worksheet, contents: Contents) -> Iterator[Note]:
    """The rows under a header that has both KODE and the title of the notes."""
    kode = note = name = 0
    for at, row in enumerate(worksheet.rows()):
        if not note:
            if at >= _HEADER_ROWS:
                return
            titles = {_title(contents, row, column): column for column in reversed(row.cells)}
            if _KODE in titles and NOTE_TITLE in titles:
                kode, note, name = titles[_KODE], titles[NOTE_TITLE], titles.get(TITLES[Field.INDIKATOR], 0)
        elif of := _text(contents, row, kode):
            yield Note(of, _text(contents, row, name), _text(contents, row, note) or _uncomputed(row, note))


def _title(contents: Contents, row: Row, column: int) -> str:
    return " ".join(_text(contents, row, column).upper().split())


def _uncomputed(row: Row, column: int) -> str:
    """A formula that nothing has computed yet, as it was typed: no note is lost."""
    cell = row.cells.get(column)
    return f"={cell.formula}" if cell is not None and cell.formula else ""


def _text(contents: Contents, row: Row, column: int) -> str:
    cell = row.cells.get(column)
    return "" if cell is None else contents.text(cell).strip()
