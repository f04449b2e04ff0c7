"""Numbers of komponen and subkomponen, letters of indikator: how they are written, and the kode that they give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from zi_excel.rencana_aksi import ROMAN

_PREFIX = re.compile(r"\(?([IVX]{1,5}|\d{1,2}|[A-Z])\s*[.)]+\s*(?=[^\W\d])(?![A-Za-z]\.)")
_LETTER = re.compile(r"\(?([A-Za-z])\s*[.)](?![A-Za-z]\.)\s*(?=\S|$)|([a-z])\s+(?=[A-Z])")
_DIGITS = re.compile(r"\(?(\d{1,2})\s*[.)]\s*(?=[^\s\d])")


class Style(Enum):
    """How a number is written."""

    ROMAN = "I"
    ARABIC = "1"
    LETTER = "A"
    SMALL = "a"


class Number(NamedTuple):
    """A number as written."""

    value: int
    style: Style


def read_number(text: str) -> Number | None:
    """What a NO cell says: `1`, `1.`, `I`, `(2)`, `A.`, `I.2` (its last part); None where it is no number."""
    plain = text.strip().strip("().").strip()
    if "." in plain:
        head, _, last = plain.rpartition(".")
        plain = (head if last == "0" else last).strip()  # 1.0: a number that became text
    if plain in ROMAN:
        return Number(ROMAN.index(plain) + 1, Style.ROMAN)
    if plain.isascii() and plain.isdecimal() and len(plain) < 4:
        return Number(int(plain), Style.ARABIC) if int(plain) else None
    if len(plain) > 1 and plain.upper() in ROMAN:
        return Number(ROMAN.index(plain.upper()) + 1, Style.ROMAN)
    if len(plain) == 1 and plain.isascii() and plain.isalpha():
        return Number(ord(plain.lower()) - 96, Style.LETTER if plain.isupper() else Style.SMALL)
    return None


def split_number(text: str) -> tuple[Number | None, str]:
    """The number before a name in the same cell (`I. MANAJEMEN PERUBAHAN`), and the name without it."""
    match = _PREFIX.match(text)
    if match is None:
        return None, text
    return read_number(match[1]), text[match.end() :].strip()


def read_letter(text: str) -> str | None:
    """The letter that an indikator starts with (`a. Menyusun`, `b)`, `c Telah`); None where it has none."""
    match = _LETTER.match(text)
    return (match[1] or match[2]).lower() if match else None


def read_digits(text: str) -> int | None:
    """The number that an indikator starts with, where an office counts them so (`1. Menyusun`)."""
    match = _DIGITS.match(text)
    return int(match[1]) or None if match else None


def letters(position: int) -> str:
    """1 -> a, 26 -> z, 27 -> aa."""
    text = ""
    while position:
        position, rest = divmod(position - 1, 26)
        text = chr(97 + rest) + text
    return text


class Given(NamedTuple):
    """The place that an item gets among its siblings; whether it had to be given by order."""

    value: int
    by_order: bool


def places(written: Sequence[int | None]) -> tuple[Given, ...]:
    """Places that are unique among siblings: as written where that is unique, else by order.

    Of several with one number the first keeps it. One without takes its place in the order, or the next number that
    nobody has.
    """
    first = {number: at for at, number in reversed(list(enumerate(written))) if number is not None}
    taken = set(first)
    highest = max(taken, default=0)
    given: list[Given] = []
    for at, number in enumerate(written):
        if number is not None and first[number] == at:
            given.append(Given(number, by_order=False))
            continue
        value = at + 1 if at + 1 not in taken else highest + 1
        taken.add(value)
        highest = max(highest, value)
        given.append(Given(value, by_order=True))
    return tuple(given)


def roman(value: int) -> str:
    """A komponen's kode: I..XX, beyond that as it is."""
    return ROMAN[value - 1] if 0 < value <= len(ROMAN) else str(value)
