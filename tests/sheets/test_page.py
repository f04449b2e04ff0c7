"""A sheet while it is written: texts stay texts, rows grow with them, and print knows how wide a page is."""

import io
from datetime import date

import openpyxl
import pytest

from zi_excel.sheets.page import CUT, HIGHEST_ROW, MOST_LINES, Page, cell
from zi_excel.sheets.paper import PAPERS
from zi_excel.sheets.rendering import Formats, new_workbook
from zi_excel.sheets.style import CELL, DAY, WRAP, look
from zi_excel.wording import NONE

WIDTHS = (10.0, 20.0, 30.0)
LONG = "x" * 2001
USUAL = 15  # points: the height of a row that nobody made higher


@pytest.fixture
def written():
    """written(write) -> the sheet as openpyxl reads it, after `write(page)` on a page of three columns."""

    def of(write, **how):
        out = io.BytesIO()
        workbook = new_workbook(out)
        page = Page(workbook, Formats(workbook), "Lembar", WIDTHS, **how)
        write(page)
        page.finish()
        workbook.close()
        return openpyxl.load_workbook(out)["Lembar"]

    return of


@pytest.fixture
def make_page():
    """make_page(widths) -> a page that nobody reads."""
    workbook = new_workbook(io.BytesIO())
    yield lambda widths: Page(workbook, Formats(workbook), "Lembar", widths)
    workbook.close()


@pytest.fixture
def page(make_page):
    """A page of three columns that nobody reads."""
    return make_page(WIDTHS)


@pytest.mark.parametrize(
    ("row", "column", "fixed", "address"), [(1, 1, False, "A1"), (3, 28, False, "AB3"), (9, 2, True, "$B$9")]
)
def test_the_address_of_a_cell(row, column, fixed, address):
    """Rows and columns count from 1."""
    assert cell(row, column, fixed=fixed) == address


@pytest.mark.parametrize("text", ["=1+1", "{=A1}", "+62 812", "@a", "00123", "https://a.id", "mailto:a@b.id", "31/12"])
def test_a_text_is_nothing_but_a_text(written, text):
    """Whatever a spreadsheet would make of it if it were typed."""
    shown = written(lambda page: page.text(1, 1, text, CELL))["A1"]
    assert (shown.value, shown.data_type, shown.hyperlink) == (text, "s", None)


def test_what_is_not_there_is_a_dash_or_blank(written):
    """A number or a day that there is none of; an empty text leaves its cell blank."""

    def write(page):
        page.number(1, 1, None, CELL)
        page.day(1, 2, None, CELL)
        page.text(1, 3, "", CELL)

    sheet = written(write)
    assert [sheet.cell(1, column).value for column in (1, 2, 3)] == [NONE, NONE, None]


def test_a_day_before_any_calendar_of_excel_is_a_text(written):
    """Workbooks count from 1900 or from 1904; in either, a later day is a day."""

    def write(page):
        page.day(1, 1, date(1904, 12, 31), look(CELL, DAY))
        page.day(1, 2, date(1905, 1, 1), look(CELL, DAY))

    sheet = written(write)
    assert sheet["A1"].value == "1904-12-31"
    assert sheet["B1"].value.date() == date(1905, 1, 1)


@pytest.mark.parametrize("target", [f"https://a.id/{LONG}", f"internal:'{'x' * 255}'!A1"], ids=["address", "place"])
def test_a_link_that_excel_cannot_hold_is_its_plain_text(written, target):
    """Rather than a file that Excel repairs."""
    shown = written(lambda page: page.link(1, 1, target, "lihat", CELL))["A1"]
    assert (shown.value, shown.hyperlink) == ("lihat", None)


def test_a_row_is_as_high_as_its_highest_text(written):
    """Of all the wrapped texts in it, in whatever order they come; a row of one line keeps its usual height."""

    def write(page):
        page.text(1, 1, "satu\ndua\ntiga", WRAP)
        page.text(1, 2, "satu", WRAP)
        page.text(2, 1, "satu", WRAP)
        page.text(3, 1, "satu\ndua\ntiga", CELL)

    heights = written(write).row_dimensions
    assert heights[1].height > 2.5 * USUAL
    assert heights[2].height < 1.5 * USUAL
    assert heights[3].height is None, "a text that does not wrap takes one line"


def test_merged_cells_give_a_text_their_room(page):
    """With the paddings between them."""
    page.text(1, 1, "kata " * 12, WRAP)
    page.text(2, 1, "kata " * 12, WRAP, last=3)
    alone, merged = page.heights(2)
    assert merged < alone
    assert page.width(1, 3) == pytest.approx(sum(WIDTHS) + 2 * 5 / 7)


def test_no_row_is_higher_than_excel_allows(page):
    """Also where a text is shown whole, and where a height was asked for."""
    page.text(1, 1, "baris\n" * 100, WRAP, whole=True)
    page.height(2, 10_000)
    assert page.heights(2) == [HIGHEST_ROW, HIGHEST_ROW]


def test_a_text_of_many_lines_is_cut_where_it_may_be(written):
    """With a word on where the rest is; what must be whole is whole."""
    many = "baris yang cukup panjang\n" * (2 * MOST_LINES)

    def write(page):
        page.text(1, 3, many, WRAP)
        page.text(2, 3, many, WRAP, whole=True)

    sheet = written(write)
    assert sheet["C1"].value.endswith(CUT.strip())
    assert sheet["C2"].value == many


def test_a_height_only_grows(page):
    """Whoever asks for less changes nothing."""
    page.height(1, 30)
    page.height(1, 20)
    assert page.heights(2) == [30, USUAL]


def test_hidden_columns_take_no_paper(page):
    """What is left of the page is as wide as the columns that show."""
    whole = page.points
    page.hide(3)
    assert page.points == pytest.approx(whole - (30 * 7 + 5) * 0.75)


def test_the_widest_of_several_pages_counts(page):
    """Repeated columns stand on each of them; columns that go on pages of their own do not count."""
    whole = page.points
    page.pages_across([2, 3], 1, PAPERS["f4"])
    assert [*page.across] == [1, 3]
    page.split(3, PAPERS["f4"])
    assert [*page.across] == [1, 2]
    assert page.points < whole


@pytest.mark.parametrize(
    ("widths", "ends", "pages"),
    [
        pytest.param((10, 60, 60), (), [], id="all on one page, as it can be read"),
        pytest.param((10, 90, 90, 40), (), [3, 4], id="one more would be too small"),
        pytest.param((10, 60, 60, 60, 60, 60, 60), (), [4, 7], id="as many as can be read"),
        pytest.param((10, 60, 60, 60, 60, 60, 60), (3, 7), [3, 7], id="only where a group ends"),
        pytest.param((10, 400, 30), (), [2, 3], id="a column that is too wide stands alone"),
    ],
)
def test_as_many_columns_on_a_page_as_can_be_read(make_page, widths, ends, pages):
    """Pages begin with the first column, and their scale is that of the widest."""
    page = make_page(widths)
    page.pages_as_needed(1, PAPERS["f4"], ends=ends)
    assert page.sheet.vbreaks == pages[:-1]
    if pages:
        assert len(page.across) == max(end - begin + 1 for begin, end in zip([1, *pages], pages, strict=False))


def test_a_streamed_sheet_has_its_heights_too(written):
    """Each row's is set before the next row begins, since no row can be come back to."""

    def write(page):
        for row in (1, 2):
            page.text(row, 1, "satu\ndua\ntiga" if row == 1 else "satu", WRAP)

    heights = written(write, streamed=True).row_dimensions
    assert heights[1].height > 2.5 * USUAL
    assert heights[2].height < 1.5 * USUAL
