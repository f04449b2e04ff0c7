"""ZI0xx: the sheet's structure."""

from datetime import date

import pytest
from office_expectation import expectation

from zi_excel.enacted.matrix import enacted_matrix
from zi_excel.opc.package.package import Package
from zi_excel.plan.rencana_aksi import Field, Oddity
from zi_excel.reader import read_plan
from zi_excel.validation.rules import ALL
from zi_excel.validation.subject import Subject


@pytest.mark.parametrize(
    ("code", "column", "spoken"),
    [
        ("ZI001", Field.INDIKATOR, True),
        ("ZI001", Field.TARGET_WAKTU, True),
        ("ZI001", Field.BUKTI_FISIK, False),
        ("ZI002", Field.NO, True),
        ("ZI002", Field.KOMPONEN, True),
        ("ZI002", Field.LANGKAH_AKSI, True),
        ("ZI002", Field.BUKTI_FISIK, True),
        ("ZI002", Field.PENANGGUNG_JAWAB, True),
        ("ZI002", Field.TARGET_WAKTU, False),
        ("ZI002", Field.KENDALA, False),
        ("ZI003", Field.TANGGAL_SELESAI, True),
        ("ZI003", Field.TAUTAN_BUKTI, True),
        ("ZI003", Field.KENDALA, True),
        ("ZI003", Field.TINDAK_LANJUT, True),
        ("ZI003", Field.REALISASI, False),
    ],
)
def test_a_missing_column_is_one_hit_of_its_rule(code, column, spoken, draft, hits):
    """Each missing column is named once, by the rule for columns of its kind, at no cell."""
    del draft.columns[column]
    found = hits(code, draft)
    assert [hit.place.ref for hit in found] == [None] * spoken
    assert all(column.replace("_", " ").upper() in hit.message for hit in found)


@pytest.mark.parametrize("code", ["ZI001", "ZI002", "ZI003"])
def test_all_columns_there_is_silence(code, draft, hits):
    """Nothing is missing, nothing is said."""
    assert hits(code, draft) == []


def test_the_columns_for_staff_are_missed_in_one_line(draft, hits):
    """An older workbook without columns 9-12 gets one line, not four."""
    for column in (Field.TANGGAL_SELESAI, Field.TAUTAN_BUKTI, Field.KENDALA, Field.TINDAK_LANJUT):
        del draft.columns[column]
    (hit,) = hits("ZI003", draft)
    assert hit.message == "Kolom isian yang tidak ada: TANGGAL SELESAI, TAUTAN BUKTI, KENDALA, TINDAK LANJUT."


@pytest.mark.parametrize(
    ("code", "remark", "said"),
    [
        ("ZI004", (Oddity.COLUMN_TWICE, "target_waktu"), "TARGET WAKTU"),
        ("ZI004", (Oddity.COLUMN_TWICE, ""), "dua judul kolom;"),
        ("ZI005", (Oddity.HEADER_REPEATED, ""), "Baris 20"),
        ("ZI006", (Oddity.SPLIT_ROW, ""), "lanjutan baris di atasnya"),
        ("ZI007", (Oddity.STRAY_TEXT, "catatan rapat"), "“catatan rapat”"),
    ],
)
def test_what_the_reader_noticed_is_said(code, remark, said, draft, hits):
    """Each oddity of the structure has its rule, which says what was made of it."""
    assert hits(code, draft) == []
    oddity, detail = remark
    draft.remark(oddity, detail=detail)
    (hit,) = hits(code, draft)
    assert said in hit.message


@pytest.mark.parametrize(
    ("target", "spoken"),
    [("Maret", True), ("setiap triwulan", True), ("Maret 2025", False), ("-", False)],
    ids=["month alone", "recurring", "names its year", "unreadable anyway"],
)
def test_a_guessed_year_matters_where_a_target_needs_it(target, spoken, draft, hits):
    """ZI008 is silent where every readable target names its own year."""
    draft.remark(Oddity.YEAR_GUESSED, detail="tahun yang paling sering di kolom 6")
    draft.row("I.1.a").set(target_waktu=target)
    found = hits("ZI008", draft)
    assert len(found) == spoken
    assert all("2025 (tahun yang paling sering di kolom 6)" in hit.message for hit in found)


def test_another_year_that_may_be_meant_is_told_with_what_says_it(draft, hits):
    """ZI008 names the year that was taken, its reason, and the rivals."""
    draft.remark(Oddity.YEAR_RIVALS, detail="judul “RENCANA AKSI 2025”|2026 (“KPU 2026”)")
    draft.row("I.1.a").set(target_waktu="Maret")
    (hit,) = hits("ZI008", draft)
    assert "dibaca 2025 dari judul “RENCANA AKSI 2025”; ada juga 2026 (“KPU 2026”)" in hit.message


def test_what_was_made_of_crosses_is_told(draft, hits):
    """ZI011 says it in a sentence of its own."""
    draft.remark(Oddity.COLUMN_JUDGED, detail="target_waktu|tanda silang (x) dibaca sebagai tanda")
    (hit,) = hits("ZI011", draft)
    assert hit.message == "Kolom TARGET WAKTU: tanda silang (x) dibaca sebagai tanda."


def test_a_known_year_is_silence(draft, hits):
    """ZI008 needs the reader's remark."""
    draft.row("I.1.a").set(target_waktu="Maret")
    assert hits("ZI008", draft) == []


ERROR = {"error": "#REF!", "formula": "A1"}
UNCACHED = {"formula": "A1+1", "cached": False}


@pytest.mark.parametrize(
    ("column", "spoken"),
    [
        ("indikator", True),
        ("bukti_fisik", True),
        ("penanggung_jawab", True),
        ("tanggal_selesai", True),
        ("target_waktu", True),
        ("realisasi", False),
    ],
)
def test_an_error_value_is_found_in_its_cell(column, spoken, draft, cells):
    """ZI009 speaks of every column but those whose own rule says that they can't be read."""
    assert cells("ZI009", draft) == []
    draft.row("I.1.b").set(**{column: ERROR})
    assert [kode for _, kode in cells("ZI009", draft)] == ["I.1.b"] * spoken


def test_an_error_value_of_realisasi_is_told_by_its_own_rule(draft, hits):
    """What ZI009 leaves out is not left out; what it tells is not told twice."""
    draft.row("I.1.b").set(realisasi=ERROR, target_waktu=ERROR)
    (hit,) = hits("ZI802", draft)
    assert "#REF!" in hit.message
    assert hits("ZI602", draft) == []


@pytest.mark.parametrize(("links", "spoken"), [(("https://a.id/1",), False), ((), True)])
def test_a_link_that_its_formula_tells_is_not_lost(links, spoken, draft, hits):
    """HYPERLINK("https://a.id/1"; "lihat") without its value: the address is read all the same."""
    draft.row("I.1.b").set(tautan_bukti={**UNCACHED, "links": links})
    assert len(hits("ZI010", draft)) == spoken


@pytest.mark.parametrize("column", ["langkah_aksi", "target_waktu", "realisasi", "tautan_bukti"])
def test_a_formula_without_value_is_found_and_not_told_twice(column, draft, hits):
    """ZI010 speaks; no rule says besides that the cell is blank or unreadable."""
    assert hits("ZI010", draft) == []
    draft.row("I.1.b").set(**{column: UNCACHED})
    assert [hit.kode for hit in hits("ZI010", draft)] == ["I.1.b"]
    for code in ("ZI401", "ZI501", "ZI601", "ZI602", "ZI802", "ZI810"):
        assert hits(code, draft) == []


@pytest.mark.parametrize(
    ("office", "told"), [("balai_diklat", False), ("rsud_wonogiri", False), ("kelurahan_sewu", True)]
)
def test_komponen_need_no_column_where_they_are_titles(office, told):
    """They stand above the indikator, in its column; kelurahan_sewu names none."""
    with Package.open(expectation(office).path) as package:
        subject = Subject(read_plan(package), enacted_matrix(), date(2025, 6, 30))
    (rule,) = (each for each in ALL if each.code == "ZI002")
    assert any("Kolom KOMPONEN" in hit.message for hit in rule.check(subject)) is told
