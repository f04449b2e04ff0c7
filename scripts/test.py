"""Makes its own environment and runs every check: lint, format, types, generated docs, tests.

python scripts/test.py              everything (what CI runs)
python scripts/test.py --cepat      everything but the tests marked `slow`: between two edits
python scripts/test.py --roda       builds dist/*.whl, and it is what is tested: before a release
python scripts/test.py -k target    only the tests, with pytest's own arguments (also with the options above)
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from environment import ROOT, environment, installed_wheel

CHECKS = {
    "ruff check": ("-m", "ruff", "check", "."),
    "ruff format": ("-m", "ruff", "format", "--check", "."),
    "mypy --strict": ("-m", "mypy"),
    "docs in step": ("scripts/build_docs.py", "--check"),
}
"""What is checked beside the tests, by name: the arguments for Python. `.pre-commit-config.yaml` has the same."""
FAST = ("-m", "not slow")
PARALLEL = ("-n", str((os.cpu_count() or 1) + 1), "--dist", "worksteal")
"""A process more than cores, as some tests wait; one that has nothing left to do takes tests from the others."""


def main(arguments: list[str]) -> int:
    """Runs the checks side by side, then the tests; the exit code is 0 only where all passed."""
    if {"-h", "--help"} & {*arguments}:
        print(__doc__, end="")
        return 0
    options = {"--cepat", "--roda"} & {*arguments}
    chosen = [each for each in arguments if each not in options]
    python = environment("test", extras="test", editable=True)
    failed = [] if chosen else _failed_checks(python)
    # -P: the checkout, which is the working folder, is not imported from; the wheel's own environment has none of it
    tests = [installed_wheel("roda", extras="test"), "-P"] if "--roda" in options else [python]
    print("== pytest", flush=True)
    begun = time.monotonic()
    command = [*tests, "-m", "pytest", *PARALLEL, *(FAST if "--cepat" in options else ()), *chosen]
    if subprocess.run(command, cwd=ROOT, env=_surroundings(), check=False).returncode != 0:
        failed.append("pytest")
    print(f"   {time.monotonic() - begun:.1f} s", flush=True)
    print("GAGAL: " + ", ".join(failed) if failed else _passed(options, chosen), flush=True)
    return 1 if failed else 0


def _passed(options: set[str], chosen: list[str]) -> str:
    """The last line where nothing failed: what that stands for."""
    what = "Tes yang dipilih lulus" if chosen else "Semua pemeriksaan lulus"
    where = ", dengan roda di dist/" if "--roda" in options else ""
    return what + where + (", selain tes yang lama (tanpa --cepat: semuanya)." if "--cepat" in options else ".")


def _failed_checks(python: Path) -> list[str]:
    """Runs all of `CHECKS` side by side and prints what each has to say; the names of those that failed."""

    def run(command: tuple[str, ...]) -> tuple[int, bytes, float]:
        begun = time.monotonic()
        done = subprocess.run(
            [python, *command],
            cwd=ROOT,
            env=_surroundings(),
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        return done.returncode, done.stdout, time.monotonic() - begun

    failed = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, (code, words, seconds) in zip(CHECKS, pool.map(run, CHECKS.values()), strict=True):
            print(f"== {name}", flush=True)
            sys.stdout.buffer.write(words)  # as they are: a console's encoding may lack their letters
            print(f"   {seconds:.1f} s", flush=True)
            if code != 0:
                failed.append(name)
    return failed


def _surroundings() -> dict[str, str]:
    """This process's environment without what would change what is tested, or how long it takes.

    Modules are imported from the environment or the checkout, and are kept compiled: the tests start the tool some
    hundred times.
    """
    return {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONDONTWRITEBYTECODE"}}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
