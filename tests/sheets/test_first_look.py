"""What a page shows in the first seconds, on a laptop's screen: its head, its headers, its rows."""

import re

import pytest

from zi_excel.sheets.fitting import lines

SCREEN = 585 * 0.75
"""Points of rows that a screen of 768 pixels has room for at 100 %, below a spreadsheet program's own bars."""


@pytest.fixture(params=["half", "empty", "finished"])
def tabs(request, read):
    return list(read(request.getfixturevalue(request.param).render(), values=True))


def header_row(sheet) -> int:
    return int(re.search(r"\d+", sheet.auto_filter.ref)[0])


def test_at_most_three_rows_are_frozen_above_a_header(tabs):
    """What is frozen takes the room of what is looked for."""
    for sheet in tabs:
        frozen = int(re.search(r"\d+", sheet.freeze_panes)[0]) - 1
        assert frozen <= 3 + (sheet.auto_filter.ref is not None), sheet.title


def test_no_tab_has_gridlines(tabs):
    """One rule: tables have lines of their own."""
    assert not [sheet.title for sheet in tabs if sheet.sheet_view.showGridLines]


def test_no_header_breaks_inside_a_word(tabs):
    """Each word fits its column on one line, and the row has room for the filter's buttons below the titles."""
    for sheet in tabs:
        if sheet.auto_filter.ref is None:
            continue
        row = header_row(sheet)
        for cell in sheet[row]:
            width = sheet.column_dimensions[cell.column_letter].width
            for word in str(cell.value or "").split():
                assert lines(word, width, bold=True) == 1, (sheet.title, word)
            taken = lines(str(cell.value or ""), width, bold=True)
            assert sheet.row_dimensions[row].height >= taken * 12.75 + 14, (sheet.title, cell.value)


def test_ten_indikator_are_seen_without_scrolling(finished, read):
    """On 1366 x 768, where staff wrote no long texts."""
    for sheet in read(finished.render(), values=True):
        if re.fullmatch(r"Monev [IVX]+", sheet.title):
            rows = range(1, header_row(sheet) + 11)
            assert (
                sum(sheet.row_dimensions[row].height or 15 for row in rows) <= SCREEN * 100 / sheet.sheet_view.zoomScale
            ), sheet.title


def test_texts_keep_away_from_their_cells_lines(half, read):
    """An indent on the left, and as much room above as below."""
    sheet = read(half.render(), values=True)["Monev I"]
    cell = sheet.cell(header_row(sheet) + 1, 3)
    assert (cell.alignment.indent, cell.alignment.vertical) == (1, "center")
