"""A rendered sheet in staff's package: inline strings, translated styles, what staff chose for the tab."""

import pytest

from zi_excel.opc.graft.sheet_part import SheetProperties, graft_sheet
from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package
from zi_excel.opc.styles.fonts import NormalFont
from zi_excel.opc.styles.sheet_grid import SheetGrid
from zi_excel.opc.styles.styles import MergedStyles

NS = f'xmlns="{xml.MAIN}"'
STYLES = MergedStyles(b"", (7, 0, 9), (4, 3), SheetGrid(NormalFont(), NormalFont()))
PLAIN = '<t xml:space="preserve"> a </t>'
RICH = "<r><rPr><b/></rPr><t>b</t></r><r><t>c</t></r>"
STRINGS = [f"<is>{text}</is>".encode() for text in (PLAIN, RICH)]


def grafted(sheet_data="", *, head="", tail="", kept=None, active=False):
    data = f"<worksheet {NS}>{head}<sheetData>{sheet_data}</sheetData>{tail}</worksheet>".encode()
    return xml.serialise(graft_sheet(data, STRINGS, STYLES, kept=kept, active=active)).decode().partition("?>\n")[2]


@pytest.mark.parametrize(
    ("cell", "after"),
    [
        ('<c r="A1"><v>1</v></c>', '<c r="A1" s="7"><v>1</v></c>'),
        ('<c r="A1" s="1"/>', '<c r="A1" s="0"/>'),
        ('<c r="A1" s="2"><f>1+1</f><v>2</v></c>', '<c r="A1" s="9"><f>1+1</f><v>2</v></c>'),
        ('<c r="A1" t="str"><f>"a"</f><v>a</v></c>', '<c r="A1" t="str" s="7"><f>"a"</f><v>a</v></c>'),
        ('<c r="A1" t="s"><v>0</v></c>', f'<c r="A1" t="inlineStr" s="7"><is>{PLAIN}</is></c>'),
        (
            '<c r="A1" t="s"><v>1</v></c>',
            f'<c r="A1" t="inlineStr" s="7"><is>{RICH}</is></c>',
        ),
    ],
    ids=["no style", "style", "formula and value", "formula's text", "string", "rich text"],
)
def test_cells(cell, after):
    """Indices are translated, strings stand in their cells, formulas keep their computed values."""
    assert f"<row>{after}</row>" in grafted(f"<row>{cell}</row>")


def test_rows_columns_and_rules():
    """Formats of rows, columns and rules are translated; where there is none, none appears."""
    text = grafted(
        '<row r="1" s="2" customFormat="1"/><row r="2"/>',
        head='<cols><col min="1" max="1" style="2"/><col min="2" max="2"/></cols>',
        tail='<conditionalFormatting><cfRule dxfId="1"/><cfRule/></conditionalFormatting>',
    )
    assert '<row r="1" s="9" customFormat="1"/><row r="2"/>' in text
    assert '<col min="1" max="1" style="9"/><col min="2" max="2"/>' in text
    assert '<cfRule dxfId="3"/><cfRule/>' in text


@pytest.mark.parametrize(("active", "view"), [(False, "<sheetView/>"), (True, '<sheetView tabSelected="1"/>')])
def test_selected(active, view):
    """Only the tab that the workbook opens with is selected."""
    assert view in grafted(head='<sheetViews><sheetView tabSelected="1"/></sheetViews>', active=active)


@pytest.mark.parametrize(
    ("old", "head", "after"),
    [
        ("<sheetPr/>", "<sheetPr><tabColor rgb='1'/><pageSetUpPr/></sheetPr>", "<sheetPr><pageSetUpPr/></sheetPr>"),
        ("", "<sheetPr codeName='x'><tabColor rgb='1'/></sheetPr>", "<sheetPr/>"),
        ("", "<dimension/>", "<dimension/>"),
        (
            '<sheetPr codeName="Sheet9"><tabColor theme="4"/></sheetPr>',
            "<sheetPr><tabColor rgb='1'/><outlinePr/></sheetPr>",
            '<sheetPr codeName="Sheet9"><tabColor theme="4"/><outlinePr/></sheetPr>',
        ),
        ('<sheetPr codeName="Sheet9"/>', "<dimension/>", '<sheetPr codeName="Sheet9"/><dimension/>'),
    ],
    ids=["colour taken away", "no properties any more", "none at all", "both kept", "code name kept"],
)
def test_kept_properties(staff, rezip, old, head, after):
    """A replaced tab keeps the name that macros know it by, and the colour (or none) that staff gave it."""
    path = rezip(staff, {"xl/worksheets/sheet1.xml": f"<worksheet {NS}>{old}<sheetData/></worksheet>".encode()})
    with Package.open(path) as package:
        kept = SheetProperties.of(package, "/xl/worksheets/sheet1.xml")
    assert f"<worksheet {NS}>{after}<sheetData/>" in grafted(head=head, kept=kept)
