"""Backups: dated, whole, never overwriting each other, kept to a number. What killed runs left goes with the next."""

import errno
import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from child_process import POSIX, open_folder
from store_calls import NEW, NOW, OLD, everything, refresh, refused, unfinished

from zi_excel.clock import JAKARTA
from zi_excel.store import backups_of, clean
from zi_excel.store.backups import Backups

CADANGAN = Path("cadangan")
MEMORY = "/dev/shm"  # noqa: S108  (a disk that Linux always has)


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


def test_nor_on_a_disk_without_hard_links(workbook, monkeypatch):
    """A USB stick: the name is looked at before it is taken."""

    def refuse(*_, **__):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    backups = [refresh(workbook, content) for content in (NEW, b"berikut")]
    assert [path.read_bytes() for path in backups] == [OLD, NEW]
    assert sorted((workbook.parent / "cadangan").iterdir()) == sorted(backups)


@pytest.mark.parametrize("inside", ["", "/simpanan"], ids=["is a file", "lies in a file"])
def test_a_folder_that_can_be_none_is_named_with_its_setting(inside, workbook):
    """The sentence says which folder, and where another one is chosen; nothing has changed."""
    (workbook.parent / "berkas").write_bytes(b"")
    said = refused(workbook, backup_dir=Path(f"berkas{inside}"))
    setting = f"Folder cadangannya '{workbook.parent / f'berkas{inside}'}'; lihat `folder` pada [cadangan]"
    assert f"'{workbook.parent / 'berkas'}' bukan folder; " in said
    assert setting in said
    assert sorted(each.name for each in workbook.parent.iterdir()) == ["berkas", "rencana aksi.xlsx"]


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


def test_of_one_second_the_last_are_kept(workbook):
    """`(10)` is later than `(9)`, whatever the alphabet says."""
    backups = [refresh(workbook, b"%d" % turn, keep=2) for turn in range(12)]
    assert sorted((workbook.parent / "cadangan").iterdir()) == sorted(backups[-2:])
    assert backups[-1].read_bytes() == b"10"


def test_the_new_backup_stays_even_if_the_clock_went_backwards(workbook):
    """It is the one that matters now; the earlier ones are counted by their names as before."""
    later = [refresh(workbook, b"%d" % day, keep=2, now=NOW.replace(day=day)) for day in (10, 11)]
    earlier = refresh(workbook, keep=2, now=NOW.replace(day=1))
    assert sorted((workbook.parent / "cadangan").iterdir()) == sorted([earlier, later[-1]])


def test_an_hour_that_the_clock_strikes_twice(workbook):
    """Where summer time ends, as nowhere in Indonesia, two backups of one name are two files."""
    backups = {refresh(workbook, b"%d" % fold, now=datetime(2025, 10, 26, 2, 30, fold=fold)) for fold in (0, 1)}  # noqa: DTZ001  (a name)
    assert len(backups) == 2
    assert {path.read_bytes() for path in backups} == {OLD, b"0"}


def test_workbooks_of_one_name_may_share_a_folder_of_backups(workbook, tmp_path):
    """None pushes out the other's."""
    shared = tmp_path / "cadangan bersama"
    other = tmp_path / "kantor lain" / workbook.name
    other.parent.mkdir()
    other.write_bytes(OLD)
    backups = [refresh(path, backup_dir=shared, keep=1) for path in (workbook, other)]
    assert len({*backups}) == 2
    assert all(path.is_file() and path.parent == shared for path in backups)


def test_workbooks_of_one_folder_share_their_backups_folder(workbook):
    """One whose name is the beginning of the other's loses none to it."""
    other = workbook.with_name("rencana aksi 2025-01-01 000000.xlsx")
    other.write_bytes(OLD)
    backups = [refresh(path, keep=1, now=NOW + timedelta(days=1)) for path in (other, workbook)]
    assert all(path.is_file() for path in backups)


def test_a_backup_keeps_the_old_files_time(workbook):
    """So that staff see of when it is; the new file's time is now."""
    os.utime(workbook, (1e9, 1e9))
    backup = refresh(workbook)
    assert backup.stat().st_mtime == 1e9
    assert workbook.stat().st_mtime > 1.6e9


def test_a_file_in_place_of_the_backups_folder(workbook):
    """Refused before the old file is touched; the sentence names what is in the way."""
    (workbook.parent / "cadangan").write_bytes(b"")
    assert f"'{workbook.parent / 'cadangan'}' bukan folder" in refused(workbook)


@POSIX
def test_a_backups_folder_that_is_a_link_to_nowhere(workbook):
    """A drive that isn't there today: no other folder is made in its stead."""
    (workbook.parent / "cadangan").symlink_to(workbook.parent / "tidak ada")
    assert f"folder '{workbook.parent / 'cadangan'}' tidak ada" in refused(workbook)


def test_folders_that_were_made_in_vain_are_gone(workbook):
    """All of them; one that was there before stays."""
    (workbook.parent / "arsip").mkdir()

    def stop():
        raise OSError(errno.EIO, "I/O error")

    refused(workbook, backup_dir=Path("arsip/2025/cadangan"), release=stop)


@pytest.mark.skipif(not os.access(MEMORY, os.W_OK), reason=f"needs a second disk at {MEMORY}")
def test_backups_on_another_disk(workbook):
    """A whole path may lead there."""
    with open_folder(MEMORY) as other:
        assert other.stat().st_dev != workbook.stat().st_dev
        backups = [
            refresh(workbook, b"%d" % day, keep=2, backup_dir=other, now=NOW.replace(day=day)) for day in (1, 2, 3)
        ]
        assert sorted(other.iterdir()) == sorted(backups[1:])
        assert [path.read_bytes() for path in backups[1:]] == [b"1", b"2"]


def test_unfinished_files_and_folders_are_removed(workbook):
    """Beside the workbook and among its backups."""
    refresh(workbook)
    before = everything(workbook.parent)
    backups = Backups.of(workbook, CADANGAN)
    unfinished(workbook.parent, workbook.name).write_bytes(b"separuh")
    unfinished(backups.folder, backups.key).write_bytes(b"separuh")
    (unfinished(workbook.parent, backups.key) / "cadangan").mkdir(parents=True)
    clean(workbook, backup_dir=CADANGAN, keep=10)
    assert everything(workbook.parent) == before


def test_what_is_another_workbooks_stays(workbook):
    """Another run may be writing it at this moment: only its own lock says whether."""
    for other in ("lain.xlsx", "rencana aksi.xlsm"):
        unfinished(workbook.parent, other).write_bytes(b"separuh")
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
    litter = {path: unfinished(shared, Backups.of(path, shared).key) for path in (workbook, other)}
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
    link = unfinished(workbook.parent, workbook.name)
    link.symlink_to(other)
    clean(workbook, backup_dir=CADANGAN, keep=1)
    assert not os.path.lexists(link)
    assert everything(other) == {"surat.txt": b"isi"}


def test_where_there_is_nothing_to_clean(workbook):
    """No folder is made for it."""
    clean(workbook, backup_dir=Path("arsip/2025"), keep=1)
    assert everything(workbook.parent) == {workbook.name: OLD}


def ahead(workbook, days=365, times=10):
    """Refreshes with a clock that is ahead: of the file system too where it is given."""
    return [refresh(workbook, b"%d" % turn, now=REAL + timedelta(days=days + turn)) for turn in range(times)]


REAL = datetime.now(JAKARTA) - timedelta(minutes=10)


def test_after_a_wrong_clock_the_last_made_are_kept(workbook):
    """Ten runs of a computer that was a year ahead; then ten right ones, none of which pushes out another."""
    wrong = ahead(workbook)
    right = [refresh(workbook, b"benar %d" % turn, now=REAL + timedelta(seconds=turn)) for turn in range(10)]
    left = sorted((workbook.parent / "cadangan").iterdir())
    assert left == sorted(right)
    assert not any(path.exists() for path in wrong)


def test_also_where_the_file_system_had_that_clock(workbook, monkeypatch):
    """Then the number in the name tells."""
    monkeypatch.setattr("zi_excel.store.backups._made", lambda _state: "9999")
    with monkeypatch.context() as wrong:
        wrong.setattr("zi_excel.store.backups._here_and_now", lambda: "9999")
        ahead(workbook)
    right = [refresh(workbook, b"benar %d" % turn, now=REAL + timedelta(seconds=turn)) for turn in range(10)]
    assert sorted((workbook.parent / "cadangan").iterdir()) == sorted(right)
    assert all(path.name.endswith(" (2).xlsx") for path in right)


def test_the_last_made_comes_first_in_the_list(workbook):
    """Whatever its name says of the time."""
    ahead(workbook, times=2)
    last = refresh(workbook, b"benar", now=REAL)
    _, listed = backups_of(workbook, CADANGAN)
    assert listed[0].path == last


def test_names_in_the_future_are_told(workbook):
    """With the first of them, and that there is nothing to do."""
    ahead(workbook, times=2)
    refresh(workbook, b"benar", now=REAL)
    (sentence,) = clean(workbook, backup_dir=CADANGAN, keep=10)
    assert "2 cadangan di" in sentence
    assert "bernama waktu yang belum tiba" in sentence


def test_a_folder_within_thousands_of_others(workbook):
    """Refused in one sentence, nothing is left, and the next refresh works."""
    said = refused(workbook, backup_dir=Path("a/" * 3000))
    assert "terlalu dalam (3000 tingkat belum ada)" in said or "namanya terlalu panjang" in said
    assert len(said) < 700
    refresh(workbook)
