"""The graft on packages that are written otherwise than Excel writes them."""

import re
import warnings
import zipfile

import pytest

from zi_excel.opc.package import Package
from zi_excel.opc.workbook import Workbook


def sheets(path):
    with Package.open(path) as package:
        return [sheet.name for sheet in Workbook.of(package).sheets]


OVERRIDE = b'<Override PartName="/no.xml" ContentType="x"/>'


def without(pattern):
    return lambda data: re.sub(pattern, b"", data)


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
