"""Single defects of many kinds, put into the enacted matrix by chance: each is found, and no other galat appears."""

import random
import sys
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
sys.path[:0] = [str(BENCHMARKS), str(BENCHMARKS / "mutating")]

import mutations
from matrix_sheet import MatrixSheet

from zi_excel.validation.findings import Level

pytestmark = pytest.mark.slow

SEED, ROUNDS = 20251120, 4


@pytest.fixture(scope="module")
def ground(tmp_path_factory):
    """The workbook that the defects are put into."""
    return mutations.Ground(tmp_path_factory.mktemp("mutasi"))


@pytest.fixture(scope="module")
def done(ground):
    """Every kind of defect several times, each in a workbook of its own."""
    return list(mutations.outcomes(ground, ROUNDS * len(mutations.KINDS), SEED))


def test_there_are_enough_of_them(done):
    """At least 300 defects of at least 25 kinds, besides those that change nothing."""
    defective = [each for each in done if each.defect.wants]
    assert len(defective) >= 300
    assert len({each.kind for each in defective}) >= 25
    assert len({each.defect.what for each in defective}) > 0.75 * len(defective)
    assert len({each.kind for each in done if not each.defect.wants}) >= 5


def test_recall(done):
    """Every defect is found, by the rule that it is for, at its cell."""
    missed = [(each.kind, each.defect.what, each.missed) for each in done if each.missed]
    assert missed == []


def test_precision(done):
    """No galat that the defect doesn't explain; of what changes nothing, no finding at all; hardly a peringatan."""
    too_much = [(each.kind, each.defect.what, each.extra) for each in done if each.too_much(Level.GALAT)]
    assert too_much == []
    assert [each for each in done if not each.defect.wants and each.defect.quiet and each.extra] == []
    assert sum(bool(each.extra) for each in done) <= 0.01 * len(done)


def test_nothing_is_silently_wrong(done):
    """No value is another one without any finding."""
    assert [(each.kind, each.defect.what, each.silent) for each in done if each.silent] == []


def test_the_ground_has_only_what_the_decree_has(ground):
    """What is found in a changed workbook comes from the change."""
    ground.sheet.restore()
    ground.sheet.save(ground.path)
    assert {each.level for each in ground.read()[1]} == {Level.INFO}


@pytest.mark.parametrize("kind", list(mutations.KINDS)[::6])
def test_the_changed_workbooks_are_workbooks(ground, kind):
    """What the quick writer writes, openpyxl reads: the cells that were meant, and merged ranges that are apart."""
    ground.try_kind(kind, mutations.KINDS[kind], random.Random(SEED))
    sheet = openpyxl.load_workbook(ground.path).worksheets[0]
    for (row, column), cell in ground.sheet.cells.items():
        if isinstance(cell.value, str) and not any(_covers(each, row, column) for each in ground.sheet.merges):
            assert sheet.cell(row, column).value == cell.value
    spots = Counter(
        (row, column)
        for m in sheet.merged_cells.ranges
        for row in range(m.min_row, m.max_row + 1)
        for column in range(m.min_col, m.max_col + 1)
    )
    assert max(spots.values()) == 1


def _covers(merge, row, column):
    within = merge.first <= row <= merge.last and merge.left <= column <= merge.right
    return within and (row, column) != (merge.first, merge.left)


def test_a_restored_sheet_is_the_one_that_was_read(ground, tmp_path):
    """No defect leaks into the next."""
    ground.sheet.restore()
    ground.sheet.save(tmp_path / "a.xlsx")
    chance = random.Random(1)
    for kind in mutations.KINDS.values():
        kind(mutations.Site(chance, ground.sheet, ground.rows, ground.komponen, ground.subkomponen))
    ground.sheet.restore()
    ground.sheet.save(tmp_path / "b.xlsx")
    assert MatrixSheet(tmp_path / "a.xlsx").cells == MatrixSheet(tmp_path / "b.xlsx").cells


def test_a_matrix_without_rules_finds_nothing(ground, monkeypatch):
    """The figures are no matter of course: without its rules nothing is found."""
    monkeypatch.setattr(mutations, "validate", lambda *_: ())
    done = list(mutations.outcomes(ground, len(mutations.KINDS), SEED))
    assert all(each.missed for each in done if each.defect.wants)
    assert sum(bool(each.silent) for each in done) > len(done) / 3
    assert "recall 0.0000" in "\n".join(mutations.lines(done))


def test_the_command_prints_recall_and_precision(monkeypatch, capsys):
    """Per kind and in all; it ends with 0 where nothing was missed."""
    monkeypatch.setattr(sys, "argv", ["mutations.py", "--count", "6", "--seed", "3", "--kind", "target"])
    assert mutations.main() == 0
    printed = capsys.readouterr().out
    assert "recall 1.0000 (6 of 6; 0 ask for no finding)" in printed
    assert "precision 1.0000" in printed
    assert "target deleted" in printed
