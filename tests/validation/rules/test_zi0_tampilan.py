"""ZI0xx: what escapes the eye."""

import pytest

from zi_excel.plan.rencana_aksi import Field, Oddity


@pytest.mark.parametrize(
    ("code", "oddity", "words"),
    [
        ("ZI012", Oddity.OTHER_TABLE, "Di baris 20 mulai tabel lain (“No | Nama”); tabel itu tidak dibaca."),
        ("ZI016", Oddity.OTHER_MATRIX, "Di baris 20 mulai matriks lain (“No | Nama”); yang itu tidak dibaca."),
    ],
)
def test_another_table_is_told_with_its_row_and_header(code, oddity, words, draft, hits):
    """A table and a second matrix are two rules, which don't speak of each other's."""
    assert hits(code, draft) == []
    draft.remark(oddity, detail="No | Nama")
    assert [hit.message for hit in hits(code, draft)] == [words]
    other = {"ZI012": "ZI016", "ZI016": "ZI012"}[code]
    assert hits(other, draft) == []


def test_formulas_are_told_once_per_column(draft, hits):
    """Two formulas in LANGKAH AKSI and one in BUKTI FISIK are two hits, each at its column's first one."""
    computed = {"text": "Rapat", "value": "Rapat", "formula": "Lain!A1"}
    draft.row("I.1.a").set(langkah_aksi=computed)
    draft.row("I.1.b").set(langkah_aksi=computed, bukti_fisik=computed)
    hits = hits("ZI014", draft)
    assert [(hit.place.ref, hit.message) for hit in hits] == [
        ("D21", "Kolom LANGKAH AKSI berisi rumus di 2 sel, bukan teks yang diketik."),
        ("E22", "Kolom BUKTI FISIK berisi rumus di 1 sel, bukan teks yang diketik."),
    ]


def test_what_staff_fill_in_may_be_a_formula(draft, hits):
    """Only columns 1-7 were enacted."""
    draft.row("I.1.a").set(realisasi={"text": "50%", "value": 0.5, "number_format": "0%", "formula": "1/2"})
    assert Field.REALISASI in draft.columns
    assert hits("ZI014", draft) == []
