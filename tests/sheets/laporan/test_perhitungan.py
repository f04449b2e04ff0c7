"""Perhitungan: what stands in a row where something was not reported, can't be read, or is not known."""

from datetime import date

import pytest
from laporan_plans import contents_of
from once import once

from zi_excel.plan.jadwal import TargetWaktu
from zi_excel.report.lookback import Movement
from zi_excel.report.working import UNREADABLE_TARGET
from zi_excel.sheets import render_laporan
from zi_excel.sheets.laporan.perhitungan import COLUMNS
from zi_excel.sheets.laporan.places import Calc
from zi_excel.sheets.layout import FIRST_ROW, HEADER_ROW
from zi_excel.wording import NONE

PER = date(2025, 11, 20)


@pytest.fixture
def sheet(plan_with, read):
    """sheet(...) -> Perhitungan of a plan whose first indikator was reported so. movement: since an earlier day."""

    def of(*, movement=None, **reported):
        contents = contents_of(plan_with(**reported).plan, PER, movement=movement)
        return read(once(render_laporan, contents, paper="f4"), values=True)["Perhitungan"]

    return of


def first(sheet, *columns):
    """What stands in the first row."""
    return [sheet.cell(FIRST_ROW, column).value for column in columns]


def test_every_column_has_its_title(sheet):
    """Then one for each day that the longest target has."""
    titles = [cell.value for cell in sheet()[HEADER_ROW]]
    assert list(COLUMNS) == [column for column in Calc if column is not Calc.FIRST_DAY]
    assert titles[: len(COLUMNS)] == [title for title, _ in COLUMNS.values()]
    assert titles[len(COLUMNS) :] == [f"TANGGAL {at}" for at in range(1, len(titles) - len(COLUMNS) + 1)]


def test_a_realisasi_that_cannot_be_read(sheet):
    """A question mark, and no number that a formula could take for one."""
    assert first(sheet(share=None, reported=True), Calc.REALISASI, Calc.TERPENUHI) == ["?", NONE]


def test_a_target_that_cannot_be_read(sheet):
    """It has no day, so that nothing is asked and nothing is due."""
    shown = first(
        sheet(target=TargetWaktu(None, "tertulis -")),
        *(Calc.JENIS, Calc.RENCANA, Calc.DEVIASI, Calc.JUMLAH_HARI, Calc.DIMINTA, Calc.BERIKUT, Calc.FIRST_DAY),
    )
    assert shown == [UNREADABLE_TARGET, NONE, NONE, 0, 0, NONE, None]


def test_a_day_in_words_stands_as_staff_wrote_it(sheet):
    """Formulas pass over it."""
    shown = first(sheet(share=1.0, reported=True, finished="akhir Maret"), Calc.TANGGAL_SELESAI, Calc.HARI)
    assert shown == ["akhir Maret", NONE]


def test_one_who_is_responsible_is_a_number(sheet):
    """That of the row in Per Penanggung Jawab: a name may hold what formulas take for a pattern."""
    assert first(sheet(), Calc.PENANGGUNG_JAWAB) == [1]


def test_without_an_earlier_record_nothing_moved(sheet):
    """Both columns are hidden, so that they take no paper."""
    plain = sheet()
    assert first(plain, Calc.REALISASI_AWAL, Calc.GERAK) == [None, None]
    assert plain.column_dimensions["M"].hidden


@pytest.mark.parametrize(
    ("before", "shown"), [(0.25, [0.25, 50]), (None, ["?", NONE]), ("nothing", [NONE, NONE])], ids=str
)
def test_what_moved_since(sheet, before, shown):
    """In points; a dash where the earlier record has no such indikator, or could not be read."""
    shares = {} if before == "nothing" else {"I.1.a": before}
    moved = sheet(share=0.75, reported=True, movement=Movement(date(2025, 6, 27), shares))
    assert first(moved, Calc.REALISASI_AWAL, Calc.GERAK) == shown
    assert not moved.column_dimensions["M"].hidden
