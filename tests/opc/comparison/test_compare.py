"""What a refresh must not do is seen, whatever it is, at the part where it was done; and refreshes are clean."""

import re
import zipfile
from functools import partial

import pytest
from compared_packages import APP, BOOK, CHAIN, CHART, PNG, RELS, SHEET, STYLES, TYPES, assert_clean, differing, written

from zi_excel.opc.comparison.result import PartStanding

REGISTERED = {f"/{name}" for name in (TYPES, RELS, BOOK, STYLES, APP)}

WRONG = [
    ("a chart", CHART, "<c:lang", "<c:Lang"),
    ("a cell", SHEET, "SUM(C1:C5)", "SUM(C1:C6)"),
    ("a sheet's drawing", "xl/worksheets/_rels/sheet2.xml.rels", "drawing2", "drawing1"),
    ("a name of the package's relationships", "_rels/.rels", 'Id="rId1"', 'Id="rId9"'),
]  # fmt: skip


@pytest.mark.parametrize(("part", "old", "new"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_what_a_refresh_must_not_do(found_with, part, old, new):
    """One change more than the refresh made: seen, and at that part alone, with a word on what it is."""
    assert list(found_with(part, old, new)) == [f"/{part}"]


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
    ("change", "name", "words"),
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
def test_parts_that_are_not_as_they_were(found_after, tmp_path, change, name, words):
    """Changed, missing, moved, spelled otherwise, doubled, foreign: each seen at its part."""
    found = found_after(lambda path: written(path, tmp_path / "changed.xlsm", partial(change, name)))
    expected = f"/{name.upper()}" if change is respelled else f"/{name}"
    assert words in "".join(found.pop(f"/{name}", found.pop(expected, "")))
    assert not found


def test_a_damaged_part(staff, refresh, compared):
    """Bytes that no longer inflate to what the directory promises: a difference, not a crash."""
    path, _ = refresh(staff)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo(CHART)
    start = info.header_offset + 30 + len(CHART) + 20
    data[start : start + 40] = bytes(40)
    path.write_bytes(data)
    assert "rusak" in differing(compared(staff, path))[f"/{CHART}"][0]


@pytest.mark.slow
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


def test_compressed_anew(staff, compared, rezip):
    """The same bytes, compressed in another way: the same, but not as they lay; of the closed list: registered."""
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
