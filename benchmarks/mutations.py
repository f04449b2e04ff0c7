"""Random single defects in the enacted matrix: what the rules find of them, and what they say besides.

    python benchmarks/mutations.py [--count 1000] [--seed 1 2 3] [--kind WORDS] [--misses]

Each defect is put into a real workbook (the template, filled as by a half-done year, with no finding but infos), which
is written, read and validated. Found: every finding that the kind names, at its cell. Too much: a galat or a peringatan
that the kind neither names nor explains; of what changes nothing, any finding more than before. Silently wrong: a value
(tonggak, realisasi, day of completion) that is another than before, or than what was typed means, without any finding
(those of the comparison with the decree tell no value). Ends with 1 where a defect was missed, a galat is too much or a
value silently wrong. Needs an environment with zi_excel[test] (`.zi-env/test`).
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
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "benchmarks"), str(ROOT / "benchmarks" / "mutating")]

import cell_defects
import heading_defects
import realisasi_defects
import reported_defects
import row_defects
import silent_changes
import target_defects
from build_template import build
from defects import TARGET, Defect, Head, Kind, Meant, Row, Site, Want
from matrix_sheet import MatrixSheet, ref
from sample_realisasi import sample_reports

from zi_excel.enacted.matrix import enacted_matrix
from zi_excel.opc.package.package import Package
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.reader import read_plan
from zi_excel.validation.engine import validate
from zi_excel.validation.findings import Finding, Level

PER = date(2025, 11, 20)
KINDS = {
    **target_defects.KINDS,
    **cell_defects.KINDS,
    **heading_defects.KINDS,
    **row_defects.KINDS,
    **realisasi_defects.KINDS,
    **silent_changes.KINDS,
    **reported_defects.KINDS,
}
_MISTAKES = {"II.1.b", "III.3.e", "III.4.c", "IV.2.d", "V.5.c", "VI.3.c"}
"""Of the sample's reports those that are mistakes on purpose."""


class Values(NamedTuple):
    """What is measured by: the tonggak of a row (None: unreadable), the share that was done, and when it was."""

    tonggak: frozenset[date] | None
    share: float | None
    finished: date | None


class Outcome(NamedTuple):
    """What came of one defect: what was not found, what was said too much, and which values changed without a word."""

    kind: str
    defect: Defect
    missed: tuple[Want, ...]
    extra: tuple[Finding, ...]
    silent: tuple[str, ...] = ()

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
        plan, found = self.read()
        self.infos = Counter(each.code for each in found)
        self.known = Counter(_identity(each) for each in found)
        self.values = _values(plan)
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

    def read(self) -> tuple[RencanaAksi, tuple[Finding, ...]]:
        """The workbook as it lies there, and what is found in it."""
        with Package.open(self.path) as package:
            plan = read_plan(package)
        return plan, validate(plan, self._enacted, PER)

    def try_kind(self, name: str, kind: Kind, chance: random.Random) -> Outcome:
        """Puts one defect of a kind into the workbook, and takes it out again."""
        while True:
            self.sheet.restore()
            site = Site(chance, self.sheet, self.rows, self.komponen, self.subkomponen)
            defect = kind(site)
            if defect is not None:
                break
        self.sheet.save(self.path)
        plan, found = self.read()
        missed = tuple(each for each in defect.wants if not any(_meets(each, finding) for finding in found))
        return Outcome(
            name, defect, missed, tuple(self._extra(defect, found)), tuple(self._silent(defect, plan, found))
        )

    def _silent(self, defect: Defect, plan: RencanaAksi, found: Sequence[Finding]) -> Iterator[str]:
        """What is read otherwise than it is meant, or was before, though nothing is found of it."""
        values = _values(plan)
        lines = {each.row: each.kode for each in plan.indikator()}
        told = {each.place.ref for each in found if each.code < "ZI9" and each.level is not Level.INFO}
        for each in defect.meant:
            kode = lines.get(each.line)
            if kode is not None and not _as_meant(each, values[kode]) and ref(each.line, each.column) not in told:
                yield f"{kode}: {_shown(values[kode])}"
        if any(self.known[_identity(each)] == 0 for each in found):
            return
        own = {lines.get(each.line) for each in defect.meant}
        for kode in (self.values.keys() | values.keys()) - own:
            if values.get(kode) != self.values.get(kode):
                yield f"{kode}: {_shown(self.values.get(kode))} -> {_shown(values.get(kode))}"

    def _extra(self, defect: Defect, found: Sequence[Finding]) -> Iterator[Finding]:
        """Galat and peringatan that the defect doesn't explain; of what changes nothing, infos more than before too."""
        infos = Counter(each.code for each in found if each.level is Level.INFO)
        for each in found:
            if each.level is Level.INFO:
                if not defect.wants and defect.quiet and infos[each.code] > self.infos[each.code]:
                    yield each
            elif each.code not in defect.allowed and not any(_meets(want, each) for want in defect.wants):
                yield each


def _identity(finding: Finding) -> tuple[str, str | None, str]:
    return finding.code, finding.place.ref, finding.message


def _values(plan: RencanaAksi) -> dict[str, Values]:
    return {
        each.kode: Values(
            None if each.target.jadwal is None else frozenset(each.target.jadwal.tonggak),
            each.realisasi.share,
            each.selesai_pada,
        )
        for each in plan.indikator()
    }


def _shown(values: Values | None) -> str:
    if values is None:
        return "no such row"
    days = sorted(values.tonggak or ())
    return f"{len(days)} tonggak {', '.join(map(str, days[:4]))}; {values.share}; {values.finished}"


def _as_meant(meant: Meant, values: Values) -> bool:
    """What can't be read is told in any case: it is none of the wrong values."""
    if meant.column == TARGET:
        return values.tonggak is None or values.tonggak in meant.values
    return values.share is None or any(abs(values.share - share) < 1e-9 for share in meant.values)


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
    yield f"recall {recall:.4f} ({found} of {len(defective)}; {harmless} ask for no finding)"
    share, silent = clean / len(done), quiet / len(done)
    wrong = sum(bool(each.silent) for each in done)
    yield f"silently wrong {wrong} of {len(done)}"
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
            if each.missed or each.extra or each.silent:
                print(f"{each.kind}: {each.defect.what}")
                for value in each.silent:
                    print(f"    silently wrong {value}")
                for want in each.missed:
                    print(f"    missed {'/'.join(sorted(want.codes))} at {want.cell or 'any cell'}")
                for finding in each.extra:
                    print(f"    too much {finding.level} {finding.code} {finding.place.ref} {finding.message}")
    print(f"{len(kinds)} kinds, seeds {options.seed}")
    print("\n".join(lines(done)))
    return int(any(each.missed or each.silent or each.too_much(Level.GALAT) for each in done))


if __name__ == "__main__":
    sys.exit(main())
