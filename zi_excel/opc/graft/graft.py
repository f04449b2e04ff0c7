"""The graft: rendered tabs are put into staff's package, and no other part of it changes by a byte.

What may differ afterwards is a closed list: [Content_Types].xml, the workbook part and its relationships, the styles
part (only appended to), docProps/app.xml, calcChain where a replaced tab stood in it, and the tabs' own parts.

It goes through values, each made of those before it: the plan (where each tab goes), the new parts (their bytes), the
seals (what is in the tabs), the registered parts (where the package lists all this), and from these the change.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from zi_excel.opc.graft.change import Change
from zi_excel.opc.graft.graft_refusals import (
    refuse_clashes,
    refuse_disagreements,
    refuse_full,
    refuse_last_visible,
    refuse_locked,
    refuse_missed,
    refuse_shared_parts,
    refuse_unwritable,
)
from zi_excel.opc.graft.new_parts import NewParts, new_parts
from zi_excel.opc.graft.plan import Plan, Tab, planned
from zi_excel.opc.graft.registry import registered, workbook_bytes
from zi_excel.opc.graft.tab_seals import TabSeals, tab_seals, touched_tabs
from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.ownership import Owned, owned_tabs
from zi_excel.opc.workbook.workbook import Workbook, staff_names


def graft(
    package: Package,
    rendered: bytes,
    tabs: Sequence[Tab],
    *,
    prefix: str,
    sign: str,
    seal: str,
    owned: Owned | None = None,
) -> Change:
    """Puts rendered tabs into staff's package, in place of those that are there; nothing is written yet.

    A replaced tab keeps its place, name, visibility, colour, sheetId, relationship, part name and codeName. New tabs
    come last. Tabs of the tool's that are not among `tabs` any more are removed.

    Args:
        package: staff's package.
        rendered: XlsxWriter's workbook of the tabs, each under the name that it has in staff's package, if it is there.
        tabs: the tabs, in the order in which new ones are added.
        prefix: what the hidden names of the tool's tabs start with.
        sign: what a cell in their first rows starts with.
        seal: what the names start with that keep what stood in them.
        owned: what `owned_tabs` says of them in this package; None: it is asked here.

    Raises:
        WorkbookError: it can't be done without harm: signed, shared, damaged, a sheet of staff's has a tab's name, ...
        ValueError: `rendered` does not hold the tabs as it should.
    """
    workbook = Workbook.of(package)
    refuse_unwritable(package, workbook)
    owned = owned or owned_tabs(package, workbook, prefix=prefix, sign=sign, seal=seal)
    refuse_disagreements(owned)
    refuse_shared_parts(package, workbook, tuple(owned.tabs.values()))
    new = [tab.name for tab in tabs if tab.key.lower() not in owned.tabs]
    refuse_clashes(package, workbook, tuple(owned.tabs.values()), new, sign)
    refuse_full(package, workbook, len(tabs))
    with Package(io.BytesIO(rendered), Path("rendered.xlsx")) as ours:
        plan = planned(package, workbook, owned, ours, tabs)
        if plan.added or plan.gone:
            refuse_locked(package, workbook)
            refuse_last_visible(package, plan.staying, bool(plan.added))
        parts = new_parts(plan)
        seals = tab_seals(plan, parts, seal)
        change = _change(plan, parts, seals, registered(plan, parts, seals))
        return change if change.empty else _surveyed(plan, parts, seals, change)


def _change(plan: Plan, parts: NewParts, seals: TabSeals, registered: Mapping[str, bytes]) -> Change:
    """What differs between staff's package and the parts that were made; nothing where all are the same."""
    replaced, added = {}, {}
    for name, data in {**parts.written, **registered}.items():
        if (present := plan.package.find(name)) is None:
            added[name] = data
        elif name.lower() not in parts.same and not plan.package.holds(present, data):
            replaced[present] = data
    return Change(
        package=plan.package,
        replaced=replaced,
        added=added,
        removed=parts.removed,
        tabs_added=tuple(tab.name for tab in plan.added),
        tabs_replaced=tuple(tab.name for tab in plan.placed if tab.old is not None),
        tabs_removed=tuple(sheet.name for sheet in plan.gone),
        marks=seals.own_names.union(plan.owned.tabs, plan.owned.stale, (tab.key.lower() for tab in plan.placed)),
    )


def _surveyed(plan: Plan, parts: NewParts, seals: TabSeals, change: Change) -> Change:
    """The change, once all of staff's parts are known to be whole and to do without the tabs that go.

    Where staff's formulas read a tab, the workbook part asks for a full calculation as well.
    """
    from zi_excel.opc.workbook.references import Wanted, read_by_names, survey  # its patterns are slow to compile

    change = change._replace(touched=touched_tabs(plan, seals, parts.changed))
    own = [sheet.name for sheet in plan.present]
    asked_for = [*own, *change.tabs_added]  # formulas may still read a tab that was deleted and comes back
    wanted = Wanted(asked_for, [*(sheet.name for sheet in plan.workbook.sheets), *change.tabs_added])
    readers = survey(plan.package, asked_for, wanted, own={plan.workbook.part, *parts.old})
    theirs = staff_names(plan.workbook, marks=change.marks, own=own)
    names = read_by_names((item for item in theirs if item.sheet not in change.tabs_removed), wanted)
    refuse_missed(plan.gone, {**readers.links, **readers.reads}, names)
    if not readers.reads and not names:
        return change
    data = workbook_bytes(plan, seals, recalculate=True)
    if plan.package.holds(plan.workbook.part, data):
        return change
    return change._replace(replaced={**change.replaced, plan.workbook.part: data})
