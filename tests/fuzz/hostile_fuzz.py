"""Hostile packages and texts, each tried with every verb and measured; ends with 1 where one took too much.

python tests/fuzz/hostile_fuzz.py [--seed N] [--packages N] [--texts N] [--verbs a,b] [--json FILE]

Without numbers all are tried: every package of hostile_packages.py as a process of its own, and the 1,400 texts of a
seed, each in every column of the matrix. Prints the slowest ten, and what took more than SECONDS of the processor's or
held more than MEBIBYTES, or ended otherwise than with a result or a sentence. Takes an hour.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from hostile_packages import MOST, indikator, rows, shapes, written
from hostile_texts import texts

import zi_excel

SECONDS, MEBIBYTES = 5.0, 700
PATIENCE = 120
"""Seconds of the processor's after which a process is ended."""
HOME = Path(zi_excel.__file__).parents[1]
RUN = Path(__file__).with_name("hostile_run.py")
COLUMNS = "BCDEFGHIJKL"
LENGTHS = (32_767, 99_000)
"""Characters of the texts, by turns: as Excel takes them, and as other programs do."""


class Tried(NamedTuple):
    """What came of one file. size: in bytes. seconds, outcome: by verb. memory: in mebibytes, at its peak."""

    name: str
    size: int
    seconds: dict[str, float]
    outcome: dict[str, str]
    memory: int

    @property
    def slowest(self) -> float:
        """Seconds of the processor's that the slowest verb took."""
        return max(self.seconds.values(), default=0.0)

    @property
    def failures(self) -> list[str]:
        """What is wrong with it, a line each."""
        wrong = [f"{verb} took {spent:.1f} s" for verb, spent in self.seconds.items() if spent > SECONDS]
        wrong += [f"{verb}: {end}" for verb, end in self.outcome.items() if end.startswith("CRASH")]
        wrong += [f"{self.size:,} bytes"] if self.size > MOST else []
        return [*wrong, *([f"held {self.memory} MiB"] if self.memory > MEBIBYTES else [])]


def tried(name: str, change: Any, verbs: tuple[str, ...] = ()) -> Tried:
    """Writes the file of a shape, and tries it in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        book = written(Path(folder) / "a.xlsx", change, compress=6)
        other = written(Path(folder) / "b.xlsx", dict)
        size = book.stat().st_size
        done = subprocess.run(
            [sys.executable, RUN, book, other, str(PATIENCE), *verbs],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(HOME), "PYTHONIOENCODING": "utf-8"},
        )
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace")[-600:]
        return Tried(name, size, {"all": float(PATIENCE)}, {"all": f"CRASH ended with {done.returncode}: {last}"}, 0)
    result = json.loads(done.stdout)
    seconds = {verb: spent for verb, (spent, _) in result["verbs"].items()}
    return Tried(name, size, seconds, {verb: end for verb, (_, end) in result["verbs"].items()}, result["memory"])


def of_packages(count: int | None, verbs: tuple[str, ...]) -> Iterator[Tried]:
    """Every so-manieth package; all where None."""
    every = shapes()
    step = 1 if count is None else max(1, len(every) // count)
    for name, change in islice(every.items(), 0, None, step):
        yield tried(name, change, verbs)


def of_texts(seed: int, count: int | None, verbs: tuple[str, ...]) -> Iterator[Tried]:
    """Every so-manieth text of a seed, in every column of an indikator; all where None."""
    every = texts(seed)
    step = 1 if count is None else max(1, len(every) // count)
    for at, (name, text) in enumerate(islice(every.items(), 0, None, step)):
        cells = dict.fromkeys(COLUMNS, text[: LENGTHS[at % len(LENGTHS)]])
        yield tried(f"text: {name}", rows([indikator(**cells)]), verbs)


def main(arguments: list[str] | None = None) -> int:
    """Tries what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--packages", type=int)
    parser.add_argument("--texts", type=int)
    parser.add_argument("--verbs", default="")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args(arguments)
    verbs = tuple(filter(None, asked.verbs.split(",")))
    results: list[Tried] = []
    for each in (*of_packages(asked.packages, verbs), *of_texts(asked.seed, asked.texts, verbs)):
        results.append(each)
        for wrong in each.failures:
            sys.stdout.write(f"{each.name}: {wrong}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{len(results)} files; the slowest ten, and the peak of memory:\n")
    for each in sorted(results, key=lambda each: -each.slowest)[:10]:
        verb = max(each.seconds, key=lambda verb: each.seconds[verb], default="")
        sys.stdout.write(f"{each.slowest:6.2f} s  {each.memory:4} MiB  {each.size:9,} bytes  {verb:12} {each.name}\n")
    if asked.json is not None:
        asked.json.write_text(json.dumps([each._asdict() for each in results], ensure_ascii=False, indent=1), "utf-8")
    return 1 if any(each.failures for each in results) else 0


if __name__ == "__main__":
    sys.exit(main())
