"""The seals in a graft: what the present tabs are compared with, and what the new ones are given."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from zi_excel.opc.graft.new_parts import NewParts, seal_of
from zi_excel.opc.graft.plan import Plan
from zi_excel.opc.package import xml
from zi_excel.opc.tabs.marks import seal_names
from zi_excel.opc.tabs.seal import Seal
from zi_excel.opc.tabs.touched import Touched, touched
from zi_excel.opc.workbook.cell_text import SharedStrings
from zi_excel.opc.workbook.workbook import Sheet
from zi_excel.opc.workbook.workbook_part import LocalName


class TabSeals(NamedTuple):
    """The seals of the tabs, before the graft and after it.

    before: by present tab, the seal that it was given; None where that is not whole. after: by replaced tab, the seal
    of the tab in its place. names: those that keep the seals of all tabs afterwards.
    own_names: in lower case, all names that keep seals before or afterwards.
    """

    before: Mapping[Sheet, Seal | None]
    after: Mapping[Sheet, Seal]
    names: tuple[LocalName, ...]
    own_names: frozenset[str]


def tab_seals(plan: Plan, parts: NewParts, prefix: str) -> TabSeals:
    """The seals before and after: tabs that stay as they are keep theirs, and get a new one where it was lost.

    Args:
        plan: the graft's.
        parts: the new parts.
        prefix: what the names that keep seals start with.
    """
    present = {sheet: seal_names(plan.workbook, sheet, prefix) for sheet in plan.present}
    before = {sheet: Seal.read(names, prefix) for sheet, names in present.items()}
    after: dict[Sheet, Seal] = {}
    names: list[LocalName] = []
    for tab in plan.placed:
        seal = parts.seals.get(tab.source) or (before[tab.old] if tab.old is not None else None)
        if seal is None:
            seal = seal_of(plan, tab.source, xml.parse(parts.written[parts.names[tab.source]], tab.name))
        if tab.old is not None:
            after[tab.old] = seal
        names += [LocalName(tab.position, name, text, hidden=True) for name, text in seal.names(prefix)]
    own = {item.name.lower() for kept in present.values() for item in kept} | {item.name.lower() for item in names}
    return TabSeals(before, after, tuple(names), frozenset(own))


def touched_tabs(plan: Plan, seals: TabSeals, changed: Collection[str]) -> tuple[Touched, ...]:
    """What staff did to the present tabs, those left out to which they did nothing.

    Args:
        plan: the graft's.
        seals: the seals of the tabs.
        changed: the present tabs' parts that get other bytes or go: rows are looked at in these alone.

    Raises:
        WorkbookError: a tab can't be read.
    """
    strings = SharedStrings.of(plan.package)
    looked_at = (
        touched(
            plan.package,
            sheet,
            strings,
            rows=seal.rows if seal is not None and sheet.part in changed else None,
            objects=(seal or seals.after.get(sheet, Seal(()))).objects,
            date_1904=plan.workbook.date_1904,
        )
        for sheet, seal in seals.before.items()
    )
    return tuple(tab for tab in looked_at if tab is not None)
