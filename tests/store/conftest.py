"""A file that stands for a workbook."""

from pathlib import Path

import pytest
from store_calls import OLD


@pytest.fixture
def workbook(tmp_path) -> Path:
    """Alone in its folder."""
    folder = tmp_path / "folder kerja"
    folder.mkdir()
    path = folder / "rencana aksi.xlsx"
    path.write_bytes(OLD)
    return path
