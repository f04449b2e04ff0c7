"""Opening a workbook: what can't be used is refused in one Indonesian sentence, before anything else happens."""

import contextlib
import io
import shutil
import zipfile
from pathlib import Path

import pytest
from child_process import POSIX, as_ordinary_user, open_folder
from hypothesis import given, settings
from hypothesis import strategies as st

from zi_excel.errors import WorkbookError
from zi_excel.opc.package import archive
from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.workbook import Workbook


def test_missing(tmp_path):
    """A missing file is refused as missing."""
    with pytest.raises(WorkbookError, match="tidak ditemukan"):
        Package.open(tmp_path / "tidak ada.xlsx")


def test_folder(tmp_path):
    """A folder is no workbook."""
    with pytest.raises(WorkbookError, match="folder"):
        Package.open(tmp_path)


@pytest.mark.parametrize("name", ["a\0b.xlsx", "x" * 5000])
def test_impossible_names(name):
    """A name that no file can have is refused like a missing file's."""
    with pytest.raises(WorkbookError, match=r"tidak dapat dibuka|tidak ditemukan"):
        Package.open(Path(name))


@POSIX
def test_no_permission(template):
    """A file that may not be read says so."""
    with open_folder() as folder:
        path = Path(shutil.copy(template, folder))
        path.chmod(0)

        def work():
            with pytest.raises(WorkbookError, match="tidak boleh dibaca"):
                Package.open(path)

        assert as_ordinary_user(work) == 0


def test_password_of_the_zip(staff):
    """A zip with a password of its own is refused."""
    data = bytearray(staff.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(WorkbookError, match="kata sandi"):
        Package(io.BytesIO(bytes(data)), staff)


def test_too_large(staff, monkeypatch):
    """A zip bomb is refused by what its directory promises, without inflating it."""
    monkeypatch.setattr(archive, "TOTAL_LIMIT", 1000)
    with pytest.raises(WorkbookError, match="mengembang"):
        Package.open(staff)


def test_parts(staff, parts):
    """Parts, their types and relationships; names are found whatever their case."""
    with Package.open(staff) as package:
        assert [name[1:] for name in package.names] == list(parts(staff))
        assert {name[1:]: package.read(name) for name in package.names} == parts(staff)
        assert package.find("/XL/Workbook.xml") == "/xl/workbook.xml"
        assert "/xl/nothing.xml" not in package
        assert package.content_type("/xl/workbook.xml").endswith("macroEnabled.main+xml")
        assert package.content_type("/xl/media/image1.png") == "image/png"
        assert package.content_type("/xl/nothing") is None
        sheet = package.relationships("/xl/workbook.xml").of_kind("worksheet")[1]
        assert (sheet.rid, sheet.target, sheet.part) == ("rId2", "worksheets/sheet2.xml", "/xl/worksheets/sheet2.xml")
        assert not package.relationships("/xl/styles.xml").items
        with package.stream("/xl/workbook.xml") as stream:
            assert stream.read(5) == b"<?xml"
        with pytest.raises(WorkbookError, match="tidak ada"):
            package.read("/xl/nothing.xml")
        with pytest.raises(WorkbookError, match="tidak ada"):
            package.stream("/xl/nothing.xml")


def test_damage_while_streaming(staff):
    """A part that turns out damaged while it streams is a refusal that names it."""
    data = bytearray(staff.read_bytes())
    info = zipfile.ZipFile(staff).getinfo("xl/worksheets/sheet2.xml")
    start = info.header_offset + 30 + len(info.filename)
    data[start + 40 : start + 80] = bytes(40)
    with Package(io.BytesIO(bytes(data)), staff) as package, pytest.raises(WorkbookError, match=r"sheet2\.xml.*rusak"):
        for _ in package.events("/xl/worksheets/sheet2.xml"):
            pass


@pytest.mark.parametrize(
    "how",
    [
        {"_rels/.rels": lambda data: data.replace(b'"xl/workbook.xml"', b'"/xl/workbook.xml"')},
        {"_rels/.rels": lambda data: data.replace(b'"xl/workbook.xml"', b'"xl\\workbook.xml"')},
        {"_rels/.rels": lambda data: data.replace(b'"xl/workbook.xml"', b'"./XL/../xl/WorkBook.xml"')},
        {"_rels/.rels": None},
    ],
    ids=["absolute", "backslash", "odd case and dots", "no relationships of its own"],
)
def test_workbook_part_is_found(staff, rezip, how):
    """The workbook part is found by its relationship however that is written, else by its type."""
    with Package.open(rezip(staff, how)) as package:
        assert Workbook.of(package).sheets[0].name == "Cover"


@settings(max_examples=60)
@given(st.data())
def test_any_damage(staff, data):
    """A workbook cut off or with any bytes changed: opened, or refused in a sentence."""
    content = bytearray(staff.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(0, len(content)))] if data.draw(st.booleans()) else content
    with contextlib.suppress(WorkbookError), Package(io.BytesIO(bytes(content)), staff) as package:
        Workbook.of(package)
        for name in package.names:
            package.read(name)
