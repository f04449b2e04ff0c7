"""A cell of the matrix in the model: where it is, and what stands there."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple, Self

from zi_excel.plan.columns import column_letters


class Place(NamedTuple):
    """A cell: sheet name, row and column from 1.

    Column None: the workbook lacks that column. Row None: the sheet as a whole.
    """

    sheet: str
    row: int | None = None
    column: int | None = None

    @property
    def ref(self) -> str | None:
        """As Excel writes it (`F12`); None where there is no such cell."""
        return None if self.row is None or self.column is None else f"{column_letters(self.column)}{self.row}"


class Aside(NamedTuple):
    """What the cells of a column mostly have alike, and so share (see :class:`Datum`)."""

    sheet: str
    column: int | None = None
    number_format: str = "General"
    formula: str | None = None
    cached: bool = True
    error: str | None = None
    links: tuple[str, ...] = ()
    span: int = 1


class _Held(NamedTuple):
    row: int | None
    text: str
    value: str | float | bool | date | None
    aside: Aside


class Datum(_Held):
    """What stands in one cell of the matrix.

    A matrix has a dozen to a row: this one takes less than half the memory of a plain record with a Place in it.

    place: the cell.
    text: as a person sees it: no-break spaces made plain, ends trimmed, line breaks kept; "" where blank.
    value: the typed value: str, float, bool, date (never datetime), or None where blank; a formula's is its cached one.
    number_format: the cell's format code ("General", "0%", "mmm-yy").
    formula: the formula without "=", where there is one. `cached` False: it has no computed value.
    error: an error value such as "#REF!"; then value is None.
    links: hyperlink targets of the cell, in order: the cell's own, those of HYPERLINK(), those in its plain text.
    span: rows that its merged range covers (1 where not merged).
    """

    __slots__ = ()

    def __new__(
        cls,
        place: Place,
        text: str = "",
        value: str | float | bool | date | None = None,
        *,
        number_format: str = "General",
        formula: str | None = None,
        cached: bool = True,
        error: str | None = None,
        links: tuple[str, ...] = (),
        span: int = 1,
    ) -> Self:
        """A datum field by field."""
        aside = Aside(place.sheet, place.column, number_format, formula, cached, error, links, span)
        return cls.of(place.row, text, value, aside)

    @classmethod
    def of(cls, row: int | None, text: str, value: str | float | bool | date | None, aside: Aside) -> Self:
        """A datum that shares its aside with others."""
        return tuple.__new__(cls, (row, text, value, aside))

    def _replace(self, **changed: Any) -> Self:
        """Another datum with some fields changed, under the names that __new__ has."""
        if "place" in changed:
            changed |= changed.pop("place")._asdict()
        own = {name: changed.pop(name) for name in Aside._fields if name in changed}
        if own:
            changed["aside"] = self.aside._replace(**own)
        return super()._replace(**changed)

    def __reduce__(self) -> tuple[Any, ...]:  # for copy and pickle, which would call __new__ with the fields
        return type(self).of, tuple(self)

    def __bool__(self) -> bool:
        """Whether anything stands there."""
        return bool(self.text) or self.value is not None or self.aside.error is not None

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.aside.sheet, self.row, self.aside.column)

    @property
    def column(self) -> int | None:
        """The column of its cell; None where the workbook lacks it."""
        return self.aside.column

    @property
    def number_format(self) -> str:  # noqa: D102 -- these are described above
        return self.aside.number_format

    @property
    def formula(self) -> str | None:  # noqa: D102
        return self.aside.formula

    @property
    def cached(self) -> bool:  # noqa: D102
        return self.aside.cached

    @property
    def error(self) -> str | None:  # noqa: D102
        return self.aside.error

    @property
    def links(self) -> tuple[str, ...]:  # noqa: D102
        return self.aside.links

    @property
    def span(self) -> int:  # noqa: D102
        return self.aside.span
