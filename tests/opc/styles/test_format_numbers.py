"""Which formats a workbook's parts ask for, and which numbers number formats have."""

import pytest

from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package
from zi_excel.opc.styles.format_numbers import NumberFormats, StyleUse

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


def formats(inner):
    return NumberFormats(xml.parse(f"<styleSheet>{inner}</styleSheet>".encode(), ""))


def listed(*pairs):
    return "<numFmts>" + "".join(f'<numFmt numFmtId="{n}" formatCode="{code}"/>' for n, code in pairs) + "</numFmts>"


@pytest.mark.parametrize(
    ("inner", "code", "number"),
    [
        ("", "0.0%", 164),
        ("", "0%", 9),
        (listed((170, "0.0%")), "0.0%", 170),
        (listed((170, "0.000")), "0.0%", 171),
        (listed((170, "x")) + '<dxfs><dxf><numFmt numFmtId="171" formatCode="0.0%"/></dxf></dxfs>', "0.0%", 171),
        ('<cellXfs><xf numFmtId="180"/></cellXfs>', "0.0%", 181),
        (listed((170, "0.0%"), (170, "x")), "0.0%", 171),
        (listed((9, "x")), "0%", 164),
        (listed((32_766, "x")), "0.0%", 164),
    ],
)
def test_number_of_a_code(inner, code, number):
    """The one that it has alone, be it built in; else one behind all that are used, as long as Excel has any."""
    numbers = formats(inner)
    assert numbers.of(code) == number
    assert numbers.of(code) == number


def test_listed():
    """A number is listed once: by the part, or from the first time that it is asked for."""
    numbers = formats(listed((170, "0.0%")))
    assert [numbers.is_listed(number) for number in (9, 170, 171, 171)] == [True, True, False, True]


def test_numbers_that_mean_a_built_in_format():
    """LibreOffice writes even General under a number of its own; a number of two codes means none."""
    numbers = formats(listed((190, "General"), (191, "0%"), (192, "0%"), (193, "0"), (193, "x")))
    assert dict(numbers.same) == {190: 0, 191: 9, 192: 9}
