"""`lanjut --format json`."""

import json
from datetime import date

import zi_excel
from zi_excel.outputs.lanjut_json import lanjut_json


def test_every_change_with_its_cell(template, tmp_path):
    """What moved and what has to be decided, in the draft's cells; what was unfinished; the check's counts."""
    result = zi_excel.lanjut(template, tmp_path / "draf.xlsx", per=date(2025, 12, 31))
    data = json.loads(json.dumps(lanjut_json(result)))
    assert (data["tahun_lama"], data["tahun"], data["per"]) == (2025, 2026, "2025-12-31")
    assert data["digeser"][0]["sel"] == "A1"
    target = next(each for each in data["digeser"] if each["kode"] == "I.1.a")
    assert target == {
        "sel": "F10",
        "kode": "I.1.a",
        "kolom": "TARGET WAKTU",
        "lama": "Februari 2025",
        "baru": "Februari 2026",
        "keputusan": "digeser",
        "sebab": "Tahun target.",
    }
    assert {each["keputusan"] for each in data["perlu_diputuskan"]} == {"tetap", "dikosongkan"}
    assert len(data["belum_selesai"]) == 87
    assert data["belum_selesai"][0]["status"] == "terlambat"
    assert data["ringkasan"]["galat"] == 0
