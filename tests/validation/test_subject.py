"""What several rules ask of a plan, worked out once."""

import pytest

from zi_excel.plan.rencana_aksi import Field, Oddity
from zi_excel.validation.subject import Subject

ASKED = ("comparison", "rows", "computed", "butir_bukti", "folded", "home")


@pytest.mark.parametrize("name", ASKED)
def test_what_is_asked_for_is_worked_out_once(name, draft, subject):
    """The first rule that asks has it made; it goes with the subject."""
    one, other = subject(draft), subject(draft)
    assert name not in vars(one)
    assert getattr(one, name) is getattr(one, name)
    assert name in vars(one)
    assert name not in vars(other)


def test_a_column_has_its_rows_in_order(draft, subject):
    """Every indikator has a cell in the columns that are its own; NO and KOMPONEN are the subkomponen's."""
    rows = subject(draft).rows
    assert [row.kode for row in rows[Field.LANGKAH_AKSI]] == ["I.1.a", "I.1.b", "I.1.c"]
    assert rows[Field.NO] == rows[Field.KOMPONEN] == rows[Field.STATUS] == ()


def test_a_missing_column_has_no_rows(draft, subject):
    """No rule speaks row by row of a column that isn't there."""
    del draft.columns[Field.LANGKAH_AKSI]
    assert subject(draft).rows[Field.LANGKAH_AKSI] == ()


def merged(plan, *, upon):
    """The plan as if penanggung jawab of all rows were one cell at the row of the indikator `upon`."""
    rows = list(plan.indikator())
    cell = rows[upon].penanggung_jawab
    (komponen,) = plan.komponen
    (sub,) = komponen.subkomponen
    joined = tuple(row._replace(penanggung_jawab=cell) for row in rows)
    return plan._replace(komponen=(komponen._replace(subkomponen=(sub._replace(indikator=joined),)),))


def test_a_merged_cell_is_its_first_rows(draft, subject):
    """A cell over three rows is told once."""
    draft.row("I.1.a").set(penanggung_jawab={"text": "Tim", "value": "Tim", "formula": "B2"})
    whole = subject(draft)
    made = Subject(merged(whole.plan, upon=0), whole.enacted, whole.per)
    assert [row.kode for row in made.rows[Field.PENANGGUNG_JAWAB]] == ["I.1.a"]
    assert [(cell.kode, cell.field) for cell in made.computed] == [("I.1.a", Field.PENANGGUNG_JAWAB)]


def test_computed_cells_are_those_with_a_formula_or_an_error(draft, subject):
    """In the sheet's order, heads among them."""
    draft.head("I.1").nama = {"text": "Tim", "value": "Tim", "formula": "B2"}
    draft.row("I.1.b").set(kendala={"error": "#REF!"}, bukti_fisik={"formula": "B3", "cached": False})
    cells = [(cell.kode, cell.field, cell.datum.place.ref) for cell in subject(draft).computed]
    assert cells == [
        ("I.1", Field.KOMPONEN, "B21"),
        ("I.1.b", Field.BUKTI_FISIK, "E22"),
        ("I.1.b", Field.KENDALA, "K22"),
    ]


def test_texts_are_folded_without_the_letter(draft, subject):
    """Letters and digits alone, small: two spellings of one text are the same."""
    draft.row("I.1.a").set(indikator="a. Menyusun SK-Tim!", langkah_aksi="Rapat  KERJA", bukti_fisik="Notulen, 2025")
    assert subject(draft).folded["I.1.a"] == ("menyusunsktim", "rapatkerja", "notulen2025")


def test_butir_bukti_go_with_their_indikator(draft, subject):
    """Of those with a cell in BUKTI FISIK."""
    draft.row("I.1.a").set(bukti_fisik="SK; Notulen")
    pairs = {indikator.kode: butir for indikator, butir in subject(draft).butir_bukti}
    assert pairs["I.1.a"] == ("SK", "Notulen")
    assert list(pairs) == ["I.1.a", "I.1.b", "I.1.c"]


def test_an_indikator_is_at_home_in_its_subkomponen(draft, subject):
    """By kode."""
    assert subject(draft).home == {"I.1.a": "I.1", "I.1.b": "I.1", "I.1.c": "I.1"}


def test_what_the_reader_noticed_is_told_by_kind(draft, subject):
    """Remarks of other kinds are other rules'."""
    draft.remark(Oddity.SPLIT_ROW, "I.1.a")
    draft.remark(Oddity.STRAY_TEXT)
    (remark,) = subject(draft).noticed(Oddity.SPLIT_ROW)
    assert remark.kode == "I.1.a"
