"""Where the system has no calls that take a folder's descriptor, as on Windows, the same is done by paths.

Tried here, on a system that has them, by doing without.
"""

import os
from pathlib import Path

import pytest
from store_calls import NEW, NOW, OLD, everything, refresh, refused, unfinished

from zi_excel.errors import BusyError, WorkbookError
from zi_excel.store import (
    backups_of,
    clean,
    create,
    fingerprint,
    lock,
    open_own,
    overwrite,
    read_own,
    restore,
    turn_over,
)

CADANGAN = Path("cadangan")


@pytest.fixture(autouse=True)
def by_paths(monkeypatch):
    """No descriptors of folders, and no exchange of names."""
    monkeypatch.setattr("zi_excel.store.folders.BY_DESCRIPTOR", False)


def whole_run(book, content, day):
    """As a command does it."""
    with lock(book):
        seen = fingerprint(book)
        clean(book, backup_dir=CADANGAN, keep=2)
        return refresh(book, content, seen=seen, keep=2, now=NOW.replace(day=day))


def test_a_workbook_is_replaced_and_backed_up(workbook):
    """Several times, to the number of backups that is wanted; what killed runs left goes."""
    unfinished(workbook.parent, workbook.name).write_bytes(b"separuh")
    (unfinished(workbook.parent, workbook.name) / "dalam").mkdir(parents=True)
    backups = [whole_run(workbook, b"%d" % day, day) for day in (1, 2, 3)]
    kept = {str(path.relative_to(workbook.parent)): path.read_bytes() for path in backups[1:]}
    assert [*kept.values()] == [b"1", b"2"]
    assert everything(workbook.parent) == {workbook.name: b"3", "cadangan": None, **kept}


def test_what_somebody_saved_meanwhile_stays(workbook):
    """Seen by the last look."""
    with pytest.raises(BusyError, match="berubah sementara"):
        refresh(workbook, release=lambda: workbook.write_bytes(b"orang lain"))
    assert everything(workbook.parent) == {workbook.name: b"orang lain"}


def test_what_fails_leaves_nothing(workbook):
    """A new file that does not pass, a folder of backups that can be none."""

    def verify(new):
        assert new.read_bytes() == NEW
        raise WorkbookError(f"'{workbook}' tidak lolos")

    refused(workbook, verify=verify)
    (workbook.parent / "berkas").write_bytes(b"")
    assert "bukan folder" in refused(workbook, backup_dir=Path("berkas"))


def test_a_backup_is_restored(workbook):
    """Also where the workbook is gone."""
    backup = refresh(workbook)
    how = {"verify": lambda _: None, "backup_dir": CADANGAN, "keep": 5, "now": NOW.replace(day=21)}
    assert restore(workbook, backup, seen=fingerprint(workbook), **how).read_bytes() == NEW
    assert workbook.read_bytes() == OLD
    workbook.unlink()
    assert restore(workbook, backup, seen=None, **how) is None
    assert workbook.read_bytes() == OLD
    assert len(backups_of(workbook, CADANGAN)[1]) == 2


def test_new_files_and_files_of_its_own(workbook):
    """Made, written anew, added to, turned over."""
    new, log = workbook.with_name("baru.toml"), workbook.with_name("x.log")
    create(new, lambda out: out.write(b"catatan"), verify=lambda _: None, beside=workbook)
    with pytest.raises(WorkbookError, match="sudah ada"):
        create(new, lambda out: out.write(b"lain"), verify=lambda _: None, beside=None)
    overwrite(new, b"satu")
    overwrite(new, b"dua")
    for _ in range(2):
        handle = open_own(log)
        os.write(handle, b"baris\n")
        os.close(handle)
    turn_over(log, 2)
    assert read_own(log.with_name("x.log.1"), 6) == b"baris\n"
    assert everything(workbook.parent) == {workbook.name: OLD, "baru.toml": b"dua", "x.log.1": b"baris\nbaris\n"}
