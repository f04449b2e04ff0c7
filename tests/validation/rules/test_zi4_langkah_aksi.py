"""ZI4xx: column LANGKAH AKSI."""

import pytest

from zi_excel.validation.rules.questions import other_years


@pytest.mark.parametrize(("text", "spoken"), [("", True), ("–", True), ("Rapat", False)])
def test_a_step_is_needed(text, spoken, draft, cells):
    """ZI401 speaks at the cell."""
    draft.row("I.1.b").set(langkah_aksi=text)
    assert cells("ZI401", draft) == [("D22", "I.1.b")] * spoken


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("b. Pembagian tugas", False),
        ("Pembagian tugas", True),
        ("PEMBAGIAN TUGAS.", True),
        ("Rapat pembagian tugas", False),
    ],
)
def test_a_step_that_only_repeats_is_told(text, spoken, draft, hits):
    """ZI402: word for word the indikator or a part of it, without its letter."""
    draft.row("I.1.b").set(langkah_aksi=text)
    assert [hit.kode for hit in hits("ZI402", draft)] == ["I.1.b"] * spoken


YEARS = [
    ("SKP 2025", ()),
    ("SKP 2024", ("2024",)),
    ("SKP tahun 2024 dan SKP tahun 2025", ("2024",)),
    ("SKP 2023, SKP 2024, SKP 2024", ("2023", "2024")),
    ("renstra 2020- 2024", ("2020–2024",)),
    ("renstra 2023 - 2027", ()),
    ("Laporan SPIP Tahun 2022-2025", ()),
    ("2021 s.d. 2024", ("2021–2024",)),
    ("2021 sampai dengan 2026", ()),
    ("Renstra 2025–2029", ()),
    ("Permenpan 90 Tahun 2021", ()),
    ("UU Nomor 14 Tahun 2008 tentang KIP", ()),
    ("PermenPANRB 90/2021", ()),
    ("LAKIP 2024 Tahun 2022", ("2024", "2022")),
    ("Keputusan Nomor 1234 Tahun 2023", ()),
    ("Keputusan KPU Tahun 2024 tentang Tim", ("2024",)),
    ("WA: 08965270070", ()),
    ("Telp: (0271)740268", ()),
    ("kode 202420", ()),
    ("3.2024", ()),
    ("laporan 12-2024-01", ()),
    ("tahun 1899", ()),
    ("", ()),
]


@pytest.mark.parametrize(("text", "years"), YEARS, ids=[text or "blank" for text, _ in YEARS])
def test_other_years_are_those_that_do_not_reach_the_plans(text, years):
    """A span that holds the plan's year, a law's number and a telephone number name no other year."""
    assert other_years(text, 2025) == years


@pytest.mark.parametrize(("text", "spoken"), [("Menyusun LAKIP 2024", True), ("Menyusun LAKIP 2025", False)])
def test_a_step_of_another_year_is_told(text, spoken, draft, hits):
    """ZI403 names the year."""
    draft.row("I.1.b").set(langkah_aksi=text)
    assert [hit.message for hit in hits("ZI403", draft)] == [
        "Langkah aksi menyebut 2024, sedangkan rencana ini tahun 2025."
    ] * spoken
