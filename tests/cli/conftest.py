"""What a person's terminal is, whichever one the tests run in; and a workbook with a history."""

import pytest
from twice_refreshed import refresh_template_twice, rework


@pytest.fixture(autouse=True)
def _terminal(monkeypatch):
    """A terminal of 100 columns."""
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def refreshed(book, prepared):
    """Two refreshes of the template; between them staff reported I.1.a."""
    prepared(refresh_template_twice, book.parent)
    return book


@pytest.fixture
def reworked(refreshed, tmp_path):
    """All realisasi typed in anew: more than a screen of differences."""
    return rework(refreshed, tmp_path / "diisi.xlsx")
