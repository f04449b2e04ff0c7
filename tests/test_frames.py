"""Results as DataFrames: the same numbers under documented columns, with types that pandas can reckon with."""

from datetime import date

import pandas as pd
import pytest
from made_plan import datum, made_indikator

from zi_excel.frames import capaian_frame, findings_frame, indikator_frame
from zi_excel.measuring.measure import Status, measure
from zi_excel.plan.jadwal import Jadwal, Jenis, TargetWaktu
from zi_excel.plan.rencana_aksi import Komponen, Place, RencanaAksi, Subkomponen
from zi_excel.validation.findings import Finding, Level


def row(letter, target, share, finished=None):
    """One indikator of I.1."""
    return made_indikator(
        f"I.1.{letter}",
        target,
        share,
        row=10 + ord(letter),
        target_waktu=datum("Desember 9999"),
        tanggal_selesai=datum(value=finished),
        kendala=datum("Kendala\nkedua"),
    )


@pytest.fixture
def measurement():
    """One subkomponen: one late, one far off beyond pandas' nanoseconds, one unreadable."""
    march = TargetWaktu(Jadwal(Jenis.BULAN, date(2025, 3, 1), date(2025, 3, 31), (date(2025, 3, 31),)))
    far = TargetWaktu(Jadwal(Jenis.TANGGAL, date(9999, 12, 31), date(9999, 12, 31), (date(9999, 12, 31),)))
    rows = (
        row("a", march, 0.5),
        row("b", far, 1.0, date(2025, 3, 1)),
        row("c", TargetWaktu(None, "tanpa waktu"), None),
    )
    sub = Subkomponen("I.1", datum("1"), datum("Tim Kerja"), rows)
    komponen = Komponen("I", datum("1"), datum("MANAJEMEN PERUBAHAN"), (sub,))
    return measure(RencanaAksi("Rencana Aksi", (), 2025, 9, {}, {}, (komponen,)), date(2025, 4, 1))


def test_one_row_per_indikator(measurement):
    """Every column of the documentation, in its type."""
    frame = indikator_frame(measurement)
    assert list(frame.index) == ["I.1.a", "I.1.b", "I.1.c"]
    assert frame.index.name == "kode"
    assert frame["realisasi"].tolist() == [0.5, 1.0, pd.NA]
    assert frame["rencana"].isna().tolist() == [False, False, True]
    assert frame["deviasi"].tolist() == [-0.5, 1.0, pd.NA]
    assert frame["status"].tolist() == ["terlambat", "selesai", "tidak_valid"]
    assert frame["jenis"].tolist()[:2] == ["bulan", "tanggal"]
    assert frame["hari_terlambat"].isna().tolist() == [False, False, True]
    assert frame["hari_terlambat"].iloc[0] == 1
    assert frame["jatuh_tempo"].dt.year.tolist()[:2] == [2025, 9999]
    assert frame["tanggal_selesai"].isna().tolist() == [True, False, True]
    assert frame["tonggak"].iloc[0] == (date(2025, 3, 31),)
    assert frame["kendala"].iloc[0] == "Kendala\nkedua"
    assert {
        name: str(frame[name].dtype) for name in ("baris", "rencana", "realisasi", "dilaporkan", "jatuh_tempo")
    } == {
        "baris": "Int64",
        "rencana": "Float64",
        "realisasi": "Float64",
        "dilaporkan": "bool",
        "jatuh_tempo": "datetime64[s]",
    }
    assert list(frame["status"].cat.categories) == [str(status) for status in Status]


def test_the_frame_reckons_as_the_measurement_does(measurement):
    """A person who groups the frame by komponen gets the same capaian."""
    frame = indikator_frame(measurement)
    assert frame["realisasi"].fillna(0).groupby(frame["komponen"]).mean().tolist() == [measurement.komponen[0].capaian]


def test_one_row_per_group(measurement):
    """The whole first, then every way of grouping."""
    frame = capaian_frame(measurement)
    assert frame.index.tolist() == [
        ("total", "total"),
        ("komponen", "I"),
        ("subkomponen", "I.1"),
        ("penanggung_jawab", "Tim"),
    ]
    assert frame["capaian"].tolist() == [0.5] * 4
    assert frame["capaian_tertimbang"].isna().all()
    assert frame[[str(status) for status in Status]].sum(axis="columns").tolist() == [3] * 4
    assert frame.loc[("komponen", "I"), "nama"] == "MANAJEMEN PERUBAHAN"


def test_one_row_per_temuan():
    """In the given order; a level sorts by its weight."""
    frame = findings_frame(
        [
            Finding(
                "ZI901", Level.INFO, Place("Rencana Aksi"), None, "Pesan.", "Saran.", (("F3", "I.1.b"),), "Alasan."
            ),
            Finding("ZI601", Level.GALAT, Place("Rencana Aksi", 12, 6), "I.1.a", "Pesan.", "Saran."),
        ]
    )
    assert frame["kode_aturan"].tolist() == ["ZI901", "ZI601"]
    assert frame.sort_values("tingkat")["kode_aturan"].tolist() == ["ZI601", "ZI901"]
    assert frame["sel"].isna().tolist() == [True, False]
    assert frame["juga"].tolist() == [(("F3", "I.1.b"),), ()]
    assert frame["alasan"].iloc[0] == "Alasan."


def test_nothing_found_is_an_empty_frame_with_its_columns():
    """So that code over it needs no special case."""
    frame = findings_frame([])
    assert len(frame) == 0
    assert list(frame.columns) == [
        "kode_aturan",
        "tingkat",
        "lembar",
        "sel",
        "kode",
        "pesan",
        "saran",
        "juga",
        "alasan",
    ]
