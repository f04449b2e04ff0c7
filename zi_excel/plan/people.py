"""People: whom a PENANGGUNG JAWAB cell names, whom a name that is asked for may mean, and who signs. Pure."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from zi_excel.plan.patterns import pattern
from zi_excel.wording import normal_form

_HARD = pattern(r"(?<!\s)\s*;\s*")
_SOFT = pattern(r"(?<!\s)(?:(?:\s*,)?\s+(?:dan|serta)\s+|\s*\n\s*|\s*,\s*|\s*[/&]\s*)", re.IGNORECASE)
_BULLET = pattern(r"^\s*(?:[-–—•▪●*·]|\(?\d{1,2}[.)])\s+")
_MOST = 500
"""The longest text that is taken apart, in characters; what is longer is prose."""


class PenandaTangan(NamedTuple):
    """Somebody who signs. tempat: where, as it stands before the date."""

    nama: str
    jabatan: str
    nip: str | None = None
    tempat: str | None = None


def people_in(cells: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Whom each cell names, by its text; a name in several spellings (capitals, blanks, marks) as it is spelt first.

    Semicolons and bullets always part. A comma, a slash, a line break and "dan" do so only where every part is a name
    of its own: it stands alone in another cell, or begins with the same word ("Tim A dan Tim B"). "Tim Hukum dan SDM"
    is one name.
    """
    texts = list(dict.fromkeys(cells))
    alone = {key(text) for text in texts if len(text) <= _MOST and not _SOFT.search(text) and not _HARD.search(text)}
    spelt: dict[str, str] = {}
    return {
        text: tuple(
            dict.fromkeys(spelt.setdefault(key(name), name) for name in _names(text, alone) if key(name)),
        )
        for text in texts
    }


def key(name: str) -> str:
    """What the spellings of one name have in common: its letters and digits, without regard to case."""
    return "".join(filter(str.isalnum, normal_form(name).casefold()))


def find_people(asked: str, names: Sequence[str]) -> tuple[str, ...]:
    """The names that one that is asked for may mean: the same one, else those that it is a part of."""
    wanted = key(asked)
    same = tuple(name for name in names if key(name) == wanted)
    return same or tuple(name for name in names if wanted and wanted in key(name))


def _names(text: str, alone: set[str]) -> list[str]:
    if len(text) > _MOST:
        return [_line(text[:_MOST])]
    lines = text.split("\n")
    if len(lines) > 1 and all(_BULLET.match(line) for line in lines if line.strip()):
        return [name for line in lines if line.strip() for name in _names(_BULLET.sub("", line), alone)]
    names: list[str] = []
    for piece in _HARD.split(text):
        parts = [_BULLET.sub("", part) for part in _SOFT.split(piece)]
        pieces = parts if len(parts) > 1 and _are_names(parts, alone) else [piece]
        names += [_line(name) for name in pieces if name.strip()]
    return names


def _are_names(parts: Sequence[str], alone: set[str]) -> bool:
    if all(key(part) in alone for part in parts):
        return True
    split = [part.split() for part in parts]
    return all(len(words) > 1 for words in split) and len({words[0].casefold() for words in split}) == 1


def _line(name: str) -> str:
    return " ".join(_BULLET.sub("", name).split())
