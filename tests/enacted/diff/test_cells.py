"""The cells of columns 1-7 beside what the decree says in their place."""

import pytest

from zi_excel.enacted.diff import compare
from zi_excel.plan.rencana_aksi import Field
from zi_excel.plan.target_waktu import read_target_waktu

ENACTED = {"I.1": "Tim Dokumen"}


def with_first_row(plan, **cells):
    """The plan with some cells of its first row changed."""
    komponen = plan.komponen[0]
    sub = komponen.subkomponen[0]
    row, *others = sub.indikator
    changed = {key: getattr(row, key)._replace(text=text, value=text) for key, text in cells.items()}
    sub = sub._replace(indikator=(row._replace(**changed), *others))
    return plan._replace(komponen=(komponen._replace(subkomponen=(sub,)), *plan.komponen[1:]))


@pytest.mark.parametrize(
    ("cell", "text", "differs"),
    [
        ("langkah_aksi", "Menyusun Tim", False),
        ("langkah_aksi", "Menyusun\u00a0\nTim", False),
        ("langkah_aksi", "Menyusun tim", True),
        ("bukti_fisik", "SK Tim.", True),
        ("nama", "a) Tim", False),
        ("nama", "a. Tim.", True),
    ],
)
def test_a_cell_says_what_was_enacted_word_for_word(plan, law, cell, text, differs):
    """Whitespace, kinds of dash and an indikator's letter are compared apart; capitals and stops are words."""
    changed = compare(with_first_row(plan(ENACTED), **{cell: text}), law(ENACTED)).changed
    assert bool(changed) is differs
    if differs:
        (only,) = changed
        assert (only.kode, only.datum.text) == ("I.1.a", text)
        assert not only.as_enacted


def test_a_target_in_other_words_means_the_same(plan, law):
    """Read to the same jadwal; the words are reported all the same, as a smaller change."""
    enacted = law(ENACTED)
    target = {"target_waktu": "Tahun 2025"}
    now = with_first_row(plan(ENACTED), **target)
    row = now.komponen[0].subkomponen[0].indikator[0]
    read = row._replace(target=read_target_waktu("Tahun 2025", year=2025))
    sub = now.komponen[0].subkomponen[0]
    sub = sub._replace(indikator=(read, *sub.indikator[1:]))
    now = now._replace(komponen=(now.komponen[0]._replace(subkomponen=(sub,)),))
    (changed,) = compare(now, enacted).changed
    assert (changed.field, changed.was, changed.same_meaning) == (Field.TARGET_WAKTU, "2025", True)


def test_a_cell_that_is_not_known_is_not_compared(plan, law):
    """An error, or a formula without value: other findings tell of it."""
    now = plan(ENACTED)
    komponen = now.komponen[0]
    sub = komponen.subkomponen[0]
    row, *others = sub.indikator
    broken = row._replace(langkah_aksi=row.langkah_aksi._replace(text="#REF!").with_aside(error="#REF!"))
    sub = sub._replace(indikator=(broken, *others))
    now = now._replace(komponen=(komponen._replace(subkomponen=(sub,)),))
    assert compare(now, law(ENACTED)).changed == ()
