"""How one and the same time is written: words, signs, capitals, blanks, line breaks. Knows nothing of zi_excel."""

from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date
from random import Random
from typing import NamedTuple

YEAR = 2025
"""The plan's year, where a text names none."""

_MONTHS = (
    "Januari Jan Jan.",
    "Februari Feb Pebruari Peb",
    "Maret Mar Mrt",
    "April Apr Apr.",
    "Mei",
    "Juni Jun",
    "Juli Jul",
    "Agustus Agt Ags Agst",
    "September Sept Sep Sep.",
    "Oktober Okt Okt.",
    "November Nov Nopember Nop",
    "Desember Des Des.",
)
DASHES = ("-", " - ", " – ", "–", " — ", "—", " ‐ ", "‑", " − ", " ― ", " ⸺ ", " ⁃ ", "﹘", " － ")
UNTIL = (" s/d ", " s.d. ", " s.d ", " sd ", " sampai ", " sampai dengan ", " hingga ", " S/D ", " s/d. ")
SEPARATORS = (", ", ",", " dan ", "; ", " & ", " serta ", ",\n", "\n")
_ROMAN = ("", "I", "II", "III", "IV")
_ORDINALS = ("", "pertama", "kedua", "ketiga", "keempat")


class Meaning(NamedTuple):
    """What a text means.

    days: the tonggak, one of these sets; none: it is no clear time, and must not be read without a remark.
    first: the first day of a rentang; None: it doesn't matter.
    """

    days: tuple[frozenset[date], ...]
    first: date | None = None


class Spelled(NamedTuple):
    """A text, what it means, and the form that it has."""

    form: str
    text: str
    meaning: Meaning


Form = Callable[[Random], tuple[str, Meaning]]


def end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def means(*days: date, first: date | None = None) -> Meaning:
    """These tonggak and no others."""
    return Meaning((frozenset(days),), first)


UNCLEAR = Meaning(())


def month(chance: Random, number: int) -> str:
    """A month's name, in one of its spellings."""
    return chance.choice(_MONTHS[number - 1].split())


def index(chance: Random, number: int) -> str:
    """The number of a period."""
    return chance.choice([_ROMAN[number], _ROMAN[number], str(number), f"ke-{number}", f"ke-{_ROMAN[number]}"])


def ordinal(number: int) -> str:
    """`kedua`."""
    return _ORDINALS[number]


def roman(number: int) -> str:
    """`II`."""
    return _ROMAN[number]


def joined(chance: Random, parts: Sequence[str]) -> str:
    """A list: with commas, with "dan" before the last, one a line, with bullets or numbering."""
    if len(parts) == 1:
        return parts[0]
    style = chance.randrange(6)
    if style == 0:
        bullet = chance.choice(["- ", "• ", "* ", "– ", "-"])
        return "\n".join(bullet + part for part in parts)
    if style == 1:
        mark = chance.choice([".", ")"])
        return "\n".join(f"{number}{mark} {part}" for number, part in enumerate(parts, 1))
    if style == 2:
        return chance.choice([", ", ","]).join(parts[:-1]) + chance.choice([" dan ", ", dan ", " & "]) + parts[-1]
    return chance.choice(SEPARATORS).join(parts)


def worn(chance: Random, text: str) -> str:
    """The same text as it comes out of a cell: capitals, blanks, breaks, what nobody sees."""
    if chance.random() < 0.5:
        return text
    text = chance.choice([str.upper, str.lower, str, str])(text)
    blanks = [at for at, letter in enumerate(text) if letter == " "]
    if blanks and chance.random() < 0.4:
        at = chance.choice(blanks)
        text = text[:at] + chance.choice(["\u00a0", "  ", "\n", " \u200b", "\u202f", "\t"]) + text[at + 1 :]
    if chance.random() < 0.3:
        text = chance.choice(["\ufeff", " ", "\u200e", "\n", "\u00a0"]) + text
    if chance.random() < 0.3:
        text += chance.choice([".", " ", "\n", "\u200b", ";", ","])
    return text


def dated(chance: Random, day: date) -> str:
    """A day with its year."""
    months = month(chance, day.month)
    return chance.choice(
        [
            f"{day.day} {months} {day.year}",
            f"{day.day} {months} {day.year}",
            f"{day.day:02} {months} {day.year}",
            f"{day:%d/%m/%Y}",
            f"{day.day}/{day.month}/{day.year}",
            f"{day:%d-%m-%Y}",
            f"{day:%d.%m.%Y}",
            f"{day:%Y-%m-%d}",
            f"tanggal {day.day} {months} {day.year}",
            f"tgl {day.day} {months} {day.year}",
            f"{day:%d/%m/%y}",
        ]
    )


def any_day(chance: Random, year: int = YEAR) -> date:
    """Any day of a year."""
    number = chance.randint(1, 12)
    return date(year, number, chance.randint(1, monthrange(year, number)[1]))
