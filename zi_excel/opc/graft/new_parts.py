"""The parts that a graft puts into staff's package or takes out of it, those that register them left out."""

import posixpath
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from zi_excel.opc.graft.chart_part import explicit
from zi_excel.opc.graft.plan import Plan
from zi_excel.opc.graft.sheet_part import SheetProperties, graft_sheet, shared_strings
from zi_excel.opc.package import xml
from zi_excel.opc.package.content_types import RELATIONSHIPS_TYPE
from zi_excel.opc.package.parts import (
    exclusive,
    free_name,
    promised,
    reachable,
    relationships_bytes,
    strict_part,
    strict_type,
)
from zi_excel.opc.package.relationships import Relationship, relationships_part
from zi_excel.opc.styles.fonts import theme_fonts
from zi_excel.opc.styles.format_numbers import StyleUse
from zi_excel.opc.styles.styles import MergedStyles, merge_styles
from zi_excel.opc.tabs.attached import drawn
from zi_excel.opc.tabs.seal import Seal
from zi_excel.opc.workbook.cell_text import SharedStrings
from zi_excel.opc.workbook.sheet_lists import relisted, without_sheets


class NewParts(NamedTuple):
    """What becomes of a package's parts. All names but the keys of `names` are names in staff's package.

    written: name -> bytes, in the order in which new parts are added; also of parts that stay the same.
    same: in lower case, the names of those parts of the tabs that staff's package holds so already.
    removed: the parts that go. chain: the relationship of calcChain where that goes as well.
    old: the parts that belong to the present tabs alone. changed: those of them that get other bytes or go.
    names: name in the rendered package -> name. types: (name, content type) of the tabs' parts.
    seals: by name in the rendered package, the seal of each tab that is not as the present one.
    """

    written: Mapping[str, bytes]
    same: frozenset[str]
    removed: frozenset[str]
    chain: Relationship | None
    old: frozenset[str]
    changed: frozenset[str]
    names: Mapping[str, str]
    types: tuple[tuple[str, str], ...]
    seals: Mapping[str, Seal]


def new_parts(plan: Plan) -> NewParts:
    """Makes the parts of a graft that has been planned.

    Raises:
        WorkbookError: a part of staff's that is edited can't be read, or has no room for more formats.
    """
    styles = _merged_styles(plan)
    old = frozenset(exclusive(plan.package, [sheet.part for sheet in plan.present if sheet.part]))
    names = _names(plan, old)
    tabs, same, seals = _tab_parts(plan, names, styles)
    lowered = {name.lower() for name in tabs}  # programs save our parts in other capitals, perhaps
    chain, chain_gone = _calc_chain(plan)
    removed = {name for name in old if name.lower() not in lowered}
    if chain_gone is not None and chain_gone.part is not None:
        removed.add(chain_gone.part)
    return NewParts(
        written={**tabs, plan.styles.part: styles.data, **chain, **_app_properties(plan)},
        same=frozenset(same),
        removed=frozenset(removed),
        chain=chain_gone,
        old=old,
        changed=frozenset(name for name in old if name.lower() not in same),
        names=names,
        types=tuple(_types(plan, names)),
        seals=seals,
    )


def _merged_styles(plan: Plan) -> MergedStyles:
    package, part = plan.package, plan.styles.part
    rendered = plan.rendered.relationships(plan.rendered.workbook_part).of_kind("styles")[0].part
    return merge_styles(
        package.read(part) if part in package else None,
        plan.rendered.read(rendered or ""),
        package.label(part),
        partial(StyleUse.of, package),
        theme=theme_fonts(package),
    )


def _names(plan: Plan, old: Collection[str]) -> Mapping[str, str]:
    """Name in the rendered package -> name in staff's: of a replaced tab its old one, else the first that is free.

    A new part lies where staff's package keeps such parts, else beside the workbook part as it does when rendered: some
    readers look nowhere else.
    """
    names = {tab.source: tab.old.part for tab in plan.placed if tab.old and tab.old.part}
    taken = {name.lower() for name in plan.package.names if name not in old}
    taken |= {name.lower() for name in names.values()} | promised(plan.package, old)
    folders = _folders(plan, old)
    ours, theirs = (posixpath.dirname(name) for name in (plan.rendered.workbook_part, plan.workbook.part))
    for part in reachable(plan.rendered, [tab.source for tab in plan.placed]):
        if part not in names:
            folder, name = posixpath.split(part)
            usual = posixpath.normpath(posixpath.join(theirs, posixpath.relpath(folder, ours)))
            place = folders.get(plan.rendered.content_type(part), usual)
            names[part] = free_name(posixpath.join(place, name), taken)
            taken.add(names[part].lower())
    return names


def _folders(plan: Plan, old: Collection[str]) -> Mapping[str | None, str]:
    """Where staff's package keeps its parts, by their content type: the folder of the first one not among `old`.

    Sheets are known as such by the workbook part, whatever type they have.
    """
    folders: dict[str | None, str] = {}
    sheets = [sheet.part for sheet in plan.workbook.sheets if sheet.kind == "worksheet" and sheet.part not in old]
    if plan.placed and (first := next(filter(None, sheets), None)) is not None:
        folders[plan.rendered.content_type(plan.placed[0].source)] = posixpath.dirname(first)
    for name in plan.package.names:
        if name not in old and (kind := plan.package.content_type(name)) is not None:
            folders.setdefault(kind, posixpath.dirname(name))
    return folders


def _tab_parts(
    plan: Plan, names: Mapping[str, str], styles: MergedStyles
) -> tuple[dict[str, bytes], set[str], dict[str, Seal]]:
    """The tabs' parts by their names in staff's package, relationships included, and `same` and `seals` of NewParts."""
    strict = plan.workbook.strict
    strings = shared_strings(plan.rendered)
    tabs = {tab.source: tab for tab in plan.placed}
    parts: dict[str, bytes] = {}
    same: set[str] = set()
    seals: dict[str, Seal] = {}
    for source, name in names.items():
        data, kind = plan.rendered.read(source), plan.rendered.content_type(source) or ""
        sheet = None
        if (tab := tabs.get(source)) is not None:
            kept = SheetProperties.of(plan.package, tab.old.part) if tab.old and tab.old.part else None
            sheet = graft_sheet(data, strings, styles, kept=kept, active=tab.active)
            data = xml.serialise(sheet)
        if kind.endswith("chart+xml"):
            data = explicit(data, source, date_1904=plan.workbook.date_1904)
        if strict and kind.endswith("xml"):
            data = strict_part(data)
        made = {name: data}
        relationships = relationships_bytes(plan.rendered, source, names, strict_type if strict else str)
        if relationships is not None:
            made[relationships_part(name)] = relationships
        same |= {each.lower() for each in made if each in plan.package and plan.package.holds(each, made[each])}
        if sheet is not None and name.lower() not in same:
            seals[source] = seal_of(plan, source, sheet)
        parts |= made
    return parts, same, seals


def seal_of(plan: Plan, source: str, sheet: xml.Element) -> Seal:
    """The seal of a tab that is put into staff's package.

    Args:
        plan: the graft's.
        source: its part in the rendered package.
        sheet: its root.
    """
    strings = SharedStrings.of(plan.rendered)  # which are in the cells by now
    return Seal.of(sheet, drawn(plan.rendered, source), strings, date_1904=plan.workbook.date_1904)


def _types(plan: Plan, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for source, name in names.items():
        if (kind := plan.rendered.content_type(source)) is not None:
            yield name, kind
        if plan.rendered.relationships(source).items:
            yield relationships_part(name), RELATIONSHIPS_TYPE  # a package without any may not name their type


def _calc_chain(plan: Plan) -> tuple[dict[str, bytes], Relationship | None]:
    """The calculation chain without the entries of present tabs; where none is left, the relationship that goes."""
    ids = {sheet.sheet_id for sheet in plan.present}
    stated = next(iter(plan.package.relationships(plan.workbook.part).of_kind("calcChain")), None)
    if not ids or stated is None or stated.part is None:
        return {}, None
    chain = without_sheets(plan.package.read(stated.part), ids, plan.package.label(stated.part))
    return ({}, stated) if chain is None else ({stated.part: chain}, None)


def _app_properties(plan: Plan) -> dict[str, bytes]:
    before = [sheet.name for sheet in plan.workbook.sheets if sheet.kind == "worksheet"]
    after = [sheet.name for sheet in plan.staying if sheet.kind == "worksheet"]
    return relisted(plan.package, before, after + [tab.name for tab in plan.added])
