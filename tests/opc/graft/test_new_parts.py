"""The parts of a graft: new ones under free names, those of replaced tabs under their own."""

import pytest

from zi_excel.opc.graft.new_parts import new_parts

SHEETS = ["/xl/worksheets/sheet4.xml", "/xl/worksheets/sheet5.xml", "/xl/worksheets/sheet6.xml"]


def test_first(staff, plan_of):
    """New parts take the first free names; nothing goes, and staff's lists of sheets and formats are written anew."""
    plan = plan_of(staff)
    parts = new_parts(plan)
    assert [parts.names[tab.source] for tab in plan.placed] == SHEETS
    assert not {name.lower() for name in parts.names.values()} & {name.lower() for name in plan.package.names}
    assert set(parts.written) - set(dict(parts.types)) == {"/xl/styles.xml", "/docProps/app.xml"}
    assert (parts.removed, parts.old, parts.changed, parts.chain) == (frozenset(), frozenset(), frozenset(), None)


def test_the_same_again(staff, refresh, plan_of):
    """The same tabs: the same names and bytes, whose parts are known as the tabs' alone."""
    parts = new_parts(plan := plan_of(refresh(staff)[0]))
    assert [parts.names[tab.source] for tab in plan.placed] == SHEETS
    assert all(plan.package.read(name) == data for name, data in parts.written.items())
    assert set(SHEETS) <= parts.old
    assert (parts.changed, parts.removed) == (frozenset(), frozenset())


def test_other_content_and_fewer_tabs(staff, refresh, plan_of):
    """What differs is known before it is written, and so is what goes with the tabs that go."""
    parts = new_parts(plan_of(refresh(staff)[0], ("Tab One",), note="second"))
    assert SHEETS[0] in parts.changed
    assert {*SHEETS[1:], "/xl/charts/chart3.xml"} <= parts.removed <= parts.changed | parts.old


@pytest.mark.parametrize("name", ["xl/worksheets/sheet9.xml", "xl/worksheets/SHEET4.xml"])
def test_a_name_that_is_taken(staff, rezip, plan_of, name):
    """Staff's parts keep their names, whatever their case and whether or not something leads to them."""
    parts = new_parts(plan_of(rezip(staff, {name: b"<x/>"})))
    assert f"/{name}".lower() not in {written.lower() for written in parts.written}
