"""The verb `banding` and its command: what differs, as text and as JSON, and the exit codes."""

import json
import shutil

import pytest

import zi_excel
from zi_excel.cli import run
from zi_excel.errors import UsageError


@pytest.mark.slow
def test_the_comparison_with_a_backup(refreshed, capsys):
    """Exit 1, each difference with its cell; as JSON the same."""
    # By stem: two refreshes within one second leave "….xlsx" and "… (2).xlsx", and " " sorts before ".".
    backup = min((refreshed.parent / "cadangan").iterdir(), key=lambda path: path.stem)
    assert run(["banding", str(backup), str(refreshed), "--per", "2025-11-20"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{backup} → {refreshed}: 2 perbedaan (status per 20 November 2025)"
    assert lines[1:4] == ["  REALISASI (%) 1; STATUS 1", "", "I.1.a"]
    cell = lines[4].split()[2].rstrip(":")
    assert lines[4:] == [
        f"  REALISASI (%) {cell}: (kosong) → “100%”",
        f"  STATUS {cell}: ✖ Terlambat → ✔ Selesai",
    ]
    assert run(["banding", str(backup), str(refreshed), "--per", "2025-11-20", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["berbeda"] is True
    assert told["ringkasan"] == {"berubah": 2, "ditambahkan": 0, "dihapus": 0, "pindah": 0, "kolom": 0}
    assert told["perbedaan"][0] == {
        "jenis": "berubah",
        "kode": "I.1.a",
        "kode_lama": None,
        "kolom": "realisasi",
        "lama": "",
        "baru": "100%",
        "sel_lama": cell,
        "sel_baru": cell,
    }


def test_two_that_say_the_same(refreshed, tmp_path, capsys):
    """Exit 0."""
    copied = shutil.copy(refreshed, tmp_path / "salinan.xlsx")
    assert run(["banding", str(copied), str(refreshed)]) == 0
    assert ": 0 perbedaan" in capsys.readouterr().out


def test_a_file_against_itself_is_wrong_usage(book, capsys):
    """It would prove nothing."""
    with pytest.raises(UsageError, match="berkas yang sama"):
        zi_excel.banding(book, book)
    assert run(["banding", str(book), str(book)]) == 2
    assert run(["banding", str(book), str(book.with_name("tidak ada.xlsx"))]) == 3
    assert len(capsys.readouterr().err.strip().splitlines()) == 2
