"""All that the evaluator's workbook shows, worked out before anything is rendered."""

from datetime import date
from random import Random

import pytest
from laporan_plans import contents_of, made_contents, made_plan

PER = date(2025, 7, 1)


@pytest.fixture
def random_plan():
    """A plan with every kind of target."""
    return made_plan(Random(1))


@pytest.mark.parametrize("seed", range(5))
def test_every_indikator_is_shown_and_every_butir_counted(seed):
    """In the matrix's order; the komponen's butir add up to the whole's."""
    contents = made_contents(seed)
    kodes = [indikator.kode for indikator in contents.plan.indikator()]
    assert [step.kode for step in contents.steps] == kodes
    assert list(dict.fromkeys(row.result.indikator.kode for row in contents.evidence)) == kodes
    for at, count in enumerate(contents.complete.counts):
        assert sum(group.counts[at] for group in contents.completeness) == count
    assert [group.kode for group in contents.completeness] == [komponen.kode for komponen in contents.plan.komponen]


def test_what_the_plan_rests_on(random_plan):
    """The decree, and what it is about; of another office's matrix only the sheet is known."""
    own, other = contents_of(random_plan, PER), contents_of(random_plan, PER, own_matrix=False)
    assert own.basis.startswith(f"{own.enacted.decree} tentang ")
    assert "belum dicatat" in other.basis
    assert f"'{random_plan.sheet}'" in other.basis


def test_without_a_history_the_course_is_the_plans(random_plan):
    """But for what is measured on the as-of day."""
    contents = contents_of(random_plan, PER)
    assert [point.day for point in contents.course if point.capaian is not None] == [PER]
    assert contents.notes == ({}, ())
