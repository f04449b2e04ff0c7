"""One workbook through zi_excel: copied, grafted, replaced as `monev` replaces it, and compared with what it was.

    python benchmarks/fidelity_graft.py SOURCE TARGET SAMPLE

SOURCE is only read; TARGET is its copy with the tabs; SAMPLE is the workbook whose matrix the tabs show. Prints one
JSON object (`grafted` says what it holds).
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from closed_list import compared
from features import census
from package_facts import PackageFacts

from zi_excel import store
from zi_excel.enacted.matrix import enacted_matrix
from zi_excel.errors import WorkbookError
from zi_excel.measuring.measure import Measurement, measure
from zi_excel.opc.graft.change import Change
from zi_excel.opc.graft.verify import verify
from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.ownership import owned_tabs
from zi_excel.opc.workbook.workbook import Workbook
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.reader import read_plan
from zi_excel.signs import NAME_PREFIX, SEAL_PREFIX, TAB_SIGN
from zi_excel.validation.engine import validate
from zi_excel.validation.findings import Finding
from zi_excel.verbs.monev import monev_change

PER = date(2025, 11, 20)
"""The day of the sample's realisasi, as in scripts/demo.py."""


def grafted(source: Path, target: Path, sample: Path) -> dict[str, Any]:
    """Grafts the sample's tabs into a copy of a workbook, and says what became of it.

    Returns:
        outcome: "grafted", "refused" (with `sentence` and `untouched`: whether not a byte changed) or "crashed" (with
        `traceback`). Of a grafted one also: parts, lost, changed, misregistered, packed, registered (closed_list),
        second_empty, tabs (how many sheets were added), before and after (features by count; after: staff's parts
        only), seconds, and source_bytes, target_bytes.
    """
    begun = time.perf_counter()
    try:
        shutil.copyfile(source, target)
        tabs = _refresh(target, sample)
        taken = time.perf_counter() - begun
        again = _refresh(target, sample)
    except WorkbookError as refusal:
        untouched = source.read_bytes() == target.read_bytes()
        return {"outcome": "refused", "sentence": str(refusal), "untouched": untouched}
    except Exception:  # noqa: BLE001 (whatever it is, it is what the benchmark looks for)
        return {"outcome": "crashed", "traceback": traceback.format_exc()}
    before, after = PackageFacts(source), PackageFacts(target)
    staffs = set(before.parts) - before.own_parts
    return {
        "outcome": "grafted",
        **asdict(compared(before, after)),
        "second_empty": again is None,
        "tabs": tabs or 0,
        "before": census(before, staffs),
        "after": census(after, staffs),
        "seconds": round(taken, 3),
        "source_bytes": source.stat().st_size,
        "target_bytes": target.stat().st_size,
    }


def _refresh(target: Path, sample: Path) -> int | None:
    """What `monev` does, with another workbook's plan: how many tabs were new; None where nothing changed."""
    store.check_not_open(target)
    with tempfile.TemporaryDirectory() as backups, store.lock(target):
        seen = store.fingerprint(target)
        with Package.open(target) as package:
            change = _change(package, sample)
            if change.empty:
                return None
            store.replace(
                target,
                change.write,
                verify=lambda new: verify(package, new, change),
                seen=seen,
                backup_dir=Path(backups),
                keep=1,
                now=datetime.now(UTC),
                release=package.close,
            )
            return len(change.tabs_added)


def _change(package: Package, sample: Path) -> Change:
    """The sample's tabs, rendered in the workbook's date epoch and under the names that they have in it."""
    plan, measurement, findings = _shown(sample)
    workbook = Workbook.of(package)
    owned = owned_tabs(package, workbook, prefix=NAME_PREFIX, sign=TAB_SIGN, seal=SEAL_PREFIX)
    return monev_change(package, workbook, owned, plan=plan, measurement=measurement, findings=findings)


@cache
def _shown(sample: Path) -> tuple[RencanaAksi, Measurement, tuple[Finding, ...]]:
    """What the tabs show."""
    with Package.open(sample) as package:
        plan = read_plan(package)
    return plan, measure(plan, PER), validate(plan, enacted_matrix(), PER)


def main(arguments: list[str]) -> None:
    """Prints what became of one workbook."""
    source, target, sample = map(Path, arguments)
    found: Mapping[str, Any] = grafted(source, target, sample)
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1:])
