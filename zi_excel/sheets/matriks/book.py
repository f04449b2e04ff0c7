"""The workbook of a matrix: the sheet `Rencana Aksi`, the guide, and where a document was read what had to be judged.

The same contents give the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection, Mapping
from datetime import UTC, datetime

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from zi_excel.sheets.matriks.catatan import add_notes
from zi_excel.sheets.matriks.contents import Matriks
from zi_excel.sheets.matriks.lanjut import add_continued
from zi_excel.sheets.matriks.look import Formats, shown
from zi_excel.sheets.matriks.pages import MARGINS, PAPER_F4, page_breaks
from zi_excel.sheets.matriks.petunjuk import add_guide
from zi_excel.sheets.matriks.rows import FIRST, HEAD, SHEET, Columns, Page, places_of, write_matrix
from zi_excel.sheets.matriks.staff_columns import Report

_UNDATED = datetime(2025, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""When a workbook was made whose decree has no known day: the same contents must give the same bytes."""
_KEPT_FREE = 3
"""Columns that stay on the screen: up to INDIKATOR."""


def render(matriks: Matriks, *, reports: Mapping[str, Report] | None = None) -> bytes:
    """The workbook (.xlsx).

    Args:
        matriks: what it shows.
        reports: what staff report, by kode; None: nothing yet.

    Raises:
        KeyError: a report of a kode that the matrix has not.
    """
    reports = reports or {}
    unknown = reports.keys() - set(matriks.kodes)
    if unknown:
        raise KeyError(*unknown)
    options = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    package = io.BytesIO()
    with xlsxwriter.Workbook(package, options) as book:
        formats = Formats(book)
        columns = Columns(matriks)
        page = Page(book.add_worksheet(SHEET), formats, columns)
        last = write_matrix(page, matriks, reports)
        for at, points in page.heights.items():
            page.sheet.set_row(at, shown(points))
        _screen(page.sheet, columns)
        _paper(page.sheet, matriks, last, columns)
        closing = max(page.rows.values(), default=HEAD + 1)  # the last indikator stays with the closing
        repeated = page.heights[HEAD] + page.heights[HEAD + 1]
        page.sheet.set_h_pagebreaks(page_breaks(page.heights, page.bands, closing, sum(columns.widths), repeated))
        add_guide(book, formats, matriks)
        if matriks.notes is not None:
            add_notes(book, formats, matriks.notes, page.rows)
        if matriks.continued is not None:
            add_continued(book, formats, matriks.continued, page.rows, places_of(columns, matriks, last))
        _properties(book, matriks)
    return _let_grow(package.getvalue(), page.growing)


def _screen(sheet: Worksheet, columns: Columns) -> None:
    for at, pixels in enumerate(columns.widths):
        sheet.set_column_pixels(at, at, pixels)
    sheet.hide_gridlines(2)
    sheet.freeze_panes(FIRST, _KEPT_FREE)
    sheet.set_selection(FIRST + 1, columns.staff, FIRST + 1, columns.staff)


def _paper(sheet: Worksheet, matriks: Matriks, last: int, columns: Columns) -> None:
    sheet.set_landscape()
    sheet.set_paper(PAPER_F4)
    sheet.set_margins(**MARGINS)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, last, columns.last)
    sheet.repeat_rows(HEAD, HEAD + 1)
    font = '&"Calibri,Regular"&8'
    decree = _footer(matriks)
    sheet.set_footer(f"&L{font}{decree}&R{font}Halaman &P dari &N")


def _footer(matriks: Matriks) -> str:
    """What each page's foot says; in Excel's footers an ampersand is written twice, and 255 characters are the most."""
    named = " ".join(filter(None, ("Keputusan" if matriks.nomor else "", matriks.kantor)))
    text = f"{named} Nomor {matriks.nomor}" if matriks.nomor else named
    return text.replace("&", "&&")[:180]


def _let_grow(package: bytes, rows: Collection[int]) -> bytes:
    """The package with rows that Excel fits to what staff type: XlsxWriter marks every height as set by hand."""
    out = io.BytesIO()
    growing = {b"%d" % (row + 1) for row in rows}
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "xl/worksheets/sheet1.xml":
                content = re.sub(
                    rb'(<row r="(\d+)"[^>]*) customHeight="1"',
                    lambda match: match[1] if match[2] in growing else match[0],
                    content,
                )
            new.writestr(entry, content)
    return out.getvalue()


def _properties(book: xlsxwriter.Workbook, matriks: Matriks) -> None:
    title = " ".join(filter(None, ("Rencana Aksi Pembangunan Zona Integritas", matriks.kantor)))
    book.set_properties(
        {
            "title": f"{title} Tahun {matriks.tahun}"[:255],
            "subject": f"Lampiran Keputusan {matriks.kantor} Nomor {matriks.nomor}"[:255] if matriks.nomor else "",
            "author": matriks.kantor[:255],
            "company": matriks.kantor[:255],
            "keywords": "zona integritas, rencana aksi, monitoring dan evaluasi",
            "comments": "Rancangan: kolom 1-7 belum ditetapkan."
            if matriks.continued is not None
            else "Kolom 1-7 sebagaimana ditetapkan; kolom 8-12 diisi oleh tim kerja.",
            "created": datetime.combine(matriks.tanggal, datetime.min.time()) if matriks.tanggal else _UNDATED,
        }
    )
