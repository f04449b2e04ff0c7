"""Where everything stands in the evaluator's workbook: names that differ, and blocks that hold each indikator once."""

import pytest
from laporan_plans import contents_of, made_contents

from zi_excel.plan.rencana_aksi import column_letters
from zi_excel.sheets.laporan.places import _FIXED, MATRIX_FIRST_ROW, Calc, book_of, komponen_names, matrix_rows
from zi_excel.sheets.layout import FIRST_ROW, layout_of
from zi_excel.sheets.tabs import komponen_key

SEEDS = range(12)


def book(contents):
    """The book of a report."""
    return book_of(contents, layout_of(contents.plan, komponen_names(contents)))


def contents_with(few, *kodes):
    """A report of a plan of these komponen, each of one subkomponen."""
    first = few.plan.komponen[0]
    sub = first.subkomponen[0]
    komponen = [
        first._replace(
            kode=kode,
            subkomponen=(
                sub._replace(
                    kode=f"{kode}.1",
                    indikator=tuple(
                        row._replace(kode=f"{kode}.1.{row.letter}", row=100 * at + row.row) for row in sub.indikator
                    ),
                ),
            ),
        )
        for at, kode in enumerate(kodes)
    ]
    return contents_of(few.plan._replace(komponen=tuple(komponen)), few.per)


@pytest.mark.parametrize(
    "kodes",
    [("I", "II"), ("I/2", "I:2", "I?2"), ("A" * 40, "A" * 41, "A" * 42), ("ä", "Ä")],
    ids=["usual", "signs that Excel refuses", "too long", "two cases"],
)
def test_no_two_sheets_have_one_name(few, kodes):
    """Names that differ in case alone, or beyond what Excel takes, are one name to it."""
    contents = contents_with(few, *kodes)
    names = [*komponen_names(contents).values(), *_FIXED]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(len(name) <= 31 for name in names)


def test_a_komponens_sheet_by_its_kode(few):
    """Whatever its name became."""
    made = book(contents_with(few, "I/2", "I:2"))
    assert made.sheet_of("I/2") == made.monev.name(komponen_key("I/2"))


@pytest.mark.parametrize("seed", SEEDS)
def test_perhitungan_holds_each_indikator_once(seed):
    """The blocks of the subkomponen lie one after the other in those of the komponen, and these in the whole."""
    contents = made_contents(seed)
    places = book(contents).places
    kodes = [each.kode for each in contents.plan.indikator()]
    assert [places.rows[kode] for kode in kodes] == [*range(FIRST_ROW, FIRST_ROW + len(kodes))]
    for groups in (places.komponen, places.subkomponen):
        rows = [row for block in groups.values() for row in range(block.first, block.last + 1)]
        assert rows == [*range(FIRST_ROW, FIRST_ROW + len(kodes))]
    hollow = [sub.kode for area in contents.plan.komponen for sub in area.subkomponen if not sub.indikator]
    assert all(places.of_group(kode) is None for kode in hollow)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_register_holds_each_indikator(seed):
    """At least a row each, in the matrix's order, below the register's own table."""
    contents = made_contents(seed)
    places = book(contents).places
    rows = [row for own in places.bukti.values() for row in range(own.first, own.last + 1)]
    assert list(places.bukti) == [each.kode for each in contents.plan.indikator()]
    assert rows == [*range(places.bukti_rows.first, places.bukti_rows.first + len(rows))]
    assert places.bukti_table.last < places.bukti_rows.first


@pytest.mark.parametrize("seed", SEEDS)
def test_each_row_of_staffs_matrix_has_one_in_the_copy(seed):
    """In the same order; what several share (a komponen and its first subkomponen) leads to the first of them."""
    contents = made_contents(seed)
    rows = matrix_rows(contents)
    shown = [rows[each.row] for each in contents.plan.indikator()]
    assert shown == sorted(set(shown))
    assert min(rows.values(), default=MATRIX_FIRST_ROW) == MATRIX_FIRST_ROW


def test_the_days_have_as_many_columns_as_the_longest_target():
    """All rows have the same."""
    contents = made_contents(1)
    places = book(contents).places
    assert places.days == max(len(step.days) for step in contents.steps)
    first, last = places.day_cells(9).split(":")
    assert first == f"${column_letters(Calc.FIRST_DAY)}9"
    assert last == f"${column_letters(Calc.FIRST_DAY + places.days - 1)}9"


def test_a_plan_of_nothing(few):
    """Each table has one row all the same, which is blank."""
    contents = contents_of(few.plan._replace(komponen=()), few.per)
    places = book(contents).places
    for block in (places.all, places.sub_table, places.bukti_table, places.bukti_rows, places.people):
        assert block.first == block.last
    assert places.days == 1
