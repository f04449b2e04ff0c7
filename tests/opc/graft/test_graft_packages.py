"""The graft on packages that are written otherwise than Excel writes them."""

import posixpath
import re
import warnings
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.workbook import Workbook


def sheets(path):
    with Package.open(path) as package:
        return [sheet.name for sheet in Workbook.of(package).sheets]


OVERRIDE = b'<Override PartName="/no.xml" ContentType="x"/>'


def without(pattern):
    return lambda data: re.sub(pattern, b"", data)


RELATIONSHIPS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LOST_SHEET = b'<sheet name="Hilang" sheetId="77" r:id="rId%d"/></sheets>'


def added(to, more):
    return lambda data: data.replace(to, more + to)


@pytest.mark.parametrize(
    "change",
    [
        {"xl/workbook.xml": lambda data: data.replace(b"</sheets>", LOST_SHEET % 8)},
        {
            "xl/workbook.xml": lambda data: data.replace(b"</sheets>", LOST_SHEET % 66),
            "xl/_rels/workbook.xml.rels": added(
                b"</Relationships>",
                b'<Relationship Id="rId66" Type="' + OFFICE + b'/worksheet" Target="worksheets/sheet4.xml"/>',
            ),
        },
        {"xl/drawings/_rels/drawing2.xml.rels": lambda data: data.replace(b"chart1.xml", b"chart2.xml")},
        {
            "xl/workbook.xml": added(
                b"<definedNames>", b'<externalReferences><externalReference r:id="rId8"/></externalReferences>'
            )
        },
        {"[Content_Types].xml": added(b"</Types>", OVERRIDE.replace(b"no.xml", b"xl/worksheets/sheet4.xml"))},
        {
            "xl/worksheets/_rels/sheet8.xml.rels": RELATIONSHIPS
            + b'<Relationship Id="rId1" Type="x" Target="sheet%34.xml"/></Relationships>'
        },
    ],
    ids=[
        "a sheet without a relationship", "a sheet without a part", "a drawing without its chart",
        "another workbook without a relationship", "a type without a part", "an orphan's relationship, encoded",
    ],
)  # fmt: skip
def test_what_leads_nowhere_leads_nowhere_afterwards(staff, refresh, rezip, change):
    """Ids and part names that staff's package speaks of are not ours to take, even where there is no such thing."""
    path = rezip(staff, change)
    out, _ = refresh(path)
    before, after = dangling(path), dangling(out)
    assert before
    assert after == before
    assert refresh(out)[1].empty


def dangling(path):
    """(part, id) of what is used without a relationship, (part, part) of one to nowhere, and types of no part."""
    found = set()
    with Package.open(path) as package:
        for name in package.names:
            if name.endswith((".xml", ".rels")) and b"<orphan" not in package.read(name):
                ids = set(re.findall(rb'r:id="([^"]*)"', package.read(name)))
                items = {item.rid.encode(): item for item in package.relationships(name)}
                found |= {(name, rid) for rid in ids - items.keys()}
        for name in [name for name in package.names if name.endswith(".rels")]:
            source = name.replace("_rels/", "").removesuffix(".rels")
            found |= {
                (source, item.target)
                for item in package.relationships(source)
                if item.part is None and not item.external
            }
        found |= {("type", name) for name in package.types.overridden() if name not in package}
    return found


@pytest.mark.parametrize(
    "change",
    [
        {"xl/styles.xml": None},
        {"xl/styles.xml": None, "xl/_rels/workbook.xml.rels": without(rb"<Relationship [^>]*styles[^>]*>")},
        {"xl/sharedStrings.xml": None},
        {"docProps/app.xml": None},
        {"xl/theme/theme1.xml": None},
        {"xl/workbook.xml": without(rb"<bookViews>.*</bookViews>")},
        {"xl/workbook.xml": without(rb"<definedNames>.*</definedNames>")},
        {"xl/workbook.xml": lambda data: data.replace(b'r:id="rId3"', b'r:id="rId33"')},
        {"[Content_Types].xml": lambda data: data.replace(b"</Types>", OVERRIDE + b"</Types>")},
        {"xl/worksheets/_rels/sheet7.xml.rels": b"<orphan/>", "xl/charts/chart9.xml": b"<orphan/>"},
    ],
    ids=[
        "no styles part", "no styles at all", "no shared strings", "no app.xml", "no theme", "no views", "no names",
        "a sheet without a part", "override for nothing", "orphans",
    ],
)  # fmt: skip
def test_missing_things(staff, refresh, rezip, change):
    """What a workbook may do without: the tabs go in, a second refresh changes nothing, and they go out again."""
    path = rezip(staff, change)
    out, _ = refresh(path)
    assert refresh(out)[1].empty
    assert sheets(out)[-3:] == ["Tab One", "Tab Two", "Tab's & Three"]
    assert refresh(out, ())[1].tabs_removed == ("Tab One", "Tab Two", "Tab's & Three")


def test_entries_that_are_odd(staff, refresh, tmp_path):
    """Folders, backslashes and duplicates among the entries: copied as they are, of what is replaced one is left."""
    path = tmp_path / "odd.xlsx"
    with warnings.catch_warnings(), zipfile.ZipFile(staff) as old, zipfile.ZipFile(path, "w") as new:
        warnings.filterwarnings("ignore", "Duplicate name")
        new.writestr("xl/", b"")
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name.replace("/", "\\")), old.read(name))
        for name in ("xl/workbook.xml", "xl/media/image1.png"):
            new.writestr(zipfile.ZipInfo(name.replace("/", "\\")), old.read(name))
    out, _ = refresh(path)
    names = zipfile.ZipFile(out).namelist()
    assert names[0] == "xl/"
    assert names.count("xl\\workbook.xml") == 1
    assert names.count("xl\\media\\image1.png") == 2
    assert refresh(out)[1].empty


def test_our_own_parts_in_other_capitals(staff, refresh, tmp_path):
    """A program that saved the tabs' parts as `Chart2.XML`: they are replaced, none is left out, none comes twice."""
    first, _ = refresh(staff)
    path = tmp_path / "odd.xlsm"
    own = ("drawing3.xml", "chart2.xml", "sheet4.xml", "drawing3.xml.rels", "sheet4.xml.rels")
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name.upper() if name.endswith(own) else name, old.read(name))
    out, change = refresh(path, note="second")
    assert not change.added
    assert not change.removed
    assert dangling(out) == set()
    assert refresh(out, note="second")[1].empty
    with zipfile.ZipFile(out) as archive, zipfile.ZipFile(path) as before:
        assert archive.namelist() == before.namelist()


def test_strict(staff, rezip, refresh, parts):
    """In a workbook that was saved as Strict, grafted parts are Strict as well."""
    base, strict = b"http://schemas.openxmlformats.org", b"http://purl.oclc.org/ooxml"

    def translate(data):
        data = data.replace(base + b"/officeDocument/2006/relationships", strict + b"/officeDocument/relationships")
        data = data.replace(base + b"/spreadsheetml/2006/main", strict + b"/spreadsheetml/main")
        return data.replace(base + b"/drawingml/2006/", strict + b"/drawingml/")

    path = rezip(staff, {name: translate for name in parts(staff) if name.endswith((".xml", ".rels"))})
    out, change = refresh(path)
    for name in (*change.added, *change.replaced):
        if name != "/[Content_Types].xml":
            assert base + b"/spreadsheetml" not in parts(out)[name[1:]]
            assert base + b"/drawingml" not in parts(out)[name[1:]]
            assert base + b"/officeDocument" not in parts(out)[name[1:]] or "app.xml" in name
    assert refresh(out)[1].empty


def moved(path, out, folders):
    """The workbook with its parts in other folders, as some producers write them; folders: old start -> new start."""

    def place(name):
        return next((new + name.removeprefix(old) for old, new in folders.items() if name.startswith(old)), name)

    def rewritten(name, data):
        if name == "[Content_Types].xml":
            return name, re.sub(rb'(?<=PartName="/)[^"]*', lambda found: place(found[0].decode()).encode(), data)
        if not name.endswith(".rels"):
            return place(name), data
        folder, base = posixpath.split(name.removesuffix(".rels"))
        source = posixpath.join(posixpath.dirname(folder), base)  # "" for the package's own
        there = posixpath.dirname(place(source)) if source else ""

        def target(found):
            to = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), found[1].decode()))[1:]
            return f'Target="{posixpath.relpath(place(to), there or ".")}"'.encode()

        inside = re.sub(rb'Target="([^"#:]*)"(?! TargetMode)', target, data)
        return posixpath.join(there, "_rels", posixpath.basename(place(source) or "") + ".rels"), inside

    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(*rewritten(name, old.read(name)))
    return out


@pytest.mark.parametrize(
    ("folders", "home"),
    [
        ({"xl/": "xl/book/"}, "/xl/book/worksheets"),
        ({"xl/": ""}, "/worksheets"),
        ({"xl/": "data/isi/"}, "/data/isi/worksheets"),
        ({}, "/xl/worksheets"),
    ],
    ids=["below", "at the root", "elsewhere", "as usual"],
)
def test_new_sheets_go_where_the_package_keeps_its_own(staff, refresh, sample, folders, home):
    """Wherever the workbook part lies: python-calamine looks for sheets nowhere else."""
    book = moved(staff, staff.with_name("moved.xlsm"), folders)
    before = CalamineWorkbook.from_path(str(book))
    assert len(before.get_sheet_by_name("Rencana Aksi").to_python()) > 0
    done = refresh(book)[0]
    after = CalamineWorkbook.from_path(str(done))
    assert all(after.get_sheet_by_name(name).to_python() for name in sample.names)
    with Package.open(done) as package:
        assert {posixpath.dirname(sheet.part) for sheet in Workbook.of(package).sheets} == {home}


@pytest.mark.parametrize("untyped", [False, True])
def test_a_folder_of_its_own_for_each_kind_of_part(staff, refresh, rezip, untyped):
    """New sheets lie beside staff's, though these lie beside the workbook part; charts lie where they have theirs."""
    book = moved(staff, staff.with_name("moved.xlsm"), {"xl/worksheets/": "xl/", "xl/charts/": "bagan/"})
    book = rezip(book, {"[Content_Types].xml": without(rb'<Override [^>]*worksheet\+xml"/>')} if untyped else {})
    with Package.open(book) as package:
        before = set(package.names)
    with Package.open(refresh(book)[0]) as package:
        added = {posixpath.dirname(name) for name in package.names if name not in before and "_rels" not in name}
    assert added == {"/xl", "/bagan", "/xl/drawings"}
