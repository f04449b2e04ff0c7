"""The short edition: what it shows, what it hides, and its own sheets."""

from datetime import date

import pytest
from laporan_plans import contents_of, made_contents
from made_plan import datum
from once import once

from zi_excel.measuring.measure import Status
from zi_excel.plan.realisasi import Realisasi
from zi_excel.report.notes import CarriedNotes
from zi_excel.report.registers import Keadaan
from zi_excel.sheets import render_laporan
from zi_excel.sheets.layout import FIRST_ROW, HEADER_ROW
from zi_excel.validation.findings import Level

PER = date(2025, 11, 20)
SHOWN = [
    *("Sampul", "Ringkasan", "Perkembangan", "Perlu Perhatian", "Bukti Belum Ada", "Temuan"),
    "Cara Menghitung",
]


def brief(contents, read, *, values=True):
    return read(once(render_laporan, contents, paper="f4", brief=True), values=values)


def with_nothing_done(plan):
    """The plan of a year in which nobody reported anything."""
    blank = {"realisasi": Realisasi(0.0, dilaporkan=False), "tautan_bukti": datum("")}
    return plan._replace(
        komponen=tuple(
            area._replace(
                subkomponen=tuple(
                    sub._replace(indikator=tuple(each._replace(**blank) for each in sub.indikator))
                    for sub in area.subkomponen
                )
            )
            for area in plan.komponen
        )
    )


def half_contents(half, **more):
    return contents_of(half.plan, PER, findings=half.findings, **more)


@pytest.mark.slow
def test_it_shows_few_sheets_and_hides_the_others(half, read):
    """The same workbook: every figure still goes back to its rows."""
    workbook = brief(half_contents(half), read)
    assert [sheet.title for sheet in workbook if sheet.sheet_state == "visible"] == SHOWN
    full = read(once(render_laporan, half_contents(half), paper="f4"), values=True)
    assert set(full.sheetnames) <= set(workbook.sheetnames)
    assert workbook.active.title == "Sampul"


def test_the_cover_lists_what_is_shown(half, read):
    """And nothing that is hidden."""
    cover = brief(half_contents(half), read)["Sampul"]
    linked = [cell.value for row in cover for cell in row if cell.hyperlink]
    assert linked == SHOWN[1:]


def test_no_link_leads_to_a_hidden_sheet(half, read):
    """It would do nothing, without a word."""
    workbook = brief(half_contents(half), read)
    for sheet in (each for each in workbook if each.sheet_state == "visible"):
        links = [cell.hyperlink.location for row in sheet for cell in row if cell.hyperlink]
        assert {link.rpartition("!")[0].strip("'") for link in links if link} <= set(SHOWN), sheet.title


@pytest.mark.slow
def test_the_lists_of_a_year_where_all_is_late_fill_two_pages(half, read):
    """They name the first, and say how many there are."""
    empty = contents_of(with_nothing_done(half.plan), PER, findings=half.findings * 40)
    workbook = brief(empty, read)
    most = 32
    for name, count in (
        ("Perlu Perhatian", len(empty.measurement.urgent)),
        ("Bukti Belum Ada", len({each.result.indikator.kode for each in empty.evidence})),
    ):
        sheet = workbook[name]
        rows = [sheet.cell(row, 1).value for row in range(FIRST_ROW, sheet.max_row + 1)]
        assert len([kode for kode in rows if kode]) == most < count
        assert f"{most} dari {count} ditampilkan; semuanya di edisi lengkap." in sheet["A3"].value
    sheet = workbook["Temuan"]
    texts = [str(cell.value) for row in sheet for cell in row if cell.value]
    grave = sum(each.level is not Level.INFO for each in empty.findings)
    assert f"… dan {grave - 25} temuan lagi, di edisi lengkap." in texts


@pytest.mark.slow
def test_the_evaluators_notes_are_kept(half, read):
    """In the sheets of the komponen, though these are hidden: the next report takes them along."""
    notes = CarriedNotes({"I.1.a": "Cek lagi"}, ())
    sheet = brief(half_contents(half, notes=notes), read)["Komponen I"]
    column = next(cell.column for cell in sheet[HEADER_ROW] if cell.value == "CATATAN EVALUATOR")
    assert sheet.cell(FIRST_ROW + 2, column).value == "Cek lagi"


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.slow
def test_what_needs_attention_is_all_there(read, seed):
    """The latest first; nothing else."""
    contents = made_contents(seed)
    sheet = brief(contents, read)["Perlu Perhatian"]
    urgent = [result.indikator.kode for result in contents.measurement.urgent]
    shown = [sheet.cell(row, 1).value for row in range(FIRST_ROW, sheet.max_row + 1)]
    assert shown == (urgent or [None])
    states = {sheet.cell(row, 6).value for row in range(FIRST_ROW, FIRST_ROW + len(urgent))}
    assert states <= {Status.TERLAMBAT.text, Status.PERLU_PERHATIAN.text}


@pytest.mark.parametrize("seed", range(3))
def test_evidence_that_is_missing_is_all_there(read, seed):
    """A row per indikator, with every butir that has no link."""
    contents = made_contents(seed)
    sheet = brief(contents, read)["Bukti Belum Ada"]
    missing = {row.result.indikator.kode for row in contents.evidence if row.keadaan is Keadaan.BELUM}
    assert {sheet.cell(row, 1).value for row in range(FIRST_ROW, sheet.max_row + 1)} - {None} == missing


def test_only_findings_that_matter_are_shown(half, read):
    """An info asks for nothing."""
    sheet = brief(half_contents(half), read)["Temuan"]
    levels = [sheet.cell(row, 2).value for row in range(FIRST_ROW, sheet.max_row + 1)]
    assert len([level for level in levels if level]) == sum(each.level is not Level.INFO for each in half.findings)
    assert not [level for level in levels if level and "Info" in level]
    assert "Info" not in sheet["A3"].value  # nothing that is left out is counted as none
