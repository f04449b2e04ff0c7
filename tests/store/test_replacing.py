"""Replacement: whole or not at all, backed up, and nothing left behind (contract, section 8)."""

import errno
import os
import shutil
import stat
import sys
import tempfile
from datetime import datetime
from pathlib import Path

import pytest

from zi_excel.errors import WorkbookError
from zi_excel.store import fingerprint, replace, replacing

NOW = datetime(2025, 11, 20, 9, 30, 15)  # noqa: DTZ001  (a name for a file: which zone it is doesn't matter)
OLD, NEW = b"lama" * 1000, b"baru" * 1500
POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX rights and processes")


@pytest.fixture
def workbook(tmp_path):
    """A file that stands for a workbook, alone in its folder."""
    folder = tmp_path / "folder kerja"
    folder.mkdir()
    path = folder / "rencana aksi.xlsx"
    path.write_bytes(OLD)
    return path


def refresh(path, content=NEW, **changed):
    """One replacement with the usual arguments."""
    seen = changed.pop("seen", None) or fingerprint(path)
    write = changed.pop("write", None) or (lambda out: out.write(content))
    usual = {"verify": lambda _: None, "backup_dir": Path("cadangan"), "keep": 10, "now": NOW}
    return replace(path, write, seen=seen, **usual | changed)


def everything(folder):
    """Every file below a folder, with its content."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(path, **changed):
    """A replacement that fails: one sentence, and the folder is as it was."""
    before = everything(path.parent), sorted(path.parent.rglob("*"))
    with pytest.raises(WorkbookError) as failure:
        refresh(path, **changed)
    assert (everything(path.parent), sorted(path.parent.rglob("*"))) == before
    assert str(path) in str(failure.value)
    assert "\n" not in str(failure.value)
    return str(failure.value)


def test_the_new_file_stands_there_and_the_old_one_beside_it(workbook):
    """And nothing else."""
    backup = refresh(workbook)
    assert everything(workbook.parent) == {
        "rencana aksi.xlsx": NEW,
        str(Path("cadangan", "rencana aksi 2025-11-20 093015.xlsx")): OLD,
    }
    assert backup.read_bytes() == OLD


def test_the_new_file_is_checked_before_it_counts(workbook):
    """What is verified is the finished file beside the old one, under a name that nobody takes for a workbook."""

    def verify(new):
        assert new.read_bytes() == NEW
        assert new.parent == workbook.parent
        assert new.suffix == ".tmp"
        assert workbook.read_bytes() == OLD
        raise WorkbookError(f"'{workbook}' tidak lolos pemeriksaan.")

    assert "tidak lolos" in refused(workbook, verify=verify)


def test_the_old_file_is_released_before_it_is_replaced(workbook):
    """Windows can't replace a file that is held open."""
    seen = []
    refresh(workbook, release=lambda: seen.append(workbook.read_bytes()))
    assert seen == [OLD]


@pytest.mark.parametrize("moment", ["write", "verify", "release"])
def test_what_somebody_else_wrote_meanwhile_stays(workbook, moment):
    """Nothing is written, whenever it happened after the reading."""
    other = b"orang lain"
    seen = fingerprint(workbook)

    def save(*_):
        workbook.write_bytes(other)

    calls = {
        "write": {"write": lambda out: (out.write(NEW), save())},
        "verify": {"verify": save},
        "release": {"release": save},
    }[moment]
    with pytest.raises(WorkbookError, match="berubah sementara zi-excel bekerja"):
        refresh(workbook, seen=seen, **calls)
    assert everything(workbook.parent) == {workbook.name: other}


def test_a_file_that_was_merely_touched_is_still_the_one_that_was_read(workbook):
    """A virus scanner or a synchroniser changes times, not contents."""
    seen = fingerprint(workbook)
    os.utime(workbook, (1, 1))
    refresh(workbook, seen=seen)
    assert workbook.read_bytes() == NEW


def test_backups_never_overwrite_each_other(workbook):
    """Two of the same second."""
    first = refresh(workbook)
    second = refresh(workbook, OLD)
    third = refresh(workbook)
    assert [path.name for path in (first, second, third)] == [
        "rencana aksi 2025-11-20 093015.xlsx",
        "rencana aksi 2025-11-20 093015 (2).xlsx",
        "rencana aksi 2025-11-20 093015 (3).xlsx",
    ]
    assert [path.read_bytes() for path in (first, second, third)] == [OLD, NEW, OLD]


def test_backups_are_kept_to_a_number(workbook):
    """The newest by the time in their names; other files of that folder are nobody's business."""
    folder = workbook.parent / "cadangan"
    folder.mkdir()
    others = [
        "rencana aksi lain 2020-01-01 000000.xlsx",
        "rencana aksi 2020-01-01 000000.xlsm",
        "rencana aksi 2020-01-01.xlsx",
        "catatan.txt",
    ]
    for name in others:
        (folder / name).write_bytes(b"")
    backups = [refresh(workbook, b"%d" % day, keep=3, now=NOW.replace(day=day)) for day in range(1, 8)]
    assert sorted(path.name for path in folder.iterdir()) == sorted([*others, *(path.name for path in backups[-3:])])


def test_the_new_backup_stays_even_if_the_clock_went_backwards(workbook):
    """It is the one that matters now."""
    later = [refresh(workbook, b"%d" % day, keep=2, now=NOW.replace(day=day)) for day in (10, 11)]
    earlier = refresh(workbook, keep=2, now=NOW.replace(day=1))
    assert sorted((workbook.parent / "cadangan").iterdir()) == sorted([earlier, later[-1]])


def test_workbooks_of_one_name_may_share_a_folder_of_backups(workbook, tmp_path):
    """None pushes out the other's."""
    shared = tmp_path / "cadangan bersama"
    other = tmp_path / "kantor lain" / workbook.name
    other.parent.mkdir()
    other.write_bytes(OLD)
    backups = [refresh(path, backup_dir=shared, keep=1) for path in (workbook, other)]
    assert len({*backups}) == 2
    assert all(path.is_file() and path.parent == shared for path in backups)


@pytest.mark.parametrize("letter", ["x", "é"])
def test_a_workbook_with_the_longest_name(tmp_path, letter):
    """Its backup has a shorter one, of its own."""
    stem = letter * (250 // len(letter.encode()))
    path = tmp_path / f"{stem}.xlsx"
    path.write_bytes(OLD)
    backups = {refresh(path, b"%d" % day, keep=2, now=NOW.replace(day=day)) for day in (1, 2, 3)}
    assert len(backups) == 3
    assert len(list((tmp_path / "cadangan").iterdir())) == 2


def test_a_backup_keeps_the_old_files_time(workbook):
    """So that staff see of when it is; the new file's time is now."""
    os.utime(workbook, (1e9, 1e9))
    backup = refresh(workbook)
    assert backup.stat().st_mtime == 1e9
    assert workbook.stat().st_mtime > 1.6e9


def test_a_link_stays_and_its_target_is_replaced(workbook, tmp_path):
    """The backup lies at the target."""
    link = tmp_path / "pintasan.xlsx"
    link.symlink_to(workbook)
    backup = refresh(link)
    assert link.is_symlink()
    assert workbook.read_bytes() == NEW
    assert backup.parent == workbook.parent / "cadangan"


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o200])
def test_the_mode_stays(workbook, mode):
    """Who could read and write it can do so afterwards, and nobody else; of the backup too."""
    seen = fingerprint(workbook)
    if mode == 0o200 and os.geteuid() != 0:
        pytest.skip("only root can read it")
    workbook.chmod(mode)
    backup = refresh(workbook, seen=seen)
    assert stat.S_IMODE(workbook.stat().st_mode) == stat.S_IMODE(backup.stat().st_mode) == mode


@POSIX
@pytest.mark.parametrize(("mode", "of_folder"), [(0o600, 0o700), (0o640, 0o750), (0o664, 0o775)])
def test_the_backups_folder_is_as_open_as_the_workbook(workbook, mode, of_folder):
    """Nobody reads in the backups what they may not read in the workbook; a folder that was there stays as it is."""
    workbook.chmod(mode)
    folder = refresh(workbook).parent
    assert stat.S_IMODE(folder.stat().st_mode) == of_folder
    folder.chmod(0o711)
    refresh(workbook)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o711


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away")
def test_the_owner_stays_where_permitted(workbook):
    """A service that refreshes as root leaves the file to its owner, with the backup and the folders made for it."""
    os.chown(workbook, 1234, 2345)
    backup = refresh(workbook, backup_dir=Path("arsip/cadangan"))
    for each in (workbook, backup, backup.parent, backup.parent.parent):
        assert (each.stat().st_uid, each.stat().st_gid) == (1234, 2345), each


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="Linux only")
def test_extended_attributes_stay(workbook):
    """Tags that a file manager or a server put there."""
    try:
        os.setxattr(workbook, "user.tag", b"penting")
    except OSError:
        pytest.skip("this disk has none")
    refresh(workbook)
    assert os.getxattr(workbook, "user.tag") == b"penting"


def test_a_file_marked_read_only_is_respected(workbook):
    """Somebody marked it on purpose."""
    workbook.chmod(0o444)
    assert "hanya boleh dibaca" in refused(workbook)


def test_a_file_in_place_of_the_backups_folder(workbook):
    """Refused before the old file is touched."""
    (workbook.parent / "cadangan").write_bytes(b"")
    refused(workbook)


def test_a_missing_workbook(workbook):
    """Gone since it was read."""
    seen = fingerprint(workbook)
    workbook.unlink()
    assert "tidak ada" in refused(workbook, seen=seen)
    with pytest.raises(WorkbookError, match="tidak ada"):
        fingerprint(workbook)
    with pytest.raises(WorkbookError, match="tidak dapat dibaca"):
        fingerprint(workbook.parent)


@pytest.mark.parametrize("moment", ["new", "backup"])
def test_a_full_disk(workbook, monkeypatch, moment):
    """While the new file is written, or while the backup is made."""
    calls = []
    fsync = os.fsync

    def full(handle):
        calls.append(handle)
        if len(calls) == (1 if moment == "new" else 2):
            raise OSError(errno.ENOSPC, "No space left on device")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", full)
    assert "penuh" in refused(workbook)


@pytest.mark.parametrize("failure", [PermissionError(errno.EACCES, "denied"), OSError(errno.EIO, "I/O error")])
def test_a_system_that_refuses_the_replacement(workbook, monkeypatch, failure):
    """As Windows does where Excel opened the file meanwhile: the backup just made goes too."""

    def swap(_new, _old):
        raise failure

    monkeypatch.setattr(replacing, "swap", swap)
    refused(workbook)


def test_an_interrupted_run_cleans_up(workbook):
    """Ctrl-C is no WorkbookError, but leaves nothing either."""

    def interrupt(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        refresh(workbook, verify=interrupt)
    assert everything(workbook.parent) == {workbook.name: OLD}


def in_child(work):
    """Runs `work` in a forked process; its exit code, 99 where it ended by an exception."""
    pid = os.fork()
    if pid == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001  (whatever it was: a child must never come back into pytest)
            os._exit(99)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


@POSIX
@pytest.mark.filterwarnings("ignore:This process.*multi-threaded:DeprecationWarning")
def test_a_folder_that_may_not_be_written_to():
    """As an ordinary user: refused with the folder's name, nothing left behind."""
    folder = Path(tempfile.mkdtemp(prefix="zi-excel-test-"))
    workbook = folder / "buku.xlsx"
    workbook.write_bytes(OLD)
    workbook.chmod(0o666)
    folder.chmod(0o555)

    def work():
        if os.geteuid() == 0:
            os.setuid(65534)
        said = refused(workbook)
        assert f"izin menulis di folder '{folder}'" in said

    try:
        assert in_child(work) == 0
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


@POSIX
@pytest.mark.filterwarnings("ignore:This process.*multi-threaded:DeprecationWarning")
def test_killed_at_any_step_the_file_is_whole_and_the_next_run_cleans_up(tmp_path):
    """The process dies at the n-th thing that it asks of the system, for every n: old or new, whole, and no litter."""

    def attempt(workbook, fatal):
        steps = 0

        def count(event, _):
            nonlocal steps
            if event.startswith(("open", "os.", "shutil.", "tempfile.", "fcntl.")):
                steps += 1
                if steps == fatal:
                    os._exit(77)

        sys.addaudithook(count)
        refresh(workbook, keep=2)

    killed = 0
    for fatal in range(1, 500):
        folder = tmp_path / str(fatal)
        folder.mkdir()
        workbook = folder / "buku.xlsx"
        workbook.write_bytes(OLD)
        code = in_child(lambda workbook=workbook, fatal=fatal: attempt(workbook, fatal))
        assert workbook.read_bytes() in (OLD, NEW)
        for backup in (folder / "cadangan").glob("*.xlsx"):
            assert backup.read_bytes() == OLD
        refresh(workbook, b"berikut", keep=2, now=NOW.replace(day=21))
        names = [path.name for path in folder.rglob("*") if path.is_file()]
        assert not [name for name in names if name.startswith(".~")], fatal
        assert workbook.read_bytes() == b"berikut"
        if code == 0:
            break
        assert code == 77
        killed += 1
    assert killed > 20


@POSIX
def test_the_unfinished_file_of_a_living_process_is_left_alone(workbook):
    """Another user's zi-excel may be at the same workbook."""

    def verify(new):
        refresh(workbook)  # meanwhile, another one
        assert new.exists()

    with pytest.raises(WorkbookError, match="berubah"):
        refresh(workbook, b"kalah", verify=verify)
    assert workbook.read_bytes() == NEW
