"""Whole-process time and peak memory of the commands beside openpyxl's load + save of the same file, in one run.

    python benchmarks/speed.py [BUKU] [--runs N]

Prints the median of N runs each and the ratio to the openpyxl script. Needs an environment with zi_excel and openpyxl
(`.zi-env/test` after scripts/test.py).
"""

import argparse
import shutil
from functools import partial
from pathlib import Path

from measuring import OPENPYXL, TEMPLATE, ZI_EXCEL, Job, lines, measured, medians, workplace


def main() -> None:
    """Runs every command N times in turn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("buku", nargs="?", type=Path, default=TEMPLATE)
    parser.add_argument("--runs", type=int, default=11)
    options = parser.parse_args()
    book = str(options.buku)
    with workplace() as folder:
        fresh, done, saved = (str(folder / name) for name in ("baru.xlsx", "sudah.xlsx", "openpyxl.xlsx"))
        shutil.copy(book, done)
        measured([*ZI_EXCEL, "monev", done, "--per", "2025-11-20"])
        jobs = {
            "openpyxl load + save": Job([*OPENPYXL, book, saved]),
            "zi-excel --help": Job([*ZI_EXCEL, "--help"]),
            "zi-excel validasi": Job([*ZI_EXCEL, "validasi", book]),
            "zi-excel capaian": Job([*ZI_EXCEL, "capaian", book]),
            "zi-excel monev (first)": Job(
                [*ZI_EXCEL, "monev", fresh, "--per", "2025-11-20"], partial(shutil.copy, book, fresh)
            ),
            "zi-excel monev (nothing new)": Job([*ZI_EXCEL, "monev", done, "--per", "2025-11-20"]),
        }
        costs = medians(jobs, options.runs)
    print(f"median of {options.runs} whole processes each")
    print("\n".join(lines(costs, costs["openpyxl load + save"])))


if __name__ == "__main__":
    main()
