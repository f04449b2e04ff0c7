"""The tab of the findings: in order, each with its place, however many places one stands for."""

import pytest

from zi_excel.plan.rencana_aksi import Place
from zi_excel.sheets.layout import CONTEXT_ROW, FIRST_ROW
from zi_excel.sheets.temuan import ATURAN, INDIKATOR, NO, PESAN, SEL
from zi_excel.validation.findings import Finding, Level
from zi_excel.wording import NONE, level_text


def finding(code="ZI601", level=Level.PERINGATAN, **more):
    """A finding at a cell, but for what a test is about."""
    usual = {"place": Place("Rencana Aksi", 9, 6), "kode": "I.1.a", "message": "Pesan.", "suggestion": "Saran."}
    return Finding(code, level, **usual | more)


@pytest.fixture
def shown(few, read):
    """shown(*findings) -> the tab."""

    def of(*findings, values=True):
        few.findings = findings
        return read(few.render(), values=values)["Monev Temuan"]

    return of


def test_the_gravest_first_and_otherwise_as_they_came(shown):
    """Numbered from 1."""
    sheet = shown(
        finding("ZI001", Level.INFO),
        finding("ZI603"),
        finding("ZI602"),
        finding("ZI802", Level.GALAT),
        finding("ZI604"),
    )
    rows = range(FIRST_ROW, FIRST_ROW + 5)
    assert [sheet.cell(row, ATURAN).value for row in rows] == ["ZI802", "ZI603", "ZI602", "ZI604", "ZI001"]
    assert [sheet.cell(row, NO).value for row in rows] == [1, 2, 3, 4, 5]


def test_the_counts_follow_the_rows(shown):
    """By formula: whoever deletes a row sees the count of what is left."""
    findings = finding(level=Level.GALAT), finding(), finding()
    formula, value = (shown(*findings, values=values).cell(CONTEXT_ROW, 1).value for values in (False, True))
    for level, count in zip(Level, (1, 2, 0), strict=True):
        assert f'COUNTIF($B$5:$B$7,"{level_text(level)}")' in formula
        assert f"{level_text(level)}: {count}" in value


def test_one_that_is_of_no_cell(shown):
    """A dash where its cell and its indikator would stand, and no link."""
    sheet = shown(finding(place=Place("Rencana Aksi"), kode=None))
    assert (sheet.cell(FIRST_ROW, SEL).value, sheet.cell(FIRST_ROW, INDIKATOR).value) == (NONE, NONE)
    assert sheet.cell(FIRST_ROW, SEL).hyperlink is None


@pytest.mark.parametrize(("count", "end"), [(1, "F20 (I.1.a)."), (25, "F44 (I.1.a)."), (26, ", dan 1 lainnya.")])
def test_the_places_that_it_stands_for(shown, count, end):
    """The first 25 are named; of the others the number."""
    message = shown(finding(also=tuple((f"F{20 + at}", "I.1.a") for at in range(count)))).cell(FIRST_ROW, PESAN).value
    assert message.startswith("Pesan.\nJuga: F20 (I.1.a)")
    assert message.endswith(end)


def test_a_reason_of_several_lines_is_one(shown):
    """As it stands in the settings."""
    message = shown(finding(reason="Sudah\n  dibahas")).cell(FIRST_ROW, PESAN).value
    assert message.splitlines()[-1] == "Diubah oleh pengaturan: Sudah dibahas"
