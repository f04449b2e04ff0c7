"""The digest as data for JSON: the keys never change, and what is not there is None."""

from two_komponen import PER, PLAN

from zi_excel.history.recording import recorded
from zi_excel.history.records import History
from zi_excel.measuring.measure import measure
from zi_excel.outputs.ringkas_json import ringkas_json
from zi_excel.report.ringkas import digest_of

USUAL = {"days": 14, "folder": None, "asks_links": False}


def test_a_digest_without_a_history():
    """`sejak` is None, and nothing is said of changes; an unreadable realisasi is no number."""
    data = ringkas_json("rencana.xlsx", digest_of(measure(PLAN, PER), changes=(), since=None, **USUAL))
    assert list(data) == ["berkas", "per", "hari", "sejak", "penanggung_jawab", "hilang"]
    assert (data["per"], data["hari"], data["sejak"], data["hilang"]) == ("2025-07-01", 14, None, [])
    (block,) = data["penanggung_jawab"]
    assert list(block) == [
        *("nama", "jumlah", "selesai", "capaian", "terlambat", "jatuh_tempo", "tertinggal", "tidak_terbaca", "bukti"),
        "berubah",
    ]
    assert [row["kode"] for row in block["terlambat"]] == ["I.1.a"]
    assert block["terlambat"][0] | {"hari_terlambat": None} == {
        "kode": "I.1.a",
        "nama": "a. Nama",
        "status": "terlambat",
        "jatuh_tempo": "2025-03-31",
        "hari_terlambat": None,
        "realisasi": 0.4,
        "rencana": 1.0,
    }
    assert [(row["kode"], row["realisasi"]) for row in block["tidak_terbaca"]] == [("II.1.b", None)]


def test_what_has_changed():
    """How it stood and how it stands, for whoever is in charge of it."""
    history = recorded(History(), measure(PLAN, PER.replace(month=1))).history
    recording = recorded(history, measure(PLAN, PER))
    digest = digest_of(measure(PLAN, PER), changes=recording.changes, since=recording.since, **USUAL)
    data = ringkas_json("rencana.xlsx", digest)
    assert data["sejak"] == "2025-01-01"
    (change,) = [row for row in data["penanggung_jawab"][0]["berubah"] if row["kode"] == "I.1.a"]
    assert change == {
        "kode": "I.1.a",
        "kode_semula": None,
        "nama": "a. Nama",
        "jenis": "berubah",
        "semula": {"realisasi": 0.4, "status": "berjalan"},
        "sekarang": {"realisasi": 0.4, "status": "terlambat"},
    }
