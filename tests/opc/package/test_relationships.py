"""Targets lead where Excel follows them."""

import pytest

from zi_excel.opc.package.relationships import Relationships, relationships_part, relative, resolve

PARTS = ("/xl/worksheets/sheet1.xml", "/xl/media/image 1.png", "/xl/workbook.xml", "/root.xml")


def find(name):
    return next((part for part in PARTS if part.lower() == name.lower()), None)


@pytest.mark.parametrize(
    ("target", "source", "part"),
    [
        ("worksheets/sheet1.xml", "/xl/workbook.xml", "/xl/worksheets/sheet1.xml"),
        ("/xl/worksheets/sheet1.xml", "/xl/workbook.xml", "/xl/worksheets/sheet1.xml"),
        ("../worksheets/sheet1.xml", "/xl/drawings/drawing1.xml", "/xl/worksheets/sheet1.xml"),
        ("..\\worksheets\\Sheet1.XML", "/xl/drawings/drawing1.xml", "/xl/worksheets/sheet1.xml"),
        ("xl/workbook.xml", "/", "/xl/workbook.xml"),
        ("../../../../root.xml", "/xl/workbook.xml", "/root.xml"),
        ("../media/image%201.png", "/xl/worksheets/sheet1.xml", "/xl/media/image 1.png"),
        ("worksheets/sheet1.xml#A1", "/xl/workbook.xml", "/xl/worksheets/sheet1.xml"),
        ("worksheets/sheet9.xml", "/xl/workbook.xml", None),
        ("NULL", "/xl/workbook.xml", None),
        ("", "/xl/workbook.xml", None),
    ],
)
def test_target(target, source, part):
    """Relative, absolute, with backslashes, odd case, escapes, too many dots: the part, or none."""
    data = f'<r><Relationship Id="a" Type="t/worksheet" Target="{target}"/></r>'.encode()
    assert Relationships.read(data, source, find, part="").items[0].part == part


def test_external():
    """An external target leads to no part, whatever it looks like."""
    data = b'<r><Relationship Id="a" Type="t/hyperlink" Target="/root.xml" TargetMode="External"/></r>'
    (item,) = Relationships.read(data, "/", find, part="")
    assert (item.external, item.part, item.kind) == (True, None, "hyperlink")


def test_kinds_are_the_same_in_strict():
    """Strict and Transitional types end in the same word."""
    data = (
        b'<r><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/styles" Target="x"/>'
        b'<Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" '
        b'Target="y"/><other/></r>'
    )
    found = Relationships.read(data, "/", find, part="")
    assert [item.rid for item in found.of_kind("styles")] == ["a", "b"]
    assert found.by_id("b").target == "y"
    assert found.by_id("c") is None


@pytest.mark.parametrize(
    ("source", "part"), [("/", "/_rels/.rels"), ("/xl/workbook.xml", "/xl/_rels/workbook.xml.rels")]
)
def test_relationships_part(source, part):
    """Relationships stand in a folder beside their part."""
    assert relationships_part(source) == part


@pytest.mark.parametrize("source", ["/xl/workbook.xml", "/xl/worksheets/sheet1.xml", "/book.xml"])
@pytest.mark.parametrize("part", PARTS)
def test_relative_is_resolved_again(part, source):
    """A target that is written leads back to its part."""
    assert resolve(relative(part, source), source) == part
