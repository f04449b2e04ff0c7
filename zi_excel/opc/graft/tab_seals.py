"""The seals in a graft: what the present tabs are compared with, and what the new ones are given."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from zi_excel.opc.graft.new_parts import Placed
from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.seal import Seal, seal_names
from zi_excel.opc.tabs.touched import Touched, touched
from zi_excel.opc.workbook.cell_text import SharedStrings
from zi_excel.opc.workbook.workbook import Sheet, Workbook
from zi_excel.opc.workbook.workbook_part import LocalName


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
        changed: Collection[str],
        prefix: str,
    ) -> None:
        """Reads the rendered tabs that differ from the present ones; the others keep the seals that they have.

        Args:
            package: staff's package.
            workbook: its workbook part.
            rendered: the rendered package.
            present: the tool's tabs as they stand in staff's package.
            placed: the tabs that are put there.
            changed: staff's package's parts that are replaced or removed.
            prefix: what the names start with.
        """
        self._package = package
        self._workbook = workbook
        self._changed = changed
        names = {sheet: seal_names(workbook, sheet, prefix) for sheet in present}
        self._old = {sheet: Seal.read(names[sheet], prefix) for sheet in present}
        self._new: dict[Sheet | None, Seal] = {}
        self.names: list[LocalName] = []
        strings = SharedStrings.of(rendered)
        for tab in placed:
            seal = None if tab.old is None or tab.old.part in changed else self._old[tab.old]
            if seal is None:
                seal = Seal.of(rendered, tab.source, strings, date_1904=workbook.date_1904)
            self._new[tab.old] = seal
            self.names += [LocalName(tab.position, name, text, hidden=True) for name, text in seal.names(prefix)]
        old = {item.name.lower() for each in names.values() for item in each}
        self.own_names = frozenset(old | {item.name.lower() for item in self.names})

    def touched(self) -> tuple[Touched, ...]:
        """What staff did to the present tabs.

        Raises:
            WorkbookError: a tab can't be read.
        """
        strings = SharedStrings.of(self._package)
        found = (
            touched(
                self._package,
                sheet,
                strings,
                rows=seal.rows if seal is not None and sheet.part in self._changed else None,
                objects=(seal or self._new.get(sheet, Seal(()))).objects,
                date_1904=self._workbook.date_1904,
            )
            for sheet, seal in self._old.items()
        )
        return tuple(each for each in found if each is not None)
