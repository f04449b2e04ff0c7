"""A rekap of many offices beside what pandas takes merely to load the same sheets, one after the other.

    python benchmarks/rekap.py [--distinct 38] [--kantor 550] [--workers 2] [--dask] [--province FOLDER]
    python benchmarks/rekap.py --growth 550 5000 50000 [--workers 2]

Makes so many different offices (`scripts/sample_province.py`), and hard links to them until there are as many as asked
for. Prints wall time, processor time (children included) and the caller's peak memory of the whole command, with one
process and with several, and with a Dask cluster of as many workers; what pandas takes for the matrix's sheet alone
and for all sheets that a rekap reads (the matrix and the history); and the ratios. With --growth only the command with
several processes, for each of those numbers of offices: what it takes per office says whether it grows with the square.
On Linux.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

import pandas as pd

ROOT = Path(__file__).parents[1]
PER = "2025-11-20"
SHEETS = ("Rencana Aksi", "Monev Riwayat")


class Cost(NamedTuple):
    """What something took: seconds on the wall and of processors; the caller's peak memory in MiB."""

    wall: float
    cpu: float
    memory: float = 0.0


def main() -> None:
    """Measures it all once, in turn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--distinct", type=int, default=38)
    parser.add_argument("--kantor", type=int, default=550)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--dask", action="store_true")
    parser.add_argument("--province", type=Path, help="offices that are there already")
    parser.add_argument("--growth", type=int, nargs="+", metavar="KANTOR")
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=asked.province and asked.province.parent)))
        place = asked.province or _made(folder / "asli", asked.distinct)
        if asked.growth:
            for count in asked.growth:
                print(growth_line(folder / str(count), readable(place), count, asked.workers), flush=True)
            return
        paths = list(linked(readable(place), folder / "provinsi", asked.kantor))
        costs = {
            "pandas, the matrix's sheet": timed(lambda: loaded(paths, SHEETS[:1])),
            "pandas, the same sheets": timed(lambda: loaded(paths, SHEETS)),
            "rekap, one process": command(folder, "--pekerja", "1"),
            f"rekap, {asked.workers} processes": command(folder, "--pekerja", str(asked.workers)),
        }
        if asked.dask:
            sys.path.insert(0, str(ROOT / "tests" / "support"))
            from dask_processes import cluster

            address, _ = stack.enter_context(cluster(folder, asked.workers))
            costs[f"rekap, Dask with {asked.workers} workers"] = command(folder, "--dask", address)
        for line in lines(costs, len(paths)):
            print(line)


def _made(folder: Path, count: int) -> Path:
    script = ROOT / "scripts" / "sample_province.py"
    subprocess.run([sys.executable, script, str(count), folder], check=True, stdout=subprocess.DEVNULL)
    return folder


def readable(place: Path) -> list[Path]:
    """The workbooks of made-up offices that are neither locked nor damaged."""
    from zi_excel.errors import WorkbookError
    from zi_excel.opc.package.package import Package

    paths = []
    for path in sorted(place.rglob("*.xlsx")):
        try:
            Package.open(path).close()
        except WorkbookError:
            continue
        paths.append(path)
    return paths


def linked(paths: Sequence[Path], folder: Path, count: int) -> Iterator[Path]:
    """So many hard links, a hundred in a wilayah."""
    for number, path in enumerate(islice(cycle(paths), count)):
        place = folder / f"Wilayah {number // 100}"
        place.mkdir(parents=True, exist_ok=True)
        link = place / f"kantor {number}.xlsx"
        os.link(path, link)
        yield link


def loaded(paths: Sequence[Path], names: Sequence[str]) -> None:
    """All workbooks one after the other, of each the sheets of these names that it has."""
    for path in paths:
        with pd.ExcelFile(path, engine="openpyxl") as book:
            pd.read_excel(book, sheet_name=[name for name in book.sheet_names if name in names])


def timed(job: Callable[[], object]) -> Cost:
    """What a job in this process takes."""
    wall, cpu = time.perf_counter(), time.process_time()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        job()
    return Cost(time.perf_counter() - wall, time.process_time() - cpu)


def command(folder: Path, *how: str) -> Cost:
    """What the whole command takes. Its peak memory is its own: that of its processes is not in it."""
    out = folder / "rekap.xlsx"
    out.unlink(missing_ok=True)
    code = (
        "import re, sys\n"
        "from zi_excel.cli import run\n"
        "if __name__ == '__main__':\n"
        "    code = run(sys.argv[1:])\n"
        "    status = open('/proc/self/status').read()  # getrusage would tell of the process that started this one\n"
        "    print(int(re.search(r'VmHWM:\\s+(\\d+)', status)[1]) / 1024)\n"
        "    sys.exit(code)\n"
    )
    script = folder / "jalankan.py"
    script.write_text(code)
    arguments = ["rekap", str(folder / "provinsi"), "-o", str(out), "--per", PER, "--diam", *how]
    before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run([sys.executable, script, *arguments], check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(time.perf_counter() - wall, spent, float(done.stdout))


def growth_line(folder: Path, offices: Sequence[Path], count: int, workers: int) -> str:
    """What the whole command takes per office, and the workbook that comes out."""
    list(linked(offices, folder / "provinsi", count))
    cost = command(folder, "--pekerja", str(workers))
    each = f"wall {cost.wall / count * 1000:6.1f}  cpu {cost.cpu / count * 1000:6.1f}"
    size = (folder / "rekap.xlsx").stat().st_size / (1 << 20)
    return (
        f"{count:6} kantor  {cost.wall:7.0f} s  ms per kantor: {each}  {cost.memory:6.0f} MiB, {size:6.1f} MiB written"
    )


def lines(costs: dict[str, Cost], count: int) -> Iterator[str]:
    """A table, and the ratios to both of pandas' loads."""
    yield f"{count} kantor; ms per kantor, ratios of wall time"
    matrix, same = list(costs.values())[:2]
    for name, cost in costs.items():
        each = f"wall {cost.wall / count * 1000:6.1f}  cpu {cost.cpu / count * 1000:6.1f}"
        ratios = f"{cost.wall / matrix.wall:5.2f} x the matrix, {cost.wall / same.wall:5.2f} x the same sheets"
        yield f"{name:30} {each}  {ratios}  {cost.memory:6.0f} MiB"


if __name__ == "__main__":
    main()
