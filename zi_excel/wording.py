"""How numbers, days and levels are put in Indonesian, and what of a text a person sees: one authority for all.

What is copied out of chats, web pages and PDF files brings characters that nobody sees: marks of direction, joiners,
variation selectors, fillers. `visible` takes them away, for every column alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import Final, Literal

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

LEVEL_MEANING: Mapping[str, str] = MappingProxyType(
    {
        "galat": "angkanya tidak dapat dipercaya sebelum ini diperbaiki",
        "peringatan": "sebaiknya diperbaiki",
        "info": "untuk diketahui",
    }
)
"""What the levels of findings mean, gravest first: half sentences."""

LEVEL_SIGN: Mapping[str, str] = MappingProxyType({"galat": "✖", "peringatan": "▲", "info": "○"})
"""A level's sign, shown wherever the level has a colour."""

BY_SETTINGS = "Diubah oleh pengaturan: "
"""What comes before the reason that settings give for changing or silencing a rule."""

NONE = "–"
"""What stands where there is no number."""


def long_date(day: date) -> str:
    """`20 November 2025`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def ago(age: timedelta) -> str:
    """How long ago, in the largest whole unit: `3 hari lalu`; a time to come (two clocks) counts as now."""
    minutes = max(age // timedelta(minutes=1), 0)
    if minutes == 0:
        return "kurang dari semenit lalu"
    for unit, size in (("hari", 24 * 60), ("jam", 60)):
        if minutes >= size:
            return f"{minutes // size} {unit} lalu"
    return f"{minutes} menit lalu"


def shortened(text: str, most: int, trimmed: str | None = None) -> str:
    """The text in at most so many characters, the last of them an ellipsis where it was cut.

    Args:
        text: what is to be said.
        most: how many characters there is room for.
        trimmed: characters that never stand before the ellipsis; None: white space.
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip(trimmed)}…"


def level_text(level: str) -> str:
    """Sign and word: `✖ Galat`."""
    return f"{LEVEL_SIGN[level]} {level.capitalize()}"


def nearly(decimals: int) -> tuple[float, float]:
    """The shares (0..1) between which a rounded percentage is true: below the first it reads 0, from the second on 100.

    Excel rounds a half away from zero, so 99.5 % reads 100 % already, and 0.5 % reads 1 %; it does so on 15 digits,
    hence the second limit a little below the half.
    """
    half = 0.005 / 10**decimals
    return half, 1 - half - 0.00001


def percent(share: float | None, decimals: int = 1) -> str:
    """A share (0..1) as Excel shows it: `45,3%`; a dash where there is none.

    Never reads 0 or 100 unless it is exactly that: `0%`, `100%`, but `<0,1%`, `>99,9%`.
    """
    if share is None:
        return NONE
    return f"{share:.0%}" if share in {0, 1} else f"{_digits(share, decimals)}%"


def points(deviasi: float | None, decimals: int = 1) -> str:
    """A difference of shares (-1..1) in percentage points: `+4,2`, `-17,5`; a dash where there is none.

    Never reads 0 or 100 unless it is exactly that: `0`, `+100,0`, but `+<0,1`, `->99,9`.
    """
    if deviasi is None:
        return NONE
    return "0" if deviasi == 0 else ("-" if deviasi < 0 else "+") + _digits(abs(deviasi), decimals)


def _digits(share: float, decimals: int) -> str:
    """A share above 0 in hundredths, rounded as Excel rounds: `45,3`."""
    low, high = nearly(decimals)
    step = Decimal(1).scaleb(-decimals)
    if share < low:
        shown = f"<{step}"
    elif high <= share < 1:
        shown = f">{100 - step}"
    else:
        shown = str((Decimal(f"{share:.15g}") * 100).quantize(step, ROUND_HALF_UP))
    return shown.replace(".", ",")


_JOINS: Final = "\u200d\ufe0e\ufe0f"
"""They make one emoji of several, or say how one is drawn; behind anything else they are nothing."""
_FILLERS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and signs without ink
_UNSEEN_MARKS: Final = frozenset("\u034f\u17b4\u17b5\u180b\u180c\u180d\u180f")  # of category Mn, without ink
_SELECTORS: Final = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))  # of a sign's form
_INKLESS: Final = _FILLERS | _UNSEEN_MARKS | _SELECTORS
"""Of the characters that Python takes for printable (what no sign of format and no blank but the space is)."""
_SEEN_FORMATS: Final = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")  # Cf, with ink
_BREAKS: Final = frozenset("\n\x0b\x0c\x85\u2028\u2029")


_MOST_MARKS: Final = 30
"""Combining marks in a row that are looked at, as Unicode's stream-safe format has it (UAX #15, section 13)."""
_PILING: Final = "\u0f73\u0f75\u0f81\uff9e\uff9f\ufdfa\ufdfb"
"""What is no combining mark and decomposes into nothing else; and ligatures of a whole sentence."""


class _Plain(dict[int, str]):
    """What each character becomes, worked out when the first text holds it."""

    def __missing__(self, code: int) -> str:
        plain = self[code] = _plain(chr(code))
        return plain


def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if character in _BREAKS:
        return "\n"
    if character in "\t\r":
        return character
    if category == "Zs" or character in _FILLERS:
        return " "
    unseen = category in {"Cf", "Cc"} and character not in _SEEN_FORMATS
    return "" if unseen or character in _INKLESS else character


_PLAIN: Final = _Plain()


def visible(text: str) -> str:
    """The text without what nobody sees (Unicode category Cf and the like), its blanks and line breaks plain."""
    printable = text.isprintable() or text.replace("\n", "").isprintable()
    return text if printable and (text.isascii() or _INKLESS.isdisjoint(text)) else text.translate(_PLAIN)


def shown_text(text: str) -> str:
    """The same, but an emoji that is joined of several stays one."""
    if text.isascii() or not any(join in text for join in _JOINS):
        return visible(text)
    kept: list[str] = []
    for at, piece in enumerate(re.split(f"([{_JOINS}]+)", text)):  # every other piece is a run of them
        if at % 2 == 0:
            kept += [seen] if (seen := visible(piece)) else []
        elif kept:
            kept += _joining(kept[-1][-1:], piece)
    return "".join(kept)


def _joining(last: str, joins: str) -> Iterator[str]:
    """Those that join, of a run behind a character."""
    for join in joins:
        if not _ends_in_emoji(last):
            return
        yield join
        last = join


def normal_form(text: str, form: Literal["NFC", "NFKC"] = "NFKC") -> str:
    """The text in a normal form of Unicode, in time that grows with its length.

    Sorting a run of combining marks takes time that grows with its square, and some ligatures become eighteen letters:
    of a run, what is beyond thirty, which no script has, is left out.
    """
    if text.isascii():
        return text
    return unicodedata.normalize(form, _with_fewer_marks(text) if len(text) > _MOST_MARKS else text)


def _with_fewer_marks(text: str) -> str:
    if not any(map(unicodedata.combining, text)) and not any(mark in text for mark in _PILING):
        return text
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) or character in _PILING else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def _ends_in_emoji(last: str) -> bool:
    return last == "\ufe0f" or (last != "" and unicodedata.category(last) in {"So", "Sk"})
