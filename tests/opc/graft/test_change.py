"""A change as it is written: kept entries as they lie, replaced ones in their places, new ones at the end."""

import io
import zipfile

import pytest

from zi_excel.errors import WorkbookError
from zi_excel.opc.graft.change import Change
from zi_excel.opc.package.package import Package

CHART, IMAGE, NEW = "/xl/charts/chart1.xml", "/xl/media/image1.png", "/xl/new.xml"


def written(change):
    out = io.BytesIO()
    change.write(out)
    with zipfile.ZipFile(out) as archive:
        return {f"/{name}": archive.read(name) for name in archive.namelist()}


def test_empty(staff, parts):
    """Nothing to do: every part is kept, and what would be written has them all."""
    with Package.open(staff) as package:
        change = Change(package, {}, {}, frozenset())
        assert change.empty
        assert change.kept == len(package.names) == len(change.kept_entries())
        assert list(written(change).items()) == [(f"/{name}", data) for name, data in parts(staff).items()]


def test_write(staff, parts):
    """Replaced, added and removed parts; all others are the same, in their order."""
    with Package.open(staff) as package:
        change = Change(package, {CHART: b"<a/>"}, {NEW: b"<b/>"}, frozenset({IMAGE}))
        assert not change.empty
        assert change.kept == len(package.names) - 2
        expected = {f"/{name}": data for name, data in parts(staff).items() if f"/{name}" != IMAGE}
        assert list(written(change).items()) == [*(expected | {CHART: b"<a/>"}).items(), (NEW, b"<b/>")]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_duplicates_and_folders(staff):
    """Of a replaced part that stands there twice one is left; folders' entries stay, and are no parts."""
    with zipfile.ZipFile(staff, "a") as archive:
        archive.writestr(CHART[1:], b"<again/>")
        archive.writestr("xl/empty/", b"")
    with Package.open(staff) as package:
        change = Change(package, {CHART: b"<a/>"}, {}, frozenset())
        assert change.kept == len(package.names) - 1
        assert [name for name in written(change) if name in (CHART, "/xl/empty/")] == [CHART, "/xl/empty/"]


def test_a_file_that_changes_while_it_is_read(staff):
    """It is refused: nothing that was half read is passed off as a copy."""
    with Package.open(staff) as package:
        change = Change(package, {}, {}, frozenset())
        staff.write_bytes(staff.read_bytes()[:2000])
        with pytest.raises(WorkbookError, match="berubah atau rusak saat dibaca"):
            change.write(io.BytesIO())
