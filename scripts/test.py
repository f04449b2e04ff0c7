"""Makes its own environment and runs every check: lint, format, types, generated docs, tests.

python scripts/test.py              everything (what CI runs)
python scripts/test.py --cepat      everything but the tests marked `slow`: between two edits
python scripts/test.py -k target    only the tests, with pytest's own arguments (also after --cepat)
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from environment import ROOT, environment

CHECKS = {
    "ruff check": ("-m", "ruff", "check", "."),
    "ruff format": ("-m", "ruff", "format", "--check", "."),
    "mypy --strict": ("-m", "mypy"),
    "docs in step": ("scripts/build_docs.py", "--check"),
}
"""What is checked beside the tests, by name: the arguments for Python. `.pre-commit-config.yaml` has the same."""
FAST = ("-m", "not slow")
PARALLEL = ("-n", "auto", "--dist", "worksteal")
"""As many processes as cores; one that has nothing left to do takes tests from the others."""


def main(arguments: list[str]) -> int:
    """Runs the checks side by side, then the tests; the exit code is 0 only where all passed."""
    fast = "--cepat" in arguments
    chosen = [each for each in arguments if each != "--cepat"]
    python = environment("test", extras="test", editable=True)
    failed = [] if chosen else _failed_checks(python)
    print("== pytest", flush=True)
    begun = time.monotonic()
    command = [python, "-m", "pytest", *PARALLEL, *(FAST if fast else ()), *chosen]
    if subprocess.run(command, cwd=ROOT, env=_surroundings(), check=False).returncode != 0:
        failed.append("pytest")
    print(f"   {time.monotonic() - begun:.1f} s", flush=True)
    passed = "Tes yang dipilih lulus." if chosen else "Semua pemeriksaan lulus."
    if fast:
        passed = passed.replace(".", ", selain tes yang lama (tanpa --cepat: semuanya).")
    print("GAGAL: " + ", ".join(failed) if failed else passed, flush=True)
    return 1 if failed else 0


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
    """This process's environment, but compiled modules are kept: the tests start the tool some hundred times."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
