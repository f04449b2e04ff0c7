"""What a person's terminal is, whichever one the tests run in."""

import pytest


@pytest.fixture(autouse=True)
def _terminal(monkeypatch):
    """A terminal of 100 columns that nobody has told of colours; no details of defects are asked for."""
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("LINES", "NO_COLOR", "FORCE_COLOR", "ZI_EXCEL_RINCI"):
        monkeypatch.delenv(name, raising=False)
