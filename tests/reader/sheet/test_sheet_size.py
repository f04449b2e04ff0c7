"""How much of a sheet is read: beyond what any sheet can hold there is a refusal, not a full memory."""

import pytest

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.workbook import Workbook
from zi_excel.reader import read_plan
from zi_excel.reader.sheet.cells import Worksheet
from zi_excel.reader.sheet.values import Contents

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
CELLS, GRID = "zi_excel.reader.sheet.cells", "zi_excel.reader.rows.grid_of_sheet"
TITLES = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB")


def sheet(data, tail=""):
    return f"<worksheet {MAIN}><sheetData>{data}</sheetData>{tail}</worksheet>"


def row(number, texts):
    cells = "".join(
        f'<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for column, text in zip("ABCDEFG", texts, strict=True)
    )
    return f'<row r="{number}">{cells}</row>'


MATRIX = row(1, TITLES) + "".join(
    row(number, ("I", "MANAJEMEN", f"{letter}. Tim", "SK", "SK", "Maret 2025", "Tim"))
    for number, letter in enumerate("abcdefgh", 2)
)
LONG = MATRIX.replace("<t>SK</t>", f"<t>{'S' * 60}</t>", 1)


@pytest.mark.parametrize(
    ("limit", "most", "content"),
    [
        ("LAST_ROW", 5, sheet("<row/>" * 6)),
        ("_MOST_CELLS", 50, sheet("<row><c/><c/></row>" * 26)),
        ("_WIDEST_ROW", 4000, sheet("<row>" + "<c/>" * 4096 + "</row>")),
        (
            "_MOST_TEXT",
            99,
            sheet('<row><c t="str"><v>' + "a" * 60 + '</v></c><c t="str"><f>' + "a" * 60 + "</f></c></row>"),
        ),
        ("_MOST_RANGES", 3, sheet("", "<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 5 + "</mergeCells>")),
        ("_MOST_RANGES", 3, sheet("", "<hyperlinks>" + '<hyperlink ref="A1" location="b"/>' * 5 + "</hyperlinks>")),
    ],
    ids=["rows", "cells", "cells of a row", "texts of a row", "merged ranges", "links"],
)
def test_a_sheet_beyond_any(parts, monkeypatch, limit, most, content):
    """One more than there may be, blank ones counted; as many as there may be are read."""
    with Package.open(parts(content)) as package:
        list(Worksheet(package, "/xl/worksheets/sheet1.xml").rows())
        monkeypatch.setattr(f"{CELLS}.{limit}", most)
        with pytest.raises(WorkbookError, match=r"sheet1\.xml.*mengembang"):
            list(Worksheet(package, "/xl/worksheets/sheet1.xml").rows())


@pytest.mark.slow
def test_more_filled_cells_than_a_file_of_its_size_has(parts, monkeypatch):
    """A cell takes some bytes of the file; blank ones, of which there may be millions, count for nothing."""
    path = parts(sheet("<row><c/><c><v>1</v></c></row>" * 60_000))
    with Package.open(path) as package:
        size = package.archive.size
        monkeypatch.setattr(f"{CELLS}._FEW_FILLED", 60_000 - size)
        assert sum(1 for _ in Worksheet(package, "/xl/worksheets/sheet1.xml").rows()) == 60_000
        monkeypatch.setattr(f"{CELLS}._FEW_FILLED", 59_999 - size)
        with pytest.raises(WorkbookError, match="mengembang"):
            list(Worksheet(package, "/xl/worksheets/sheet1.xml").rows())


def test_rows_of_one_number_count_each(parts, monkeypatch):
    """They make one row of the matrix, and take as long to read as many."""
    again = row(9, ("", "", "h. Tim", "SK", "SK", "Maret 2025", "Tim")) * 20
    with Package.open(parts(sheet(MATRIX + again))) as package:
        assert len(read_plan(package).komponen) == 1
        monkeypatch.setattr(f"{GRID}._MOST_ROWS", 20)
        with pytest.raises(WorkbookError, match="terlalu banyak isi di kolom matriks"):
            read_plan(package)


@pytest.mark.parametrize(("limit", "most"), [("_MOST_ROWS", 8), ("_MOST_CELLS", 60), ("_MOST_TEXT", 200)])
def test_a_matrix_beyond_any(parts, monkeypatch, limit, most):
    """A matrix of ten thousand rows is none; staff are told to move what does not belong to it."""
    with Package.open(parts(sheet(MATRIX))) as package:
        assert len(read_plan(package).komponen) == 1
        monkeypatch.setattr(f"{GRID}.{limit}", most)
        with pytest.raises(WorkbookError, match="terlalu banyak isi di kolom matriks"):
            read_plan(package)


@pytest.mark.parametrize(
    ("limits", "merges"),
    [
        ({"_FEW_ROWS": 3, "_BYTES_OF_A_ROW": 10_000}, ""),
        ({"_LITTLE_TEXT": 200, "_TEXT_OF_A_BYTE": 0}, ""),
        ({"_LITTLE_TEXT": 400, "_TEXT_OF_A_BYTE": 0}, '<mergeCells><mergeCell ref="D2:D9"/></mergeCells>'),
    ],
    ids=["rows", "texts", "texts of merged cells, in each of their rows"],
)
def test_more_than_a_file_of_its_size_can_mean(parts, monkeypatch, limits, merges):
    """Rows that are all alike take next to nothing in the file: a small one may hold fewer than a large one."""
    with Package.open(parts(sheet(LONG, merges))) as package:
        assert len(read_plan(package).komponen) == 1
        for limit, most in limits.items():
            monkeypatch.setattr(f"{GRID}.{limit}", most)
        with pytest.raises(WorkbookError, match="terlalu banyak isi di kolom matriks"):
            read_plan(package)


def test_a_merged_text_counts_in_each_row(parts, monkeypatch):
    """Apart, the same texts are few enough."""
    monkeypatch.setattr(f"{GRID}._LITTLE_TEXT", 400)
    monkeypatch.setattr(f"{GRID}._TEXT_OF_A_BYTE", 0)
    with Package.open(parts(sheet(LONG))) as package:
        assert len(read_plan(package).komponen) == 1


@pytest.mark.parametrize(("length", "refused"), [(100_000, False), (100_001, True)])
def test_a_text_beyond_any(parts, length, refused):
    """Far beyond the 32,767 characters of Excel; longer ones are not looked into."""
    data = sheet(f'<row r="1"><c r="A1" t="str"><v>{"a" * length}</v></c></row>')
    with Package.open(parts(data)) as package:
        contents = Contents.of(package, Workbook.of(package))
        cell = next(Worksheet(package, "/xl/worksheets/sheet1.xml").rows()).cells[1]
        if refused:
            with pytest.raises(WorkbookError, match=r"100\.000 huruf"):
                contents.text(cell)
        else:
            assert contents.text(cell) == "a" * length


def test_a_shared_formula_beyond_any(parts):
    """A formula longer than Excel takes is not moved from cell to cell: every cell would hold its own megabytes."""
    formula = "A1+" * 3000 + "1"
    data = f'<row><c><f t="shared" si="0">{formula}</f></c></row><row><c><f t="shared" si="0"/></c></row>'
    with Package.open(parts(sheet(data))) as package:
        first, second = Worksheet(package, "/xl/worksheets/sheet1.xml").rows()
        assert first.cells[1].formula is second.cells[1].formula


@pytest.mark.parametrize(("call", "made_out"), [("SUM", False), ("HYPERLINK", True)])
def test_a_long_shared_formula(parts, call, made_out):
    """Where it leads somewhere it is made out for each cell; else that it is a formula is all that counts."""
    formula = f"{call}({'A1+' * 300}1)"
    data = f'<row r="1"><c r="H1"><f t="shared" si="0">{formula}</f></c></row>'
    data += '<row r="2"><c r="H2"><f t="shared" si="0"/></c></row>'
    with Package.open(parts(sheet(data))) as package:
        first, second = Worksheet(package, "/xl/worksheets/sheet1.xml").rows()
        assert ("A2+" in second.cells[8].formula, first.cells[8].formula) == (made_out, formula)


def test_long_shared_links_beyond_any(parts, monkeypatch):
    """Megabytes of them are refused."""
    monkeypatch.setattr(f"{CELLS}._MOST_MOVED", 1_000)
    cells = "".join(f'<row r="{at}"><c r="H{at}"><f t="shared" si="0"/></c></row>' for at in (2, 3))
    data = f'<row r="1"><c r="H1"><f t="shared" si="0">HYPERLINK({"A1+" * 200}1)</f></c></row>{cells}'
    with Package.open(parts(sheet(data))) as package, pytest.raises(WorkbookError, match="mengembang"):
        list(Worksheet(package, "/xl/worksheets/sheet1.xml").rows())
