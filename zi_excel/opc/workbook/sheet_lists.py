"""docProps/app.xml: it lists the sheets by name. Changed only where it is understood."""

from __future__ import annotations

from collections.abc import Sequence

from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package


def relisted(package: Package, before: Sequence[str], after: Sequence[str]) -> dict[str, bytes]:
    """The part with another list of worksheets (`with_worksheets`) by its name; nothing where there is none."""
    stated = package.relationships("/").of_kind("extended-properties")
    part = stated[0].part if stated else None
    return {} if part is None else {part: with_worksheets(package.read(part), before, after, package.label(part))}


def with_worksheets(data: bytes, before: Sequence[str], after: Sequence[str], part: str) -> bytes:
    """The properties with another list of worksheets: as they were where they don't list the sheets that are there.

    Args:
        data: the part's bytes.
        before: the names of the worksheets that it should list now.
        after: the names that it is to list.
        part: what a refusal calls it.

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


def _vector(root: xml.Element, name: str) -> xml.Element | None:
    holder = xml.child(root, name)
    return None if holder is None else xml.child(holder, "vector")
