"""A sheet as an office lays it out, before a producer writes it: cells, merges, hidden rows and columns."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from office_expectation import Expectation, Item


@dataclass
class Sheet:
    """One sheet. cells: by reference (`B7`), each a dict that JSON can hold.

    v: text, number or truth · date: ISO day · f: formula (v: its cached value, where the producer keeps one) ·
    e: error value · nf: number format · link: target · rich: [[text, bold], ...]
    """

    name: str
    cells: dict[str, dict[str, Any]] = field(default_factory=dict)
    merges: list[str] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[str] = field(default_factory=list)
    grouped_rows: list[int] = field(default_factory=list)
    widths: dict[str, float] = field(default_factory=dict)
    filter: str = ""
    state: str = "visible"

    def __setitem__(self, ref: str, value: object) -> None:
        self.cells[ref] = value if isinstance(value, dict) else typed(value)

    def row(self, number: int, values: dict[str, object] | list[object] | tuple[object, ...]) -> None:
        """Values of one row: by column letter, or from column A on; None leaves a cell out."""
        if not isinstance(values, dict):
            values = {letter(at): value for at, value in enumerate(values, 1)}
        for column, value in values.items():
            if value is not None:
                self[f"{column}{number}"] = value

    def drop(self, *refs: str) -> None:
        """Takes cells out (`G7`, `G7:G9`)."""
        for ref in refs:
            for each in cells_of(ref):
                self.cells.pop(each, None)

    def merge(self, *areas: str) -> None:
        """Merges areas; only the first cell of each keeps its value."""
        for area in areas:
            self.merges.append(area)
            self.drop(*list(cells_of(area))[1:])

    def plan(self, expected: Expectation, columns: dict[str, str]) -> None:
        """Writes every item of the expected matrix at its row. columns: the letter of each column."""
        for item in expected.items:
            self.item(item, columns)

    def item(self, item: Item, columns: dict[str, str]) -> None:
        for name, text in item.cells.items():
            key = "komponen" if name == "nama" else name
            if key == "komponen" and item.kode.count(".") == 1 and "subkomponen" in columns:
                key = "subkomponen"
            if key in columns and text:
                number_column = key in ("no", "realisasi")
                self[f"{columns[key]}{item.row}"] = typed(text) if number_column else {"v": text}


def columns(names: str, letters: str) -> dict[str, str]:
    """The letter of each column: `columns("no komponen", "AB")`."""
    return dict(zip(names.split(), letters, strict=True))


def typed(value: object) -> dict[str, Any]:
    """`75%` as Excel keeps it when typed, digits as a number, all else as it is."""
    if isinstance(value, str):
        if re.fullmatch(r"\d{1,3}%", value):
            return {"v": int(value[:-1]) / 100, "nf": "0%"}
        if re.fullmatch(r"\d{1,3}", value):
            return {"v": int(value)}
    return {"v": value}


def text(value: str) -> dict[str, Any]:
    """A text even where it looks like a number."""
    return {"v": value}


def day(iso: str, form: str) -> dict[str, Any]:
    """A date with a number format."""
    return {"date": iso, "nf": form}


def letter(column: int) -> str:
    """1 -> A."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def number(letters: str) -> int:
    """A -> 1."""
    value = 0
    for each in letters:
        value = value * 26 + ord(each) - 64
    return value


def split(ref: str) -> tuple[int, int]:
    """`B7` -> (7, 2)."""
    found = re.fullmatch(r"([A-Z]+)(\d+)", ref)
    if found is None:
        raise ValueError(ref)
    return int(found[2]), number(found[1])


def cells_of(area: str) -> list[str]:
    """`A1:B2` -> A1, B1, A2, B2."""
    first, _, last = area.partition(":")
    (top, left), (bottom, right) = split(first), split(last or first)
    return [f"{letter(column)}{row}" for row in range(top, bottom + 1) for column in range(left, right + 1)]
