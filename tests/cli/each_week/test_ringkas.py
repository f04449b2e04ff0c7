"""`ringkas` on the command line: text, JSON, exit codes."""

import json

import openpyxl
import pytest

from zi_excel.cli import run

LATE, FAR = "Oktober 2025", "Desember 2025"
HEADER = (
    "NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB", "REALISASI (%)",
    "TANGGAL SELESAI", "TAUTAN BUKTI", "KENDALA", "TINDAK LANJUT",
)  # fmt: skip


@pytest.fixture
def office(tmp_path):
    """office(rows): a workbook of one subkomponen; each row is (target, penanggung jawab, realisasi, tautan)."""
    path = tmp_path / "rencana aksi.xlsx"

    def write(*rows):
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        sheet.title = "Rencana Aksi"
        sheet.append(["RENCANA AKSI TAHUN 2025"])
        sheet.append(HEADER)
        sheet.append(["I", "MANAJEMEN PERUBAHAN"])
        for at, (target, who, realisasi, link) in enumerate(rows):
            number = (1, "Tim Kerja") if at == 0 else (None, None)
            letter = chr(97 + at)
            texts = (f"{letter}. Kegiatan {letter.upper()}", f"Menyusun {letter}", f"SK {letter}")
            sheet.append([*number, *texts, target, who, realisasi, None, link])
        workbook.save(path)
        return path

    return write


def test_command(office, capsys):
    """Text, JSON, exit codes; a folder that isn't there."""
    path = office((FAR, None, 1, None), (LATE, "Tim A", 0, None))
    assert run(["ringkas", str(path), "--per", "2025-11-20", "--penanggung-jawab", "tim a"]) == 0
    assert "*Tim A*" in capsys.readouterr().out
    assert run(["ringkas", str(path), "--per", "2025-11-20", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [each["nama"] for each in data["penanggung_jawab"]] == ["Tim A", "(tanpa penanggung jawab)"]
    assert data["penanggung_jawab"][0]["terlambat"][0]["hari_terlambat"] == 20
    assert data["penanggung_jawab"][1]["bukti"][0]["kode"] == "I.1.a"
    assert run(["ringkas", str(path), "--penanggung-jawab", "Z"]) == 2
    for verb in ("ringkas", "validasi", "monev"):
        capsys.readouterr()
        assert run([verb, str(path), "--folder-bukti", str(path.parent / "tidak ada")]) == 2
        assert "tidak ditemukan" in capsys.readouterr().err
