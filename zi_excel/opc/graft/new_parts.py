"""The parts of rendered tabs: their names in staff's package, and their bytes there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from zi_excel.opc.graft.chart_part import explicit
from zi_excel.opc.graft.sheet_part import SheetProperties, graft_sheet, shared_strings
from zi_excel.opc.package.package import Package
from zi_excel.opc.package.parts import (
    free_name,
    promised,
    reachable,
    relationships_bytes,
    strict_part,
    strict_type,
)
from zi_excel.opc.package.relationships import relationships_part
from zi_excel.opc.styles.styles import MergedStyles
from zi_excel.opc.workbook.workbook import DefinedName, Sheet

_RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


class Tab(NamedTuple):
    """A rendered tab. key: the hidden defined name that marks it; name: its sheet's name in the rendered package."""

    key: str
    name: str


class Placed(NamedTuple):
    """A tab and its place in staff's workbook.

    tab: the defined name that marks it. name: its sheet's. source: its part in the rendered package.
    old: the tab that it replaces. position: among all sheets (from 0), when all is done.
    active: whether the workbook opens with it. names: the defined names that are its own, as rendered.
    """

    tab: str
    name: str
    source: str
    old: Sheet | None
    sheet_id: int
    position: int
    active: bool
    names: tuple[DefinedName, ...]


class TabParts:
    """The parts of all tabs. names: name in the rendered package -> name in staff's."""

    def __init__(
        self,
        package: Package,
        rendered: Package,
        placed: Sequence[Placed],
        styles: MergedStyles,
        old_parts: Collection[str],
    ) -> None:
        """Names the parts.

        Args:
            package: staff's package.
            rendered: the rendered one.
            placed: the tabs.
            styles: the merge of the styles.
            old_parts: parts of staff's package whose names are free: those of the tabs that go.
        """
        self._package = package
        self._rendered = rendered
        self._placed = placed
        self._styles = styles
        self.names: dict[str, str] = {tab.source: tab.old.part for tab in placed if tab.old and tab.old.part}
        taken = {name.lower() for name in package.names if name not in old_parts} | {
            name.lower() for name in self.names.values()
        }
        taken |= promised(package, old_parts)
        for part in reachable(rendered, [tab.source for tab in placed]):
            if part not in self.names:
                self.names[part] = free_name(part, taken)
                taken.add(self.names[part].lower())

    def to_bytes(self, *, strict: bool, date_1904: bool) -> dict[str, bytes]:
        """Name in staff's package -> bytes, relationships included.

        Args:
            strict: whether staff's package is a Strict one.
            date_1904: whether its days count from 1904, as those of the rendered one do then.
        """
        strings = shared_strings(self._rendered)
        tabs = {tab.source: tab for tab in self._placed}
        parts = {}
        for source, name in self.names.items():
            data = self._rendered.read(source)
            if (tab := tabs.get(source)) is not None:
                kept = SheetProperties.of(self._package, tab.old.part) if tab.old and tab.old.part else None
                data = graft_sheet(data, strings, self._styles, kept=kept, active=tab.active)
            if (self._rendered.content_type(source) or "").endswith("chart+xml"):
                data = explicit(data, source, date_1904=date_1904)
            if strict and (self._rendered.content_type(source) or "").endswith("xml"):
                data = strict_part(data)
            parts[name] = data
            relationships = relationships_bytes(self._rendered, source, self.names, strict_type if strict else str)
            if relationships is not None:
                parts[relationships_part(name)] = relationships
        return parts

    def content_types(self) -> Iterator[tuple[str, str]]:
        """(name in staff's package, content type) of each."""
        for source, name in self.names.items():
            if (kind := self._rendered.content_type(source)) is not None:
                yield name, kind
            if self._rendered.relationships(source).items:
                yield relationships_part(name), _RELATIONSHIPS_TYPE  # a package without any may not name their type
