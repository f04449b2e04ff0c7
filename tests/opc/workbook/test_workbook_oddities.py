"""Workbook parts as real producers write them: the tabs go in, a second refresh changes nothing, and they go out."""

import re

import pytest

from zi_excel.errors import WorkbookError
from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.workbook import Workbook

WORKBOOK, RELS, STYLES, TYPES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "[Content_Types].xml"
SHEET = "xl/worksheets/sheet{}.xml"
TABS = ("Tab One", "Tab Two", "Tab's & Three")
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def is_xml(name):
    return name.endswith((".xml", ".rels"))


def understood(path):
    with Package.open(path) as package:
        return Workbook.of(package)


def names(path):
    """Defined names with their scope, in the workbook part's order."""
    return [(each.name, each.local_sheet, each.text) for each in understood(path).names]


def replaced(old, new):
    return lambda data: data.replace(old.encode(), new.encode())


def encoded(encoding):
    def change(data):
        return data.decode().replace('encoding="UTF-8"', f'encoding="{encoding[:6]}"').encode(encoding)

    return change


def prefixed(data):
    """`x:` before every name of the main namespace, as the Open XML SDK writes them."""
    text = re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", data.decode())
    return text.replace(' xmlns="http://schemas', ' xmlns:x="http://schemas').encode()


def elsewhere(part):
    """The workbook part under another name; its relationships lead to the old folder."""
    folder, _, name = part.rpartition("/")
    back = "../xl/" if folder else "xl/"
    rels = f"{folder}/_rels/{name}.rels".lstrip("/")

    def changes(parts):
        return {
            WORKBOOK: None,
            RELS: None,
            part: parts[WORKBOOK],
            rels: parts[RELS].replace(b'Target="', f'Target="{back}'.encode()),
            "_rels/.rels": replaced('"xl/workbook.xml"', f'"{part}"'),
            TYPES: replaced("/xl/workbook.xml", f"/{part}"),
        }

    return changes


def all_xml(change):
    return lambda parts: {name: change for name in parts if is_xml(name)}


def one(part, *pairs):
    def change(data):
        for old, new in pairs:
            assert old.encode() in data, old
            data = data.replace(old.encode(), new.encode())
        return data

    return lambda _: {part: change}


ALTERNATIVE = (
    f'<mc:AlternateContent {MC}><mc:Choice Requires="x15"><x15ac:absPath url="C:\\kantor\\" '
    'xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>'
)
VIEWS = (
    '<customWorkbookViews><customWorkbookView name="Pak Rois" guid="{00000000-0000-0000-0000-000000000001}" '
    'activeSheetId="2"/></customWorkbookViews><extLst'
)
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
THIRD = f'{OFFICE}/worksheet" Target="worksheets/sheet3'
READ_ONLY = '<fileSharing readOnlyRecommended="1" userName="Rois"/>'
ODD = {
    "absolute targets": one(RELS, ('Target="', 'Target="/xl/')),
    "targets with backslashes": one(RELS, ("worksheets/", "worksheets\\")),
    "targets in odd case": one(RELS, ("worksheets/sheet", "WORKSHEETS/Sheet")),
    "targets with dots": one(RELS, ("worksheets/", "./../xl/worksheets/")),
    "targets percent-encoded": one(RELS, ("worksheets/sheet1", "worksheets/%73heet%31")),
    "targets with their mode": one(RELS, ("Target=", 'TargetMode="Internal" Target=')),
    "an empty target": one(RELS, ("</Rel", f'<Relationship Id="e" Type="{OFFICE}/theme" Target=""/></Rel')),
    "a target NULL": one(RELS, ("</Rel", f'<Relationship Id="n" Type="{OFFICE}/image" Target="NULL"/></Rel')),
    "a target that leads out": one(RELS, ("</Rel", '<Relationship Id="n" Type="t/x" Target="../../../etc/x"/></Rel')),
    "workbook part elsewhere": elsewhere("book/wb.xml"),
    "workbook part in the root": elsewhere("wb.xml"),
    "types by default only": lambda _: {
        TYPES: b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        b'<Default Extension="xml" ContentType="application/xml"/></Types>'
    },
    "a byte-order mark everywhere": all_xml(lambda data: b"\xef\xbb\xbf" + data),
    "UTF-16 everywhere": all_xml(encoded("utf-16")),
    "UTF-16 without a mark": all_xml(encoded("utf-16-le")),
    "prefixed": lambda _: dict.fromkeys((WORKBOOK, STYLES, *(SHEET.format(n) for n in (1, 2, 3))), prefixed),
    "AlternateContent": one(WORKBOOK, ("<bookViews>", ALTERNATIVE + "<bookViews>")),
    "AlternateContent after the sheets": one(WORKBOOK, ("</sheets>", "</sheets>" + ALTERNATIVE)),
    "no views": one(WORKBOOK, ("<bookViews>", "<!--"), ("</bookViews>", "-->")),
    "two windows": one(WORKBOOK, ("</bookViews>", '<workbookView activeTab="2"/></bookViews>')),
    "an active tab beyond all": one(WORKBOOK, ('activeTab="1"', 'activeTab="99"')),
    "no names": lambda _: {WORKBOOK: lambda data: re.sub(rb"<definedNames>.*</definedNames>", b"", data)},
    "no calculation settings": lambda _: {WORKBOOK: lambda data: re.sub(rb"<calcPr[^>]*>", b"", data)},
    "custom views": one(WORKBOOK, ("</workbook>", VIEWS + "/></workbook>")),
    "1904": one(WORKBOOK, ("<workbookPr ", '<workbookPr date1904="1" ')),
    "sheet ids at the limit": one(WORKBOOK, ('sheetId="3"', 'sheetId="65534"')),
    "sheet ids beyond it": one(WORKBOOK, ('sheetId="3"', 'sheetId="99999999"')),
    "sheets of macros": one(RELS, (f"{OFFICE}/worksheet", f"{MICROSOFT}/xlMacrosheet")),
    "a chartsheet": one(RELS, (THIRD, THIRD.replace("/worksheet", "/chartsheet"))),
    "a dialog": one(RELS, (THIRD, THIRD.replace("/worksheet", "/dialogsheet"))),
    "read-only recommended": one(WORKBOOK, ("<workbookPr ", f"{READ_ONLY}<workbookPr ")),
    "cell formats that are not there": lambda _: {STYLES: b'<styleSheet xmlns="%s"/>' % xml.MAIN.encode()},
}  # fmt: skip


@pytest.mark.parametrize("changes", ODD.values(), ids=ODD)
def test_odd(staff, refresh, rezip, parts, changes):
    """In, again, changed, and out again: staff's sheets, names and views are what they were."""
    path = rezip(staff, changes(parts(staff)), "odd")
    before = understood(path)
    out, first = refresh(path)
    with Package.open(path) as old, Package.open(out) as new:
        kept = [name for name in old.names if name not in first.replaced]
        assert {name: old.read(name) for name in kept} == {name: new.read(name) for name in kept}
    assert [sheet.name for sheet in understood(out).sheets[-3:]] == list(TABS)
    assert all(sheet.kind == "worksheet" and sheet.part for sheet in understood(out).sheets[-3:])
    assert refresh(out)[1].empty
    again, change = refresh(out, note="second")
    assert not change.added
    assert not change.removed
    after = understood(refresh(again, ())[0])
    assert (after.sheets, after.names, after.date_1904) == (before.sheets, before.names, before.date_1904)


def test_a_1904_chart(staff, refresh, parts, mutate):
    """Where days count from 1904, a grafted chart says so, as Excel's own do; elsewhere it does not."""
    out, _ = refresh(mutate(staff, WORKBOOK, ("<workbookPr ", '<workbookPr date1904="1" ')))
    assert parts(out)["xl/charts/chart2.xml"].count(b'<c:date1904 val="1"/><c:lang') == 1
    assert b"date1904" not in parts(refresh(staff)[0])["xl/charts/chart2.xml"]


def test_part_names_in_percent(staff, refresh, rezip, parts):
    """A name with a blank and an accent: encoded or not, in the archive as in the target."""
    sheet = parts(staff)[SHEET.format(3)]
    for entry, target in (
        ("xl/worksheets/lembar é.xml", "worksheets/lembar%20%C3%A9.xml"),
        ("xl/worksheets/lembar%20%C3%A9.xml", "worksheets/lembar é.xml"),
        ("xl/worksheets/lembar%20%C3%A9.xml", "worksheets/lembar%20%C3%A9.xml"),
        ("xl/worksheets/lembar é.xml", "worksheets/lembar é.xml"),
    ):
        changes = {SHEET.format(3): None, entry: sheet, RELS: replaced("worksheets/sheet3.xml", target)}
        path = rezip(staff, changes, str(len(entry) * 100 + len(target)))
        assert understood(path).sheets[2].part == f"/{entry}"
        out, _ = refresh(path)
        assert understood(out).sheets[2].part == f"/{entry}"
        assert refresh(out)[1].empty


def test_an_emptied_calculation_chain(staff, refresh, rezip, parts):
    """It goes with its relationship and its content type: Excel takes a type without a part for damage."""
    override = '<Override PartName="/xl/calcChain.xml" ContentType="x+xml"/></Types>'
    rel = f'<Relationship Id="rId77" Type="{OFFICE}/calcChain" Target="calcChain.xml"/></Relationships>'
    path = rezip(
        refresh(staff)[0],
        {
            "xl/calcChain.xml": f'<calcChain xmlns="{xml.MAIN}"><c r="C5" i="4"/><c r="C6"/></calcChain>'.encode(),
            RELS: replaced("</Relationships>", rel),
            TYPES: replaced("</Types>", override),
        },
    )
    after = parts(refresh(path, note="second")[0])
    assert "xl/calcChain.xml" not in after
    assert not any(b"calcChain" in after[name] for name in (RELS, TYPES))


def test_names_keep_their_order_and_scope(staff, refresh, mutate, sample):
    """Names of the workbook, of sheets with a part and without one, hidden, built-in, of custom views."""
    more = (
        '<definedName name="zz">1</definedName><definedName name="aa" localSheetId="3">Hilang!$A$1</definedName>'
        '<definedName name="_xlnm.Print_Area" localSheetId="1">\'Rencana Aksi\'!$A$1:$B$9</definedName>'
        '<definedName name="Z_1_.wvu.PrintArea" localSheetId="2" hidden="1">Archive!$A$1</definedName>'
        '<definedName name="mm" function="1" vbProcedure="1" comment="c &amp; d">#N/A</definedName></definedNames>'
    )
    path = mutate(
        staff,
        WORKBOOK,
        ("</definedNames>", more),
        ("</sheets>", '<sheet name="Hilang" sheetId="9" r:id="rId99"/></sheets>'),
    )
    before = names(path)
    out, _ = refresh(path)
    assert names(out)[: len(before)] == before
    own = [(name, place) for name, place, _ in names(out)[len(before) :] if not name.startswith(sample.seal)]
    assert own == [
        *((f"_tool_{n}", None) for n in range(3)),
        *((f"_xlnm.{name}", n) for n in (4, 5, 6) for name in ("_FilterDatabase", "Print_Area", "Print_Titles")),
    ]
    assert names(refresh(out, ())[0]) == before


def test_a_replaced_tab_keeps_its_identity(staff, refresh, mutate, parts):
    """sheetId, relationship, part name and codeName: a macro project and pivots point there."""
    first = mutate(refresh(staff)[0], SHEET.format(5), ("<sheetPr>", '<sheetPr codeName="Lembar12">'))
    out, _ = refresh(first, note="second")
    identity = [(each.name, each.sheet_id, each.rid, each.part) for each in understood(first).sheets]
    assert [(each.name, each.sheet_id, each.rid, each.part) for each in understood(out).sheets] == identity
    assert b'codeName="Lembar12"' in parts(out)[SHEET.format(5)]
    assert b"second" in parts(out)[SHEET.format(5)]


@pytest.mark.parametrize("tag", ["definedNames", "sheets"])
def test_lists_inside_alternatives(staff, refresh, mutate, tag):
    """Which of several lists a program takes is not known: refused."""
    start, end = f'<mc:AlternateContent {MC}><mc:Choice Requires="x15">', "</mc:Choice></mc:AlternateContent>"
    path = mutate(staff, WORKBOOK, (f"<{tag}>", f"{start}<{tag}>"), (f"</{tag}>", f"</{tag}>{end}"))
    with pytest.raises(WorkbookError, match="AlternateContent"):
        refresh(path)


def test_no_list_of_sheets(staff, refresh, rezip):
    """A workbook part without sheets."""
    path = rezip(staff, {WORKBOOK: lambda data: re.sub(rb"<sheets>.*</sheets>", b"", data)})
    with pytest.raises(WorkbookError, match="tidak memuat daftar lembar"):
        refresh(path)


def test_a_part_of_two_sheets(staff, refresh, mutate):
    """A sheet of staff's that shows a tab's part would change with it: refused."""
    path = mutate(refresh(staff)[0], RELS, ("worksheets/sheet3.xml", "worksheets/sheet4.xml"))
    with pytest.raises(WorkbookError, match=r"'Archive'.*bagian yang sama"):
        refresh(path)


def test_more_sheets_than_numbers(staff, refresh, monkeypatch):
    """Excel has 65,534 numbers for sheets."""
    monkeypatch.setattr("zi_excel.opc.graft.graft_refusals.LAST_SHEET_ID", 5)
    with pytest.raises(WorkbookError, match="sudah memuat 3 lembar"):
        refresh(staff)
