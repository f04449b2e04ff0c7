"""ZI1xx: column NO."""

import pytest

from zi_excel.plan.rencana_aksi import Field, Oddity


@pytest.mark.parametrize(
    ("kode", "code"),
    [("II", "ZI101"), ("I.2", "ZI101"), ("I.1.b", "ZI303")],
    ids=["komponen", "subkomponen", "indikator"],
)
def test_a_kode_by_order_is_told_by_the_rule_of_its_column(kode, code, draft, hits):
    """Numbers are column 1's, letters are column 3's."""
    draft.remark(Oddity.KODE_BY_ORDER, kode, detail="x")
    for each in ("ZI101", "ZI303"):
        found = hits(each, draft)
        assert [hit.kode for hit in found] == ([kode] if each == code else [])
        assert all("“x" in hit.message for hit in found)


def test_a_missing_number_is_told_with_its_name(draft, hits):
    """ZI102 says which name lacks it and which kode it got."""
    assert hits("ZI102", draft) == []
    draft.remark(Oddity.NUMBER_MISSING, "I.1")
    (hit,) = hits("ZI102", draft)
    assert hit.message == "Nomor di depan “Tim Kerja” kosong; kodenya menurut urutan: I.1."


def test_an_arabic_komponen_is_told(draft, hits):
    """ZI103 says what stands there and what should."""
    assert hits("ZI103", draft) == []
    draft.head("I").no = "1"
    draft.remark(Oddity.NUMBER_ARABIC, "I")
    (hit,) = hits("ZI103", draft)
    assert "“1”, bukan “I”" in hit.message


def renumber(draft, komponen, subs):
    """Gives the enacted komponen II (three subkomponen) other numbers."""
    draft.head("II").no = komponen
    for sub, no in zip(draft.head("II").parts, subs, strict=True):
        sub.no = no


@pytest.mark.parametrize(
    ("komponen", "subs", "kodes"),
    [
        ("II", ["1", "2", "3"], []),
        ("II.", ["1.", "2.", "3."], []),
        ("II", ["II.1", "II.2", "II.3"], []),
        ("II", ["1.0", "2.0", "3.0"], []),
        ("II", ["i", "ii", "iii"], []),
        ("II", ["A", "B", "C"], []),
        ("II", ["5", "6", "7"], []),
        ("II", ["", "", ""], []),
        ("II", ["1", "", "3"], []),
        ("II", ["1", "3", "3"], ["II.2"]),
        ("II", ["1", "2", "4"], ["II.3"]),
        ("II", ["2", "3", "4"], ["II.1"]),
        ("II", ["1", "3", "2"], ["II.2", "II.3"]),
        ("IV", ["1", "2", "3"], ["II"]),
    ],
    ids=[
        "in order",
        "with dots",
        "with the komponen before",
        "numbers that became text",
        "small Roman",
        "letters",
        "going on from komponen I",
        "no numbers",
        "one missing",
        "twice",
        "a gap",
        "a late start",
        "swapped",
        "a komponen's",
    ],
)
def test_numbers_go_up_one_by_one(komponen, subs, kodes, enacted_draft, hits):
    """ZI104 speaks at the number that does not follow; a blank one is no jump."""
    renumber(enacted_draft, komponen, subs)
    assert [hit.kode for hit in hits("ZI104", enacted_draft)] == kodes


@pytest.mark.parametrize(
    ("subs", "said"),
    [
        (["1", "2", "4"], "Nomor “4” tidak urut: di sini seharusnya 3."),
        (["A", "B", "D"], "Nomor “D” tidak urut: di sini seharusnya C."),
    ],
)
def test_the_number_that_belongs_there_is_told_in_the_sheets_own_style(subs, said, enacted_draft, hits):
    """ZI104 answers a letter with a letter."""
    renumber(enacted_draft, "II", subs)
    assert [hit.message for hit in hits("ZI104", enacted_draft)] == [said]


@pytest.mark.parametrize(
    ("no", "code", "said"),
    [
        ("2", "ZI101", "Nomor “x” dipakai lebih dari sekali; kodenya menurut urutan: I.1."),
        ("lihat", "ZI105", "“lihat” di kolom NO bukan nomor; kodenya menurut urutan: I.1."),
        ({"text": "#REF!", "error": "#REF!"}, None, ""),
    ],
    ids=["twice", "unreadable", "error"],
)
def test_why_a_kode_went_by_order_is_told_once(no, code, said, draft, hits):
    """ZI101 tells a number that is used twice, ZI105 one that is none, ZI009 an error value."""
    draft.head("I.1").no = no
    draft.remark(Oddity.KODE_BY_ORDER, "I.1", detail="x")
    told = {each: [hit.message for hit in hits(each, draft)] for each in ("ZI101", "ZI105")}
    assert told == {"ZI101": [], "ZI105": []} | ({code: [said]} if code else {})


def test_a_workbook_of_one_komponen_may_begin_anywhere(draft, hits):
    """Many offices have a sheet per komponen."""
    draft.head("I").no = "V"
    assert hits("ZI104", draft) == []


@pytest.mark.parametrize(
    ("no", "spoken"), [("1", False), ("1)", False), ("", False), ("a", False), ("lihat II", True), ("satu", True)]
)
def test_what_is_no_number_is_told(no, spoken, draft, hits):
    """ZI105 leaves numbers of every usual kind alone."""
    draft.head("I.1").no = no
    assert [hit.kode for hit in hits("ZI105", draft)] == ["I.1"] * spoken


def test_without_the_column_nothing_is_no_number(draft, hits):
    """ZI002 says that NO is missing."""
    del draft.columns[Field.NO]
    assert hits("ZI105", draft) == []
    assert hits("ZI104", draft) == []
