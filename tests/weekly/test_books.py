"""Which workbooks the patterns mean: each once, and never a backup, a lock file, or a file of the run's own."""

import os
from pathlib import Path

import pytest
from child_process import POSIX

from zi_excel.weekly import books


def find_books(patterns, base, *, own=(), backup_folder=lambda _: Path("cadangan"), is_report=lambda _: False):
    """As the run looks for them; of empty files none is a report."""
    return books.find_books(patterns, base, backup_folder=backup_folder, is_report=is_report, own=own)


def make(folder: Path, *names: str) -> None:
    """Empty files; what they hold is not looked at."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")


def names(folder: Path, *patterns: str, backups: str = "cadangan", own: tuple[str, ...] = ()) -> list[str]:
    """What is found, relative to the folder."""
    found = find_books(patterns, folder, backup_folder=lambda _: Path(backups), own=[folder / each for each in own])
    return [path.relative_to(folder).as_posix() for path in found.books]


TREE = (
    "rencana aksi.xlsx",
    "rencana [2025].xlsx",
    "makro.XLSM",
    "lama.xls",
    "catatan.txt",
    "~$rencana aksi.xlsx",
    ".~lock.rencana aksi.xlsx#",
    ".~rencana aksi.xlsx",
    ".~zi-excel-12345678-abc.tmp",
    "cadangan/rencana aksi 2025-11-20 093015.xlsx",
    "cadangan/salinan Budi.xlsx",
    "Bagian Umum/umum é.xlsx",
    "Bagian Umum/cadangan/umum é 2025-11-20 093015.xlsx",
    "Bagian Umum/dalam/lagi.xlsx",
    "rencana aksi 2025-01-01 000000.xlsx",
)


@pytest.mark.parametrize(
    ("patterns", "found"),
    [
        (["rencana aksi.xlsx"], ["rencana aksi.xlsx"]),
        (["rencana [2025].xlsx"], ["rencana [2025].xlsx"]),
        (["rencana aksi*.xlsx"], ["rencana aksi 2025-01-01 000000.xlsx", "rencana aksi.xlsx"]),
        (["r?ncana aksi.xlsx"], ["rencana aksi.xlsx"]),
        (["[rs]encana aksi.xlsx"], ["rencana aksi.xlsx"]),
        (["makro*"], ["makro.XLSM"]),
        (["lama.xls"], ["lama.xls"]),  # named as it is: the refresh says what to do about it
        (["*.xls"], []),
        (["*/*.xlsx"], ["Bagian Umum/umum é.xlsx"]),
        (["Bagian Umum/**/*.xlsx"], ["Bagian Umum/dalam/lagi.xlsx", "Bagian Umum/umum é.xlsx"]),
        (["*"], ["makro.XLSM", "rencana [2025].xlsx", "rencana aksi 2025-01-01 000000.xlsx", "rencana aksi.xlsx"]),
        (["cadangan/*"], []),
        (["cadangan/salinan Budi.xlsx"], []),
        (["~$rencana aksi.xlsx"], []),
        (["**/*umum*"], ["Bagian Umum/umum é.xlsx"]),
        (["tidak ada.xlsx", "tidak ada/*.xlsx"], []),
        (["./rencana aksi.xlsx", "Bagian Umum/../rencana aksi.xlsx"], ["rencana aksi.xlsx"]),
        (["makro*", "*.XLSM"], ["makro.XLSM"]),
    ],
    ids=str,
)
def test_what_a_pattern_means(tmp_path, patterns, found):
    """Of workbooks only; what is there under that very name is meant literally."""
    make(tmp_path, *TREE)
    assert names(tmp_path, *patterns) == found


def test_whole_paths_are_patterns_too(tmp_path):
    """With and without something to fill in."""
    make(tmp_path, *TREE)
    for pattern in (tmp_path / "rencana aksi.xlsx", tmp_path / "rencana aksi.x*"):
        assert names(tmp_path, str(pattern)) == ["rencana aksi.xlsx"]


@pytest.mark.parametrize(
    ("backups", "never"),
    [
        ("simpanan/lama", ["simpanan/lama/a 2025-11-20 093015.xlsx", "simpanan/lama/x.xlsx"]),
        (".", ["a 2025-11-20 093015.xlsx", "a 2025-11-20 093015 (2).xlsx"]),
        ("../cadangan", []),
        ("..", ["b 2025-11-20 093015.xlsx"]),
    ],
)
def test_backups_are_where_the_settings_have_them(tmp_path, backups, never):
    """Beside the workbooks only what is named as one."""
    own = ["a.xlsx", "dalam/b.xlsx"]
    make(tmp_path, *own, *never)
    assert names(tmp_path, "**/*.xlsx", backups=backups) == own


def test_a_whole_path_of_backups(tmp_path):
    """In the midst of the workbooks."""
    make(tmp_path, "a.xlsx", "arsip/a abc123 2025-11-20 093015.xlsx", "arsip lain/b.xlsx")
    assert names(tmp_path, "**/*.xlsx", backups=str(tmp_path / "arsip")) == ["a.xlsx", "arsip lain/b.xlsx"]


def test_each_folder_has_its_own_settings(tmp_path):
    """Where one folder keeps its backups elsewhere than another, both are known."""
    make(tmp_path, "satu/a.xlsx", "satu/simpanan/a 2025-11-20 093015.xlsx", "dua/simpanan/b.xlsx")
    found = find_books(
        ["**/*.xlsx"],
        tmp_path,
        backup_folder=lambda folder: Path("simpanan" if folder.name == "satu" else "cadangan"),
        own=[],
    )
    assert [path.name for path in found.books] == ["b.xlsx", "a.xlsx"]


def test_what_the_run_writes_is_never_its_input(tmp_path):
    """Whatever name it was given."""
    make(tmp_path, "a.xlsx", "laporan.xlsx")
    assert names(tmp_path, "*.xlsx", own=("laporan.xlsx",)) == ["a.xlsx"]


def test_a_report_of_the_tools_is_never_a_workbook_of_staffs(tmp_path):
    """It lies where the office keeps its workbooks; which one it is, is asked of what else would be taken."""
    make(tmp_path, "a.xlsx", "b.xlsx", "~$a.xlsx")
    asked = []
    found = find_books(
        ["*.xlsx", "b.xlsx"], tmp_path, is_report=lambda path: asked.append(path.name) or path.name == "b.xlsx"
    )
    assert [path.name for path in found.books] == ["a.xlsx"]
    assert (tmp_path / "b.xlsx", "laporan buatan zi-excel") in found.passed_over
    assert [each.pattern for each in found.missed] == ["b.xlsx"]
    assert "~$a.xlsx" not in asked


def test_what_matches_nothing_is_said_with_its_reason(tmp_path):
    """A drive that is not there, a name mistyped: an office that expects a workbook must hear of it."""
    make(tmp_path, *TREE)
    found = find_books(["*.xlsb", "cadangan/*", "rencana aksi.xlsx"], tmp_path)
    assert [each.pattern for each in found.missed] == ["*.xlsb", "cadangan/*"]
    assert "tidak ada berkas" in found.missed[0].reason
    assert "di folder cadangan" in found.missed[1].reason
    assert {path.name for path, _ in found.passed_over} == {
        "rencana aksi 2025-11-20 093015.xlsx",
        "salinan Budi.xlsx",
    }


@POSIX
def test_a_workbook_and_a_link_to_it_are_one(tmp_path):
    """Refreshed once; folders that are links are not gone into by `**`, so a circle ends."""
    make(tmp_path, "dalam/a.xlsx")
    (tmp_path / "b.xlsx").symlink_to(tmp_path / "dalam" / "a.xlsx")
    (tmp_path / "dalam" / "lingkar").symlink_to(tmp_path)
    assert names(tmp_path, "**/*.xlsx") == ["b.xlsx"]


@POSIX
def test_a_backslash_in_a_name(tmp_path):
    """Outside Windows it is a letter like others."""
    make(tmp_path, "a\\b.xlsx")
    assert names(tmp_path, "a\\b.xlsx") == ["a\\b.xlsx"]
    assert names(tmp_path, "a\\*.xlsx") == ["a\\b.xlsx"]


def test_a_folder_that_cannot_be_looked_at(tmp_path, monkeypatch):
    """A network drive that is away: the pattern is missed, with what the system says; others are found."""
    make(tmp_path, "a.xlsx", "jauh/b.xlsx")
    glob = Path.glob

    def away(self, pattern):
        if self.name == "jauh":
            raise OSError(5, "Input/output error")
        return glob(self, pattern)

    monkeypatch.setattr(Path, "glob", away)
    found = find_books(["jauh/*.xlsx", "*.xlsx"], tmp_path)
    assert [os.fspath(path.name) for path in found.books] == ["a.xlsx"]
    assert [each.reason for each in found.missed] == ["tidak dapat dilihat (media penyimpanan gagal)"]


def test_a_drive_that_is_not_there(tmp_path, monkeypatch):
    """Windows' drive `Z:` before the network is up: missed like any other pattern, and the others are found."""
    make(tmp_path, "a.xlsx")
    monkeypatch.setattr("zi_excel.weekly.books.os.path.lexists", lambda _: False)
    whole = str(tmp_path / "jauh" / "*.xlsx")
    found = find_books([whole, "*.xlsx"], tmp_path)
    assert [path.name for path in found.books] == ["a.xlsx"]
    assert [each.pattern for each in found.missed] == [whole]


def test_a_file_that_cannot_be_looked_at_costs_no_other(tmp_path, monkeypatch):
    """In a folder that may be listed but not entered."""
    make(tmp_path, "a.xlsx", "b.xlsx")

    def is_file(self):
        if self.name == "a.xlsx":
            raise PermissionError(13, "Permission denied")
        return True

    monkeypatch.setattr(Path, "is_file", is_file)
    assert "b.xlsx" in names(tmp_path, "*.xlsx")
