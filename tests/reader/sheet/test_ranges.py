"""References and ranges as numbers, merged ranges by cell, shared formulas moved to their cells."""

import pytest

from zi_excel.reader.sheet.ranges import Area, Merges, column_number, moved, read_area


@pytest.mark.parametrize(
    ("reference", "area"),
    [
        ("B2", Area(2, 2, 2, 2)),
        ("$B$2:$D$5", Area(2, 2, 5, 4)),
        ("D5:B2", Area(2, 2, 5, 4)),
        ("A1:XFD1048576", Area(1, 1, 1_048_576, 16_384)),
        ("A:C", None),
        ("XFE1", None),
        ("", None),
        ("A1:B2:C3", None),
    ],
)
def test_ranges_are_read(reference, area):
    """Corners in any order; what is no range of cells is none."""
    assert read_area(reference) == area


@pytest.mark.parametrize(
    ("letters", "number"),
    [("A", 1), ("z", 26), ("AB", 28), ("XFD", 16384), ("XFE", None), ("É", None), ("", None), ("A1", None)],
)
def test_columns_are_numbered(letters, number):
    """Up to XFD."""
    assert column_number(letters) == number


def test_a_merged_range_covers_its_cells():
    """Each of its cells knows it; all but the first are hidden by it."""
    merges = Merges([Area(5, 2, 6, 3), Area(1, 1, 3, 1)])
    assert merges.covering(6, 3) == Area(5, 2, 6, 3)
    assert merges.covering(4, 1) is None
    assert merges.covering(5, 4) is None
    assert [merges.hide(row, 1) for row in range(1, 5)] == [False, True, True, False]
    assert Merges([]).covering(1, 1) is None


@pytest.mark.parametrize(
    ("formula", "rows", "columns", "there"),
    [
        ("A1+B2", 1, 1, "B2+C3"),
        ("$A1+A$1+$A$1", 2, 3, "$A3+D$1+$A$1"),
        ("SUM(A1:A3)", 1, 0, "SUM(A2:A4)"),
        ('"A1"&B1', 1, 0, '"A1"&B2'),
        ("'A1'!B1", 1, 0, "'A1'!B2"),
        ("Sheet1!B1", 1, 0, "Sheet1!B2"),
        ("LOG10(A1)", 1, 0, "LOG10(A2)"),
        ("SHEET99999+ABCD1", 1, 1, "SHEET99999+ABCD1"),
    ],
)
def test_a_shared_formula_moves_with_its_cell(formula, rows, columns, there):
    """Relative references move, fixed ones, texts, names and functions stay."""
    assert moved(formula, rows, columns) == there
