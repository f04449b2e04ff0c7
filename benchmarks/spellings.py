"""Target waktu and realisasi written in many ways, out of meanings that are known: what zi_excel reads of them.

    python benchmarks/spellings.py [--count 20000] [--seed 1] [--form WORDS] [--wrong N]

Each text is made from a meaning (its tonggak, or the share that is done) by benchmarks/spelling/, which has its own
reading of the contract and imports nothing of zi_excel. Right: read as meant, or refused where it means nothing clear.
Silently wrong: read otherwise without a remark. Ends with 1 where one is.
"""

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

from spelling import reports, targets
from spelling.surface import YEAR, Spelled, worn

from zi_excel.plan.jadwal import Jenis
from zi_excel.plan.realisasi import ReportCell, read_realisasi
from zi_excel.plan.target_waktu import read_target_waktu


class Outcome(StrEnum):
    """What came of a text."""

    SILENT = "silently wrong"
    REMARKED = "wrong with a remark"
    REFUSED = "refused"
    RIGHT = "right"


class Read(NamedTuple):
    """A text, and what was read."""

    form: str
    text: str
    outcome: Outcome
    understood: str


def read_target(spelled: Spelled) -> Read:
    """What a target was read to, beside what it means."""
    read = read_target_waktu(spelled.text, year=YEAR)
    meant, jadwal = spelled.meaning, read.jadwal
    if jadwal is None:
        outcome = Outcome.REFUSED if meant.days else Outcome.RIGHT
        return Read(spelled.form, spelled.text, outcome, read.problem or "")
    understood = f"{jadwal.jenis} {jadwal.first} {[str(day) for day in jadwal.tonggak][:6]} {'; '.join(read.notes)}"
    right = frozenset(jadwal.tonggak) in meant.days
    if right and meant.first is not None:
        right = jadwal.first == meant.first and jadwal.jenis in {Jenis.RENTANG, Jenis.TANGGAL, Jenis.BULAN}
    if not right and not meant.days and read.notes:
        right = True
    return Read(spelled.form, spelled.text, _judged(right=right, remarked=bool(read.notes)), understood)


def read_report(report: reports.Report) -> Read:
    """What a report was read to, below a target that is read for certain."""
    jadwal = read_target_waktu(report.target, year=YEAR).jadwal
    (read,) = read_realisasi([ReportCell(report.text, jadwal=jadwal)])
    shown = f"{report.text} | {report.target}"
    if read.share is None:
        outcome = Outcome.RIGHT if report.share is None else Outcome.REFUSED
        return Read(report.form, shown, outcome, read.problem or "")
    right = report.share is not None and abs(read.share - report.share) < 1e-9
    right = right and (report.day is None or read.selesai_pada == report.day)
    return Read(report.form, shown, _judged(right=right, remarked=bool(read.notes)), f"{read.share:g} {read.notes}")


def _judged(*, right: bool, remarked: bool) -> Outcome:
    if right:
        return Outcome.RIGHT
    return Outcome.REMARKED if remarked else Outcome.SILENT


def outcomes(count: int, seed: int, words: str = "") -> Iterator[Read]:
    """So many texts, the forms in turn. words: only forms with these words."""
    chance = random.Random(seed)
    forms = [(name, form, None) for name, form in targets.FORMS.items() if words in f"target {name}"]
    forms += [(name, None, form) for name, form in reports.FORMS.items() if words in f"realisasi {name}"]
    for number in range(count):
        name, target, report = forms[number % len(forms)]
        if target is not None:
            text, meaning = target(chance)
            yield read_target(Spelled(f"target {name}", worn(chance, text), meaning))
        elif report is not None:
            made = report(chance)
            yield read_report(made._replace(form=f"realisasi {name}", text=worn(chance, made.text)))


def lines(done: Sequence[Read]) -> Iterator[str]:
    """The outcomes per form and in all."""
    groups: dict[str, Counter[Outcome]] = defaultdict(Counter)
    for each in done:
        groups[each.form][each.outcome] += 1
        groups["all"][each.outcome] += 1
    yield f"{'form':<44}" + "".join(f"{outcome:>20}" for outcome in Outcome)
    for form in [*sorted(groups.keys() - {"all"}), "all"]:
        yield f"{form:<44}" + "".join(f"{groups[form][outcome]:>20,}" for outcome in Outcome)


def main() -> int:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--form", default="", help="only forms with these words")
    parser.add_argument("--wrong", type=int, default=0, metavar="N", help="shows up to N wrong texts per form")
    parser.add_argument("--refused", type=int, default=0, metavar="N", help="shows up to N refused texts per form")
    options = parser.parse_args()
    done = list(outcomes(options.count, options.seed, options.form))
    for outcome, most in (
        (Outcome.REFUSED, options.refused),
        (Outcome.REMARKED, options.wrong),
        (Outcome.SILENT, options.wrong),
    ):
        shown: Counter[str] = Counter()
        for each in sorted({each for each in done if each.outcome is outcome}):
            shown[each.form] += 1
            if shown[each.form] <= most:
                print(f"{outcome}: {each.form}: {each.text!r} -> {each.understood}")
    print("\n".join(lines(done)))
    return int(any(each.outcome is Outcome.SILENT for each in done))


if __name__ == "__main__":
    sys.exit(main())
