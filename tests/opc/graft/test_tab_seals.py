"""A tab that stays the same keeps its seal; one that is written anew gets another."""

import pytest

from zi_excel.opc.graft.new_parts import new_parts
from zi_excel.opc.graft.tab_seals import tab_seals, touched_tabs
from zi_excel.opc.tabs.seal import Seal
from zi_excel.opc.tabs.touched import Touched

TAB = "xl/worksheets/sheet4.xml"


@pytest.fixture
def sealed(plan_of, sample):
    """The plan of a graft, its changed parts and its seals."""

    def run(path, *arguments, **options):
        plan = plan_of(path, *arguments, **options)
        parts = new_parts(plan)
        return plan, parts.changed, tab_seals(plan, parts, sample.seal)

    return run


def test_first(staff, sealed):
    """Each new tab is given a seal, in names of its own."""
    _, _, seals = sealed(staff)
    assert (seals.before, seals.after) == ({}, {})
    assert {item.sheet for item in seals.names} == {3, 4, 5}
    assert all(item.hidden for item in seals.names)
    assert seals.own_names == {item.name.lower() for item in seals.names}


def test_the_same_again(staff, refresh, sealed):
    """The seals after are those before."""
    plan, changed, seals = sealed(refresh(staff)[0])
    assert seals.after == seals.before
    assert set(seals.after) == set(plan.present)
    assert touched_tabs(plan, seals, changed) == ()


def test_other_content(staff, refresh, sealed):
    """The rows that differ have other digests, the drawn objects the same ones."""
    _, _, seals = sealed(refresh(staff)[0], note="second")
    for tab, seal in seals.before.items():
        assert seal.objects == seals.after[tab].objects
        assert len(set(seal.rows) - set(seals.after[tab].rows)) == 1


def test_lost_names(staff, refresh, mutate, sealed, sample):
    """A tab that has lost its seal is given one, and no rows are reported."""
    path = mutate(refresh(staff)[0], "xl/workbook.xml", (f'name="{sample.seal}', 'name="other'))
    plan, changed, seals = sealed(path, note="second")
    assert set(seals.before.values()) == {None}
    assert all(isinstance(seal, Seal) for seal in seals.after.values())
    assert touched_tabs(plan, seals, changed) == ()


def test_touched(staff, refresh, mutate, sealed):
    """Rows that staff typed are reported, though the new tab differs in others as well."""
    path = mutate(refresh(staff)[0], TAB, ("  row 5 ", "ours"))
    plan, changed, seals = sealed(path, note="second")
    assert touched_tabs(plan, seals, changed) == (Touched("Tab One", (range(5, 6),)),)
