"""The columns' widths: all of the page's, none narrower than its words, more where there is more to read."""

import pytest

from zi_excel.documents.lampiran.table import Kind, TableCell, TableRow
from zi_excel.documents.lampiran.widths import LINE, PADDING, column_widths, row_height

NAMES = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB")


def table(*rows):
    head = TableRow(Kind.HEAD, tuple(map(TableCell, NAMES)))
    return [head, *(TableRow(Kind.INDIKATOR, tuple(map(TableCell, row))) for row in rows)]


@pytest.mark.parametrize(
    "row",
    [
        ("1", "Tim", "a. SK", "Menyusun SK", "SK", "Januari 2025", "Tim"),
        ("1", *["x" * 500] * 6),
        ("1", "", "", "", "", "", ""),
        ("1", "Tim", "kata " * 500, "a", "b", "Mei 2025", "Tim"),
    ],
)
def test_they_fill_the_page(row):
    """Whatever the texts are, and each is wide enough for something."""
    widths = column_widths(table(row), 300)
    assert sum(widths) == pytest.approx(300)
    assert min(widths) > 2 * PADDING


def test_more_to_read_gets_more_room():
    """And a column of short texts keeps what its longest word takes."""
    widths = column_widths(table(("1", "Tim", "kata " * 80, "kata " * 20, "SK", "Mei 2025", "Tim")), 300)
    assert widths[2] > widths[3] > widths[4]
    assert widths[6] > 20  # PENANGGUNG


def test_a_text_beside_several_rows_needs_less():
    """As it goes on beside them."""
    lone, beside = TableCell("kata " * 60), TableCell("kata " * 60, down=10)
    rest = tuple(map(TableCell, ("", "kata kata", "", "", "Tim")))
    head = table()[0]
    apart, shared = (
        column_widths([head, TableRow(Kind.INDIKATOR, (TableCell("1"), cell, *rest))], 300) for cell in (lone, beside)
    )
    assert shared[1] < apart[1]


def test_the_height_of_a_row():
    """By its highest text; one that goes on over several rows does not count."""
    widths = [50.0, 50.0]
    assert row_height(TableRow(Kind.INDIKATOR, (TableCell("satu"), TableCell("a\nb\nc"))), widths) == 3 * LINE
    assert row_height(TableRow(Kind.INDIKATOR, (TableCell("satu"), TableCell("a\n" * 9, down=2))), widths) == LINE
