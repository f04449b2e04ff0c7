"""Which features of Excel a workbook's package holds, counted by its relationships and elements, whoever saved it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from lxml import etree
from package_facts import PackageFacts

_PREFIXES = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "x",
    "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main": "x14",
    "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing": "xdr",
    "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing": "xdr",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:office:excel": "vx",
}
FEATURES: Mapping[str, tuple[str, ...]] = {
    "cells with a value": ("value",),
    "formulas": ("worksheet/x:f",),
    "computed values of formulas": ("computed",),
    "dynamic arrays, rich values in cells": ("cell cm", "cell vm"),
    "rich text": ("sst/x:r", "worksheet/x:r"),
    "phonetic text": ("sst/x:rPh", "worksheet/x:rPh"),
    "theme": (">theme",),
    "named cell styles": ("styleSheet/x:cellStyle",),
    "style extensions": ("styleSheet/x:ext",),
    "conditional formats": ("worksheet/x:cfRule",),
    "conditional-format extensions": ("worksheet/x14:cfRule",),
    "sparklines": ("worksheet/x14:sparkline",),
    "data validations": ("worksheet/x:dataValidation",),
    "data-validation extensions": ("worksheet/x14:dataValidation",),
    "other sheet extensions": ("worksheet/x:ext",),
    "ignored errors": ("worksheet/x:ignoredError",),
    "scenarios": ("worksheet/x:scenario",),
    "custom views": ("worksheet/x:customSheetView", "workbook/x:customWorkbookView"),
    "protected ranges": ("worksheet/x:protectedRange",),
    "sheet protection": ("worksheet/x:sheetProtection",),
    "hyperlinks": ("worksheet/x:hyperlink",),
    "smart tags": ("worksheet/x:cellSmartTag",),
    "consolidation": ("worksheet/x:dataConsolidate",),
    "tables": (">table",),
    "tables of single cells (XML)": (">tableSingleCells", ">xmlMaps"),
    "query tables, connections": (">queryTable", ">connections"),
    "pivot tables": (">pivotTable",),
    "pivot caches": (">pivotCacheDefinition", ">pivotCacheRecords"),
    "slicers, timelines": (">slicer", ">slicerCache", ">timeline", ">timelineCache"),
    "charts": (">chart",),
    "chart series": ("chartSpace/c:ser",),
    "chart extensions": ("chartSpace/c:ext",),
    "charts of 2016 and later": (">chartEx",),
    "chart style and colour parts": (">chartStyle", ">chartColorStyle"),
    "chartsheets": (">chartsheet",),
    "macro and dialog sheets": (">xlMacrosheet", ">xlIntlMacrosheet", ">dialogsheet"),
    "pictures": ("wsDr/xdr:pic",),
    "sheet backgrounds": ("worksheet/x:picture",),
    "pictures in headers and footers": ("worksheet/x:legacyDrawingHF",),
    "shapes, text boxes": ("wsDr/xdr:sp", "wsDr/xdr:cxnSp", "wsDr/xdr:grpSp"),
    "SmartArt": (">diagramData",),
    "notes (comments)": ("comments/x:comment",),
    "threaded comments, persons": (">threadedComment", ">person"),
    "form controls": (">ctrlProp", "form control"),
    "ActiveX": (">activeXControlBinary", ">control"),
    "OLE, embedded files": (">oleObject", ">package", "worksheet/x:oleObject"),
    "macros": (">vbaProject",),
    "signature of macros": (">vbaProjectSignature",),
    "ribbon, task panes": (">extensibility", ">webextension"),
    "printer settings": (">printerSettings",),
    "custom XML": (">customXml",),
    "custom properties of sheets": (">customProperty",),
    "document properties of one's own": (">custom-properties", ">customProperties"),
    "sensitivity labels": (">classificationlabels",),
    "external links": (">externalLink",),
    "data model": (">powerPivotData",),
    "rich data, check boxes in cells": (
        ">rdRichValue",
        ">rdRichValueStructure",
        ">richValueRel",
        ">FeaturePropertyBag",
        ">sheetMetadata",
    ),
    "defined names": ("workbook/x:definedName",),
    "locks on the workbook": ("workbook/x:workbookProtection",),
    "workbook extensions": ("workbook/x:ext",),
    "alternate content": ("*/mc:AlternateContent",),
    "thumbnail": (">thumbnail",),
}
"""By feature, the signs whose occurrences are counted: `>kind` is a relationship that leads somewhere; `root/p:name` an
element in parts with that root element; the others are named in `_of_element`."""


def census(package: PackageFacts, only: Collection[str] | None = None) -> Counter[str]:
    """How often each feature stands in a workbook.

    Args:
        package: the workbook.
        only: the parts to look at (all by default); a relationships part counts with its parts.
    """
    signs: Counter[str] = Counter()
    for part in package.parts:
        if part.endswith(".rels"):
            folder, _, name = part.removesuffix(".rels").rpartition("/_rels/")
            found = package.relations(f"{folder}/{name}")
            signs.update(
                f">{item.kind}"
                for item in found
                if item.external or (item.target in package and (only is None or item.target in only))
            )
        elif (only is None or part in only) and (root := package.root(part)) is not None:
            signs.update(_of_part(root))
    return Counter({name: count for name, keys in FEATURES.items() if (count := sum(signs[key] for key in keys))})


def _of_part(root: etree._Element) -> Counter[str]:
    found: Counter[str] = Counter()
    kind = etree.QName(root).localname
    for element in root.iter(etree.Element):
        name = etree.QName(element)
        prefix = _PREFIXES.get(name.namespace or "")
        if prefix is None:
            continue
        found[f"{kind}/{prefix}:{name.localname}"] += 1
        if prefix == "mc":
            found[f"*/mc:{name.localname}"] += 1
        elif prefix == "vx" and name.localname == "ClientData":
            found["form control"] += element.get("ObjectType") not in {"Note", "Pict", "Group", "Rect", None}
        elif kind == "worksheet" and name.localname == "c" and prefix == "x":
            found.update(_of_cell(element))
    return found


def _of_cell(cell: etree._Element) -> list[str]:
    found = [f"cell {attribute}" for attribute in ("cm", "vm") if cell.get(attribute)]
    formula = cell.find("{*}f") is not None
    if formula or cell.find("{*}is") is not None or cell.findtext("{*}v"):
        found.append("value")
    if formula and cell.findtext("{*}v"):
        found.append("computed")
    return found
