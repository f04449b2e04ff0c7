"""Whether a second package is the first with something registered: the closed list of contract section 8."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from package_facts import OWN_NAMES, PackageFacts

_LISTS = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "dxfs")
"""Lists of the styles part whose entries are known by their place: they may only grow at their end."""


@dataclass(slots=True)
class Comparison:
    """What became of the parts of a package. All lists are part names, or sentences that start with one.

    lost: gone, and not calcChain or the tool's own. changed: other bytes outside the closed list, or another order.
    misregistered: a part of the closed list in which more happened than additions. packed: how many parts have the same
    compressed bytes; parts: how many there were; registered: how many parts of the closed list were added to.
    """

    parts: int
    lost: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    misregistered: list[str] = field(default_factory=list)
    packed: int = 0
    registered: int = 0


def compared(before: PackageFacts, after: PackageFacts) -> Comparison:
    """Compares staff's workbook with what came out of the graft."""
    result = Comparison(parts=len(before.entries))
    open_list = before.registering | before.own_parts
    may_go = before.own_parts | {item.target for item in before.relations(before.workbook_part) if "calcC" in item.kind}
    result.lost = [part for part in before.parts if part not in after and part not in may_go]
    old = [entry for entry in before.entries if entry.part not in open_list and entry.part in after]
    kept = {entry.part for entry in old}
    new = [entry for entry in after.entries if entry.part in kept]
    left = list(new)
    for entry in old:
        if entry in left:
            left.remove(entry)
        else:
            result.changed.append(entry.part)
    if not result.changed and old != new:
        result.changed.append("the order of the parts")
    packed = {(entry.part, entry.packed) for entry in after.entries}
    result.packed = sum((entry.part, entry.packed) in packed for entry in before.entries)
    shared = [part for part in sorted(before.registering) if part in after]
    result.registered = sum(before.data(part) != after.data(part) for part in shared)
    result.misregistered = [f"{part}: {what}" for part in shared for what in _more_than_added(before, after, part)]
    return result


def _more_than_added(before: PackageFacts, after: PackageFacts, part: str) -> Iterable[str]:
    old, new = before.root(part), after.root(part)
    if old is None:
        return [] if not before.data(part).strip() else ["was no XML"]
    return ["is no XML any more"] if new is None else _of_kind(old, new, before, after)


def _of_kind(old: Any, new: Any, before: PackageFacts, after: PackageFacts) -> Iterable[str]:
    match etree.QName(old).localname:
        case "Types":
            return _missing(_keys(old, before), _keys(new, after))
        case "Relationships":
            gone = {item.get("Id") for item in old if _leads_to_what_may_go(item, before)}
            return _missing([_text(item) for item in old if item.get("Id") not in gone], [_text(item) for item in new])
        case "workbook":
            return _workbook(old, new)
        case "styleSheet":
            return _styles(old, new)
        case "Properties":
            return _others(old, new, {"TitlesOfParts", "HeadingPairs"})
    return []  # calcChain: the tool's own tabs' cells go


def _keys(types: Any, package: PackageFacts) -> list[str]:
    """The entries of [Content_Types].xml; those of the tool's own parts and of calcChain may go."""
    return [
        _text(item)
        for item in types
        if isinstance(item.tag, str)
        and item.get("PartName", "").lower() not in package.own_parts
        and "calcChain" not in item.get("ContentType", "")
    ]


def _leads_to_what_may_go(item: Any, package: PackageFacts) -> bool:
    targets = {each.id: each for each in package.relations(package.workbook_part)}
    found = targets.get(item.get("Id", ""))
    return found is not None and (found.kind == "calcChain" or found.target in package.own_parts)


def _workbook(old: Any, new: Any) -> Iterable[str]:
    if len(_child(new, "sheets")) > len(_child(old, "sheets")):
        old = _without_idle_positions(old)
    yield from _others(old, new, {"sheets", "definedNames", "calcPr"})
    yield from _start(_child(old, "sheets"), _child(new, "sheets"), "sheets")
    staffs = [_text(item) for item in _child(old, "definedNames") if not item.get("name", "").startswith(OWN_NAMES)]
    yield from _missing(staffs, [_text(item) for item in _child(new, "definedNames")])
    for item in _children(old, "calcPr"):
        other = next(iter(_children(new, "calcPr")), item)
        if {**item.attrib, "fullCalcOnLoad": ""} != {**other.attrib, "fullCalcOnLoad": ""}:
            yield "calcPr differs"


def _without_idle_positions(workbook: Any) -> Any:
    """The workbook part without positions in its views at which there is no sheet: they must not come to mean one."""
    workbook = deepcopy(workbook)
    count = len(_child(workbook, "sheets"))
    for view in workbook.iterfind("{*}bookViews/{*}workbookView"):
        for name in ("activeTab", "firstSheet"):
            position = view.get(name, "")
            if position.isdecimal() and int(position) >= count:
                del view.attrib[name]
    return workbook


def _styles(old: Any, new: Any) -> Iterable[str]:
    yield from _others(old, new, set(_LISTS))
    for name in _LISTS:
        yield from _start(_child(old, name), _child(new, name), name)


def _others(old: Any, new: Any, registered: set[str]) -> Iterable[str]:
    """Children that are not for registering are the same ones in the same order."""
    before, after = (
        [_text(item) for item in root if isinstance(item.tag, str) and etree.QName(item).localname not in registered]
        for root in (old, new)
    )
    yield from _missing(before, after)
    if dict(old.attrib) != dict(new.attrib):
        yield "the root's attributes differ"


def _start(before: list[Any], after: list[Any], name: str) -> Iterable[str]:
    for number, item in enumerate(before):
        if number >= len(after) or _text(item) != _text(after[number]):
            yield f"entry {number} of {name} differs"
            return


def _missing(before: list[str], after: list[str]) -> Iterable[str]:
    left = list(after)
    for item in before:
        if item in left:
            del left[: left.index(item) + 1]  # in their order
        else:
            yield f"no more as it was: {item[:120]}"
            return


def _children(root: Any, name: str) -> list[Any]:
    return list(root.iterfind(f"{{*}}{name}"))


def _child(root: Any, name: str) -> list[Any]:
    """The entries of a list; none where the list is not there."""
    return [item for each in _children(root, name)[:1] for item in each if isinstance(item.tag, str)]


def _text(element: Any) -> str:
    """An element in canonical form, without what stands behind it."""
    return etree.tostring(element, method="c14n", exclusive=True, with_tail=False).decode()
