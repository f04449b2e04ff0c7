"""Builds workbooks/template_rencana_aksi.xlsx from the enacted matrix (zi_excel/enacted). The same bytes every time.

    python scripts/build_template.py        where zi_excel is installed (pip install -e .)

The renderer is the package's own (zi_excel/sheets/matriks): `zi-excel impor` makes any office's workbook with it.
"""

import argparse
from collections.abc import Mapping
from pathlib import Path

from zi_excel.enacted.matrix import enacted_matrix
from zi_excel.sheets.matriks.book import render
from zi_excel.sheets.matriks.contents import as_matriks
from zi_excel.sheets.matriks.staff_columns import Report

TEMPLATE = Path(__file__).resolve().parents[1] / "workbooks" / "template_rencana_aksi.xlsx"


def build(out: Path, *, reports: Mapping[str, Report] | None = None) -> None:
    """Writes the template to a file.

    Args:
        out: the file to write.
        reports: what staff report, by kode; nothing in the template itself.

    Raises:
        KeyError: a report of a kode that the matrix has not.
    """
    out.write_bytes(render(as_matriks(enacted_matrix()), reports=reports))


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    build(TEMPLATE)
