"""Shared formulas moved to their cells; the literal targets of HYPERLINK()."""

import pytest

from zi_excel.reader.sheet.formulas import hyperlink_targets, moved


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


@pytest.mark.parametrize(
    ("formula", "targets"),
    [
        ('HYPERLINK("https://contoh.go.id/a","SK")', ["https://contoh.go.id/a"]),
        ('hyperlink( "bukti\\sk.pdf" )', ["bukti\\sk.pdf"]),
        ('HYPERLINK("https://x.id";"SK")', ["https://x.id"]),
        ('HYPERLINK("https://x.id?q=""a""","SK")', ['https://x.id?q="a"']),
        ('IF(A1=1,HYPERLINK("a.pdf"),HYPERLINK("b.pdf"))', ["a.pdf", "b.pdf"]),
        ('HYPERLINK("https://x.id/"&A1,"SK")', []),
        ("HYPERLINK(A1)", []),
        ("SUM(A1:A3)", []),
    ],
)
def test_literal_targets_are_found(formula, targets):
    """A target that the formula puts together can't be known."""
    assert hyperlink_targets(formula) == targets
