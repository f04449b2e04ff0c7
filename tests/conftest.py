"""What several test modules share: the shipped template, and the tool as a whole process."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture
def template() -> Path:
    """The shipped template, not to be written to."""
    return ROOT / "workbooks" / "template_rencana_aksi.xlsx"


@pytest.fixture
def book(template: Path, tmp_path: Path) -> Path:
    """A fresh copy of the template in a folder with a space in its name."""
    folder = tmp_path / "folder kerja"
    folder.mkdir()
    return Path(shutil.copy(template, folder / "rencana aksi.xlsx"))


@pytest.fixture
def zi_excel():
    """Runs `zi-excel` as a whole process: zi_excel("validasi", path) -> CompletedProcess with bytes."""

    def run(*arguments: object, encoding: str = "utf-8", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "zi_excel", *map(str, arguments)],
            capture_output=True,
            check=False,
            cwd=cwd,
            env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT)},
        )

    return run
