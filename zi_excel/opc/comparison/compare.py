"""The comparison itself: every part of two packages gets its standing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from zi_excel.errors import WorkbookError
from zi_excel.opc.comparison.differences import entry_difference, lie_the_same, moved
from zi_excel.opc.comparison.registry_check import check_content_types, check_relationships
from zi_excel.opc.comparison.result import ComparedPart, PackageComparison, Standing, Verdict
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
        WorkbookError: one of them can't be read so far that it is known whose its parts are.
    """
    first, second = sides(old, new, prefix=prefix, sign=sign, seal=seal)
    comparison = _Comparison(first, second)
    parts = tuple(comparison.parts())
    return PackageComparison(parts, _saved_elsewhere(first, parts))


class _Comparison:
    """The two sides with their entries by part, in small letters: of duplicates there are several."""

    def __init__(self, old: Side, new: Side) -> None:
        self.old = old
        self.new = new
        self.before = _by_part(old.package)
        self.after = _by_part(new.package)
        self.checks = _closed_list(old, new)
        self.moved = self._moved()

    def parts(self) -> Iterator[ComparedPart]:
        """Each part with its standing; of folders' entries those that differ."""
        for key in dict.fromkeys((*self.before, *self.after)):
            found = self._compared(key)
            if key in self.moved and found.standing is not Standing.OWN:
                details = (*found.details, "urutannya di dalam berkas berubah")
                found = ComparedPart(found.part, Standing.DIFFERS, details)
            if not key.endswith("/") or found.standing is Standing.DIFFERS:
                yield found

    def _compared(self, key: str) -> ComparedPart:
        before, after = self.before.get(key, []), self.after.get(key, [])
        name = (before or after)[-1].part
        if key in self.old.own or key in self.new.own:
            return self._own(key, name)
        check = self.checks.get(key)
        same = self._same(name, before, after) if len(before) == len(after) else None
        if same is not None and (same.as_it_lay or check is None):
            return same  # a part that is registered in may come to its old bytes again, but it was written
        if check is not None and (len(before) >= len(after) or not before):  # of duplicates one may be left
            return _checked(name, check)
        return ComparedPart(name, Standing.DIFFERS, (self._difference(before, after),))

    def _own(self, key: str, name: str) -> ComparedPart:
        """A part that was or is the tool's: it must not have been, or be, staff's."""
        tab = self.new.own.get(key) or self.old.own.get(key)
        if key in self.before and key not in self.old.own:
            return ComparedPart(name, Standing.DIFFERS, (f"milik Anda, tetapi kini dipakai tab alat '{tab}'",))
        if key in self.after and key not in self.new.own:
            return ComparedPart(name, Standing.DIFFERS, (f"dahulu milik tab alat '{tab}', kini bukan lagi",))
        if key not in self.after:
            what = "dihapus"
        elif key not in self.before:
            what = "ditambahkan"
        else:
            entries = self.before[key][-1], self.after[key][-1]
            same = entry_difference(self.old.package.archive, entries[0], self.new.package.archive, entries[1]) is None
            what = "tetap" if same else "diganti"
        return ComparedPart(name, Standing.OWN, (what,), tab)

    def _same(self, name: str, before: Sequence[Entry], after: Sequence[Entry]) -> ComparedPart | None:
        """The part's standing where all its entries have the bytes that they had; None where they have not."""
        old, new = self.old.package.archive, self.new.package.archive
        as_it_lay = True
        for mine, theirs in zip(before, after, strict=True):
            if mine.raw_name != theirs.raw_name:
                return None
            if not lie_the_same(old, mine, new, theirs):
                as_it_lay = False
                if entry_difference(old, mine, new, theirs) is not None:
                    return None
        return ComparedPart(name, Standing.SAME, as_it_lay=as_it_lay)

    def _difference(self, before: Sequence[Entry], after: Sequence[Entry]) -> str:
        """What became of a part that should be the same."""
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
            if (found := entry_difference(old, mine, new, theirs)) is not None:
                return found
        return "berbeda"

    def _moved(self) -> set[str]:
        """The parts that stand elsewhere among staff's parts. Of duplicates, each has its place."""
        orders = [_order(side) for side in (self.old, self.new)]
        common = set(orders[0]) & set(orders[1])
        before, after = ([each for each in order if each in common] for order in orders)
        return {name.rpartition("\n")[0] for name in moved(before, after)}


def _closed_list(old: Side, new: Side) -> Mapping[str, _Check]:
    """The parts that may differ, each with the look inside that says whether it differs as it may."""
    found: dict[str, _Check] = {content_types.PART.lower(): partial(check_content_types, old, new)}
    if old.workbook.part.lower() == new.workbook.part.lower():
        found[old.workbook.part.lower()] = partial(check_workbook_part, old, new)
        found[relationships_part(old.workbook.part).lower()] = partial(check_relationships, old, new)
    for part, check in (
        (styles_part(old) or styles_part(new), check_styles),
        (app_properties_part(old), check_app_properties),
        (calc_chain_part(old), check_calc_chain),
    ):
        if part is not None:
            found.setdefault(part.lower(), partial(check, old, new))
    return found


def _checked(name: str, check: _Check) -> ComparedPart:
    try:
        verdict = check()
    except WorkbookError as failure:
        return ComparedPart(name, Standing.DIFFERS, (str(failure),))
    if verdict.wrong:
        return ComparedPart(name, Standing.DIFFERS, verdict.wrong)
    return ComparedPart(name, Standing.REGISTERED, verdict.changed or ("ditulis ulang, isinya sama",))


def _by_part(package: Package) -> dict[str, list[Entry]]:
    found = defaultdict(list)
    for entry in package.archive.entries:
        found[entry.part.lower()].append(entry)
    return dict(found)


def _order(side: Side) -> list[str]:
    """Staff's entries in the archive's order, the n-th of duplicates as the n-th."""
    seen: dict[str, int] = defaultdict(int)
    order = []
    for entry in side.package.archive.entries:
        key = entry.part.lower()
        if key not in side.own:
            seen[key] += 1
            order.append(f"{key}\n{seen[key]}")
    return order


def _saved_elsewhere(old: Side, parts: Sequence[ComparedPart]) -> bool:
    """Whether core properties (who, when) or most parts are written anew, as any program does that saves a workbook."""
    core = {item.part for item in old.package.relationships("/").of_kind("core-properties")}
    staffs = [part for part in parts if part.standing is not Standing.OWN]
    differing = [part for part in staffs if part.standing is Standing.DIFFERS]
    return any(part.part in core for part in differing) or 2 * len(differing) > len(staffs)
