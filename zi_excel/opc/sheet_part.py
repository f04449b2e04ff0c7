"""A rendered worksheet made ready for staff's package: style indices, inline strings, widths, what staff chose."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from zi_excel.opc import xml
from zi_excel.opc.package import Package
from zi_excel.opc.styles import MergedStyles, make_explicit, transplanted

_PROPERTIES_ORDER = ("sheetPr",)
_HEAD = 1000
"""Elements that are looked at for a sheet's properties: they come first."""


class SheetProperties(NamedTuple):
    """What a replaced tab keeps of its old part: the name that macros know it by, and its tab's colour (or none)."""

    code_name: str | None
    tab_colour: xml.Element | None

    @classmethod
    def of(cls, package: Package, part: str) -> SheetProperties:
        """Reads them off the head of a worksheet.

        Raises:
            WorkbookError: it can't be read.
        """
        for event, element in islice(package.events(part, starts=True), _HEAD):
            if xml.local(element) == "sheetData":
                break
            if xml.local(element) == "sheetPr" and event == "end":
                return cls(element.get("codeName"), xml.child(element, "tabColor"))
        return cls(None, None)


def shared_strings(rendered: Package) -> Sequence[xml.Element]:
    """The rendered package's shared strings, theme colours made explicit."""
    part = next((item.part for item in rendered.relationships(rendered.workbook_part).of_kind("sharedStrings")), None)
    if part is None:
        return ()
    root = rendered.root(part)
    make_explicit(root)
    return [item for item in root if xml.local(item) == "si"]


def graft_sheet(
    data: bytes, strings: Sequence[xml.Element], styles: MergedStyles, *, kept: SheetProperties | None, active: bool
) -> bytes:
    """The worksheet's bytes for staff's package. Formulas keep their computed values.

    Args:
        data: the rendered worksheet.
        strings: the rendered package's shared strings: cells carry theirs inline, so that staff's stay as they are.
        styles: the merge of the styles.
        kept: what a replaced tab keeps; None for a new tab.
        active: whether this is the tab that the workbook opens with. No other one may be selected: two selected tabs
            are a group, and what is typed goes into both.
    """
    root = xml.parse(data, "worksheet")
    styles.grid.keep(root)
    for cell in root.iter("{*}c"):
        _restyle(cell, "s", styles.xf, "0")
        if cell.get("t") == "s":
            _inline(cell, strings)
    for element in root.iter("{*}row"):
        _restyle(element, "s", styles.xf)
    for element in root.iter("{*}col"):
        _restyle(element, "style", styles.xf)
    for element in root.iter("{*}cfRule", "{*}colorFilter", "{*}sortCondition"):
        _restyle(element, "dxfId", styles.dxf)
    for view in root.iter("{*}sheetView"):
        view.attrib.pop("tabSelected", None)
        if active:
            view.set("tabSelected", "1")
    if kept is not None:
        _keep(root, kept)
    return xml.serialise(root)


def _restyle(element: xml.Element, name: str, indices: Sequence[int], default: str | None = None) -> None:
    """Translates an index; default: what a missing one means (a cell without one has the first format)."""
    index = xml.integer(element.get(name, default))
    if index is not None:
        element.set(name, str(indices[index]))


def _inline(cell: xml.Element, strings: Sequence[xml.Element]) -> None:
    """Puts a shared string into its cell."""
    for value in cell.iterchildren("{*}v"):
        text = cell.makeelement(f"{{{xml.namespace(cell)}}}is")
        text.extend(transplanted(item, cell) for item in strings[int(value.text)])
        cell.replace(value, text)
    cell.set("t", "inlineStr")


def _keep(root: xml.Element, kept: SheetProperties) -> None:
    properties = xml.child(root, "sheetPr")
    if properties is None:
        if kept.code_name is None and kept.tab_colour is None:
            return
        properties = root.makeelement(f"{{{xml.namespace(root)}}}sheetPr")
        xml.insert_in_order(root, properties, _PROPERTIES_ORDER)
    properties.attrib.pop("codeName", None)
    if kept.code_name is not None:
        properties.set("codeName", kept.code_name)
    if (own := xml.child(properties, "tabColor")) is not None:
        xml.remove(own)
    if kept.tab_colour is not None:
        properties.insert(0, transplanted(kept.tab_colour, root))
