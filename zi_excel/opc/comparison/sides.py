"""The two packages of a comparison, each with what is known of it: whose parts they are, which sheets stand in both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from zi_excel.opc.package.package import Package
from zi_excel.opc.package.parts import exclusive, reachable
from zi_excel.opc.package.relationships import relationships_part
from zi_excel.opc.tabs.ownership import Owned, owned_tabs
from zi_excel.opc.workbook.workbook import Sheet, Workbook


class Side(NamedTuple):
    """One of the two packages.

    tabs: the tool's own, by the names that mark them. marks: those names and those of deleted tabs, in small letters.
    own: the tool's parts, in small letters, each with its tab's name. seal: what its seals' names start with.
    identities: by a sheet's position, what it is known by on both sides; None for a tab of the tool's that does not
    stand on the other side.
    """

    package: Package
    workbook: Workbook
    tabs: Mapping[str, Sheet]
    marks: frozenset[str]
    own: Mapping[str, str]
    seal: str
    identities: tuple[str | None, ...]

    @property
    def passing(self) -> tuple[Sheet, ...]:
        """The tool's tabs that stand on this side only."""
        sheets = zip(self.workbook.sheets, self.identities, strict=True)
        return tuple(sheet for sheet, identity in sheets if identity is None)

    def identity(self, position: int) -> str | None:
        """What the sheet at a position is known by; None for one that passes, and where there is none."""
        return self.identities[position] if 0 <= position < len(self.identities) else None


def sides(old: Package, new: Package, *, prefix: str, sign: str, seal: str) -> tuple[Side, Side]:
    """Reads what is known of two packages.

    Args:
        old: the package before.
        new: the package after.
        prefix: what the hidden names of the tool's tabs start with.
        sign: what a cell in their first rows starts with.
        seal: what the names of their seals start with.

    Raises:
        WorkbookError: one of them can't be read.
    """
    books = [(package, Workbook.of(package)) for package in (old, new)]
    owned = [owned_tabs(package, workbook, prefix=prefix, sign=sign, seal=None) for package, workbook in books]
    first, second = (
        Side(
            package=package,
            workbook=workbook,
            tabs=ours.tabs,
            marks=frozenset({*ours.tabs, *ours.stale}),
            own=_own_parts(package, ours.tabs.values()),
            seal=seal,
            identities=_identities(workbook, ours, theirs),
        )
        for (package, workbook), ours, theirs in zip(books, owned, reversed(owned), strict=True)
    )
    return first, second


def _own_parts(package: Package, tabs: Iterable[Sheet]) -> dict[str, str]:
    starts = {sheet.part: sheet.name for sheet in tabs if sheet.part}
    parts = exclusive(package, starts)
    owners: dict[str, str] = {}
    for start, name in starts.items():
        for part in reachable(package, [start]):
            for each in (part, package.find(relationships_part(part))):
                if each in parts:
                    owners.setdefault(each.lower(), name)
    return owners


def _identities(workbook: Workbook, ours: Owned, theirs: Owned) -> tuple[str | None, ...]:
    """A sheet is known by its sheetId and relationship: they stay when it is renamed or moved."""
    passing = {sheet for key, sheet in ours.tabs.items() if not _same(theirs.tabs.get(key), sheet)}
    seen: Counter[tuple[int, str]] = Counter()
    found: list[str | None] = []
    for sheet in workbook.sheets:
        seen[sheet.sheet_id, sheet.rid] += 1
        again = seen[sheet.sheet_id, sheet.rid]
        found.append(None if sheet in passing else f"{sheet.sheet_id}/{sheet.rid}/{again}")
    return tuple(found)


def _same(other: Sheet | None, sheet: Sheet) -> bool:
    return other is not None and (other.sheet_id, other.rid) == (sheet.sheet_id, sheet.rid)
