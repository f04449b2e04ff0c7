"""Times in REALISASI: the tonggak that they say are done, and the day on which all was (contract, section 5)."""

from datetime import date

import pytest

from zi_excel.plan.jadwal import Jadwal
from zi_excel.plan.realisasi import Realisasi, ReportCell, read_realisasi
from zi_excel.plan.target_waktu import read_target_waktu

QUARTERS = "Maret, Juni, September, Desember 2025"
MONTHS = "setiap bulan"
HALVES = "Juni dan Desember 2025"


def target(text: str) -> Jadwal:
    jadwal = read_target_waktu(text, year=2025).jadwal
    assert jadwal
    return jadwal


def read(text: str, target_waktu: str = QUARTERS) -> Realisasi:
    (only,) = read_realisasi([ReportCell(text, jadwal=target(target_waktu))])
    return only


@pytest.mark.parametrize(
    ("target_waktu", "text", "share"),
    [
        (QUARTERS, "Semester I", 2 / 4),
        (QUARTERS, "Semester 1", 2 / 4),
        (QUARTERS, "smt I 2025", 2 / 4),
        (QUARTERS, "Semester I dan II", 4 / 4),
        (QUARTERS, "Semester I, TW III", 3 / 4),
        (QUARTERS, "TW III, Semester I 2025", 3 / 4),
        (QUARTERS, "B03", 1 / 4),
        (QUARTERS, "B06", 2 / 4),
        (QUARTERS, "B09", 3 / 4),
        (QUARTERS, "B12", 4 / 4),
        (QUARTERS, "B08", 2 / 4),
        (QUARTERS, "Caturwulan I", 1 / 4),
        (MONTHS, "Semester I", 6 / 12),
        (MONTHS, "B09", 9 / 12),
        (MONTHS, "Caturwulan I", 4 / 12),
        (HALVES, "Semester I", 1 / 2),
        (HALVES, "B06", 1 / 2),
        ("setiap minggu", "Semester I", 26 / 53),
        ("TW I–IV", "Semester I", 2 / 4),
    ],
)
def test_a_half_year_and_a_measure_are_all_up_to_their_end(target_waktu, text, share):
    """As offices mean them: what was to be done by then is done."""
    jadwal = target(target_waktu)
    if target_waktu == "setiap minggu":
        share = sum(day <= date(2025, 6, 30) for day in jadwal.tonggak) / len(jadwal.tonggak)
    assert read(text, target_waktu) == Realisasi(pytest.approx(share), dilaporkan=True)


@pytest.mark.parametrize(
    ("target_waktu", "text", "share"),
    [
        (QUARTERS, "s.d. TW II", 2 / 4),
        (QUARTERS, "s.d TW 3", 3 / 4),
        (QUARTERS, "s/d Triwulan II", 2 / 4),
        (QUARTERS, "sampai dengan Juni", 2 / 4),
        (QUARTERS, "Sampai dengan bulan Juni 2025", 2 / 4),
        (QUARTERS, "hingga September", 3 / 4),
        (QUARTERS, "s.d. akhir Juni", 2 / 4),
        (QUARTERS, "s.d. Agustus", 2 / 4),
        (QUARTERS, "s.d. Januari", 0),
        (QUARTERS, "sudah s.d. TW III", 3 / 4),
        (QUARTERS, "terlaksana s.d. Juni", 2 / 4),
        (QUARTERS, "s.d. 30 Juni 2025", 2 / 4),
        (QUARTERS, "s.d. 29 Juni 2025", 1 / 4),
        (QUARTERS, "s.d. Semester I", 2 / 4),
        (QUARTERS, "s.d. B06", 2 / 4),
        (QUARTERS, "Januari s.d. Juni", 2 / 4),
        (QUARTERS, "Januari sampai dengan Juni 2025", 2 / 4),
        (QUARTERS, "TW I s.d. TW III", 3 / 4),
        (MONTHS, "s.d. Juni", 6 / 12),
        (MONTHS, "s.d. TW III", 9 / 12),
        (HALVES, "s.d. TW III", 1 / 2),
        ("November 2025, Februari 2026", "s.d. November", 1 / 2),
        ("November 2025, Februari 2026", "s.d. Februari", 2 / 2),
    ],
)
def test_up_to_a_time_is_all_that_was_due_by_then(target_waktu, text, share):
    """`s.d.` and its like, before a month, a quarter, a half or a day."""
    assert read(text, target_waktu) == Realisasi(pytest.approx(share), dilaporkan=True)


@pytest.mark.parametrize(
    ("target_waktu", "text", "share"),
    [
        (QUARTERS, "TW II", 1 / 4),
        (QUARTERS, "Juni", 1 / 4),
        (QUARTERS, "Triwulan IV", 1 / 4),
        (QUARTERS, "TW II dan III", 2 / 4),
        (MONTHS, "TW II", 3 / 12),
        (MONTHS, "Juni", 1 / 12),
        ("Februari, Mei, Agustus, November 2025", "TW I", 1 / 4),
    ],
)
def test_a_quarter_or_a_month_alone_is_that_one(target_waktu, text, share):
    """It says nothing of what comes before it."""
    assert read(text, target_waktu) == Realisasi(pytest.approx(share), dilaporkan=True)


@pytest.mark.parametrize(("target_waktu", "text"), [(QUARTERS, "Semester II"), (HALVES, "Smt II")])
def test_the_second_half_is_the_year_and_that_is_told(target_waktu, text):
    """Whoever meant the second half alone finds the remark."""
    read_back = read(text, target_waktu)
    assert read_back.share == 1
    assert read_back.notes == (f"“{text.lower()}” dibaca semua yang jatuh tempo sampai 31 Desember 2025",)


@pytest.mark.parametrize(
    ("target_waktu", "text", "share"),
    [
        (MONTHS, "- Maret\n- Juni", 2 / 12),
        (MONTHS, "• Maret\n• Juni", 2 / 12),
        (MONTHS, "1. Maret\n2. Juni\n3. Juli", 3 / 12),
        (MONTHS, "* Maret\r\n* Juni", 2 / 12),
        (MONTHS, "Maret\nJuni", 2 / 12),
        (MONTHS, "– Maret\n– Juni\n– Juli", 3 / 12),
        (QUARTERS, "- Maret\n- Desember", 2 / 4),
        (QUARTERS, "- TW I\n- TW II", 2 / 4),
        (QUARTERS, "✓ Maret\n✓ Juni", 2 / 4),
    ],
)
def test_one_a_line_with_bullets_is_a_list(target_waktu, text, share):
    """A bullet is no dash of a range, as in a target."""
    assert read(text, target_waktu) == Realisasi(pytest.approx(share), dilaporkan=True)


@pytest.mark.parametrize("text", ["- Maret - Juni", "Maret\n- Juni", "-Maret-Juni"])
def test_a_dash_that_may_be_a_bullet_is_not_read(text):
    """Two months or four: nobody knows."""
    assert read(text, MONTHS).problem == (
        f"“{' '.join(text.lower().split())}” tidak jelas daftar atau rentang; pakai koma, atau “s.d.”"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Selesai (31 Maret 2025)",
        "Selesai tgl 31 Maret 2025",
        "selesai pada tanggal 31/03/2025",
        "Selesai, 31-03-2025",
        "sudah selesai 31 Maret 2025",
        "tuntas 31 Mar 2025",
        "31 Maret 2025 (selesai)",
        "31 Maret 2025 - selesai",
        "✓ 31/3/2025",
        "v (31 Maret 2025)",
        "100% (31 Maret 2025)",
        "100%, selesai tgl 31 Maret 2025",
        "Selesai\n31 Maret 2025",
    ],
)
@pytest.mark.parametrize(
    "target_waktu", [QUARTERS, MONTHS, "Maret 2025", "Januari – Desember 2025", "jika ada", "TW I"]
)
def test_done_with_its_day_is_done_in_every_kind_of_target(text, target_waktu):
    """All is done, and the day is kept for TANGGAL SELESAI."""
    read_back = read(text, target_waktu)
    assert (read_back.share, read_back.selesai_pada) == (1, date(2025, 3, 31))
    assert read_back.notes == ("waktunya sebaiknya ditulis di kolom TANGGAL SELESAI",)


@pytest.mark.parametrize("text", ["terlaksana 31 Maret 2025", "sudah 31 Maret 2025", "telah dilaksanakan 31/03/2025"])
def test_one_of_several_may_be_meant_by_a_day(text):
    """Only "selesai" says that nothing is left of a list."""
    assert read(text).share is None


def test_a_day_without_its_year_is_kept_from_tanggal_selesai():
    """Nobody wrote the year."""
    read_back = read("Selesai 31 Maret")
    assert (read_back.share, read_back.selesai_pada) == (1, None)


@pytest.mark.parametrize(
    ("target_waktu", "text"),
    [
        (QUARTERS, "Semester I 2024"),
        (QUARTERS, "s.d. Juni 2024"),
        (QUARTERS, "s.d. sekarang"),
        (QUARTERS, "Semester III"),
        (QUARTERS, "B13"),
        (QUARTERS, "s.d."),
        (QUARTERS, "Semester"),
        (QUARTERS, "s.d. TW II (revisi laporan)"),
        (HALVES, "TW I"),
        ("Maret 2024, Maret 2025", "s.d. Maret"),
        ("Maret 2025", "Semester I"),
        ("Januari – Desember 2025", "s.d. Juni"),
        ("jika ada", "Semester I"),
    ],
)
def test_a_time_that_is_none_of_the_target_is_not_read(target_waktu, text):
    """Another year, a period that doesn't exist, words besides, a target with one tonggak."""
    assert read(text, target_waktu).share is None


@pytest.mark.parametrize("zero", ["-0%", "-0", "0/5", "-0,0 %"])
def test_no_zero_has_a_sign(zero):
    """-0 % is printed as 0."""
    assert str(read(zero).share) == "0.0"


@pytest.mark.parametrize(
    ("target_waktu", "text", "share"),
    [
        (MONTHS, "B06\ntahun 2025", 6 / 12),
        (MONTHS, "Semester\nI", 6 / 12),
        (QUARTERS, "s.d.\nJuni 2025", 2 / 4),
        (QUARTERS, "s.d. bulan\nJuni", 2 / 4),
        (MONTHS, "s.d. tanggal 10\nJuli\n2025", 6 / 12),
        (MONTHS, "Triwulan II tahun 2025", 3 / 12),
        (MONTHS, "TW I\nTW II tahun 2025", 6 / 12),
    ],
)
def test_a_line_break_within_a_time_parts_nothing(target_waktu, text, share):
    """A narrow column breaks anywhere; a list has a time on each line."""
    assert read(text, target_waktu) == Realisasi(pytest.approx(share), dilaporkan=True)


@pytest.mark.parametrize(("text", "share"), [("selesai;", 1), ("75%,", 0.75), ("v,", 1), ("3/4;", 0.75)])
def test_a_sign_at_the_end_is_none(text, share):
    """As it is left where a list was shortened."""
    assert read(text).share == share


@pytest.mark.parametrize(
    "text",
    [
        "☑ Maret\n☐ Juni",
        "✓ Maret\n✗ Juni",
        "✓ Maret\n- Juni",
        "v Maret\nJuni",
        "Maret?",
        "● Maret\n○ Juni",
        "Maret ✗",
        "Maret = Juni",
    ],
)
def test_a_sign_beside_a_time_is_never_passed_over(text):
    """An empty box, a cross, a line without a tick: not all of it is done."""
    assert read(text).share is None


@pytest.mark.parametrize(("text", "share"), [("6/2025", 1 / 4), ("12/2025", 1 / 4), ("03/2025, 06/2025", 2 / 4)])
def test_a_month_in_digits_is_no_fraction(text, share):
    """6/2025 is June, not a three-thousandth."""
    assert read(text).share == pytest.approx(share)


@pytest.mark.parametrize("text", ["per Juni", "per 30 Juni 2025", "per TW II"])
def test_how_things_stand_on_a_day_is_all_up_to_it(text):
    """With a remark: `per Juni` alone was once June's."""
    found = read(text, QUARTERS)
    assert found.share == 2 / 4
    assert "dibaca semua yang jatuh tempo sampai 30 Juni 2025" in found.notes[0]
