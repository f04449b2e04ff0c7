"""docProps/app.xml and calcChain.xml list the sheets: what comes or goes does so there; all else stays."""

import pytest

from zi_excel.opc.package import xml
from zi_excel.opc.workbook.sheet_lists import with_worksheets, without_sheets

DATA = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    "<Application>Microsoft Excel</Application>"
    '<HeadingPairs><vt:vector size="4" baseType="variant"><vt:variant><vt:lpstr>Lembar Kerja</vt:lpstr></vt:variant>'
    "<vt:variant><vt:i4>2</vt:i4></vt:variant><vt:variant><vt:lpstr>Rentang</vt:lpstr></vt:variant>"
    "<vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></HeadingPairs>"
    '<TitlesOfParts><vt:vector size="3" baseType="lpstr"><vt:lpstr>A</vt:lpstr>'
    "<vt:lpstr>B</vt:lpstr><vt:lpstr>B!Print_Area</vt:lpstr></vt:vector></TitlesOfParts><Company>x</Company></Properties>"
)


def listed(after, *, data=DATA, before=("A", "B")):
    return with_worksheets(data.encode(), before, after, "").decode()


def test_added_and_removed():
    """The list of worksheets is exchanged; other entries and the counts stay right."""
    text = listed(["B", "C & D", "E"])
    assert '<vt:vector size="4" baseType="lpstr"><vt:lpstr>B</vt:lpstr><vt:lpstr>C &amp; D</vt:lpstr>' in text
    assert "<vt:lpstr>E</vt:lpstr><vt:lpstr>B!Print_Area</vt:lpstr></vt:vector>" in text
    assert "<vt:i4>3</vt:i4>" in text
    assert "<Company>x</Company>" in text


@pytest.mark.parametrize(
    ("data", "before"),
    [
        (DATA, ("A", "X")),
        (DATA, ("A",)),
        (DATA.replace("<vt:i4>2<", "<vt:i4>7<"), ("A", "B")),
        (DATA.replace("TitlesOfParts", "Other"), ("A", "B")),
        ("<Properties/>", ("A", "B")),
    ],
    ids=["other names", "fewer sheets", "wrong count", "no titles", "nothing"],
)
def test_not_understood(data, before):
    """Where it does not list the sheets that are there, it is left alone."""
    assert listed(["A", "B", "C"], data=data, before=before) == data


def test_same():
    """The same sheets: the same bytes, whatever stands there."""
    assert listed(["A", "B"], data="no xml") == "no xml"


HEAD = f'<calcChain xmlns="{xml.MAIN}">'


@pytest.mark.parametrize(
    ("chain", "gone", "after"),
    [
        ('<c r="A1" i="1"/><c r="A2"/>', {2}, '<c r="A1" i="1"/><c r="A2"/>'),
        ('<c r="A1" i="1"/><c r="A2"/><c r="A3" i="2"/>', {2}, '<c r="A1" i="1"/><c r="A2" i="1"/>'),
        ('<c r="A1" i="1"/><c r="A2"/><c r="A3" i="2"/><c r="A4"/>', {1}, '<c r="A3" i="2"/><c r="A4" i="2"/>'),
        ('<c r="A1" i="1" l="1"/><c r="A2" s="1"/>', {1}, None),
        ("", {1}, ""),
    ],
    ids=["not in it", "last", "first: its number is spelt out", "nothing left", "empty before"],
)
def test_without_sheets(chain, gone, after):
    """An entry without a sheet's number belongs to the sheet of the one before."""
    result = without_sheets(f"{HEAD}{chain}</calcChain>".encode(), gone, "")
    if after is None:
        assert result is None
    else:
        assert f"{HEAD}{after}</calcChain>" in result.decode() or (after == "" and chain == "")
