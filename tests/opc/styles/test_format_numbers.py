"""Which formats a workbook's parts ask for."""

import pytest

from zi_excel.opc.package.package import Package
from zi_excel.opc.styles.format_numbers import StyleUse

SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("content", "use"),
    [
        ('<row s="3"><c r="A1" s="41"/><c s = "7" r="B1"/></row>', (42, 0)),
        ('<col min="1" style="12"/>', (13, 0)),
        ('<cfRule dxfId="4"/><table headerRowDxfId="9" dataDxfId="2"/>', (0, 10)),
        ("<c r='A1' s='5'/><filterColumn><colorFilter dxfId='1'/></filterColumn>", (6, 2)),
        ('<c sz="9" ds="8" s="x" s="-1"/>', (0, 0)),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_of(staff, rezip, content, use, encoding):
    """One more than the highest number of cells, rows and columns, and of conditions and tables."""
    bare = dict.fromkeys(("xl/styles.xml", "xl/worksheets/sheet2.xml"))
    path = rezip(staff, bare | {SHEET: f"<worksheet>{content}</worksheet>".encode(encoding)})
    with Package.open(path) as package:
        assert StyleUse.of(package) == StyleUse(*use)
