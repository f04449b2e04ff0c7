"""What staff have done to a tab of the tool's since it was written, which the new tab will not have."""

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

    tab: its name. rows: the rows (from 1) that were typed or changed, as ranges, in their order.
    deleted: how many of the rows that the tool wrote are missing. comments: how many notes, comments and answers.
    objects: how many pictures, charts, shapes, controls and tables that the tool did not put there.
    """

    tab: str
    rows: tuple[range, ...] = ()
    deleted: int = 0
    comments: int = 0
    objects: int = 0

    @property
    def lost(self) -> bool:
        """Whether there is anything that the new tab won't have. Deleted rows come back."""
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

    Sorting, filtering, formats, widths, and other formulas in place of the tool's do not count as typed.

    Args:
        package: staff's package.
        sheet: the tab.
        strings: the package's shared strings.
        rows: the digests of its rows as they were written; None where they are not known, so that nothing is said of
            rows.
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
    result = Touched(sheet.name, typed, deleted, comments(package, sheet.part), more)
    return result if result.lost or result.deleted else None


def _rows(present: Iterable[tuple[int, str]], written: Iterable[str]) -> tuple[tuple[range, ...], int]:
    """The rows that are not as any was written, and how many written rows are missing beyond those replaced by them."""
    left = Counter(written)
    runs: list[range] = []
    for number, row in present:
        if left[row] > 0:
            left[row] -= 1
        elif runs and runs[-1].stop == number:
            runs[-1] = range(runs[-1].start, number + 1)
        else:
            runs.append(range(number, number + 1))
    return tuple(runs), max(0, left.total() - sum(map(len, runs)))


def _foreign(present: Iterable[Drawn], own: Sequence[str]) -> int:
    """How many drawn objects are not the tool's, which only draws charts."""
    present = list(present)
    charts = [digest(item.name) for item in present if item.is_chart]
    ours = (Counter(own) & Counter(charts)).total()
    if not ours:  # they were deleted, or saved by a program that renames them
        ours = min(len(own), len(charts))
    return len(present) - ours
