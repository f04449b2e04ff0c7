"""The defined names that are staff's: never changed, and what they read stays."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from zi_excel.opc.workbook.references import Wanted
from zi_excel.opc.workbook.workbook import Workbook

BUILTIN = "_xlnm."
"""Names such as Print_Titles and _FilterDatabase: of a tab that is the tool's own, they are its own."""


class StaffName(NamedTuple):
    """A name of staff's. sheet: whose own it is; None: the workbook's. attributes: all but its sheet's position."""

    name: str
    sheet: str | None
    text: str
    attributes: tuple[tuple[str, str], ...]


def staff_names(workbook: Workbook, *, marks: Collection[str], own: Collection[str]) -> Iterator[StaffName]:
    """Staff's names in the workbook part's order.

    Names that point at no sheet at all are passed over: they mean nothing.

    Args:
        workbook: the workbook part.
        marks: the names (in small letters) by which the tool's tabs are known, and those of their seals.
        own: the tool's tabs; built-in names of theirs (titles, filters) are the tool's, others are staff's.
    """
    for item in workbook.names:
        title = None
        if item.local_sheet is None:
            if item.name.lower() in marks:
                continue
        elif not 0 <= item.local_sheet < len(workbook.sheets):
            continue
        else:
            title = workbook.sheets[item.local_sheet].name
            if title in own and (item.name.startswith(BUILTIN) or item.name.lower() in marks):
                continue
        yield StaffName(item.name, title, item.text, item.attributes)


def read_by_names(names: Iterable[StaffName], wanted: Wanted) -> Mapping[str, str]:
    """The wanted sheets that names read, each with the first name that does."""
    found: dict[str, str] = {}
    for item in names:
        for sheet in wanted.read_by(item.text):
            found.setdefault(sheet, item.name)
    return found
