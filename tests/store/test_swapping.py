"""The step in which the new file takes the old one's place, and the look at what it took the place of.

The replacing call of Windows is tested by its documentation, not tried on Windows: the code for Windows is loaded with
a stand-in for the call that does to the files what
https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-replacefilew says.
"""

import ctypes
import errno
import hashlib
import importlib.util
import os
import signal
import sys
from pathlib import Path

import pytest
from child_process import POSIX, in_child
from store_calls import NEW, OLD, everything, refresh, unfinished

from zi_excel.errors import BusyError, WorkbookError
from zi_excel.store import clean, swapping
from zi_excel.store.drafts import Draft
from zi_excel.store.fingerprints import Fingerprint
from zi_excel.store.folders import Folder, Identity, held

NAMES = "buku.xlsx", "baru.tmp"
SEEN = Fingerprint(hashlib.sha256(OLD).digest())


class ReplaceFile:
    """The call, ending in one way. 0: it succeeds. saved: what somebody saves in the moment before."""

    def __init__(self, ends, saved=None):
        self.ends, self.saved, self.given = ends, saved, []

    def __call__(self, replaced, replacement, backup, *others):
        self.given.append((replaced, replacement, backup, *others))
        if self.saved is not None:
            Path(replaced).write_bytes(self.saved)
            self.saved = None
        if self.ends in {0, 1177}:
            Path(replaced).rename(backup)
        if self.ends == 0:
            Path(replacement).rename(replaced)
        return self.ends == 0


@pytest.fixture
def files(tmp_path):
    """The old file and the new one, as an unfinished one that is known by its path."""
    old, new = (tmp_path / name for name in NAMES)
    old.write_bytes(OLD)
    new.write_bytes(NEW)
    return old, Draft(Folder(tmp_path, None), new.name, None, Identity.of(new.stat()))


def windows_swap(monkeypatch, call):
    """`swap` as Windows loads it."""
    library = type("Kernel32", (), {"ReplaceFileW": call})
    monkeypatch.setattr(ctypes, "WinDLL", lambda _name: library, raising=False)
    spec = importlib.util.spec_from_file_location("swapping_on_windows", swapping.__file__)
    module = importlib.util.module_from_spec(spec)
    with monkeypatch.context() as loading:
        loading.setattr(sys, "platform", "win32")
        spec.loader.exec_module(module)
    return module.swap


def contents(folder):
    """What lies in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    "ends", [0, 1175, 1176, 1177, 87, 5], ids=["done", "1175", "1176", "half way (1177)", "no such call here", "denied"]
)
def test_the_new_file_stands_there_in_the_end(monkeypatch, files, ends):
    """By the call, or by the plain rename; the old one is left nowhere (its dated backup is another file)."""
    old, new = files
    call = ReplaceFile(ends)
    assert windows_swap(monkeypatch, call)(new, old.name, SEEN).name == "DONE"
    ((replaced, replacement, aside, *others),) = call.given
    assert (replaced, replacement, others) == (str(old), str(old.parent / NAMES[1]), [0, None, None])
    assert Path(aside).parent == old.parent
    assert contents(old.parent) == {old.name: NEW}


@pytest.mark.parametrize("ends", [1175, 1176, 1177, 5])
def test_the_old_file_stands_there_where_nothing_helps(monkeypatch, files, ends):
    """Excel has opened it: the rename fails too, and what was half done is undone."""
    old, new = files
    swap = windows_swap(monkeypatch, ReplaceFile(ends))
    rename = Path.replace

    def refuse(path, to):
        if path.name == new.name:
            raise PermissionError(13, "sharing violation")
        return rename(path, to)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        swap(new, old.name, SEEN)
    assert contents(old.parent) == {old.name: OLD, new.name: NEW}


def test_what_windows_hands_back_is_looked_at(monkeypatch, files):
    """Saved by somebody between the last look and the call: theirs stands there again, the new one beside it."""
    old, new = files
    call = ReplaceFile(0, saved=b"orang lain")
    assert windows_swap(monkeypatch, call)(new, old.name, SEEN).name == "BACK"
    assert len(call.given) == 2
    assert contents(old.parent) == {old.name: b"orang lain", new.name: NEW}


def can_exchange(folder):
    """Whether this system and this disk can exchange two names."""
    one, other = folder / "satu", folder / "dua"
    one.write_bytes(b"1")
    other.write_bytes(b"2")
    try:
        with held(folder) as place:
            swapping.exchange(place, "satu", "dua")
    except OSError:
        return False
    finally:
        assert {one.read_bytes(), other.read_bytes()} == {b"1", b"2"}
        one.unlink()
        other.unlink()
    return True


@pytest.fixture
def exchanging(workbook):
    """The workbook, on a disk that can exchange two names."""
    if not can_exchange(workbook.parent):
        pytest.skip("this system or this disk cannot exchange two names")
    return workbook


def saves(monkeypatch, workbook, contents, *, after=False):
    """From now on the workbook is saved by others, as Excel does, at each exchange: with the next of these contents."""
    exchange, left = swapping.exchange, list(contents)

    def act():
        if left:
            (workbook.parent / "1A2B3C4D").write_bytes(left.pop(0))
            (workbook.parent / "1A2B3C4D").replace(workbook)

    def exchanged(*given):
        if not after:
            act()
        exchange(*given)
        if after:
            act()

    monkeypatch.setattr(swapping, "exchange", exchanged)


@pytest.mark.parametrize("times", [1, 2, 3, 4, 7])
def test_a_save_between_the_last_look_and_the_step_is_put_back(exchanging, monkeypatch, times):
    """Also where still newer ones come while it is put back: the last one stands there in the end, none is lost."""
    contents = [b"orang lain %d" % each for each in range(times)]
    saves(monkeypatch, exchanging, contents)
    with pytest.raises(BusyError, match="berubah sementara zi-excel bekerja; tidak ada yang ditulis"):
        refresh(exchanging)
    assert exchanging.read_bytes() == contents[-1]
    clean(exchanging, backup_dir=Path("cadangan"), keep=10)
    left = {content for content in everything(exchanging.parent).values() if content}
    assert {contents[-1]} <= left <= {OLD, *contents}
    assert not [name for name in everything(exchanging.parent) if "zi-excel" in name]


def test_a_save_right_after_the_step_is_told(exchanging, monkeypatch):
    """It is newer: it stays, and the backup of the old one too."""
    saves(monkeypatch, exchanging, [b"orang lain"], after=True)
    with pytest.raises(BusyError, match="disimpan orang lain tepat sesudah zi-excel menulisnya"):
        refresh(exchanging)
    assert exchanging.read_bytes() == b"orang lain"
    assert [path.read_bytes() for path in exchanging.parent.glob("cadangan/*")] == [OLD]


def test_a_workbook_deleted_before_the_step_stays_deleted(exchanging, monkeypatch):
    """There is nothing to exchange then."""
    exchange = swapping.exchange

    def delete(*given):
        exchanging.unlink()
        exchange(*given)

    monkeypatch.setattr(swapping, "exchange", delete)
    with pytest.raises(WorkbookError, match="tidak ada"):
        refresh(exchanging)
    assert not exchanging.exists()
    assert [path.read_bytes() for path in exchanging.parent.rglob("*.*")] == [OLD]


@pytest.mark.parametrize("become", [Path.mkdir, lambda path: path.symlink_to("/etc/passwd")], ids=["folder", "link"])
def test_what_is_no_file_is_put_back_too(exchanging, monkeypatch, become):
    """A folder or a link that took the workbook's name in that moment."""
    exchange, calls = swapping.exchange, []

    def swapped(*given):
        if not calls:
            exchanging.unlink()
            become(exchanging)
        calls.append(given)
        exchange(*given)

    monkeypatch.setattr(swapping, "exchange", swapped)
    with pytest.raises(BusyError):
        refresh(exchanging)
    assert exchanging.is_symlink() or exchanging.is_dir()
    assert not [name for name in everything(exchanging.parent) if "zi-excel" in name]


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM])
def test_where_names_cannot_be_exchanged_the_new_file_is_renamed(workbook, monkeypatch, number):
    """An old system, another disk."""

    def refuse(*_):
        raise OSError(number, "no")

    monkeypatch.setattr(swapping, "exchange", refuse)
    refresh(workbook)
    assert workbook.read_bytes() == NEW
    assert [path.read_bytes() for path in workbook.parent.rglob("*.xlsx") if path != workbook] == [OLD]


def test_a_save_that_a_killed_run_had_pushed_out_is_kept_as_a_backup(exchanging):
    """The new file stands there already, and nobody has looked at what came out: the next run does, and says so."""
    refresh(exchanging)
    left = unfinished(exchanging.parent, exchanging.name).with_suffix("")
    left = left.with_name(f"{left.name}-1.tukar")
    left.write_bytes(b"orang lain")
    (sentence,) = clean(exchanging, backup_dir=Path("cadangan"), keep=10)
    assert "disimpan orang lain tepat ketika sebuah penyegaran dimatikan" in sentence
    assert not left.exists()
    assert sorted(path.read_bytes() for path in exchanging.parent.glob("cadangan/*")) == sorted([OLD, b"orang lain"])
    left.write_bytes(OLD)
    assert clean(exchanging, backup_dir=Path("cadangan"), keep=10) == ()
    assert len([*exchanging.parent.rglob("*.*")]) == 3


@POSIX
def test_killed_in_the_moment_in_which_somebody_saved(exchanging):
    """Their save came out of the exchange and nobody has looked at it: the next run finds it, keeps it, and says so."""
    exchange = swapping.exchange

    def work():
        def saved_and_killed(*given):
            (exchanging.parent / "1A2B3C4D").write_bytes(b"orang lain")
            (exchanging.parent / "1A2B3C4D").replace(exchanging)
            exchange(*given)
            os.kill(os.getpid(), signal.SIGKILL)

        swapping.exchange = saved_and_killed
        refresh(exchanging)

    assert in_child(work) == -signal.SIGKILL
    assert exchanging.read_bytes() == NEW
    (sentence,) = clean(exchanging, backup_dir=Path("cadangan"), keep=10)
    assert "disimpan orang lain" in sentence
    assert sorted(path.read_bytes() for path in exchanging.parent.glob("cadangan/*")) == sorted([OLD, b"orang lain"])
    assert not [name for name in everything(exchanging.parent) if "zi-excel" in name]


@POSIX
def test_killed_before_or_after_the_step_leaves_nothing_to_tell(exchanging):
    """What is left is the tool's own new file, or the old one, which is in the backups."""
    exchange = swapping.exchange
    for after in (False, True):

        def work(after=after):
            def killed(*given):
                if after:
                    exchange(*given)
                os.kill(os.getpid(), signal.SIGKILL)

            swapping.exchange = killed
            refresh(exchanging)

        exchanging.write_bytes(OLD)
        assert in_child(work) == -signal.SIGKILL
        assert exchanging.read_bytes() == (NEW if after else OLD)
        assert clean(exchanging, backup_dir=Path("cadangan"), keep=10) == ()
        assert {path.read_bytes() for path in exchanging.parent.glob("cadangan/*")} == {OLD}
        assert not [name for name in everything(exchanging.parent) if "zi-excel" in name]
