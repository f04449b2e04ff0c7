"""An office's folder, for every test of the weekly run."""

import pytest
from weekly_office import Office


@pytest.fixture
def office(tmp_path) -> Office:
    """Its folder has spaces, an apostrophe and letters beyond ASCII in its name."""
    return Office(tmp_path / "Kantor Jum'at é 办公")
