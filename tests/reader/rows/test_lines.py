"""What a row is by itself, also the rows that staff add: notes, totals, reports on a heading, numbers of columns."""

import pytest

from zi_excel.plan.rencana_aksi import Field, Oddity
from zi_excel.reader.rows.lines import is_divider

PLAN = (
    ("I", "MANAJEMEN PERUBAHAN"),
    (1, "Tim Kerja", "a. SK Tim", "Menyusun SK", "SK Tim", "Februari 2025", "Tim MP", 1),
    (None, None, "b. Prosedur", "Menyusun prosedur", "Notula", "Maret 2025", None, 0.5),
    (2, "Dokumen", "a. Rencana aksi", "Menyusun rencana", "SK Rencana Aksi", "Juni 2025"),
    ("II", "PENATAAN TATA LAKSANA"),
    (1, "SOP", "a. SOP ditetapkan", "Menyusun SOP", "SOP", "Juni 2025"),
    (None, None, "b. SOP dievaluasi", "Evaluasi", "Laporan", "Juli 2025"),
)
KODES = ["I.1.a", "I.1.b", "I.2.a", "II.1.a", "II.1.b"]
NUMBERS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12")


def kodes(plan):
    return [each.kode for each in plan.indikator()]


@pytest.mark.parametrize("at", range(2, 7))
@pytest.mark.parametrize("note", ["Catatan: lihat rapat 3 Maret", "catatan: lihat rapat", "Bahas lagi dengan tim"])
def test_a_note_beside_the_names_is_no_komponen(plan_of, at, note):
    """Wherever it stands between the rows, the others keep their kode and ZI007 gets it."""
    plan = plan_of([*PLAN[:at], (None, note), *PLAN[at:]])
    assert (kodes(plan), len(plan.komponen)) == (KODES, 2)
    assert [(each.oddity, each.place.row, each.detail) for each in plan.remarks] == [(Oddity.STRAY_TEXT, at + 3, note)]


def test_without_numbers_and_capitals_a_name_is_a_komponen_all_the_same(plan_of):
    """Where no heading is marked as one, the row above a numbered subkomponen is taken for it."""
    plan = plan_of([(None, "Bidang umum"), PLAN[1], (None, "Bidang keuangan"), PLAN[5]])
    assert [each.nama.text for each in plan.komponen] == ["Bidang umum", "Bidang keuangan"]


@pytest.mark.parametrize(
    "cells",
    [
        ("Jumlah tim kerja", None, None, None, None, 0.5),
        ("Jumlah", "Menyusun", "SK", None, None, 0.5),
        ("Total pegawai yang dilatih", None, None, None, None, 0.5),
        ("Rata-rata nilai pegawai naik", None, "Laporan", None, None, 0.5),
    ],
    ids=lambda cells: cells[0],
)
def test_an_indikator_that_begins_like_a_total_does_not_disappear(plan_of, cells):
    """Blank target or not: it is planned, reported and counted."""
    plan = plan_of([*PLAN[:2], (None, None, *cells), *PLAN[3:]])
    assert kodes(plan) == KODES
    assert plan.remarks != ()


@pytest.mark.parametrize(
    "total",
    [
        ("Jumlah", None, None, None, None, None, None, 0.5),
        (None, None, "Jumlah", None, None, None, None, 0.5),
        (None, None, "Total Komponen I", None, None, None, None, 0.5),
        (None, None, "Rata-rata capaian Manajemen Perubahan", None, None, None, None, 0.5),
        (None, None, "Subtotal", None, None, None, None, 0.5),
        (None, "Total capaian tim", None, None, None, None, None, 0.5),
    ],
    ids=lambda row: next(filter(None, row)),
)
def test_a_total_is_none_of_the_matrix(plan_of, total):
    """The words alone, or with what they sum up."""
    plan = plan_of([*PLAN[:4], total, *PLAN[4:]])
    assert (kodes(plan), plan.remarks) == (KODES, ())


@pytest.mark.parametrize(
    "numbers",
    [
        ("1", "2", "3", "4", "6", "5", "7", *NUMBERS[7:]),
        tuple(map(int, reversed(NUMBERS))),
        tuple("abcdefghijkl"),
        ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"),
    ],
    ids=["moved", "reversed", "letters", "roman"],
)
def test_the_numbering_row_is_no_indikator(plan_of, header, numbers):
    """Columns that moved took their numbers along."""
    plan = plan_of(PLAN, header=(header, numbers))
    assert (kodes(plan), plan.remarks) == (KODES, ())


@pytest.mark.parametrize(("at", "kode"), [(0, "I"), (4, "II")])
def test_a_report_on_a_heading_is_told(plan_of, at, kode):
    """It counts for nobody; a formula there sums up, which is nobody's report."""
    rows = list(PLAN)
    rows[at] = (*PLAN[at], *[None] * 5, 0.5, None, None, "Belum ada dana")
    (remark,) = plan_of(rows).remarks
    assert (remark.oddity, remark.kode, remark.place.column) == (Oddity.REPORT_ON_HEADING, kode, 8)
    assert remark.detail == "REALISASI (%), KENDALA"
    rows[at] = (*PLAN[at], *[None] * 5, "=AVERAGE(H4:H5)")
    assert plan_of(rows).remarks == ()


def test_a_report_merged_down_from_a_heading_is_its_rows(plan_of):
    """What the indikator below show is theirs."""
    rows = [(*PLAN[0], *[None] * 8, "Belum ada dana"), *PLAN[1:]]
    plan = plan_of(rows, edit=lambda sheet: sheet.merge_cells("K3:K5"))
    assert plan.remarks == ()
    assert next(plan.indikator()).datum(Field.KENDALA).text == "Belum ada dana"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({Field.NO: "A", Field.INDIKATOR: "PENGUNGKIT"}, True),
        ({Field.INDIKATOR: "ii. Reform"}, True),
        ({Field.INDIKATOR: "II. REFORM"}, True),
        ({Field.NO: "KOMPONEN HASIL"}, True),
        ({Field.INDIKATOR: "Reform birokrasi berjalan"}, False),
        ({Field.INDIKATOR: "Hasil", Field.TARGET_WAKTU: "Maret 2025"}, False),
        ({Field.NO: "1"}, False),
    ],
)
def test_dividers(texts, expected):
    assert is_divider(texts) is expected
