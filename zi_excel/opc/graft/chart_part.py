"""A rendered chart part, made independent of the version that staff's docProps/app.xml names.

For a flag that a chart leaves out, Excel and LibreOffice take the default of Office 2007 or that of the standard
(ISO/IEC 29500-1, 21.2: mostly true), depending on the application version of the *workbook*. A chart that was rendered
for the one would show series names in every label, or no axes, in a workbook of the other. So every such flag is
written out as Office 2007 understood it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lxml import etree

from zi_excel.opc.package import xml

_LABEL = ("layout", "tx", "numFmt", "spPr", "txPr", "dLblPos")
_SHOWN = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
_SERIES = ("idx", "order", "tx", "spPr")
_AXIS = ("axId", "scaling", "delete")

# Element -> (its children in the schema's order, as far as the flags need it; the flags among them).
_FLAGS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = MappingProxyType(
    {
        "chartSpace": (("date1904", "lang", "roundedCorners"), ("roundedCorners",)),
        "title": (("tx", "layout", "overlay"), ("overlay",)),
        "legend": (("legendPos", "legendEntry", "layout", "overlay"), ("overlay",)),
        "barChart": (("barDir", "grouping", "varyColors"), ("varyColors",)),
        "lineChart": (("grouping", "varyColors"), ("varyColors",)),
        "catAx": (_AXIS, ("delete",)),
        "dateAx": (_AXIS, ("delete",)),
        "valAx": (_AXIS, ("delete",)),
        "dLbls": (("dLbl", *_LABEL, *_SHOWN), _SHOWN),
        "dLbl": (("idx", *_LABEL, *_SHOWN), _SHOWN),
    }
)
_SERIES_FLAGS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = MappingProxyType(
    {
        "barChart": ((*_SERIES, "invertIfNegative"), ("invertIfNegative",)),
        "lineChart": (
            (*_SERIES, "marker", "dPt", "dLbls", "trendline", "errBars", "cat", "val", "smooth"),
            ("smooth",),
        ),
    }
)


def explicit(data: bytes, part: str, *, date_1904: bool = False) -> bytes:
    """The chart part with every flag that it leaves out written as false.

    Args:
        data: the part.
        part: what a refusal calls it.
        date_1904: whether the workbook's days count from 1904; a chart says so itself, as Excel writes it.

    Raises:
        WorkbookError: it is no XML.
    """
    root = xml.parse(data, part)
    if date_1904 and xml.child(root, "date1904") is None:
        root.insert(0, etree.Element(etree.QName(xml.namespace(root), "date1904"), val="1"))
    for element in list(root.iter(etree.Element)):
        name = xml.local(element)
        if name == "ser":
            name = xml.local(element.getparent())
            order, flags = _SERIES_FLAGS.get(name, ((), ()))
        elif name == "chart":
            order, flags = (
                ("title", "autoTitleDeleted"),
                ("autoTitleDeleted",) * (xml.child(element, "title") is not None),
            )
        else:
            order, flags = _FLAGS.get(name, ((), ()))
        if not flags:
            continue
        stated = {xml.local(item) for item in element}
        if name in ("dLbls", "dLbl") and "delete" in stated:
            continue
        for flag in flags:
            if flag not in stated:
                made = etree.Element(etree.QName(xml.namespace(element), flag), val="0")
                xml.insert_in_order(element, made, order)
    return xml.serialise(root)
