"""The figures of a group: formulas over its rows that leave out what can't be told."""

import pytest

from zi_excel.measuring.measure import Status
from zi_excel.sheets.figures import FIGURES, TABS, Source, row_formulas
from zi_excel.sheets.layout import Rows
from zi_excel.wording import NONE

ONE, OTHER = Rows("Monev I", 9, 20), Rows("Monev II", 9, 11)


def test_every_figure_but_the_weighted_one_has_a_formula():
    """That one needs the weights of subkomponen, which rows do not have."""
    assert {*row_formulas([ONE])} == {figure.key for figure in FIGURES} - {"tertimbang"}


def test_a_group_of_several_areas():
    """Sums take all of them; COUNTIF takes one range, so that its counts are added."""
    formulas = row_formulas([ONE, OTHER])
    assert formulas["jumlah"] == "=COUNTA('Monev I'!$A$9:$A$20,'Monev II'!$A$9:$A$11)"
    late = Status.TERLAMBAT
    assert formulas[late.value] == (
        f"=COUNTIF('Monev I'!$I$9:$I$20,\"{late.text}\")+COUNTIF('Monev II'!$I$9:$I$11,\"{late.text}\")"
    )


@pytest.mark.parametrize("key", ["rencana", "deviasi"])
def test_a_mean_of_nothing_is_a_dash(key):
    """Only numbers count: a dash among the rows is left out."""
    formula = row_formulas([ONE])[key]
    assert formula.startswith("=IF(COUNT(")
    assert f'=0,"{NONE}",SUM(' in formula


def test_an_unreadable_realisasi_counts_as_nothing_done():
    """The sum is divided by all rows, not by those with a number."""
    assert row_formulas([ONE])["capaian"].endswith("/COUNTA('Monev I'!$A$9:$A$20))")


def test_rows_may_have_other_columns():
    """As in the evaluator's workbook."""
    moved = Source(*(column + 1 for column in TABS))
    assert row_formulas([ONE], moved)["jumlah"] == "=COUNTA('Monev I'!$B$9:$B$20)"


def test_what_is_done_with_evidence_is_both():
    """One count over two conditions."""
    assert row_formulas([ONE])["bukti"] == (
        f"=COUNTIFS('Monev I'!$I$9:$I$20,\"{Status.SELESAI.text}\",'Monev I'!$L$9:$L$20,\">0\")"
    )
