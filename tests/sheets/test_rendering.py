"""XlsxWriter as all our workbooks need it: the same content gives the same bytes, and texts stay texts."""

import io

import openpyxl
import pytest

from zi_excel.sheets.rendering import Formats, TabSheet, new_workbook
from zi_excel.sheets.style import CELL, WRAP


def written(write, **how):
    """The bytes of a workbook of one sheet."""
    out = io.BytesIO()
    workbook = new_workbook(out, **how)
    write(workbook.add_worksheet("Lembar", TabSheet))
    workbook.close()
    return out.getvalue()


def test_the_same_content_gives_the_same_bytes():
    """Nothing of the day is in it."""
    assert written(lambda sheet: sheet.write("A1", "x")) == written(lambda sheet: sheet.write("A1", "x"))


@pytest.mark.parametrize("text", ["=1+1", "12", "https://a.id"])
def test_a_text_is_not_taken_for_anything_else(text):
    """Also by XlsxWriter's own guessing `write`."""
    cell = openpyxl.load_workbook(io.BytesIO(written(lambda sheet: sheet.write("A1", text)))).active["A1"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_a_formula_stands_as_it_was_written():
    """Without the equals sign, which a file does not have."""
    assert b"<f>SUM(B1:B2)</f>" in _sheet(written(lambda sheet: sheet.write_formula("A1", "=SUM(B1:B2)")))


def _sheet(package: bytes) -> bytes:
    import zipfile

    return zipfile.ZipFile(io.BytesIO(package)).read("xl/worksheets/sheet1.xml")


def test_days_may_count_from_1904():
    """Where staff's workbook does."""
    book = openpyxl.load_workbook(io.BytesIO(written(lambda _: None, date_1904=True)))
    assert book.epoch.year == 1904


def test_a_look_is_one_format():
    """However often it is asked for: a workbook holds only so many."""
    workbook = new_workbook(io.BytesIO())
    workbook.add_worksheet("Lembar", TabSheet)
    formats = Formats(workbook)
    assert formats.of(CELL) is formats.of(CELL)
    assert formats.of(CELL) is not formats.of(WRAP)
    workbook.close()
