"""Undoing: which backups there are, and one of them in the workbook's place, itself with a backup."""

import os
import shutil
import signal
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import killed_script
import pytest
from child_process import POSIX
from laid_backups import TIMES, backup_of, differing, lay
from small_disk import small_disk
from whole_process import HOME, surroundings

import zi_excel
from zi_excel.clock import JAKARTA
from zi_excel.errors import BusyError, UsageError, WorkbookError
from zi_excel.settings.settings import Cadangan, Settings
from zi_excel.store import lock
from zi_excel.store.backups import Backups

NOW = datetime(2025, 12, 1, 8, 0, tzinfo=JAKARTA)


@pytest.fixture
def contents(book) -> dict[str, bytes]:
    """What the backups hold, by their times: workbooks that differ, laid beside the book as refreshes leave them."""
    held = {time: differing(book.read_bytes(), time) for time in TIMES}
    lay(book, held)
    return held


def test_the_backups_are_listed_newest_first(book, contents):
    """With their sizes, when what they hold was saved, and which are what stands there now."""
    saved = datetime(2025, 11, 12, 16, 20, tzinfo=JAKARTA)
    os.utime(backup_of(book, TIMES[1]), (saved.timestamp(),) * 2)
    book.write_bytes(contents[TIMES[2]])
    result = zi_excel.cadangan(book)
    assert [each.time for each in result.backups] == sorted(TIMES, reverse=True)
    assert [each.size for each in result.backups] == [len(contents[time]) for time in sorted(TIMES, reverse=True)]
    assert result.backups[2].saved == saved
    assert result.same == {backup_of(book, TIMES[2])}
    assert result.folder == book.parent / "cadangan"


@pytest.mark.parametrize(
    ("ke", "time"),
    [
        ("2025-11-13", TIMES[1]),
        (" 2025-11-13 ", TIMES[1]),
        (date(2025, 11, 13), TIMES[1]),
        (datetime(2025, 11, 13, 6, 0), TIMES[1]),  # noqa: DTZ001  (WIB, as the name)
        ("2025-11-20 0930", TIMES[3]),
        ("2025-11-20 093015", TIMES[3]),
        ("2025-11-20 09.30", TIMES[3]),
        ("2025-11-20T06:00:00", TIMES[2]),
    ],
)
@pytest.mark.usefixtures("contents")
def test_a_backup_is_named_by_its_day_or_time(book, ke, time):
    """As much of it as it takes."""
    assert zi_excel.pulihkan(book, ke, dry_run=True).restored.path == backup_of(book, time)


@pytest.mark.parametrize(
    ("ke", "words"),
    [
        ("2025-11-20", ["ada 2 cadangan", TIMES[2], TIMES[3], "sebutkan salah satunya"]),
        ("2025-11-21", ["tidak ada cadangan", *TIMES]),
        ("2025-11-13 0700", ["tidak ada cadangan", TIMES[1]]),
        ("2025-11-13 (2)", ["tidak ada cadangan", TIMES[1]]),
        ("13-11-2025", ["bukan waktu cadangan", TIMES[3]]),
        ("kemarin", ["bukan waktu cadangan"]),
        ("", ["bukan waktu cadangan"]),
        ("2025-11", ["bukan waktu cadangan"]),
    ],
)
@pytest.mark.usefixtures("contents")
def test_what_is_not_one_backup_is_answered_with_those_that_there_are(book, ke, words):
    """One sentence; nothing is guessed, nothing written."""
    before = book.read_bytes()
    with pytest.raises(UsageError) as failure:
        zi_excel.pulihkan(book, ke)
    for word in words:
        assert word in str(failure.value)
    assert "\n" not in str(failure.value)
    assert book.read_bytes() == before
    assert len(zi_excel.cadangan(book).backups) == len(TIMES)


def test_two_of_one_second_can_both_be_named(book, contents):
    """The first by the bare time, the second by its number."""
    second = book.parent / "cadangan" / f"{book.stem} {TIMES[1]} (2).xlsx"
    second.write_bytes(contents[TIMES[0]])
    assert zi_excel.pulihkan(book, TIMES[1], dry_run=True).restored.path == backup_of(book, TIMES[1])
    assert zi_excel.pulihkan(book, f"{TIMES[1]} (2)", dry_run=True).restored.path == second
    with pytest.raises(UsageError, match="ada 2 cadangan"):
        zi_excel.pulihkan(book, "2025-11-13")


def test_a_restored_workbook_is_the_backup_and_can_be_undone(book, contents):
    """Byte for byte; what stood there is a backup itself, and going back to that brings it again."""
    staffs = book.read_bytes()
    result = zi_excel.pulihkan(book, "2025-11-13", now=NOW)
    assert book.read_bytes() == contents[TIMES[1]]
    assert (result.changed, result.backup) == (True, backup_of(book, "2025-12-01 080000"))
    assert result.backup.read_bytes() == staffs
    assert backup_of(book, TIMES[1]).read_bytes() == contents[TIMES[1]]
    zi_excel.pulihkan(book, "2025-12-01", now=NOW + timedelta(hours=1))
    assert book.read_bytes() == staffs
    assert sorted(path.name for path in book.parent.iterdir()) == ["cadangan", book.name]


def test_what_is_there_already_is_not_written_again(book, contents):
    """And no backup is made."""
    book.write_bytes(contents[TIMES[0]])
    result = zi_excel.pulihkan(book, "2025-11-06")
    assert (result.changed, result.backup) == (False, None)
    assert len(zi_excel.cadangan(book).backups) == len(TIMES)


@pytest.mark.parametrize("keep", [1, 2, 4])
def test_the_new_backup_does_not_push_out_the_restored_one(book, contents, keep):
    """The oldest of all, with as many as are wanted or more: it and the new one stay, whatever the number."""
    settings = Settings(cadangan=Cadangan(jumlah=keep))
    result = zi_excel.pulihkan(book, "2025-11-06", settings=settings, now=NOW)
    left = {each.path for each in zi_excel.cadangan(book).backups}
    assert {result.restored.path, result.backup} <= left
    assert len(left) == max(keep, 2)
    assert book.read_bytes() == contents[TIMES[0]]


def test_a_workbook_that_is_gone_comes_back(book, contents):
    """Deleted by mistake: there is nothing to back up."""
    book.unlink()
    assert len(zi_excel.cadangan(book).backups) == len(TIMES)
    result = zi_excel.pulihkan(book, "2025-11-13")
    assert (result.changed, result.backup) == (True, None)
    assert book.read_bytes() == contents[TIMES[1]]


@pytest.mark.parametrize("sign", ["~$rencana aksi.xlsx", ".~lock.rencana aksi.xlsx#"])
@pytest.mark.usefixtures("contents")
def test_an_open_workbook_is_refused(book, sign):
    """Said beforehand by a trial; nothing is written."""
    (book.parent / sign).write_bytes(b"")
    before = book.read_bytes()
    with pytest.raises(BusyError, match="sedang dibuka"):
        zi_excel.pulihkan(book, "2025-11-13")
    tried = zi_excel.pulihkan(book, "2025-11-13", dry_run=True)
    assert "sedang dibuka" in tried.blocked
    assert book.read_bytes() == before


@POSIX
@pytest.mark.usefixtures("contents")
def test_another_run_on_the_workbook_is_seen(book):
    """A refresh that is at it keeps the restoring away."""
    with lock(book), pytest.raises(BusyError, match="zi-excel lain"):
        zi_excel.pulihkan(book, "2025-11-13")


@pytest.mark.usefixtures("contents")
def test_a_trial_writes_nothing(book):
    """It says which backup it would be."""
    before = {path: path.read_bytes() for path in book.parent.rglob("*.xlsx")}
    result = zi_excel.pulihkan(book, "2025-11-13", dry_run=True)
    assert (result.changed, result.dry_run, result.backup, result.blocked) == (True, True, None, None)
    assert {path: path.read_bytes() for path in book.parent.rglob("*.xlsx")} == before


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-300], lambda _: b"", lambda data: data[:900] + b"!" + data[901:]]
)
def test_a_damaged_backup_is_not_put_over_a_good_workbook(book, contents, damage):
    """Cut short, empty, or with one byte changed within a part."""
    backup_of(book, TIMES[1]).write_bytes(damage(contents[TIMES[1]]))
    before = book.read_bytes()
    with pytest.raises(WorkbookError, match="2025-11-13"):
        zi_excel.pulihkan(book, "2025-11-13")
    assert book.read_bytes() == before


@POSIX
@pytest.mark.usefixtures("contents")
def test_a_link_among_the_backups_is_none(book, tmp_path):
    """The tool makes none, and follows none."""
    (tmp_path / "rahasia.xlsx").write_bytes(b"x")
    backup_of(book, "2025-11-01 060000").symlink_to(tmp_path / "rahasia.xlsx")
    assert len(zi_excel.cadangan(book).backups) == len(TIMES)


def test_what_somebody_saves_meanwhile_stays(book, contents, monkeypatch):
    """The workbook is looked at again before it is replaced; the restored backup is still there."""
    add = Backups.add

    def add_and_save(*given, **more):
        added = add(*given, **more)
        book.write_bytes(b"orang lain")
        return added

    monkeypatch.setattr(Backups, "add", add_and_save)
    with pytest.raises(BusyError, match="berubah sementara"):
        zi_excel.pulihkan(book, "2025-11-13")
    assert book.read_bytes() == b"orang lain"
    assert backup_of(book, TIMES[1]).read_bytes() == contents[TIMES[1]]


def test_the_settings_say_where_the_backups_are(book):
    """`cadangan.folder`, as for the refresh that made them."""
    (book.parent / "zi-excel.toml").write_text('[cadangan]\nfolder = "simpanan lama"', "utf-8")
    fresh = book.read_bytes()
    zi_excel.monev(book, per=date(2025, 11, 20))
    only = zi_excel.cadangan(book)
    assert (only.folder, len(only.backups)) == (book.parent / "simpanan lama", 1)
    zi_excel.pulihkan(book, only.backups[0].time)
    assert book.read_bytes() == fresh


@POSIX
@pytest.mark.slow
def test_killed_at_any_change_to_the_disk(book, contents):
    """SIGKILL: the workbook is the old or the restored one, whole; every backup stays; the next try is right."""
    staffs, restored = book.read_bytes(), contents[TIMES[1]]
    killed = [sys.executable, Path(killed_script.__file__)]
    command = [HOME / "zi_excel" / "__main__.py", "pulihkan", book, "--ke", TIMES[1]]
    environment = surroundings(PYTHONDONTWRITEBYTECODE="1")

    def run_until(at):
        return subprocess.run([*killed, str(at), *command], env=environment, capture_output=True, check=False)

    steps = int(run_until(-1).stdout.split()[-1])
    assert steps > 10
    seen = set()
    for at in range(0, steps, 2):
        book.write_bytes(staffs)
        lay(book, contents)
        assert run_until(at).returncode == -signal.SIGKILL
        seen.add(book.read_bytes())
        assert {backup_of(book, time).read_bytes() for time in TIMES} == set(contents.values())
        zi_excel.pulihkan(book, TIMES[1])
        assert book.read_bytes() == restored
        litter = [path for path in book.parent.rglob("*") if path.suffix != ".xlsx" and path.is_file()]
        assert litter == []
    assert seen == {staffs, restored}


def test_a_full_disk(tmp_path, template):
    """The workbook and its backups are as they were."""
    edited = differing(template.read_bytes(), "x")
    with small_disk(tmp_path / "disk", template.stat().st_size * 3) as disk:
        book = disk / "rencana aksi.xlsx"
        book.write_bytes(edited)
        (disk / "cadangan").mkdir()
        backup = Path(shutil.copy(template, disk / "cadangan" / f"rencana aksi {TIMES[0]}.xlsx"))
        with pytest.raises(WorkbookError, match="ruang penyimpanan penuh"):
            zi_excel.pulihkan(book, TIMES[0])
        assert (book.read_bytes(), backup.read_bytes()) == (edited, template.read_bytes())
        assert len(list(disk.rglob("*"))) == 3
