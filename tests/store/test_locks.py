"""Another zi-excel at work on the same workbook, of the same user or of another."""

import errno
import os
import signal
import tempfile
from pathlib import Path

import pytest
from child_process import as_ordinary_user, become_ordinary, ended, in_child, open_folder, start
from store_calls import NEW, OLD, everything, refresh

from zi_excel.errors import WorkbookError
from zi_excel.store import lock, locks

fcntl = pytest.importorskip("fcntl", reason="needs POSIX locks and processes: on Windows the lock is not tested")


@pytest.fixture(params=["by itself", "by a file in the temporary folder"])
def kind(request, monkeypatch, tmp_path):
    """How the workbook is locked; the latter on disks without locks, and on Windows."""
    temporary = tmp_path / "temp"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    if request.param != "by itself":
        monkeypatch.setattr(locks, "_hold_workbook", lambda _: None)
    return request.param


def refused_lock(path):
    """Somebody else has it: one sentence that names the workbook."""
    with pytest.raises(WorkbookError, match="sedang dikerjakan zi-excel lain") as failure, lock(path):
        pass
    assert str(path) in str(failure.value)


def holding(path, *, ordinary=False):
    """A process that holds the workbook's lock until it is killed: its id, when it has it."""
    mine, its = os.pipe()

    def work():
        if ordinary:
            become_ordinary()
        with lock(path):
            os.write(its, b"x")
            signal.pause()

    pid = start(work)
    os.close(its)
    assert os.read(mine, 1) == b"x"
    os.close(mine)
    return pid


@pytest.mark.usefixtures("kind")
def test_a_second_zi_excel_is_kept_away(workbook):
    """And comes in when the first is done; another workbook is not concerned."""
    other = workbook.with_name("lain.xlsx")
    other.write_bytes(OLD)
    with lock(workbook):
        refused_lock(workbook)
        with lock(other):
            pass
    with lock(workbook):
        pass


@pytest.mark.usefixtures("kind")
def test_the_same_workbook_by_another_name_is_the_same(workbook, tmp_path, monkeypatch):
    """A relative path, a link."""
    link = tmp_path / "pintasan.xlsx"
    link.symlink_to(workbook)
    monkeypatch.chdir(workbook.parent)
    with lock(workbook):
        refused_lock(link)
        refused_lock(Path(workbook.name))


@pytest.mark.usefixtures("kind")
def test_a_killed_process_leaves_no_lock(workbook):
    """The operating system's lock ends with its process."""
    pid = holding(workbook)
    refused_lock(workbook)
    os.kill(pid, signal.SIGKILL)
    assert ended(pid) == -signal.SIGKILL
    with lock(workbook):
        pass
    assert list(Path(tempfile.gettempdir()).iterdir()) == []


@pytest.mark.usefixtures("kind")
def test_nothing_is_left_anywhere(workbook):
    """Neither beside the workbook nor in the temporary folder."""
    with lock(workbook):
        assert everything(workbook.parent) == {workbook.name: OLD}
    assert list(Path(tempfile.gettempdir()).iterdir()) == []


@pytest.mark.parametrize("ordinary_first", [True, False])
def test_another_users_zi_excel_is_seen(ordinary_first):
    """Two users at one workbook: whoever comes second is refused (where root runs the tests: root and nobody)."""
    with open_folder() as folder:
        workbook = folder / "buku.xlsx"
        workbook.write_bytes(OLD)
        workbook.chmod(0o644)
        pid = holding(workbook, ordinary=ordinary_first)
        try:
            if ordinary_first:
                refused_lock(workbook)
            else:
                assert as_ordinary_user(lambda: refused_lock(workbook)) == 0
        finally:
            os.kill(pid, signal.SIGKILL)
            ended(pid)
        with lock(workbook):
            pass
        assert as_ordinary_user(lambda: lock(workbook).__enter__()) == 0
        assert everything(folder) == {"buku.xlsx": OLD}


def test_the_lock_is_of_the_file_that_stands_there_now(workbook, monkeypatch):
    """Replaced by another run between opening and locking: the new file is locked, not the one that is gone."""
    flock, left = fcntl.flock, [2]

    def replaced_before(handle, how):
        if left[0]:
            left[0] -= 1
            refresh(workbook)
        flock(handle, how)

    monkeypatch.setattr(fcntl, "flock", replaced_before)
    with lock(workbook):
        assert left == [0]
        assert in_child(lambda: refused_lock(workbook)) == 0


def test_a_workbook_that_is_replaced_all_the_time(workbook, monkeypatch):
    """Refused at last; no endless loop."""
    monkeypatch.setattr(locks, "_is_at", lambda *_: False)
    refused_lock(workbook)


def test_a_run_that_comes_after_the_replacing_has_the_new_file(workbook):
    """The first one has only its old backups to count by then."""
    with lock(workbook):
        refresh(workbook)
        with lock(workbook):
            assert workbook.read_bytes() == NEW


def test_over_nfs_only_a_file_that_was_opened_for_writing_can_be_locked(workbook, monkeypatch):
    """Then it is opened so."""
    flock, used = fcntl.flock, []

    def as_over_nfs(handle, how):
        used.append(fcntl.fcntl(handle, fcntl.F_GETFL) & os.O_ACCMODE)
        if used[-1] == os.O_RDONLY:
            raise OSError(errno.EBADF, "Bad file descriptor")
        flock(handle, how)

    monkeypatch.setattr(fcntl, "flock", as_over_nfs)
    with lock(workbook):
        refused_lock(workbook)
    assert used[:2] == [os.O_RDONLY, os.O_RDWR]


def test_on_an_smb_share_a_lock_would_keep_out_ourselves(workbook, monkeypatch, tmp_path):
    """So it is let go, and the file in the temporary folder does instead."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(locks, "_can_be_read", lambda _: False)
    with lock(workbook):
        assert [path.suffix for path in tmp_path.iterdir() if path.is_file()] == [".lock"]
        handle = os.open(workbook, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.close(handle)
        refused_lock(workbook)


def test_a_temporary_folder_that_is_no_more(workbook, monkeypatch, tmp_path):
    """Where it is needed, the sentence names it."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tidak ada"))
    monkeypatch.setattr(locks, "_hold_workbook", lambda _: None)
    with pytest.raises(WorkbookError, match=r"berkas kunci '.*tidak ada.*periksa folder itu"), lock(workbook):
        pass


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, str], ids=["folder", "pipe", "missing"])
def test_what_can_be_no_workbook_is_for_the_reader_to_tell(tmp_path, make):
    """No waiting, no error, and nothing made."""
    path = tmp_path / "buku.xlsx"
    make(path)
    before = everything(tmp_path)
    with lock(path):
        assert everything(tmp_path) == before
