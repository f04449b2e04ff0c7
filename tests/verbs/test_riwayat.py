"""The verb `riwayat` and its command: what the history tells, as text and as JSON, and the exit codes."""

import json

import pytest

from zi_excel.cli import run


def test_the_history_as_text(refreshed, capsys):
    """The newest first, with what changed last."""
    assert run(["riwayat", str(refreshed)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{refreshed}: 2 catatan riwayat"
    assert lines[1].startswith("  20 November 2025   capaian  12,5%  rencana  95,8%")
    assert "    I.1.a   0% terlambat → 100% selesai" in lines
    assert lines[-1].startswith("  13 November 2025")
    assert lines[-1].endswith("awal riwayat, 8 indikator")
    assert run(["riwayat", str(refreshed), "--rinci"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(lines) + 8


def test_the_history_as_json(refreshed, capsys):
    """The oldest first; shares as they are."""
    assert run(["riwayat", str(refreshed), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["tab"] == "Monev Riwayat"
    assert told["baris_tidak_terbaca"] == []
    assert [each["per"] for each in told["catatan"]] == ["2025-11-13", "2025-11-20"]
    last = told["catatan"][-1]
    assert last["capaian"] == pytest.approx(1 / 8, abs=1e-9)
    assert [each["kode"] for each in last["komponen"]] == ["I", "II"]
    assert last["perubahan"][0] == {
        "jenis": "berubah",
        "kode": "I.1.a",
        "kode_semula": None,
        "indikator": "a. Menerbitkan SK Tim Kerja /Kelompok Kerja",
        "semula": {"realisasi": 0, "status": "terlambat"},
        "menjadi": {"realisasi": 1, "status": "selesai"},
    }


def test_a_workbook_without_history(book, capsys):
    """Said, with what begins one; nothing is wrong."""
    assert run(["riwayat", str(book)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{book}: 0 catatan riwayat",
        "  Riwayat dimulai dengan penyegaran pertama: zi-excel monev",
    ]
