"""The formulas of a row in Perhitungan: of its own cells, and within what Excel 2007 takes.

That they compute what `capaian` says is what LibreOffice is asked in test_recalculation.py.
"""

import re

import pytest

from zi_excel.measuring.measure import Status
from zi_excel.plan.rencana_aksi import column_letters
from zi_excel.sheets.laporan.calc_formulas import calc_formulas, mean_movement
from zi_excel.sheets.laporan.places import ALLOWANCE, EXACT_NAME, HORIZON, PER, PERHITUNGAN, TOLERANCE, Calc
from zi_excel.sheets.layout import Rows
from zi_excel.wording import NONE

ROW, DAYS = 12, "$V12:$AG12"
FORMULAS = calc_formulas(ROW, DAYS)
TYPED = {
    Calc.KODE,
    Calc.TARGET_WAKTU,
    Calc.JENIS,
    Calc.REALISASI,
    Calc.TANGGAL_SELESAI,
    Calc.JUMLAH_TAUTAN,
    Calc.PENANGGUNG_JAWAB,
    Calc.REALISASI_AWAL,
    Calc.FIRST_DAY,
}
"""What is typed, or counted elsewhere."""


def bare(formula: str) -> str:
    """A formula without the texts in it."""
    return re.sub(r'"[^"]*"', '""', formula)


def references(formula: str) -> set[str]:
    """The cells that a formula reads."""
    return set(re.findall(r"\$?[A-Z]{1,3}\$?\d+", bare(formula)))


def test_each_step_has_its_formula():
    """All columns but those that are typed."""
    assert set(FORMULAS) == set(Calc) - TYPED


@pytest.mark.parametrize("column", FORMULAS, ids=lambda column: column.name)
def test_a_formula_is_one_that_excel_takes(column):
    """Brackets and quotes are closed, at most 64 levels deep, at most 8,192 characters."""
    formula = FORMULAS[column]
    assert formula.startswith("=")
    assert formula.count('"') % 2 == 0
    depth, deepest = 0, 0
    for sign in bare(formula):
        depth += (sign == "(") - (sign == ")")
        deepest = max(deepest, depth)
        assert depth >= 0
    assert depth == 0
    assert deepest <= 64
    assert len(formula) <= 8192


@pytest.mark.parametrize("column", FORMULAS, ids=lambda column: column.name)
def test_a_formula_reads_its_own_row_and_never_itself(column):
    """So that rows can be sorted, and nothing goes round in a circle."""
    cells = references(FORMULAS[column])
    assert {re.sub(r"\D", "", cell) for cell in cells} == {str(ROW)}
    assert f"${column_letters(column)}{ROW}" not in cells


def test_no_formula_waits_for_one_that_waits_for_it():
    """From what is typed each is reached in a few steps."""
    letters = {f"${column_letters(column)}{ROW}": column for column in Calc}
    known = set(TYPED)
    while ready := {
        column
        for column in set(FORMULAS) - known
        if {letters[cell] for cell in references(FORMULAS[column].replace(DAYS, "")) if cell in letters} <= known
    }:
        known |= ready
    assert known == set(Calc)


def test_every_status_can_come_out():
    """And no other word."""
    words = set(re.findall(r'"([^"]+)"', FORMULAS[Calc.STATUS]))
    assert {status.text for status in Status} <= words


def test_what_the_figures_are_judged_by_stands_in_names():
    """The evaluator changes a cell of Sampul, and all rows follow; no threshold is written into a formula."""
    names = {name for formula in FORMULAS.values() for name in re.findall(r"\b[a-z_]{5,}\b", bare(formula))}
    assert names == {PER, TOLERANCE, HORIZON, ALLOWANCE, EXACT_NAME}


def test_the_mean_of_no_movement_is_a_dash():
    """Rows whose earlier realisasi is not known are left out of it."""
    formula = mean_movement(Rows(PERHITUNGAN, 9, 20))
    moved = f"'{PERHITUNGAN}'!$N$9:$N$20"
    assert formula == f'=IF(COUNT({moved})=0,"{NONE}",SUM({moved})/COUNT({moved}))'
