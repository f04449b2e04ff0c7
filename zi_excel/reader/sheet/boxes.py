"""Form controls over cells: boxes that are ticked in a drawing, not in the cell that they lie on.

ECMA-376 part 1, 18.3.1.19 (`control`); what a box is linked to, and whether it is ticked: [MS-XLSX] 2.2.5, in a part
of its own per control.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.opc.package.xml import Element, integer, local
from zi_excel.reader.sheet.ranges import Area, read_area

_BOXES = frozenset({"checkbox", "radio"})
_MOST = 2_000
"""Boxes that are looked at: each is a part of the package."""


class Control(NamedTuple):
    """A form control: the id of its part, and the cell that it starts in."""

    rid: str
    row: int
    column: int


class Box(NamedTuple):
    """A box to tick: the cell that it lies on, whether it is ticked, and the cell that holds that, if any does."""

    row: int
    column: int
    ticked: bool
    linked: Area | None


def control_of(element: Element) -> Control | None:
    """What a `control` element of a sheet says; None where it doesn't say where it lies."""
    rid = next((value for key, value in element.attrib.items() if key.endswith("}id")), None)
    start = next((each for each in element.iter() if isinstance(each.tag, str) and local(each) == "from"), None)
    if rid is None or start is None:
        return None
    placed = {local(each): integer(each.text) for each in start if isinstance(each.tag, str)}
    row, column = placed.get("row"), placed.get("col")
    return None if row is None or column is None else Control(rid, row + 1, column + 1)


def boxes_of(package: Package, part: str, controls: Sequence[Control]) -> Iterator[Box]:
    """The boxes among a sheet's controls. What can't be read of them is passed over: they hold no value themselves."""
    if not controls:
        return
    try:
        stated = package.relationships(part)
    except WorkbookError:
        return
    for control in controls[:_MOST]:
        relationship = stated.by_id(control.rid)
        if relationship is None or relationship.part is None:
            continue
        try:
            root = package.root(relationship.part)
        except WorkbookError:
            continue
        if root.get("objectType", "").lower() in _BOXES:
            link = root.get("fmlaLink", "").rpartition("!")[2].replace("$", "")
            ticked = root.get("checked", "").lower() == "checked"
            yield Box(control.row, control.column, ticked, read_area(link))
