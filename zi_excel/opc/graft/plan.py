"""The plan of a graft: which tab goes where in staff's workbook and under which numbers, and which tabs go."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package
from zi_excel.opc.package.relationships import resolve
from zi_excel.opc.tabs.ownership import Owned
from zi_excel.opc.workbook import workbook_part
from zi_excel.opc.workbook.workbook import DefinedName, Sheet, Workbook

_NAMESPACES = (f"{{{xml.R}}}", f"{{{xml.R_STRICT}}}")


class Tab(NamedTuple):
    """A rendered tab. key: the hidden defined name that marks it; name: its sheet's name in the rendered package."""

    key: str
    name: str


class Placed(NamedTuple):
    """A tab and its place in staff's workbook.

    key: the defined name that marks it. name: its sheet's. source: its part in the rendered package.
    old: the tab that it replaces; None for a new one. sheet_id, rid: the sheet's id and its relationship's.
    position: among all sheets (from 0), once the graft is done. active: whether the workbook opens with it.
    names: the defined names that are its own, as rendered.
    """

    key: str
    name: str
    source: str
    old: Sheet | None
    sheet_id: int
    rid: str
    position: int
    active: bool
    names: tuple[DefinedName, ...]


class StylesPlace(NamedTuple):
    """Where staff's styles part stands, or is to be.

    untyped: whether no relationship leads to such a part yet, so that its content type has to be registered.
    rid: the relationship that has to be registered; None where there is one, be it to a part that is missing.
    """

    part: str
    untyped: bool
    rid: str | None


class Plan(NamedTuple):
    """What a graft is to do, and the two packages that it concerns.

    package, workbook: staff's. owned: the tool's tabs in it. rendered: the package of the new tabs.
    placed: the tabs that are there afterwards. gone: those that are removed. styles: staff's styles part.
    """

    package: Package
    workbook: Workbook
    owned: Owned
    rendered: Package
    placed: tuple[Placed, ...]
    gone: tuple[Sheet, ...]
    styles: StylesPlace

    @property
    def present(self) -> tuple[Sheet, ...]:
        """The tool's tabs as they stand in staff's package now."""
        return tuple(self.owned.tabs.values())

    @property
    def added(self) -> tuple[Placed, ...]:
        """The tabs that replace none."""
        return tuple(tab for tab in self.placed if tab.old is None)

    @property
    def staying(self) -> tuple[Sheet, ...]:
        """The sheets of staff's workbook that are not removed."""
        return tuple(sheet for sheet in self.workbook.sheets if sheet not in self.gone)

    @property
    def gone_positions(self) -> list[int]:
        """Where the removed tabs stand among all sheets (from 0)."""
        return [self.workbook.sheets.index(sheet) for sheet in self.gone]


def planned(package: Package, workbook: Workbook, owned: Owned, rendered: Package, tabs: Sequence[Tab]) -> Plan:
    """Gives each tab its place: that of the tab that it replaces, or one behind all sheets.

    Args:
        package: staff's package.
        workbook: its workbook part.
        owned: the tool's tabs in it; those that are not among `tabs` go.
        rendered: the package of the new tabs.
        tabs: the tabs, in the order in which new ones are added.

    Raises:
        WorkbookError: staff's workbook part can't be read.
        ValueError: the rendered package does not hold the tabs as it should.
    """
    keys = {tab.key.lower() for tab in tabs}
    rids = _free_rids(package, workbook)
    plan = Plan(
        package=package,
        workbook=workbook,
        owned=owned,
        rendered=rendered,
        placed=(),
        gone=tuple(sheet for key, sheet in owned.tabs.items() if key not in keys),
        styles=_styles_place(package, workbook, rids),
    )
    return plan._replace(placed=tuple(_placed(plan, tabs, rids)))


def _placed(plan: Plan, tabs: Sequence[Tab], rids: Iterator[str]) -> Iterator[Placed]:
    """Each tab with its place. plan: what is known before. rids: ids for the new sheets' relationships."""
    root = plan.package.root(plan.workbook.part)
    workbook_part.remove_sheets(root, plan.gone_positions)  # tells which numbers are free then, and which sheet opens
    sheet_ids, active = workbook_part.free_sheet_ids(root), workbook_part.active_tab(root)
    staying = plan.staying
    positions = count(len(staying))
    book = Workbook.of(plan.rendered)
    for tab in tabs:
        source, old = book.sheet(tab.name), plan.owned.tabs.get(tab.key.lower())
        if source is None or source.part is None or (old is not None and old.name != source.name):
            raise ValueError(f"the rendered package has no tab that is named as it must be: {tab.name!r}, {old}")
        position = next(positions) if old is None else staying.index(old)
        yield Placed(
            key=tab.key,
            name=source.name,
            source=source.part,
            old=old,
            sheet_id=next(sheet_ids) if old is None else old.sheet_id,
            rid=next(rids) if old is None else old.rid,
            position=position,
            active=old is not None and position == active,
            names=tuple(item for item in book.names if item.local_sheet == book.sheets.index(source)),
        )


def _styles_place(package: Package, workbook: Workbook, rids: Iterator[str]) -> StylesPlace:
    stated = next(iter(package.relationships(workbook.part).of_kind("styles")), None)
    if stated is not None and stated.part is not None:
        return StylesPlace(stated.part, untyped=False, rid=None)
    part = resolve(stated.target if stated else "styles.xml", workbook.part)
    return StylesPlace(package.find(part) or part, untyped=True, rid=None if stated else next(rids))


def _free_rids(package: Package, workbook: Workbook) -> Iterator[str]:
    """Ids for new relationships of the workbook part.

    Those that it uses without having such a relationship are not free: a new one must not give them a meaning.
    """
    used = {item.rid for item in package.relationships(workbook.part)}
    for element in package.root(workbook.part).iter():
        if isinstance(element.tag, str):
            used |= {value for key, value in element.attrib.items() if key.startswith(_NAMESPACES)}
    return (rid for rid in map("rId{}".format, count(1)) if rid not in used)
