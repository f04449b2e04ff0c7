"""Whole-process time and peak memory of the commands beside openpyxl's load + save of the same file, in one run.

    python benchmarks/speed.py [BUKU] [--runs N]

Prints the median of N runs each and the ratio to the openpyxl script. Needs an environment with zi_excel and openpyxl
(`.zi-env/test` after scripts/test.py).
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OPENPYXL = "import sys, openpyxl; w = openpyxl.load_workbook(sys.argv[1]); w.save(sys.argv[2])"
MEASURED = """
import resource, subprocess, sys, time
begun = time.perf_counter()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
took = time.perf_counter() - begun
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(code, took, peak / (1024 if sys.platform != "darwin" else 1024 * 1024))
"""


def measured(command: list[str]) -> tuple[float, float]:
    """Seconds and peak MiB of one whole process."""
    run = subprocess.run([sys.executable, "-c", MEASURED, *command], capture_output=True, text=True, check=True)
    code, took, peak = run.stdout.split()
    if code != "0":
        raise SystemExit(f"{command} ended with {code}: {run.stderr}")
    return float(took), float(peak)


def main() -> None:
    """Runs every command N times in turn, so that a slow moment of the machine hits all alike."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("buku", nargs="?", type=Path, default=ROOT / "workbooks" / "template_rencana_aksi.xlsx")
    parser.add_argument("--runs", type=int, default=11)
    options = parser.parse_args()
    python = sys.executable
    zi_excel = [python, "-m", "zi_excel"]
    with tempfile.TemporaryDirectory() as folder:
        fresh, done, saved = (Path(folder) / name for name in ("baru.xlsx", "sudah.xlsx", "openpyxl.xlsx"))
        shutil.copy(options.buku, done)
        measured([*zi_excel, "monev", str(done), "--per", "2025-11-20"])
        commands = {
            "openpyxl load + save": [python, "-c", OPENPYXL, str(options.buku), str(saved)],
            "zi-excel --help": [*zi_excel, "--help"],
            "zi-excel validasi": [*zi_excel, "validasi", str(options.buku)],
            "zi-excel capaian": [*zi_excel, "capaian", str(options.buku)],
            "zi-excel monev (first)": [*zi_excel, "monev", str(fresh), "--per", "2025-11-20"],
            "zi-excel monev (nothing new)": [*zi_excel, "monev", str(done), "--per", "2025-11-20"],
        }
        runs: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(options.runs):
            for name, command in commands.items():
                shutil.copy(options.buku, fresh)
                runs[name].append(measured(command))
                time.sleep(0.01)
    base_time, base_peak = (statistics.median(values) for values in zip(*runs["openpyxl load + save"], strict=True))
    print(f"{'':<30} {'s':>7} {'ratio':>6} {'MiB':>7} {'ratio':>6}   median of {options.runs} whole processes")
    for name, values in runs.items():
        took, peak = (statistics.median(each) for each in zip(*values, strict=True))
        print(f"{name:<30} {took:>7.3f} {took / base_time:>6.2f} {peak:>7.1f} {peak / base_peak:>6.2f}")


if __name__ == "__main__":
    main()
