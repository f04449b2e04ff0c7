"""A rendered worksheet made ready for staff's package: styles, strings and widths, and what staff chose for the tab."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple, Self

from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package
from zi_excel.opc.styles.fonts import make_explicit
from zi_excel.opc.styles.styles import MergedStyles, transplanted

_PROPERTIES_ORDER = ("sheetPr",)
_SHARED = rb' t="s"><v>([0-9]+)</v>'
"""How XlsxWriter writes a cell that refers to a shared string, from its type on."""
_HEAD = 1000
"""Elements among which a sheet's properties are looked for: they come first."""


class SheetProperties(NamedTuple):
    """What a tab keeps when it is replaced: the name by which macros know it, and its colour; None for none."""

    code_name: str | None
    tab_colour: xml.Element | None

    @classmethod
    def of(cls, package: Package, part: str) -> Self:
        """Reads them from the head of a worksheet.

        Raises:
            WorkbookError: it can't be read.
        """
        for event, element in islice(package.events(part, starts=True), _HEAD):
            if xml.local(element) == "sheetData":
                break
            if xml.local(element) == "sheetPr" and event == "end":
                return cls(element.get("codeName"), xml.child(element, "tabColor"))
        return cls(None, None)


def shared_strings(rendered: Package) -> Sequence[bytes]:
    """The rendered package's shared strings as inline strings (`<is>..</is>`), theme colours made explicit."""
    part = next((item.part for item in rendered.relationships(rendered.workbook_part).of_kind("sharedStrings")), None)
    if part is None:
        return ()
    root = rendered.root(part)
    make_explicit(root)
    strings = [item for item in root if xml.local(item) == "si"]
    for item in strings:
        item.tag = f"{{{xml.namespace(item)}}}is"
    return [xml.inner(item) for item in strings]


def graft_sheet(
    data: bytes, strings: Sequence[bytes], styles: MergedStyles, *, kept: SheetProperties | None, active: bool
) -> xml.Element:
    """The worksheet's root for staff's package. Formulas keep their computed values.

    Args:
        data: the rendered worksheet.
        strings: the rendered package's `shared_strings`; cells hold theirs inline, and staff's table stays as it is.
        styles: the merge of the styles.
        kept: what a replaced tab keeps; None for a new tab.
        active: whether the workbook opens with this tab. No other one may be selected: two selected tabs are a group,
            and what is typed goes into both.
    """
    root = xml.parse(_inline(data, strings), "worksheet")
    styles.grid.keep(root)
    _restyle(root.iter("{*}c"), "s", styles.xf, "0")
    _restyle(root.iter("{*}row"), "s", styles.xf)
    _restyle(root.iter("{*}col"), "style", styles.xf)
    _restyle(root.iter("{*}cfRule", "{*}colorFilter", "{*}sortCondition"), "dxfId", styles.dxf)
    for view in root.iter("{*}sheetView"):
        view.attrib.pop("tabSelected", None)
        if active:
            view.set("tabSelected", "1")
    if kept is not None:
        _keep(root, kept)
    return root


def _restyle(elements: Iterable[xml.Element], name: str, indices: Sequence[int], default: str | None = None) -> None:
    """Translates indices. default: what a missing one means (a cell without one has the first format)."""
    written = [str(index) for index in indices]
    for element in elements:
        index = element.get(name, default)
        if index is not None:
            element.set(name, written[int(index)])


def _inline(data: bytes, strings: Sequence[bytes]) -> bytes:
    """A rendered worksheet with shared strings put into the cells that refer to them.

    No text or attribute can look like such a reference: there, "<" is written as an entity.
    """
    return re.sub(_SHARED, lambda cell: b' t="inlineStr">' + strings[int(cell[1])], data)


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
