"""What may change in docProps/app.xml: the worksheets' titles, and how many they are."""

from __future__ import annotations

from collections.abc import Iterable

from zi_excel.opc.comparison.differences import document_difference
from zi_excel.opc.comparison.result import Verdict
from zi_excel.opc.comparison.sides import Side
from zi_excel.opc.package import xml


def part(side: Side) -> str | None:
    """The package's extended properties; None where it has none."""
    stated = side.package.relationships("/").of_kind("extended-properties")
    return stated[0].part if stated else None


def check(old: Side, new: Side) -> Verdict:
    """Takes the tool's titles out of both lists of worksheets, and compares what is left.

    Raises:
        WorkbookError: one of the parts can't be read.
    """
    name = part(old)
    if name is None or name not in new.package:
        return Verdict((), ("hilang",))
    before, after = old.package.root(name), new.package.root(name)
    counts = [_take(root, [sheet.name for sheet in side.tabs.values()]) for root, side in ((before, old), (after, new))]
    wrong = document_difference(before, after)
    changed = f"daftar judul lembar: {counts[0]} menjadi {counts[1]}"
    return Verdict((changed,) if counts[0] != counts[1] else (), (wrong,) if wrong else ())


def _take(root: xml.Element, names: Iterable[str]) -> int:
    """Takes titles out of the worksheets' part of the list, and the counts with them; how many worksheets it lists."""
    holders = [xml.child(root, word) for word in ("HeadingPairs", "TitlesOfParts")]
    pairs, titles = (None if holder is None else xml.child(holder, "vector") for holder in holders)
    counted = None if pairs is None else next(pairs.iter("{*}i4"), None)
    count = None if counted is None else xml.integer(counted.text)
    if titles is None or counted is None or count is None:
        return 0
    own = set(names)
    taken = [element for element in list(titles)[:count] if element.text in own]
    if titles.get("size") == str(len(titles)):
        titles.set("size", str(len(titles) - len(taken)))
    counted.text = str(count - len(taken))
    for element in taken:
        xml.remove(element)
    return count
