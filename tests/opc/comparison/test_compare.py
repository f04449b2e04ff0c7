"""What a refresh must not do is seen, whatever it is, at the part where it was done; and refreshes are clean."""

import re
import zipfile
from functools import partial

import pytest

from zi_excel.opc.comparison.compare import compare
from zi_excel.opc.comparison.differences import moved
from zi_excel.opc.comparison.result import PartStanding
from zi_excel.opc.package.package import Package

BOOK, RELS, TYPES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
STYLES, APP, CHAIN = "xl/styles.xml", "docProps/app.xml", "xl/calcChain.xml"
CHART, SHEET, PNG = "xl/charts/chart1.xml", "xl/worksheets/sheet2.xml", "xl/media/image1.png"
REGISTERED = {f"/{name}" for name in (TYPES, RELS, BOOK, STYLES, APP)}
COVER, MATRIX = '<sheet name="Cover" sheetId="1" r:id="rId1"/>', '<sheet name="Rencana Aksi" sheetId="2" r:id="rId2"/>'
LOCAL, TARGET = (
    '<definedName name="Local" localSheetId="2">Archive!$A$1</definedName>',
    "<definedName name=\"Target\">'Rencana Aksi'!$B$1</definedName>",
)
FONT = '<font><sz val="8"/><color indexed="81"/><name val="Tahoma"/><family val="2"/></font>'
XF = '<xf numFmtId="164" fontId="0" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/>'
XF_AFTER = '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" applyFont="1" xfId="0"/>'
PICTURE = '<Default Extension="png" ContentType="image/png"/>'
DRAWING = (
    '<Override PartName="/xl/drawings/drawing1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>'
)
THEME = 'relationships/theme" Target="theme/theme1.xml"/>'
TITLE = "<vt:lpstr>Archive</vt:lpstr>"


@pytest.fixture
def compared(sample):
    """The comparison of two workbooks."""

    def run(old, new):
        with Package.open(old) as before, Package.open(new) as after:
            return compare(before, after, prefix=sample.prefix, sign=sample.sign, seal=sample.seal)

    return run


@pytest.fixture
def found_after(staff, refresh, compared):
    """What is found to differ after a refresh of staff's workbook and a further change: written(path) -> path."""

    def run(write):
        return differing(compared(staff, write(refresh(staff)[0])))

    return run


def differing(comparison):
    return {part.part: part.details for part in comparison.of(PartStanding.DIFFERS)}


def assert_clean(comparison):
    assert differing(comparison) == {}
    assert comparison.intact
    assert not comparison.recompressed
    assert not comparison.saved_elsewhere


WRONG = [
    ("a name's text", BOOK, "'Rencana Aksi'!$B$1", "'Rencana Aksi'!$B$2"),
    ("a name hidden", BOOK, 'name="Target"', 'name="Target" hidden="1"'),
    ("a name of another sheet", BOOK, 'name="Local" localSheetId="2"', 'name="Local" localSheetId="1"'),
    ("a name of a tab", BOOK, 'name="Local" localSheetId="2"', 'name="Local" localSheetId="3"'),
    ("a name of no sheet", BOOK, 'name="Local" localSheetId="2"', 'name="Local" localSheetId="9"'),
    ("a name of the workbook", BOOK, 'name="Local" localSheetId="2"', 'name="Local"'),
    ("a name gone", BOOK, TARGET, ""),
    ("a name more", BOOK, TARGET, TARGET + '<definedName name="Lain">1</definedName>'),
    ("a name more that looks like the tool's", BOOK, TARGET, TARGET + '<definedName name="_tool_9">1</definedName>'),
    ("names in another order", BOOK, LOCAL + TARGET, TARGET + LOCAL),
    ("a filter's range", BOOK, "'Rencana Aksi'!$A$1:$B$5", "'Rencana Aksi'!$A$1:$B$6"),
    ("a sheet renamed", BOOK, 'name="Cover"', 'name="Sampul"'),
    ("a sheet shown", BOOK, ' state="hidden"', ""),
    ("a sheet hidden", BOOK, 'name="Cover"', 'name="Cover" state="hidden"'),
    ("sheets in another order", BOOK, COVER + MATRIX, MATRIX + COVER),
    ("a sheet more", BOOK, "</sheets>", '<sheet name="Lain" sheetId="9" r:id="rId2"/></sheets>'),
    ("a sheet's id", BOOK, 'sheetId="1"', 'sheetId="11"'),
    ("another sheet open", BOOK, 'activeTab="1"', 'activeTab="0"'),
    ("a tab open", BOOK, 'activeTab="1"', 'activeTab="4"'),
    ("no sheet open", BOOK, 'activeTab="1"', 'activeTab="40"'),
    ("another sheet first", BOOK, 'activeTab="1"', 'activeTab="1" firstSheet="1"'),
    ("a window's size", BOOK, 'windowWidth="16095"', 'windowWidth="16096"'),
    ("a window more", BOOK, "<bookViews>", '<bookViews><workbookView activeTab="1"/>'),
    ("iteration", BOOK, "<calcPr ", '<calcPr iterate="1" '),
    ("the calculation", BOOK, 'calcId="124519"', 'calcId="124520"'),
    ("no recalculation", BOOK, ' fullCalcOnLoad="1"', ""),
    ("the calendar", BOOK, "<workbookPr ", '<workbookPr date1904="1" '),
    ("macros' name", BOOK, 'codeName="ThisWorkbook"', 'codeName="Buku"'),
    ("protection", BOOK, "<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>'),
    ("something new", BOOK, "</workbook>", "<extLst/></workbook>"),
    ("a comment", BOOK, "</workbook>", "</workbook><!-- kami -->"),
    ("a namespace", BOOK, "<workbook ", '<workbook xmlns:a="urn:a" '),
    ("a relationship retargeted", RELS, "theme/theme1.xml", "theme/theme2.xml"),
    ("a sheet's relationship retargeted", RELS, "worksheets/sheet1.xml", "worksheets/sheet2.xml"),
    ("a relationship's type", RELS, 'relationships/theme"', 'relationships/tema"'),
    ("a relationship external", RELS, THEME, THEME.replace("/>", ' TargetMode="External"/>')),
    ("a relationship gone", RELS, re.compile(r"<Relationship [^>]*vbaProject[^>]*>"), ""),
    ("a relationship more", RELS, "</Relationships>", '<Relationship Id="rId99" Type="x" Target="y"/></Relationships>'),
    ("relationships in another order", RELS, re.compile("(<Relationship [^>]*>)(<Relationship [^>]*>)"), r"\2\1"),
    ("a part's type", TYPES, DRAWING, DRAWING.replace("drawing+xml", "chart+xml")),
    ("a part's type gone", TYPES, DRAWING, ""),
    ("a type for no part", TYPES, "</Types>", '<Override PartName="/xl/no.xml" ContentType="x"/></Types>'),
    ("an extension's type", TYPES, PICTURE, PICTURE.replace("image/png", "image/gif")),
    ("an extension's type gone", TYPES, PICTURE, ""),
    ("an extension's type more", TYPES, PICTURE, PICTURE + PICTURE.replace("png", "jpeg")),
    ("types in another order", TYPES, re.compile("(<Default [^>]*>)(<Default [^>]*>)"), r"\2\1"),
    ("a font", STYLES, FONT, FONT.replace("Tahoma", "Arial")),
    ("a cell format", STYLES, XF, XF.replace('fillId="2"', 'fillId="0"')),
    ("a cell format gone", STYLES, XF, ""),
    ("cell formats in another order", STYLES, XF + XF_AFTER, XF_AFTER + XF),
    ("a cell format in between", STYLES, XF, XF + XF),
    ("a number format's code", STYLES, 'formatCode="0.000"', 'formatCode="0.00"'),
    ("a number format's number", STYLES, 'numFmtId="165" formatCode', 'numFmtId="164" formatCode'),
    ("a fill", STYLES, 'rgb="FF00FF00"', 'rgb="FF00FF01"'),
    ("a border", STYLES, "<borders", '<borders foreign="1"'),
    ("a style's name", STYLES, 'name="Normal"', 'name="Biasa"'),
    ("a differential format", STYLES, "<dxf/>", "<dxf><font><b/></font></dxf>"),
    ("a wrong count", STYLES, '<cellXfs count="6"', '<cellXfs count="60"'),
    ("table styles", STYLES, "defaultTableStyle=", 'x="1" defaultTableStyle='),
    ("colours", STYLES, "</styleSheet>", "<colors/></styleSheet>"),
    ("styles that are no more XML", STYLES, "</styleSheet>", ""),
    ("the company", APP, "<Company/>", "<Company>KPU</Company>"),
    ("a title", APP, TITLE, TITLE.replace("Archive", "Arsip")),
    ("a title gone", APP, TITLE, ""),
    ("the count of titles", APP, "<vt:i4>6</vt:i4>", "<vt:i4>5</vt:i4>"),
    ("the count of names", APP, "<vt:i4>2</vt:i4>", "<vt:i4>3</vt:i4>"),
    ("a chart", CHART, "<c:lang", "<c:Lang"),
    ("a cell", SHEET, "SUM(C1:C5)", "SUM(C1:C6)"),
    ("a sheet's drawing", "xl/worksheets/_rels/sheet2.xml.rels", "drawing2", "drawing1"),
    ("a name of the package's relationships", "_rels/.rels", 'Id="rId1"', 'Id="rId9"'),
]  # fmt: skip


@pytest.mark.parametrize(("part", "old", "new"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_what_a_refresh_must_not_do(found_after, rezip, part, old, new):
    """One change more than the refresh made: seen, and at that part alone, with a word on what it is."""

    def change(data):
        changed = re.sub(old, new, data.decode(), count=1) if isinstance(old, re.Pattern) else None
        changed = data.decode().replace(old, new, 1) if changed is None else changed
        assert changed != data.decode()
        return changed.encode()

    found = found_after(lambda path: rezip(path, {part: change}))
    assert list(found) == [f"/{part}"]
    assert all(found[f"/{part}"])


def test_a_sheet_that_is_gone(found_after, mutate):
    """Its part may lie there still: the list has lost it, and names mean other sheets."""
    assert "Cover" in "".join(found_after(lambda path: mutate(path, BOOK, (COVER, "")))[f"/{BOOK}"])


def written(path, out, change):
    """A copy of a workbook whose list of (entry, data) was changed."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in change([(name, old.read(name)) for name in old.namelist()]):
            new.writestr(name, data)
    return out


def without(name, entries):
    return [entry for entry in entries if entry[0] != name]


def moved_to_the_end(name, entries):
    return [*without(name, entries), *(entry for entry in entries if entry[0] == name)]


def respelled(name, entries):
    return [(entry.replace(name, name.upper()), data) for entry, data in entries]


def one_byte_changed(name, entries):
    return [(entry, data[:-1] + b"\0" if entry == name else data) for entry, data in entries]


def twice(name, entries):
    return [*entries, *(entry for entry in entries if entry[0] == name)]


def with_foreign(name, entries):
    return [*entries, (name, b"<foreign/>")]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("change", "name", "said"),
    [
        (one_byte_changed, CHART, "mulai byte ke-"),
        (one_byte_changed, PNG, "mulai byte ke-"),
        (one_byte_changed, "xl/vbaProject.bin", "mulai byte ke-"),
        (without, CHART, "hilang"),
        (without, STYLES, "hilang"),
        (without, APP, "hilang"),
        (moved_to_the_end, SHEET, "urutannya"),
        (moved_to_the_end, STYLES, "urutannya"),
        (respelled, PNG, "ditulis lain"),
        (twice, PNG, "2 kali, dahulu 1 kali"),
        (twice, BOOK, "2 kali, dahulu 1 kali"),
        (with_foreign, "xl/foreign.xml", "ditambahkan, dan bukan milik tab alat"),
        (with_foreign, CHAIN, "ditambahkan, dan bukan milik tab alat"),
        (with_foreign, "customXml/", "ditambahkan"),
    ],
)
def test_parts_that_are_not_as_they_were(found_after, tmp_path, change, name, said):
    """Changed, missing, moved, spelled otherwise, doubled, foreign: each seen at its part."""
    found = found_after(lambda path: written(path, tmp_path / "changed.xlsm", partial(change, name)))
    expected = f"/{name.upper()}" if change is respelled else f"/{name}"
    assert said in "".join(found.pop(f"/{name}", found.pop(expected, "")))
    assert not found


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", 0),
        ("abcd", "abcd", 0),
        ("abcd", "bcda", 1),
        ("abcd", "dabc", 1),
        ("abcd", "badc", 2),
        ("abcd", "dcba", 3),
    ],
)
def test_the_fewest_that_moved(before, after, expected):
    """Where one part went to the end, that one has moved, and not all that stood behind it."""
    found = moved(before, after)
    assert len(found) == expected
    assert [name for name in before if name not in found] == [name for name in after if name not in found]


def test_a_damaged_part(staff, refresh, compared):
    """Bytes that no longer inflate to what the directory promises: said, not a crash."""
    path, _ = refresh(staff)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo(CHART)
    start = info.header_offset + 30 + len(CHART) + 20
    data[start : start + 40] = bytes(40)
    path.write_bytes(data)
    assert "rusak" in differing(compared(staff, path))[f"/{CHART}"][0]


def test_a_sheet_of_staffs_that_bears_both_signs(staff, refresh, rezip, compared, sample):
    """A refresh never makes a sheet of staff's its own: sheet, parts and list say so."""
    mark = f'<definedName name="{sample.prefix}9" hidden="1">\'Rencana Aksi\'!$1:$1048576</definedName>'
    sign = f'<c r="D1" t="inlineStr"><is><t>{sample.sign}</t></is></c></row>'
    changes = {
        BOOK: lambda data: data.replace(b"</definedNames>", mark.encode() + b"</definedNames>"),
        SHEET: lambda data: data.replace(b"</row>", sign.encode(), 1),
    }
    found = differing(compared(staff, rezip(refresh(staff)[0], changes)))
    assert {f"/{BOOK}", f"/{SHEET}", f"/{CHART}"} <= found.keys()
    assert "milik Anda" in found[f"/{SHEET}"][0]
    assert "kini ditandai sebagai milik alat" in found[f"/{BOOK}"][0]


def test_a_tab_that_has_lost_its_sign(staff, refresh, mutate, compared, sample):
    """What is no more known as the tool's is not passed over."""
    path, _ = refresh(staff)
    found = differing(compared(staff, mutate(path, "xl/worksheets/sheet5.xml", (sample.sign, "Our notes"))))
    assert "ditambahkan" in found["/xl/worksheets/sheet5.xml"][0]
    found = differing(compared(path, mutate(path, "xl/worksheets/sheet5.xml", (sample.sign, "Our notes"))))
    assert "kini bukan lagi" in found["/xl/worksheets/sheet5.xml"][0]


def test_what_staff_chose_for_a_tab(staff, refresh, mutate, compared):
    """A tab that stands on both sides keeps its name, place and visibility: a refresh changes none of them."""
    path, _ = refresh(staff)
    once = refresh(path, note="second")[0]
    renamed = (('name="Tab One"', 'name="Satu"'), ("'Tab One'!", "Satu!"))
    for changes in (renamed, [('sheetId="5"', 'sheetId="5" state="hidden"')]):
        found = differing(compared(path, mutate(once, BOOK, *changes)))
        assert found.pop(f"/{BOOK}")
        assert not found.keys() - {f"/{APP}"}  # which lists the tabs by name


def test_refreshes_are_clean(staff, refresh, compared):
    """First, second, fewer tabs, none, again: from each state to each, in both directions of time."""
    first, change = refresh(staff)
    second, _ = refresh(first, note="second")
    fewer, _ = refresh(second, ("Tab One",), note="third")
    none, _ = refresh(fewer, ())
    again, _ = refresh(none, note="fourth")
    states = [staff, first, second, fewer, none, again]
    for at, old in enumerate(states):
        for new in states[at:]:
            assert_clean(compared(old, new))
    found = compared(staff, first)
    assert {part.part for part in found.of(PartStanding.REGISTERED)} == REGISTERED
    assert {part.part for part in found.of(PartStanding.OWN)} == set(change.added)
    assert len(found.of(PartStanding.SAME)) == change.kept
    assert {part.tab for part in found.of(PartStanding.OWN)} == set(change.tabs_added)
    removed = compared(second, fewer)
    assert {part.details for part in removed.of(PartStanding.OWN)} == {("dihapus",), ("diganti",), ("tetap",)}
    assert "tab dihapus: Tab Two, Tab's & Three" in next(
        part.details[0] for part in removed.of(PartStanding.REGISTERED) if part.part == f"/{BOOK}"
    )


def positions_shifted(data):
    """Tab Two stands first, as staff may move it; every position that the workbook part names means what it meant."""
    text = data.decode()
    sheets = re.findall("<sheet [^>]*>", text)
    order = [4, 0, 1, 2, 3, 5]
    text = text.replace("".join(sheets), "".join(sheets[old] for old in order))
    text = re.sub('localSheetId="([0-9])"', lambda found: f'localSheetId="{order.index(int(found[1]))}"', text)
    return text.replace('activeTab="1"', 'activeTab="2"').encode()


@pytest.fixture
def shortened(refresh, rezip):
    """A workbook that a tab was moved to the front of, before and after two tabs of it are removed."""

    def run(path, change):
        path = rezip(refresh(path)[0], {BOOK: change}, name="before")
        out, done = refresh(path, ("Tab One",))
        assert done.tabs_removed == ("Tab Two", "Tab's & Three")
        return path, out

    return run


@pytest.mark.parametrize(
    "wrong",
    [(' localSheetId="2">Archive', ' localSheetId="3">Archive'), ('activeTab="1"', 'activeTab="2"')],
    ids=["Local", "activeTab"],
)
def test_positions_that_do_not_shift_with_a_tab(staff, shortened, compared, mutate, wrong):
    """Where a tab goes, the same numbers mean other sheets: that is seen; shifted ones are not taken for changes."""
    path, out = shortened(staff, positions_shifted)
    assert_clean(compared(path, out))
    assert list(differing(compared(path, mutate(out, BOOK, wrong)))) == [f"/{BOOK}"]


CUSTOM = (
    '<customWorkbookViews><customWorkbookView name="Mine" guid="{{00000000-0000-0000-0000-000000000001}}" '
    'windowWidth="1" windowHeight="1" activeSheetId="{}"/></customWorkbookViews>'
)


def with_custom_view(shown):
    """A custom view of one's own, that shows the sheet of an id."""
    return lambda data: data.replace(b"</workbook>", CUSTOM.format(shown).encode() + b"</workbook>")


def test_a_custom_view_of_a_tab_that_goes(staff, shortened, compared, mutate):
    """It has to show another sheet then; one that shows a sheet of staff's goes on showing it."""
    assert_clean(compared(*shortened(staff, with_custom_view(5))))
    path, out = shortened(staff, with_custom_view(2))
    assert_clean(compared(path, out))
    wrong = mutate(out, BOOK, ('activeSheetId="2"', 'activeSheetId="1"'))
    assert list(differing(compared(path, wrong))) == [f"/{BOOK}"]


CHAIN_XML = '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</calcChain>'
CHAIN_REL = (
    b'<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" '
    b'Target="calcChain.xml"/></Relationships>'
)
CHAIN_TYPE = (
    b'<Override PartName="/xl/calcChain.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>'
)
STAFFS, OURS = '<c r="B1" i="2"/><c r="B2"/><c r="B3" l="1"/>', '<c r="C5" i="4"/><c r="C6"/>'


@pytest.fixture
def with_chain(staff, refresh, rezip):
    """A refreshed workbook with a calcChain of the given entries."""

    def make(entries):
        changes = {
            CHAIN: CHAIN_XML.format(entries).encode(),
            RELS: lambda data: data.replace(b"</Relationships>", CHAIN_REL),
            TYPES: lambda data: data.replace(b"</Types>", CHAIN_TYPE),
        }
        return rezip(refresh(staff)[0], changes, name="chained")

    return make


@pytest.mark.parametrize("entries", [STAFFS + OURS, OURS + STAFFS, STAFFS, OURS], ids=["last", "first", "none", "all"])
def test_calc_chain(with_chain, refresh, compared, entries):
    """Entries of the tool's tabs go, and with the last one the part."""
    path = with_chain(entries)
    out, _ = refresh(path, note="second")
    comparison = compared(path, out)
    assert_clean(comparison)
    standings = {part.part: part.standing for part in comparison.parts}
    assert standings[f"/{CHAIN}"] is (PartStanding.SAME if entries == STAFFS else PartStanding.REGISTERED)


@pytest.mark.parametrize(
    "change",
    [('<c r="B2" i="2"/>', ""), ('r="B1"', 'r="B9"'), ('r="B1" i="2"', 'r="B1" i="3"'), (' l="1"', "")],
    ids=["gone", "cell", "sheet", "level"],
)
def test_calc_chain_of_staffs(with_chain, refresh, compared, mutate, change):
    """An entry of staff's that is not what it was."""
    path = with_chain(STAFFS + OURS)
    out, _ = refresh(path, note="second")
    assert list(differing(compared(path, mutate(out, CHAIN, change)))) == [f"/{CHAIN}"]


def test_a_calc_chain_that_must_not_go(with_chain, refresh, compared, rezip):
    """With entries of staff's in it, it has to stay, with its relationship and type."""
    path = with_chain(STAFFS + OURS)
    changes = {
        CHAIN: None,
        RELS: lambda data: data.replace(CHAIN_REL, b"</Relationships>"),
        TYPES: lambda data: data.replace(CHAIN_TYPE, b"</Types>"),
    }
    found = differing(compared(path, rezip(refresh(path, note="second")[0], changes)))
    assert set(found) == {f"/{CHAIN}", f"/{RELS}", f"/{TYPES}"}


def transposed(data):
    """The workbook part in UTF-16, and with a prefix."""
    text = data.decode().partition("?>")[2]
    text = re.sub("<(/?)([a-zA-Z])", r"<\1x:\2", text).replace("xmlns=", "xmlns:x=")
    return f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16")


def strict(data):
    base, other = b"http://schemas.openxmlformats.org", b"http://purl.oclc.org/ooxml"
    data = data.replace(base + b"/officeDocument/2006/relationships", other + b"/officeDocument/relationships")
    data = data.replace(base + b"/spreadsheetml/2006/main", other + b"/spreadsheetml/main")
    return data.replace(base + b"/drawingml/2006/", other + b"/drawingml/")


def taken(pattern):
    return lambda data: re.sub(pattern, b"", data)


LOST = b'<sheet name="Hilang" sheetId="77" r:id="rId8"/></sheets>'
DANGLING = b'<definedName name="Lost" localSheetId="4">1</definedName></definedNames>'


@pytest.mark.parametrize(
    "changes",
    [
        {BOOK: transposed},
        {STYLES: None},
        {STYLES: None, RELS: taken(rb"<Relationship [^>]*styles[^>]*>")},
        {STYLES: taken(rb"<(dxfs|numFmts|fonts).*?</\1>")},
        {APP: None},
        {BOOK: taken(rb"<bookViews>.*</bookViews>")},
        {BOOK: taken(rb"<calcPr [^>]*>")},
        {BOOK: taken(rb"<definedNames>.*</definedNames>")},
        {BOOK: lambda data: data.replace(b"</sheets>", LOST)},
        {BOOK: lambda data: data.replace(b"</definedNames>", DANGLING)},
        {BOOK: lambda data: data.replace(b'activeTab="1"', b'activeTab="4" firstSheet="3"')},
        {BOOK: lambda data: data.replace(b"><", b">\r\n  <")},
        {STYLES: lambda data: data.replace(b"><", b">\r\n  <")},
        {TYPES: taken(rb"<Default Extension=.rels[^>]*>")},
    ],
    ids=[
        "UTF-16 and a prefix", "no styles part", "no styles at all", "styles without some", "no app.xml", "no views",
        "no calculation", "no names", "a sheet without a relationship", "a name of no sheet", "views of no sheet",
        "indented", "indented styles", "no type for relationships",
    ],
)  # fmt: skip
def test_refreshes_of_packages_written_otherwise_are_clean(staff, refresh, rezip, compared, changes):
    """What had to be created, or is written in another way, is no difference."""
    path = rezip(staff, changes)
    out, _ = refresh(path)
    assert_clean(compared(path, out))
    none, _ = refresh(out, ())
    assert_clean(compared(path, none))
    assert_clean(compared(out, none))


def test_a_strict_workbook_is_clean(staff, refresh, rezip, compared, parts):
    """Saved as Strict: the same parts in other namespaces."""
    path = rezip(staff, {name: strict for name in parts(staff) if name.endswith((".xml", ".rels"))})
    assert_clean(compared(path, refresh(path)[0]))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_entries_that_are_odd_are_clean(staff, refresh, compared, tmp_path):
    """Folders, backslashes, duplicates: of a registered part one is left, staff's own are all there."""

    def odd(entries):
        doubled = [entry for entry in entries if entry[0] in (BOOK, PNG)]
        return [("xl/", b""), *((name.replace("/", "\\"), data) for name, data in (*entries, *doubled))]

    path = written(staff, tmp_path / "odd.xlsm", odd)
    out, _ = refresh(path)
    assert_clean(compared(path, out))
    fewer = written(out, tmp_path / "fewer.xlsm", lambda entries: entries[1:])
    assert list(differing(compared(path, fewer))) == ["/xl/"]


def test_an_id_that_led_nowhere(staff, refresh, rezip, compared):
    """A new relationship must not become what staff's broken one was meant for."""
    path = rezip(staff, {BOOK: lambda data: data.replace(b"</sheets>", LOST)})
    out, _ = refresh(rezip(path, {BOOK: lambda data: data.replace(LOST, b"</sheets>")}, name="whole"))
    taken_over = rezip(
        out,
        {BOOK: lambda data: data.replace(b'<sheet name="Tab One"', LOST[:-9] + b'<sheet name="Tab One"')},
        name="taken",
    )
    assert "rId8" in differing(compared(path, taken_over))[f"/{RELS}"][0]


def test_a_number_format_that_cells_use_unlisted(staff, refresh, mutate, compared):
    """A new entry must not give a meaning to a number that staff's cells use already."""
    path = mutate(staff, STYLES, ('numFmtId="164" fontId', 'numFmtId="170" fontId'))
    out, _ = refresh(path)
    assert_clean(compared(path, out))
    wrong = mutate(out, STYLES, ('numFmtId="171" formatCode', 'numFmtId="170" formatCode'), name="wrong")
    assert "nomor 170" in differing(compared(path, wrong))[f"/{STYLES}"][0]


def test_compressed_anew(staff, compared, rezip):
    """The same bytes, compressed in another way: the same, said to lie otherwise; of the list: registered."""
    stored = rezip(staff, {})
    with zipfile.ZipFile(staff) as old, zipfile.ZipFile(stored, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    found = compared(staff, stored)
    assert found.intact
    listed = found.of(PartStanding.REGISTERED)
    assert {part.details for part in listed} == {("ditulis ulang, isinya sama",)}
    assert {part.part for part in listed} == {f"/{name}" for name in (TYPES, BOOK, RELS, STYLES, APP)}
    assert {*found.recompressed, *listed} == {*found.parts}


def test_saved_by_another_program(staff, refresh, compared, mutate):
    """Core properties (who saved it, and when) are written anew by every program, and by no refresh."""
    path, _ = refresh(staff)
    assert compared(staff, mutate(path, "docProps/core.xml", ("<dc:creator>", "<dc:creator>Sri"))).saved_elsewhere
    assert not compared(staff, mutate(path, CHART, ("<c:lang", "<c:Lang"))).saved_elsewhere


def test_a_large_part_is_never_whole_in_memory(staff, compared, tmp_path, monkeypatch):
    """Beyond what a part may inflate to where it is read whole, in pieces: its last byte is still compared."""
    monkeypatch.setattr("zi_excel.opc.package.archive.PART_LIMIT", 50_000)
    monkeypatch.setattr("zi_excel.opc.comparison.differences.CHUNK", 10_000)
    large = []
    for end in (b"1", b"2"):
        part = ("xl/media/a.bin", bytes(65_000) + end)
        large.append(written(staff, tmp_path / f"large{part[1][-1]}.xlsm", lambda entries, part=part: [*entries, part]))
    assert compared(large[0], large[0]).intact
    assert differing(compared(*large)) == {"/xl/media/a.bin": ("isinya berbeda, mulai byte ke-65.001",)}
