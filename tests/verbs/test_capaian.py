"""The verb `capaian` and its command: the keys of its JSON and the form of its CSV (contract, section 7)."""

import csv
import io
import json

import pytest

from zi_excel.measuring.status import Status


@pytest.mark.slow
def test_capaian_json_has_the_contracts_keys(decree_book, zi_excel):
    """Contract, section 7."""
    data = json.loads(zi_excel("capaian", decree_book, "--per", "2025-11-20", "--format", "json").stdout)
    assert data["per"] == "2025-11-20"
    assert [len(data[key]) for key in ("komponen", "subkomponen", "indikator")] == [6, 25, 87]
    group_keys = {"kode", "nama", "jumlah", "rencana", "capaian", "deviasi", "status", "bukti_tertaut"}
    for each in [data["total"], *data["komponen"], *data["subkomponen"], *data["penanggung_jawab"]]:
        assert group_keys <= set(each)
        assert set(each["status"]) == set(Status)
    assert "capaian_tertimbang" in data["total"]
    assert {"kode", "baris", "target_waktu", "jenis", "tonggak", "rencana", "realisasi", "dilaporkan", "status"} <= set(
        data["indikator"][0]
    )


@pytest.mark.slow
def test_capaian_csv_opens_in_indonesian_excel(decree_book, zi_excel):
    """UTF-8 with BOM, semicolons, one row per indikator; bytes are the same whatever the console's encoding is."""
    out = zi_excel("capaian", decree_book, "--per", "2025-11-20", "--format", "csv", encoding="cp1252").stdout
    assert out.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(out.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 87
    assert rows[0]["kode"] == "I.1.a"
    assert rows[0]["rencana"] == "1,0"
