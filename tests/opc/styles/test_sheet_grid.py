"""Columns, rows and the corners of charts of a grafted sheet keep their pixels, whatever staff's Normal font is."""

import io
import re
import zipfile
from math import trunc

import pytest
import xlsxwriter
from lxml import etree

from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package
from zi_excel.opc.styles.fonts import NormalFont
from zi_excel.opc.styles.sheet_grid import SheetGrid

NS = {"m": xml.MAIN, "d": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"}
CALIBRI = NormalFont()
EMU = 9525
"""Of a pixel at 96 dpi."""

# Font and size of Normal, the pixels of its widest digit, and those of a column that nobody sized.
FONTS = [
    ("Calibri", 11, 7, 64),
    ("Arial", 10, 7, 64),
    ("Aptos Narrow", 11, 7, 64),
    ("Arial", 8, 6, 56),
    ("Calibri", 12, 8, 72),
    ("Times New Roman", 12, 8, 72),
    ("Courier New", 11, 9, 80),
    ("Bookman Old Style", 12, 10, 88),
    ("Calibri", 14, 10, 88),
    ("Verdana", 48, 41, 352),
]


def pixels(width, digit):
    """Of a column, by the standard's own formula (ISO/IEC 29500-1, 18.3.1.13)."""
    return trunc(((256 * width + trunc(128 / digit)) / 256) * digit)


def width_of(pixels, digit):
    """What Excel stores for so many pixels."""
    return trunc(pixels / digit * 256) / 256


def grid(name, size):
    return SheetGrid(CALIBRI, NormalFont(name, size))


def kept(font, head="", rows=""):
    sheet = f'<worksheet xmlns="{xml.MAIN}">{head}<sheetData>{rows}</sheetData></worksheet>'
    root = xml.parse(sheet.encode(), "")
    font.keep(root)
    return root


@pytest.mark.parametrize(("name", "size", "digit", "_"), FONTS)
def test_every_width(name, size, digit, _):
    """From no pixel to the widest that both fonts can say, each column keeps its pixels."""
    for wide in range(255 * min(digit, 7)):
        (column,) = kept(grid(name, size), f'<cols><col min="1" max="1" width="{width_of(wide, 7):.9g}"/></cols>').iter(
            "{*}col"
        )
        assert pixels(float(column.get("width")), digit) == wide


def test_too_wide():
    """Excel takes no width over 255."""
    root = kept(grid("Arial", 8), '<cols><col width="250"/></cols>')
    assert root.find(".//m:col", NS).get("width") == "255"


@pytest.mark.parametrize(("name", "size", "digit", "_"), FONTS)
@pytest.mark.parametrize(
    ("stated", "wide"),
    [
        ("", 64),
        ('baseColWidth="10"', 80),
        ('baseColWidth="10" defaultColWidth="11.42578125"', 80),
        ('defaultColWidth="20.7109375"', 145),
    ],
)
def test_columns_that_nobody_sized(name, size, digit, _, stated, wide):
    """They have the pixels that they have under Calibri 11, where staff's font would give others."""
    properties = kept(grid(name, size), f'<sheetFormatPr {stated} defaultRowHeight="15"/>').find("m:sheetFormatPr", NS)
    if digit == 7:
        assert properties.get("defaultColWidth") == dict(re.findall(r'(\w+)="([^"]*)"', stated)).get("defaultColWidth")
    else:
        assert pixels(float(properties.get("defaultColWidth")), digit) == wide


ROWS = '<row r="1"/><row r="2" ht="30" customHeight="1"/><row r="3" ht="12.75"/>'


@pytest.mark.parametrize(("name", "size"), [(name, size) for name, size, *_ in FONTS[1:]])
def test_rows(name, size):
    """A row without a height gets the default one that it had; the heights that there are stay."""
    root = kept(grid(name, size), '<sheetFormatPr defaultRowHeight="15"/>', ROWS)
    assert root.find("m:sheetFormatPr", NS).get("customHeight") == "1"
    assert root.find("m:sheetFormatPr", NS).get("defaultRowHeight") == "15"
    assert [(row.get("ht"), row.get("customHeight")) for row in root.iter("{*}row")] == [
        ("15", "1"),
        ("30", "1"),
        ("12.75", None),
    ]


@pytest.mark.parametrize("font", [NormalFont(), NormalFont("CALIBRI", 11.0, 2)])
def test_nothing_to_do(font):
    """Under the font that the sheet was made for, it stays as it is."""
    head = '<sheetFormatPr defaultRowHeight="15"/><cols><col width="9.7109375"/><col min="2"/></cols>'
    before = f'<worksheet xmlns="{xml.MAIN}">{head}<sheetData>{ROWS}</sheetData></worksheet>'
    assert etree.tostring(kept(SheetGrid(CALIBRI, font), head, ROWS)).decode() == before


def test_columns_without_a_width():
    """They are as wide as the default."""
    root = kept(grid("Arial", 12), '<cols><col min="1" max="2" hidden="1"/></cols>')
    assert dict(root.find(".//m:col", NS).attrib) == {"min": "1", "max": "2", "hidden": "1"}


@pytest.fixture
def workbook(tmp_path):
    """Makes a staff workbook with that Normal font."""

    def make(name, size):
        path = tmp_path / f"{name} {size}.xlsx"
        with xlsxwriter.Workbook(path, {"default_format_properties": {"font_name": name, "font_size": size}}) as book:
            book.add_worksheet("Rencana Aksi").write("A1", "text")
        return path

    return make


@pytest.fixture
def grafted(refresh, parts):
    """The parts of a workbook once the sample is grafted into it."""
    return lambda path: parts(refresh(path)[0])


def corners(data):
    """From and to of each drawing: column, offset, row, offset."""
    root = etree.fromstring(data)
    return [
        tuple(int(corner.find(f"d:{each}", NS).text) for each in ("col", "colOff", "row", "rowOff"))
        for anchor in root.iter("{*}twoCellAnchor")
        for corner in (anchor.find("d:from", NS), anchor.find("d:to", NS))
    ]


def places(sheet, drawing, digit, default, row_default):
    """The corners of drawings in EMU from the sheet's own corner."""
    root = etree.fromstring(sheet)
    properties = root.find("m:sheetFormatPr", NS)
    stated = properties.get("defaultColWidth")
    wide = default if stated is None else pixels(float(stated), digit)
    high = float(properties.get("defaultRowHeight")) if properties.get("customHeight") else row_default
    widths, heights = {}, {}
    for column in root.iter("{*}col"):
        for at in range(int(column.get("min")), int(column.get("max")) + 1):
            widths[at - 1] = pixels(float(column.get("width")), digit)
    for row in root.iter("{*}row"):
        heights[int(row.get("r")) - 1] = float(row.get("ht") or row_default)
    found = []
    for column, column_offset, row, row_offset in corners(drawing):
        x = sum(widths.get(at, wide) for at in range(column)) * EMU + column_offset
        y = sum(heights.get(at, high) for at in range(row)) * 12700 + row_offset
        found.append((x, y))
    return found


@pytest.mark.parametrize("font", FONTS, ids=str)
def test_charts_stay_where_they_are(sample, workbook, grafted, font):
    """Both corners of a chart, over columns and rows with a size and without, are the pixels that it was made for."""
    name, size, digit, default = font
    with zipfile.ZipFile(io.BytesIO(sample.render())) as made:
        as_made = places(
            made.read("xl/worksheets/sheet1.xml"), made.read("xl/drawings/drawing1.xml"), 7, 64, row_default=15
        )
    after = grafted(workbook(name, size))
    sheet, drawing = after["xl/worksheets/sheet2.xml"], after["xl/drawings/drawing1.xml"]
    its_own = 15 if (name, size) == ("Calibri", 11) else 12.75 * size / 10  # some other height than 15
    assert places(sheet, drawing, digit, default, row_default=its_own) == as_made
    widths = [element.get("width") for element in etree.fromstring(sheet).iter("{*}col")]
    assert [pixels(float(width), digit) for width in widths] == [215]


def test_again_and_after_a_change(workbook, refresh, rezip):
    """A second refresh changes nothing; another Normal font gives other widths, the first one the first again."""
    path, _ = refresh(workbook("Calibri", 11))
    with Package.open(path) as package:
        first = package.read("/xl/worksheets/sheet2.xml")
    assert refresh(path)[1].empty
    larger = rezip(path, {"xl/styles.xml": lambda data: data.replace(b'<sz val="11"/>', b'<sz val="12"/>', 1)})
    path, change = refresh(larger)
    assert change.replaced.keys() >= {f"/xl/worksheets/sheet{number}.xml" for number in (2, 3, 4)}
    assert b' width="26.875"' in change.replaced["/xl/worksheets/sheet2.xml"]
    assert refresh(path)[1].empty
    again = rezip(path, {"xl/styles.xml": lambda data: data.replace(b'<sz val="12"/>', b'<sz val="11"/>', 1)}, "back")
    path, change = refresh(again)
    assert change.replaced["/xl/worksheets/sheet2.xml"] == first


@pytest.mark.parametrize(("theme", "digit"), [("Arial Narrow", 7), ("Verdana", 8), ("Calibri", 8)])
def test_a_theme_of_other_fonts(staff, rezip, grafted, theme, digit):
    """Where Normal follows a theme that its name is not of, columns are as wide as the narrower digits want."""
    latin = f'<a:latin typeface="{theme}"/>'.encode()
    changes = {
        "xl/theme/theme1.xml": lambda data: data.replace(b'<a:latin typeface="Calibri"/>', latin),
        "xl/styles.xml": lambda data: data.replace(b'<sz val="11"/>', b'<sz val="12"/>'),
    }
    sheet = grafted(rezip(staff, changes))["xl/worksheets/sheet4.xml"]
    width = re.search(rb'<col [^>]*width="([\d.]+)"', sheet)[1]
    assert pixels(float(width), digit) == 215


def test_no_styles(staff, rezip, grafted):
    """A workbook without a styles part gets one, with Calibri 11: the widths stay as they were made."""
    path = rezip(
        staff,
        {
            "xl/styles.xml": None,
            "xl/_rels/workbook.xml.rels": lambda data: re.sub(rb"<Relationship [^>]*/styles[^>]*/>", b"", data),
            "[Content_Types].xml": lambda data: re.sub(rb"<Override [^>]*styles[^>]*/>", b"", data),
        },
    )
    sheet = grafted(path)["xl/worksheets/sheet4.xml"]
    assert b'<col min="1" max="1" width="30.7109375"' in sheet
    assert b"customHeight" not in re.search(rb"<sheetFormatPr[^>]*>", sheet)[0]
