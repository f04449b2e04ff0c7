"""Number formats: what is a date, what shows its day, how a number reads."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.reader.sheet.formats import NumberFormat


@pytest.mark.parametrize(
    ("code", "is_date", "shows_day"),
    [
        ("General", False, False),
        ("0%", False, False),
        ("@", False, False),
        ("#,##0.00", False, False),
        ("0.00E+00", False, False),
        ("dd/mm/yyyy", True, True),
        ("d mmm yyyy", True, True),
        ("mmm-yy", True, False),
        ("mmmm yyyy", True, False),
        ("[$-421]dd mmmm yyyy;@", True, True),
        ("[$-421]mmmm yyyy;@", True, False),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", True, True),
        ("yyyy", True, False),
        ("m", True, False),
        ("m/d/yy h:mm", True, True),
        ("h:mm", False, False),
        ("h:mm:ss AM/PM", False, False),
        ("mm:ss", False, False),
        ("mmss.0", False, False),
        ("[h]:mm:ss", False, False),
        ("[mm]:ss", False, False),
        ("h:mm mmm", True, False),
        ("[Red]0.00", False, False),
        ("[Red]#,##0;[Blue]-#,##0", False, False),
        ('0 "hari"', False, False),
        ('0" dokumen"', False, False),
        ("0\\d", False, False),
        ("0_d", False, False),
        ('"Tgl. "dd-mm-yy', True, True),
        ("[DBNum1]0", False, False),
        ("[>=1]0%;[Red]0%", False, False),
        ('0;-0;"y"', False, False),
        ("gge.mm.dd", True, True),
        ("", False, False),
    ],
)
def test_a_date_is_told_from_a_number(code, is_date, shows_day):
    """Quoted text, colours, locales and times of day make no date; `mmm-yy` shows no day."""
    found = NumberFormat.of(code)
    assert (found.is_date, found.shows_day) == (is_date, shows_day)


@given(st.text(max_size=60))
def test_any_code_can_be_read(code):
    """No format code raises, and one that shows a day is a date's."""
    found = NumberFormat.of(code)
    assert found.is_date or not found.shows_day


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("General", 12.0, "12"),
        ("General", 0.75, "0,75"),
        ("0%", 0.75, "75%"),
        ("0%", 1.0, "100%"),
        ("0.0%", 1 / 3, "33,33333333%"),
        ("0%", 0.999, "99,9%"),
        ("General", 1e20, "1e+20"),
    ],
)
def test_a_number_reads_with_a_decimal_comma(code, value, text):
    """A share never reads 0 % or 100 % unless it is."""
    assert NumberFormat.of(code).number(value) == text


@pytest.mark.parametrize(
    ("code", "text"),
    [("dd/mm/yyyy", "31 Maret 2025"), ("mmm-yy", "Maret 2025"), ("General", "31 Maret 2025")],
)
def test_a_date_reads_as_its_format_shows_it(code, text):
    """Indonesian, with the day where the format shows one."""
    assert NumberFormat.of(code).day(date(2025, 3, 31)) == text
