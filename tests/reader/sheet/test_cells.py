"""A worksheet part as it streams by, whoever wrote it."""

import time
import tracemalloc
from itertools import islice

import pytest

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.reader.sheet.cells import Hyperlink, Worksheet
from zi_excel.reader.sheet.ranges import Area

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def sheet(data, tail=""):
    return f"<worksheet {MAIN} {R}><sheetData>{data}</sheetData>{tail}</worksheet>"


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


@pytest.mark.parametrize("shape", ["many-rows", "one-row"])
@pytest.mark.slow
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


@pytest.mark.slow
def test_a_reader_that_stops_early_reads_no_more(parts):
    """The first rows of a long sheet cost what the first rows cost."""
    data = "".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(1, 200_001))
    with Package.open(parts(sheet(data))) as package:
        start = time.process_time()
        assert next(Worksheet(package, "/xl/worksheets/sheet1.xml").rows()).number == 1
        assert len(list(islice(Worksheet(package, "/xl/worksheets/sheet1.xml").rows(), 50))) == 50
        assert time.process_time() - start < 0.2


def test_blank_rows_are_among_every_row(parts):
    """Whoever looks at a sheet's first rows counts those that hold nothing."""
    data = '<row r="1"/><row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3" s="1"/></row>'
    with Package.open(parts(sheet(data))) as package:
        worksheet = Worksheet(package, "/xl/worksheets/sheet1.xml")
        assert [row.number for row in worksheet.every_row()] == [1, 2, 3]
        assert [row.number for row in worksheet.rows()] == [2]


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
