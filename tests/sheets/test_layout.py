"""Where everything stands: tables that never overlap, whatever the plan has, and ranges as formulas write them."""

from itertools import pairwise

import pytest

from zi_excel.measuring.measure import Status
from zi_excel.sheets.figures import FIGURES
from zi_excel.sheets.layout import (
    BLOCK_PLACES,
    BOBOT,
    CHANGES_ROWS,
    FIRST_ROW,
    TABLE_PLACES,
    URGENT_ROWS,
    RingkasanCol,
    Rows,
    layout_of,
)
from zi_excel.sheets.tabs import monev_tabs


@pytest.fixture
def laid_out(half):
    """laid_out(komponen) -> the layout of a plan of these komponen."""

    def of(komponen):
        plan = half.plan._replace(komponen=tuple(komponen))
        return layout_of(plan, {tab.key: tab.name for tab in monev_tabs(plan)})

    return of


def test_a_range_names_its_sheet_in_quotes():
    """An apostrophe in it is doubled, as in any formula."""
    rows = Rows("Bagian 'lama'", 9, 20)
    assert rows.column(28) == "'Bagian ''lama'''!$AB$9:$AB$20"
    assert rows.cell(1) == "'Bagian ''lama'''!$A$9"


def test_the_rows_of_a_komponen_are_those_of_its_subkomponen(half, laid_out):
    """One after the other, without a gap."""
    layout = laid_out(half.plan.komponen)
    for komponen in half.plan.komponen:
        own = [layout.subkomponen[sub.kode] for sub in komponen.subkomponen]
        assert own[0].first == layout.komponen[komponen.kode].first == FIRST_ROW
        assert own[-1].last == layout.komponen[komponen.kode].last
        assert all(one.last + 1 == other.first for one, other in pairwise(own))
        assert [rows.last - rows.first + 1 for rows in own] == [len(sub.indikator) for sub in komponen.subkomponen]


def test_what_has_no_indikator(half, laid_out):
    """A komponen has one row, which says so; a subkomponen has none, and formulas pass over it."""
    first = half.plan.komponen[0]
    hollow = first._replace(subkomponen=(first.subkomponen[0]._replace(indikator=()), *first.subkomponen[1:2]))
    bare = first._replace(kode="IX", subkomponen=())
    layout = laid_out([hollow, bare])
    assert "I.1" not in layout.subkomponen
    assert layout.subkomponen["I.2"].first == FIRST_ROW
    assert layout.komponen["IX"] == Rows("Monev IX", FIRST_ROW, FIRST_ROW)
    assert "IX" not in layout.of_komponen
    table = layout.ringkasan_subkomponen
    assert layout.of_komponen["I"] == Rows("Monev Ringkasan", table.first, table.last)


@pytest.mark.parametrize("count", [0, 1, 6, 40])
def test_the_sections_of_ringkasan_follow_each_other(half, laid_out, count):
    """However many komponen there are: each section begins below the one before it."""
    layout = laid_out(half.plan.komponen[0]._replace(kode=f"K{at}") for at in range(count))
    rows = [
        layout.ringkasan_komponen.first,
        layout.ringkasan_komponen.last + 1,
        layout.total_row + 1,
        layout.chart_row,
        layout.legend_row,
        layout.legend_row + len(Status) + 1,
        layout.urgent_row,
        layout.urgent_row + 1 + URGENT_ROWS,
        layout.notes_row,
        layout.course_row,
        layout.changes_row,
        layout.changes_row + 1 + CHANGES_ROWS,
        layout.ringkasan_subkomponen.first,
        layout.ringkasan_subkomponen.last + 1,
        layout.course(0).first,
    ]
    assert rows == sorted(rows)
    assert layout.course(0).first == layout.course(0).last
    assert layout.course(27).last - layout.course(27).first == 26


def test_each_figure_has_a_column_of_its_own():
    """In Ringkasan's tables and in the block above a komponen's header."""
    keys = {figure.key for figure in FIGURES}
    for places in (TABLE_PLACES, BLOCK_PLACES):
        assert set(places) == keys
        assert len({*places.values()}) == len(places)
    assert TABLE_PLACES["tertimbang"] == BOBOT == RingkasanCol.TERTIMBANG
