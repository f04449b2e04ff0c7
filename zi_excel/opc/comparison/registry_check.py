"""What may change in [Content_Types].xml and in the workbook part's relationships.

Only the types and relationships of the tool's tabs, of a styles part that was created, of a calcChain that went.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable

from zi_excel.opc.comparison.differences import document_difference
from zi_excel.opc.comparison.result import Verdict
from zi_excel.opc.comparison.sheet_lists_check import calc_chain_part, calc_chain_went
from zi_excel.opc.comparison.sides import Side
from zi_excel.opc.comparison.styles_check import created_styles
from zi_excel.opc.package import xml
from zi_excel.opc.package.content_types import PART, RELATIONSHIPS_TYPE
from zi_excel.opc.package.relationships import relationships_part


def check_content_types(old: Side, new: Side) -> Verdict:
    """Takes the types of parts that come or go out of both, and compares the rest and the types of staff's parts.

    Raises:
        WorkbookError: one of them can't be read.
    """
    before, after = old.package.root(PART), new.package.root(PART)
    gone, come = set(old.own), set(new.own)
    if (created := created_styles(old, new)) is not None:
        gone.add(created.lower())
        come.add(created.lower())
    chain = calc_chain_part(old)
    if chain is not None and calc_chain_went(old, new):
        gone.add(chain.lower())
    counts = [_take_types(before, gone), _take_types(after, come)]
    defaults = _take_new_defaults(before, after, new)
    wrong = _other_types(old, new)
    if (difference := document_difference(before, after)) is not None:
        wrong.append(difference)
    changed = [f"jenis bagian milik alat: {counts[0]} menjadi {counts[1]}"] if counts[0] != counts[1] else []
    changed += [f"jenis bawaan untuk '.{extension}' ditambahkan" for extension in defaults]
    return Verdict(tuple(changed), tuple(wrong))


def check_relationships(old: Side, new: Side) -> Verdict:
    """Takes the relationships that may come or go out of both parts, and compares the rest.

    Raises:
        WorkbookError: one of them can't be read.
    """
    before, after = _root(old), _root(new)
    wrong = _given_a_meaning(old, new)
    gone, come = {sheet.rid for sheet in old.passing}, {sheet.rid for sheet in new.passing}
    if calc_chain_went(old, new):
        gone |= {item.rid for item in old.package.relationships(old.workbook.part).of_kind("calcChain")}
    if not old.package.relationships(old.workbook.part).of_kind("styles"):
        come |= {item.rid for item in new.package.relationships(new.workbook.part).of_kind("styles")[:1]}
    counts = [_take_relationships(before, gone), _take_relationships(after, come)]
    if (difference := document_difference(before, after)) is not None:
        wrong.append(difference)
    changed = [
        f"{count} hubungan {what}" for count, what in zip(counts, ("dihapus", "ditambahkan"), strict=True) if count
    ]
    return Verdict(tuple(changed), tuple(wrong))


def _take_types(root: xml.Element, parts: Collection[str]) -> int:
    taken = [
        element
        for element in root
        if xml.local(element) == "Override"
        and "/" + element.get("PartName", "").replace("\\", "/").lstrip("/").lower() in parts
    ]
    for element in taken:
        xml.remove(element)
    return len(taken)


def _take_new_defaults(before: xml.Element, after: xml.Element, new: Side) -> list[str]:
    """Takes out new defaults that the tool's parts need; that of relationships may outlive the tabs."""
    present = {element.get("Extension", "").lower() for element in before if xml.local(element) == "Default"}
    needed = {_extension(part) for part in new.own}
    if new.package.types.of("/any.rels") == RELATIONSHIPS_TYPE:
        needed.add("rels")
    taken = []
    for element in [item for item in after if xml.local(item) == "Default"]:
        extension = element.get("Extension", "").lower()
        if extension in needed - present:
            taken.append(extension)
            xml.remove(element)
    return taken


def _other_types(old: Side, new: Side) -> list[str]:
    """Staff's parts whose type a default has changed; relationships without a type may get theirs."""
    created = created_styles(old, new)
    wrong = []
    for name in old.package.names:
        if name.lower() in old.own or name not in new.package or name == created:
            continue
        before, after = old.package.content_type(name), new.package.content_type(name)
        if before != after and not (before is None and _extension(name) == "rels"):
            wrong.append(f"jenis bagian '{name}' menjadi '{after}', dahulu '{before}'")
    return wrong


def _extension(part: str) -> str:
    return posixpath.splitext(part)[1][1:].lower()


def _root(side: Side) -> xml.Element:
    part = side.package.find(relationships_part(side.workbook.part))
    if part is None:
        return xml.parse(f'<Relationships xmlns="{xml.RELATIONSHIPS}"/>'.encode(), "")
    return side.package.root(part)


def _take_relationships(root: xml.Element, rids: Iterable[str]) -> int:
    taken = [element for element in root if xml.local(element) == "Relationship" and element.get("Id") in rids]
    for element in taken:
        xml.remove(element)
    return len(taken)


def _given_a_meaning(old: Side, new: Side) -> list[str]:
    """Ids that led nowhere and now lead somewhere: something of staff's has come to mean a part that it did not."""
    present = {item.rid for item in old.package.relationships(old.workbook.part)}
    come = {item.rid for item in new.package.relationships(new.workbook.part)} - present
    namespaces = (f"{{{xml.R}}}", f"{{{xml.R_STRICT}}}")
    used = {
        value
        for element in old.package.root(old.workbook.part).iter()
        if xml.local(element)
        for word, value in element.attrib.items()
        if word.startswith(namespaces)
    }
    return [
        f"hubungan '{rid}', yang dahulu tidak menunjuk apa pun, kini menunjuk sesuatu" for rid in sorted(used & come)
    ]
