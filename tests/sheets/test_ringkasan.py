"""The tab of the whole: its total is over all indikator, and every table stands also where there is nothing."""

import pytest

from zi_excel.measuring.lke import WBBM, WBK
from zi_excel.sheets.layout import FIGURES_ROW, RINGKASAN_FIRST_ROW, TABLE_PLACES, RingkasanCol, layout_of
from zi_excel.wording import NONE

TAB = "Monev Ringkasan"


def total(case, read, *, values=True):
    """The figures of the row of the whole, by key."""
    sheet, row = read(case.render(), values=values)[TAB], layout_of(case.plan, case.names).total_row
    return {key: sheet.cell(row, column).value for key, column in TABLE_PLACES.items()}


def test_counts_add_up_and_means_go_over_all_indikator(half, read):
    """Komponen differ in size: the mean of their means would be another number."""
    formulas, values = total(half, read, values=False), total(half, read)
    measured = half.measurement
    assert values["jumlah"] == measured.total.jumlah == sum(group.jumlah for group in measured.komponen)
    assert formulas["jumlah"].startswith("=SUM(")
    assert values["capaian"] == pytest.approx(measured.total.capaian)
    assert all(f"'Monev {group.kode}'!" in formulas["capaian"] for group in measured.komponen)


def test_the_tiles_read_the_row_of_the_whole(half, read):
    """So that no figure stands in two places."""
    sheet, layout = read(half.render(), values=False)[TAB], layout_of(half.plan, half.names)
    formulas = [cell.value for cell in sheet[FIGURES_ROW] if isinstance(cell.value, str)]
    assert len(formulas) == 7
    assert all(formula.endswith(str(layout.total_row)) for formula in formulas)


def test_the_limits_of_both_predicates_stand_beside_each_komponen(half, read):
    """What an area must reach, as the decree's LKE has it."""
    sheet = read(half.render(), values=True)[TAB]
    for row in range(RINGKASAN_FIRST_ROW, RINGKASAN_FIRST_ROW + 6):
        assert (sheet.cell(row, RingkasanCol.WBK).value, sheet.cell(row, RingkasanCol.WBBM).value) == (WBK, WBBM)


def test_a_komponen_leads_to_its_tab(odd, read):
    """By the name that staff gave it."""
    link = read(odd.render(), values=True)[TAB].cell(RINGKASAN_FIRST_ROW, RingkasanCol.KODE).hyperlink
    assert link.location == "'Bagian I ''lama'' kami'!A1"


def test_a_plan_of_nothing(few, read):
    """Counts are 0, means a dash; nothing is an error value."""
    few.plan = few.plan._replace(komponen=())
    values = total(few, read)
    assert (values["jumlah"], values["selesai"]) == (0, 0)
    assert (values["rencana"], values["deviasi"], values["tertimbang"]) == (NONE, NONE, NONE)
    sheet = read(few.render(), values=True)[TAB]
    assert not [cell.value for row in sheet for cell in row if str(cell.value).startswith("#")]
