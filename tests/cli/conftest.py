"""What a person's terminal is, whichever one the tests run in."""

import pytest


@pytest.fixture(autouse=True)
def _terminal(monkeypatch):
    """A terminal of 100 columns."""
    monkeypatch.setenv("COLUMNS", "100")
