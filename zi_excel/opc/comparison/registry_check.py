"""What may change in [Content_Types].xml: the types of the tool's parts, of new styles, of a calcChain that went."""

from __future__ import annotations

import posixpath
from collections.abc import Collection

from zi_excel.opc.comparison import sheet_lists_check as calc_chain
from zi_excel.opc.comparison import styles_check as styles
from zi_excel.opc.comparison.differences import document_difference
from zi_excel.opc.comparison.result import Verdict
from zi_excel.opc.comparison.sides import Side
from zi_excel.opc.package import xml
from zi_excel.opc.package.content_types import PART

_RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


def check(old: Side, new: Side) -> Verdict:
    """Takes the types of parts that come and go out of both, compares what is left, and what staff's parts are.

    Raises:
        WorkbookError: one of them can't be read.
    """
    before, after = old.package.root(PART), new.package.root(PART)
    gone, come = set(old.own), set(new.own)
    if (created := styles.created(old, new)) is not None:
        gone.add(created.lower())
        come.add(created.lower())
    chain = calc_chain.part(old)
    if chain is not None and calc_chain.went(old, new):
        gone.add(chain.lower())
    counts = [_take(before, gone), _take(after, come)]
    defaults = _take_new_defaults(before, after, new)
    wrong = _other_types(old, new)
    if (found := document_difference(before, after)) is not None:
        wrong.append(found)
    changed = [f"jenis bagian milik alat: {counts[0]} menjadi {counts[1]}"] if counts[0] != counts[1] else []
    changed += [f"jenis bawaan untuk '.{extension}' ditambahkan" for extension in defaults]
    return Verdict(tuple(changed), tuple(wrong))


def _take(root: xml.Element, parts: Collection[str]) -> int:
    found = [
        element
        for element in root
        if xml.local(element) == "Override"
        and "/" + element.get("PartName", "").replace("\\", "/").lstrip("/").lower() in parts
    ]
    for element in found:
        xml.remove(element)
    return len(found)


def _take_new_defaults(before: xml.Element, after: xml.Element, new: Side) -> list[str]:
    """Takes out the new defaults that a part of the tool's needs; the one of relationships may outlive the tabs."""
    known = {element.get("Extension", "").lower() for element in before if xml.local(element) == "Default"}
    needed = {_extension(part) for part in new.own}
    if new.package.types.of("/any.rels") == _RELATIONSHIPS_TYPE:
        needed.add("rels")
    taken = []
    for element in [item for item in after if xml.local(item) == "Default"]:
        extension = element.get("Extension", "").lower()
        if extension in needed - known:
            taken.append(extension)
            xml.remove(element)
    return taken


def _other_types(old: Side, new: Side) -> list[str]:
    """Staff's parts that have become something else by a default (relationships without a type are what they are)."""
    created = styles.created(old, new)
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
