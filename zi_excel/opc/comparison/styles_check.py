"""What may change in the styles part: entries may be appended to those that are there."""

from __future__ import annotations

from zi_excel.opc.comparison.differences import document_difference, element_difference
from zi_excel.opc.comparison.result import Verdict
from zi_excel.opc.comparison.sides import Side
from zi_excel.opc.package import xml

_COLLECTIONS = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs")


def styles_part(side: Side) -> str | None:
    """The package's styles part; None where it has none."""
    stated = side.package.relationships(side.workbook.part).of_kind("styles")
    return stated[0].part if stated else None


def created_styles(old: Side, new: Side) -> str | None:
    """The styles part that was created; None where the old package has one already."""
    return styles_part(new) if styles_part(old) is None else None


def check_styles(old: Side, new: Side) -> Verdict:
    """Compares every old entry with the one at its index, and all that stands around the collections.

    Raises:
        WorkbookError: one of the parts can't be read.
    """
    name = styles_part(old)
    if name is None:
        return Verdict(("dibuat: buku kerja belum mempunyai format",))
    if name not in new.package:
        return Verdict((), ("hilang",))
    before, after = old.package.root(name), new.package.root(name)
    wrong = _new_meanings(before, after)
    changed = []
    for word in _COLLECTIONS:
        mine, theirs = xml.child(before, word), xml.child(after, word)
        difference, appended = _appended(mine, theirs)
        if difference is not None:
            wrong.append(difference)
        if appended:
            changed.append(f"{appended} {word}")
        for collection in (mine, theirs):
            if collection is not None:
                xml.remove(collection)
    if (other := document_difference(before, after)) is not None:
        wrong.append(other)
    return Verdict((f"ditambahkan di ujungnya: {', '.join(changed)}",) if changed else (), tuple(wrong))


def _appended(before: xml.Element | None, after: xml.Element | None) -> tuple[str | None, int]:
    """What differs among the old entries, and how many were appended."""
    if after is None:
        return (None if before is None else f"{xml.local(before)} hilang"), 0
    if before is None:
        return (None if set(after.keys()) <= {"count"} else f"{xml.local(after)} dibuat dengan isi asing"), len(after)
    appended = list(after)[len(before) :]
    if appended and after.get("count") == str(len(after)):
        before.attrib.pop("count", None)
        after.attrib.pop("count", None)
    for element in appended:
        xml.remove(element)
    return element_difference(before, after), len(appended)


def _new_meanings(before: xml.Element, after: xml.Element) -> list[str]:
    """Number formats that were appended under a number which cells or the list used already."""
    formats = [xml.grandchildren(root, "numFmts", "numFmt") for root in (before, after)]
    listed = {item.get("numFmtId") for item in formats[0]}
    used = {
        item.get("numFmtId") for name in ("cellStyleXfs", "cellXfs") for item in xml.grandchildren(before, name, "xf")
    }
    return [
        f"numFmts: nomor {item.get('numFmtId')} yang sudah dipakai diberi arti lain"
        for item in formats[1][len(formats[0]) :]
        if item.get("numFmtId") in used | listed
    ]
