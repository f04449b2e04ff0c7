"""A full disk at any moment: the file is whole, nothing is left, and the sentence says so."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from child_process import POSIX, in_child
from small_disk import small_disk
from store_calls import NEW, NOW, OLD, everything, refresh, refused

from zi_excel.errors import WorkbookError
from zi_excel.verbs.monev import monev

FULL = "ruang penyimpanan penuh"


@pytest.mark.parametrize(
    ("kilobytes", "options"),
    [
        (8, ""),  # the workbook only
        (12, ""),  # and half of the new one
        (20, ""),  # and the new one, but no backup
        (24, ""),  # and half of the backup
        (64, ",nr_inodes=2"),  # room, but for no file more
        (64, ",nr_inodes=3"),  # for the new one, but for no folder
        (64, ",nr_inodes=4"),  # for the folder, but for no backup
    ],
)
def test_a_small_disk(tmp_path, kilobytes, options):
    """Full while the new file is written, while the folder or the backup is made."""
    with small_disk(tmp_path / "disk", kilobytes * 1024, options) as disk:
        workbook = disk / "buku.xlsx"
        workbook.write_bytes(b"lama" * 2048)
        assert FULL in refused(workbook, content=b"baru" * 3000)


def test_a_disk_that_is_just_large_enough(tmp_path):
    """Three times the workbook and a little: what the two above have at most besides."""
    with small_disk(tmp_path / "disk", 64 * 1024) as disk:
        workbook = disk / "buku.xlsx"
        workbook.write_bytes(b"lama" * 4096)
        refresh(workbook, b"baru" * 4096)
        assert workbook.read_bytes() == b"baru" * 4096


@pytest.mark.slow
def test_a_whole_refresh_on_a_small_disk(tmp_path, template):
    """`monev` of the template with ever more room: refused and nothing changed, until there is enough."""
    size = template.stat().st_size
    refusals = 0
    for pages in range(size // 4096 + 2, 1000, 8):
        with small_disk(tmp_path / f"disk {pages}", pages * 4096) as disk:
            workbook = Path(shutil.copy(template, disk / "rencana aksi.xlsx"))
            before = everything(disk)
            said = ""
            try:
                monev(workbook, per=date(2025, 11, 20))
            except WorkbookError as failure:
                said = str(failure)
            if not said:
                assert len(everything(disk)) == 3
                break
            assert FULL in said
            assert everything(disk) == before
            refusals += 1
    assert refusals > 3


@POSIX
@pytest.mark.parametrize(
    ("old", "new"), [(OLD, NEW), (NEW, OLD)], ids=["while the new file is written", "while the backup is made"]
)
def test_a_limit_on_the_size_of_files(workbook, old, new):
    """A quota of the system's own, without a disk: any user can have it."""
    import resource

    workbook.write_bytes(old)

    def work():
        resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
        assert FULL in refused(workbook, content=new)

    assert in_child(work) == 0


@pytest.mark.parametrize("moment", [1, 2], ids=["new", "backup"])
def test_a_disk_that_tells_late(workbook, monkeypatch, moment):
    """A network drive says only at the end that there was no room."""
    calls = []
    fsync = os.fsync

    def full(handle):
        calls.append(handle)
        if len(calls) == moment:
            raise OSError(28, "No space left on device")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", full)
    assert FULL in refused(workbook, now=NOW)
