"""LibreOffice opens what was grafted, and what it saves is known again."""

import shutil
import subprocess

import openpyxl
import pytest

from zi_excel.opc.package import Package

OFFICE = shutil.which("libreoffice") or shutil.which("soffice")

pytestmark = [
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
    pytest.mark.filterwarnings("ignore::UserWarning:openpyxl"),
]


@pytest.fixture
def save(tmp_path):
    """Opens a workbook in LibreOffice and saves it as .xlsx."""

    def run(path):
        out = tmp_path / f"saved-{path.stem}"
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [OFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return next(out.iterdir())

    return run


def formats(path):
    with Package.open(path) as package:
        root = package.root("/xl/styles.xml")
        return {child.tag.rpartition("}")[2]: len(child) for child in root}


def test_saved_in_between(staff, refresh, save):
    """After a save by LibreOffice the tabs are replaced, not piled up; the styles part grows to a bound."""
    path, change = refresh(staff)
    sizes = []
    for turn in range(3):
        saved = save(path)
        path, change = refresh(saved, note=f"turn {turn}")
        assert change.tabs_replaced == ("Tab One", "Tab Two", "Tab's & Three")
        assert not change.tabs_added
        assert refresh(path, note=f"turn {turn}")[1].empty
        sizes.append(formats(path))
    assert sizes[1] == sizes[2]
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Cover", "Rencana Aksi", "Archive", "Tab One", "Tab Two", "Tab's & Three"]
    assert book["Tab Two"]["A2"].value == "Made by the tool 1.0: turn 2"


def test_computes_the_same(staff, refresh, save):
    """LibreOffice computes the grafted formulas to their cached values."""
    saved = save(refresh(staff)[0])
    sheet = openpyxl.load_workbook(saved, data_only=True)["Tab One"]
    assert [sheet[f"C{row}"].value for row in range(5, 9)] == pytest.approx([row / 26 for row in range(5, 9)])
