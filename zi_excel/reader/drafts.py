"""The matrix's rows in their places, before they become the model."""

from __future__ import annotations

from dataclasses import dataclass, field

from zi_excel.reader.lines import Line


@dataclass(slots=True)
class DraftIndikator:
    """An indikator's rows: the first, and those that a page break split from it."""

    line: Line
    more: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class DraftSubkomponen:
    """A subkomponen. line: where its number and name stand, None where nothing names it; more: the rest of the name."""

    line: Line | None
    more: list[Line] = field(default_factory=list)
    indikator: list[DraftIndikator] = field(default_factory=list)


@dataclass(slots=True)
class DraftKomponen:
    """A komponen. line: None where the sheet names none."""

    line: Line | None
    more: list[Line] = field(default_factory=list)
    subkomponen: list[DraftSubkomponen] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    """The matrix's rows in their places.

    repeated: headers and titles again; stray: rows that are none of the matrix's kinds; tables: headers of others.
    """

    komponen: list[DraftKomponen] = field(default_factory=list)
    repeated: list[Line] = field(default_factory=list)
    stray: list[Line] = field(default_factory=list)
    tables: list[Line] = field(default_factory=list)
