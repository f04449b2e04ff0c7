"""Years in titles, headers and prose when the plan goes on to another year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.plan.moved_years import move_prose, move_title


def title(*lines, year=2025, by=1):
    """The lines as they are in a later year."""
    return [moved.text for moved in move_title(lines, year=year, by=by)]


def stays(text, **options):
    """The years that stay in a cell's text."""
    moved = move_prose(text, year=2025, by=1, **options)
    assert (moved.text, moved.moved) == (text, False)
    return dict(moved.stays)


@pytest.mark.parametrize(
    ("lines", "later"),
    [
        (["RENCANA AKSI ZI", "KPU KOTA SURAKARTA TAHUN 2025"], ["RENCANA AKSI ZI", "KPU KOTA SURAKARTA TAHUN 2026"]),
        (["MATRIKS RENCANA AKSI", "TAHUN", "2025"], ["MATRIKS RENCANA AKSI", "TAHUN", "2026"]),
        (["RENCANA AKSI ZI T.A. 2025"], ["RENCANA AKSI ZI T.A. 2026"]),
        (["RENCANA AKSI TAHUN PELAJARAN 2025/2026"], ["RENCANA AKSI TAHUN PELAJARAN 2026/2027"]),
        (["RENCANA AKSI 2025 (tindak lanjut LHE Tahun 2024)"], ["RENCANA AKSI 2026 (tindak lanjut LHE Tahun 2024)"]),
        (["NOMOR 3 TAHUN 2025", "TENTANG ZI TAHUN 2025"], ["NOMOR 3 TAHUN 2025", "TENTANG ZI TAHUN 2026"]),
        (["TARGET WAKTU 2025"], ["TARGET WAKTU 2026"]),
        (["BASELINE 2024"], ["BASELINE 2024"]),
        (["RENCANA AKSI 2025-2029"], ["RENCANA AKSI 2025-2029"]),
        (["Dicetak 5 Januari 2025"], ["Dicetak 5 Januari 2025"]),
    ],
)
def test_a_titles_own_year_moves(lines, later):
    """Not a letter's number, a day, a range of years or another document's year."""
    assert title(*lines) == later


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("Melaksanakan rapat TW I 2025", "Melaksanakan rapat TW I 2026"),
        ("Rapat bulan Maret 2025", "Rapat bulan Maret 2026"),
        ("Rapat Triwulan I dan II Tahun 2025", "Rapat Triwulan I dan II Tahun 2026"),
        ("Kegiatan Semester I 2025, Semester II 2025", "Kegiatan Semester I 2026, Semester II 2026"),
    ],
)
def test_a_times_year_moves_in_prose(text, later):
    """It stands behind a month or a period, and nothing there may bear it."""
    assert move_prose(text, year=2025, by=1).text == later


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Menyusun LAKIP 2024", {"2024": "tahun dokumen atau tanggal"}),
        ("SKP Tahun 2025", {"2025": "tidak jelas milik target atau dokumen"}),
        ("renstra 2023 - 2027", {"2023 - 2027": "rentang tahun"}),
        ("Sakip 2024; E-monev", {"2024": "bukan tahun rencana"}),
        ("SK Nomor 12/2025", {"2025": "bagian dari nomor peraturan atau surat"}),
        ("Perda 5 Tahun 2017", {"2017": "bagian dari nomor peraturan atau surat"}),
        ("UU 28 Tahun 1999", {"1999": "bagian dari nomor peraturan atau surat"}),
        ("Laporan TW IV 2025", {"2025": "tahun dokumen atau tanggal"}),
        ("Notulen rapat TW I 2025", {"2025": "tidak jelas milik target atau dokumen"}),
        ("Kegiatan 12 Maret 2025", {"2025": "tahun dokumen atau tanggal"}),
        ("Rapat Maret 2024", {"2024": "bukan tahun rencana"}),
    ],
)
def test_what_may_be_a_documents_stays(text, years):
    """With what it seems to be, for a person to decide."""
    assert stays(text) == years


def test_in_bukti_fisik_every_year_is_a_documents():
    """Even behind a period: what stands there are documents."""
    assert stays("Rapat TW I 2025", names_documents=True) == {"2025": "tidak jelas milik target atau dokumen"}


WORDS = (
    "Rapat",
    "TW",
    "I",
    "Maret",
    "LAKIP",
    "SK",
    "Nomor",
    "12/",
    "Tahun",
    "2025",
    "2024",
    "2023-2027",
    "Perda",
    "5",
    ";",
)


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_only_the_plans_year_moves(text):
    """All other digits stay, whatever stands around them, and each year is moved or told."""
    moved = move_prose(text, year=2025, by=1)
    assert moved.text.replace("2026", "2025") == text
    assert (moved.text != text) == moved.moved
    for year in ("2024", "2025"):
        assert year not in moved.text.split() or any(year in told for told, _ in moved.stays)
