"""The verb `validasi` and its command: exit codes, and the keys of its JSON (contract, section 7)."""

import json

import pytest
import xlsxwriter

from zi_excel.cli import run

ROWS = [
    ["NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB"],
    ["I", "MANAJEMEN PERUBAHAN"],
    ["1", "Penyusunan Tim Kerja", "a. SK Tim", "Menerbitkan SK", "SK", "31 Juni 2025", "Tim"],
]


def test_validasi_exits_1_only_where_there_is_a_galat(decree_book, tmp_path):
    """0 for the untouched template, 1 with a target that can't be read."""
    assert run(["validasi", str(decree_book)]) == 0
    path = tmp_path / "salah.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Lembar1")
        for at, row in enumerate(ROWS):
            sheet.write_row(at, 0, row)
    assert run(["validasi", str(path)]) == 1


@pytest.mark.slow
def test_validasi_json_has_the_contracts_keys(decree_book, zi_excel):
    """Contract, section 7, and the template's promise of section 6: no galat, no peringatan."""
    data = json.loads(zi_excel("validasi", decree_book, "--format", "json").stdout)
    assert list(data)[:4] == ["berkas", "lembar", "temuan", "ringkasan"]
    assert data["lembar"] == "Rencana Aksi"
    assert data["ringkasan"]["galat"] == 0
    assert data["ringkasan"]["peringatan"] == 0
    assert data["ringkasan"]["info"] == len(data["temuan"]) > 0
    for finding in data["temuan"]:
        assert {"kode_aturan", "tingkat", "lembar", "sel", "kode", "pesan", "saran"} <= set(finding)
