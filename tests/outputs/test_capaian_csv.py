"""CSV: one row per indikator as Indonesian Excel opens it, every value under its own title."""

import csv
import io
from datetime import date

import pytest
from made_plan import datum, made_indikator

from zi_excel.measuring.measure import measure
from zi_excel.outputs.capaian_csv import HEADER, capaian_csv
from zi_excel.plan.jadwal import Jadwal, Jenis, TargetWaktu
from zi_excel.plan.rencana_aksi import Komponen, RencanaAksi, Subkomponen

HALVES = TargetWaktu(
    Jadwal(Jenis.DAFTAR, date(2025, 6, 1), date(2025, 12, 31), (date(2025, 6, 30), date(2025, 12, 31)))
)
UNREADABLE = TargetWaktu(None, "tidak memuat waktu")


def indikator(kode="I.1.a", target=HALVES, share: float | None = 0.2, *, nama="a. Nama", tim="Tim", links=()):
    """One row of the matrix."""
    return made_indikator(
        kode,
        target,
        share,
        dilaporkan=share != 0,
        row=17,
        nama=datum(nama),
        target_waktu=datum("Juni dan\nDesember 2025"),
        penanggung_jawab=datum(tim),
        tautan_bukti=datum(links=links),
    )


def written(*rows, komponen="MANAJEMEN PERUBAHAN"):
    """The bytes for these indikator of I.1, on 1 July 2025."""
    sub = Subkomponen("I.1", datum("1"), datum("Tim Kerja"), rows)
    plan = RencanaAksi("R", (), 2025, 9, {}, {}, (Komponen("I", datum("I"), datum(komponen), (sub,)),))
    return capaian_csv(measure(plan, date(2025, 7, 1)))


def read(data):
    """Its rows as dicts by the titles."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_every_value_stands_under_its_title():
    """Rencana, realisasi and deviasi each their own; decimal commas; days as YYYY-MM-DD; one line a cell."""
    (row,) = read(written(indikator(links=("https://contoh.example",))))
    assert row == {
        "kode": "I.1.a",
        "komponen": "MANAJEMEN PERUBAHAN",
        "subkomponen": "Tim Kerja",
        "indikator": "a. Nama",
        "target_waktu": "Juni dan Desember 2025",
        "jenis": "daftar",
        "tonggak": "2025-06-30 2025-12-31",
        "penanggung_jawab": "Tim",
        "rencana": "0,5",
        "realisasi": "0,2",
        "deviasi": "-0,3",
        "dilaporkan": "ya",
        "status": "terlambat",
        "jatuh_tempo": "2025-06-30",
        "hari_terlambat": "1",
        "bukti_tertaut": "ya",
        "baris": "17",
    }


def test_what_there_is_not_is_blank():
    """No number stands for an unreadable realisasi or for a target that has no rencana."""
    unreadable, blank = read(written(indikator(share=None), indikator("I.1.b", UNREADABLE, 0.0)))
    assert (unreadable["realisasi"], unreadable["rencana"], unreadable["deviasi"]) == ("", "0,5", "-0,5")
    assert [blank[key] for key in ("jenis", "tonggak", "rencana", "deviasi", "jatuh_tempo", "hari_terlambat")] == [
        ""
    ] * 6
    assert (blank["realisasi"], blank["dilaporkan"], blank["bukti_tertaut"]) == ("0,0", "tidak", "tidak")


def test_shares_are_not_rounded():
    """As precise as they were measured."""
    (row,) = read(written(indikator(share=1 / 3)))
    assert float(row["realisasi"].replace(",", ".")) == 1 / 3


def test_it_is_what_indonesian_excel_opens():
    """UTF-8 with BOM, semicolons, CRLF; a plan without indikator still has the header."""
    data = written()
    assert data == b"\xef\xbb\xbf" + ";".join(HEADER).encode() + b"\r\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_text_of_staffs_starts_a_formula(start):
    """Excel takes such a text for a formula when it opens a CSV: it is kept a text by an apostrophe."""
    text = f"{start}HYPERLINK(1;2)"
    (row,) = read(written(indikator(nama=f" {text}", tim=text), komponen=text))
    assert [row[key] for key in ("indikator", "penanggung_jawab", "komponen")] == [f"'{text}"] * 3


@pytest.mark.parametrize("text", ["a; b", 'kata "kutip"', "baris\r\nkedua", "é – ✔"])
def test_any_text_comes_back(text):
    """Separators, quotes, line breaks and letters beyond ASCII; white space becomes one space."""
    (row,) = read(written(indikator(nama=text)))
    assert row["indikator"] == " ".join(text.split())
