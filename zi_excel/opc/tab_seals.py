"""The seals in a graft: what the present tabs are compared with, and what the new ones are given."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from zi_excel.opc.package import Package
from zi_excel.opc.seal import Seal, seal_names
from zi_excel.opc.shared_strings import SharedStrings
from zi_excel.opc.tab_parts import Placed
from zi_excel.opc.touched import Touched, touched
from zi_excel.opc.workbook import Sheet, Workbook
from zi_excel.opc.workbook_part import LocalName


class TabSeals:
    """The seals of the tabs. names: those that keep the new ones; own_names: all such names, in small letters."""

    def __init__(
        self,
        package: Package,
        workbook: Workbook,
        rendered: Package,
        *,
        present: Sequence[Sheet],
        placed: Sequence[Placed],
        prefix: str,
    ) -> None:
        """Reads the rendered tabs.

        Args:
            package: staff's package.
            workbook: its workbook part.
            rendered: the rendered package.
            present: the tool's tabs as they stand in staff's package.
            placed: the tabs that are put there.
            prefix: what the names start with.
        """
        self._package = package
        self._workbook = workbook
        self._present = present
        strings = SharedStrings.of(rendered)
        seals = [Seal.of(rendered, tab.source, strings, date_1904=workbook.date_1904) for tab in placed]
        self._drawn = {tab.old: seal.objects for tab, seal in zip(placed, seals, strict=True)}
        self._old = {sheet: seal_names(workbook, sheet, prefix) for sheet in present}
        self._prefix = prefix
        self.names = [
            LocalName(tab.position, name, text, hidden=True)
            for tab, seal in zip(placed, seals, strict=True)
            for name, text in seal.names(prefix)
        ]
        old = {item.name.lower() for names in self._old.values() for item in names}
        self.own_names = frozenset(old | {item.name.lower() for item in self.names})

    def touched(self, changed: Collection[str]) -> tuple[Touched, ...]:
        """What staff did to the present tabs. changed: parts that are replaced or removed; others' rows are not read.

        Raises:
            WorkbookError: a tab can't be read.
        """
        strings = SharedStrings.of(self._package)
        found = []
        for sheet in self._present:
            seal = Seal.read(self._old[sheet], self._prefix)
            each = touched(
                self._package,
                sheet,
                strings,
                rows=seal.rows if seal is not None and sheet.part in changed else None,
                objects=self._drawn.get(sheet, ()) if seal is None else seal.objects,
                date_1904=self._workbook.date_1904,
            )
            if each is not None:
                found.append(each)
        return tuple(found)
