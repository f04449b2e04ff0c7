"""What may change in the other parts that list a workbook's sheets: docProps/app.xml and calcChain.xml.

In the former, the titles of the tool's worksheets and how many they are. In the latter, entries of the tool's tabs may
go, and with the last entry the part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from zi_excel.opc.comparison.differences import document_difference
from zi_excel.opc.comparison.result import Verdict
from zi_excel.opc.comparison.sides import Side
from zi_excel.opc.package import xml

_Content = tuple[str, tuple[tuple[str, str], ...], str]
"""An element's name, its attributes sorted, its text."""


def app_properties_part(side: Side) -> str | None:
    """The package's extended properties; None where it has none."""
    stated = side.package.relationships("/").of_kind("extended-properties")
    return stated[0].part if stated else None


def check_app_properties(old: Side, new: Side) -> Verdict:
    """Takes the tool's titles out of both lists of worksheets, and compares the rest.

    Raises:
        WorkbookError: one of the parts can't be read.
    """
    name = app_properties_part(old)
    if name is None or name not in new.package:
        return Verdict((), ("hilang",))
    before, after = old.package.root(name), new.package.root(name)
    counts = [
        _take_titles(root, [sheet.name for sheet in side.tabs.values()]) for root, side in ((before, old), (after, new))
    ]
    wrong = document_difference(before, after)
    changed = f"daftar judul lembar: {counts[0]} menjadi {counts[1]}"
    return Verdict((changed,) if counts[0] != counts[1] else (), (wrong,) if wrong else ())


def calc_chain_part(side: Side) -> str | None:
    """The package's calcChain; None where it has none."""
    stated = side.package.relationships(side.workbook.part).of_kind("calcChain")
    return stated[0].part if stated else None


def calc_chain_went(old: Side, new: Side) -> bool:
    """Whether the part went with its last entry, as it may.

    Raises:
        WorkbookError: it can't be read.
    """
    name = calc_chain_part(old)
    return (
        name is not None and name not in new.package and all(word != "c" for word, *_ in _staff_entries(old, name, []))
    )


def check_calc_chain(old: Side, new: Side) -> Verdict:
    """Compares the entries of staff's sheets while both parts are streamed.

    Raises:
        WorkbookError: one of them can't be read.
    """
    name = calc_chain_part(old)
    if name is None or name not in new.package:
        return (
            Verdict(("dihapus: hanya memuat entri tab alat",))
            if calc_chain_went(old, new)
            else Verdict((), ("hilang",))
        )
    passed: list[str] = []
    for before, after in zip_longest(_staff_entries(old, name, passed), _staff_entries(new, name, [])):
        if before != after:
            return Verdict((), (f"urutan hitung berbeda: {_named(before)} menjadi {_named(after)}",))
    return Verdict((f"{len(passed)} entri tab alat dihapus",) if passed else ())


def _take_titles(root: xml.Element, names: Iterable[str]) -> int:
    """Takes titles out of the list of worksheets, and lowers its counts; returns how many worksheets it listed."""
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


def _staff_entries(side: Side, name: str, passed: list[str]) -> Iterator[_Content]:
    """The part's elements, each entry with its sheet's id; cells of the tool's entries go to `passed` instead."""
    own = {sheet.sheet_id for sheet in side.tabs.values()}
    sheet = "0"
    for event, element in side.package.events(name, ("{*}*",), starts=True):
        if event == "start":
            if element.getparent() is None:
                yield _content(element)
            continue
        if element.getparent() is None:
            continue
        if xml.local(element) == "c" and element.getparent().getparent() is None:
            sheet = element.get("i", sheet)  # left out where it is the one before
            element.set("i", sheet)
            if xml.integer(sheet) in own:
                passed.append(element.get("r", ""))
            else:
                yield _content(element)
        else:
            yield _content(element)
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def _content(element: xml.Element) -> _Content:
    return xml.local(element), tuple(sorted(element.attrib.items())), (element.text or "").strip()


def _named(content: _Content | None) -> str:
    return "(tidak ada)" if content is None else f"{content[0]} {dict(content[1]).get('r', '')}".strip()
