"""The notes of a returned report, whatever was done to it since."""

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName

from zi_excel.errors import WorkbookError
from zi_excel.plan.rencana_aksi import TITLES, Field
from zi_excel.report.notes import NOTE_TITLE, Note
from zi_excel.report.returned import read_report_notes, read_report_rows
from zi_excel.signs import REPORT_NAME, TAB_SIGN

HEADER = ("KODE", TITLES[Field.INDIKATOR], NOTE_TITLE)


@pytest.fixture
def returned(tmp_path):
    """Writes a report of one sheet: returned(*rows below its sign) -> path."""

    def write(*rows, name=REPORT_NAME):
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        sheet.title = "Komponen I"
        for row in (("Komponen I",), (f"{TAB_SIGN} 1.0",), *rows):
            sheet.append(row or [None])
        workbook.defined_names[name] = DefinedName(name, attr_text="'Komponen I'!$A$1")
        path = tmp_path / "kembali.xlsx"
        workbook.save(path)
        return path

    return write


def test_rows_with_room_for_a_note(returned):
    """All rows with a kode below the header; as notes only those that the evaluator filled."""
    path = returned(
        HEADER, ("I.1.a", "a. SK", "Baik"), (), ("I.1.b", "b. SOP", None), (None, "Jumlah", "bukan catatan")
    )
    assert read_report_rows(path) == (Note("I.1.a", "a. SK", "Baik"), Note("I.1.b", "b. SOP", ""))
    assert read_report_notes(path) == (Note("I.1.a", "a. SK", "Baik"),)


def test_columns_that_were_moved(returned):
    """They are found by their titles; the text of the indikator may be gone."""
    path = returned((NOTE_TITLE.lower(), "x", " kode "), ("Baik", None, "I.1.a"))
    assert read_report_notes(path) == (Note("I.1.a", "", "Baik"),)


def test_a_formula_that_nothing_computed(returned):
    """As it was typed."""
    assert read_report_notes(returned(HEADER, ("I.1.a", "a. SK", '="Ba"&"ik"'))) == (
        Note("I.1.a", "a. SK", '="Ba"&"ik"'),
    )


@pytest.mark.parametrize(("above", "found"), [(57, True), (58, False)])
def test_how_far_down_the_header_may_stand(returned, above, found):
    """The evaluator may have put some rows above it, not a sheet full."""
    path = returned(*[("surat",)] * above, HEADER, ("I.1.a", "a. SK", "Baik"))
    assert bool(read_report_notes(path)) is found


def test_what_is_no_report_has_no_notes(returned):
    """None, to be told from a report in which nothing was noted."""
    assert read_report_notes(returned(HEADER, name="lain")) is None
    assert read_report_rows(returned(HEADER)) == ()


def test_far_more_rows_than_a_report_has(returned, monkeypatch):
    """They are refused in a sentence, not read without end."""
    monkeypatch.setattr("zi_excel.report.returned._MOST_ROWS", 1)
    with pytest.raises(WorkbookError, match="lebih dari 1 baris catatan"):
        read_report_rows(returned(HEADER, ("I.1.a",), ("I.1.b",)))
