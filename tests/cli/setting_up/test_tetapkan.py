"""`tetapkan` on the command line, from recording to the change that `validasi` finds."""

from pathlib import Path

import openpyxl
import pytest
from office import write_office

from zi_excel.cli import run

OPTIONS = ("--nomor", "12 Tahun 2025", "--tanggal", "2025-04-01", "--oleh", "Budi")
CALLED = "Keputusan Nomor 12 Tahun 2025 tanggal 1 April 2025"


@pytest.fixture
def court(tmp_path):
    """A court's workbook, nothing recorded yet."""
    folder = tmp_path / "folder kerja"
    folder.mkdir()
    return write_office(folder / "pn.xlsx")


def changed(path, change):
    """Changes the sheet of a workbook as staff would."""
    workbook = openpyxl.load_workbook(path)
    change(workbook.active)
    workbook.save(path)


def record_of(path) -> Path:
    """Where the record of a workbook is."""
    return path.with_name(f"{path.stem}.penetapan.toml")


def test_the_command_from_end_to_end(court, capsys):
    """0: recorded; what was recorded is said. 3: there is one already. 0 with --ganti. 1: validasi finds a change."""
    assert run(["tetapkan", str(court), *OPTIONS, "--tentang", "Rencana Aksi 2025"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert f"{CALLED} tentang Rencana Aksi 2025" in out
    assert "Dicatat oleh Budi pada" in out
    assert "I Manajemen Perubahan: 2 subkomponen, 4 indikator" in out
    assert "Jumlah: 2 komponen, 4 subkomponen, 7 indikator" in out
    assert "3 galat ZI303" in out
    assert "pn.penetapan.toml" in out
    assert run(["tetapkan", str(court), *OPTIONS]) == 3
    assert capsys.readouterr().err.startswith("zi-excel: ")
    assert run(["tetapkan", str(court), *OPTIONS, "--ganti"]) == 0
    assert "Catatan sebelumnya disimpan" in capsys.readouterr().out
    assert run(["validasi", str(court)]) == 0
    changed(court, lambda sheet: sheet.__setitem__("F5", "April 2025"))
    assert run(["validasi", str(court)]) == 1
    assert "“Maret 2025”" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("missing", ["--nomor", "--tanggal", "--oleh"])
def test_decree_and_name_must_be_given(missing, court, capsys):
    """Who records what must be said, not guessed: exit 2 names the option."""
    at = OPTIONS.index(missing)
    assert run(["tetapkan", str(court), *OPTIONS[:at], *OPTIONS[at + 2 :]]) == 2
    assert missing in capsys.readouterr().err
    assert not record_of(court).exists()


def test_a_file_that_cannot_be_used_is_exit_3(tmp_path, capsys):
    """As for every command: one sentence, nothing written."""
    assert run(["tetapkan", str(tmp_path / "tidak ada.xlsx"), *OPTIONS]) == 3
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
@pytest.mark.slow
def test_its_output_works_on_any_console(encoding, court, zi_excel):
    """Emoji and curly quotes of the matrix on a Windows console."""
    for command in (["tetapkan", court, *OPTIONS], ["kolom", court]):
        done = zi_excel(*command, encoding=encoding)
        assert done.returncode == 0, done.stderr
        done.stdout.decode(encoding)
