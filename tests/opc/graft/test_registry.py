"""The parts that say what a package consists of, before and after a graft."""

import pytest

from zi_excel.opc.graft.new_parts import new_parts
from zi_excel.opc.graft.registry import registered, workbook_bytes
from zi_excel.opc.graft.tab_seals import tab_seals
from zi_excel.opc.package import xml

BOOK, RELS, TYPES = "/xl/workbook.xml", "/xl/_rels/workbook.xml.rels", "/[Content_Types].xml"


@pytest.fixture
def steps(plan_of, sample):
    """The plan of a graft, its parts and seals."""

    def run(path, *arguments):
        plan = plan_of(path, *arguments)
        parts = new_parts(plan)
        return plan, parts, tab_seals(plan, parts, sample.seal)

    return run


def test_new_tabs(staff, steps):
    """Each new sheet has an entry, a relationship to its part, and a content type."""
    plan, parts, seals = steps(staff)
    made = {name: data.decode() for name, data in registered(plan, parts, seals).items()}
    assert list(made) == [BOOK, RELS, TYPES]
    for tab in plan.placed:
        part = parts.names[tab.source]
        assert f'sheetId="{tab.sheet_id}" r:id="{tab.rid}"' in made[BOOK]
        assert f'Target="{part.removeprefix("/xl/")}"' in made[RELS]
        assert f'PartName="{part}"' in made[TYPES]


def test_nothing_to_register(staff, refresh, steps):
    """The same tabs again: the three parts are the same bytes, however often they are made."""
    path, _ = refresh(staff)
    plan, parts, seals = steps(path)
    before = {name: plan.package.read(name) for name in (BOOK, RELS, TYPES)}
    assert registered(plan, parts, seals) == before
    assert registered(plan, parts, seals) == before


def test_removed_tabs(staff, refresh, steps):
    """Their entries, relationships and types go, and nothing else."""
    plan, parts, seals = steps(refresh(staff)[0], ())
    made = registered(plan, parts, seals)
    assert xml.unless_same(xml.parse(made[BOOK], ""), plan.package.read(BOOK)) == made[BOOK]
    assert {sheet.rid for sheet in plan.gone}.isdisjoint(item.get("Id") for item in xml.parse(made[RELS], ""))
    assert not [name for name in parts.removed if f'"{name}"'.encode() in made[TYPES]]


def test_recalculation(staff, refresh, mutate, steps):
    """It is asked for where that is wanted, and changes nothing else."""
    path = mutate(refresh(staff)[0], BOOK[1:], (' fullCalcOnLoad="1"', ""))
    plan, _, seals = steps(path)
    without, with_it = (workbook_bytes(plan, seals, recalculate=wanted) for wanted in (False, True))
    assert without == plan.package.read(BOOK)
    assert with_it.replace(b' fullCalcOnLoad="1"', b"").endswith(without[-2000:])
    assert b'fullCalcOnLoad="1"' in with_it
