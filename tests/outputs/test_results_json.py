"""JSON: the keys of contract section 7, in its order; further ones only behind them."""

from datetime import date

import pytest

from zi_excel.measuring.lke import BOBOT
from zi_excel.measuring.measure import measure
from zi_excel.outputs.results_json import capaian_json, validasi_json
from zi_excel.plan.jadwal import Jadwal, Jenis, TargetWaktu
from zi_excel.plan.realisasi import Realisasi
from zi_excel.plan.rencana_aksi import Datum, Indikator, Komponen, Place, RencanaAksi, Subkomponen
from zi_excel.validation.findings import Finding, Level

GROUP = ["kode", "nama", "jumlah", "rencana", "capaian", "deviasi", "status", "bukti_tertaut"]


def test_validasi():
    """A temuan without a cell or a kode has null there."""
    findings = [
        Finding("ZI001", Level.GALAT, Place("Rencana Aksi"), None, "Pesan.", "Saran."),
        Finding("ZI601", Level.INFO, Place("Rencana Aksi", 12, 6), "I.1.a", "P", "S", (("F13", "I.1.b"),), "Alasan."),
    ]
    data = validasi_json("buku.xlsx", "Rencana Aksi", findings)
    assert list(data) == ["berkas", "lembar", "temuan", "ringkasan"]
    assert data["ringkasan"] == {"galat": 1, "peringatan": 0, "info": 1}
    first, second = data["temuan"]
    assert list(first)[:7] == ["kode_aturan", "tingkat", "lembar", "sel", "kode", "pesan", "saran"]
    assert list(first.values()) == ["ZI001", "galat", "Rencana Aksi", None, None, "Pesan.", "Saran.", [], None, 0]
    assert (second["sel"], second["kode"], second["alasan"]) == ("F12", "I.1.a", "Alasan.")
    assert second["juga"] == [{"sel": "F13", "kode": "I.1.b"}]


def test_a_silenced_rule():
    """It is an info with its reason and the number of findings that it keeps back; no galat counts them."""
    place = Place("Rencana Aksi", 12, 6)
    silenced = Finding("ZI602", Level.INFO, place, "I.1.a", "P", "S", reason="Sudah disepakati.", silenced=3)
    data = validasi_json("buku.xlsx", "Rencana Aksi", [silenced])
    assert data["ringkasan"] == {"galat": 0, "peringatan": 0, "info": 1}
    assert (data["temuan"][0]["alasan"], data["temuan"][0]["dimatikan"]) == ("Sudah disepakati.", 3)


def _indikator(kode):
    """A row that is due in June and December, a fifth of it done."""
    cell = Datum.at(Place("Rencana Aksi", 1, 1))
    days = (date(2025, 6, 30), date(2025, 12, 31))
    return Indikator(
        kode=kode,
        row=17,
        letter="a",
        nama=cell,
        langkah_aksi=cell,
        bukti_fisik=cell,
        target_waktu=Datum.at(Place("Rencana Aksi", 17, 6), "Juni dan Desember 2025"),
        target=TargetWaktu(Jadwal(Jenis.DAFTAR, date(2025, 6, 1), days[-1], days)),
        penanggung_jawab=cell,
        laporan=cell,
        realisasi=Realisasi(0.2, dilaporkan=True),
        tanggal_selesai=cell,
        tautan_bukti=Datum.at(Place("Rencana Aksi", 17, 10), links=("https://contoh.example",)),
        kendala=cell,
        tindak_lanjut=cell,
    )


@pytest.mark.parametrize("fits", [True, False])
def test_capaian(fits):
    """The weighted capaian stands with komponen and total only; its reason only where it is null."""
    cell = Datum.at(Place("Rencana Aksi", 1, 1))
    kodes = list(BOBOT) if fits else ["I.1"]
    komponen = tuple(
        Komponen(
            kode,
            cell,
            cell,
            tuple(
                Subkomponen(sub, cell, cell, (_indikator(f"{sub}.a"),)) for sub in kodes if sub.startswith(f"{kode}.")
            ),
        )
        for kode in dict.fromkeys(kode.partition(".")[0] for kode in kodes)
    )
    data = capaian_json(measure(RencanaAksi("Rencana Aksi", (), 2025, 9, {}, {}, komponen), date(2025, 11, 20)))
    assert list(data) == ["per", "total", "komponen", "subkomponen", "penanggung_jawab", "indikator"]
    assert data["per"] == "2025-11-20"
    weighted = [*GROUP, "capaian_tertimbang", *([] if fits else ["capaian_tertimbang_sebab"])]
    assert {tuple(each) for each in [data["total"], *data["komponen"]]} == {tuple(weighted)}
    assert {tuple(each) for each in data["subkomponen"]} == {tuple(GROUP)}
    assert data["total"]["capaian_tertimbang"] == (pytest.approx(0.2) if fits else None)
    assert list(data["total"]["status"]) == [
        "tidak_valid",
        "selesai",
        "terlambat",
        "perlu_perhatian",
        "berjalan",
        "belum_mulai",
    ]


def test_one_indikator():
    """The contract's keys in its order, then the further ones; each its own value."""
    cell = Datum.at(Place("Rencana Aksi", 1, 1))
    one = _indikator("I.1.a")
    komponen = Komponen("I", cell, cell, (Subkomponen("I.1", cell, cell, (one,)),))
    data = capaian_json(measure(RencanaAksi("Rencana Aksi", (), 2025, 9, {}, {}, (komponen,)), date(2025, 7, 1)))
    (row,) = data["indikator"]
    assert list(row.items()) == [
        ("kode", "I.1.a"),
        ("baris", 17),
        ("target_waktu", "Juni dan Desember 2025"),
        ("jenis", "daftar"),
        ("tonggak", ["2025-06-30", "2025-12-31"]),
        ("rencana", 0.5),
        ("realisasi", 0.2),
        ("dilaporkan", True),
        ("status", "terlambat"),
        ("jatuh_tempo", "2025-06-30"),
        ("hari_terlambat", 1),
        ("bukti_tertaut", True),
        ("deviasi", -0.3),
    ]
