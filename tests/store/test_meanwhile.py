"""Saves by others and other runs in the middle of a whole `monev`, at any of its steps: nothing is lost, nothing torn.

What others do happens before the n-th call by which the run changes or looks at something on the disk, for many n. The
walk from reading to grafting is done once per content and remembered, as in the tests of kills.
"""

import os
import shutil
import sys
from collections import Counter
from datetime import date
from random import Random

import pytest
from child_process import ended, start
from remembered_walk import remember_walks
from small_disk import small_disk
from store_steps import CHANGES, LOOKS, before_each_step

import zi_excel
from zi_excel.errors import BusyError, WorkbookError
from zi_excel.settings.settings import Cadangan, Settings

pytestmark = pytest.mark.slow
pytest.importorskip("fcntl", reason="needs processes that can be forked: not on Windows")

MANY = int(os.environ.get("ZI_EXCEL_MEANWHILE", "60"))
"""How many saves by others; a fifth as many pairs of runs, and a fiftieth as many disks (at least 20)."""

SETTINGS = Settings(cadangan=Cadangan(jumlah=3))
DAY = date(2025, 11, 27)


@pytest.fixture
def scene(template, tmp_path, monkeypatch):
    """A workbook that is refreshed, what it will be, and what a colleague will save: the same with one cell changed."""
    remember_walks(monkeypatch)
    book = tmp_path / "kantor" / "rencana aksi.xlsx"
    book.parent.mkdir()
    shutil.copy(template, book)
    zi_excel.monev(book, per=date(2025, 11, 20), settings=SETTINGS)
    old = book.read_bytes()
    zi_excel.monev(book, per=DAY, settings=SETTINGS)
    new = book.read_bytes()
    return book, old, new


def set_up(book, content):
    """The folder before a refresh."""
    shutil.rmtree(book.parent)
    book.parent.mkdir()
    book.write_bytes(content)


def litter(book):
    """What is neither the workbook nor a backup."""
    return [path for path in book.parent.rglob("*") if path.is_file() and path.suffix != ".xlsx"]


def saved_at(book, at, theirs):
    """A refresh in which a colleague saves before the n-th step, as Excel does; whether the run was done."""
    left = at

    def act(_name):
        nonlocal left
        left -= 1
        if left == -1:
            sys.setprofile(None)
            new = book.with_name("1A2B3C4D")
            new.write_bytes(theirs)
            new.replace(book)
            before_each_step(act, CHANGES | LOOKS)

    before_each_step(act, CHANGES | LOOKS)
    try:
        zi_excel.monev(book, per=DAY, settings=SETTINGS)
    except WorkbookError:  # told of the save, or that what was saved is no workbook
        return False
    finally:
        sys.setprofile(None)
    return True


def steps_of(book, old):
    """How many steps a refresh has."""
    set_up(book, old)
    steps: list[str] = []
    before_each_step(steps.append, CHANGES | LOOKS)
    try:
        zi_excel.monev(book, per=DAY, settings=SETTINGS)
    finally:
        sys.setprofile(None)
    return len(steps)


def test_saves_by_others(scene):
    """Theirs stands there in the end, whenever it was saved; no workbook is left under another name."""
    book, old, _ = scene
    count = steps_of(book, old)
    random, ends = Random(14), Counter()
    for turn in range(MANY):
        at = turn % count if count <= MANY else random.randrange(count)
        theirs = b"simpanan %d" % turn
        set_up(book, old)
        done = saved_at(book, at, theirs)
        content = book.read_bytes()
        backups = [path.read_bytes() for path in book.parent.glob("cadangan/*.xlsx")]
        assert content == theirs, (at, done)
        assert set(backups) <= {old, theirs}, at
        assert not done or old in backups
        ends["done before" if done else "refused"] += 1
        assert not litter(book), at
    print(f"{count} steps, {MANY} saves: {dict(ends)}")  # noqa: T201
    assert ends["refused"] > MANY / 3


def test_pairs_of_runs(scene):
    """Two at once, of two days: each is done or kept away; the workbook is one of the two, each backup a whole one."""
    book, old, new = scene
    set_up(book, old)
    zi_excel.monev(book, per=date(2025, 12, 4), settings=SETTINGS)
    later = book.read_bytes()
    set_up(book, old)
    zi_excel.monev(book, per=DAY, settings=SETTINGS)
    zi_excel.monev(book, per=date(2025, 12, 4), settings=SETTINGS)
    both = book.read_bytes()
    ends = Counter()

    def run(day):
        try:
            zi_excel.monev(book, per=day, settings=SETTINGS)
        except BusyError:
            os._exit(4)

    for _ in range(max(MANY // 5, 12)):
        set_up(book, old)
        pids = [start(lambda day=day: run(day)) for day in (DAY, date(2025, 12, 4))]
        codes = [ended(pid) for pid in pids]
        assert set(codes) <= {0, 4}, codes
        assert 0 in codes
        assert book.read_bytes() in {new, later, both}
        assert {path.read_bytes() for path in book.parent.glob("cadangan/*.xlsx")} <= {old, new, later}
        assert not litter(book)
        ends[tuple(sorted(codes))] += 1
    print(f"pairs: {dict(ends)}")  # noqa: T201


def test_full_disks(scene, tmp_path):
    """Disks of many sizes, from the workbook's own to what is enough: refused and as it was, or done."""
    _book, old, new = scene
    ends = Counter()
    pages = len(old) // 4096 + 2
    sizes = max(MANY // 50, 20)
    for turn in range(sizes):
        room = pages + turn * 2 * pages // (sizes - 2)
        with small_disk(tmp_path / f"disk {turn}", room * 4096) as disk:
            book = disk / "rencana aksi.xlsx"
            book.write_bytes(old)
            try:
                zi_excel.monev(book, per=DAY, settings=SETTINGS)
            except WorkbookError as refused:
                said = str(refused)
            else:
                said = ""
            assert ("ruang penyimpanan penuh" in said) == bool(said), said
            assert book.read_bytes() == (old if said else new)
            assert not litter(book)
            ends["refused" if said else "done"] += 1
    print(f"{sizes} disks of {pages} to {room} pages: {dict(ends)}")  # noqa: T201
    assert min(ends["refused"], ends["done"]) > 0
