"""Cell references as numbers: rows and columns from 1."""

from __future__ import annotations

import re
from typing import NamedTuple

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
_AREA = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?")


class Area(NamedTuple):
    """A range of cells, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


def column_number(letters: str) -> int | None:
    """`AB` -> 28; None where it names no column of a sheet."""
    if not (0 < len(letters) <= 3 and letters.isascii() and letters.isalpha()):
        return None
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number if number <= LAST_COLUMN else None


def read_area(reference: str) -> Area | None:
    """`B2:C5` as numbers, its corners put in order; None where it is no range of cells."""
    match = _AREA.fullmatch(reference)
    if match is None:
        return None
    left, right = column_number(match[1]), column_number(match[3] or match[1])
    if left is None or right is None:
        return None
    top, bottom = int(match[2]), int(match[4] or match[2])
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))
