"""A workbook with a history of two refreshes."""

import pytest
from twice_refreshed import refresh_twice


@pytest.fixture
def refreshed(book):
    """Two refreshes; between them staff reported I.1.a."""
    return refresh_twice(book)
