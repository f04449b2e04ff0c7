"""What may change in the workbook part: the tool's sheets and names, and positions that mean the same sheets after."""

from __future__ import annotations

from zi_excel.opc.comparison.differences import document_difference
from zi_excel.opc.comparison.result import Verdict
from zi_excel.opc.comparison.sides import Side
from zi_excel.opc.package import xml
from zi_excel.opc.tabs.marks import is_seal
from zi_excel.opc.workbook.workbook import BUILTIN


def check_workbook_part(old: Side, new: Side) -> Verdict:
    """Takes what is the tool's out of both workbook parts, and compares the rest.

    Positions are replaced by the sheets that they mean: after a tab has come or gone, other numbers mean the same.

    Raises:
        WorkbookError: one of them can't be read.
    """
    before, after = old.package.root(old.workbook.part), new.package.root(new.workbook.part)
    changed = [
        f"{what}: {', '.join(sheet.name for sheet in side.passing)}"
        for what, side in (("tab dihapus", old), ("tab ditambahkan", new))
        if side.passing
    ]
    wrong = [*_taken(old, new), *_views(before, after, old, new)]
    _custom_views(before, after, old, new)
    names = [_take_names(before, old), _take_names(after, new)]
    if names[0] != names[1]:
        changed.append("nama tersembunyi (Name Manager) milik tab alat")
    _take_sheets(before, old)
    _take_sheets(after, new)
    changed += _calculation(before, after)
    if (difference := document_difference(before, after)) is not None:
        wrong.append(difference)
    return Verdict(tuple(changed), tuple(wrong))


def _taken(old: Side, new: Side) -> list[str]:
    """Sheets that were staff's and now bear the tool's signs."""
    ids = {(sheet.sheet_id, sheet.rid) for sheet in old.workbook.sheets if sheet not in old.tabs.values()}
    return [
        f"lembar '{sheet.name}' milik Anda kini ditandai sebagai milik alat"
        for sheet in new.passing
        if (sheet.sheet_id, sheet.rid) in ids
    ]


def _views(before: xml.Element, after: xml.Element, old: Side, new: Side) -> list[str]:
    """Window settings: each must open with the sheet that it opened with."""
    made = xml.child(after, "bookViews")
    if xml.child(before, "bookViews") is None and made is not None and len(made) == 1 and not made[0].attrib:
        xml.remove(made)  # it had to be created: the sheets' own views refer to it
    wrong = []
    views = [xml.grandchildren(root, "bookViews", "workbookView") for root in (before, after)]
    for mine, theirs in zip(*views, strict=False):  # another number of them is a difference of its own
        for name, what in (("activeTab", "lembar yang terbuka"), ("firstSheet", "tab paling kiri")):
            if not _means_the_same(mine.attrib.pop(name, None), theirs.attrib.pop(name, None), old, new):
                wrong.append(f"{what} ({name}) menjadi lembar lain")
    return wrong


def _means_the_same(before: str | None, after: str | None, old: Side, new: Side) -> bool:
    place, now = xml.integer(before) or 0, xml.integer(after) or 0
    if not 0 <= place < len(old.identities):  # it meant nothing, and must not come to mean a tab
        return now == 0 or (now == place and not 0 <= now < len(new.identities))
    identity = old.identities[place]
    return 0 <= now < len(new.identities) if identity is None else new.identities[now : now + 1] == (identity,)


def _custom_views(before: xml.Element, after: xml.Element, old: Side, new: Side) -> None:
    """A custom view that shows a removed tab may show any other sheet instead."""
    gone = {str(sheet.sheet_id) for sheet in old.passing}
    there = {str(sheet.sheet_id) for sheet in new.workbook.sheets}
    views = [xml.grandchildren(root, "customWorkbookViews", "customWorkbookView") for root in (before, after)]
    for mine, theirs in zip(*views, strict=False):
        if mine.get("activeSheetId") in gone and theirs.get("activeSheetId") in there:
            del mine.attrib["activeSheetId"], theirs.attrib["activeSheetId"]


def _take_names(root: xml.Element, side: Side) -> list[tuple[str, str | None, str]]:
    """Takes the tool's names out, and returns them; in the others a sheet's position is replaced by its identity."""
    own = {position for position, sheet in enumerate(side.workbook.sheets) if sheet in side.tabs.values()}
    taken = []
    for element in xml.grandchildren(root, "definedNames", "definedName"):
        name, local = element.get("name", ""), xml.integer(element.get("localSheetId"))
        if local is None:
            ours = name.lower() in side.marks
        elif 0 <= local < len(side.identities):
            kept = name.startswith(BUILTIN) or is_seal(name, side.seal)
            ours = side.identities[local] is None or (local in own and kept)
            element.set("localSheetId", side.identities[local] or "")
        else:
            ours = True  # no sheet has it, so it means nothing, and may go with a tab that came to that position
        if ours:
            taken.append((name, element.get("localSheetId"), element.text or ""))
            xml.remove(element)
    holder = xml.child(root, "definedNames")
    if holder is not None and not len(holder):
        xml.remove(holder)
    return taken


def _take_sheets(root: xml.Element, side: Side) -> None:
    for element, identity in zip(xml.grandchildren(root, "sheets", "sheet"), side.identities, strict=True):
        if identity is None:
            xml.remove(element)


def _calculation(before: xml.Element, after: xml.Element) -> list[str]:
    """A full calculation on load may be asked for, if need be in an element that was created for it."""
    asked, asks = (xml.child(root, "calcPr") for root in (before, after))
    if asks is None or not xml.is_true(asks.get("fullCalcOnLoad")):
        return []
    already = asked is not None and xml.is_true(asked.get("fullCalcOnLoad"))
    del asks.attrib["fullCalcOnLoad"]
    if asked is not None:
        asked.attrib.pop("fullCalcOnLoad", None)
    elif not asks.attrib and not len(asks):
        xml.remove(asks)
    return [] if already else ["dihitung ulang sekali saat dibuka (ada rumus Anda yang membaca tab alat)"]
