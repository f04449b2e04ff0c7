"""Replacement: whole or not at all, backed up, and nothing left behind (contract, section 8)."""

import errno
import os
from pathlib import Path

import pytest
from store_calls import NEW, OLD, everything, refresh, refused

from zi_excel.errors import WorkbookError
from zi_excel.store import fingerprint, replacing
from zi_excel.store.swapping import swap


def test_the_new_file_stands_there_and_the_old_one_beside_it(workbook):
    """And nothing else."""
    backup = refresh(workbook)
    assert everything(workbook.parent) == {
        "rencana aksi.xlsx": NEW,
        "cadangan": None,
        str(Path("cadangan", "rencana aksi 2025-11-20 093015.xlsx")): OLD,
    }
    assert backup.read_bytes() == OLD


def test_the_new_file_is_checked_before_it_counts(workbook):
    """What is verified is the finished file beside the old one, under a name that nobody takes for a workbook."""

    def verify(new):
        assert new.read_bytes() == NEW
        lies = new.resolve()
        assert lies.parent == workbook.parent
        assert lies.suffix == ".tmp"
        assert workbook.read_bytes() == OLD
        raise WorkbookError(f"'{workbook}' tidak lolos pemeriksaan.")

    assert "tidak lolos" in refused(workbook, verify=verify)


def test_the_old_file_is_released_before_it_is_replaced(workbook):
    """Windows can't replace a file that is held open."""
    seen = []
    refresh(workbook, release=lambda: seen.append(workbook.read_bytes()))
    assert seen == [OLD]


def test_a_missing_workbook(workbook):
    """Gone since it was read."""
    seen = fingerprint(workbook)
    workbook.unlink()
    assert "tidak ada" in refused(workbook, seen=seen)
    with pytest.raises(WorkbookError, match="tidak ditemukan"):
        fingerprint(workbook)
    with pytest.raises(WorkbookError, match="tidak dapat dibaca"):
        fingerprint(workbook.parent)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_not_waited_for(tmp_path):
    """Nor is anything else that is no file."""
    os.mkfifo(tmp_path / "pipa.xlsx")
    with pytest.raises(WorkbookError, match="bukan berkas"):
        fingerprint(tmp_path / "pipa.xlsx")


@pytest.mark.parametrize("failure", [PermissionError(errno.EACCES, "denied"), OSError(errno.EIO, "I/O error")])
def test_a_system_that_refuses_the_replacement(workbook, monkeypatch, failure):
    """As Windows does where Excel opened the file meanwhile: the backup just made goes too."""

    def refuse(*_):
        raise failure

    monkeypatch.setattr(replacing, "swap", refuse)
    refused(workbook)


@pytest.mark.parametrize("moment", ["write", "verify", "release"])
def test_an_interrupted_run_cleans_up(workbook, moment):
    """Ctrl+C is no WorkbookError, but leaves nothing either."""

    def interrupt(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        refresh(workbook, **{moment: interrupt})
    assert everything(workbook.parent) == {workbook.name: OLD}


def test_interrupted_when_the_new_file_stands_there_already(workbook, monkeypatch):
    """The backup stays: it is the only copy of the old one by then."""

    def swap_and_stop(*given):
        swap(*given)
        raise KeyboardInterrupt

    monkeypatch.setattr(replacing, "swap", swap_and_stop)
    with pytest.raises(KeyboardInterrupt):
        refresh(workbook)
    assert sorted(filter(None, everything(workbook.parent).values())) == sorted([OLD, NEW])


def test_a_system_that_loses_the_old_name(workbook, monkeypatch):
    """The replacing call of Windows is two steps; should it end between them, the backup is there to go back to."""

    def lose(new, name, _seen):
        (new.folder.path / name).unlink()
        raise OSError(errno.EIO, "I/O error")

    monkeypatch.setattr(replacing, "swap", lose)
    with pytest.raises(WorkbookError):
        refresh(workbook)
    assert [path.read_bytes() for path in workbook.parent.rglob("*.xlsx")] == [OLD]
