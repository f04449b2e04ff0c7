"""ZI2xx: column KOMPONEN."""

import pytest

from zi_excel.plan.rencana_aksi import Field


@pytest.mark.parametrize("head", [("ZI201", "I"), ("ZI205", "I.1")])
@pytest.mark.parametrize(("nama", "spoken"), [("", True), ("-", True), ("Manajemen Perubahan", False)])
def test_a_name_is_needed(head, nama, spoken, draft, hits):
    """ZI201 for a komponen, ZI205 for a subkomponen; a dash is no name."""
    code, kode = head
    draft.head(kode).nama = nama
    assert [hit.kode for hit in hits(code, draft)] == [kode] * spoken


@pytest.mark.parametrize("code", ["ZI201", "ZI202", "ZI205"])
def test_without_the_column_no_name_is_missed(code, draft, hits):
    """ZI002 says that KOMPONEN is missing."""
    del draft.columns[Field.KOMPONEN]
    assert hits(code, draft) == []


@pytest.mark.parametrize(
    ("kode", "nama"),
    [
        ("II", "PENATAAN TATALAKSANA"),
        ("II", "Penataan Tata-Laksana"),
        ("II", "PENATAAN KETATALAKSANAAN"),
        ("III", "Penataan Sistem Manajemen SDM"),
        ("III", "MANAJEMEN SDM"),
        ("V", "Penguatan Sistem Pengawasan"),
        ("IV", "PENGUATAN AKUNTABILITAS\nKINERJA"),
        ("VI", "peningkatan kualitas pelayanan publik"),
    ],
)
def test_the_areas_usual_names_are_known(kode, nama, enacted_draft, hits):
    """ZI202 and ZI203 know the aliases, in any capitals and over several lines."""
    enacted_draft.head("IV").nama = "PENGUATAN AKUNTABILITAS"
    enacted_draft.head(kode).nama = nama
    assert hits("ZI202", enacted_draft) == []
    assert hits("ZI203", enacted_draft) == []


def test_a_strange_name_among_the_areas_is_told(enacted_draft, hits):
    """ZI202 names the decree's own slip, and a new one."""
    assert [hit.kode for hit in hits("ZI202", enacted_draft)] == ["IV"]
    enacted_draft.head("V").nama = "PENGUATAN PENGAWSAN"
    assert [hit.kode for hit in hits("ZI202", enacted_draft)] == ["IV", "V"]


def test_a_matrix_of_other_things_is_left_alone(enacted_draft, hits):
    """ZI202 does not fire on everything: where most names are no areas, they are not meant to be."""
    for kode in ("I", "II", "III"):
        enacted_draft.head(kode).nama = f"Program {kode}"
    assert hits("ZI202", enacted_draft) == []


def test_a_name_of_another_number_is_told(enacted_draft, hits):
    """ZI203 says which area the name is."""
    assert hits("ZI203", enacted_draft) == []
    enacted_draft.head("II").nama = "PENGUATAN PENGAWASAN"
    (hit,) = hits("ZI203", enacted_draft)
    assert hit.kode == "II"
    assert "area V, tetapi di sini komponen II" in hit.message


@pytest.mark.parametrize(
    ("code", "first", "second"), [("ZI204", "I", "II"), ("ZI206", "I.1", "I.2")], ids=["komponen", "subkomponen"]
)
def test_a_name_twice_is_told_at_the_second(code, first, second, enacted_draft, hits):
    """ZI204 and ZI206 find a copied title, whatever its capitals."""
    assert hits(code, enacted_draft) == []
    enacted_draft.head(second).nama = enacted_draft.head(first).nama.upper() + " "
    (hit,) = hits(code, enacted_draft)
    assert hit.kode == second
    assert hit.message.endswith(f"sudah dipakai pada {first}.")


def test_subkomponen_of_different_komponen_may_share_a_name(enacted_draft, hits):
    """ZI206 looks within a komponen."""
    enacted_draft.head("II.1").nama = enacted_draft.head("I.1").nama
    assert hits("ZI206", enacted_draft) == []


@pytest.mark.parametrize("kode", ["I.1", "I"])
def test_nothing_inside_is_told(kode, enacted_draft, hits):
    """ZI207 speaks of the emptied subkomponen or komponen once."""
    assert hits("ZI207", enacted_draft) == []
    enacted_draft.head(kode).parts.clear()
    assert [hit.kode for hit in hits("ZI207", enacted_draft)] == [kode]
