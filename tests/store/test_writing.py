"""Files are written whole or not at all: a new one never over another, one of the tool's own anew, one for an old one.

The replacing call of Windows is tested by its documentation, not tried on Windows: the code for Windows is loaded with
a stand-in for the call that does to the files what
https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-replacefilew says.
"""

import ctypes
import errno
import importlib.util
import os
import stat
import sys
from pathlib import Path

import pytest
from child_process import POSIX
from store_calls import NEW, OLD

from zi_excel.errors import WorkbookError
from zi_excel.store import create, overwrite, writing

NAMES = "buku.xlsx", "baru.tmp", "samping.tmp"


def made(workbook, *, content=b"catatan", verify=lambda _: None, name="buku.toml"):
    """A new file beside the workbook."""
    path = workbook.parent / name
    create(path, lambda out: out.write(content), verify=verify, beside=workbook)
    return path


def names(workbook):
    """What lies in the folder."""
    return sorted(path.name for path in workbook.parent.iterdir())


def test_it_stands_there_and_nothing_else(workbook):
    """Its content, and no litter."""
    assert made(workbook).read_bytes() == b"catatan"
    assert names(workbook) == ["buku.toml", workbook.name]


def test_another_file_is_never_overwritten(workbook):
    """Not even one that came in the meantime: the name is taken in one step."""

    def meanwhile(_new):
        workbook.with_name("buku.toml").write_bytes(b"orang lain")

    with pytest.raises(WorkbookError, match="sudah ada"):
        made(workbook, verify=meanwhile)
    assert workbook.with_name("buku.toml").read_bytes() == b"orang lain"
    assert names(workbook) == ["buku.toml", workbook.name]


def test_it_is_checked_before_it_counts(workbook):
    """What does not pass leaves nothing."""

    def verify(new):
        assert new.read_bytes() == b"catatan"
        raise WorkbookError("tidak lolos")

    with pytest.raises(WorkbookError, match="tidak lolos"):
        made(workbook, verify=verify)
    assert names(workbook) == [workbook.name]


def test_a_disk_without_hard_links(workbook, monkeypatch):
    """A USB stick: renamed instead, and still not over another file."""

    def refuse(*_):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    assert made(workbook).read_bytes() == b"catatan"
    with pytest.raises(WorkbookError, match="sudah ada"):
        made(workbook, content=b"lain")


@pytest.mark.parametrize(
    ("name", "said"),
    [("tidak ada/buku.toml", "tidak diubah"), ("x" * 300 + ".toml", "namanya terlalu panjang; pendekkan nama")],
    ids=["no such folder", "too long a name"],
)
def test_a_place_that_cannot_be_is_a_sentence(name, said, workbook):
    """No such folder, too long a name."""
    with pytest.raises(WorkbookError, match=said):
        made(workbook, name=name)
    assert names(workbook) == [workbook.name]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root (and Windows) may write everywhere")
def test_a_folder_without_permission_is_a_sentence(workbook):
    """Who may not write there is told so."""
    workbook.parent.chmod(0o555)
    with pytest.raises(WorkbookError, match="tidak ada izin"):
        made(workbook)
    workbook.parent.chmod(0o755)


@pytest.mark.parametrize(("refused", "written"), [(0, True), (2, True), (3, False)])
def test_a_reader_that_lets_go_costs_nothing(tmp_path, monkeypatch, refused, written):
    """On Windows a virus scanner keeps a file for a moment; one that keeps it longer is told, and nothing is left."""
    path = tmp_path / "hasil.json"
    path.write_bytes(b"lama")
    replace, tries, slept = Path.replace, [], []

    def held(self, target):
        tries.append(self)
        if len(tries) <= refused:
            raise PermissionError(13, "in use", str(self))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr("zi_excel.store.writing._PAUSES", (0.1, 0.3))
    monkeypatch.setattr("zi_excel.store.writing.sleep", slept.append)
    if written:
        overwrite(path, b"baru")
    else:
        with pytest.raises(WorkbookError, match="dipakai program lain"):
            overwrite(path, b"baru")
    assert path.read_bytes() == (b"baru" if written else b"lama")
    assert slept == [0.1, 0.3][:refused]
    assert [each.name for each in tmp_path.iterdir()] == ["hasil.json"]


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644])
def test_who_may_read_it_stays(tmp_path, mode):
    """It tells of workbooks that not everybody may read."""
    path = tmp_path / "hasil.json"
    overwrite(path, b"1")
    path.chmod(mode)
    overwrite(path, b"2")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"2", mode)


class ReplaceFile:
    """The call, ending in one way. 0: it succeeds."""

    def __init__(self, ends):
        self.ends = ends
        self.given = []

    def __call__(self, replaced, replacement, backup, *others):
        self.given.append((replaced, replacement, backup, *others))
        if self.ends in {0, 1177}:
            Path(replaced).rename(backup)
        if self.ends == 0:
            Path(replacement).rename(replaced)
        return self.ends == 0


@pytest.fixture
def files(tmp_path):
    """The old file, the new one, and the name for the old one that nothing has yet."""
    paths = [tmp_path / name for name in NAMES]
    paths[0].write_bytes(OLD)
    paths[1].write_bytes(NEW)
    return paths


def windows_swap(monkeypatch, call):
    """`swap` as Windows loads it."""
    library = type("Kernel32", (), {"ReplaceFileW": call})
    monkeypatch.setattr(ctypes, "WinDLL", lambda _name: library, raising=False)
    spec = importlib.util.spec_from_file_location("writing_on_windows", writing.__file__)
    module = importlib.util.module_from_spec(spec)
    with monkeypatch.context() as loading:
        loading.setattr(sys, "platform", "win32")
        spec.loader.exec_module(module)
    return module.swap


@pytest.mark.parametrize(
    "ends", [0, 1175, 1176, 1177, 87, 5], ids=["done", "1175", "1176", "half way (1177)", "no such call here", "denied"]
)
def test_the_new_file_stands_there_in_the_end(monkeypatch, files, ends):
    """By the call, or by the plain rename; the old one is left nowhere (its dated backup is another file)."""
    old, new, aside = files
    call = ReplaceFile(ends)
    windows_swap(monkeypatch, call)(new, old, aside)
    assert call.given == [(str(old), str(new), str(aside), 0, None, None)]
    assert {path.name: path.read_bytes() for path in old.parent.iterdir()} == {old.name: NEW}


@pytest.mark.parametrize("ends", [1175, 1176, 1177, 5])
def test_the_old_file_stands_there_where_nothing_helps(monkeypatch, files, ends):
    """Excel has opened it: the rename fails too, and what was half done is undone."""
    old, new, aside = files
    swap = windows_swap(monkeypatch, ReplaceFile(ends))
    rename = Path.replace

    def refuse(path, to):
        if path == new:
            raise PermissionError(13, "sharing violation")
        return rename(path, to)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        swap(new, old, aside)
    assert {path.name: path.read_bytes() for path in old.parent.iterdir()} == {old.name: OLD, new.name: NEW}
