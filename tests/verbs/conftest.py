"""A workbook with a history of two refreshes."""

import pytest
from twice_refreshed import refresh_twice


@pytest.fixture
def refreshed(book, prepared):
    """Two refreshes; between them staff reported I.1.a."""
    prepared(refresh_twice, book.parent)
    return book
