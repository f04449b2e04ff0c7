"""The matrix's rows in their places, before they become the model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zi_excel.reader.rows.lines import Line


class DraftIndikator:
    """An indikator's rows: the first, and those that a page break split from it."""

    __slots__ = ("line", "more")

    def __init__(self, line: Line) -> None:
        self.line = line
        self.more: list[Line] = []


class DraftSubkomponen:
    """A subkomponen. line: where its number and name stand, None where nothing names it; more: the rest of the name."""

    __slots__ = ("indikator", "line", "more")

    def __init__(self, line: Line | None) -> None:
        self.line = line
        self.more: list[Line] = []
        self.indikator: list[DraftIndikator] = []


class DraftKomponen:
    """A komponen. line: None where the sheet names none."""

    __slots__ = ("line", "more", "subkomponen")

    def __init__(self, line: Line | None) -> None:
        self.line = line
        self.more: list[Line] = []
        self.subkomponen: list[DraftSubkomponen] = []


class Outline:
    """The matrix's rows in their places.

    repeated: headers and titles again; stray: rows of none of the matrix's kinds; tables: the headers of other tables.
    """

    def __init__(self) -> None:
        self.komponen: list[DraftKomponen] = []
        self.repeated: list[Line] = []
        self.stray: list[Line] = []
        self.tables: list[Line] = []

    def indikator(self) -> Iterator[DraftIndikator]:
        """All indikator in the order of the sheet."""
        for komponen in self.komponen:
            for subkomponen in komponen.subkomponen:
                yield from subkomponen.indikator


def count_on(komponen: Sequence[DraftKomponen], dividers: Sequence[int]) -> None:
    """Lets the subkomponen below REFORM, which are counted anew, go on from those of PEMENUHAN in their komponen.

    dividers: the rows that say PEMENUHAN or REFORM.
    """
    for draft in komponen:
        above, last = 0, draft.line.row if draft.line else 0
        for at, sub in enumerate(draft.subkomponen):
            if sub.line is None:
                continue
            if any(last < row < sub.line.row for row in dividers):
                above = at
            last = sub.line.row
            if above and sub.line.number is not None:
                number = sub.line.number
                sub.line = sub.line._replace(number=number._replace(value=number.value + above))
