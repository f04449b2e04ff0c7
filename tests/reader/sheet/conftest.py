"""Sheets of a few cells, as bare XML."""

import pytest

from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.workbook import Workbook
from zi_excel.reader.sheet.cells import Worksheet
from zi_excel.reader.sheet.values import Contents

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
STYLES = (
    f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="164" formatCode="mmm-yy"/></numFmts>'
    '<fonts><font/><font><strike/></font><font><name val="Wingdings"/></font></fonts><cellXfs>'
    '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="20"/>'
    '<xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/>'
    "</cellXfs></styleSheet>"
)
STRINGS = f"<sst {MAIN}><si><t>satu</t></si><si><r><t>du</t></r><r><t>a</t></r></si>"
STRINGS += (
    "<si><r><rPr><strike/></rPr><t>Maret 2025</t></r>"
    '<r><rPr><b/></rPr><t xml:space="preserve"> Juni 2025</t></r></si></sst>'
)


@pytest.fixture
def rows_of(parts):
    """Reads a sheet: rows_of(data) -> {row: {column: Content}}."""

    def read(data, *, epoch=""):
        sheet = f"<worksheet {MAIN}><sheetData>{data}</sheetData></worksheet>"
        with Package.open(parts(sheet, strings=STRINGS, styles=STYLES, epoch=epoch)) as package:
            contents = Contents.of(package, Workbook.of(package))
            rows = Worksheet(package, "/xl/worksheets/sheet1.xml").rows()
            return {row.number: {at: contents.content(cell) for at, cell in row.cells.items()} for row in rows}

    return read
