"""The log: a line per message, whatever is in it; never without end; and no reason for a run to stop."""

import errno
import os
import re
import shutil
import subprocess

import pytest
from child_process import POSIX

from zi_excel import store
from zi_excel.errors import UsageError
from zi_excel.weekly.journal import journal


def test_a_line_has_time_level_and_message(tmp_path):
    """Western Indonesian Time, Indonesian words; control characters begin no line of their own."""
    path = tmp_path / "é.log"
    with journal(path) as told:
        told.log.info("'%s': baik ✔", "rencana\naksi.xlsx")
        told.log.warning("awas\u2028")
        told.log.error("salah\r")
    lines = path.read_text("utf-8").splitlines()
    assert [re.sub(r"^# \d{4}-\d\d-\d\d \d\d:\d\d:\d\d WIB", "T", line) for line in lines] == [
        "T  INFO       'rencana?aksi.xlsx': baik ✔",
        "T  PERHATIAN  awas?",
        "T  GALAT      salah?",
    ]


def test_a_name_that_is_no_text(tmp_path):
    """Half a character, as other encodings leave in names, is shown, not stumbled over."""
    with journal(tmp_path / "a.log") as told:
        told.log.info("'%s'", "caf\udce9.xlsx")
    assert told.failure is None
    assert "caf\\udce9.xlsx" in (tmp_path / "a.log").read_text("utf-8")


def test_it_goes_on_where_it_stopped_and_begins_anew_when_it_is_large(tmp_path, monkeypatch):
    """Five older ones are kept."""
    monkeypatch.setattr("zi_excel.weekly.journal._BYTES", 1000)
    for turn in range(30):
        with journal(tmp_path / "a.log") as told:
            for _ in range(5):
                told.log.info("%d %s", turn, "x" * 100)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.log", *(f"a.log.{each}" for each in range(1, 6))]
    assert all(path.stat().st_size <= 1000 for path in tmp_path.iterdir())
    assert " 29 x" in (tmp_path / "a.log").read_text("utf-8")


def test_a_log_that_somebody_has_open_is_written_on(tmp_path, monkeypatch):
    """Windows refuses to rename it then: it grows beyond its size rather than lose a line."""
    monkeypatch.setattr("zi_excel.weekly.journal._BYTES", 300)

    def refuse(*_, **__):
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(os, "replace", refuse)
    with journal(tmp_path / "a.log") as told:
        for turn in range(10):
            told.log.info("baris %d %s", turn, "x" * 50)
    text = (tmp_path / "a.log").read_text("utf-8")
    assert [f"baris {turn} " in text for turn in range(10)] == [True] * 10
    assert told.failure is None


def test_a_full_disk_stops_no_run_and_is_remembered(tmp_path, monkeypatch, capsys):
    """Nothing is printed: what could not be written, the run hands out."""
    with journal(tmp_path / "a.log") as told:

        def full(*_):
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(told._handler.stream, "flush", full, raising=False)
        monkeypatch.setattr(told._handler, "flush", full)
        told.log.info("hilang")
        monkeypatch.undo()
    assert told.failure == "ruang penyimpanan penuh"
    assert capsys.readouterr() == ("", "")


def test_a_log_that_cannot_be_opened(tmp_path):
    """Its settings can't be followed."""
    (tmp_path / "a.log").mkdir()
    with pytest.raises(UsageError, match=r"a\.log' tidak dapat ditulis .*`mingguan.log`"), journal(tmp_path / "a.log"):
        pass


COMMANDS = [
    "a'; touch diserang; 'b",
    "$(touch diserang)",
    "`touch diserang`",
    "x; touch diserang #",
    "\ntouch diserang\n",
]


@POSIX
@pytest.mark.parametrize("shell", ["sh", "bash"])
def test_no_shell_acts_on_a_line(tmp_path, shell):
    """Should one be given the log, by a link of old or by mistake: names of workbooks, and those in tracebacks."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    with journal(tmp_path / "a.log") as told:
        for name in COMMANDS:
            told.log.info("'%s': tab Monev disegarkan; cadangan '%s'", name, name)
            told.log.error("rincian: %s", name, exc_info=ValueError(name))
    done = subprocess.run([shell, "a.log"], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["a.log"]


def test_no_terminal_acts_on_a_line(tmp_path):
    """Escape sequences, U+009B, and what turns the direction of writing."""
    with journal(tmp_path / "a.log") as told:
        told.log.info("'%s'", "a\x1b]0;judul\x07\x9b2J\u202exslx.b")
    text = (tmp_path / "a.log").read_text("utf-8")
    assert not [char for char in text if not char.isprintable() and char != "\n"]


@POSIX
def test_a_link_for_a_log_is_refused(tmp_path):
    """A line of it might be a command where the link leads."""
    profile = tmp_path / ".bashrc"
    profile.write_text("alias l=ls\n")
    (tmp_path / "a.log").symlink_to(profile)
    with pytest.raises(UsageError, match=r"a\.log' tidak dapat ditulis karena itu tautan.*mingguan\.log"):
        journal(tmp_path / "a.log").__enter__()
    assert profile.read_text() == "alias l=ls\n"


@POSIX
def test_a_log_that_became_a_link_meanwhile_takes_no_line(tmp_path, monkeypatch):
    """When it is begun anew, somebody puts a link in its place; it is remembered, and stops no run."""
    monkeypatch.setattr("zi_excel.weekly.journal._BYTES", 200)
    turn_over, profile = store.turn_over, tmp_path / ".bashrc"

    def turned(path, kept):
        turn_over(path, kept)
        path.symlink_to(profile)

    monkeypatch.setattr(store, "turn_over", turned)
    with journal(tmp_path / "a.log") as told:
        for _ in range(5):
            told.log.info("x" * 100)
    assert not profile.exists()
    assert "itu tautan" in told.failure
