"""What two other readers make of one workbook before and after the graft; what openpyxl's load and save leave of it.

    python benchmarks/fidelity_witnesses.py SOURCE [TARGET]

SOURCE: the workbook as it was. TARGET: with the tabs, where it was not refused. Prints one JSON object (`witnessed`).
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
import warnings
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
from features import census
from package_facts import PackageFacts
from python_calamine import CalamineWorkbook

_ELSEWHERE = ("sharedStrings+xml", "calcChain+xml")
"""Parts that a save may do without and lose nothing: openpyxl writes texts into their cells; Excel makes the chain."""


def witnessed(source: Path, target: Path | None) -> dict[str, Any]:
    """Opens both in openpyxl and python-calamine, and saves the first with openpyxl.

    Returns:
        openpyxl, calamine: {"before": the sheets' names or null where it can't open the workbook, "after": those of
        the target}. saved: whether openpyxl wrote a file; `features` of that (by count), `lost` parts (by content
        type), how many `parts` there were and how many have the `same` bytes; `seconds`; else `failure`.
    """
    with warnings.catch_warnings(action="ignore"):
        return _read_by(source, target) | _saved(source)


def _read_by(source: Path, target: Path | None) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for name, opened in (("openpyxl", _openpyxl_sheets), ("calamine", _calamine_sheets)):
        result[name] = {"before": opened(source), "after": opened(target) if target else None}
    return result


def _saved(source: Path) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        saved = Path(folder) / source.name
        begun = time.perf_counter()
        try:
            book = openpyxl.load_workbook(source, keep_vba=source.suffix.lower() == ".xlsm")
            book.save(saved)
            return {"saved": True, "seconds": round(time.perf_counter() - begun, 3), **_left(source, saved)}
        except Exception as failure:  # noqa: BLE001 (openpyxl raises whatever it comes across)
            return {"saved": False, "failure": f"{type(failure).__name__}: {failure}"[:200]}


def _openpyxl_sheets(path: Path) -> list[str] | None:
    try:
        return list(openpyxl.load_workbook(path).sheetnames)
    except Exception:  # noqa: BLE001 (the same)
        return None


def _calamine_sheets(path: Path) -> list[str] | None:
    """The sheets' names, once the values of every sheet were read."""
    try:
        book = CalamineWorkbook.from_path(str(path))
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python()
    except BaseException:  # noqa: BLE001 (a panic of its Rust code is no Exception)
        return None
    return list(book.sheet_names)


def _left(source: Path, saved: Path) -> dict[str, Any]:
    """What is left. A part under another name is not lost: of each content type there must be as many as before."""
    before, after = PackageFacts(source), PackageFacts(saved)
    kinds = _kinds(before)
    missing = _kinds(after)
    missing.subtract(kinds)
    same = {(entry.part, entry.crc, entry.size) for entry in after.entries}
    return {
        "features": census(after),
        "parts": len(before.entries),
        "lost": {kind: -count for kind, count in missing.items() if count < 0},
        "same": sum((entry.part, entry.crc, entry.size) in same for entry in before.entries),
    }


def _kinds(package: PackageFacts) -> Counter[str]:
    """How many parts there are of each content type, but for relationships and what a save may do without."""
    root = package.root("/[content_types].xml")
    overrides = {} if root is None else {item.get("PartName", "").lower(): item.get("ContentType") for item in root}
    defaults = {} if root is None else {item.get("Extension", "").lower(): item.get("ContentType") for item in root}
    parts = [part for part in package.parts if not part.endswith(".rels")]
    kinds = [str(overrides.get(part) or defaults.get(part.rpartition(".")[2]) or part) for part in parts]
    return Counter(kind for kind in kinds if not kind.endswith(_ELSEWHERE))


def main(arguments: list[str]) -> None:
    """Prints what the witnesses say of one workbook."""
    source, *target = map(Path, arguments)
    print(json.dumps(witnessed(source, target[0] if target else None)))


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except zipfile.BadZipFile as failure:
        print(json.dumps({"saved": False, "failure": str(failure)}))
