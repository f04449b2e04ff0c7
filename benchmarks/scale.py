"""A refresh beside other data of staff's, against openpyxl's load + save of the same workbook, in one run.

    python benchmarks/scale.py [--runs N]

The template with a sheet of 100, 5,000 and 50,000 rows of 20 columns, and with fifty sheets of 100 rows. Prints median
time and peak memory of whole processes and their ratio to the openpyxl script (at 50,000 rows of 3 runs at most: the
script needs half a minute). Takes about five minutes. Needs an environment with zi_excel and openpyxl (`.zi-env/test`).
"""

import argparse
import shutil
from functools import partial
from pathlib import Path

from measuring import OPENPYXL, TEMPLATE, ZI_EXCEL, Cost, Job, lines, measured, medians, workplace
from staff_data import COLUMNS, write_workbook

CASES = ((1, 100), (1, 5_000), (1, 50_000), (50, 100))
BASE = "openpyxl load + save"
LARGE = 20_000
"""Rows in all from which there are fewer runs."""


def main() -> None:
    """Prints one table per workbook."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    for sheets, rows in CASES:
        runs = min(options.runs, 3) if sheets * rows >= LARGE else options.runs
        print(f"{sheets} x {rows:,} rows of {COLUMNS} columns beside the matrix; median of {runs} whole processes")
        found = costs(sheets, rows, runs)
        print("\n".join(lines(found, found[BASE])), end="\n\n", flush=True)


def costs(sheets: int, rows: int, runs: int) -> dict[str, Cost]:
    """What openpyxl and a refresh cost beside so many sheets of so many rows."""
    with workplace() as folder:
        book, fresh, done, saved = (folder / f"{name}.xlsx" for name in ("staf", "baru", "sudah", "openpyxl"))
        write_workbook(TEMPLATE, book, [rows] * sheets)
        shutil.copy(book, done)
        measured(_monev(done, "2025-11-20"))
        return medians(
            {
                BASE: Job([*OPENPYXL, str(book), str(saved)]),
                "monev, first": Job(_monev(fresh, "2025-11-20"), partial(shutil.copy, book, fresh)),
                "monev, another day": Job(_monev(fresh, "2025-12-20"), partial(shutil.copy, done, fresh)),
                "monev, nothing new": Job(_monev(done, "2025-11-20")),
            },
            runs,
        )


def _monev(book: Path, per: str) -> list[str]:
    return [*ZI_EXCEL, "monev", str(book), "--per", per]


if __name__ == "__main__":
    main()
