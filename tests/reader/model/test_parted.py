"""What a row's cells mean in columns that a header parts by time, or calls BULAN."""

from datetime import date

import pytest

from zi_excel.plan.jadwal import Jenis
from zi_excel.plan.rencana_aksi import Oddity
from zi_excel.reader.model.parted import as_months

SIX = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU")
QUARTERS = ("TW I", "TW II", "TW III", "TW IV")
BLANK = (None,) * 6


@pytest.fixture
def parted(plan_of):
    """parted(target, *cells of TW I..IV) -> the one indikator."""

    def run(target, *cells):
        header = [(*SIX, "REALISASI"), (*BLANK, *QUARTERS)]
        plan = plan_of([(1, "Tim", "a. SK", "Menyusun", "SK", target, *cells)], header=header)
        assert [each.oddity for each in plan.remarks] == [Oddity.PARTED]
        return next(plan.indikator())

    return run


@pytest.mark.parametrize(
    ("target", "cells", "share", "ref"),
    [
        ("TW I-IV 2025", (), 0, "G4"),
        ("TW I-IV 2025", ("25%", "50%"), 0.5, "H4"),
        ("TW I-IV 2025", (None, "50%"), 0.5, "H4"),
        ("TW I-IV 2025", (25, 50, 75), 0.75, "I4"),
        ("TW I-IV 2025", (0.25, 0.5, 0, 0), 0.5, "H4"),
        ("TW I-IV 2025", ("25%", "belum"), 0.25, "G4"),
        ("TW I-IV 2025", ("25%", "-", "-", "-"), 0.25, "G4"),
        ("TW I-IV 2025", ("25%", "25%"), 0.25, "H4"),
        ("TW I-IV 2025", ("50%", "25%"), None, "H4"),
        ("TW I-IV 2025", ("25%", "50%", "selesai"), 1, "I4"),
        ("TW I-IV 2025", ("v", "v"), 0.5, "H4"),
        ("TW I-IV 2025", ("✔", None, "✔"), 0.5, "I4"),
        ("Maret, Juni 2025", ("√",), 0.5, "G4"),
        ("Maret 2025", ("selesai",), 1, "G4"),
        ("Maret, Juni 2025", (None, None, "v"), None, "I4"),
        ("Maret 2025", ("0%",), 0, "G4"),
        ("Maret 2025", ("hampir",), None, "G4"),
        ("Maret 2025", ("hampir", "80%"), 0.8, "H4"),
    ],
)
def test_what_counts_of_a_parted_realisasi(parted, target, cells, share, ref):
    """The last report, as what was done up to then; a fall is no share; ticks tell which tonggak are done."""
    found = parted(target, *cells)
    assert (found.realisasi.share, found.laporan.place.ref) == (share, ref)


def test_a_fall_is_explained(parted):
    """Both quarters, with their figures."""
    problem = parted("TW I-IV 2025", "50%", "25%").realisasi.problem
    assert "TW II (25,0%) lebih kecil daripada TW I (50,0%)" in problem


@pytest.mark.parametrize(
    ("cells", "text", "jenis"),
    [
        (("v",), "TW I", Jenis.PERIODE),
        ((None, "x", None, "x"), "TW II, TW IV", Jenis.PERIODE),
        ((25, 50, 75, 100), "TW I, TW II, TW III, TW IV", Jenis.PERIODE),
        ((0, 0, 1, 0), "TW III", Jenis.PERIODE),
        (("-", "●", "-", "-"), "TW II", Jenis.PERIODE),
        ((None, "Mei 2025"), "Mei 2025", Jenis.BULAN),
        (("Januari", "April"), "Januari, April", Jenis.DAFTAR),
        ((), "", None),
        (("-", "-"), "-", None),
        (("#REF!", "v"), "#REF!", None),
    ],
)
def test_what_a_parted_target_means(plan_of, cells, text, jenis):
    """A mark or a number means the column's time; words that are a time themselves stay; an error hides it."""
    header = [(*SIX[:5], "TARGET WAKTU"), (*BLANK[:5], *QUARTERS)]
    (found,) = plan_of([(1, "Tim", "a. SK", "Menyusun", "SK", *cells)], header=header).indikator()
    jadwal = found.target.jadwal
    assert (found.target_waktu.text, jadwal and jadwal.jenis) == (text, jenis)


@pytest.mark.parametrize(
    ("cells", "text", "last"),
    [
        ((date(2025, 1, 2), date(2025, 3, 28)), "2 Januari 2025 – 28 Maret 2025", date(2025, 3, 28)),
        (("Januari", "Maret 2025"), "Januari – Maret 2025", date(2025, 3, 31)),
        ((None, date(2025, 3, 28)), "28 Maret 2025", date(2025, 3, 28)),
        (("mengikuti pusat", "Maret 2025"), "mengikuti pusat – Maret 2025", date(2025, 3, 31)),
    ],
)
def test_from_when_until_when(plan_of, cells, text, last):
    """MULAI and SELESAI are one range; the end alone is enough."""
    header = [(*SIX[:5], "WAKTU PELAKSANAAN"), (*BLANK[:5], "MULAI", "SELESAI")]

    def edit(sheet):
        for cell in ("F4", "G4"):
            sheet[cell].number_format = "dd/mm/yyyy"

    (found,) = plan_of([(1, "Tim", "a. SK", "Menyusun", "SK", *cells)], header=header, edit=edit).indikator()
    assert found.target_waktu.text == text
    assert found.target.jadwal.last == last


@pytest.mark.parametrize(
    ("planned", "done", "share"),
    [
        ((1, 1, 1, 1), (1, 1), 0.5),
        ((0, 1, 0, 1), (0, 0), 0),
        ((3, 2, 0, 0), (3, 1), 0.8),
        ((1, 0, 0, 0), (1,), 1),
        ((1, 1, 0, 0), (2, 1), None),  # more than all
        ((25, 50, 75, 100), (25, 50), 0.5),  # percentages up to then
        (("v", "v", "v", "v"), (25, 50), 0.5),
        ((1, 1, 1, 1), ("25%", "50%"), 0.5),
        ((1, 1, 1, 1), (0.25, 0.5), 0.5),
        ((1, 1, 1, 1), (25, 50), 0.5),  # no counts of four
        ((1, 1, 1, 1), (), 0),
    ],
)
def test_outputs_counted_per_quarter(plan_of, planned, done, share):
    """`1` of four planned outputs is a quarter, not the whole."""
    header = [(*SIX[:5], "TARGET", None, None, None, "REALISASI"), (*BLANK[:5], *QUARTERS, *QUARTERS)]
    (found,) = plan_of([(1, "Tim", "a. SK", "Menyusun", "SK", *planned, *done)], header=header).indikator()
    assert found.realisasi.share == share


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (3, "Maret"),
        (12.0, "Desember"),
        ("3", "Maret"),
        ("3, 6, 9, 12", "Maret, Juni, September, Desember"),
        ("1 s/d 12", "Januari s/d Desember"),
        ("1-6", "Januari-Juni"),
        (0, 0),
        (13, 13),
        (3.5, 3.5),
        (True, True),
        ("13", "13"),
        ("3 kali", "3 kali"),
        ("Maret", "Maret"),
        ("", ""),
        (None, None),
        (date(2025, 3, 1), date(2025, 3, 1)),
    ],
)
def test_numbers_as_months(content, expected):
    """Numbers of months become their names; any other number, and any text with words in it, stays."""
    assert as_months(content) == expected


@pytest.mark.parametrize(("header", "last"), [("BULAN", date(2025, 6, 30)), ("TARGET WAKTU", None)])
def test_only_a_column_of_months_holds_them(plan_of, header, last):
    """A bare number in a column of another title is no month."""
    names = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", header)
    (found,) = plan_of([(1, "Tim", "a. SK", "Menyusun", "SK", 6)], header=(names,)).indikator()
    assert (found.target.jadwal and found.target.jadwal.last) == last
