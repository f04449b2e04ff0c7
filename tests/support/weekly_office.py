"""An office's folder with a settings file, and the weekly run in it."""

import json
from pathlib import Path

from short_matrix import short_matrix

from zi_excel.weekly.run import weekly_run


class Office:
    """A folder with workbooks and settings. Its name has what a folder's name may have."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.settings = folder / "zi-excel.toml"
        self.log = folder / "zi-excel-monev.log"
        self.hasil = folder / "zi-excel-monev.json"
        self.configure()

    def configure(self, buku=("*.xlsx",), more="", rest=""):
        """Writes the settings: the patterns, more of the section, and what follows it.

        Without a word about the time limit there is none, so that all is done in the test's own process.
        """
        more += "" if "batas_menit" in more else "\nbatas_menit = 0"
        patterns = json.dumps(list(buku), ensure_ascii=False)
        self.settings.write_text(f"[mingguan]\nbuku = {patterns}\n{more}\n{rest}", "utf-8")

    def book(self, name: str = "rencana aksi.xlsx") -> Path:
        """A fresh workbook."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return short_matrix(path)

    def run(self, **how):
        """The weekly run; without waiting, unless told how."""
        return weekly_run(self.settings, **{"sleep": lambda _: None} | how)

    def result(self) -> dict:
        """What the result file says."""
        return json.loads(self.hasil.read_text("utf-8"))

    def lines(self) -> str:
        """What the log says."""
        return self.log.read_text("utf-8")
