"""A worksheet part as it streams by, whoever wrote it."""

import time
import tracemalloc
from datetime import date

import pytest

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.workbook import Workbook
from zi_excel.reader.sheet.cells import Hyperlink, Worksheet
from zi_excel.reader.sheet.ranges import Area, column_number, read_area
from zi_excel.reader.sheet.values import Content, Contents, day_of

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
STYLES = (
    f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="164" formatCode="mmm-yy"/></numFmts><cellXfs>'
    '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="20"/>'
    "</cellXfs></styleSheet>"
)
STRINGS = f"<sst {MAIN}><si><t>satu</t></si><si><r><t>du</t></r><r><t>a</t></r></si></sst>"


def sheet(data, tail=""):
    return f"<worksheet {MAIN} {R}><sheetData>{data}</sheetData>{tail}</worksheet>"


@pytest.fixture
def rows_of(parts):
    """Reads a sheet: rows_of(data) -> {row: {column: Content}}."""

    def read(data, *, epoch=""):
        with Package.open(parts(sheet(data), strings=STRINGS, styles=STYLES, epoch=epoch)) as package:
            contents = Contents.of(package, Workbook.of(package))
            rows = Worksheet(package, "/xl/worksheets/sheet1.xml").rows()
            return {row.number: {at: contents.content(cell) for at, cell in row.cells.items()} for row in rows}

    return read


@pytest.mark.parametrize(
    ("cell", "content"),
    [
        pytest.param('<c r="A1" t="s"><v>0</v></c>', Content("satu", "satu"), id="shared"),
        pytest.param('<c r="A1" t="s"><v>1</v></c>', Content("dua", "dua"), id="shared-rich"),
        pytest.param('<c r="A1" t="inlineStr"><is><t>di sini</t></is></c>', Content("di sini", "di sini"), id="inline"),
        pytest.param(
            '<c r="A1" t="inlineStr"><is><r><t>a </t></r><r><t>b</t></r></is></c>',
            Content("a b", "a b"),
            id="inline-rich",
        ),
        pytest.param('<c r="A1" t="str"><f>A2</f><v>hasil</v></c>', Content("hasil", "hasil"), id="formula-text"),
        pytest.param('<c r="A1" t="str"><f>A2</f><v></v></c>', Content(), id="formula-blank-text"),
        pytest.param('<c r="A1"><f>A2</f></c>', Content(cached=False), id="formula-without-value"),
        pytest.param('<c r="A1"><f>A2</f><v/></c>', Content(cached=False), id="formula-with-empty-value"),
        pytest.param('<c r="A1"><v>0.5</v></c>', Content("0,5", 0.5), id="number"),
        pytest.param('<c r="A1" s="3"><v>0.5</v></c>', Content("50%", 0.5), id="percent"),
        pytest.param('<c r="A1" s="1"><v>45747</v></c>', Content("31 Maret 2025", date(2025, 3, 31)), id="date"),
        pytest.param(
            '<c r="A1" s="1"><v>45747.99</v></c>', Content("31 Maret 2025", date(2025, 3, 31)), id="time-dropped"
        ),
        pytest.param('<c r="A1" s="2"><v>45717</v></c>', Content("Maret 2025", date(2025, 3, 1)), id="month"),
        pytest.param('<c r="A1" s="4"><v>0.5</v></c>', Content("0,5", 0.5), id="time-of-day"),
        pytest.param('<c r="A1" s="1"><v>99999999</v></c>', Content("99999999", 99999999.0), id="date-out-of-range"),
        pytest.param('<c r="A1" s="1"><v>-1</v></c>', Content("-1", -1.0), id="negative-date"),
        pytest.param(
            '<c r="A1" t="d"><v>2025-03-31T10:00:00</v></c>', Content("31 Maret 2025", date(2025, 3, 31)), id="iso-date"
        ),
        pytest.param('<c r="A1" t="d"><v>besok</v></c>', Content("besok", "besok"), id="iso-none"),
        pytest.param('<c r="A1" t="b"><v>1</v></c>', Content("TRUE", True), id="true"),
        pytest.param('<c r="A1" t="b"><v>0</v></c>', Content("FALSE", False), id="false"),
        pytest.param('<c r="A1" t="e"><v>#REF!</v></c>', Content("#REF!", None, "#REF!"), id="error"),
        pytest.param('<c r="A1"><v>NaN</v></c>', Content("NaN", "NaN"), id="no-number"),
        pytest.param('<c r="A1"><v>1e999</v></c>', Content("1e999", "1e999"), id="beyond-numbers"),
        pytest.param('<c r="A1" s="99"><v>1</v></c>', Content("1", 1.0), id="unknown-style"),
        pytest.param('<c r="A1" s="x"><v>1</v></c>', Content("1", 1.0), id="damaged-style"),
        pytest.param('<c t="s"><v>0</v></c>', Content("satu", "satu"), id="without-reference"),
        pytest.param('<c r="$A$1"><v>1</v></c>', Content("1", 1.0), id="odd-reference"),
    ],
)
def test_each_kind_of_cell_is_understood(rows_of, cell, content):
    """Text, number, date, truth, error, formula: whoever wrote it."""
    assert rows_of(f'<row r="1">{cell}</row>') == {1: {1: content}}


@pytest.mark.parametrize(
    ("serial", "epoch_1904", "day"),
    [
        (1, False, date(1900, 1, 1)),
        (59, False, date(1900, 2, 28)),
        (60, False, None),
        (61, False, date(1900, 3, 1)),
        (0, False, None),
        (45747, False, date(2025, 3, 31)),
        (2_958_465, False, date(9999, 12, 31)),
        (2_958_466, False, None),
        (0, True, date(1904, 1, 1)),
        (44285, True, date(2025, 3, 31)),
        (2_957_003, True, date(9999, 12, 31)),
        (2_957_004, True, None),
        (-0.5, True, None),
    ],
)
def test_serial_numbers_become_days(serial, epoch_1904, day):
    """Both epochs, and the 29 February 1900 that never was."""
    assert day_of(serial, date_1904=epoch_1904) == day


def test_the_workbook_says_which_epoch_holds(rows_of):
    """date1904 moves every date."""
    assert rows_of('<row r="1"><c r="A1" s="1"><v>44285</v></c></row>', epoch='date1904="1"')[1][1].value == date(
        2025, 3, 31
    )


@pytest.mark.parametrize(
    ("data", "cells"),
    [
        pytest.param(
            "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
            {1: [1, 2], 2: [1]},
            id="no-references",
        ),
        pytest.param(
            '<row r="5"><c r="C5"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>',
            {5: [3, 4], 6: [1]},
            id="some-references",
        ),
        pytest.param(
            '<row r="9"><c r="A9"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
            {9: [1], 2: [1]},
            id="out-of-order",
        ),
        pytest.param(
            '<row r="1"/><row r="4"><c r="A4" s="1"/></row><row><c><v>1</v></c></row>', {5: [1]}, id="blank-rows"
        ),
        pytest.param(
            '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>', {1: [2, 1]}, id="cells-out-of-order"
        ),
        pytest.param('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', {1048576: [16384]}, id="last-cell"),
        pytest.param('<row r="1048577"><c r="A1048577"><v>1</v></c></row>', {}, id="beyond-the-last-row"),
        pytest.param('<row r="1"><c r="XFE1"><v>1</v></c></row>', {1: [1]}, id="beyond-the-last-column"),
        pytest.param('<row r="-3"><c r="A"><v>1</v></c></row>', {1: [1]}, id="damaged-references"),
        pytest.param('<row r="1"><!-- catatan --><c r="A1"><!-- x --><v>1</v></c></row>', {1: [1]}, id="comments"),
    ],
)
def test_cells_find_their_places(rows_of, data, cells):
    """References may be missing, wrong or out of order."""
    assert {row: list(columns) for row, columns in rows_of(data).items()} == cells


def test_shared_formulas_reach_every_cell(parts):
    """Only the first cell of a group holds the formula; the others move it."""
    data = (
        '<row r="1"><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2</f><v>2</v></c></row>'
        '<row r="2"><c r="B2"><f t="shared" si="0"/><v>4</v></c><c r="C2"><f t="shared" si="9"/><v>4</v></c></row>'
    )
    with Package.open(parts(sheet(data))) as package:
        rows = list(Worksheet(package, "/xl/worksheets/sheet1.xml").rows())
    assert [cell.formula for row in rows for cell in row.cells.values()] == ["A1*2", "A2*2", None]


def test_merged_ranges_and_links_follow_the_rows(parts):
    """They stand behind the rows and are complete when these have been read."""
    tail = (
        '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C9:C3"/><mergeCell ref="quatsch"/></mergeCells>'
        '<hyperlinks><hyperlink ref="D1" r:id="rId1"/><hyperlink ref="E1:E2" location="Lain!A1"/></hyperlinks>'
    )
    with Package.open(parts(sheet('<row r="1"><c r="A1"><v>1</v></c></row>', tail))) as package:
        worksheet = Worksheet(package, "/xl/worksheets/sheet1.xml")
        assert len(list(worksheet.rows())) == 1
    assert worksheet.merges == [Area(1, 1, 2, 2), Area(3, 3, 9, 3)]
    assert worksheet.hyperlinks == [
        Hyperlink(Area(1, 4, 1, 4), "rId1", None),
        Hyperlink(Area(1, 5, 2, 5), None, "Lain!A1"),
    ]


@pytest.mark.parametrize(
    ("reference", "area"),
    [
        ("B2", Area(2, 2, 2, 2)),
        ("$B$2:$D$5", Area(2, 2, 5, 4)),
        ("D5:B2", Area(2, 2, 5, 4)),
        ("A1:XFD1048576", Area(1, 1, 1_048_576, 16_384)),
        ("A:C", None),
        ("XFE1", None),
        ("", None),
        ("A1:B2:C3", None),
    ],
)
def test_ranges_are_read(reference, area):
    """Corners in any order; what is no range of cells is none."""
    assert read_area(reference) == area


@pytest.mark.parametrize(
    ("letters", "number"),
    [("A", 1), ("z", 26), ("AB", 28), ("XFD", 16384), ("XFE", None), ("É", None), ("", None), ("A1", None)],
)
def test_columns_are_numbered(letters, number):
    """Up to XFD."""
    assert column_number(letters) == number


@pytest.mark.parametrize("shape", ["many-rows", "one-row"])
def test_formatted_blank_cells_take_no_memory(parts, shape):
    """A sheet formatted far beyond its content stays small in memory, be the cells in many rows or in one."""
    if shape == "many-rows":
        data = "".join(f'<row r="{row}">' + f'<c r="A{row}" s="1"/>' * 20 + "</row>" for row in range(1, 10_001))
    else:
        data = '<row r="1">' + "<c s='1'/>" * 200_000 + "</row>"
    with Package.open(parts(sheet(data))) as package:
        worksheet = Worksheet(package, "/xl/worksheets/sheet1.xml")
        tracemalloc.start()
        assert list(worksheet.rows()) == []
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 2_000_000


def test_a_reader_that_stops_early_reads_no_more(parts):
    """The first rows of a long sheet cost what the first rows cost."""
    data = "".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(1, 200_001))
    with Package.open(parts(sheet(data))) as package:
        start = time.process_time()
        assert next(Worksheet(package, "/xl/worksheets/sheet1.xml").rows()).number == 1
        assert len(list(Worksheet(package, "/xl/worksheets/sheet1.xml").rows(at_most=50))) == 50
        assert time.process_time() - start < 0.2


@pytest.mark.parametrize(
    "xml",
    [
        pytest.param("<worksheet", id="cut-off"),
        pytest.param("", id="empty"),
        pytest.param(sheet("<row><c></row>"), id="crossed-tags"),
        pytest.param(f'<!DOCTYPE w [<!ENTITY a "b">]>{sheet("<row><c/></row>")}', id="doctype"),
        pytest.param(f'<?xml version="1.0" encoding="kutak-katik"?>{sheet("")}', id="unknown-encoding"),
    ],
)
def test_a_damaged_sheet_is_refused(parts, xml):
    """Damage gives a sentence, never a parser's error."""
    with Package.open(parts(xml)) as package, pytest.raises(WorkbookError):
        list(Worksheet(package, "/xl/worksheets/sheet1.xml").rows())
