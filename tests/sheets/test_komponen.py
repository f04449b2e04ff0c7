"""The tab of a komponen: what a row says where staff reported nothing, words, or what can't be read."""

from datetime import date

import pytest

from zi_excel.plan.jadwal import TargetWaktu
from zi_excel.sheets.komponen import COLUMNS
from zi_excel.sheets.layout import BLOCK_ROW, FIRST_ROW, HEADER_ROW, Col
from zi_excel.wording import NONE

TAB = "Monev I"


@pytest.fixture
def row(plan_with, read):
    """row(...) -> the first row of the tab, of an indikator that was reported so."""

    def of(*, values=True, **reported):
        sheet = read(plan_with(**reported).render(), values=values)[TAB]
        return {column: sheet.cell(FIRST_ROW, column) for column in Col}

    return of


def test_every_column_has_its_title(few, read):
    """In the order of `Col`, which other workbooks may rely on."""
    header = read(few.render(), values=True)[TAB][HEADER_ROW]
    assert list(COLUMNS) == list(Col)
    assert [cell.value for cell in header] == [COLUMNS[column][0] for column in Col]


def test_a_target_that_cannot_be_read(row):
    """There is no due day, no rencana and no deviasi: a dash each; the text stands as staff wrote it."""
    cells = row(target=TargetWaktu(None, "tertulis -"), share=0.5, reported=True)
    assert [cells[column].value for column in (Col.JATUH_TEMPO, Col.RENCANA, Col.DEVIASI)] == [NONE] * 3
    assert cells[Col.TARGET_WAKTU].value == "Februari 2025"


def test_deviasi_is_a_formula_in_points(row):
    """Of the cells beside it; its cached value is what was measured."""
    assert row(share=0.25, reported=True)[Col.DEVIASI].value == pytest.approx(-75)
    formula = row(share=0.25, reported=True, values=False)[Col.DEVIASI].value
    assert f"F{FIRST_ROW}" in formula
    assert f"G{FIRST_ROW}" in formula
    assert formula.endswith(f'*100,"{NONE}")')


@pytest.mark.parametrize(
    ("finished", "shown"), [("akhir Maret", "akhir Maret"), (None, NONE), (date(2025, 3, 1), date(2025, 3, 1))]
)
def test_the_day_that_it_was_done(row, finished, shown):
    """A date as a date, words as staff wrote them, nothing as a dash."""
    value = row(share=1.0, reported=True, finished=finished)[Col.TANGGAL_SELESAI].value
    assert (value.date() if hasattr(value, "date") else value) == shown


def test_links_that_lead_nowhere_on_the_web_are_words(row):
    """They are counted all the same."""
    cells = row(links=("bukti/SK.pdf", "D:/arsip"), evidence="SK dan arsip")
    assert cells[Col.JUMLAH_TAUTAN].value == 2
    assert (cells[Col.BUKTI].value, cells[Col.BUKTI].hyperlink) == ("SK dan arsip", None)


def test_a_komponen_without_an_indikator_says_so(few, read):
    """Its tab stands, so that no number of another one moves."""
    first = few.plan.komponen[0]
    few.plan = few.plan._replace(komponen=(first._replace(subkomponen=()),))
    sheet = read(few.render(), values=True)[TAB]
    assert sheet.cell(FIRST_ROW, Col.INDIKATOR).value == "Komponen ini tidak mempunyai indikator."
    assert sheet.cell(BLOCK_ROW, Col.TARGET_WAKTU).value == 0


def test_no_weighted_capaian_where_nothing_is_weighed(odd, read):
    """Another office's komponen: a dash."""
    sheet = read(odd.render(), values=True)["Bagian I 'lama' kami"]
    assert sheet.cell(BLOCK_ROW, Col.JATUH_TEMPO).value == NONE
