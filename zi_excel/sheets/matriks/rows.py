"""The sheet `Rencana Aksi`: the lines above the matrix, its header and rows, the closing below it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from zi_excel.enacted.matrix import EnactedIndikator, EnactedKomponen, plain
from zi_excel.sheets.matriks.contents import Matriks
from zi_excel.sheets.matriks.look import (
    BAND,
    BODY,
    ENACTED_COLUMNS,
    ENACTED_EDGE,
    ENACTED_HEAD,
    HIGHEST_ROW,
    LINES,
    STAFF_EDGE,
    STAFF_HEAD,
    Formats,
    height,
)
from zi_excel.sheets.matriks.staff_columns import STAFF, Report, guide, write_report
from zi_excel.sheets.matriks.text_metrics import lines

SHEET = "Rencana Aksi"
LAMPIRAN_ROWS = 5
"""Rows above the matrix: the Lampiran's block is narrow, and every row above the matrix stays on the screen."""
HEAD = 6
"""Row of the header, from 0; the numbering row follows."""
FIRST = HEAD + 2
"""The matrix's first row, from 0."""
TITLE, LAMPIRAN, HEADER, CLOSING = "JUDUL", "KEPALA LAMPIRAN", "JUDUL KOLOM", "PENUTUP"
"""What stands around the matrix, as lists call it."""
NO_REPORT = Report()
_RESPONSIBLE, _TARGET = 6, 5
"""Columns from 0."""
_OTHER_PIXELS = 110
_TITLE_SIZE, _TITLE_LINE = 14, 18.75
_BEGINS = re.compile(r"(?:LAMPIRAN|KEPUTUSAN|PERATURAN|SURAT|NOMOR|TANGGAL|TENTANG)\b", re.IGNORECASE)
_LONGEST_NUMBER = 9  # digits that a cell shows as they are written


class Columns:
    """Where the columns stand, from 0: the decree's seven, further ones of the document's, then those of staff.

    names: their headers. widths: in pixels. staff: the first of staff's. last: the last of all.
    """

    def __init__(self, matriks: Matriks) -> None:
        self.names = (*matriks.names, *matriks.others, *(column.name for column in STAFF))
        pixels = (*(wide for _, wide in ENACTED_COLUMNS), *[_OTHER_PIXELS] * len(matriks.others))
        self.widths = (*pixels, *(column.pixels for column in STAFF))
        self.staff = len(pixels)
        self.last = len(self.widths) - 1
        self.edges: Mapping[int, Mapping[str, object]] = {self.staff - 1: ENACTED_EDGE, self.staff: STAFF_EDGE}


@dataclass
class Page:
    """What a build writes to: the sheet, its formats, and the heights that its rows need.

    heights: points, by row from 0. growing: the rows whose own cells decide; these grow while staff type.
    bands: rows of the komponen. rows: where each kode's first row stands, from 0, also of komponen and subkomponen.
    """

    sheet: Worksheet
    formats: Formats
    columns: Columns
    heights: dict[int, float] = field(default_factory=dict)
    growing: set[int] = field(default_factory=set)
    bands: list[int] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)

    def need(self, row: int, points: float) -> None:
        """Makes a row at least so high, as far as Excel's rows can be."""
        self.heights[row] = min(max(points, self.heights.get(row, 0.0)), HIGHEST_ROW)

    def need_together(self, first: int, last: int, points: float) -> None:
        """Makes these rows together at least so high; what is missing is shared out evenly, and they no longer grow."""
        rows = range(first, last + 1)
        missing = points - sum(self.heights[row] for row in rows)
        if missing > 0 and first < last:
            self.growing.difference_update(rows)
        for row in rows:
            self.heights[row] = min(self.heights[row] + max(0.0, missing) / len(rows), HIGHEST_ROW)


def write_matrix(page: Page, matriks: Matriks, reports: Mapping[str, Report]) -> int:
    """Writes the whole sheet. Returns its last row."""
    _front(page, matriks)
    _header(page)
    row = FIRST
    runs: list[tuple[int, int]] = []
    for komponen in matriks.komponen:
        first, after = _komponen(page, komponen, row, matriks, reports)
        if first < after:
            runs.append((first, after - 1))
        row = after
    guide(page.sheet, runs, page.columns.staff, matriks.tahun)
    return _penutup(page, matriks, row + 1)


def places_of(columns: Columns, matriks: Matriks, last: int) -> Mapping[tuple[str, int | None], tuple[int, int]]:
    """Where what belongs to no kode stands, row and column from 0, by what it is; lines of the Lampiran by their text.

    Args:
        columns: the sheet's columns.
        matriks: what it shows.
        last: its last row.
    """
    right = columns.staff + 1
    places: dict[tuple[str, int | None], tuple[int, int]] = {(HEADER, at): (HEAD, at) for at in range(columns.staff)}
    places |= {(line, None): (row, right) for row, line in enumerate(lampiran_rows(matriks.lampiran))}
    return places | {(TITLE, None): (0, 0), (LAMPIRAN, None): (0, right), (CLOSING, None): (last, right)}


def lampiran_rows(all_lines: Sequence[str]) -> list[str]:
    """The Lampiran's lines in at most five rows: what belongs together shares one, the longest are parted."""
    groups: list[list[str]] = []
    for line in all_lines:
        if not groups or _BEGINS.match(line):
            groups.append([])
        groups[-1].append(line)
    while len(groups) > LAMPIRAN_ROWS:
        last = groups.pop()
        groups[-1] += last
    while 0 < len(groups) < LAMPIRAN_ROWS and (most := max(map(len, groups))) > 1:
        at = max(at for at, group in enumerate(groups) if len(group) == most)
        group = groups[at]
        groups[at : at + 1] = [group[: (most + 1) // 2], group[(most + 1) // 2 :]]
    return [" ".join(group) for group in groups]


def _front(page: Page, matriks: Matriks) -> None:
    """The Lampiran's lines at the top right, the title beside them."""
    small = page.formats(font_size=8, valign="vcenter")
    rows = lampiran_rows(matriks.lampiran)
    for row in range(LAMPIRAN_ROWS):
        if row < len(rows):
            page.sheet.write_string(row, page.columns.staff + 1, rows[row], small)
        page.need(row, 12)
    looks_like = page.formats(font_size=_TITLE_SIZE, bold=True, align="center", valign="vcenter", text_wrap=True)
    title = "\n".join(matriks.title)
    page.sheet.merge_range(0, 0, LAMPIRAN_ROWS - 1, page.columns.staff - 1, title, looks_like)
    taken = lines(title, sum(page.columns.widths[: page.columns.staff]), _TITLE_SIZE, bold=True)
    if taken * _TITLE_LINE > LAMPIRAN_ROWS * 12:
        page.need_together(0, LAMPIRAN_ROWS - 1, taken * _TITLE_LINE)
    page.need(HEAD - 1, 4.5)


def _header(page: Page) -> None:
    head = {**BODY, "bold": True, "align": "center", "valign": "vcenter"}
    numbering = {**head, "bold": False, "font_size": 8}
    columns = page.columns
    for at, name in enumerate(columns.names):
        mine = {"bg_color": ENACTED_HEAD if at < columns.staff else STAFF_HEAD, **columns.edges.get(at, {})}
        page.sheet.write_string(HEAD, at, name, page.formats(head, **mine))
        page.sheet.write_number(HEAD + 1, at, at + 1, page.formats(numbering, **mine))
        page.need(HEAD, height(name, columns.widths[at], bold=True))
    page.need(HEAD + 1, 12)


def _komponen(
    page: Page, komponen: EnactedKomponen, row: int, matriks: Matriks, reports: Mapping[str, Report]
) -> tuple[int, int]:
    """A komponen's band and the rows below it. Returns the first of these, and the row after them."""
    if komponen.no or komponen.nama:
        _band(page, komponen, row)
        page.rows[komponen.kode] = row
        row += 1
    first = row
    for subkomponen in komponen.subkomponen:
        top = page.rows[subkomponen.kode] = row
        for indikator in subkomponen.indikator:
            report = reports.get(indikator.kode, NO_REPORT)
            _indikator(page, row, indikator, report, matriks.further.get(indikator.kode, ()))
            row += 1
        if top < row:
            _down(page, 0, (top, row - 1), subkomponen.no, page.formats(BODY, align="center"))
            _down(page, 1, (top, row - 1), subkomponen.nama, page.formats(BODY))
    edge = page.columns.edges.get(_RESPONSIBLE, {})
    top = first
    for name, count in komponen.penanggung_jawab_runs():
        _down(page, _RESPONSIBLE, (top, top + count - 1), name, page.formats(BODY, **edge))
        top += count
    return first, row


def _band(page: Page, komponen: EnactedKomponen, row: int) -> None:
    """The name runs on over the blank cells beside it: merged, they would stand in the way of sorting and filling."""
    band = {"bg_color": BAND, "bold": True, "valign": "vcenter", "top": 1, "bottom": 1, "border_color": LINES}
    number = {**band, "align": "center", "left": 1, "right": 1}
    _number(page, row, 0, komponen.no, page.formats(number))
    page.sheet.write_string(row, 1, plain(komponen.nama), page.formats(band))
    for at in range(2, page.columns.last + 1):
        edge = {"right": 1} if at == page.columns.last else page.columns.edges.get(at, {})
        page.sheet.write_blank(row, at, None, page.formats(band, **edge))
    page.bands.append(row)
    page.need(row, 18)


def _indikator(page: Page, row: int, indikator: EnactedIndikator, report: Report, further: Sequence[str]) -> None:
    page.growing.add(row)
    page.rows[indikator.kode] = row
    texts = (indikator.indikator, indikator.langkah_aksi, indikator.bukti_fisik, indikator.target_waktu)
    for at, text in enumerate(texts, start=2):
        # Text format for the target: "Januari 2025" typed anew would turn into a date.
        _write_text(page, row, at, text, {**BODY, "num_format": "@"} if at == _TARGET else BODY)
        page.need(row, height(plain(text), page.columns.widths[at]))
    beside = range(_RESPONSIBLE + 1, page.columns.staff)
    for at, text in zip(beside, (*further, *[""] * len(beside)), strict=False):
        _write_text(page, row, at, text, {**BODY, "num_format": "@", **page.columns.edges.get(at, {})})
        page.need(row, height(plain(text), page.columns.widths[at]))
    write_report(page.sheet, (row, page.columns.staff), report, page.formats)
    for at, value in enumerate(report.cells(), start=page.columns.staff):
        if isinstance(value, str):
            page.need(row, height(value, page.columns.widths[at]))


def _write_text(page: Page, row: int, at: int, text: str, base: Mapping[str, object]) -> None:
    """As text; what is slanted in the decree is slanted here."""
    looks_like = page.formats(base)
    if "<i>" not in text:
        page.sheet.write_string(row, at, text, looks_like)
        return
    pieces = [(number % 2 > 0, piece) for number, piece in enumerate(re.split(r"</?i>", text)) if piece]
    if len(pieces) == 1:  # a rich text has two parts at least
        [(slanted, piece)] = pieces
        page.sheet.write_string(row, at, piece, page.formats(base, italic=True) if slanted else looks_like)
        return
    parts = [
        part for slanted, piece in pieces for part in (page.formats(**({"italic": True} if slanted else {})), piece)
    ]
    page.sheet.write_rich_string(row, at, *parts, looks_like)


def _number(page: Page, row: int, at: int, no: str, looks_like: Format) -> None:
    """What stands in NO: a number where that shows the same."""
    if no.isdecimal() and no.isascii() and len(no) <= _LONGEST_NUMBER and str(int(no)) == no:
        page.sheet.write_number(row, at, int(no), looks_like)
    else:
        page.sheet.write_string(row, at, no, looks_like)


def _down(page: Page, at: int, rows: tuple[int, int], text: str, looks_like: Format) -> None:
    """One text over several rows, merged; the rows are made high enough for it."""
    first, last = rows
    if first < last:
        page.sheet.merge_range(first, at, last, at, "", looks_like)
    if not text:
        page.sheet.write_blank(first, at, None, looks_like)
    elif at == 0:
        _number(page, first, at, text, looks_like)
    else:
        page.sheet.write_string(first, at, plain(text), looks_like)
        page.need_together(first, last, height(plain(text), page.columns.widths[at]))


def _penutup(page: Page, matriks: Matriks, row: int) -> int:
    """The decree's closing, in one row so that no page break parts it: enactment right, certification left."""
    columns = page.columns
    blocks = ((0, 3, matriks.certification), (columns.staff + 1, columns.last, matriks.enactment))
    if not any(block for _, _, block in blocks):
        return row - 2
    for first, last, block in blocks:
        text = "\n".join(block)
        page.sheet.merge_range(row, first, row, last, text, page.formats(text_wrap=True, align="center", valign="top"))
        page.need(row, height(text, sum(columns.widths[first : last + 1])))
    page.need(row - 1, 18)
    return row
