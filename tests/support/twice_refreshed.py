"""A workbook with a history of two refreshes, and what staff did to it afterwards."""

import shutil
from datetime import date
from pathlib import Path

from saved_by_openpyxl import loaded
from short_matrix import TEMPLATE, short_matrix

import zi_excel

DAYS = date(2025, 11, 13), date(2025, 11, 20)


def refresh_twice(folder: Path) -> None:
    """A fresh workbook in a folder is refreshed on `DAYS`; between them staff reported I.1.a."""
    _refresh(short_matrix(folder / "rencana aksi.xlsx"))


def refresh_template_twice(folder: Path) -> None:
    """The same with all 87 indikator, which are more than a screen has lines."""
    _refresh(Path(shutil.copy(TEMPLATE, folder / "rencana aksi.xlsx")))


def _refresh(book: Path) -> None:
    zi_excel.monev(book, per=DAYS[0])
    saved = loaded(book)
    row = next(zi_excel.capaian(book, per=DAYS[0]).plan.indikator()).row
    saved["Rencana Aksi"].cell(row, 8).value = 1
    saved.save(book)
    zi_excel.monev(book, per=DAYS[1])


def rework(book: Path, changed: Path) -> Path:
    """All realisasi of a workbook typed in anew, in another file: more than a screen of differences."""
    saved = loaded(book)
    sheet = saved["Rencana Aksi"]
    for each in zi_excel.capaian(book).plan.indikator():
        sheet.cell(each.row, 8).value = 0.85
    saved.save(changed)
    return changed
