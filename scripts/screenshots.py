"""Opens a workbook in LibreOffice on a virtual display and takes a picture of each of its sheets, as a laptop shows it.

python scripts/screenshots.py BUKU FOLDER [--size 1366x768]      (needs libreoffice, Xvfb, xdotool, import)
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

PROGRAMS = ("libreoffice", "Xvfb", "xdotool", "import")
QUIET = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value>
</prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="LastTimeDonateShown" oor:op="fuse">
<value>4000000000</value></prop><prop oor:name="LastTimeGetInvolvedShown" oor:op="fuse"><value>4000000000</value></prop>
<prop oor:name="WhatsNew" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value>
</prop></item>
</oor:items>
"""
"""A profile in which no tip or question lies over the sheet."""


def main(arguments: list[str] | None = None) -> int:
    """One picture per visible sheet, `FOLDER/NN-name.png`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workbook", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default="1366x768", help="of the display, in pixels")
    parser.add_argument("--only", type=int, default=None, help="the first so many sheets")
    chosen = parser.parse_args(arguments)
    missing = [program for program in PROGRAMS if shutil.which(program) is None]
    if missing:
        print(f"{', '.join(missing)} is needed for this", file=sys.stderr)
        return 2
    chosen.folder.mkdir(parents=True, exist_ok=True)
    for path in pictures(chosen.workbook, chosen.folder, chosen.size, chosen.only):
        print(path)
    return 0


def visible_sheets(workbook: Path) -> tuple[list[str], int]:
    """The names of a workbook's visible sheets in order, and which of them is shown when it is opened."""
    with zipfile.ZipFile(workbook) as package:
        root = ET.fromstring(package.read("xl/workbook.xml"))
    sheets = [each for each in root.iter() if each.tag.endswith("}sheet")]
    views = [each for each in root.iter() if each.tag.endswith("}workbookView")]
    active = int(views[0].get("activeTab", "0")) if views else 0
    shown = [each for each in sheets if each.get("state", "visible") == "visible"]
    return [each.get("name", "") for each in shown], shown.index(sheets[active])


def pictures(workbook: Path, folder: Path, size: str, only: int | None) -> list[Path]:
    """Takes the pictures; the display and LibreOffice end with it."""
    names, active = visible_sheets(workbook)
    number = f":{100 + os.getpid() % 800}"
    surroundings = {**os.environ, "DISPLAY": number}
    taken = []
    with tempfile.TemporaryDirectory() as place:
        profile = Path(place, "profile")
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(QUIET, "utf-8")
        copy = Path(shutil.copy(workbook, place))
        display = subprocess.Popen(
            ["Xvfb", number, "-screen", "0", f"{size}x24"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        office = subprocess.Popen(
            ["libreoffice", f"-env:UserInstallation={profile.as_uri()}", "--norestore", "--nologo", "--calc", copy],
            env=surroundings,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            window = _window(copy.name, surroundings)
            width, height = size.split("x")
            _xdotool(surroundings, "windowmove", window, "0", "0", "windowsize", window, width, height)
            _xdotool(surroundings, "windowfocus", window)
            time.sleep(2)
            for _ in range(active):
                _xdotool(surroundings, "key", "ctrl+Prior")
                time.sleep(0.5)
            for at, name in enumerate(names[:only], start=1):
                path = folder / f"{at:02} {name}.png"
                time.sleep(1.5)
                subprocess.run(["import", "-window", "root", path], env=surroundings, check=True)
                taken.append(path)
                _xdotool(surroundings, "key", "ctrl+Next")
        finally:
            os.killpg(office.pid, 15)
            office.wait(30)
            display.terminate()
            display.wait(30)
    return taken


def _xdotool(surroundings: dict[str, str], *words: str) -> str:
    """What xdotool prints."""
    return subprocess.run(["xdotool", *words], env=surroundings, capture_output=True, text=True, check=False).stdout


def _window(name: str, surroundings: dict[str, str]) -> str:
    """The window that shows a workbook, once it is there; TimeoutError after two minutes."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        windows = _xdotool(surroundings, "search", "--onlyvisible", "--name", name).split()
        if windows:
            time.sleep(3)  # the sheet is painted after its window
            return windows[-1]
        time.sleep(0.5)
    raise TimeoutError(name)


if __name__ == "__main__":
    raise SystemExit(main())
