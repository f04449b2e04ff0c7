"""Which parts belong to a tab alone, and how new ones are called."""

import pytest

from zi_excel.opc.package.package import Package
from zi_excel.opc.package.parts import exclusive, free_name, reachable

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
