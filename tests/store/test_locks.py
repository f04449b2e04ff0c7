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


@pytest.fixture(params=["by a file beside it", "by itself", "by a file in the temporary folder"])
def kind(request, monkeypatch, tmp_path):
    """How the workbook is locked; the second where its folder may not be written to, the last on Windows."""
    temporary = tmp_path / "temp"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    if request.param != "by a file beside it":
        monkeypatch.setattr(locks, "_hold_beside", lambda *_: False)
    if request.param == "by a file in the temporary folder":
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


def test_nothing_is_left_anywhere(workbook, kind):
    """Neither beside the workbook nor in the temporary folder."""
    with lock(workbook):
        beside = [name for name in everything(workbook.parent) if name != workbook.name]
        assert [Path(name).suffix for name in beside] == ([".kunci"] if kind == "by a file beside it" else [])
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


def reader_holds(path):
    """A process of an ordinary user that may only read a file, and locks it as it can: its id."""
    mine, its = os.pipe()

    def work():
        become_ordinary()
        handle = os.open(path, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_EX)
        os.write(its, b"x")
        signal.pause()

    pid = start(work)
    os.close(its)
    assert os.read(mine, 1) == b"x"
    os.close(mine)
    return pid


@pytest.mark.skipif(os.geteuid() != 0, reason="needs a second user: only root can become one")
def test_who_may_only_read_keeps_nobody_away():
    """Neither by the workbook itself, nor by the hidden file, which they can't open while a run holds it."""
    with open_folder() as folder:
        folder.chmod(0o755)
        workbook = folder / "buku.xlsx"
        workbook.write_bytes(OLD)
        pid = reader_holds(workbook)
        try:
            with lock(workbook):
                (sign,) = folder.glob(".*.kunci")

                def work():
                    with pytest.raises(PermissionError):
                        os.open(sign, os.O_RDONLY)

                assert as_ordinary_user(work) == 0
            assert everything(folder) == {"buku.xlsx": OLD}
        finally:
            os.kill(pid, signal.SIGKILL)
            ended(pid)


@pytest.mark.parametrize(("of_folder", "of_sign"), [(0o755, 0o600), (0o775, 0o660), (0o777, 0o666), (0o1777, 0o666)])
def test_the_hidden_file_is_for_those_who_may_write_in_the_folder(workbook, of_folder, of_sign):
    """One that a killed run left can be taken over by them."""
    workbook.parent.chmod(of_folder)
    with lock(workbook):
        (sign,) = workbook.parent.glob(".*.kunci")
        assert sign.stat().st_mode & 0o777 == of_sign


@pytest.mark.skipif(os.geteuid() != 0, reason="needs a second user: only root can become one")
def test_a_hidden_file_that_may_not_be_opened_is_named():
    """Left by another user's killed run, in a folder that says nothing of groups: which one to delete."""
    with open_folder() as folder:
        workbook = folder / "buku.xlsx"
        workbook.write_bytes(OLD)
        pid = holding(workbook)
        (sign,) = folder.glob(".*.kunci")
        os.kill(pid, signal.SIGKILL)
        ended(pid)
        sign.chmod(0o600)

        def work():
            with pytest.raises(WorkbookError, match=f"hapus '{sign}'"), lock(workbook):
                pass

        assert as_ordinary_user(work) == 0
        with lock(workbook):
            pass
        assert everything(folder) == {"buku.xlsx": OLD}


@pytest.mark.parametrize(
    "put", [os.mkfifo, lambda path: path.symlink_to("/etc/hostname"), Path.touch], ids=["pipe", "link", "file"]
)
def test_what_somebody_put_in_the_hidden_files_place(workbook, put):
    """Is taken away, and not followed."""
    with lock(workbook):
        (sign,) = workbook.parent.glob(".*.kunci")
    put(sign)
    with lock(workbook):
        assert sign.is_file()
        assert not sign.is_symlink()
    assert everything(workbook.parent) == {workbook.name: OLD}


def test_the_hidden_file_may_lie_in_another_folder(workbook, tmp_path):
    """That of the run's result file, where the settings' may not be written to."""
    other = tmp_path / "lain"
    other.mkdir()
    with lock(workbook, within=other):
        assert everything(workbook.parent) == {workbook.name: OLD}
        assert [path.suffix for path in other.iterdir()] == [".kunci"]
        with pytest.raises(WorkbookError, match="sedang dikerjakan"), lock(workbook, within=other):
            pass
    assert not list(other.iterdir())


@pytest.fixture
def by_itself(monkeypatch):
    """As where the workbook's folder may not be written to."""
    monkeypatch.setattr(locks, "_hold_beside", lambda *_: False)


@pytest.mark.usefixtures("by_itself")
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


@pytest.mark.usefixtures("by_itself")
def test_a_workbook_that_is_replaced_all_the_time(workbook, monkeypatch):
    """Refused at last; no endless loop."""
    monkeypatch.setattr(locks, "_is_at", lambda *_: False)
    refused_lock(workbook)


@pytest.mark.usefixtures("by_itself")
def test_a_run_that_comes_after_the_replacing_has_the_new_file(workbook):
    """The first one has only its old backups to count by then."""
    with lock(workbook):
        refresh(workbook)
        with lock(workbook):
            assert workbook.read_bytes() == NEW


@pytest.mark.usefixtures("by_itself")
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


@pytest.mark.usefixtures("by_itself")
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


@pytest.mark.usefixtures("by_itself")
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
