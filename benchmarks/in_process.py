"""What one workbook takes in a running process, and whether memory grows with the number of calls.

    python benchmarks/in_process.py [BUKU] [--runs N] [--calls N] [--json]

Medians of N rounds, each of `zi_excel.validasi`, `zi_excel.capaian` and pandas' load of the matrix's sheet with
openpyxl, in processor time; before them the memory held (RSS) by tenths of so many rounds of `validasi` and `capaian`.
Needs an environment with zi_excel and pandas (`.zi-env/test`).
"""

import argparse
import gc
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import zi_excel

TEMPLATE = Path(__file__).resolve().parents[1] / "workbooks" / "template_rencana_aksi.xlsx"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("buku", nargs="?", type=Path, default=TEMPLATE)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--calls", type=int, default=0, help="rounds for the memory; 0: it is not measured")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    held = memory(options.buku, options.calls)  # before pandas is loaded
    times = processor_times(options.buku, options.runs)
    if options.json:
        json.dump({"seconds": times, "held": held}, sys.stdout)
        return
    print(f"one process, processor time, median of {options.runs}")
    for name, seconds in times.items():
        print(f"{name:<30} {seconds * 1000:>7.1f} ms {seconds / times['pandas']:>6.2f} x pandas")
    for calls, mebibytes in held.items():
        print(f"after {calls:>6,} rounds of validasi and capaian: {mebibytes:.1f} MiB")


def processor_times(book: Path, runs: int) -> dict[str, float]:
    """Seconds of a processor, medians of runs in turn; a first round does not count."""
    import pandas as pd

    jobs: dict[str, Callable[[], object]] = {
        "pandas": lambda: pd.read_excel(book, sheet_name=0, header=None, engine="openpyxl"),
        "validasi": lambda: zi_excel.validasi(book),
        "capaian": lambda: zi_excel.capaian(book),
    }
    took: dict[str, list[float]] = {name: [] for name in jobs}
    for number in range(runs + 1):
        for name, job in jobs.items():
            gc.collect()
            begun = time.process_time()
            job()
            if number:
                took[name].append(time.process_time() - begun)
    return {name: statistics.median(each) for name, each in took.items()}


def memory(book: Path, calls: int) -> dict[int, float]:
    """MiB held after so many rounds: by tenths of all."""
    held = {}
    for number in range(1, calls + 1):
        zi_excel.validasi(book)
        zi_excel.capaian(book)
        if number % max(calls // 10, 1) == 0:
            held[number] = _resident()
    return held


def _resident() -> float:
    """MiB of this process in memory (Linux)."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    import resource

    return pages * resource.getpagesize() / (1 << 20)


if __name__ == "__main__":
    main()
