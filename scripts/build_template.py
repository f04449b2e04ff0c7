"""Builds workbooks/template_rencana_aksi.xlsx from the enacted matrix (zi_excel/enacted). The same bytes every time.

    python scripts/build_template.py        where zi_excel is installed (pip install -e .)

It looks like the decree's Lampiran; to its right stand the columns that staff fill.
"""

import argparse
import io
import re
import zipfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import xlsxwriter
from staff_columns import STAFF, Report, guide, write_report
from template_guide import add_guide
from template_pages import MARGINS, PAPER_F4, page_breaks
from template_style import (
    BAND,
    BODY,
    ENACTED_COLUMNS,
    ENACTED_EDGE,
    ENACTED_HEAD,
    LINES,
    STAFF_EDGE,
    STAFF_HEAD,
    Formats,
    height,
    shown,
)
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from zi_excel.enacted.matrix import Enacted, EnactedIndikator, EnactedKomponen, enacted_matrix, plain

TEMPLATE = Path(__file__).resolve().parents[1] / "workbooks" / "template_rencana_aksi.xlsx"
SHEET = "Rencana Aksi"

LAMPIRAN_ROWS = ((0,), (1, 2), (3,), (4, 5), (6, 7))
"""Which of the decree's lines share a row: its block is narrow, and every row above the matrix stays on the screen."""

HEAD = 6
"""Row of the header, from 0; the numbering row follows."""

FIRST = HEAD + 2
"""The matrix's first row, from 0."""

WIDTHS = tuple(pixels for _, pixels in ENACTED_COLUMNS) + tuple(column.pixels for column in STAFF)
LAST = len(WIDTHS) - 1
STAFF_FROM = len(ENACTED_COLUMNS)
EDGES = {STAFF_FROM - 1: ENACTED_EDGE, STAFF_FROM: STAFF_EDGE}
NO_REPORT = Report()


@dataclass
class _Page:
    """What a build writes to: the sheet, its formats, and the heights that its rows need.

    heights: points, by row from 0. growing: the rows whose own cells decide; these grow while staff type.
    bands: rows of the komponen.
    """

    sheet: Worksheet
    formats: Formats
    heights: dict[int, float] = field(default_factory=dict)
    growing: set[int] = field(default_factory=set)
    bands: list[int] = field(default_factory=list)

    def need(self, row: int, points: float) -> None:
        """Makes a row at least so high."""
        self.heights[row] = max(points, self.heights.get(row, 0.0))

    def need_together(self, first: int, last: int, points: float) -> None:
        """Makes these rows together at least so high; what is missing is shared out evenly, and they no longer grow."""
        rows = range(first, last + 1)
        missing = points - sum(self.heights[row] for row in rows)
        if missing > 0 and first < last:
            self.growing.difference_update(rows)
        for row in rows:
            self.heights[row] += max(0.0, missing) / len(rows)


def build(out: Path, *, reports: Mapping[str, Report] | None = None) -> None:
    """Writes the template to a file.

    Args:
        out: the file to write.
        reports: what staff report, by kode; nothing in the template itself.

    Raises:
        KeyError: a report of a kode that the matrix has not.
    """
    enacted = enacted_matrix()
    reports = reports or {}
    unknown = reports.keys() - {indikator.kode for _, _, indikator in enacted.indikator()}
    if unknown:
        raise KeyError(*unknown)
    options = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    package = io.BytesIO()
    with xlsxwriter.Workbook(package, options) as book:
        formats = Formats(book)
        page = _Page(book.add_worksheet(SHEET), formats)
        _front(page, enacted)
        _header(page)
        row = FIRST
        runs: list[tuple[int, int]] = []
        for komponen in enacted.komponen:
            after = _komponen(page, komponen, row, reports)
            runs.append((row + 1, after - 1))
            row = after
        guide(page.sheet, runs, STAFF_FROM, enacted.tahun)
        last = _penutup(page, enacted, row + 1)
        for at, points in page.heights.items():
            page.sheet.set_row(at, shown(points))
        _screen(page.sheet)
        _paper(page.sheet, enacted, last)
        closing = max(page.growing)  # the last indikator stays with the closing
        repeated = page.heights[HEAD] + page.heights[HEAD + 1]
        page.sheet.set_h_pagebreaks(page_breaks(page.heights, page.bands, closing, sum(WIDTHS), repeated))
        add_guide(book, formats, enacted)
        _properties(book, enacted)
    out.write_bytes(_let_grow(package.getvalue(), page.growing))


def _front(page: _Page, enacted: Enacted) -> None:
    """The Lampiran's lines at the top right, the title beside them."""
    small = page.formats(font_size=8, valign="vcenter")
    for row, which in enumerate(LAMPIRAN_ROWS):
        page.sheet.write_string(row, STAFF_FROM + 1, " ".join(enacted.lampiran[each] for each in which), small)
        page.need(row, 12)
    title = page.formats(font_size=14, bold=True, align="center", valign="vcenter", text_wrap=True)
    page.sheet.merge_range(0, 0, len(LAMPIRAN_ROWS) - 1, STAFF_FROM - 1, "\n".join(enacted.title), title)
    page.need(HEAD - 1, 4.5)


def _header(page: _Page) -> None:
    head = {**BODY, "bold": True, "align": "center", "valign": "vcenter"}
    numbering = {**head, "bold": False, "font_size": 8}
    names = [name for name, _ in ENACTED_COLUMNS] + [column.name for column in STAFF]
    for at, name in enumerate(names):
        mine = {"bg_color": ENACTED_HEAD if at < STAFF_FROM else STAFF_HEAD, **EDGES.get(at, {})}
        page.sheet.write_string(HEAD, at, name, page.formats(head, **mine))
        page.sheet.write_number(HEAD + 1, at, at + 1, page.formats(numbering, **mine))
        page.need(HEAD, height(name, WIDTHS[at], bold=True))
    page.need(HEAD + 1, 12)


def _komponen(page: _Page, komponen: EnactedKomponen, row: int, reports: Mapping[str, Report]) -> int:
    """A komponen's band and the rows below it. Returns the row after them."""
    _band(page, komponen, row)
    first = row = row + 1
    for subkomponen in komponen.subkomponen:
        top = row
        for indikator in subkomponen.indikator:
            _indikator(page, row, indikator, reports.get(indikator.kode, NO_REPORT))
            row += 1
        number = int(subkomponen.no) if subkomponen.no else None
        _down(page, 0, (top, row - 1), number, page.formats(BODY, align="center"))
        _down(page, 1, (top, row - 1), subkomponen.nama, page.formats(BODY))
    _down(page, STAFF_FROM - 1, (first, row - 1), komponen.penanggung_jawab, page.formats(BODY, **ENACTED_EDGE))
    return row


def _band(page: _Page, komponen: EnactedKomponen, row: int) -> None:
    """The name runs on over the blank cells beside it: merged, they would stand in the way of sorting and filling."""
    band = {"bg_color": BAND, "bold": True, "valign": "vcenter", "top": 1, "bottom": 1, "border_color": LINES}
    number = {**band, "align": "center", "left": 1, "right": 1}
    if komponen.no.isdecimal():
        page.sheet.write_number(row, 0, int(komponen.no), page.formats(number))
    else:
        page.sheet.write_string(row, 0, komponen.no, page.formats(number))
    page.sheet.write_string(row, 1, komponen.nama, page.formats(band))
    for at in range(2, LAST + 1):
        edge = {"right": 1} if at == LAST else EDGES.get(at, {})
        page.sheet.write_blank(row, at, None, page.formats(band, **edge))
    page.bands.append(row)
    page.need(row, 18)


def _indikator(page: _Page, row: int, indikator: EnactedIndikator, report: Report) -> None:
    page.growing.add(row)
    texts = (indikator.indikator, indikator.langkah_aksi, indikator.bukti_fisik, indikator.target_waktu)
    for at, text in enumerate(texts, start=2):
        # Text format for the target: "Januari 2025" typed anew would turn into a date.
        _write_text(page, row, at, text, {**BODY, "num_format": "@"} if at == STAFF_FROM - 2 else BODY)
        page.need(row, height(plain(text), WIDTHS[at]))
    write_report(page.sheet, (row, STAFF_FROM), report, page.formats)
    for at, value in enumerate(report.cells(), start=STAFF_FROM):
        if isinstance(value, str):
            page.need(row, height(value, WIDTHS[at]))


def _write_text(page: _Page, row: int, at: int, text: str, base: Mapping[str, object]) -> None:
    """As text; what is slanted in the decree is slanted here."""
    looks_like = page.formats(base)
    if "<i>" not in text:
        page.sheet.write_string(row, at, text, looks_like)
        return
    pieces: list[object] = []
    for number, piece in enumerate(re.split(r"</?i>", text)):
        if piece:
            pieces += [page.formats(italic=True) if number % 2 else page.formats(), piece]
    page.sheet.write_rich_string(row, at, *pieces, looks_like)


def _down(page: _Page, at: int, rows: tuple[int, int], value: str | int | None, looks_like: Format) -> None:
    """One value over several rows, merged; the rows are made high enough for it."""
    first, last = rows
    if first < last:
        page.sheet.merge_range(first, at, last, at, "", looks_like)
    if value is None:
        page.sheet.write_blank(first, at, None, looks_like)
    elif isinstance(value, int):
        page.sheet.write_number(first, at, value, looks_like)
    else:
        page.sheet.write_string(first, at, value, looks_like)
        page.need_together(first, last, height(value, WIDTHS[at]))


def _penutup(page: _Page, enacted: Enacted, row: int) -> int:
    """The decree's closing, in one row so that no page break parts it: enactment right, certification left."""
    text = "\n".join(enacted.penutup)
    split = text.index("Salinan sesuai")
    blocks = ((0, 3, text[split:]), (STAFF_FROM + 1, LAST, text[:split].rstrip("\n")))
    for first, last, block in blocks:
        page.sheet.merge_range(row, first, row, last, block, page.formats(text_wrap=True, align="center", valign="top"))
        page.need(row, height(block, sum(WIDTHS[first : last + 1])))
    page.need(row - 1, 18)
    return row


def _screen(sheet: Worksheet) -> None:
    for at, pixels in enumerate(WIDTHS):
        sheet.set_column_pixels(at, at, pixels)
    sheet.hide_gridlines(2)
    sheet.freeze_panes(FIRST, 3)
    sheet.set_selection(FIRST + 1, STAFF_FROM, FIRST + 1, STAFF_FROM)


def _paper(sheet: Worksheet, enacted: Enacted, last: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(PAPER_F4)
    sheet.set_margins(**MARGINS)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, last, LAST)
    sheet.repeat_rows(HEAD, HEAD + 1)
    font = '&"Calibri,Regular"&8'
    sheet.set_footer(f"&L{font}Keputusan {enacted.kantor} Nomor {enacted.nomor}&R{font}Halaman &P dari &N")


def _let_grow(package: bytes, rows: Collection[int]) -> bytes:
    """The package with rows that Excel fits to what staff type: XlsxWriter marks every height as set by hand."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "xl/worksheets/sheet1.xml":
                for row in rows:
                    content = re.sub(rb'(<row r="%d"[^>]*) customHeight="1"' % (row + 1), rb"\1", content)
            new.writestr(entry, content)
    return out.getvalue()


def _properties(book: xlsxwriter.Workbook, enacted: Enacted) -> None:
    book.set_properties(
        {
            "title": f"Rencana Aksi Pembangunan Zona Integritas {enacted.kantor} Tahun {enacted.tahun}",
            "subject": f"Lampiran Keputusan {enacted.kantor} Nomor {enacted.nomor}",
            "author": enacted.kantor,
            "company": enacted.kantor,
            "keywords": "zona integritas, rencana aksi, monitoring dan evaluasi",
            "comments": "Kolom 1-7 sebagaimana ditetapkan; kolom 8-12 diisi oleh tim kerja.",
            "created": datetime.combine(enacted.tanggal, datetime.min.time()),
        }
    )


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    build(TEMPLATE)
