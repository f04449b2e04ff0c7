"""The comparison of two packages: how each part stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from zi_excel.errors import WorkbookError
from zi_excel.opc.comparison.differences import entry_difference, lie_the_same, moved
from zi_excel.opc.comparison.registry_check import check_content_types, check_relationships
from zi_excel.opc.comparison.result import ComparedPart, PackageComparison, PartStanding, Verdict
from zi_excel.opc.comparison.sheet_lists_check import (
    app_properties_part,
    calc_chain_part,
    check_app_properties,
    check_calc_chain,
)
from zi_excel.opc.comparison.sides import Side, sides
from zi_excel.opc.comparison.styles_check import check_styles, styles_part
from zi_excel.opc.comparison.workbook_check import check_workbook_part
from zi_excel.opc.package import content_types
from zi_excel.opc.package.archive import Entry
from zi_excel.opc.package.package import Package
from zi_excel.opc.package.relationships import relationships_part

_Check = Callable[[], Verdict]


def compare(old: Package, new: Package, *, prefix: str, sign: str, seal: str) -> PackageComparison:
    """Compares a workbook's package with what it was.

    Args:
        old: the package before.
        new: the package after.
        prefix: what the hidden names of the tool's tabs start with.
        sign: what a cell in their first rows starts with.
        seal: what the names of their seals start with.

    Raises:
        WorkbookError: one of them can't be read far enough to tell whose its parts are.
    """
    first, second = sides(old, new, prefix=prefix, sign=sign, seal=seal)
    comparison = _Comparison(first, second)
    parts = tuple(comparison.parts())
    return PackageComparison(parts, _saved_elsewhere(first, parts))


class _Comparison:
    """The two sides with their entries by part, in lower case; duplicates have several."""

    def __init__(self, old: Side, new: Side) -> None:
        self.old = old
        self.new = new
        self.before = _by_part(old.package)
        self.after = _by_part(new.package)
        self.checks = _closed_list(old, new)
        self.moved = self._moved()

    def parts(self) -> Iterator[ComparedPart]:
        """Each part with its standing; of entries for folders, those that differ."""
        for key in dict.fromkeys((*self.before, *self.after)):
            part = self._compared(key)
            if key in self.moved and part.standing is not PartStanding.OWN:
                details = (*part.details, "urutannya di dalam berkas berubah")
                part = ComparedPart(part.part, PartStanding.DIFFERS, details)
            if not key.endswith("/") or part.standing is PartStanding.DIFFERS:
                yield part

    def _compared(self, key: str) -> ComparedPart:
        before, after = self.before.get(key, []), self.after.get(key, [])
        name = (before or after)[-1].part
        if key in self.old.own or key in self.new.own:
            return self._own(key, name)
        check = self.checks.get(key)
        same = self._same(name, before, after) if len(before) == len(after) else None
        if same is not None and (same.as_it_lay or check is None):
            return same  # a part of the closed list that was written anew counts as registered, be its bytes the same
        if check is not None and (len(before) >= len(after) or not before):  # of duplicates only one may be left
            return _checked(name, check)
        return ComparedPart(name, PartStanding.DIFFERS, (self._difference(before, after),))

    def _own(self, key: str, name: str) -> ComparedPart:
        """A part that is the tool's on one side: on the other it must not be staff's."""
        tab = self.new.own.get(key) or self.old.own.get(key)
        if key in self.before and key not in self.old.own:
            return ComparedPart(name, PartStanding.DIFFERS, (f"milik Anda, tetapi kini dipakai tab alat '{tab}'",))
        if key in self.after and key not in self.new.own:
            return ComparedPart(name, PartStanding.DIFFERS, (f"dahulu milik tab alat '{tab}', kini bukan lagi",))
        if key not in self.after:
            what = "dihapus"
        elif key not in self.before:
            what = "ditambahkan"
        else:
            entries = self.before[key][-1], self.after[key][-1]
            same = entry_difference(self.old.package.archive, entries[0], self.new.package.archive, entries[1]) is None
            what = "tetap" if same else "diganti"
        return ComparedPart(name, PartStanding.OWN, (what,), tab)

    def _same(self, name: str, before: Sequence[Entry], after: Sequence[Entry]) -> ComparedPart | None:
        """The part's standing where all its entries have their old bytes; None where one has not."""
        old, new = self.old.package.archive, self.new.package.archive
        as_it_lay = True
        for mine, theirs in zip(before, after, strict=True):
            if mine.raw_name != theirs.raw_name:
                return None
            if not lie_the_same(old, mine, new, theirs):
                as_it_lay = False
                if entry_difference(old, mine, new, theirs) is not None:
                    return None
        return ComparedPart(name, PartStanding.SAME, as_it_lay=as_it_lay)

    def _difference(self, before: Sequence[Entry], after: Sequence[Entry]) -> str:
        """What happened to a part that should be the same."""
        if not after:
            return "hilang"
        if not before:
            return "ditambahkan, dan bukan milik tab alat"
        if len(before) != len(after):
            return f"tersimpan {len(after)} kali, dahulu {len(before)} kali"
        old, new = self.old.package.archive, self.new.package.archive
        for mine, theirs in zip(before, after, strict=True):
            if mine.raw_name != theirs.raw_name:
                return f"namanya ditulis lain: '{mine.info.filename}' menjadi '{theirs.info.filename}'"
            if (sentence := entry_difference(old, mine, new, theirs)) is not None:
                return sentence
        return "berbeda"

    def _moved(self) -> set[str]:
        """The parts that have moved among staff's parts. Each duplicate has a place of its own."""
        orders = [_order(side) for side in (self.old, self.new)]
        common = set(orders[0]) & set(orders[1])
        before, after = ([name for name in order if name in common] for order in orders)
        return {name.rpartition("\n")[0] for name in moved(before, after)}


def _closed_list(old: Side, new: Side) -> Mapping[str, _Check]:
    """The parts that may differ, each with the check of what differs inside it."""
    checks: dict[str, _Check] = {content_types.PART.lower(): partial(check_content_types, old, new)}
    if old.workbook.part.lower() == new.workbook.part.lower():
        checks[old.workbook.part.lower()] = partial(check_workbook_part, old, new)
        checks[relationships_part(old.workbook.part).lower()] = partial(check_relationships, old, new)
    for part, check in (
        (styles_part(old) or styles_part(new), check_styles),
        (app_properties_part(old), check_app_properties),
        (calc_chain_part(old), check_calc_chain),
    ):
        if part is not None:
            checks.setdefault(part.lower(), partial(check, old, new))
    return checks


def _checked(name: str, check: _Check) -> ComparedPart:
    try:
        verdict = check()
    except WorkbookError as failure:
        return ComparedPart(name, PartStanding.DIFFERS, (str(failure),))
    if verdict.wrong:
        return ComparedPart(name, PartStanding.DIFFERS, verdict.wrong)
    return ComparedPart(name, PartStanding.REGISTERED, verdict.changed or ("ditulis ulang, isinya sama",))


def _by_part(package: Package) -> dict[str, list[Entry]]:
    entries = defaultdict(list)
    for entry in package.archive.entries:
        entries[entry.part.lower()].append(entry)
    return dict(entries)


def _order(side: Side) -> list[str]:
    """Staff's entries in the archive's order; duplicates are numbered."""
    seen: dict[str, int] = defaultdict(int)
    order = []
    for entry in side.package.archive.entries:
        key = entry.part.lower()
        if key not in side.own:
            seen[key] += 1
            order.append(f"{key}\n{seen[key]}")
    return order


def _saved_elsewhere(old: Side, parts: Sequence[ComparedPart]) -> bool:
    """Whether core properties (who, when) or most parts differ, as after a save by any program."""
    core = {item.part for item in old.package.relationships("/").of_kind("core-properties")}
    staffs = [part for part in parts if part.standing is not PartStanding.OWN]
    differing = [part for part in staffs if part.standing is PartStanding.DIFFERS]
    return any(part.part in core for part in differing) or 2 * len(differing) > len(staffs)
