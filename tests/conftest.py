"""What several test modules share: the shipped template, and the tool as a whole process."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
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
def office_save(tmp_path: Path) -> Callable[[Path], Path]:
    """Opens a workbook in LibreOffice and saves it as .xlsx in another folder; skips where there is none."""
    office = shutil.which("libreoffice") or shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")

    def run(path: Path) -> Path:
        out = tmp_path / f"saved-{path.stem}"
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return next(out.iterdir())

    return run


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
