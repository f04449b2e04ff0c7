"""Holds two checkouts against each other: every command's output and every written part, byte for byte.

    python benchmarks/same_outputs.py OTHER [FOLDER ...] [--rinci]

OTHER is another checkout of this project (`git worktree add ../lama COMMIT`). Over the template, the sample of a
half-done year, the workbooks of tests/offices and those of each FOLDER, both run the same commands on copies of the
same files; what is printed, the exit codes and the parts of what is written are compared. Ends with 1 where anything
differs.
"""

import argparse
import contextlib
import difflib
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PER = "2025-11-20"
LATER = "2025-12-02"
SUFFIXES = {".xlsx", ".xlsm"}
TIME = re.compile(r"\d{4}-\d\d-\d\d \d{6}(?: \(\d+\))?|\d+ \w+ \d{4} pukul \d\d\.\d\d")
"""When a backup was made: in its name, and as it is listed."""
COMMANDS = (
    ("kolom", "{book}"),
    ("kolom", "{book}", "--format", "json"),
    ("validasi", "{book}", "--per", PER),
    ("validasi", "{book}", "--per", PER, "--rinci"),
    ("validasi", "{book}", "--per", PER, "--format", "json"),
    ("capaian", "{book}", "--per", PER),
    ("capaian", "{book}", "--per", PER, "--format", "json"),
    ("capaian", "{book}", "--per", PER, "--format", "csv"),
    ("ringkas", "{book}", "--per", PER),
    ("ringkas", "{book}", "--per", PER, "--format", "json"),
    ("monev", "{book}", "--per", PER, "--coba"),
    ("monev", "{book}", "--per", PER),
    ("monev", "{book}", "--per", PER),
    ("monev", "{book}", "--per", LATER),
    ("riwayat", "{book}"),
    ("riwayat", "{book}", "--format", "json", "--rinci"),
    ("validasi", "{book}", "--per", LATER, "--format", "json"),
    ("laporan", "{book}", "-o", "laporan.xlsx", "--per", LATER),
    ("periksa-utuh", "asal{suffix}", "{book}", "--rinci"),
    ("banding", "asal{suffix}", "{book}", "--per", PER),
    ("pulihkan", "{book}"),
)


def main() -> int:
    """Runs both sides and prints what differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("other", type=Path, help="another checkout")
    parser.add_argument("folders", type=Path, nargs="*", help="folders of workbooks, beside tests/offices")
    parser.add_argument("--rinci", action="store_true", help="show how each output differs")
    parser.add_argument("--side", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.side:
        one_side(arguments.side, arguments.folders)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "contoh"
        sample.mkdir()
        command = [
            sys.executable,
            str(ROOT / "scripts" / "sample_realisasi.py"),
            str(sample / "rencana_aksi_contoh.xlsx"),
        ]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
        folders = [sample, ROOT / "workbooks", ROOT / "tests" / "offices", *map(Path.absolute, arguments.folders)]
        sides = {}
        for name, checkout in (("lama", arguments.other.absolute()), ("baru", ROOT)):
            work = Path(folder) / name
            work.mkdir()
            command = [sys.executable, __file__, str(checkout), *map(str, folders), "--side", str(work)]
            paths = {**os.environ, "PYTHONPATH": str(checkout)}
            sides[name] = subprocess.Popen(command, cwd=work, env=paths, stdout=(work / "hasil.jsonl").open("wb"))
        if sum(abs(side.wait()) for side in sides.values()):
            return 1
        old, new = (
            [json.loads(line) for line in (Path(folder) / name / "hasil.jsonl").read_text("utf-8").splitlines()]
            for name in sides
        )
    return told(old, new, in_full=arguments.rinci)


def one_side(work: Path, folders: list[Path]) -> None:
    """Runs every command on a copy of every workbook; a line of JSON for each on stdout."""
    from zi_excel.cli import run

    lines = sys.stdout
    for folder in folders:
        for source in sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file()):
            place = work / source.stem
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
            os.chdir(place)
            names = {"book": f"buku{source.suffix}", "suffix": source.suffix}
            shutil.copyfile(source, names["book"])
            shutil.copyfile(source, f"asal{source.suffix}")
            for command in COMMANDS:
                arguments = [each.format(**names) for each in command]
                code, out, err = printed(run, arguments)
                seen = {"book": source.name, "command": arguments, "code": code, "out": out, "err": err}
                print(json.dumps(seen | {"files": sorted(digests(place))}), file=lines, flush=True)
            os.chdir(work)
            shutil.rmtree(place)


def printed(run, arguments: list[str]) -> tuple[int, str, str]:  # noqa: ANN001  (of whichever checkout is looked at)
    """Exit code, stdout and stderr of a command, without where it ran and when its backups were made."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(arguments)
    texts = []
    for stream in (out, err):
        stream.flush()
        text = stream.buffer.getvalue().decode("utf-8").replace(str(Path.cwd()), "<folder>")
        texts.append(re.sub("<waktu> +", "<waktu> ", TIME.sub("<waktu>", text)))
    return code, texts[0], texts[1]


def digests(place: Path) -> Iterator[tuple[str, str]]:
    """What stands in a folder: a digest of each file, and of each part of a package."""
    for path in sorted(each for each in place.rglob("*") if each.is_file()):
        name = TIME.sub("<waktu>", path.relative_to(place).as_posix())
        yield name, hashlib.sha256(path.read_bytes()).hexdigest()
        if path.suffix.lower() in SUFFIXES and zipfile.is_zipfile(path) and name.startswith(("buku", "laporan")):
            with contextlib.suppress(Exception), zipfile.ZipFile(path) as package:
                for entry in package.infolist():
                    yield f"{name}:{entry.filename}", hashlib.sha256(package.read(entry)).hexdigest()


def told(old: list[dict], new: list[dict], *, in_full: bool) -> int:
    """Prints what differs and how much was compared; 1 where anything does."""
    differing = 0
    for before, after in zip(old, new, strict=True):
        keys = [key for key in before if before[key] != after[key]]
        if not keys:
            continue
        differing += 1
        print(f"{before['book']}: {' '.join(before['command'])}: {', '.join(keys)}")
        for key in keys if in_full else ():
            print("\n".join(_lines(before[key], after[key])))
    files = sum(len(each["files"]) for each in new)
    books = len({each["book"] for each in new})
    print(f"{len(new)} commands over {books} workbooks, {files} files and parts: {differing} differ")
    return 1 if differing else 0


def _lines(before: object, after: object) -> Iterator[str]:
    texts = [each if isinstance(each, str) else json.dumps(each, indent=0) for each in (before, after)]
    yield from list(difflib.unified_diff(*(each.splitlines() for each in texts), lineterm="", n=0))[2:40]


if __name__ == "__main__":
    raise SystemExit(main())
