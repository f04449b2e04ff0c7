"""What hangs on a sheet beside its cells: comments, drawn objects, tables and the like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package

_ANCHORS = ("{*}twoCellAnchor", "{*}oneCellAnchor", "{*}absoluteAnchor")
_CONTROLS = {"ctrlProp", "control", "oleObject", "package"}
"""Kinds of relationships of form controls and embedded documents; Excel 2010 and later draw them, too."""
_OTHERS = {"table", "pivotTable", "queryTable", "image"}
"""Kinds of relationships of what is not drawn: tables, pivot tables, a picture behind the cells."""


class Drawn(NamedTuple):
    """An object drawn on a sheet. name: what programs call it ("Chart 1"); is_chart: whether it is a chart."""

    name: str
    is_chart: bool


def drawn(package: Package, part: str) -> list[Drawn]:
    """The objects drawn on a sheet, in their order.

    Raises:
        WorkbookError: its drawing can't be read.
    """
    found = []
    for drawing in _related(package, part, "drawing"):
        for anchor in package.root(drawing).iter(*_ANCHORS):
            if next(anchor.iterancestors("{*}Fallback"), None) is None:  # the same object for older programs
                name = next(anchor.iter("{*}cNvPr"), None)
                chart = next(anchor.iter("{*}chart"), None)
                found.append(Drawn("" if name is None else name.get("name", ""), chart is not None))
    return found


def undrawn(package: Package, part: str) -> tuple[int, int]:
    """(controls and embedded documents, tables and other things) of a sheet. The former may be among the drawn as well.

    Raises:
        WorkbookError: its relationships can't be read.
    """
    kinds = [item.kind for item in package.relationships(part)]
    return sum(kind in _CONTROLS for kind in kinds), sum(kind in _OTHERS for kind in kinds)


def comments(package: Package, part: str) -> int:
    """How many comments a sheet has: notes, and comments of a thread with each of their answers.

    Raises:
        WorkbookError: they can't be read.
    """
    threads = [item.get("ref") for each in _related(package, part, "threadedComment") for item in _items(package, each)]
    notes = [item.get("ref") for each in _related(package, part, "comments") for item in _notes(package, each)]
    started = set(threads)  # a thread also stands there as a note, for older programs
    return len(threads) + sum(ref not in started for ref in notes)


def _notes(package: Package, part: str) -> Iterator[xml.Element]:
    yield from xml.grandchildren(package.root(part), "commentList", "comment")


def _items(package: Package, part: str) -> Iterator[xml.Element]:
    yield from (item for item in package.root(part) if xml.local(item) == "threadedComment")


def _related(package: Package, part: str, kind: str) -> list[str]:
    return [item.part for item in package.relationships(part).of_kind(kind) if item.part]
