"""What a sheet has beside its cells is counted, however many parts it stands in."""

import pytest

from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.attached import Drawn, comments, drawn, undrawn

SHEET, RELS = "/xl/worksheets/sheet2.xml", "xl/worksheets/_rels/sheet2.xml.rels"
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "xl/drawings/drawing2.xml"


@pytest.fixture
def with_related(staff, rezip):
    """Staff's matrix sheet with more relationships, to parts that are given: with_related((kind, name, XML), ...)."""

    def make(*related, **changes):
        lines = "".join(
            f'<Relationship Id="own{number}" Type="{TYPE}/{kind}" Target="/{name}"/>'
            for number, (kind, name, _) in enumerate(related)
        )
        parts = {name: xml.encode() for _, name, xml in related}
        closing = {RELS: lambda data: data.replace(b"</Relationships>", f"{lines}</Relationships>".encode())}
        return rezip(staff, closing | parts | changes)

    return make


def test_drawn(staff):
    """Objects by the names that programs give them, charts told from others."""
    with Package.open(staff) as package:
        assert drawn(package, SHEET) == [Drawn("Chart 1", is_chart=True)]
        assert drawn(package, "/xl/worksheets/sheet1.xml")[0] == Drawn("Picture 1", is_chart=False)
        assert drawn(package, "/xl/worksheets/sheet3.xml") == []


def test_an_object_for_older_programs_as_well(with_related):
    """The same object stands there twice: it counts once."""
    anchor = b"<xdr:oneCellAnchor><xdr:cNvPr id='9' name='New'/></xdr:oneCellAnchor>"
    twice = (
        b"<mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        b"<mc:Choice>%b</mc:Choice><mc:Fallback>%b</mc:Fallback></mc:AlternateContent></xdr:wsDr>" % (anchor, anchor)
    )
    path = with_related(**{DRAWING: lambda data: data.replace(b"</xdr:wsDr>", twice)})
    with Package.open(path) as package:
        assert [item.name for item in drawn(package, SHEET)] == ["Chart 1", "New"]


def test_undrawn(with_related):
    """(controls and embedded documents, tables and the like); hyperlinks and printers are none of them."""
    related = [
        (kind, f"xl/own{number}.xml", "<x/>")
        for number, kind in enumerate(["table", "image", "ctrlProp", "oleObject", "package", "printerSettings"])
    ]
    with Package.open(with_related(*related)) as package:
        assert undrawn(package, SHEET) == (3, 2)
        assert undrawn(package, "/xl/worksheets/sheet3.xml") == (0, 0)


def test_comments(with_related):
    """Notes, and each comment of a thread; the note that a thread is to older programs is not counted again."""
    notes = "<comments><commentList><comment ref='A1'/><comment ref='B2'/></commentList></comments>"
    thread = "<ThreadedComments><threadedComment ref='B2'/><threadedComment ref='B2'/></ThreadedComments>"
    path = with_related(("comments", "xl/comments8.xml", notes), ("threadedComment", "xl/t1.xml", thread))
    with Package.open(path) as package:
        assert comments(package, SHEET) == 3
        assert comments(package, "/xl/worksheets/sheet1.xml") == 1
        assert comments(package, "/xl/worksheets/sheet3.xml") == 0
