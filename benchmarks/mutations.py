"""Random single defects in the enacted matrix: what the rules find of them, and what they say besides.

    python benchmarks/mutations.py [--count 1000] [--seed 1 2 3] [--kind WORDS] [--misses]

Each defect is put into a real workbook (the template, filled as by a half-done year, with no finding but infos), which
is written, read and validated. Found: every finding that the kind names, at its cell. Too much: a galat or a peringatan
that the kind neither names nor explains; of what changes nothing, any finding more than before. Ends with 1 where a
defect was missed or a galat is too much. Needs an environment with zi_excel[test] (`.zi-env/test`).
"""

import argparse
import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "benchmarks")]

import cell_defects
import row_defects
from build_template import build
from defects import Defect, Head, Kind, Row, Site, Want
from matrix_sheet import MatrixSheet
from sample_realisasi import sample_reports

from zi_excel.enacted.matrix import enacted_matrix
from zi_excel.opc.package.package import Package
from zi_excel.reader import read_plan
from zi_excel.validation.engine import validate
from zi_excel.validation.findings import Finding, Level

PER = date(2025, 11, 20)
KINDS = {**cell_defects.KINDS, **row_defects.KINDS}
_MISTAKES = {"II.1.b", "III.3.e", "III.4.c", "IV.2.d", "V.5.c", "VI.3.c"}
"""Of the sample's reports those that are mistakes on purpose."""


class Outcome(NamedTuple):
    """What came of one defect: what was not found, and what was said too much."""

    kind: str
    defect: Defect
    missed: tuple[Want, ...]
    extra: tuple[Finding, ...]

    def too_much(self, level: Level) -> int:
        """How many findings of a level too much."""
        return sum(each.level is level for each in self.extra)


class Ground:
    """A workbook without a finding but infos, and where things stand in it."""

    def __init__(self, folder: Path) -> None:
        """Builds the workbook in a folder."""
        self.path = folder / "mutasi.xlsx"
        build(self.path, reports={kode: each for kode, each in sample_reports(PER).items() if kode not in _MISTAKES})
        self.sheet = MatrixSheet(self.path)
        self.sheet.save(self.path)
        self._enacted = enacted_matrix()
        with Package.open(self.path) as package:
            plan = read_plan(package)
        self.infos = Counter(each.code for each in self.findings())
        self.rows: list[Row] = []
        self.komponen: list[Head] = []
        self.subkomponen: list[Head] = []
        areas = tuple(each.no.place.row for each in plan.komponen)
        for komponen in plan.komponen:
            lines = tuple(each.row for each in komponen.indikator())
            self.komponen.append(Head(komponen.kode, komponen.no.place.row, lines, areas))
            heads = tuple(sub.indikator[0].row for sub in komponen.subkomponen)
            for sub in komponen.subkomponen:
                own = tuple(each.row for each in sub.indikator)
                self.subkomponen.append(Head(sub.kode, own[0], own, heads))
                self.rows += [Row(each.kode, each.row, own, lines) for each in sub.indikator]

    def findings(self) -> tuple[Finding, ...]:
        """Those of the workbook as it lies there."""
        with Package.open(self.path) as package:
            return validate(read_plan(package), self._enacted, PER)

    def try_kind(self, name: str, kind: Kind, chance: random.Random) -> Outcome:
        """Puts one defect of a kind into the workbook, and takes it out again."""
        while True:
            self.sheet.restore()
            site = Site(chance, self.sheet, self.rows, self.komponen, self.subkomponen)
            defect = kind(site)
            if defect is not None:
                break
        self.sheet.save(self.path)
        found = self.findings()
        missed = tuple(each for each in defect.wants if not any(_meets(each, finding) for finding in found))
        return Outcome(name, defect, missed, tuple(self._extra(defect, found)))

    def _extra(self, defect: Defect, found: Sequence[Finding]) -> Iterator[Finding]:
        """Galat and peringatan that the defect doesn't explain; of what changes nothing, infos more than before too."""
        infos = Counter(each.code for each in found if each.level is Level.INFO)
        for each in found:
            if each.level is Level.INFO:
                if not defect.wants and infos[each.code] > self.infos[each.code]:
                    yield each
            elif each.code not in defect.allowed and not any(_meets(want, each) for want in defect.wants):
                yield each


def _meets(want: Want, finding: Finding) -> bool:
    return finding.code in want.codes and want.cell in {None, finding.place.ref}


def outcomes(ground: Ground, count: int, seed: int, kinds: Sequence[str] = tuple(KINDS)) -> Iterator[Outcome]:
    """So many defects, the kinds in turn."""
    chance = random.Random(seed)
    for number in range(count):
        name = kinds[number % len(kinds)]
        yield ground.try_kind(name, KINDS[name], chance)


def lines(done: Sequence[Outcome]) -> Iterator[str]:
    """Recall and precision per kind and in all."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for each in done:
        groups[each.kind].append(each)
    yield f"{'kind':<34} {'defects':>7} {'found':>7} {'galat too much':>15} {'peringatan too much':>20}"
    for kind, those in sorted(groups.items()):
        yield _line(kind, those)
    yield _line("all", done)
    defective = [each for each in done if each.defect.wants]
    found = sum(not each.missed for each in defective)
    clean = sum(not each.too_much(Level.GALAT) for each in done)
    quiet = sum(not each.extra for each in done)
    recall, harmless = found / max(len(defective), 1), len(done) - len(defective)
    yield f"recall {recall:.4f} ({found} of {len(defective)}; {harmless} change nothing)"
    share, silent = clean / len(done), quiet / len(done)
    yield f"precision {share:.4f} without a galat too much, {silent:.4f} without a peringatan either"


def _line(kind: str, those: Sequence[Outcome]) -> str:
    found = sum(not each.missed for each in those)
    galat, peringatan = (sum(each.too_much(level) > 0 for each in those) for level in (Level.GALAT, Level.PERINGATAN))
    return f"{kind:<34} {len(those):>7} {found:>7} {galat:>15} {peringatan:>20}"


def main() -> int:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000, help="defects per seed")
    parser.add_argument("--seed", type=int, nargs="+", default=[1])
    parser.add_argument("--kind", default="", help="only kinds with these words")
    parser.add_argument("--misses", action="store_true", help="shows what was missed or said too much")
    options = parser.parse_args()
    kinds = [kind for kind in KINDS if options.kind in kind]
    with tempfile.TemporaryDirectory() as folder:
        ground = Ground(Path(folder))
        done = [each for seed in options.seed for each in outcomes(ground, options.count, seed, kinds)]
    if options.misses:
        for each in done:
            if each.missed or each.extra:
                print(f"{each.kind}: {each.defect.what}")
                for want in each.missed:
                    print(f"    missed {'/'.join(sorted(want.codes))} at {want.cell or 'any cell'}")
                for finding in each.extra:
                    print(f"    too much {finding.level} {finding.code} {finding.place.ref} {finding.message}")
    print(f"{len(kinds)} kinds, seeds {options.seed}")
    print("\n".join(lines(done)))
    return int(any(each.missed or each.too_much(Level.GALAT) for each in done))


if __name__ == "__main__":
    sys.exit(main())
