"""ZI7xx: column PENANGGUNG JAWAB."""

import pytest

from zi_excel.plan.rencana_aksi import Field


@pytest.mark.parametrize(("text", "spoken"), [("", True), ("-", True), ("Tim", False)])
def test_somebody_is_responsible(text, spoken, draft, cells):
    """ZI701 speaks at the cell."""
    draft.row("I.1.b").set(penanggung_jawab=text)
    assert cells("ZI701", draft) == [("G22", "I.1.b")] * spoken


def test_without_the_column_nobody_is_missed(draft, hits):
    """ZI002 says that PENANGGUNG JAWAB is missing."""
    del draft.columns[Field.PENANGGUNG_JAWAB]
    assert hits("ZI701", draft) == []
    assert hits("ZI702", draft) == []


@pytest.mark.parametrize(
    ("usual", "rare", "spoken"),
    [
        ("Tim Penguatan Pengawasan", "Tim Penguatan Pengawsan", True),
        ("Tim Penguatan Pengawasan", "Tim Penguatan Pengawasann", True),
        ("Tim Penguatan Pengawasan", "Tim Penguatan Pengawesan", True),
        ("Tim Penguatan Pengawasan", "Tim Penguatan Pengawsaan", True),
        ("Tim Penguatan Pengawasan", "tim penguatan pengawasan", True),
        ("Sub Bagian Hukum", "Subbagian Hukum", True),
        ("Kasubbag. Umum", "Kasubbag Umum", True),
        ("Tim Penguatan Pengawasan", "Tim Penguatan  Pengawasan\n", False),
        ("Tim Penguatan Pengawasan", "Tim Penguatan Akuntabilitas", False),
        ("Tim I", "Tim II", False),
        ("Divisi A", "Divisi B", False),
        ("Kelompok Kerja 1", "Kelompok Kerja 2", False),
        ("Pengawasan" * 20, "Pengawasan" * 19 + "Pengawasn", True),
        ("Pengawasan" * 4_000, "Pengawasan" * 3_999 + "Pengawasn", False),  # prose; its keys would fill the memory
    ],
)
def test_two_spellings_of_one_name_are_told(usual, rare, spoken, draft, hits):
    """ZI702 speaks of the rarer one, once; names that differ by a number or a short word are different."""
    draft.row("I.1.a").set(penanggung_jawab=rare)
    draft.row("I.1.b").set(penanggung_jawab=usual)
    draft.row("I.1.c").set(penanggung_jawab=usual)
    found = hits("ZI702", draft)
    assert [hit.kode for hit in found] == ["I.1.a"] * spoken
    assert all("(2 baris)" in hit.message for hit in found)
