"""Styles parts as real producers write them: staff's formats mean what they meant, the tabs look as they should."""

import re

import pytest
from lxml import etree

from zi_excel.errors import WorkbookError
from zi_excel.opc.package import xml

STYLES, RELS, SHEET = "xl/styles.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet{}.xml"
NS = f'xmlns="{xml.MAIN}"'
COMPATIBILITY = (
    f'<styleSheet {NS} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" '
    'xmlns:x16r2="http://schemas.microsoft.com/office/spreadsheetml/2015/02/main" mc:Ignorable="x14ac x16r2"'
)
FONT_WITH_MORE = (
    '<font><sz val="11"/><color theme="1"/><name val="Aptos"/><family val="2"/><scheme val="minor"/>'
    '<extLst><ext uri="{mine}"/></extLst></font>'
)
EXTENSIONS = (
    '<extLst><ext uri="{EB79DEF2}" xmlns:x14="urn:x14"><x14:slicerStyles defaultSlicerStyle="S"/></ext></extLst>'
)


def items(data, name):
    """The entries of a collection, each as it is written."""
    holder = xml.child(xml.parse(data, ""), name)
    return [] if holder is None else [etree.tostring(item, with_tail=False) for item in holder]


def sub(pattern, new, count=1):
    def change(data):
        assert re.search(pattern, data), pattern
        return re.sub(pattern, new, data, count=count)

    return change


def without(name):
    return sub(rf"<{name}[ >].*?</{name}>|<{name}[^>]*/>".encode(), b"")


ODD = {
    "no formats of styles": without("cellStyleXfs"),
    "no named styles": without("cellStyles"),
    "no formats of conditions": without("dxfs"),
    "no fonts": without("fonts"),
    "no fills": without("fills"),
    "wrong counts": sub(rb'count="\d+"', b'count="9"', 0),
    "no counts": sub(rb' count="\d+"', b"", 0),
    "ignorable attributes and extensions": lambda data: data.replace(
        f"<styleSheet {NS}".encode(), COMPATIBILITY.encode()
    )
    .replace(b"<fonts ", b'<fonts x14ac:knownFonts="1" ')
    .replace(b"</styleSheet>", EXTENSIONS.encode() + b"</styleSheet>"),
    "a font with a scheme and extensions": sub(rb"<font>.*?</font>", FONT_WITH_MORE.encode()),
    "a number for two formats": sub(
        rb"<numFmts.*?</numFmts>",
        b'<numFmts count="3"><numFmt numFmtId="164" formatCode="0.000"/><numFmt numFmtId="164" formatCode="0.0%"/>'
        b'<numFmt numFmtId="9" formatCode="0.0"/></numFmts>',
    ),
    "numbers far apart": sub(
        rb"<numFmts.*?</numFmts>",
        b'<numFmts count="3"><numFmt numFmtId="164" formatCode="0.000"/><numFmt numFmtId="30000" formatCode="0.0000"/>'
        b'<numFmt numFmtId="4294967295" formatCode="0.00000"/></numFmts>',
    ),
    "senseless numbers": sub(rb'numFmtId="0"', b'numFmtId="-7"', 0),
    "Normal is not the first": sub(rb'name="Normal" xfId="0"', b'name="Normal" xfId="1"'),
}  # fmt: skip


@pytest.mark.parametrize("change", ODD.values(), ids=ODD)
def test_odd(staff, refresh, rezip, parts, change):
    """Staff's entries stay where they are, as they are written; a second refresh appends nothing."""
    path = rezip(staff, {STYLES: change}, "odd")
    out, _ = refresh(path)
    before, after = parts(path)[STYLES], parts(out)[STYLES]
    for name in ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "extLst"):
        assert items(after, name)[: len(items(before, name))] == items(before, name)
    root = xml.parse(after, "")
    for name in ("fonts", "fills", "borders", "cellXfs", "dxfs"):
        assert xml.child(root, name).get("count") == str(len(items(after, name))), name
    numbers = [int(item.get("numFmtId")) for item in xml.grandchildren(root, "numFmts", "numFmt")]
    added = numbers[len(items(before, "numFmts")) :]
    assert all(164 <= number < 32_767 for number in added)
    assert len({*added}) == len(added)
    assert not {*added} & {*numbers[: len(numbers) - len(added)]}
    assert refresh(out)[1].empty
    assert re.findall(rb"<styleSheet[^>]*>", after) == re.findall(rb"<styleSheet[^>]*>", before)


def test_ours_are_explicit(staff, refresh, parts):
    """No theme colours and no font schemes among what is appended: staff's theme must not change how a tab looks."""
    before, after = (parts(path)[STYLES] for path in (staff, refresh(staff)[0]))
    for name in ("fonts", "fills", "borders", "dxfs"):
        for item in items(after, name)[len(items(before, name)) :]:
            assert b"theme=" not in item
            assert b"<scheme" not in item
    fonts = items(after, "fonts")[len(items(before, "fonts")) :]
    assert fonts
    assert all(b"<name val=" in font and b"<sz val=" in font for font in fonts)


NOTHING = {
    "a relationship to a missing part": {STYLES: None},
    "no relationship either": {STYLES: None, RELS: sub(rb"<Relationship [^>]*styles[^>]*>", b"")},
    "an empty part": {STYLES: f"<styleSheet {NS}/>".encode()},
}


@pytest.mark.parametrize("changes", NOTHING.values(), ids=NOTHING)
def test_formats_that_are_not_there(staff, refresh, rezip, parts, changes):
    """A cell that asks for a format which is not there has none afterwards: it does not get one of ours."""
    asked = [re.sub(rb'r="A1" s="\d+"', b'r="A1" s="7"', parts(staff)[SHEET.format(2)])]
    assert b's="7"' in asked[0]
    path = rezip(staff, changes | {SHEET.format(2): asked[0]}, "odd")
    out, _ = refresh(path)
    data = parts(out)[STYLES]
    plain = items(data, "cellXfs")[0]
    assert items(data, "cellXfs")[:8] == [plain] * 8
    assert b"<alignment" not in plain
    conditions = re.findall(rb'dxfId="(\d+)"', asked[0])
    assert items(data, "dxfs")[: len(conditions)] == [f'<dxf xmlns="{xml.MAIN}"/>'.encode()] * len(conditions)
    own = {int(found) for found in re.findall(rb'<c r="\w+" s="(\d+)"', parts(out)[SHEET.format(4)])}
    assert max(own) >= 8
    assert refresh(out)[1].empty


def many_formats(count):
    formats = b"".join(b'<xf numFmtId="%d" fontId="0" fillId="0" borderId="0" xfId="0"/>' % n for n in range(count))
    return {STYLES: lambda data: data.replace(b"</cellXfs>", formats + b"</cellXfs>")}


@pytest.mark.parametrize("count", [4_100, pytest.param(63_900, marks=pytest.mark.slow)])
def test_thousands_of_formats(staff, refresh, rezip, parts, count):
    """As long as Excel takes them; number formats of any number."""
    out, _ = refresh(rezip(staff, many_formats(count)))
    assert 64_000 >= len(items(parts(out)[STYLES], "cellXfs")) > count
    numbers = [
        int(item.get("numFmtId")) for item in xml.grandchildren(xml.parse(parts(out)[STYLES], ""), "numFmts", "numFmt")
    ]
    assert len({*numbers}) == len(numbers)


@pytest.mark.slow
def test_too_many_formats(staff, refresh, rezip):
    """Beyond Excel's 64,000 cell formats, a sentence says what to do."""
    with pytest.raises(WorkbookError, match=r"memuat 6400\d format sel.*64\.000\); kurangi"):
        refresh(rezip(staff, many_formats(64_000)))


@pytest.mark.slow
def test_full_but_all_are_there(staff, refresh, rezip):
    """A workbook that was filled after its last refresh: what a refresh needs is there already."""
    formats = b'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' * 64_000
    path = rezip(refresh(staff)[0], {STYLES: lambda data: data.replace(b"</cellXfs>", formats + b"</cellXfs>")})
    assert refresh(path, note="second")[1].tabs_replaced
