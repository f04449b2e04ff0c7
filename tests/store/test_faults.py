"""A disk that fails at any call, reads and writes that come to less than was asked for: nothing torn, nothing lost."""

import errno
import io
import os
import sys
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from child_process import POSIX
from store_calls import NEW, OLD, everything, refresh
from store_steps import CHANGES, LOOKS, before_each_step

from zi_excel.errors import WorkbookError
from zi_excel.store import backups, clean, drafts, fingerprint, fingerprints, lock

FAULTS = int(os.environ.get("ZI_EXCEL_FAULTS", "120"))
"""How many of all the faults are made: every kind of them at every call."""

CADANGAN = Path("cadangan")
KINDS = (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.ESTALE)
EARLIER = {"rencana aksi 2025-01-01 000000.xlsx": b"1", "rencana aksi 2025-01-02 000000.xlsx": b"2"}


def work(book):
    """A refresh of the store's."""
    with lock(book):
        seen = fingerprint(book)
        clean(book, backup_dir=CADANGAN, keep=2)
        return refresh(book, seen=seen, keep=2)


def set_up(book, *, later):
    """The workbook before a first refresh, or before a later one."""
    for path in sorted(book.parent.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    book.write_bytes(OLD)
    if later:
        (book.parent / CADANGAN).mkdir()
        for name, content in EARLIER.items():
            (book.parent / CADANGAN / name).write_bytes(content)


def fails_at(book, at, number):
    """A refresh in which the n-th call fails; the sentence, or "" where it was done all the same."""
    left = at

    def act(_name):
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(number, os.strerror(number))  # this ends the hook, too

    said = ""
    before_each_step(act, CHANGES | LOOKS)
    try:
        work(book)
    except WorkbookError as refused:
        said = str(refused)
    finally:
        sys.setprofile(None)
    assert "\n" not in said
    return said if left < 0 else None


def check(book, said, *, later):
    """Whole, old or new, with whole backups; and after the next run as if nothing had been."""
    content = book.read_bytes()
    kept = [path.read_bytes() for path in (book.parent / CADANGAN).glob("*.xlsx")]
    assert content in {OLD, NEW}
    assert set(kept) <= {OLD, *EARLIER.values()}
    assert said == "" or content == OLD or OLD in kept
    if content == NEW:
        assert OLD in kept
        assert "tidak diubah" not in said
    book.write_bytes(OLD)
    work(book)
    names = [name for name in everything(book.parent) if "zi-excel" in name]
    assert (book.read_bytes(), names) == (NEW, [])
    assert len([*(book.parent / CADANGAN).iterdir()]) == 2 if later else True


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("later", [False, True], ids=["first", "later"])
def test_a_disk_that_fails_at_any_call(workbook, later):
    """Each call that changes or looks at something on the disk, each kind of failure."""
    set_up(workbook, later=later)
    steps: list[str] = []
    before_each_step(steps.append, CHANGES | LOOKS)
    try:
        work(workbook)
    finally:
        sys.setprofile(None)
    ends = Counter()
    faults = [(at, number) for at in range(len(steps)) for number in KINDS]
    for at, number in Random(14).sample(faults, min(FAULTS, len(faults))):
        set_up(workbook, later=later)
        said = fails_at(workbook, at, number)
        if said is not None:
            ends["refused" if said else "done"] += 1
            check(workbook, said, later=later)
    print(f"{len(steps)} calls, {len(faults)} possible faults: {dict(ends)}")  # noqa: T201
    assert ends["refused"] > 0.3 * ends.total()
    assert ends["done"]


class Raw(io.FileIO):
    """A file that takes and gives little at a time, and fails once it has taken or given so much."""

    def __init__(self, name, mode, at_once, until, **how):
        super().__init__(name, mode, **how)
        self.at_once, self.left = at_once, until

    def _some(self, wanted):
        if self.left <= 0:
            raise OSError(errno.EIO, "Input/output error")
        some = min(self.at_once, wanted, self.left)
        self.left -= some
        return some

    def write(self, data):
        """Less than was asked for."""
        return super().write(bytes(data)[: self._some(len(data))])

    def readinto(self, buffer):
        """Likewise."""
        part = memoryview(buffer)[: self._some(len(buffer))]
        return super().readinto(part)


def opening(at_once, until=1 << 30):
    """`open`, for such files."""

    def opened(name, mode="rb", *, closefd=True):
        raw = Raw(name, mode.replace("b", ""), at_once, until, closefd=closefd)
        return io.BufferedReader(raw) if "r" in mode else io.BufferedWriter(raw)

    return opened


@pytest.mark.parametrize("at_once", [1, 7, 4096])
def test_short_reads_and_writes(workbook, monkeypatch, at_once):
    """As networks and pipes make them: all is read and written in the end."""
    for module in (drafts, backups, fingerprints):
        monkeypatch.setattr(module, "open", opening(at_once), raising=False)
    backup = refresh(workbook)
    assert (workbook.read_bytes(), backup.read_bytes()) == (NEW, OLD)


@pytest.mark.parametrize("module", [drafts, backups, fingerprints], ids=lambda module: module.__name__.split(".")[-1])
@pytest.mark.parametrize("until", [0, 1, 1000, 3999, 4000, 5999])
def test_a_read_or_a_write_that_fails_in_the_middle(workbook, monkeypatch, module, until):
    """Of the new file, of the backup, of what is looked at: refused, or done; never half."""
    seen = fingerprint(workbook)
    with monkeypatch.context() as failing:
        failing.setattr(module, "open", opening(512, until), raising=False)
        said = ""
        try:
            refresh(workbook, seen=seen)
        except WorkbookError as refused:
            said = str(refused)
    assert "\n" not in said
    if said:
        assert everything(workbook.parent) == {workbook.name: OLD}
    else:
        assert workbook.read_bytes() == NEW
        assert OLD in everything(workbook.parent).values()
