"""The two packages of a comparison: whose their parts are, and which of their sheets are the same."""

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

    tabs: the tool's own, by their marks. marks: those and the ones of deleted tabs, in lower case.
    own: the tool's parts, in lower case, each with its tab's name. seal: what the names of seals start with.
    identities: by position, what tells a sheet on both sides; None for a tab of the tool's that is only on this side.
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
        """The tool's tabs that are only on this side."""
        sheets = zip(self.workbook.sheets, self.identities, strict=True)
        return tuple(sheet for sheet, identity in sheets if identity is None)


def sides(old: Package, new: Package, *, prefix: str, sign: str, seal: str) -> tuple[Side, Side]:
    """Reads the workbook parts of two packages, and tells whose their sheets and parts are.

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
            for own in (part, package.find(relationships_part(part))):
                if own in parts:
                    owners.setdefault(own.lower(), name)
    return owners


def _identities(workbook: Workbook, ours: Owned, theirs: Owned) -> tuple[str | None, ...]:
    """What tells each sheet: its sheetId and relationship, which stay when it is renamed or moved."""
    passing = {sheet for key, sheet in ours.tabs.items() if not _same(theirs.tabs.get(key), sheet)}
    seen: Counter[tuple[int, str]] = Counter()
    identities: list[str | None] = []
    for sheet in workbook.sheets:
        seen[sheet.sheet_id, sheet.rid] += 1
        again = seen[sheet.sheet_id, sheet.rid]
        identities.append(None if sheet in passing else f"{sheet.sheet_id}/{sheet.rid}/{again}")
    return tuple(identities)


def _same(other: Sheet | None, sheet: Sheet) -> bool:
    return other is not None and (other.sheet_id, other.rid) == (sheet.sheet_id, sheet.rid)
