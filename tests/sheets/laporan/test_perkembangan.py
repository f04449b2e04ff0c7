"""Perkembangan: a heat map over the months, with trend lines."""

import io
import zipfile
from datetime import date

import pytest
from laporan_plans import contents_of
from once import once

from zi_excel.history.recording import recorded
from zi_excel.history.records import History
from zi_excel.measuring.measure import measure
from zi_excel.sheets import render_laporan
from zi_excel.sheets.laporan.perkembangan import FIRST_MONTH, KODE
from zi_excel.sheets.layout import FIRST_ROW, HEADER_ROW

PER = date(2025, 11, 20)


def shown(half, read, history=None, *, values=True):
    contents = contents_of(half.plan, PER, findings=half.findings, history=history or History())
    return read(once(render_laporan, contents, paper="f4"), values=values)["Perkembangan"]


def test_every_komponen_and_subkomponen_has_a_row(half, read):
    """In the matrix's order, the komponen above its own."""
    sheet = shown(half, read)
    kodes = [sheet.cell(row, KODE).value for row in range(FIRST_ROW, sheet.max_row + 1)]
    assert kodes[:6] == ["I", "I.1", "I.2", "I.3", "I.4", "II"]
    assert len(kodes) == 6 + 25
    assert sheet.cell(HEADER_ROW, FIRST_MONTH).value == "JAN"


@pytest.mark.slow
def test_the_days_own_month_is_a_formula_and_others_are_as_recorded(half, read):
    """Months before the first entry have a dash, those to come nothing."""
    history = recorded(History(), measure(half.plan, date(2025, 8, 31))).history
    values, formulas = shown(half, read, history), shown(half, read, history, values=False)
    row = [values.cell(FIRST_ROW, FIRST_MONTH + month).value for month in range(12)]
    assert row[:7] == ["–"] * 7
    assert row[7] == row[8] == row[9]
    assert row[10] == measure(half.plan, PER).komponen[0].capaian
    assert row[11] is None
    assert "Perhitungan" in formulas.cell(FIRST_ROW, FIRST_MONTH + 10).value


def test_each_komponen_has_its_trend_line(half):
    """A small chart in its row over its months, with words for who can't see it."""
    contents = contents_of(half.plan, PER, findings=half.findings)
    with zipfile.ZipFile(io.BytesIO(once(render_laporan, contents, paper="f4"))) as package:
        drawing = package.read("xl/drawings/drawing2.xml").decode()
        charts = "".join(package.read(name).decode() for name in package.namelist() if "charts/chart" in name)
    assert drawing.count("Garis kecil: capaian komponen") == 6
    assert f"Perkembangan!$C${FIRST_ROW}:$N${FIRST_ROW}" in charts.replace("'", "")
