"""What may change in the workbook part's relationships: those of the tool's tabs, new styles, a calcChain that went."""

from __future__ import annotations

from collections.abc import Iterable

from zi_excel.opc.comparison import sheet_lists_check as calc_chain
from zi_excel.opc.comparison.differences import document_difference
from zi_excel.opc.comparison.result import Verdict
from zi_excel.opc.comparison.sides import Side
from zi_excel.opc.package import xml
from zi_excel.opc.package.relationships import relationships_part


def check(old: Side, new: Side) -> Verdict:
    """Takes the relationships that may come and go out of both parts, and compares what is left.

    Raises:
        WorkbookError: one of them can't be read.
    """
    before, after = _root(old), _root(new)
    wrong = _given_a_meaning(old, new)
    gone, come = {sheet.rid for sheet in old.passing}, {sheet.rid for sheet in new.passing}
    if calc_chain.went(old, new):
        gone |= {item.rid for item in old.package.relationships(old.workbook.part).of_kind("calcChain")}
    if not old.package.relationships(old.workbook.part).of_kind("styles"):
        come |= {item.rid for item in new.package.relationships(new.workbook.part).of_kind("styles")[:1]}
    counts = [_take(before, gone), _take(after, come)]
    if (found := document_difference(before, after)) is not None:
        wrong.append(found)
    changed = [
        f"{count} hubungan {what}" for count, what in zip(counts, ("dihapus", "ditambahkan"), strict=True) if count
    ]
    return Verdict(tuple(changed), tuple(wrong))


def _root(side: Side) -> xml.Element:
    part = side.package.find(relationships_part(side.workbook.part))
    if part is None:
        return xml.parse(f'<Relationships xmlns="{xml.RELATIONSHIPS}"/>'.encode(), "")
    return side.package.root(part)


def _take(root: xml.Element, rids: Iterable[str]) -> int:
    found = [element for element in root if xml.local(element) == "Relationship" and element.get("Id") in rids]
    for element in found:
        xml.remove(element)
    return len(found)


def _given_a_meaning(old: Side, new: Side) -> list[str]:
    """Ids that led nowhere and lead somewhere now: something of staff's has come to mean a part that it did not."""
    known = {item.rid for item in old.package.relationships(old.workbook.part)}
    come = {item.rid for item in new.package.relationships(new.workbook.part)} - known
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
