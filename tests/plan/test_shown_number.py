"""What a cell shows of a number: where it is something else, that is told."""

import pytest

from zi_excel.plan.shown_number import shown_otherwise


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (0.5, ";;;", ""), (0.5, '""', ""), (0.5, "0", "1"), (0.6, "0", "1"), (0.5, '"50"', "50"), (5, '0"0"', "50"),
        (0.5, '"Selesai"', "Selesai"), (0.996, "0%", "100%"), (0.004, "0%", "0%"), (50000, "0,", "50000"),
        (0.05, "0%%", "500%%"), (0.47, "# ?/?", "4/9"), (0.52, "# ?/4", "2/4"), (0.996, "# ?/?", "1"),
        (0.53, "?/2", "1/2"), (1, '[=1]"Belum";0%', "Belum"), (0.5, '[<0.6]"Kurang";0%', "Kurang"),
        (0.7, '[<0.6]"Kurang";[<0.8]"Cukup";0%', "Cukup"),
    ],
)  # fmt: skip
def test_what_is_shown_otherwise(value, code, shown):
    """Hidden, rounded away, behind other words or digits."""
    assert shown_otherwise(value, code) == shown


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (0.5, "General"), (0.5, "0%"), (0.333, "0%"), (0.5, "0.0"), (66.67, "0"), (75, '0"%"'), (1, "0%"), (0, "0%;;"),
        (0.5, "# ?/?"), (0.5, "@"), (0.5, "0.00%"), (100, "#,##0"), (0.5, '[=1]"Selesai";0%'), (45000, "dd/mm/yyyy"),
        (0.5, ""), (0.33333, "# ?/?"), (0.25, "# ?/4"), (1, '[=1]"Selesai";0%'), (0.9, '[<0.6]"Kurang";0%'),
        (1.53, "# ?/2"),
    ],
)  # fmt: skip
def test_what_is_shown_as_it_is(value, code):
    """Rounded as percentages are, with a sign or a unit; what can't be told is not."""
    assert shown_otherwise(value, code) is None
