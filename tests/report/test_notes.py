"""The evaluator's notes: which of them fit a matrix, and whether a report is of it at all."""

from random import Random

import pytest
from laporan_plans import made_plan

from zi_excel.report.notes import CarriedNotes, Note, carry, komponen_title, same_matrix

PLAN = next(plan for seed in range(20) if len(tuple((plan := made_plan(Random(seed))).indikator())) > 20)
FIRST = next(PLAN.indikator())


@pytest.mark.parametrize(
    "name",
    [
        FIRST.nama.text,
        FIRST.nama.text.upper() + "  ",
        FIRST.nama.text.replace(" ", "\n"),
        FIRST.nama.text + " (diperbaiki)",
    ],
    ids=["same", "capitals", "breaks", "mended"],
)
def test_a_note_fits_by_its_kode(name):
    """An office may mend a word of the indikator's text."""
    assert carry([Note(FIRST.kode, name, "Bukti kurang")], PLAN) == CarriedNotes({FIRST.kode: "Bukti kurang"}, ())


@pytest.mark.parametrize(
    "note",
    [
        Note("IX.9.z", FIRST.nama.text, "?"),
        Note(FIRST.kode, "Telah dilaksanakan survei kepuasan masyarakat", "?"),
        Note(FIRST.kode, "", "?"),
        Note("", "", "?"),
    ],
    ids=["kode gone", "another text", "no text", "nothing"],
)
def test_a_note_that_does_not_fit_is_handed_out(note):
    """A note is never lost, and never stands beside what it doesn't speak of."""
    assert carry([note], PLAN) == CarriedNotes({}, (note,))


def test_a_komponen_has_notes_too():
    """By its kode and name."""
    komponen = PLAN.komponen[0]
    note = Note(komponen.kode, komponen_title(komponen.kode, komponen.nama.text), "Baik")
    assert carry([note], PLAN).by_kode == {komponen.kode: "Baik"}


def rows_of(plan):
    return [Note(each.kode, each.nama.text, "") for each in plan.indikator()]


def test_a_report_of_the_same_matrix_is_known():
    """Though kode moved, and a third of its rows is gone or worded anew; a report without rows is of no other."""
    moved = [note._replace(kode=f"IX.{at}.a") for at, note in enumerate(rows_of(PLAN))]
    assert same_matrix(moved, PLAN)
    assert same_matrix([note if at % 3 else note._replace(name=f"x{at}") for at, note in enumerate(moved)], PLAN)
    assert same_matrix([], PLAN)


def test_a_report_of_another_matrix_is_known():
    """Though it has the same kode."""
    assert not same_matrix([note._replace(name=f"Indikator lain {at}") for at, note in enumerate(rows_of(PLAN))], PLAN)


def test_two_notes_on_one_indikator_both_stay():
    """Of two reports; the same one twice is one."""
    one, two = (Note(FIRST.kode, FIRST.nama.text, text) for text in ("satu", "dua"))
    assert carry([one, two, one], PLAN).by_kode == {FIRST.kode: "satu\n\ndua"}


@pytest.mark.slow
def test_what_a_cell_can_not_hold_is_kept_apart():
    """A program that takes longer texts than Excel, or many notes for one kode: each character is somewhere."""
    long = "".join(f"{at:05}" for at in range(10_000))
    carried = carry([Note(FIRST.kode, FIRST.nama.text, text) for text in (long, "b" * 10_000, "c")], PLAN)
    assert all(len(text) <= 16_000 for text in (*carried.by_kode.values(), *(note.text for note in carried.left)))
    said = "".join([*carried.by_kode.values(), *(note.text for note in carried.left)])
    assert all(f"{at:05}" in said for at in range(10_000))
    assert (said.count("b"), said.count("c")) == (10_000, 1)
