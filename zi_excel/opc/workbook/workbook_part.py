"""Edits of the workbook part and its relationships: sheets, defined names, views. All else in them stays."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from zi_excel.opc.package import xml
from zi_excel.opc.workbook.workbook import BUILTIN

ORDER = (
    "fileVersion",
    "fileSharing",
    "workbookPr",
    "AlternateContent",
    "revisionPtr",
    "workbookProtection",
    "bookViews",
    "sheets",
    "functionGroups",
    "externalReferences",
    "definedNames",
    "calcPr",
)
_POSITIONS = ("activeTab", "firstSheet")
"""Attributes of a view that name a sheet by its position."""
LAST_SHEET_ID = 65_534
"""The highest id that Excel gives a sheet."""


class NewSheet(NamedTuple):
    """A sheet to be listed. rid: the id of its relationship."""

    name: str
    sheet_id: int
    rid: str


class LocalName(NamedTuple):
    """A sheet's own defined name. sheet: the sheet's position (from 0) after all edits."""

    sheet: int
    name: str
    text: str
    hidden: bool


def remove_sheets(root: xml.Element, positions: Collection[int]) -> None:
    """Takes sheets and their own names off the lists; positions shift, the formulas of other names stay as they are."""
    if not positions:
        return
    sheets = xml.grandchildren(root, "sheets", "sheet")
    places = {old: new for new, old in enumerate(n for n in range(len(sheets)) if n not in positions)}
    _shift_names(root, positions, places)
    visible = [old for old in places if sheets[old].get("state", "visible") == "visible"]
    for view in xml.grandchildren(root, "bookViews", "workbookView"):
        for name in _POSITIONS:
            if (old := xml.integer(view.get(name))) and old < len(sheets):
                view.set(name, str(places.get(_nearest(old, places if old in places else visible), 0)))
    stays = next((sheets[old].get("sheetId", "1") for old in visible), "1")
    gone = {sheets[position].get("sheetId") for position in positions}
    for view in xml.grandchildren(root, "customWorkbookViews", "customWorkbookView"):
        if view.get("activeSheetId") in gone:
            view.set("activeSheetId", stays)
    for position in positions:
        xml.remove(sheets[position])


def _nearest(position: int, among: Collection[int]) -> int:
    """The first of some positions from a given one on, else the last of them."""
    return min((n for n in among if n >= position), default=max(among, default=0))


def _shift_names(root: xml.Element, positions: Collection[int], places: Mapping[int, int]) -> None:
    for element in xml.grandchildren(root, "definedNames", "definedName"):
        local = xml.integer(element.get("localSheetId"))
        if local in positions:
            xml.remove(element)
        elif local is not None and local in places:
            element.set("localSheetId", str(places[local]))
    _drop_if_empty(root)


def free_sheet_ids(root: xml.Element) -> Iterator[int]:
    """Sheet ids that are not taken: those after the highest one, then the gaps below it."""
    taken = {xml.integer(sheet.get("sheetId")) or 0 for sheet in xml.grandchildren(root, "sheets", "sheet")}
    yield from range(max(taken, default=0) + 1, LAST_SHEET_ID + 1)
    yield from (number for number in range(1, LAST_SHEET_ID + 1) if number not in taken)


def add_sheets(root: xml.Element, sheets: Sequence[NewSheet]) -> None:
    """Lists new sheets after the others."""
    holder = _child_in_order(root, "sheets")
    if sheets:
        _drop_idle_positions(root)
    for sheet in sheets:
        element = _new(root, "sheet", name=sheet.name, sheetId=str(sheet.sheet_id))
        element.set(f"{{{xml.R_STRICT if xml.namespace(root) == xml.MAIN_STRICT else xml.R}}}id", sheet.rid)
        holder.append(element)
    if xml.child(root, "bookViews") is None:  # the sheets' own views refer to it
        _child_in_order(root, "bookViews").append(_new(root, "workbookView"))


def _drop_idle_positions(root: xml.Element) -> None:
    """Drops positions in views at which there is no sheet: they would come to mean a new one."""
    count = len(xml.grandchildren(root, "sheets", "sheet"))
    for view in xml.grandchildren(root, "bookViews", "workbookView"):
        for name in _POSITIONS:
            if (xml.integer(view.get(name)) or 0) >= count:
                view.attrib.pop(name, None)


def set_names(
    root: xml.Element,
    marks: Mapping[str, str],
    stale: Collection[str],
    names: Sequence[LocalName],
    own: Collection[int],
    *,
    own_names: Collection[str] = (),
) -> None:
    """Sets the tool's defined names; those of staff stay as they are and where they are.

    Args:
        root: the workbook element.
        marks: hidden names of the workbook, with what they refer to. Case makes no difference in a name.
        stale: names of the workbook that go, in lower case.
        names: names of sheets.
        own: positions of the tool's sheets; built-in names of theirs that are not among `names` go.
        own_names: in lower case, further names of these sheets that go where they are not among `names`.
    """
    wanted: dict[tuple[int | None, str], tuple[str, bool]] = {
        (None, name): (text, True) for name, text in marks.items()
    }
    wanted |= {(item.sheet, item.name): (item.text, item.hidden) for item in names}
    spelled = {(local, name.lower()): (local, name) for local, name in wanted}
    for element in xml.grandchildren(root, "definedNames", "definedName"):
        name, local = element.get("name", ""), xml.integer(element.get("localSheetId"))
        if (key := spelled.pop((local, name.lower()), None)) is not None:
            text, hidden = wanted.pop(key)
            if element.text != text:
                element.text = text
            if hidden != xml.is_true(element.get("hidden")):
                element.set("hidden", "1" if hidden else "0")
        elif (local is None and name.lower() in stale) or (
            local in own and (name.startswith(BUILTIN) or name.lower() in own_names)
        ):
            xml.remove(element)
    holder = _child_in_order(root, "definedNames")
    for (local, name), (text, hidden) in wanted.items():
        element = _new(root, "definedName", name=name)
        if local is not None:
            element.set("localSheetId", str(local))
        if hidden:
            element.set("hidden", "1")
        element.text = text
        holder.append(element)
    _drop_if_empty(root)


def active_tab(root: xml.Element) -> int:
    """The position (from 0) of the sheet that the workbook opens with."""
    views = xml.grandchildren(root, "bookViews", "workbookView")
    return (xml.integer(views[0].get("activeTab")) or 0) if views else 0


def recalculate_on_load(root: xml.Element) -> None:
    """Has Excel calculate everything once when it opens the workbook."""
    _child_in_order(root, "calcPr").set("fullCalcOnLoad", "1")


def edit_relationships(
    data: bytes | None, added: Mapping[str, tuple[str, str]], removed: Collection[str], part: str
) -> bytes:
    """A relationships part after additions and removals.

    Args:
        data: the part; None where there is none yet.
        added: id -> (type, target).
        removed: ids.
        part: what a refusal calls it.

    Raises:
        WorkbookError: it is not well-formed.
    """
    before = data if data is not None else f'<Relationships xmlns="{xml.RELATIONSHIPS}"/>'.encode()
    root = xml.parse(before, part)
    for element in [item for item in root if item.get("Id") in removed]:
        xml.remove(element)
    for rid, (kind, target) in added.items():
        root.append(_new(root, "Relationship", Id=rid, Type=kind, Target=target))
    return xml.serialise(root) if added or removed else before


def _new(root: xml.Element, tag: str, **attributes: str) -> xml.Element:
    return root.makeelement(f"{{{xml.namespace(root)}}}{tag}", attributes)


def _child_in_order(root: xml.Element, tag: str) -> xml.Element:
    present = xml.child(root, tag)
    if present is not None:
        return present
    made = _new(root, tag)
    xml.insert_in_order(root, made, ORDER)
    return made


def _drop_if_empty(root: xml.Element) -> None:
    """Drops the list of defined names where it is empty, which the schema forbids."""
    holder = xml.child(root, "definedNames")
    if holder is not None and not len(holder):
        xml.remove(holder)
