"""A workbook with a history of two refreshes, and what staff did to it afterwards."""

import shutil
from datetime import date
from pathlib import Path

from saved_by_openpyxl import loaded

import zi_excel

TEMPLATE = Path(__file__).parents[2] / "workbooks" / "template_rencana_aksi.xlsx"
DAYS = date(2025, 11, 13), date(2025, 11, 20)


def refresh_twice(folder: Path) -> None:
    """A fresh workbook in a folder is refreshed on `DAYS`; between them staff reported I.1.a."""
    book = shutil.copy(TEMPLATE, folder / "rencana aksi.xlsx")
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
