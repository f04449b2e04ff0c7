"""Styles are appended, shared where equal, and mean the same afterwards."""

import re

import pytest
from lxml import etree

from zi_excel.errors import WorkbookError
from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package
from zi_excel.opc.styles import styles
from zi_excel.opc.styles.styles import merge_styles

NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
STAFF = f"""<?xml version="1.0"?>
<styleSheet {NS}><numFmts count="1"><numFmt numFmtId="170" formatCode="0.000"/></numFmts>
<fonts count="2"><font><sz val="12"/><name val="Times"/><scheme val="minor"/></font>
<font><name val="Arial"/><sz val="10"/><b val="1"/><color rgb="ff0000ff"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders>
<cellStyleXfs count="2"><xf numFmtId="9"/><xf numFmtId="0"/></cellStyleXfs>
<cellXfs count="2"><xf numFmtId="0" xfId="1"/><xf numFmtId="170" fontId="1" xfId="0"/></cellXfs>
<cellStyles count="2"><cellStyle name="Percent" xfId="0" builtinId="5"/>
<cellStyle name="Normal" xfId="1" builtinId="0"/></cellStyles><extLst><ext uri="mine"/></extLst></styleSheet>"""
OURS = f"""<styleSheet {NS}><numFmts count="2"><numFmt numFmtId="164" formatCode="0.000"/>
<numFmt numFmtId="165" formatCode="0.0%"/></numFmts>
<fonts count="2"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><scheme val="minor"/></font>
<font><b/><sz val="10"/><color rgb="FF0000FF"/><name val="Arial"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor theme="10" tint="0.5"/></patternFill></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="164" fontId="1" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="165" fontId="1" fillId="2" borderId="0" xfId="0"><alignment wrapText="1"/></xf>
<xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>
<dxfs count="2"><dxf><font><color theme="0"/></font><numFmt numFmtId="165" formatCode="0.0%"/></dxf><dxf/></dxfs>
</styleSheet>"""


def merged(staff=STAFF, ours=OURS):
    return merge_styles(None if staff is None else staff.encode(), ours.encode(), "'/xl/styles.xml'")


def written(element):
    return etree.tostring(element, with_tail=False)


def collections(data):
    return {xml.local(item): item for item in xml.parse(data, "")}


def test_appended_only():
    """Staff's entries stay where they are; equal fonts, fills and number formats are shared; counts are right."""
    result = merged()
    before, after = collections(STAFF.encode()), collections(result.data)
    for name, old in before.items():
        assert [written(item) for item in after[name]][: len(old)] == [written(item) for item in old]
        if name != "extLst":
            assert after[name].get("count") == str(len(after[name]))
    assert {name: len(item) for name, item in after.items()} == {
        "numFmts": 2, "fonts": 3, "fills": 3, "borders": 1, "cellStyleXfs": 2, "cellXfs": 6, "cellStyles": 2, "dxfs": 2,
        "extLst": 1,
    }  # fmt: skip
    assert list(after) == [
        "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "extLst",
    ]  # fmt: skip
    assert result.xf == (2, 3, 4, 5)
    assert result.dxf == (0, 1)


def test_meaning():
    """An appended format points at its own font, fill and number format, and at Normal wherever that stands."""
    after = collections(merged().data)
    shared, percent = after["cellXfs"][3], after["cellXfs"][4]
    assert dict(shared.attrib) == {
        "numFmtId": "170", "fontId": "1", "fillId": "0", "borderId": "0", "xfId": "1", "applyFont": "1",
        "applyNumberFormat": "1",
    }  # fmt: skip
    assert (percent.get("numFmtId"), percent.get("fillId"), percent.get("applyFill")) == ("171", "2", "1")
    assert percent[0].get("wrapText") == "1"
    assert after["dxfs"][0].find("{*}numFmt").get("numFmtId") == "171"


def test_explicit():
    """No theme colour and no font scheme of ours: staff's theme must not change how a tab looks."""
    after = collections(merged().data)
    appended = [after["fonts"][2], after["fills"][2], after["dxfs"][0]]
    assert not re.search(rb"theme=|tint=|<scheme", b"".join(map(written, appended)))
    assert after["fonts"][2].find("{*}scheme") is None
    assert after["fonts"][2].find("{*}color").get("rgb") == "FF000000"
    assert after["fills"][2][0][0].attrib == {"rgb": "FF0000FF"}


def test_again_appends_nothing():
    """A second merge gives the same indices and the same bytes."""
    first = merged()
    second = merged(first.data.decode())
    assert second == first


@pytest.mark.parametrize(
    "staff",
    [f"<styleSheet {NS}/>", f'<styleSheet {NS}><fonts count="0"/><cellXfs/></styleSheet>'],
    ids=["empty", "empty collections"],
)
def test_little_to_append_to(staff):
    """Where there is nothing yet, the first entries are the defaults: cells without a format keep having none."""
    result = merged(staff)
    after = collections(result.data)
    assert dict(after["cellXfs"][0].attrib) == {"numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0"}
    assert [fill[0].get("patternType") for fill in after["fills"]] == ["none", "gray125", "solid"]
    assert after["cellXfs"][1].get("xfId") is None, "no cellStyleXfs to point at"
    assert 0 not in result.xf[1:]
    assert merged(result.data.decode()) == result


def test_no_part():
    """Where there is no styles part, one is made that means what its absence meant: one format, the style Normal."""
    after = collections(merged(None).data)
    assert [item.get("name") for item in after["cellStyles"]] == ["Normal"]
    assert dict(after["cellXfs"][0].attrib) == {
        "numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0", "xfId": "0",
    }  # fmt: skip
    assert {item.get("xfId") for item in after["cellXfs"]} == {"0"}


def test_one_fill():
    """Excel reserves the first two fills: a third one of ours never becomes the second."""
    after = collections(merged(STAFF.replace('<fill><patternFill patternType="gray125"/></fill>', "")).data)
    assert [fill[0].get("patternType") for fill in after["fills"]] == ["none", "gray125", "solid"]


def test_strict_and_prefixed():
    """What is appended has staff's namespace and prefix."""
    staff = (
        re.sub("<(/?)(?=[a-zA-Z])", r"<\1x:", STAFF).replace("xmlns=", "xmlns:x=").replace(xml.MAIN, xml.MAIN_STRICT)
    )
    result = merged(staff)
    assert xml.MAIN.encode() not in result.data
    assert b"ns0" not in result.data
    assert merged(result.data.decode()) == result


def test_too_many(monkeypatch):
    """Beyond Excel's limit of cell formats, the workbook is refused."""
    monkeypatch.setattr(styles, "_MOST_CELL_FORMATS", 4)
    with pytest.raises(WorkbookError, match="format sel"):
        merged()


def test_malformed():
    """A styles part that can't be read is refused."""
    with pytest.raises(WorkbookError, match="rusak"):
        merged("")


def test_numbers_format_ids_are_free():
    """A custom number format takes no id that staff's have, however high they are."""
    after = collections(merged(STAFF.replace("170", "4000")).data)
    assert [item.get("numFmtId") for item in after["numFmts"]] == ["4000", "4001"]


DXFS = (
    '<dxfs count="2"><dxf><numFmt numFmtId="171" formatCode="&quot;A&quot;0"/></dxf>'
    '<dxf><numFmt numFmtId="172" formatCode="0.0%"/></dxf></dxfs>'
)


def codes(data):
    """Every number that a styles part gives to a number format, with all that it means there."""
    found = {}
    for item in xml.parse(data, "").iter("{*}numFmt"):
        found.setdefault(item.get("numFmtId"), set()).add(item.get("formatCode"))
    return found


def test_a_number_means_one_format():
    """Staff's differential formats have number formats too: neither ours of cells nor of dxfs takes their numbers."""
    ours = OURS.replace("<dxf/>", '<dxf><numFmt numFmtId="166" formatCode="&quot;&lt;1%&quot;"/></dxf>')
    result = merged(STAFF.replace("</cellStyles>", f"</cellStyles>{DXFS}"), ours)
    assert codes(result.data) == {"170": {"0.000"}, "171": {'"A"0'}, "172": {"0.0%"}, "173": {'"<1%"'}}
    after = collections(result.data)
    assert [item.get("numFmtId") for item in after["numFmts"]] == ["170", "172"], "equal codes share a number"
    assert after["cellXfs"][result.xf[2]].get("numFmtId") == "172"
    assert after["dxfs"][result.dxf[1]][0].get("numFmtId") == "173"
    assert merged(result.data.decode(), ours) == result


def test_a_number_of_two_meanings_is_not_shared():
    """Where staff's own part is at odds with itself, it stays so; a built-in number is not to be redefined either."""
    staff = STAFF.replace(
        "</cellStyles>", '</cellStyles><dxfs><dxf><numFmt numFmtId="170" formatCode="x"/></dxf></dxfs>'
    ).replace("</numFmts>", '<numFmt numFmtId="14" formatCode="0.0%"/></numFmts>')
    result = merged(staff)
    assert codes(result.data) == {"170": {"0.000", "x"}, "14": {"0.0%"}, "171": {"0.000"}, "172": {"0.0%"}}
    assert merged(result.data.decode()) == result


def test_built_in_formats():
    """What shows the same everywhere has its built-in number, as programs write it when they save; else its own."""
    ours = OURS.replace("0.0%", "0%")
    assert codes(merged(ours=ours).data) == {"170": {"0.000"}, "9": {"0%"}}, "9 in a dxf only"
    assert collections(merged(ours=ours).data)["cellXfs"][4].get("numFmtId") == "9"
    saved = STAFF.replace("</numFmts>", '<numFmt numFmtId="171" formatCode="0%"/></numFmts>')
    assert codes(merged(saved, ours).data) == {"170": {"0.000"}, "171": {"0%"}}, "LibreOffice writes its own numbers"
    taken = STAFF.replace("</numFmts>", '<numFmt numFmtId="9" formatCode="x"/></numFmts>')
    assert codes(merged(taken, ours).data) == {"170": {"0.000"}, "9": {"x"}, "171": {"0%"}}


def test_as_libreoffice_writes_it():
    """A default charset, some colour behind a solid fill, a number for General: they are shared."""
    ours = OURS.replace('tint="0.5"/>', 'tint="0.5"/><bgColor indexed="64"/>')
    once = merged(ours=ours)
    before, after = once.data.decode().split("<dxfs", 1)
    for word, other in (
        ("</font>", '<charset val="1"/></font>'),
        ("</numFmts>", '<numFmt numFmtId="190" formatCode="General"/></numFmts>'),
        ('numFmtId="0"', 'numFmtId="190"'),
        ('<bgColor indexed="64"/>', '<bgColor rgb="FF010203"/>'),
    ):
        assert word in before, word
        before = before.replace(word, other)
    again = merged(f"{before}<dxfs{after}", ours)
    assert again.data.decode() == f"{before}<dxfs{after}"
    assert (again.xf, again.dxf) == (once.xf, once.dxf)


def test_what_does_not_mean_the_same():
    """Another charset, what lies behind a pattern, a number of two meanings: not shared."""
    ours = OURS.replace('patternType="solid"', 'patternType="lightUp"').replace('0.5"/>', '0.5"/><bgColor rgb="FF1"/>')
    once = merged(ours=ours)
    saved = once.data.decode()
    general = '<numFmt numFmtId="190" formatCode="General"/><numFmt numFmtId="190" formatCode="0.0"/></numFmts>'
    for word, other, grown in (
        ("</font>", '<charset val="204"/></font>', "fonts"),
        ('<bgColor rgb="FF1"/>', '<bgColor rgb="FF2"/>', "fills"),
        ("</numFmts>", general, None),
    ):
        changed = saved.replace(word, other)
        assert changed != saved
        if grown is None:
            changed = changed.replace('numFmtId="0"', 'numFmtId="190"')
        after = collections(merged(changed, ours).data)
        assert len(after[grown or "cellXfs"]) > len(collections(changed.encode())[grown or "cellXfs"])


def test_a_number_that_only_cells_use():
    """A cell's format may name a number that nothing explains: it shows as General, and goes on doing so."""
    after = collections(merged(STAFF.replace('numFmtId="9"', 'numFmtId="171"')).data)
    assert [item.get("numFmtId") for item in after["numFmts"]] == ["170", "172"]


def test_rendered_sample_is_explicit(staff, refresh):
    """The sample's whole styles: what XlsxWriter leaves to the theme is explicit after the graft."""
    out, _ = refresh(staff)
    with Package.open(staff) as before, Package.open(out) as after:
        old, new = before.read("/xl/styles.xml"), after.read("/xl/styles.xml")
    assert new.count(b"theme=") == old.count(b"theme=")
    assert new.count(b"<scheme") == old.count(b"<scheme")
