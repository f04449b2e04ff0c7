"""The numbers of komponen and subkomponen and the letters of indikator, as written: one parser for reader and rules."""

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from zi_excel.plan.patterns import pattern

ROMAN = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"),
    *("XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"),
)
_PREFIX = pattern(r"\(?([IVX]{1,5}|\d{1,2}|[A-Z])\s*[.)]+\s*(?=[^\W\d])(?![A-Za-z]\.)")
_DOTTED = pattern(r"((?:[IVX]{1,5}|\d{1,2}|[A-Z])(?:\.\d{1,2}){1,2})\.?\s+(?=[^\W\d])")
"""A number of several levels before a name: `1.2 Tim kerja`."""
_COUNTED = ("komponen", "area", "pokja", "pilar", "bidang")
_TITLED = pattern(
    r"(?:komponen|area(?:\s+perubahan)?|pokja|pilar|bidang)\s+([IVX]{1,5}|\d{1,2}|[A-Z])\b\s*[.):–—-]*\s*(?=[^\W\d])",
    re.IGNORECASE,
)
"""A number behind the word for what it counts: `AREA I: MANAJEMEN PERUBAHAN`, `Pokja 1 - Manajemen Perubahan`."""
_LETTER = pattern(r"\s*\(?([A-Za-z])\s*[.)](?![A-Za-z]\.)\s*(?=\S|$)|\s*([a-z])\s+(?=[A-Z])")
_DIGITS = pattern(r"\(?(\d{1,2})\s*[.)]\s*(?=[^\s\d])|(?:\d{1,2}\.){1,3}(\d{1,2})\.?\s+(?=[A-Z])")
_CALLED = pattern(r"(?:komponen|area(?:\s+perubahan)?|pokja|pilar)\b\s*", re.IGNORECASE)
_LEVELS = pattern(r"(?:[IVX]{1,5}|\d{1,2}|[A-Za-z])(?:[.,](?:\d{1,2}|[A-Za-z]|[ivx]{1,5}))*")


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

    def written(self, value: int) -> str:
        """Another number in the same style: `II`, `2`, `B`, `b`."""
        if self.style is Style.ROMAN and 0 < value <= len(ROMAN):
            return ROMAN[value - 1]
        if self.style in (Style.LETTER, Style.SMALL):
            return letters(value).upper() if self.style is Style.LETTER else letters(value)
        return str(value)


def read_number(text: str) -> Number | None:
    """The number in a NO cell: `1`, `1.`, `I`, `(2)`, `A.`; of `I.2` and `1,2` the last part. None where it is none."""
    if not text:
        return None
    plain = text.strip()
    plain = (_CALLED.sub("", plain, count=1) if len(plain) > 3 else plain).strip("().").strip()  # shorter is no word
    if "," in plain and re.fullmatch(r"\d+,\d+", plain):  # 1.2 that became a number
        plain = plain.replace(",", ".")
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


def levels(text: str) -> int:
    """How many levels a NO cell names: `I` 1, `I.1` 2, `1.1.1` 3; what is no such number 1."""
    plain = text.strip().strip("().").strip().removesuffix(".0")
    points = plain.replace(",", ".").count(".")
    return points + 1 if points and _LEVELS.fullmatch(plain) else 1


def among(numbers: Sequence[Number | None]) -> tuple[Number | None, ...]:
    """The numbers, each read in the light of its siblings: beside `A` and `B` an `I` is a letter, beside `ii` Roman."""
    styles = {number.style for number in numbers if number}
    surely = any(number and number.style is Style.ROMAN and ROMAN[number.value - 1] not in _BOTH for number in numbers)
    lettered, roman = Style.LETTER in styles and not surely, Style.ROMAN in styles
    return tuple(number and _among(number, lettered=lettered, roman=roman) for number in numbers)


_BOTH = ("I", "V", "X")
"""Roman numerals that are letters too."""


def _among(number: Number, *, lettered: bool, roman: bool) -> Number:
    if lettered and number.style is Style.ROMAN and ROMAN[number.value - 1] in _BOTH:
        return Number(ord(ROMAN[number.value - 1]) - 64, Style.LETTER)
    if roman and number.style is Style.SMALL and (letter := chr(number.value + 64)) in _BOTH:
        return Number(ROMAN.index(letter) + 1, Style.ROMAN)
    return number


def split_number(text: str) -> tuple[Number | None, str]:
    """The number before a name in the same cell (`I. MANAJEMEN PERUBAHAN`, `AREA I: ...`), and the name without it."""
    if text.casefold().startswith(_COUNTED):
        match = _TITLED.match(text)
    else:
        match = (_PREFIX.match(text) or _DOTTED.match(text)) if "." in text or ")" in text else None
    if match is None:
        return None, text
    return read_number(match[1]), text[match.end() :].strip()


def read_letter(text: str) -> str | None:
    """The letter that an indikator starts with (`a. Menyusun`, `b)`, `c Telah`); None where it has none."""
    match = _LETTER.match(text)
    return (match[1] or match[2]).lower() if match else None


def without_letter(text: str) -> str:
    """An indikator's text without the letter before it."""
    match = _LETTER.match(text)
    return text[match.end() :] if match else text


def read_digits(text: str) -> int | None:
    """The number that an indikator starts with where an office numbers them (`1. Menyusun`); else None."""
    match = _match_digits(text)
    return int(match[1] or match[2]) or None if match else None


def without_lead(text: str) -> str:
    """An indikator's text without the letter or the number before it."""
    match = _LETTER.match(text) or _match_digits(text)
    return text[match.end() :] if match else text


def _match_digits(text: str) -> re.Match[str] | None:
    return _DIGITS.match(text) if text.removeprefix("(")[:1].isdecimal() else None


def letters(position: int) -> str:
    """1 -> a, 26 -> z, 27 -> aa."""
    text = ""
    while position:
        position, rest = divmod(position - 1, 26)
        text = chr(97 + rest) + text
    return text


def position(letter: str) -> int:
    """The place of a letter: 1 of a, 26 of z, 27 of aa."""
    place = 0
    for character in letter:
        place = place * 26 + ord(character) - 96
    return place
