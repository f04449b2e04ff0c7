"""What may change in calcChain: entries of the tool's tabs go, and with the last entry the part."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from zi_excel.opc.comparison.result import Verdict
from zi_excel.opc.comparison.sides import Side
from zi_excel.opc.package import xml

_Said = tuple[str, tuple[tuple[str, str], ...], str]


def part(side: Side) -> str | None:
    """The package's calcChain; None where it has none."""
    stated = side.package.relationships(side.workbook.part).of_kind("calcChain")
    return stated[0].part if stated else None


def went(old: Side, new: Side) -> bool:
    """Whether the part went with its last entry, as it may.

    Raises:
        WorkbookError: it can't be read.
    """
    name = part(old)
    return name is not None and name not in new.package and all(word != "c" for word, *_ in _staffs(old, name, []))


def check(old: Side, new: Side) -> Verdict:
    """Compares the entries of staff's sheets while both parts stream by.

    Raises:
        WorkbookError: one of them can't be read.
    """
    name = part(old)
    if name is None or name not in new.package:
        return Verdict(("dihapus: hanya memuat entri tab alat",)) if went(old, new) else Verdict((), ("hilang",))
    passed: list[str] = []
    for before, after in zip_longest(_staffs(old, name, passed), _staffs(new, name, [])):
        if before != after:
            return Verdict((), (f"urutan hitung berbeda: {_named(before)} menjadi {_named(after)}",))
    return Verdict((f"{len(passed)} entri tab alat dihapus",) if passed else ())


def _staffs(side: Side, name: str, passed: list[str]) -> Iterator[_Said]:
    """What the part says of staff's sheets, each entry with its sheet; the tool's entries go to `passed`."""
    own = {sheet.sheet_id for sheet in side.tabs.values()}
    sheet = "0"
    for event, element in side.package.events(name, ("{*}*",), starts=True):
        if event == "start":
            if element.getparent() is None:
                yield _said(element)
            continue
        if element.getparent() is None:
            continue
        if xml.local(element) == "c" and element.getparent().getparent() is None:
            sheet = element.get("i", sheet)  # left out where it is the one before
            element.set("i", sheet)
            if xml.integer(sheet) in own:
                passed.append(element.get("r", ""))
            else:
                yield _said(element)
        else:
            yield _said(element)
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def _said(element: xml.Element) -> _Said:
    return xml.local(element), tuple(sorted(element.attrib.items())), (element.text or "").strip()


def _named(said: _Said | None) -> str:
    return "(tidak ada)" if said is None else f"{said[0]} {dict(said[1]).get('r', '')}".strip()
