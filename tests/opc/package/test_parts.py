"""Which parts belong to a tab alone, how new ones are called, and what they are in a Strict package."""

import pytest

from zi_excel.opc.package.package import Package
from zi_excel.opc.package.parts import exclusive, free_name, reachable, strict_part, strict_type

CYCLE = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="t/drawing" Target="../drawings/drawing1.xml"/>'
    b'<Relationship Id="rId2" Type="t/sheet" Target="sheet1.xml"/></Relationships>'
)


@pytest.mark.parametrize(
    ("like", "taken", "name"),
    [
        ("/xl/charts/chart3.xml", (), "/xl/charts/chart1.xml"),
        ("/xl/charts/chart3.xml", ("/xl/charts/chart1.xml", "/xl/charts/chart2.xml"), "/xl/charts/chart3.xml"),
        ("/xl/media/Image1.png", ("/xl/media/image1.png",), "/xl/media/Image2.png"),
        ("/xl/theme/odd", (), "/xl/theme/odd1"),
    ],
)
def test_free_name(like, taken, name):
    """The first free number of its kind, whatever the case of those that are taken."""
    assert free_name(like, taken) == name


def test_exclusive(staff):
    """A sheet's own drawing, chart, picture and comments; with their relationships."""
    with Package.open(staff) as package:
        assert exclusive(package, ["/xl/worksheets/sheet2.xml"]) == {
            "/xl/worksheets/sheet2.xml",
            "/xl/worksheets/_rels/sheet2.xml.rels",
            "/xl/drawings/drawing2.xml",
            "/xl/drawings/_rels/drawing2.xml.rels",
            "/xl/charts/chart1.xml",
        }
        assert exclusive(package, []) == set()


def test_shared_parts_stay(staff, rezip):
    """What another sheet reaches as well is not the tab's alone; a cycle comes to an end."""
    with Package.open(rezip(staff, {"xl/worksheets/_rels/sheet2.xml.rels": CYCLE})) as package:
        assert exclusive(package, ["/xl/worksheets/sheet2.xml"]) == {
            "/xl/worksheets/sheet2.xml",
            "/xl/worksheets/_rels/sheet2.xml.rels",
        }
        assert "/xl/media/image1.png" in reachable(package, ["/xl/worksheets/sheet2.xml"])


def test_strict_namespaces():
    """Every namespace that XlsxWriter writes has its Strict form; others stay."""
    base = "http://schemas.openxmlformats.org"
    data = (
        f'<x xmlns="{base}/spreadsheetml/2006/main" xmlns:r="{base}/officeDocument/2006/relationships" '
        f'xmlns:c="{base}/drawingml/2006/chart" uri="{base}/drawingml/2006/chart" '
        'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"/>'
    )
    assert strict_part(data.encode()).decode() == (
        '<x xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" '
        'xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships" '
        'xmlns:c="http://purl.oclc.org/ooxml/drawingml/chart" uri="http://purl.oclc.org/ooxml/drawingml/chart" '
        'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"/>'
    )


def test_strict_types():
    """Relationship types as well; Microsoft's own stay."""
    assert strict_type("http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart").startswith(
        "http://purl"
    )
    microsoft = "http://schemas.microsoft.com/office/2011/relationships/chartStyle"
    assert strict_type(microsoft) == microsoft
