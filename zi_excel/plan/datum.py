"""A cell of the matrix: where it is, and what is there."""

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
    """What most cells of a column have in common, and therefore share (see :class:`Datum`)."""

    sheet: str
    column: int | None = None
    number_format: str = "General"
    formula: str | None = None
    cached: bool = True
    error: str | None = None
    links: tuple[str, ...] = ()
    span: int = 1
    struck: str = ""
    picture: bool = False


class Datum(NamedTuple):
    """What is in one cell of the matrix.

    A matrix has a dozen of them to a row. What most of them have in common lies in an aside that they share, which
    halves the memory.

    row: the cell's row; None: there is no such row.
    text: as a person sees it: no-break spaces made plain, ends trimmed, line breaks kept; "" where blank.
    value: the typed value: str, float, bool, date (never datetime), or None where blank; a formula's is its cached one.
    """

    row: int | None
    text: str
    value: str | float | bool | date | None
    aside: Aside

    @classmethod
    def at(cls, place: Place, text: str = "", value: str | float | bool | date | None = None, **aside: Any) -> Self:
        """One with an aside of its own, whose other fields are given by name."""
        return cls(place.row, text, value, Aside(place.sheet, place.column, **aside))

    def with_aside(self, **changed: Any) -> Self:
        """The same with some fields of its aside changed."""
        return type(self)(self.row, self.text, self.value, self.aside._replace(**changed))

    def __bool__(self) -> bool:
        """Whether anything is there."""
        return bool(self.text) or self.value is not None or self.aside.error is not None

    @property
    def place(self) -> Place:
        """Where it is."""
        return Place(self.aside.sheet, self.row, self.aside.column)

    @property
    def column(self) -> int | None:
        """Its column; None: the workbook lacks it."""
        return self.aside.column

    @property
    def number_format(self) -> str:
        """The cell's format code ("General", "0%", "mmm-yy")."""
        return self.aside.number_format

    @property
    def formula(self) -> str | None:
        """The formula without "=", where there is one."""
        return self.aside.formula

    @property
    def cached(self) -> bool:
        """False: it is a formula without a computed value."""
        return self.aside.cached

    @property
    def error(self) -> str | None:
        """An error value such as "#REF!"; then value is None."""
        return self.aside.error

    @property
    def links(self) -> tuple[str, ...]:
        """Hyperlink targets of the cell, in order: its own, those of HYPERLINK(), those in its plain text."""
        return self.aside.links

    @property
    def span(self) -> int:
        """Rows that its merged range covers (1 where not merged)."""
        return self.aside.span

    @property
    def struck(self) -> str:
        """What is struck out of it: it counts nowhere."""
        return self.aside.struck

    @property
    def picture(self) -> bool:
        """Whether it shows a picture; then its text is only a word for that."""
        return self.aside.picture
