"""Every figure about speed and memory that the tool is held to, measured in one run beside what it should be.

    python benchmarks/targets.py [--runs N] [--calls N] [--short]

Whole processes: medians of N runs in turn, wall time, processor time and peak memory over openpyxl's load and save of
the template. In one process: processor time over pandas' load of the sheet, and the memory held after N calls. Reading
100,000 rows over openpyxl's load, and 50,000 rows of staff's beside the matrix over its load and save (3 runs each;
--short leaves both out). Takes about ten minutes on a quiet machine.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import reading
import scale
import speed
from measuring import TEMPLATE, Cost, medians, workplace

COMMANDS = {
    "zi-excel --help": 0.2,
    "zi-excel validasi": 0.55,
    "zi-excel capaian": 0.45,
    "zi-excel monev (first)": 1.0,
    "zi-excel monev (another day)": 1.0,
    "zi-excel monev (nothing new)": 1.0,
}
IN_PROCESS = {"validasi": 1.0, "capaian": 0.6}
READING, BESIDE = 0.6, 0.034
ROWS = 100_000
Line = tuple[str, float, float]
"""What was measured, the figure, and what it should be at most."""


def main() -> None:
    """Prints a table; ends with 1 where a figure is above what it should be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--calls", type=int, default=1000)
    parser.add_argument("--short", action="store_true")
    options = parser.parse_args()
    missed = 0
    print("| figure | measured | at most | |\n|---|---|---|---|")
    for name, figure, most in _figures(options.runs, options.calls, short=options.short):
        missed += figure > most
        print(f"| {name} | {figure:.3g} x | {most:g} x | {'' if figure <= most else 'missed'} |", flush=True)
    sys.exit(1 if missed else 0)


def _figures(runs: int, calls: int, *, short: bool) -> Iterator[Line]:
    yield from _commands(runs)
    yield from _in_process(runs, calls)
    if not short:
        yield from _reading()
        yield from _beside()


def _commands(runs: int) -> Iterator[Line]:
    with workplace() as folder:
        costs = medians(speed.commands(folder, TEMPLATE), runs)
    base = costs[speed.BASE]
    for name, most in COMMANDS.items():
        yield f"{name}, wall time", costs[name].seconds / base.seconds, most
        yield f"{name}, processor time", costs[name].processor / base.processor, most
        yield f"{name}, memory", costs[name].peak / base.peak, 1.0


def _in_process(runs: int, calls: int) -> Iterator[Line]:
    with workplace():
        script = str(Path(__file__).with_name("in_process.py"))
        command = [sys.executable, script, "--json", "--runs", str(runs), "--calls", str(calls)]
        run = subprocess.run(command, capture_output=True, text=True, check=True)
    measured = json.loads(run.stdout)
    for name, most in IN_PROCESS.items():
        yield f"{name} in one process, over pandas", measured["seconds"][name] / measured["seconds"]["pandas"], most
    held = [*measured["held"].values()]
    if held:
        yield f"memory after {calls} calls, over that after {calls // 10}", held[-1] / held[0], 1.02


def _reading() -> Iterator[Line]:
    with workplace() as folder:
        took: dict[int, dict[str, Cost]] = {}
        for rows in (ROWS // 20, ROWS):
            book = folder / f"{rows}.xlsx"
            reading.write_matrix(book, rows)
            took[rows] = medians(reading.jobs(book), 3)
    own, theirs = took[ROWS][reading.OWN], took[ROWS][reading.OPENPYXL]
    yield f"reading {ROWS:,} rows, processor time", own.processor / theirs.processor, READING
    few = took[ROWS // 20][reading.OWN]
    yield f"a row of {ROWS:,} over one of {ROWS // 20:,}", own.processor / few.processor / 20, 1.25


def _beside() -> Iterator[Line]:
    costs = scale.costs(1, 50_000, 3)
    base = costs[scale.BASE]
    yield "50,000 rows of staff's beside, monev (first)", costs["monev, first"].seconds / base.seconds, BESIDE


if __name__ == "__main__":
    main()
