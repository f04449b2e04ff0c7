"""The other parts that list a workbook's sheets: docProps/app.xml by their names, calcChain.xml by their ids.

Only what belongs to sheets that come or go changes in them, and only where the part is understood.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Sequence

from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package
from zi_excel.opc.package.xml_text import escaped


def relisted(package: Package, before: Sequence[str], after: Sequence[str]) -> dict[str, bytes]:
    """The extended properties with another list of worksheets, by their part's name; empty where there are none."""
    stated = package.relationships("/").of_kind("extended-properties")
    part = stated[0].part if stated else None
    return {} if part is None else {part: with_worksheets(package.read(part), before, after, package.label(part))}


def with_worksheets(data: bytes, before: Sequence[str], after: Sequence[str], part: str) -> bytes:
    """The extended properties with another list of worksheets; unchanged where they don't list those that are there.

    Args:
        data: the part's bytes.
        before: the names of the worksheets that there are, in their order.
        after: the names that the part is to list.
        part: what a refusal calls the part.

    Raises:
        WorkbookError: it is not well-formed.
    """
    if list(before) == list(after):
        return data
    root = xml.parse(data, part)
    pairs, titles = (_vector(root, name) for name in ("HeadingPairs", "TitlesOfParts"))
    if pairs is None or titles is None:
        return data
    counts = list(pairs.iter("{*}i4"))
    listed = list(titles)
    # Worksheets come first, under a heading in the producer's language
    if (
        not counts
        or xml.integer(counts[0].text) != len(before)
        or [item.text for item in listed[: len(before)]] != list(before)
    ):
        return data
    for item in listed[: len(before)]:
        titles.remove(item)
    for position, name in enumerate(after):
        title = titles.makeelement(f"{{{xml.namespace(titles)}}}lpstr")
        title.text = name
        titles.insert(position, title)
    counts[0].text = str(len(after))
    titles.set("size", str(len(titles)))
    return xml.serialise(root)


def without_sheets(data: bytes, sheet_ids: Collection[int], part: str) -> bytes | None:
    """The calculation chain without some sheets' entries: unchanged where it has none; None where no entry is left.

    It is streamed: a workbook with many formulas has millions of entries.

    Raises:
        WorkbookError: it is not well-formed.
    """
    sheet_id = 0
    kept: list[str] = []
    gone = False
    namespace = xml.MAIN
    for _, element in xml.events(io.BytesIO(data), part, ("{*}c",)):
        stated = xml.integer(element.get("i"))
        sheet_id = sheet_id if stated is None else stated  # left out where it is the one before
        if sheet_id in sheet_ids:
            gone = True
        else:
            namespace = xml.namespace(element)
            kept.append(_entry({**element.attrib, "i": str(sheet_id)}))
        element.clear()
    if not gone:
        return data
    if not kept:
        return None
    return xml.DECLARATION + f'<calcChain xmlns="{escaped(namespace)}">{"".join(kept)}</calcChain>'.encode()


def _vector(root: xml.Element, name: str) -> xml.Element | None:
    holder = xml.child(root, name)
    return None if holder is None else xml.child(holder, "vector")


def _entry(attributes: dict[str, str]) -> str:
    plain = (item for item in attributes.items() if not item[0].startswith("{"))
    return "<c " + " ".join(f'{name}="{escaped(value)}"' for name, value in plain) + "/>"
