"""Owner, mode, attributes and access lists stay; what may not be written to is left alone, as an ordinary user too."""

import os
import stat
import struct
from pathlib import Path

import pytest
from child_process import NOBODY, POSIX, as_ordinary_user, open_folder
from store_calls import NEW, OLD, refresh, refused

from zi_excel.errors import WorkbookError
from zi_excel.store import clean, fingerprint, lock

ROOT = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away")
ACCESS, DEFAULT = "system.posix_acl_access", "system.posix_acl_default"


def access_list(named_user: int, rights: int) -> bytes:
    """An access list as Linux keeps it: owner rw, one named user, group r, mask rw, others nothing."""
    none = 0xFFFFFFFF
    entries = [(0x01, 6, none), (0x02, rights, named_user), (0x04, 4, none), (0x10, 6, none), (0x20, 0, none)]
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)


def give(path, name, value):
    """Sets an extended attribute, or skips the test on a disk that has none."""
    if not hasattr(os, "setxattr"):
        pytest.skip("this system has no extended attributes as Linux has")
    try:
        os.setxattr(path, name, value)
    except OSError:
        pytest.skip("this disk has no such attributes")


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o666, 0o755])
def test_the_mode_stays(workbook, mode):
    """Who could read and write it can do so afterwards, and nobody else; of the backup too."""
    workbook.chmod(mode)
    backup = refresh(workbook)
    assert stat.S_IMODE(workbook.stat().st_mode) == stat.S_IMODE(backup.stat().st_mode) == mode


@POSIX
def test_unfinished_files_are_their_owners_alone(workbook):
    """What only one person may read, nobody reads in the moment before it has its rights."""
    old_mask = os.umask(0)
    modes = []
    try:
        refresh(workbook, verify=lambda new: modes.append(stat.S_IMODE(new.stat().st_mode)))
    finally:
        os.umask(old_mask)
    assert modes == [0o600]


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


@ROOT
def test_the_owner_stays_where_permitted(workbook):
    """A service that refreshes as root leaves the file to its owner, with the backup and the folders made for it."""
    os.chown(workbook, 1234, 2345)
    backup = refresh(workbook, backup_dir=Path("arsip/cadangan"))
    for each in (workbook, backup, backup.parent, backup.parent.parent):
        assert (each.stat().st_uid, each.stat().st_gid) == (1234, 2345), each


@ROOT
def test_a_colleague_may_refresh_what_they_may_write():
    """Theirs afterwards, as after a save by Excel, but with its old mode: nobody loses what they could."""
    with open_folder() as folder:
        workbook = folder / "buku.xlsx"
        workbook.write_bytes(OLD)
        workbook.chmod(0o666)
        assert as_ordinary_user(lambda: refresh(workbook)) == 0
        assert (workbook.read_bytes(), workbook.stat().st_uid) == (NEW, NOBODY)
        assert stat.S_IMODE(workbook.stat().st_mode) == 0o666


def test_extended_attributes_stay(workbook):
    """Tags that a file manager or a server put there."""
    give(workbook, "user.tag", b"penting")
    backup = refresh(workbook)
    assert os.getxattr(workbook, "user.tag") == os.getxattr(backup, "user.tag") == b"penting"


def test_an_access_list_stays(workbook):
    """As `setfacl` sets it; the mode with it."""
    give(workbook, ACCESS, access_list(1234, 6))
    mode = workbook.stat().st_mode
    backup = refresh(workbook)
    assert os.getxattr(workbook, ACCESS) == os.getxattr(backup, ACCESS) == access_list(1234, 6)
    assert workbook.stat().st_mode == mode


def test_a_folders_access_list_adds_nobody(workbook):
    """Files made in such a folder inherit its list; a workbook that has none must have none afterwards."""
    give(workbook.parent, DEFAULT, access_list(1234, 6))
    workbook.chmod(0o660)
    assert ACCESS not in os.listxattr(workbook)
    backup = refresh(workbook)
    assert ACCESS not in os.listxattr(workbook)
    assert ACCESS not in os.listxattr(backup)


@POSIX
def test_an_attribute_that_may_not_be_set_costs_no_mode(workbook, monkeypatch):
    """As some servers refuse them: the mode stays all the same."""
    if not hasattr(os, "setxattr"):
        pytest.skip("this system has no extended attributes as Linux has")
    give(workbook, "user.tag", b"penting")
    workbook.chmod(0o664)

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "setxattr", refuse)
    refresh(workbook)
    assert stat.S_IMODE(workbook.stat().st_mode) == 0o664


def test_a_file_marked_read_only_is_respected(workbook):
    """Somebody marked it on purpose; root is no exception."""
    workbook.chmod(0o444)
    assert "hanya boleh dibaca" in refused(workbook)


@POSIX
def test_a_file_that_this_user_may_not_write_to():
    """Though the folder would allow to replace it: who may only read it does not replace it."""
    with open_folder() as folder:
        workbook = folder / "buku.xlsx"
        workbook.write_bytes(OLD)
        workbook.chmod(0o444 if os.geteuid() != 0 else 0o644)

        def work():
            assert "hanya boleh dibaca" in refused(workbook)

        assert as_ordinary_user(work) == 0


@POSIX
def test_a_folder_that_may_not_be_written_to():
    """As an ordinary user: refused with the folder's name, nothing left behind."""
    with open_folder() as folder:
        workbook = folder / "buku.xlsx"
        workbook.write_bytes(OLD)
        workbook.chmod(0o666)
        folder.chmod(0o555)

        def work():
            assert f"izin menulis di folder '{folder}'" in refused(workbook)
            with lock(workbook):
                clean(workbook, backup_dir=Path("cadangan"), keep=1)

        assert as_ordinary_user(work) == 0


@POSIX
def test_a_backups_folder_that_may_not_be_written_to():
    """The sentence names that folder, not the workbook's."""
    with open_folder() as folder:
        workbook = folder / "buku.xlsx"
        workbook.write_bytes(OLD)
        workbook.chmod(0o666)
        (folder / "cadangan").mkdir(mode=0o555)

        def work():
            assert f"izin menulis di folder '{folder / 'cadangan'}'" in refused(workbook)

        assert as_ordinary_user(work) == 0


@POSIX
def test_a_file_that_may_not_be_read():
    """Said so; taking its lock is no error of its own."""
    with open_folder() as folder:
        workbook = folder / "buku.xlsx"
        workbook.write_bytes(OLD)
        workbook.chmod(0o000)

        def work():
            with lock(workbook), pytest.raises(WorkbookError, match="tidak ada izin"):
                fingerprint(workbook)

        assert as_ordinary_user(work) == 0
        assert list(folder.iterdir()) == [workbook]
