"""Makes its own environment and runs every check: lint, format, types, generated docs, tests.

python scripts/test.py              everything (what CI runs)
python scripts/test.py -k target    only the tests, with pytest's own arguments
"""

import subprocess
import sys
import time

from environment import ROOT, environment


def main(arguments: list[str]) -> int:
    """Runs the checks one after the other; the exit code is 0 only where all passed."""
    python = str(environment("test", extras="test", editable=True))
    tests = [python, "-m", "pytest", *arguments]
    checks = {
        "ruff check": [python, "-m", "ruff", "check", "."],
        "ruff format": [python, "-m", "ruff", "format", "--check", "."],
        "mypy --strict": [python, "-m", "mypy"],
        "docs in step": [python, "scripts/build_docs.py", "--check"],
        "pytest": tests,
    }
    failed = []
    for name, command in {"pytest": tests}.items() if arguments else checks.items():
        print(f"== {name}", flush=True)
        begun = time.monotonic()
        if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
            failed.append(name)
        print(f"   {time.monotonic() - begun:.1f} s", flush=True)
    print("GAGAL: " + ", ".join(failed) if failed else "Semua pemeriksaan lulus.", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
