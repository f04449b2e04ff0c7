"""ZI4xx: column LANGKAH AKSI."""

import pytest


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


@pytest.mark.parametrize(("text", "spoken"), [("Menyusun LAKIP 2024", True), ("Menyusun LAKIP 2025", False)])
def test_a_step_of_another_year_is_told(text, spoken, draft, hits):
    """ZI403 names the year."""
    draft.row("I.1.b").set(langkah_aksi=text)
    assert [hit.message for hit in hits("ZI403", draft)] == [
        "Langkah aksi menyebut 2024, sedangkan rencana ini tahun 2025."
    ] * spoken
