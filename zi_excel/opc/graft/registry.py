"""Where a package says what it consists of: the workbook part, its relationships, [Content_Types].xml."""

from __future__ import annotations

from zi_excel.opc.graft.new_parts import NewParts
from zi_excel.opc.graft.plan import Plan
from zi_excel.opc.graft.tab_seals import TabSeals
from zi_excel.opc.package import content_types, xml
from zi_excel.opc.package.content_types import ContentTypes
from zi_excel.opc.package.parts import strict_type
from zi_excel.opc.package.relationships import relationships_part, relative
from zi_excel.opc.styles.styles import CONTENT_TYPE as STYLES_TYPE
from zi_excel.opc.tabs.marks import whole_sheet_reference
from zi_excel.opc.workbook import workbook_part
from zi_excel.opc.workbook.workbook_part import LocalName, NewSheet


def registered(plan: Plan, parts: NewParts, seals: TabSeals) -> dict[str, bytes]:
    """The three parts once the graft is registered in them, by name; each as it was where that changes nothing.

    Raises:
        WorkbookError: one of them can't be read.
    """
    return {
        plan.workbook.part: workbook_bytes(plan, seals),
        **_relationships(plan, parts),
        content_types.PART: _content_types(plan, parts),
    }


def workbook_bytes(plan: Plan, seals: TabSeals, *, recalculate: bool = False) -> bytes:
    """The workbook part with the tabs, their names and seals.

    Args:
        plan: the graft's.
        seals: the seals of the tabs.
        recalculate: whether Excel is to calculate everything when it opens the workbook.

    Raises:
        WorkbookError: it can't be read.
    """
    root = plan.package.root(plan.workbook.part)
    workbook_part.remove_sheets(root, plan.gone_positions)
    workbook_part.add_sheets(root, [NewSheet(tab.name, tab.sheet_id, tab.rid) for tab in plan.added])
    names = [LocalName(tab.position, item.name, item.text, item.hidden) for tab in plan.placed for item in tab.names]
    workbook_part.set_names(
        root,
        marks={tab.key: whole_sheet_reference(tab.name) for tab in plan.placed},
        stale={key for key, sheet in plan.owned.tabs.items() if sheet in plan.gone} | plan.owned.stale,
        names=[*names, *seals.names],
        own={tab.position for tab in plan.placed},
        own_names=seals.own_names,
    )
    if recalculate:
        workbook_part.recalculate_on_load(root)
    return xml.unless_same(root, plan.package.read(plan.workbook.part))


def _relationships(plan: Plan, parts: NewParts) -> dict[str, bytes]:
    added = [] if plan.styles.rid is None else [(plan.styles.rid, "styles", plan.styles.part)]
    added += [(tab.rid, "worksheet", parts.names[tab.source]) for tab in plan.added]
    translate = strict_type if plan.workbook.strict else str
    removed = {sheet.rid for sheet in plan.gone} | ({parts.chain.rid} if parts.chain else set())
    name = relationships_part(plan.workbook.part)
    stated = plan.package.find(name)
    data = workbook_part.edit_relationships(
        plan.package.read(stated) if stated else None,
        {rid: (translate(f"{xml.R}/{kind}"), relative(part, plan.workbook.part)) for rid, kind, part in added},
        removed,
        plan.package.label(name),
    )
    return {stated or name: data}


def _content_types(plan: Plan, parts: NewParts) -> bytes:
    types = ContentTypes(plan.package.read(content_types.PART), plan.package.label(content_types.PART))
    if plan.styles.untyped:
        types.set(plan.styles.part, STYLES_TYPE)
    for part in sorted(parts.removed):
        types.drop(part)
    for part, kind in parts.types:
        types.set(part, kind)
    return types.to_bytes()
