"""What a cell shows of its value by its format: where that is something else, it is told or read as shown."""

from datetime import date

import pytest

from zi_excel.plan.shown_cell import as_shown, seen_otherwise

DAY = date(2025, 3, 31)


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (DAY, ";;;", ""), (DAY, '""', ""), (DAY, "mmm-yy", "Maret 2025"), (DAY, "mmmm", "Maret"), (DAY, "yyyy", "2025"),
        (DAY, "d", "31"), (DAY, "dddd", "nama harinya saja"), (DAY, '"TW I"', "TW I"), (DAY, "[>40000];dd/mm/yyyy", ""),
        (DAY, '[<40000]dd/mm/yyyy;"segera"', "segera"),
        ("Maret", ";;;", ""), ("Maret", '0;0;0;"TW I"', "TW I"), ("Maret", ';;;""', ""),
        (0.5, ";;;", ""), (2025, '"TW II"', "TW II"),
    ],
)  # fmt: skip
def test_what_is_seen_otherwise(value, code, shown):
    """Hidden, without a day or a month, or other words; also by a condition."""
    assert seen_otherwise(value, code) == shown


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (DAY, "dd/mm/yyyy"), (DAY, "d-mmm"), (DAY, "[$-421]dd mmmm yyyy;@"), (DAY, "[$-F800]dddd, mmmm dd, yyyy"),
        (DAY, "General"), (DAY, ""), (DAY, "dd/mm/yyyy;;;@"), (DAY, '"s.d. "d mmmm yyyy'), (DAY, "[>40000]d/m/yyyy;"),
        ("Maret", "@"), ("Maret", "General"), ("Maret", "0;0;0;@"), ("Maret", ";;"), ("Maret", '0;0;0;"per "@'),
        (True, ";;;"), (None, ";;;"), (75, "0"), (2025, "0"),
    ],
)  # fmt: skip
def test_what_is_seen_as_it_is(value, code):
    """A day with its day and month, a text by its own section; a box has no format."""
    assert seen_otherwise(value, code) is None


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (2025, '"Maret "0', "Maret 2025"), (3, '"Triwulan "0', "Triwulan 3"), (1, '"TW I"', "TW I"),
        (2025, "0", 2025), (2025, "General", 2025), ("Maret", '"TW "@', "Maret"), (DAY, "yyyy", DAY),
        (True, '"x"', True), (6, '0" bulan"', "6 bulan"), (5, '"("0")"', 5),
    ],
)  # fmt: skip
def test_a_number_with_words_is_read_as_it_is_shown(value, code, shown):
    """`TW 3` may be a 3 with a format; a number without letters stays one."""
    assert as_shown(value, code) == shown
