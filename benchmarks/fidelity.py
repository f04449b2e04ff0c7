"""Not one byte lost: the Monev tabs of the shipped sample into every workbook of a folder, and what became of each.

    python benchmarks/fidelity.py DIR [--out DIR2] [--format-check TOOL] [--json FILE] [--rinci]

Every .xlsx and .xlsm of DIR (only read; matrix or not) is copied under its own name into DIR2, gets the tabs by the
steps of `zi-excel monev`, and is compared with what it was by code that shares nothing with zi_excel. Beside it: the
same workbooks through openpyxl's load + save. Exit 1 where anything was lost, changed or crashed. Needs an environment
with zi_excel[test] (`.zi-env/test` after scripts/test.py).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fidelity_table import details, failures, table
from format_check import compared_formats

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SECONDS = 120
"""What one workbook may take in zi_excel, and again in the witnesses; a hostile one must not stop the run."""
WORKERS = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs every workbook of the folder and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dir", type=Path, help="folder of workbooks; only read")
    parser.add_argument("--out", type=Path, help="folder for the grafted workbooks (default: a temporary one)")
    parser.add_argument("--format-check", metavar="TOOL", help="called as TOOL ORIGINAL RESULT; exit 1: new errors")
    parser.add_argument("--json", type=Path, metavar="FILE", help="all that is known, for machines")
    parser.add_argument("--rinci", action="store_true", help="also which workbooks were refused, crashed, ...")
    options = parser.parse_args(arguments)
    books = sorted(path for path in options.dir.iterdir() if path.suffix.lower() in {".xlsx", ".xlsm"})
    if not books:
        parser.error(f"no workbook in {options.dir}")
    with _folder(options.out, options.dir) as out, tempfile.TemporaryDirectory() as scratch:
        sample = Path(scratch) / "sample.xlsx"
        subprocess.run([sys.executable, str(ROOT / "scripts" / "sample_realisasi.py"), str(sample)], check=True)
        begun = time.perf_counter()
        with ThreadPoolExecutor(WORKERS) as pool:
            runs = [pool.submit(examined, book, out / book.name, sample, options.format_check) for book in books]
            results = {}
            for book, run in zip(books, runs, strict=True):
                results[book.name] = run.result()
                if sys.stderr.isatty():
                    print(f"\r{len(results)}/{len(books)} ", end="", file=sys.stderr, flush=True)
        took = time.perf_counter() - begun
    if options.json:
        options.json.write_text(json.dumps(results, indent=1, ensure_ascii=False), "utf-8")
    print(table(results, took))
    if options.rinci:
        print(details(results))
    wrong = failures(results)
    print("\n".join(wrong) if wrong else "Nothing crashed, lost, or changed beyond the closed list.")
    return 1 if wrong else 0


def examined(source: Path, target: Path, sample: Path, format_check: str | None = None) -> dict[str, Any]:
    """Everything about one workbook; zi_excel and the witnesses each in a process of their own.

    Args:
        source: the workbook; only read.
        target: its copy that gets the tabs; not there afterwards where the workbook was refused.
        sample: the workbook whose matrix the tabs show.
        format_check: a program that is called with source and target.

    Returns:
        What fidelity_graft.py says; `witnesses`: what fidelity_witnesses.py says; `format` and `format_says`: what
        format_check.py says, None where it was not asked.
    """
    result = _process("fidelity_graft.py", source, target, sample)
    if "outcome" not in result:
        result = {"outcome": "crashed", "traceback": result["failure"]}
    there = result["outcome"] == "grafted"
    if not there:
        target.unlink(missing_ok=True)
    result["witnesses"] = _process("fidelity_witnesses.py", source, *([target] if there else []))
    result["format"] = None
    if there and format_check:
        result["format"], result["format_says"] = compared_formats(format_check, source, target)
    return result


def _process(script: str, *arguments: Path) -> dict[str, Any]:
    """The JSON that a script of this folder prints; {"failure": why} where it did not get that far."""
    command = [sys.executable, str(HERE / script), *map(str, arguments)]
    try:
        run = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False, preexec_fn=_BOUNDED)
    except subprocess.TimeoutExpired:
        return {"failure": f"stopped after {SECONDS} s"}
    try:
        found: dict[str, Any] = json.loads(run.stdout)
    except ValueError:
        return {"failure": run.stderr.decode("utf-8", "replace")[-2000:] or f"ended with {run.returncode}"}
    return found


def _bounded() -> None:
    """At most 4 GiB for the process, where the system can say so."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))


_BOUNDED = _bounded if os.name == "posix" else None


@contextmanager
def _folder(chosen: Path | None, source: Path) -> Iterator[Path]:
    """The folder for the results; a temporary one goes away again."""
    if chosen is None:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)
        return
    if chosen.resolve() == source.resolve():
        sys.exit("DIR2 is DIR: the workbooks there would be overwritten")
    chosen.mkdir(parents=True, exist_ok=True)
    yield chosen


if __name__ == "__main__":
    raise SystemExit(main())
