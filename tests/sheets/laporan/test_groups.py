"""Whose work moved: the sheet of the penanggung jawab."""

from collections import defaultdict
from datetime import date

import pytest
from laporan_plans import contents_of
from once import once

from zi_excel.report.lookback import Movement
from zi_excel.sheets import render_laporan
from zi_excel.sheets.layout import BOBOT, FIRST_ROW, HEADER_ROW
from zi_excel.sheets.page import column_letters

PER = date(2025, 11, 20)


def people(contents, read):
    """The sheet, with its values."""
    return read(once(render_laporan, contents, paper="f4"), values=True)["Per Penanggung Jawab"]


@pytest.mark.slow
def test_how_far_each_moved_in_the_period(half, read):
    """The mean over the indikator whose movement is known; a dash where none is."""
    movement = Movement(date(2025, 6, 30), {f"I.1.{letter}": 0.25 for letter in "ab"} | {"I.2.a": None})
    contents = contents_of(half.plan, PER, movement=movement)
    moved = defaultdict(list)
    for result in contents.measurement.indikator:
        points = movement.points(result)
        if points is not None:
            moved[" ".join(result.indikator.penanggung_jawab.text.split())].append(points)
    sheet = people(contents, read)
    assert sheet.cell(HEADER_ROW, BOBOT).value == "GERAK (POIN)"
    for row, group in enumerate(contents.measurement.penanggung_jawab, FIRST_ROW):
        own = moved[group.kode]
        expected = sum(own) / len(own) if own else "–"
        assert sheet.cell(row, BOBOT).value == (pytest.approx(expected) if own else expected)


def test_without_a_period_nothing_is_said_of_movement(half, read):
    """The column is hidden."""
    sheet = people(contents_of(half.plan, PER, findings=half.findings), read)
    assert sheet.column_dimensions[column_letters(BOBOT)].hidden
