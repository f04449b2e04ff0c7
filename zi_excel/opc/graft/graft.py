"""The graft: rendered tabs are put into staff's package, and no other part of it changes by a byte.

What may differ afterwards is a closed list: [Content_Types].xml, the workbook part and its relationships, the styles
part (only appended to), docProps/app.xml, calcChain where a replaced tab stood in it, and the tabs' own parts.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from pathlib import Path

from zi_excel.opc.graft.change import Change
from zi_excel.opc.graft.graft_refusals import (
    refuse_clashes,
    refuse_disagreements,
    refuse_full,
    refuse_last_visible,
    refuse_locked,
    refuse_missed,
    refuse_shared_parts,
    refuse_unwritable,
)
from zi_excel.opc.graft.new_parts import Placed, Tab, TabParts
from zi_excel.opc.graft.registry import Registry
from zi_excel.opc.graft.tab_seals import TabSeals
from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package
from zi_excel.opc.package.parts import exclusive
from zi_excel.opc.styles.fonts import theme_fonts
from zi_excel.opc.styles.format_numbers import StyleUse
from zi_excel.opc.styles.styles import CONTENT_TYPE as STYLES_TYPE
from zi_excel.opc.styles.styles import MergedStyles, merge_styles
from zi_excel.opc.tabs.ownership import Owned, owned_tabs, whole_sheet_reference
from zi_excel.opc.workbook import workbook_part
from zi_excel.opc.workbook.references import Wanted, read_by_names, survey
from zi_excel.opc.workbook.sheet_lists import relisted, without_sheets
from zi_excel.opc.workbook.workbook import Workbook, staff_names
from zi_excel.opc.workbook.workbook_part import LocalName, NewSheet


def graft(
    package: Package,
    rendered: bytes,
    tabs: Sequence[Tab],
    *,
    prefix: str,
    sign: str,
    seal: str,
    owned: Owned | None = None,
) -> Change:
    """Puts rendered tabs into staff's package, in place of those that stand there; nothing is written yet.

    A replaced tab keeps its place, name, visibility, colour, sheetId, relationship, part name and codeName. New tabs
    come last. Tabs of the tool's that are not among `tabs` any more are removed.

    Args:
        package: staff's package.
        rendered: XlsxWriter's workbook of the tabs, each under the name that it has in staff's package, if it is there.
        tabs: the tabs, in the order in which new ones are added.
        prefix: what the hidden names of the tool's tabs start with.
        sign: what a cell in their first rows starts with.
        seal: what the names start with that keep what stood in them.
        owned: what `owned_tabs` says of them in this package; None: it is asked here.

    Raises:
        WorkbookError: it can't be done without harm: signed, shared, damaged, a sheet of staff's has a tab's name, ...
        ValueError: `rendered` does not hold the tabs as it should.
    """
    workbook = Workbook.of(package)
    refuse_unwritable(package, workbook)
    owned = owned or owned_tabs(package, workbook, prefix=prefix, sign=sign, seal=seal)
    refuse_disagreements(owned)
    refuse_shared_parts(package, workbook, tuple(owned.tabs.values()))
    new = [tab.name for tab in tabs if tab.key.lower() not in owned.tabs]
    refuse_clashes(package, workbook, tuple(owned.tabs.values()), new, sign)
    with Package(io.BytesIO(rendered), Path("rendered.xlsx")) as ours:
        work = _Graft(package, workbook, owned, ours, tabs, seal=seal)
        if new or work.gone:
            refuse_locked(package, workbook)
            refuse_last_visible(package, (each for each in workbook.sheets if each not in work.gone), bool(new))
        return work.change()


class _Graft:
    """One graft while it is put together: what every step knows of both packages."""

    def __init__(
        self, package: Package, workbook: Workbook, owned: Owned, ours: Package, tabs: Sequence[Tab], *, seal: str
    ) -> None:
        self.package = package
        self.workbook = workbook
        self.owned = owned
        self.ours = ours
        keys = {tab.key.lower() for tab in tabs}
        self.gone = [sheet for key, sheet in owned.tabs.items() if key not in keys]
        self.registry = Registry(package, workbook)
        self.root = package.root(workbook.part)
        workbook_part.remove_sheets(self.root, [workbook.sheets.index(sheet) for sheet in self.gone])
        for sheet in self.gone:
            self.registry.unrelate(sheet.rid)
        self.seal = seal
        self.placed = self._placed(tabs)

    def change(self) -> Change:
        """The whole change; empty where every part would be the same."""
        styles_part, styles = self._styles()
        old_parts = exclusive(self.package, [sheet.part for sheet in self.owned.tabs.values() if sheet.part])
        tabs = TabParts(self.package, self.ours, self.placed, styles, old_parts)
        new = tabs.to_bytes(strict=self.workbook.strict, date_1904=self.workbook.date_1904)
        named = {name.lower(): data for name, data in new.items()}  # others may have saved our parts in other capitals
        removed = {name for name in old_parts if name.lower() not in named}
        self.seals = TabSeals(
            self.package,
            self.workbook,
            self.ours,
            present=tuple(self.owned.tabs.values()),
            placed=self.placed,
            changed={each for each in old_parts if not self.package.holds(each, named.get(each.lower(), b""))},
            prefix=self.seal,
        )
        new[styles_part] = styles.data
        new |= self._calc_chain(removed)
        new |= self._app_properties()
        self._edit_workbook(tabs)
        new[self.workbook.part] = self._workbook_bytes()
        self.registry.drop_types(removed)
        for part, kind in tabs.content_types():
            self.registry.set_type(part, kind)
        new |= self.registry.parts()
        change = self._difference(new, removed)
        return change if change.empty else self._surveyed(change, old_parts)

    def _placed(self, tabs: Sequence[Tab]) -> list[Placed]:
        rendered = Workbook.of(self.ours)
        staying = [sheet for sheet in self.workbook.sheets if sheet not in self.gone]
        next_position = len(staying)
        sheet_ids = workbook_part.free_sheet_ids(self.root)
        refuse_full(self.package, self.workbook, len(tabs))
        active = workbook_part.active_tab(self.root)
        placed = []
        for tab in tabs:
            source = rendered.sheet(tab.name)
            old = self.owned.tabs.get(tab.key.lower())
            if source is None or source.part is None or (old is not None and old.name != source.name):
                raise ValueError(f"the rendered package has no tab that is named as it must be: {tab.name!r}, {old}")
            position = next_position if old is None else staying.index(old)
            placed.append(
                Placed(
                    tab=tab.key,
                    name=source.name,
                    source=source.part,
                    old=old,
                    sheet_id=next(sheet_ids) if old is None else old.sheet_id,
                    position=position,
                    active=old is not None and position == active,
                    names=tuple(item for item in rendered.names if item.local_sheet == rendered.sheets.index(source)),
                )
            )
            next_position += old is None
        return placed

    def _edit_workbook(self, tabs: TabParts) -> None:
        new = [tab for tab in self.placed if tab.old is None]
        sheets = [
            NewSheet(tab.name, tab.sheet_id, self.registry.relate("worksheet", tabs.names[tab.source])) for tab in new
        ]
        workbook_part.add_sheets(self.root, sheets)
        names = [
            LocalName(tab.position, each.name, each.text, each.hidden) for tab in self.placed for each in tab.names
        ]
        workbook_part.set_names(
            self.root,
            marks={tab.tab: whole_sheet_reference(tab.name) for tab in self.placed},
            stale={key for key, sheet in self.owned.tabs.items() if sheet in self.gone} | self.owned.stale,
            names=names + self.seals.names,
            own={tab.position for tab in self.placed},
            own_names=self.seals.own_names,
        )

    def _workbook_bytes(self) -> bytes:
        return xml.unless_same(self.root, self.package.read(self.workbook.part))

    def _styles(self) -> tuple[str, MergedStyles]:
        part, use = self.registry.part_of_kind("styles", STYLES_TYPE), partial(StyleUse.of, self.package)
        staff = self.package.read(part) if part in self.package else None
        rendered = self.ours.read(self.ours.relationships(self.ours.workbook_part).of_kind("styles")[0].part or "")
        return part, merge_styles(staff, rendered, self.package.label(part), use, theme=theme_fonts(self.package))

    def _calc_chain(self, removed: set[str]) -> dict[str, bytes]:
        ids = {sheet.sheet_id for sheet in self.owned.tabs.values()}
        stated = self.registry.of_kind("calcChain")
        if not ids or stated is None or stated.part is None:
            return {}
        chain = without_sheets(self.package.read(stated.part), ids, self.package.label(stated.part))
        if chain is not None:
            return {stated.part: chain}
        removed.add(stated.part)
        self.registry.unrelate(stated.rid)
        return {}

    def _app_properties(self) -> dict[str, bytes]:
        before = [sheet for sheet in self.workbook.sheets if sheet.kind == "worksheet"]
        after = [sheet.name for sheet in before if sheet not in self.gone]
        after += [tab.name for tab in self.placed if tab.old is None]
        return relisted(self.package, [sheet.name for sheet in before], after)

    def _difference(self, new: Mapping[str, bytes], removed: Collection[str]) -> Change:
        replaced, added = {}, {}
        for name, data in new.items():
            if (found := self.package.find(name)) is None:
                added[name] = data
            elif not self.package.holds(found, data):
                replaced[found] = data
        return Change(
            package=self.package,
            replaced=replaced,
            added=added,
            removed=frozenset(removed),
            tabs_added=tuple(tab.name for tab in self.placed if tab.old is None),
            tabs_replaced=tuple(tab.name for tab in self.placed if tab.old is not None),
            tabs_removed=tuple(sheet.name for sheet in self.gone),
            marks=self._marks(),
        )

    def _marks(self) -> frozenset[str]:
        """The names by which tabs are known, and those of their seals, now or afterwards."""
        marks = {*self.owned.tabs, *self.owned.stale, *(tab.tab.lower() for tab in self.placed)}
        return frozenset(marks | self.seals.own_names)

    def _surveyed(self, change: Change, old_parts: Collection[str]) -> Change:
        """The change, once all of staff's parts are known to be whole and to do without the tabs that go."""
        change = change._replace(touched=self.seals.touched())
        own = [sheet.name for sheet in self.owned.tabs.values()]
        new = [tab.name for tab in self.placed if tab.old is None]  # what was deleted may still be asked for
        wanted = Wanted([*own, *new], [*(sheet.name for sheet in self.workbook.sheets), *new])
        readers = survey(self.package, [*own, *new], wanted, own={self.workbook.part, *old_parts})
        gone = {sheet.name for sheet in self.gone}
        theirs = staff_names(self.workbook, marks=self._marks(), own=own)
        names = read_by_names((item for item in theirs if item.sheet not in gone), wanted)
        refuse_missed(self.gone, {**readers.links, **readers.reads}, names)
        if not readers.reads and not names:
            return change
        workbook_part.recalculate_on_load(self.root)
        data = self._workbook_bytes()
        same = self.package.holds(self.workbook.part, data)
        return change if same else change._replace(replaced={**change.replaced, self.workbook.part: data})
