"""Workbooks under any name and by any way: links, bare names, the longest and the strangest ones."""

import os
from pathlib import Path

import pytest
from child_process import POSIX
from store_calls import NEW, NOW, OLD, everything, refresh, refused

from zi_excel.errors import WorkbookError
from zi_excel.store import clean, fingerprint, lock

STRANGE = [
    "rencana\naksi.xlsx",
    "rencana 📊 aksi.xlsx",
    "rencana aksi....xlsx",
    "rencana aksi.xlsx...",
    "[rencana] *aksi?.xlsx",
    "~rencana (2).xlsx",
    "-o.xlsx",
    ".xlsx",
    "rencana aksi",
    " spasi .XLSX ",
]


def test_a_link_stays_and_its_target_is_replaced(workbook, tmp_path):
    """The backup lies at the target."""
    link = tmp_path / "pintasan.xlsx"
    link.symlink_to(workbook)
    backup = refresh(link)
    assert link.is_symlink()
    assert workbook.read_bytes() == NEW
    assert backup.parent == workbook.parent / "cadangan"


def test_a_chain_of_relative_links(workbook, tmp_path, monkeypatch):
    """Each leads from its own folder; the current one may be any."""
    (tmp_path / "a").mkdir()
    first, second = tmp_path / "a" / "satu.xlsx", tmp_path / "dua.xlsx"
    second.symlink_to(Path(workbook.parent.name, workbook.name))
    first.symlink_to(Path("..", "dua.xlsx"))
    monkeypatch.chdir(tmp_path / "a")
    backup = refresh(Path("satu.xlsx"))
    assert first.readlink() == Path("..", "dua.xlsx")
    assert second.is_symlink()
    assert (workbook.read_bytes(), backup.read_bytes()) == (NEW, OLD)
    assert list((tmp_path / "a").iterdir()) == [first]


@pytest.mark.parametrize("target", ["tidak ada.xlsx", "pintasan.xlsx"], ids=["dangling", "circle"])
def test_a_link_to_nowhere(workbook, target):
    """Said; nothing is made at its target."""
    link = workbook.with_name("pintasan.xlsx")
    link.symlink_to(target)
    refused(link, seen=fingerprint(workbook))
    with pytest.raises(WorkbookError, match=r"tidak ditemukan|tidak dapat dibaca"), lock(link):
        fingerprint(link)


def test_a_link_that_was_turned_elsewhere_meanwhile(workbook, tmp_path):
    """What was read is not what it leads to now."""
    other = workbook.with_name("lain.xlsx")
    other.write_bytes(b"lain")
    link = tmp_path / "pintasan.xlsx"
    link.symlink_to(workbook)
    seen = fingerprint(link)
    link.unlink()
    link.symlink_to(other)
    with pytest.raises(WorkbookError, match="berubah"):
        refresh(link, seen=seen)
    assert everything(workbook.parent) == {workbook.name: OLD, "lain.xlsx": b"lain"}


def test_other_names_of_a_file_keep_the_old_content(workbook):
    """Hard links: one step can replace one name only. Documented at `replace`."""
    other = workbook.with_name("nama lain.xlsx")
    os.link(workbook, other)
    refresh(workbook)
    assert (workbook.read_bytes(), other.read_bytes()) == (NEW, OLD)


def test_a_bare_name_in_the_current_folder(workbook, monkeypatch):
    """The commonest way of all."""
    monkeypatch.chdir(workbook.parent)
    backup = refresh(Path(workbook.name))
    assert workbook.read_bytes() == NEW
    assert backup.resolve().parent == workbook.parent / "cadangan"


@POSIX
@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_name(tmp_path, name):
    """Read, locked, replaced, backed up, counted and cleaned as any other."""
    workbook = tmp_path / name
    workbook.write_bytes(OLD)
    backups = []
    for day in (1, 2, 3):
        with lock(workbook):
            clean(workbook, backup_dir=Path("cadangan"), keep=2)
            backups.append(refresh(workbook, b"%d" % day, keep=2, now=NOW.replace(day=day)))
    assert everything(tmp_path) == {
        name: b"3",
        "cadangan": None,
        **{str(path.relative_to(tmp_path)): content for path, content in zip(backups[1:], (b"1", b"2"), strict=True)},
    }


@pytest.mark.parametrize("letter", ["x", "é", "📊"])
def test_a_workbook_with_the_longest_name(tmp_path, letter):
    """Its backup has a shorter one, of its own."""
    stem = letter * (250 // len(letter.encode()))
    path = tmp_path / f"{stem}.xlsx"
    path.write_bytes(OLD)
    backups = {refresh(path, b"%d" % day, keep=2, now=NOW.replace(day=day)) for day in (1, 2, 3)}
    assert len(backups) == 3
    assert len(list((tmp_path / "cadangan").iterdir())) == 2
