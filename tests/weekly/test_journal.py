"""The log: a line per message, whatever is in it; never without end; and no reason for a run to stop."""

import errno
import os
import re

import pytest

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
