"""ZI5xx: column BUKTI FISIK."""

import pytest


@pytest.mark.parametrize(("text", "spoken"), [("", True), ("-", True), ("SK Tim", False)])
def test_evidence_is_needed(text, spoken, draft, cells):
    """ZI501 speaks at the cell."""
    draft.row("I.1.b").set(bukti_fisik=text)
    assert cells("ZI501", draft) == [("E22", "I.1.b")] * spoken


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Menerbitkan SK Pelayanan Publik", True),
        ("SK Tim; melaksanakan rapat", True),
        ("Mensosialisasikan ZI", True),
        ("Mengunggah alur pelayanan", True),
        ("Media sosial", False),
        ("Mekanisme pengaduan", False),
        ("Membership", False),
        ("SK tentang cara menyusun SOP", False),
    ],
)
def test_evidence_is_a_thing(text, spoken, draft, hits):
    """ZI502: a butir that begins with an office's verb is a step, not evidence."""
    draft.row("I.1.b").set(bukti_fisik=text)
    assert [hit.kode for hit in hits("ZI502", draft)] == ["I.1.b"] * spoken


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SK Tim 2025", None),
        ("SK Tim", None),
        ("SK Tim 2025; SKP 2024", "“SKP 2024” menyebut 2024, sedangkan rencana ini tahun 2025."),
        (
            "Renstra 2020-2024; SKP 2023",
            "“Renstra 2020-2024” menyebut 2020–2024; “SKP 2023” menyebut 2023, sedangkan rencana ini tahun 2025.",
        ),
    ],
)
def test_evidence_of_another_year_is_told_by_butir(text, said, draft, hits):
    """ZI503 names each butir with its year."""
    draft.row("I.1.b").set(bukti_fisik=text)
    assert [hit.message for hit in hits("ZI503", draft)] == ([said] if said else [])


def test_the_same_evidence_for_unrelated_rows_is_one_hit(enacted_draft, hits):
    """ZI504 speaks once per evidence, at the first row of another subkomponen, and names all."""
    assert hits("ZI504", enacted_draft) == []
    for kode in ("I.1.a", "II.1.a", "VI.2.b"):
        enacted_draft.row(kode).set(bukti_fisik="Daftar hadir rapat")
    (hit,) = hits("ZI504", enacted_draft)
    assert hit.kode == "II.1.a"
    assert hit.message == "Bukti “Daftar hadir rapat” dipakai untuk 3 indikator: I.1.a, II.1.a, VI.2.b."


def test_rows_of_one_subkomponen_may_share_evidence(draft, hits):
    """The decree does so itself (I.1.a and b)."""
    for kode in ("I.1.a", "I.1.b"):
        draft.row(kode).set(bukti_fisik="Daftar hadir rapat")
    assert hits("ZI504", draft) == []


@pytest.mark.parametrize(
    ("text", "spoken"),
    [("SK Tim; Notulen; sk  tim", True), ("SK Tim; SK Tim Dumas", False), ("SK 2024; SK 2025", False)],
)
def test_a_butir_twice_is_told(text, spoken, draft, hits):
    """ZI505 looks past capitals and spaces."""
    draft.row("I.1.b").set(bukti_fisik=text)
    assert [hit.kode for hit in hits("ZI505", draft)] == ["I.1.b"] * spoken
