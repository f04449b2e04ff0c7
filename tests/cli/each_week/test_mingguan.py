"""The weekly run as a command: the same under both of its names, and what of it is shown to whom."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from child_process import POSIX
from weekly_office import Office
from whole_process import surroundings

from zi_excel.cli import run
from zi_excel.weekly.run import weekly_run

SCRIPT = Path(__file__).parents[3] / "scripts" / "refresh_monev.py"
BOTH = ("zi-excel mingguan", SCRIPT.name)


@pytest.fixture
def office(tmp_path) -> Office:
    """One workbook, and settings that name it and one that isn't there."""
    office = Office(tmp_path / "kantor")
    office.book("ada.xlsx")
    office.configure(["ada.xlsx", "tidak ada.xlsx"], "tunggu_menit = 0")
    return office


@pytest.fixture
def called(monkeypatch, capsys):
    """called(name, *arguments) -> exit code, stdout and stderr of the command under one of its names."""

    def call(name, arguments) -> None:
        if name == SCRIPT.name:
            runpy.run_path(str(SCRIPT), run_name="__main__")
        sys.exit(run(["mingguan", *arguments]))

    def by(name, *arguments) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", [name, *arguments])
        with pytest.raises(SystemExit) as end:
            call(name, arguments)
        return end.value.code, *capsys.readouterr()

    return by


@pytest.mark.usefixtures("default_signals")
@pytest.mark.parametrize(
    "arguments",
    [["--periksa"], ["--periksa", "--diam"], [], ["--diam"], ["--konfigurasi", "lain.toml"], ["lebih"]],
    ids=" ".join,
)
@pytest.mark.slow
def test_both_names_do_the_same(office, monkeypatch, called, arguments):
    """Exit code and output."""
    monkeypatch.chdir(office.folder)
    answers = []
    for name in BOTH:
        code, shown, failures = called(name, *arguments)
        answers.append((code, shown, failures.replace(name, "NAMA")))
    assert answers[0] == answers[1]
    assert answers[0][0] == {"": 3, "--diam": 3, "--periksa": 0, "--periksa --diam": 0}.get(" ".join(arguments), 2)


@pytest.mark.usefixtures("default_signals")
def test_their_help_differs_in_the_name_alone(called):
    """Its examples are to be copied, so they bear the name that was called; `--diam` stands in one of them."""
    pages = [called(name, "--help")[1] for name in BOTH]
    assert pages[0].startswith("Pemakaian: zi-excel mingguan [OPSI]")
    whole = [page.partition("Contoh:")[0] for page in pages]
    assert whole[0].replace("zi-excel mingguan", "refresh_monev.py") == whole[1]


def test_without_settings_it_is_those_of_the_folder(office, monkeypatch, capsys):
    """As for the script: zi-excel.toml of the folder where it is called."""
    monkeypatch.chdir(office.folder)
    assert run(["mingguan", "--periksa"]) == 0
    assert "Penyegaran mingguan: 1 buku kerja" in capsys.readouterr().out


@pytest.mark.parametrize("more", [[], ["--periksa"]])
def test_diam_says_only_what_failed(office, capsys, more):
    """Nothing on stdout; the missing workbook on stderr, unless only the settings are asked about."""
    assert run(["mingguan", "--konfigurasi", str(office.settings), "--diam", *more]) == (0 if more else 3)
    out, err = capsys.readouterr()
    assert out == ""
    assert [line[:15] for line in err.splitlines()] == ([] if more else ["zi-excel: pola "])


@pytest.mark.parametrize(
    ("terminal", "diam"),
    [(True, False), (True, True), (False, False), (False, True)],
    ids=["a person", "a scheduler's window", "a scheduler", "a quiet scheduler"],
)
def test_a_folder_that_is_not_there(tmp_path, monkeypatch, capsys, terminal, diam):
    """A person who mistyped it is told at once; a drive that comes back is waited for, and a window says so."""
    pauses = []
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal, raising=False)
    monkeypatch.setitem(weekly_run.__kwdefaults__, "sleep", pauses.append)
    code = run(["mingguan", "--konfigurasi", str(tmp_path / "Z" / "zi-excel.toml"), *["--diam"][: int(diam)]])
    assert (code, bool(pauses)) == (2, diam or not terminal)
    *notice, failure = capsys.readouterr().err.splitlines()
    assert "zi-excel.toml" in failure
    assert any("ditunggu sampai 120 menit" in line for line in notice) is (diam and terminal)


@POSIX
@pytest.mark.slow
def test_diam_at_a_terminal(office):
    """No bar and no lines either, where a person looks on."""
    pty = pytest.importorskip("pty")
    office.configure(["ada.xlsx"])
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "zi_excel", "mingguan", "--konfigurasi", str(office.settings), "--diam"]
    process = subprocess.Popen(command, stdout=follower, stderr=follower, env=surroundings())
    os.close(follower)
    try:
        seen = os.read(leader, 4096)
    except OSError:  # Linux's way to say that the other end is closed
        seen = b""
    os.close(leader)
    assert (process.wait(), seen) == (0, b"")
    assert office.result()["ringkasan"]["disegarkan"] == 1
