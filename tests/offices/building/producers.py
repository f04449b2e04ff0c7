"""Writes sheets with each producer: openpyxl, XlsxWriter, LibreOffice, SheetJS, exceljs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, Side

from building.sheet import Sheet, number, split

HERE = Path(__file__).parent
MADE = datetime(2025, 6, 2, 8)  # noqa: DTZ001 -- workbooks have no zone; a fixed one, so that a rebuild changes little


def write_openpyxl(sheets: Sequence[Sheet], path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    book.properties.created = book.properties.modified = MADE
    thin = Side(style="thin")
    for each in sheets:
        sheet = book.create_sheet(each.name)
        sheet.sheet_state = each.state
        for ref, cell in each.cells.items():
            target = sheet[ref]
            target.value = _openpyxl_value(cell)
            target.border = Border(thin, thin, thin, thin)
            target.alignment = Alignment(wrap_text=True, vertical="top")
            if "nf" in cell:
                target.number_format = cell["nf"]
            if "link" in cell:
                target.hyperlink = cell["link"]
                target.font = Font(color="0000FF", underline="single")
        _openpyxl_layout(sheet, each)
    book.save(path)


def _openpyxl_layout(sheet: Any, laid_out: Sheet) -> None:
    for area in laid_out.merges:
        sheet.merge_cells(area)
    for row in laid_out.hidden_rows:
        sheet.row_dimensions[row].hidden = True
    for row in laid_out.grouped_rows:
        sheet.row_dimensions[row].outlineLevel = 1
    for column in laid_out.hidden_columns:
        sheet.column_dimensions[column].hidden = True
    for column, width in laid_out.widths.items():
        sheet.column_dimensions[column].width = width
    if laid_out.filter:
        sheet.auto_filter.ref = laid_out.filter


def _openpyxl_value(cell: dict[str, Any]) -> object:
    if "rich" in cell:
        return CellRichText(*(TextBlock(InlineFont(b=True), text) if bold else text for text, bold in cell["rich"]))
    if "date" in cell:
        return date.fromisoformat(cell["date"])
    return f"={cell['f']}" if "f" in cell else cell.get("e", cell.get("v"))


def write_xlsxwriter(sheets: Sequence[Sheet], path: Path, **options: Any) -> None:
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"created": MADE})
        bold = book.add_format({"bold": True})
        for each in sheets:
            sheet = book.add_worksheet(each.name)
            sheet.outline_settings(symbols_below=True)
            for row in {*each.hidden_rows, *each.grouped_rows}:
                level = {"level": 1} if row in each.grouped_rows else {}
                sheet.set_row(row - 1, None, None, level | {"hidden": row in each.hidden_rows})
            for column in {*each.hidden_columns, *each.widths}:
                hidden = {"hidden": column in each.hidden_columns}
                sheet.set_column(number(column) - 1, number(column) - 1, each.widths.get(column), None, hidden)
            for area in each.merges:
                sheet.merge_range(area, "", None)
            for ref, cell in sorted(each.cells.items(), key=lambda item: split(item[0])):
                row, column = split(ref)
                form = book.add_format({"text_wrap": True, "border": 1, "num_format": cell.get("nf", "General")})
                _xlsxwriter_cell(sheet, (row - 1, column - 1), cell, form, bold)
            if each.filter:
                sheet.autofilter(each.filter)
            if each.state != "visible":
                sheet.hide()


def _xlsxwriter_cell(sheet: Any, at: tuple[int, int], cell: dict[str, Any], form: Any, bold: Any) -> None:
    if "rich" in cell:
        pieces = [piece for text, is_bold in cell["rich"] for piece in ([bold, text] if is_bold else [text])]
        sheet.write_rich_string(*at, *pieces, form)
    elif "link" in cell:
        sheet.write_url(*at, cell["link"], form, string=cell.get("v"))
    elif "date" in cell:
        sheet.write_datetime(*at, datetime.fromisoformat(cell["date"]), form)
    elif "e" in cell:
        sheet.write_formula(*at, f"={cell['e']}", form, cell["e"])
    elif "f" in cell:
        sheet.write_formula(*at, f"={cell['f']}", form, cell.get("v", ""))
    elif isinstance(cell["v"], str):
        sheet.write_string(*at, cell["v"], form)
    else:
        sheet.write(*at, cell["v"], form)


def write_libreoffice(sheets: Sequence[Sheet], path: Path, through: str = "xlsx") -> None:
    """Written by openpyxl, opened and saved by LibreOffice; also through its own format (through="ods")."""
    office = shutil.which("libreoffice") or shutil.which("soffice")
    if office is None:
        raise FileNotFoundError("libreoffice")
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / path.name
        write_openpyxl(sheets, made)
        for at, kind in enumerate(["ods", "xlsx"] if through == "ods" else ["xlsx"]):
            out = Path(folder) / str(at)
            profile = f"-env:UserInstallation={(Path(folder) / 'profil').as_uri()}"
            command = [office, profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(made)]
            subprocess.run(command, check=True, capture_output=True)
            made = out / f"{path.stem}.{kind}"
        shutil.copy(made, path)


def _by_program(*command: str) -> Callable[[Sequence[Sheet], Path], None]:
    def write(sheets: Sequence[Sheet], path: Path) -> None:
        told = json.dumps([asdict(each) for each in sheets])
        subprocess.run([*command, str(path)], input=told.encode(), check=True, env=os.environ)

    return write


write_sheetjs = _by_program("node", str(HERE / "write_sheetjs.js"))
write_exceljs = _by_program("node", str(HERE / "write_exceljs.js"))
