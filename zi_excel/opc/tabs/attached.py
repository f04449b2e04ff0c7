"""What a sheet has beside its cells: comments, drawn objects, tables and the like."""

from collections.abc import Iterator
from typing import NamedTuple

from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package

_ANCHORS = ("{*}twoCellAnchor", "{*}oneCellAnchor", "{*}absoluteAnchor")
_CONTROLS = {"ctrlProp", "control", "oleObject", "package"}
"""Kinds of relationships to form controls and embedded documents; Excel 2010 and later draw these as well."""
_OTHERS = {"table", "pivotTable", "queryTable", "image"}
"""Kinds of relationships to what is not drawn: tables, pivot tables, a picture behind the cells."""


class Drawn(NamedTuple):
    """An object drawn on a sheet. name: what programs call it ("Chart 1"); is_chart: whether it is a chart."""

    name: str
    is_chart: bool


def drawn(package: Package, part: str) -> list[Drawn]:
    """The objects drawn on a sheet, in their order.

    Raises:
        WorkbookError: its drawing can't be read.
    """
    objects = []
    for drawing in _roots(package, part, "drawing"):
        for anchor in drawing.iter(*_ANCHORS):
            if next(anchor.iterancestors("{*}Fallback"), None) is None:  # the same object again, for older programs
                name = next(anchor.iter("{*}cNvPr"), None)
                chart = next(anchor.iter("{*}chart"), None)
                objects.append(Drawn("" if name is None else name.get("name", ""), chart is not None))
    return objects


def undrawn(package: Package, part: str) -> tuple[int, int]:
    """How many (controls and embedded documents, tables and other things) a sheet has; the former may be drawn as well.

    Raises:
        WorkbookError: its relationships can't be read.
    """
    kinds = [item.kind for item in package.relationships(part)]
    return sum(kind in _CONTROLS for kind in kinds), sum(kind in _OTHERS for kind in kinds)


def comments(package: Package, part: str) -> int:
    """How many comments a sheet has: notes, and the comments of threads with their answers.

    Raises:
        WorkbookError: they can't be read.
    """
    threaded = [
        item.get("ref")
        for root in _roots(package, part, "threadedComment")
        for item in root
        if xml.local(item) == "threadedComment"
    ]
    notes = [
        item.get("ref")
        for root in _roots(package, part, "comments")
        for item in xml.grandchildren(root, "commentList", "comment")
    ]
    cells = set(threaded)  # for older programs, each thread stands among the notes as well
    return len(threaded) + sum(ref not in cells for ref in notes)


def _roots(package: Package, part: str, kind: str) -> Iterator[xml.Element]:
    """The parts to which a sheet's relationships of a kind lead, parsed."""
    return (package.root(item.part) for item in package.relationships(part).of_kind(kind) if item.part)
