"""What killed runs left is gone after the next one, and nothing else is."""

import os
from pathlib import Path

import pytest
from child_process import POSIX
from store_calls import NOW, OLD, everything, refresh

from zi_excel.store import clean
from zi_excel.store.backups import Backups
from zi_excel.store.writing import scratch_name

CADANGAN = Path("cadangan")


def test_unfinished_files_and_folders_are_removed(workbook):
    """Beside the workbook and among its backups."""
    refresh(workbook)
    before = everything(workbook.parent)
    backups = Backups.of(workbook, CADANGAN)
    scratch_name(workbook.parent, workbook.name).write_bytes(b"separuh")
    scratch_name(backups.folder, backups.key).write_bytes(b"separuh")
    (scratch_name(workbook.parent, backups.key) / "cadangan").mkdir(parents=True)
    clean(workbook, backup_dir=CADANGAN, keep=10)
    assert everything(workbook.parent) == before


def test_what_is_another_workbooks_stays(workbook):
    """Another run may be writing it at this moment: only its own lock says whether."""
    for other in ("lain.xlsx", "rencana aksi.xlsm"):
        scratch_name(workbook.parent, other).write_bytes(b"separuh")
    for name in ("~$rencana aksi.xlsx", ".~lock.rencana aksi.xlsx#", ".~zi-excel-catatan.tmp", "lain.tmp"):
        (workbook.parent / name).write_bytes(b"")
    before = everything(workbook.parent)
    clean(workbook, backup_dir=CADANGAN, keep=10)
    assert everything(workbook.parent) == before


def test_in_a_shared_folder_of_backups_too(workbook, tmp_path):
    """Workbooks of one name may share it."""
    other = tmp_path / "kantor lain" / workbook.name
    other.parent.mkdir()
    other.write_bytes(OLD)
    shared = tmp_path / "cadangan bersama"
    shared.mkdir()
    litter = {path: scratch_name(shared, Backups.of(path, shared).key) for path in (workbook, other)}
    for path in litter.values():
        path.write_bytes(b"separuh")
    clean(workbook, backup_dir=shared, keep=1)
    assert list(shared.iterdir()) == [litter[other]]


def test_backups_beyond_the_number_are_removed(workbook):
    """A run that was killed between its replacing and its counting left one more."""
    backups = [refresh(workbook, b"%d" % day, now=NOW.replace(day=day)) for day in range(1, 5)]
    clean(workbook, backup_dir=CADANGAN, keep=2)
    assert sorted((workbook.parent / CADANGAN).iterdir()) == sorted(backups[-2:])


@pytest.mark.parametrize("keep", [0, -5])
def test_never_all_of_them(workbook, keep):
    """Whatever number is wanted, the last one stays."""
    backup = refresh(workbook)
    clean(workbook, backup_dir=CADANGAN, keep=keep)
    assert backup.exists()


@POSIX
def test_links_are_not_followed(workbook, tmp_path):
    """Nothing outside is removed."""
    other = tmp_path / "penting"
    other.mkdir()
    (other / "surat.txt").write_bytes(b"isi")
    link = scratch_name(workbook.parent, workbook.name)
    link.symlink_to(other)
    clean(workbook, backup_dir=CADANGAN, keep=1)
    assert not os.path.lexists(link)
    assert everything(other) == {"surat.txt": b"isi"}


def test_where_there_is_nothing_to_clean(workbook):
    """No folder is made for it."""
    clean(workbook, backup_dir=Path("arsip/2025"), keep=1)
    assert everything(workbook.parent) == {workbook.name: OLD}
