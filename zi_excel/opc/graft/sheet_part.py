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
_CELL = re.compile(rb'<c r="([A-Z]+[0-9]+)"(?: s="([0-9]+)")?(?: t="([A-Za-z]+)")?(?:(?<= t="s")><v>([0-9]+)</v>)?')
"""How XlsxWriter begins a cell: its place, format and type, and the number of its shared string."""
_PLAIN = re.compile(rb'<si>(<t(?: xml:space="preserve")?>[^<]*</t>)</si>')
"""How it writes a shared string that looks alike throughout."""
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
    data = rendered.read(part)
    plain: list[bytes] = _PLAIN.findall(data)
    if len(plain) == data.count(b"<si"):
        return [b"<is>%b</is>" % text for text in plain]
    root = xml.parse(data, rendered.label(part))
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
    root = xml.parse(_translated(data, strings, styles.xf), "worksheet")
    styles.grid.keep(root)
    for child in root:
        if xml.local(child) == "sheetData":
            _restyle(child, "s", styles.xf)  # rows; the cells are done
            continue
        _restyle(child.iter("{*}col"), "style", styles.xf)
        _restyle(child.iter("{*}cfRule", "{*}colorFilter", "{*}sortCondition"), "dxfId", styles.dxf)
        for view in child.iter("{*}sheetView"):
            view.attrib.pop("tabSelected", None)
            if active:
                view.set("tabSelected", "1")
    if kept is not None:
        _keep(root, kept)
    return root


def _restyle(elements: Iterable[xml.Element], name: str, indices: Sequence[int]) -> None:
    """Translates the indices of those elements that have one."""
    for element in elements:
        index = element.get(name)
        if index is not None:
            element.set(name, str(indices[int(index)]))


def _translated(data: bytes, strings: Sequence[bytes], indices: Sequence[int]) -> bytes:
    """A rendered worksheet whose cells have staff's formats, and hold their shared strings themselves.

    No text or attribute can look like a cell: there, "<" is written as an entity.

    Args:
        data: the worksheet.
        strings: what stands in a cell for each shared string.
        indices: staff's format for each rendered one; a cell without any has the first.
    """
    written = [b' s="%d"' % index for index in indices]

    def cell(match: re.Match[bytes]) -> bytes:
        place, style, kind, string = match.groups()
        if string is not None:
            kind = b"inlineStr"
        typed = b"" if kind is None else b' t="%b"' % kind
        attributes = typed + written[0] if style is None else written[int(style)] + typed
        return b'<c r="%b"%b' % (place, attributes) + (b"" if string is None else b">" + strings[int(string)])

    return _CELL.sub(cell, data)


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
