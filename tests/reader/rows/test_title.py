"""The rows above the header: which of their lines may say the plan's year."""

from zi_excel.reader.rows.title import TitleRow, lasting_lines


def lines(*rows):
    """The lines of rows, each given as the texts of its cells."""
    return list(lasting_lines(TitleRow(texts, texts) for texts in rows))


def test_cells_side_by_side_are_one_line():
    """`TAHUN` and `2025` in two cells."""
    assert lines(("TAHUN", "2025"), ("KPU Kota",)) == ["TAHUN 2025", "KPU Kota"]


def test_lines_within_a_cell_are_lines():
    """Each for itself, and so are those of its neighbours."""
    assert lines(("RENCANA AKSI\nTAHUN 2025", "LAMPIRAN")) == ["RENCANA AKSI", "TAHUN 2025", "LAMPIRAN"]


def test_what_changes_by_the_day_says_no_year():
    """A date of printing stands in a title row and is not among what lasts."""
    assert list(lasting_lines([TitleRow(("Dicetak", "20/11/2025"), ("Dicetak",))])) == ["Dicetak"]
