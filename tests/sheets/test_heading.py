"""What the tabs have in common: whose they are, for which day, and the way into the matrix."""

from datetime import date

import pytest

from zi_excel.history.recording import NO_HISTORY
from zi_excel.sheets.heading import matrix_link, signature
from zi_excel.sheets.layout import MatrixCopy, MonevContents, layout_of
from zi_excel.signs import TAB_SIGN


@pytest.fixture
def monev(odd):
    """What tabs are rendered from, for a sheet with quotes in its name. matrix: of a workbook that stands alone."""

    def of(matrix=None):
        layout = layout_of(odd.plan, odd.names)
        return MonevContents(odd.plan, odd.measurement, layout, "1.0", NO_HISTORY, (), matrix)

    return of


def test_the_sign_begins_what_the_sheet_says_of_itself():
    """By it the tool knows its tabs."""
    assert signature("1.0", date(2025, 3, 1)) == f"{TAB_SIGN} 1.0 per 1 Maret 2025"


def test_the_way_into_staffs_matrix(monev):
    """By the sheet's own name."""
    assert matrix_link(monev(), 12) == "internal:'Rencana ''Aksi'' & 100% #1'!A12"


def test_the_way_into_the_copy_of_the_matrix(monev):
    """Its rows are others; one that has none leads to the top."""
    alone = monev(MatrixCopy("Matriks", {12: 7}))
    assert matrix_link(alone, 12) == "internal:'Matriks'!A7"
    assert matrix_link(alone, 99) == "internal:'Matriks'!A1"
