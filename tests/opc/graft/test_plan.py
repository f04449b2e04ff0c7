"""Where each tab goes is decided before anything is made, and deciding changes nothing."""

import io
from pathlib import Path

import pytest

from zi_excel.opc.graft.plan import Tab, planned
from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.ownership import owned_tabs
from zi_excel.opc.workbook.workbook import Workbook

BOOK, RELS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


def test_new_tabs(staff, plan_of):
    """They come behind all sheets, each with an id and a relationship's id that nothing has."""
    plan = plan_of(staff)
    assert [(tab.name, tab.position, tab.sheet_id, tab.old, tab.active) for tab in plan.placed] == [
        ("Tab One", 3, 4, None, False),
        ("Tab Two", 4, 5, None, False),
        ("Tab's & Three", 5, 6, None, False),
    ]
    assert plan.added == plan.placed
    assert plan.staying == plan.workbook.sheets
    assert (plan.present, plan.gone) == ((), ())
    taken = {item.rid for item in plan.package.relationships(f"/{BOOK}")}
    assert len({tab.rid for tab in plan.placed} - taken) == 3


def test_replaced_tabs(staff, refresh, mutate, plan_of):
    """They keep place, id and relationship; the one with which the workbook opens stays the one."""
    path = mutate(refresh(staff)[0], BOOK, ('activeTab="1"', 'activeTab="4"'))
    plan = plan_of(path)
    assert [(tab.position, tab.sheet_id, tab.rid, tab.active) for tab in plan.placed] == [
        (sheet.sheet_id - 1, sheet.sheet_id, sheet.rid, sheet.name == "Tab Two") for sheet in plan.present
    ]
    assert plan.added == ()


def test_removed_tabs(staff, refresh, plan_of):
    """What is not rendered any more goes; the workbook opens with the sheet that it opened with."""
    plan = plan_of(refresh(staff)[0], ("Tab One",))
    assert [sheet.name for sheet in plan.gone] == ["Tab Two", "Tab's & Three"]
    assert [sheet.name for sheet in plan.staying] == ["Cover", "Rencana Aksi", "Archive", "Tab One"]
    assert plan.gone_positions == [4, 5]
    assert [(tab.position, tab.sheet_id, tab.active) for tab in plan.placed] == [(3, 4, False)]


def test_ids_that_are_used_without_a_relationship(staff, mutate, plan_of):
    """A new relationship must not give them a meaning."""
    free = plan_of(staff).placed[0].rid
    path = mutate(staff, BOOK, ("</sheets>", f'<sheet name="Lost" sheetId="9" r:id="{free}"/></sheets>'))
    assert free not in {tab.rid for tab in plan_of(path).placed}


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({}, ("/xl/styles.xml", False, False)),
        ({"xl/styles.xml": None}, ("/xl/styles.xml", True, False)),
        ({RELS: lambda data: data.replace(b"/styles", b"/nothing")}, ("/xl/styles.xml", True, True)),
    ],
    ids=["there", "promised", "without a relationship"],
)
def test_styles(staff, rezip, plan_of, changes, place):
    """Where staff's styles part stands; what is missing about it is to be registered."""
    styles = plan_of(rezip(staff, changes)).styles
    assert (styles.part, styles.untyped, styles.rid is not None) == place


def test_planning_changes_nothing(staff, refresh, plan_of):
    """A plan that is made twice is the same."""
    path, _ = refresh(staff)
    first, second = plan_of(path, ("Tab One",)), plan_of(path, ("Tab One",))
    assert (first.placed, first.gone, first.styles) == (second.placed, second.gone, second.styles)


@pytest.mark.parametrize("name", ["Tab Two", "No such tab"])
def test_a_tab_that_was_not_rendered_as_it_is_called(staff, refresh, sample, name):
    """It is the caller's mistake: a replaced tab is rendered under the name that it has."""
    with (
        Package.open(refresh(staff)[0]) as package,
        Package(io.BytesIO(sample.render()), Path("rendered.xlsx")) as rendered,
    ):
        workbook = Workbook.of(package)
        owned = owned_tabs(package, workbook, prefix=sample.prefix, sign=sample.sign, seal=sample.seal)
        with pytest.raises(ValueError, match=name):
            planned(package, workbook, owned, rendered, [Tab(f"{sample.prefix}0", name)])
