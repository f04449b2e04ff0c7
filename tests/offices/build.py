"""Builds the offices' workbooks anew: `python tests/offices/build.py [NAME...]` (README.md says what it needs)."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "support"), str(Path(__file__).parents[2])]

from building import offices_a, offices_b, offices_c, offices_d, offices_e, offices_f, producers
from office_expectation import FOLDER, expectation, names

PRODUCERS = {
    "openpyxl": producers.write_openpyxl,
    "XlsxWriter": producers.write_xlsxwriter,
    "XlsxWriter (1904)": lambda sheets, path: producers.write_xlsxwriter(sheets, path, date_1904=True),
    "XlsxWriter (teks di sel)": lambda sheets, path: producers.write_xlsxwriter(sheets, path, constant_memory=True),
    "LibreOffice": producers.write_libreoffice,
    "LibreOffice (lewat .ods)": lambda sheets, path: producers.write_libreoffice(sheets, path, "ods"),
    "SheetJS": producers.write_sheetjs,
    "exceljs": producers.write_exceljs,
}
GROUPS = (offices_a, offices_b, offices_c, offices_d, offices_e, offices_f)


def build(name: str) -> Path:
    """Lays an office's sheets out and has its producer write them."""
    expected = expectation(name)
    lay_out = next(getattr(group, name) for group in GROUPS if hasattr(group, name))
    path = FOLDER / f"{name}{expected.data.get('akhiran', '.xlsx')}"
    sheets = lay_out(expected)
    PRODUCERS[expected.data["pembuat"]](sheets, path)
    return path


if __name__ == "__main__":
    for each in sys.argv[1:] or names():
        print(build(each))
