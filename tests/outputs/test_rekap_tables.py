"""A rekap as CSV and as Parquet."""

import io

import pandas as pd
import pytest
from kantor_records import record, rekap_of

from zi_excel.outputs.rekap_tables import rekap_csv, rekap_parquet


@pytest.fixture
def rekap():
    """Two kantor; the name of one, and a text, would start a formula."""
    return rekap_of(
        record("=HYPERLINK(1)", ("I.1.a", "+Satu", 1 / 3), ("I.1.b", "Dua;\n2", None), wilayah="Bali"),
        record("KPU", ("I.1.a", "Satu", 1.0)),
    )


def test_csv_is_as_indonesian_excel_opens_it(rekap):
    """UTF-8 with BOM, semicolons, decimal commas, `ya`; text stays text."""
    lines = rekap_csv(rekap).decode("utf-8").splitlines()
    assert lines[0] == (
        "\ufeffkantor;wilayah;berkas;kode;komponen;indikator;rencana;realisasi;deviasi;dilaporkan;status;"
        "hari_terlambat;bukti_tertaut"
    )
    assert lines[1].startswith("KPU;;KPU.xlsx;I.1.a;I;Satu;0,5;1,0;0,5;ya;selesai;;tidak")
    assert lines[2].startswith("'=HYPERLINK(1);Bali;")
    assert ";'+Satu;0,5;0,3333333333333333;" in lines[2]
    assert len(lines) == 4


def test_csv_reads_back_to_the_same_numbers(rekap):
    """By pandas, to the last digit."""
    frame = pd.read_csv(io.BytesIO(rekap_csv(rekap)), sep=";", decimal=",")
    assert list(frame["realisasi"])[:2] == [1.0, 1 / 3]
    assert frame["realisasi"].isna().sum() == 1


def test_parquet_keeps_types(rekap):
    """Shares are numbers, blanks are missing, the status is a category; the as-of day is told."""
    pytest.importorskip("pyarrow", reason="pyarrow is not installed (extra `parquet`)")
    frame = pd.read_parquet(io.BytesIO(rekap_parquet(rekap)))
    assert list(frame["realisasi"])[:2] == [1.0, 1 / 3]
    assert frame["realisasi"].isna().sum() == 1
    assert str(frame["per"].iloc[0]) == "2025-11-20"
    assert list(frame["kantor"])[1] == "=HYPERLINK(1)"
    assert frame["wilayah"].isna().sum() == 1
