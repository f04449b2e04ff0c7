"""What laporan and rekap have beyond the Monev tabs: days as numbers, pages that end well."""

import io
from datetime import date

import pytest

from zi_excel.sheets.page import Page
from zi_excel.sheets.paper import PAPERS
from zi_excel.sheets.rendering import Formats, new_workbook
from zi_excel.sheets.report_page import end_pages, serial
from zi_excel.sheets.style import CELL


@pytest.fixture
def page(monkeypatch):
    """A page of three columns that notes how it is to be printed."""
    workbook = new_workbook(io.BytesIO())
    made = Page(workbook, Formats(workbook), "Lembar", (40.0, 40.0, 40.0))
    made.asked = []
    monkeypatch.setattr(made.sheet, "fit_to_pages", lambda *sizes: made.asked.append(("fit", *sizes)))
    monkeypatch.setattr(made.sheet, "set_h_pagebreaks", lambda rows: made.asked.append(("break", *rows)))
    yield made
    workbook.close()


def test_a_day_as_excel_counts_it():
    """From the last day of 1899, as Excel does after its leap day of 1900 that never was."""
    assert serial(date(1900, 3, 1)) == 61
    assert serial(date(2025, 11, 20)) == 45981
    assert serial(None) is None


def test_what_is_little_more_than_a_page_is_one(page):
    """It is printed smaller."""
    page.text(1, 1, "x", CELL)
    end_pages(page, PAPERS["a4"], 20)
    assert page.asked == [("fit", 1, 1)]


def test_longer_sheets_end_their_pages_between_rows(page):
    """Rows that belong together are not parted."""
    end_pages(page, PAPERS["a4"], 300, repeated=1, kept=[range(40, 60)])
    ((kind, *rows),) = page.asked
    assert kind == "break"
    assert rows == sorted(rows)
    assert not {*range(40, 59)} & {*rows}
