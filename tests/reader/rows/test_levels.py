"""Komponen, subkomponen and indikator below each other in one column, numbered as offices number them."""

import pytest

from zi_excel.plan.rencana_aksi import Oddity
from zi_excel.reader.rows.levels import small_roman

TITLE = "RENCANA AKSI ZONA INTEGRITAS TAHUN 2025"
NUMBERED = ("NO", "URAIAN", "RENCANA AKSI", "EVIDEN", "WAKTU", "PIC", "REALISASI")
PLANNED = ("Menyusun", "SK", "Maret 2025", "Ketua")


def levels_of(plan):
    return [(each.kode, each.nama.text) for each in plan.subkomponen()], [each.kode for each in plan.indikator()]


@pytest.mark.parametrize(
    ("komponen", "subs", "letters"),
    [
        pytest.param(("I", "II"), ("1", "2"), ("a", "b"), id="decree"),
        pytest.param(("I.", "II."), ("1.", "2."), ("a.", "b."), id="dots"),
        pytest.param(("1.", "2."), ("i.", "ii."), ("a.", "b."), id="lke"),
        pytest.param(("A", "B"), ("1", "2"), ("a", "b"), id="capitals"),
        pytest.param(("A", "B"), ("I", "II"), ("1", "2"), id="capitals-roman-digits"),
        pytest.param(("I", "II"), ("A", "B"), ("1", "2"), id="roman-capitals-digits"),
        pytest.param(("A", "B"), ("A.1", "A.2"), ("A.1.a", "A.1.b"), id="whole-kode"),
        pytest.param(("1", "2"), ("1.1", "1.2"), ("1.1.1", "1.1.2"), id="digits"),
    ],
)
@pytest.mark.parametrize("reported", [(), (None, None, None, "Pokja", "50%")], ids=["bare", "reported-on"])
def test_each_style_of_number(plan_of, komponen, subs, letters, reported):
    """Also where staff wrote a penanggung jawab or a sum into the rows of titles."""
    rows = []
    for number, name in zip(komponen, ("MANAJEMEN PERUBAHAN", "PENATAAN TATALAKSANA"), strict=True):
        rows.append((number, name, *reported))
        for sub, called in zip(subs, ("Tim kerja", "Rencana kerja"), strict=True):
            rows.append((sub, called, *reported))
            rows += [(letter, f"{called} telah {letter}", *PLANNED, "100%") for letter in letters]
    plan = plan_of(rows, header=(NUMBERED,), title=TITLE)
    names, kodes = levels_of(plan)
    assert names == [
        ("I.1", "Tim kerja"), ("I.2", "Rencana kerja"), ("II.1", "Tim kerja"), ("II.2", "Rencana kerja")
    ]  # fmt: skip
    assert kodes == [f"{kode}.{letter}" for kode, _ in names for letter in "ab"]
    assert all(each.realisasi.share == 1 for each in plan.indikator())


def test_numbers_before_the_texts_where_there_is_no_column_of_them(plan_of):
    rows = [
        ("I. MANAJEMEN PERUBAHAN",),
        ("  1. Tim kerja",),
        ("    a. Tim dibentuk", *PLANNED),
        ("    b. Tim bekerja", *PLANNED),
        ("  2. Rencana kerja",),
        ("    a. Rencana disusun", *PLANNED),
    ]
    names, kodes = levels_of(plan_of(rows, header=(NUMBERED[1:],), title=TITLE))
    assert names == [("I.1", "Tim kerja"), ("I.2", "Rencana kerja")]
    assert kodes == ["I.1.a", "I.1.b", "I.2.a"]


def test_titles_in_the_komponen_column_and_letters_in_the_column_of_numbers(plan_of):
    rows = [
        ("I", "MANAJEMEN PERUBAHAN", None),
        ("1", "Tim kerja", None),
        ("a", None, "Tim dibentuk", "Menyusun", "SK", "Maret 2025"),
        ("2", "Rencana kerja", None),
        ("a", None, "Rencana disusun", "Menyusun", "Rencana", "Maret 2025"),
    ]
    names, kodes = levels_of(plan_of(rows))
    assert names == [("I.1", "Tim kerja"), ("I.2", "Rencana kerja")]
    assert kodes == ["I.1.a", "I.2.a"]


def test_numbers_of_indikator_are_no_titles(plan_of):
    """NO counts the indikator through; only the komponen are titles, without numbers."""
    rows = [
        (None, "MANAJEMEN PERUBAHAN"),
        (1, "Tim dibentuk", *PLANNED),
        (2, "Tim bekerja", *PLANNED),
        (None, "PENGUATAN PENGAWASAN"),
        (3, "Kampanye dilakukan", *PLANNED),
        (4, "Risiko dipetakan", None, None, None, "Ketua"),
    ]
    plan = plan_of(rows, header=(NUMBERED,), title=TITLE)
    assert [each.nama.text for each in plan.indikator()] == [
        "Tim dibentuk", "Tim bekerja", "Kampanye dilakukan", "Risiko dipetakan"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("mark", "value"), [("i.", 1), ("(iv)", 4), ("II", None), ("a", None), ("", None), ("l", None)]
)
def test_small_roman(mark, value):
    assert small_roman(mark) == value


def test_numbered_notes_below_the_matrix_are_none_of_it(plan_of):
    rows = [
        ("I", "MANAJEMEN PERUBAHAN"),
        ("1", "Tim kerja"),
        ("a", "Tim dibentuk", *PLANNED),
        ("Catatan:",),
        ("1. Bukti dukung diunggah paling lambat tanggal 5.",),
        ("2. Realisasi dihitung kumulatif.",),
    ]
    plan = plan_of(rows, header=(NUMBERED,), title=TITLE)
    assert levels_of(plan) == ([("I.1", "Tim kerja")], ["I.1.a"])


@pytest.mark.parametrize("named", ["Komponen : PENATAAN TATALAKSANA", "Area Perubahan - Penataan Tatalaksana"])
def test_a_sheet_of_one_komponen_that_only_its_title_names(plan_of, named):
    """Its kode is that area's, and its name no number in NO."""
    header = ((named,), ("Koordinator: Budi",), (), NUMBERED)
    plan = plan_of([("1", "SOP"), ("a", "SOP disusun", *PLANNED)], header=header, title=TITLE)
    assert [each.kode for each in plan.indikator()] == ["II.1.a"]
    assert not {each.oddity for each in plan.remarks} & {Oddity.KODE_BY_ORDER, Oddity.NUMBER_MISSING}


def test_titles_without_any_number(plan_of):
    """Nothing is numbered: a text that stands alone is a title of what is planned below it."""
    rows = [
        ("MANAJEMEN PERUBAHAN",),
        ("Tim kerja",),
        ("Tim dibentuk", *PLANNED),
        ("Tim bekerja", *PLANNED),
        ("Rencana kerja",),
        ("Rencana disusun", *PLANNED),
        ("PENGUATAN PENGAWASAN",),
        ("Gratifikasi",),
        ("Kampanye dilakukan", *PLANNED),
    ]
    names, kodes = levels_of(plan_of(rows, header=(NUMBERED[1:],), title=TITLE))
    assert names == [("I.1", "Tim kerja"), ("I.2", "Rencana kerja"), ("V.1", "Gratifikasi")]
    assert kodes == ["I.1.a", "I.1.b", "I.2", "V.1"]


def test_a_text_alone_among_numbered_ones_is_an_indikator_that_lacks_the_rest(plan_of):
    rows = [
        ("MANAJEMEN PERUBAHAN",),
        ("a. Tim dibentuk", *PLANNED),
        ("b. Tim bekerja",),
        ("c. Rencana disusun", *PLANNED),
    ]
    plan = plan_of(rows, header=(NUMBERED[1:],), title=TITLE)
    assert levels_of(plan)[1] == ["I.1.a", "I.1.b", "I.1.c"]
