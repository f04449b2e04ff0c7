"""What staff did to a tab of the tool's since it was written, and what the new tab will not have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.attached import Drawn, comments, drawn, undrawn
from zi_excel.opc.tabs.seal import digest, row_digests
from zi_excel.opc.workbook.cell_text import SharedStrings
from zi_excel.opc.workbook.workbook import Sheet


class Touched(NamedTuple):
    """What a tab had of staff's when it was replaced or removed.

    tab: its name. rows: the rows (from 1) that were typed in or changed, as ranges, in the order of the tab.
    deleted: how many rows that the tool wrote are gone. comments: notes, comments and their answers.
    objects: pictures, charts, shapes, controls, tables that the tool did not put there.
    """

    tab: str
    rows: tuple[range, ...] = ()
    deleted: int = 0
    comments: int = 0
    objects: int = 0

    @property
    def lost(self) -> bool:
        """Whether there is anything that the new tab won't have."""
        return bool(self.rows or self.comments or self.objects)


def touched(
    package: Package,
    sheet: Sheet,
    strings: SharedStrings,
    *,
    rows: Sequence[str] | None,
    objects: Sequence[str],
    date_1904: bool,
) -> Touched | None:
    """What staff did to a tab; None where they did nothing. Its rows are streamed: memory stays small.

    Sorting, filtering, formats, widths, and other formulas in place of the tool's are not seen as something typed.

    Args:
        package: staff's package.
        sheet: the tab.
        strings: the package's shared strings.
        rows: the digests of its rows when it was written; None where they are not known (any more): then nothing can
            be said of them.
        objects: the digests of the charts that the tool drew on it.
        date_1904: whether its days count from 1904.

    Raises:
        WorkbookError: the tab can't be read.
    """
    if sheet.part is None:
        return None
    typed: tuple[range, ...] = ()
    deleted = 0
    if rows is not None:
        typed, deleted = _rows(row_digests(package, sheet.part, strings, date_1904=date_1904), rows)
    embedded, others = undrawn(package, sheet.part)
    more = max(_foreign(drawn(package, sheet.part), objects), embedded) + others
    found = Touched(sheet.name, typed, deleted, comments(package, sheet.part), more)
    return found if found.lost or found.deleted else None


def _rows(present: Iterable[tuple[int, str]], written: Iterable[str]) -> tuple[tuple[range, ...], int]:
    """The rows that were not written so, and how many of the written ones are gone and not among these."""
    left = Counter(written)
    runs: list[range] = []
    for number, each in present:
        if left[each] > 0:
            left[each] -= 1
        elif runs and runs[-1].stop == number:
            runs[-1] = range(runs[-1].start, number + 1)
        else:
            runs.append(range(number, number + 1))
    return tuple(runs), max(0, left.total() - sum(map(len, runs)))


def _foreign(present: Iterable[Drawn], own: Sequence[str]) -> int:
    """How many drawn objects are not the tool's, which draws charts only."""
    present = list(present)
    charts = [digest(item.name) for item in present if item.is_chart]
    known = (Counter(own) & Counter(charts)).total()
    if not known:  # deleted; or saved by a program that gives them names of its own
        known = min(len(own), len(charts))
    return len(present) - known
