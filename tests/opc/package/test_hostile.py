"""Files made to harm or simply broken: a refusal or a graft, in bounded time and memory; never another exception."""

import contextlib
import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package

pytestmark = pytest.mark.slow

PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/app.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/worksheets/_rels/sheet1.xml.rels",
)
VALUES = ("", "-1", "0", "99999999999999999999", "x", "1e5", "../../x", "rId1", "A1", "#REF!", "&#9;", "true")


@settings(max_examples=80)
@given(st.data())
def test_senseless_values(staff, sample, data):
    """Any attributes of the parts that the graft edits, with any other values: refused, or grafted and stable."""
    out = io.BytesIO()
    chosen = data.draw(st.sampled_from(PARTS))
    with zipfile.ZipFile(staff) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode("latin-1")
            if name == chosen:
                values = [found.span(1) for found in re.finditer('="([^"]*)"', content)]
                for start, end in sorted(data.draw(st.sets(st.sampled_from(values), max_size=4)), reverse=True):
                    content = content[:start] + data.draw(st.sampled_from(VALUES)) + content[end:]
            new.writestr(name, content.encode("latin-1"))
    again = io.BytesIO()
    with contextlib.suppress(WorkbookError):
        with Package(out, staff) as package:
            sample.graft(package).write(again)
        with Package(again, staff) as package:
            assert sample.graft(package).empty


def test_entity_expansion(staff, rezip, refresh):
    """The billion laughs in the workbook part, or in the styles: refused at once."""
    bomb = (
        b'<!DOCTYPE l [<!ENTITY a "lol">'
        + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%s;" % (b"%d" % (n - 1) if n else b"") * 10) for n in range(12))
        + b"]>"
    )
    for part in ("xl/workbook.xml", "xl/styles.xml", "xl/worksheets/_rels/sheet1.xml.rels"):
        hostile = rezip(staff, {part: bomb + b"<l>&a11;</l>"}, part.replace("/", "-"))
        with pytest.raises(WorkbookError):
            refresh(refresh(hostile)[0], ())


def test_no_sheet_data_at_all(staff, refresh, rezip):
    """A sheet with a hidden name, whose million elements hold no cell: the search for the sign comes to an end."""
    path = refresh(staff)[0]
    flood = b"<worksheet>" + b"<col/>" * 1_000_000 + b"</worksheet>"
    with pytest.raises(WorkbookError, match="hapus tab 'Tab One'"):
        refresh(rezip(path, {"xl/worksheets/sheet4.xml": flood}))


def test_names_that_lead_out(staff, refresh, tmp_path):
    """Entries called `../../x` are copied as what they are: names. Nothing is ever unpacked."""
    path = tmp_path / "inner" / "trick.xlsm"
    path.parent.mkdir()
    path.write_bytes(staff.read_bytes())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("../../escaped.txt", b"out")
    out, _ = refresh(path)
    assert "../../escaped.txt" in zipfile.ZipFile(out).namelist()
    assert not list(tmp_path.rglob("escaped.txt"))


def test_relationships_in_circles(staff, refresh, rezip):
    """Parts that lead to each other for ever: found once each."""
    circle = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="t/x" Target="/xl/workbook.xml"/>'
        b'<Relationship Id="rId2" Type="t/x" Target="/xl/worksheets/sheet3.xml"/></Relationships>'
    )
    path, _ = refresh(rezip(staff, {"xl/worksheets/_rels/sheet3.xml.rels": circle}))
    assert refresh(path, ())[1].tabs_removed
