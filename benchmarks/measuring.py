"""What a whole process costs: its time, its processor time and its peak memory, medians of runs in turn."""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
TEMPLATE = ROOT / "workbooks" / "template_rencana_aksi.xlsx"
ZI_EXCEL = [sys.executable, "-m", "zi_excel"]
OPENPYXL = [
    sys.executable,
    "-c",
    "import sys, openpyxl; w = openpyxl.load_workbook(sys.argv[1]); w.save(sys.argv[2])",
]
"""The measure of all: what a script that does just load and save takes. Wants the file to read and the one to write."""
PANDAS = [
    sys.executable,
    "-c",
    "import sys, pandas; pandas.read_excel(sys.argv[1], sheet_name=0, header=None, engine='openpyxl')",
]
"""What it takes to load the matrix's sheet alone, without understanding it. Wants the file to read."""
_COPIED = """
import sys, zipfile
old, new = zipfile.ZipFile(sys.argv[1]), zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED)
for item in old.infolist():
    new.writestr(item, old.read(item))
new.close()
"""
FLOOR = [sys.executable, "-c", _COPIED]
"""The floor: every part read and written again, none parsed. Wants the file to read and the one to write."""

# In a process of its own: the peak of a process's children is the highest of all that it ever had.
_MEASURED = """
import resource, subprocess, sys, time
begun = time.perf_counter()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
took = time.perf_counter() - begun
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, took, used.ru_utime + used.ru_stime, used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024))
"""


class Cost(NamedTuple):
    """What one process took: seconds by the clock, seconds of a processor, MiB at its peak."""

    seconds: float
    processor: float
    peak: float


class Job(NamedTuple):
    """A command to measure, and what is to be made ready before each of its runs."""

    command: Sequence[str]
    prepare: Callable[[], object] = lambda: None


@contextmanager
def workplace() -> Iterator[Path]:
    """A folder to work in; the measured processes keep their bytecode there.

    An installed program has its modules compiled by pip, as openpyxl here has. Those of a checkout may not be
    (PYTHONDONTWRITEBYTECODE): compiling them anew in each run would be measured instead.
    """
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "bytecode")
        yield Path(folder)


def medians(jobs: Mapping[str, Job], runs: int) -> dict[str, Cost]:
    """Runs the jobs in turn, so that a slow moment of the machine hits all alike; a first round does not count."""
    costs: dict[str, list[Cost]] = {name: [] for name in jobs}
    for number in range(runs + 1):
        for name, job in jobs.items():
            job.prepare()
            cost = measured(job.command)
            if number:
                costs[name].append(cost)
    return {
        name: Cost(*(statistics.median(each) for each in zip(*values, strict=True))) for name, values in costs.items()
    }


def measured(command: Sequence[str]) -> Cost:
    """What one whole process costs; ends the benchmark where it fails."""
    run = subprocess.run([sys.executable, "-c", _MEASURED, *command], capture_output=True, text=True, check=True)
    code, *figures = run.stdout.split()
    if code != "0":
        raise SystemExit(f"{command} ended with {code}: {run.stderr}")
    return Cost(*map(float, figures))


def lines(costs: Mapping[str, Cost], base: Cost) -> Iterator[str]:
    """A table: each job's costs, and how many times those of the base they are."""
    yield f"{'':<30} {'s':>7} {'ratio':>6} {'cpu s':>7} {'ratio':>6} {'MiB':>7} {'ratio':>6}"
    for name, cost in costs.items():
        figures = zip((".3f", ".3f", ".1f"), cost, base, strict=True)
        yield f"{name:<30} " + " ".join(f"{own:>7{form}} {own / theirs:>6.2f}" for form, own, theirs in figures)
