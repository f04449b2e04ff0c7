"""ZI3xx: column INDIKATOR."""

from datetime import date

import pytest
from office_expectation import expectation

from zi_excel.enacted.matrix import enacted_matrix
from zi_excel.opc.package.package import Package
from zi_excel.plan.rencana_aksi import Field, Oddity
from zi_excel.reader import read_plan
from zi_excel.validation.rules import ALL
from zi_excel.validation.subject import Subject

RULE = {rule.code: rule for rule in ALL}


@pytest.mark.parametrize(("text", "spoken"), [("", True), ("-", True), ("b.", True), ("b. Tim", False), ("Tim", False)])
def test_an_indikator_needs_text(text, spoken, draft, hits):
    """ZI301: a letter alone is no indikator."""
    draft.row("I.1.b").set(indikator=text)
    assert [hit.kode for hit in hits("ZI301", draft)] == ["I.1.b"] * spoken


def test_without_the_column_no_text_is_missed(draft, hits):
    """ZI001 says that INDIKATOR is missing."""
    del draft.columns[Field.INDIKATOR]
    assert hits("ZI301", draft) == []


@pytest.mark.parametrize(
    ("text", "spoken"),
    [("c. Pembentukan tim", True), ("c) PEMBENTUKAN  TIM.", True), ("c. Pembentukan tim baru", False)],
)
def test_the_same_indikator_twice_is_told_at_the_second(text, spoken, draft, hits):
    """ZI302 looks past letter, capitals and marks."""
    draft.row("I.1.c").set(indikator=text)
    found = hits("ZI302", draft)
    assert [hit.kode for hit in found] == ["I.1.c"] * spoken
    assert all("I.1.a" in hit.message for hit in found)


@pytest.mark.parametrize(
    ("letters", "kodes"),
    [
        (["a. ", "b. ", "c. "], []),
        (["a) ", "b) ", "c) "], []),
        (["A. ", "B. ", "C. "], []),
        (["", "", ""], []),
        (["1. ", "2. ", "3. "], []),
        (["1. ", "2. ", "4. "], ["I.1.c"]),
        (["a. ", "b. ", "d. "], ["I.1.c"]),
        (["a. ", "a. ", "b. "], ["I.1.b"]),
        (["a. ", "a. ", "c. "], ["I.1.b"]),
        (["a. ", "", "c. "], ["I.1.b"]),
        (["b. ", "c. ", "d. "], ["I.1.a"]),
        (["a. ", "c. ", "b. "], ["I.1.b", "I.1.c"]),
    ],
    ids=[
        "dots",
        "brackets",
        "capitals",
        "none",
        "numbers",
        "gap of numbers",
        "gap",
        "twice",
        "instead",
        "one without",
        "late start",
        "swapped",
    ],
)
def test_letters_follow_each_other(letters, kodes, draft, hits):
    """ZI304 speaks at the letter that does not follow; a subkomponen without letters needs none."""
    for kode, letter, text in zip(("I.1.a", "I.1.b", "I.1.c"), letters, ("Tim", "Tugas", "Evaluasi"), strict=True):
        draft.row(kode).set(indikator=letter + text)
    assert [hit.kode for hit in hits("ZI304", draft)] == kodes


def test_letters_that_are_all_wrong_are_told_briefly(draft, hits):
    """ZI304 names no more letters than a person would weigh, however many rows have the same one."""
    for kode, text in zip((f"I.1.{letter}" for letter in "abcdefghijklm"), range(13), strict=True):
        if kode in {row.kode for row in draft.rows()}:
            draft.row(kode).set(indikator=f"b. Tim {text}")
    assert all(hit.message.count(" atau ") <= 4 for hit in hits("ZI304", draft))


@pytest.mark.parametrize(
    ("starts", "said"),
    [
        (["a. ", "b. ", "d. "], "Huruf “d.” tidak urut; di sini seharusnya “c.”."),
        (["1. ", "2. ", "4. "], "Nomor “4.” tidak urut; di sini seharusnya “3.”."),
        (["a. ", "b. ", ""], "Indikator ini tidak berhuruf; di sini seharusnya “c.”."),
    ],
)
def test_what_belongs_there_is_told_as_the_sheet_writes_it(starts, said, draft, hits):
    """ZI304: letters as letters, numbers as numbers."""
    for kode, start, text in zip(("I.1.a", "I.1.b", "I.1.c"), starts, ("Tim", "Tugas", "Evaluasi"), strict=True):
        draft.row(kode).set(indikator=start + text)
    assert [hit.message for hit in hits("ZI304", draft)] == [said]


@pytest.mark.parametrize("text", ["E office telah diterapkan", "e office telah diterapkan", "S.O.P telah ditetapkan"])
def test_a_word_that_begins_with_a_letter_has_none(text, enacted_draft, hits):
    """ZI304 and ZI906 see the letter that the kode was made of."""
    enacted_draft.row("III.5").set(indikator=text)
    assert hits("ZI304", enacted_draft) == []
    assert hits("ZI906", enacted_draft) == []


def test_a_lone_indikator_needs_no_letter(enacted_draft, hits):
    """III.5 and III.6 have none in the decree."""
    assert hits("ZI304", enacted_draft) == []


def test_a_missing_letter_is_not_advised_like_a_double_one(draft, hits):
    """ZI303's advice fits its message."""
    draft.row("I.1.a").set(indikator="Pembentukan tim")
    draft.remark(Oddity.KODE_BY_ORDER, "I.1.a", Field.INDIKATOR)
    (hit,) = hits("ZI303", draft)
    assert hit.suggestion is not None
    assert "Tulis hurufnya" in hit.suggestion


def test_an_indikator_merged_over_several_steps_is_called_so(rsj_surakarta):
    """Its further rows are none without a letter, and those after it are in order."""
    found = {rule: list(RULE[rule].check(rsj_surakarta)) for rule in ("ZI303", "ZI304")}
    assert [(hit.kode, hit.place.ref) for hit in found["ZI303"]] == [("I.1.c", "C6"), ("I.2.b", "C9")]
    assert all("digabung ke bawah sampai baris ini" in hit.message for hit in found["ZI303"])
    assert found["ZI304"] == []


@pytest.fixture
def rsj_surakarta():
    with Package.open(expectation("rsj_surakarta").path) as package:
        return Subject(read_plan(package), enacted_matrix(), date(2025, 6, 30))
