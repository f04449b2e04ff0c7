"""Time and peak memory of whole commands beside openpyxl's load + save, pandas' load and the floor, in one run.

    python benchmarks/speed.py [BUKU] [--runs N]

Prints the median of N runs each and the ratio to the openpyxl script. Needs an environment with zi_excel and openpyxl
(`.zi-env/test` after scripts/test.py).
"""

import argparse
import shutil
from functools import partial
from pathlib import Path

from measuring import FLOOR, OPENPYXL, PANDAS, TEMPLATE, ZI_EXCEL, Job, lines, measured, medians, workplace

BASE = "openpyxl load + save"


def main() -> None:
    """Runs every command N times in turn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("buku", nargs="?", type=Path, default=TEMPLATE)
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    with workplace() as folder:
        costs = medians(commands(folder, options.buku), options.runs)
    print(f"median of {options.runs} whole processes each")
    print("\n".join(lines(costs, costs[BASE])))


def commands(folder: Path, workbook: Path) -> dict[str, Job]:
    """What is measured. folder: where to work; one refresh is made there."""
    names = ("baru.xlsx", "sudah.xlsx", "lain_hari.xlsx", "openpyxl.xlsx")
    fresh, done, later, saved = (str(folder / name) for name in names)
    book = str(workbook)
    shutil.copy(book, done)
    measured([*ZI_EXCEL, "monev", done, "--per", "2025-11-20"])
    return {
        BASE: Job([*OPENPYXL, book, saved]),
        "pandas load of the sheet": Job([*PANDAS, book]),
        "floor: parts copied": Job([*FLOOR, book, saved]),
        "zi-excel --help": Job([*ZI_EXCEL, "--help"]),
        "zi-excel validasi": Job([*ZI_EXCEL, "validasi", book]),
        "zi-excel capaian": Job([*ZI_EXCEL, "capaian", book]),
        "zi-excel monev (first)": Job(
            [*ZI_EXCEL, "monev", fresh, "--per", "2025-11-20"], partial(shutil.copy, book, fresh)
        ),
        "zi-excel monev (another day)": Job(
            [*ZI_EXCEL, "monev", later, "--per", "2025-11-27"], partial(shutil.copy, done, later)
        ),
        "zi-excel monev (nothing new)": Job([*ZI_EXCEL, "monev", done, "--per", "2025-11-20"]),
    }


if __name__ == "__main__":
    main()
