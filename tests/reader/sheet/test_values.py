"""Raw cells become typed values and the text that a person sees."""

from datetime import date

import pytest

from zi_excel.reader.sheet.values import Content, day_of


@pytest.mark.parametrize(
    ("cell", "content"),
    [
        pytest.param('<c r="A1" t="s"><v>0</v></c>', Content("satu", "satu"), id="shared"),
        pytest.param('<c r="A1" t="s"><v>1</v></c>', Content("dua", "dua"), id="shared-rich"),
        pytest.param('<c r="A1" t="inlineStr"><is><t>di sini</t></is></c>', Content("di sini", "di sini"), id="inline"),
        pytest.param(
            '<c r="A1" t="inlineStr"><is><r><t>a </t></r><r><t>b</t></r></is></c>',
            Content("a b", "a b"),
            id="inline-rich",
        ),
        pytest.param('<c r="A1" t="str"><f>A2</f><v>hasil</v></c>', Content("hasil", "hasil"), id="formula-text"),
        pytest.param('<c r="A1" t="str"><f>A2</f><v></v></c>', Content(), id="formula-blank-text"),
        pytest.param('<c r="A1"><f>A2</f></c>', Content(cached=False), id="formula-without-value"),
        pytest.param('<c r="A1"><f>A2</f><v/></c>', Content(cached=False), id="formula-with-empty-value"),
        pytest.param('<c r="A1"><v>0.5</v></c>', Content("0,5", 0.5), id="number"),
        pytest.param('<c r="A1" s="3"><v>0.5</v></c>', Content("50%", 0.5), id="percent"),
        pytest.param('<c r="A1" s="1"><v>45747</v></c>', Content("31 Maret 2025", date(2025, 3, 31)), id="date"),
        pytest.param(
            '<c r="A1" s="1"><v>45747.99</v></c>', Content("31 Maret 2025", date(2025, 3, 31)), id="time-dropped"
        ),
        pytest.param('<c r="A1" s="2"><v>45717</v></c>', Content("Maret 2025", date(2025, 3, 1)), id="month"),
        pytest.param('<c r="A1" s="4"><v>0.5</v></c>', Content("0,5", 0.5), id="time-of-day"),
        pytest.param('<c r="A1" s="1"><v>99999999</v></c>', Content("99999999", 99999999.0), id="date-out-of-range"),
        pytest.param('<c r="A1" s="1"><v>-1</v></c>', Content("-1", -1.0), id="negative-date"),
        pytest.param(
            '<c r="A1" t="d"><v>2025-03-31T10:00:00</v></c>', Content("31 Maret 2025", date(2025, 3, 31)), id="iso-date"
        ),
        pytest.param('<c r="A1" t="d"><v>besok</v></c>', Content("besok", "besok"), id="iso-none"),
        pytest.param('<c r="A1" t="b"><v>1</v></c>', Content("TRUE", True), id="true"),
        pytest.param('<c r="A1" t="b"><v>0</v></c>', Content("FALSE", False), id="false"),
        pytest.param('<c r="A1" t="e"><v>#REF!</v></c>', Content("#REF!", None, "#REF!"), id="error"),
        pytest.param('<c r="A1"><v>NaN</v></c>', Content("NaN", "NaN"), id="no-number"),
        pytest.param('<c r="A1"><v>1e999</v></c>', Content("1e999", "1e999"), id="beyond-numbers"),
        pytest.param('<c r="A1" s="99"><v>1</v></c>', Content("1", 1.0), id="unknown-style"),
        pytest.param('<c r="A1" s="x"><v>1</v></c>', Content("1", 1.0), id="damaged-style"),
        pytest.param('<c t="s"><v>0</v></c>', Content("satu", "satu"), id="without-reference"),
        pytest.param('<c r="$A$1"><v>1</v></c>', Content("1", 1.0), id="odd-reference"),
    ],
)
def test_each_kind_of_cell_is_understood(rows_of, cell, content):
    """Text, number, date, truth, error, formula: whoever wrote it."""
    assert rows_of(f'<row r="1">{cell}</row>') == {1: {1: content}}


@pytest.mark.parametrize(
    ("serial", "epoch_1904", "day"),
    [
        (1, False, date(1900, 1, 1)),
        (59, False, date(1900, 2, 28)),
        (60, False, None),
        (61, False, date(1900, 3, 1)),
        (0, False, None),
        (45747, False, date(2025, 3, 31)),
        (2_958_465, False, date(9999, 12, 31)),
        (2_958_466, False, None),
        (0, True, date(1904, 1, 1)),
        (44285, True, date(2025, 3, 31)),
        (2_957_003, True, date(9999, 12, 31)),
        (2_957_004, True, None),
        (-0.5, True, None),
    ],
)
def test_serial_numbers_become_days(serial, epoch_1904, day):
    """Both epochs, and the 29 February 1900 that never was."""
    assert day_of(serial, date_1904=epoch_1904) == day


def test_the_workbook_says_which_epoch_holds(rows_of):
    """date1904 moves every date."""
    assert rows_of('<row r="1"><c r="A1" s="1"><v>44285</v></c></row>', epoch='date1904="1"')[1][1].value == date(
        2025, 3, 31
    )
