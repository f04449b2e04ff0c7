"""People: whom a PENANGGUNG JAWAB cell names, whom a name that is asked for may mean, and who signs. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_HARD = re.compile(r"\s*;\s*")
_SOFT = re.compile(r"\s*,?\s+(?:dan|serta)\s+|\s*\n\s*|\s*,\s*|\s*[/&]\s*", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-–—•▪●*·]|\(?\d{1,2}[.)])\s+")
_MOST = 500
"""Characters of a cell that are taken apart; what is longer is prose."""


class PenandaTangan(NamedTuple):
    """Somebody who signs. tempat: where, as it stands before the date."""

    nama: str
    jabatan: str
    nip: str | None = None
    tempat: str | None = None


def people_in(cells: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Whom each cell names, by its text; of one name in several spellings (capitals, blanks, marks) the first.

    A semicolon parts, and so do bullets. A comma, a slash, a line break and "dan" only where every part is a name of
    its own: it stands alone in another cell, or begins with the same word ("Tim A dan Tim B"); "Tim Hukum dan SDM" is
    one.
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
    """What spellings of one name have in common: letters and digits, capitals or not."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", name).casefold()))


def find_people(asked: str, known: Sequence[str]) -> tuple[str, ...]:
    """The known names that a name may mean: the one that is the same, else those that it is a part of."""
    wanted = key(asked)
    same = tuple(name for name in known if key(name) == wanted)
    return same or tuple(name for name in known if wanted and wanted in key(name))


def _names(text: str, alone: set[str]) -> list[str]:
    if len(text) > _MOST:
        return [_line(text[:_MOST])]
    lines = text.split("\n")
    if len(lines) > 1 and all(_BULLET.match(line) for line in lines if line.strip()):
        return [name for line in lines if line.strip() for name in _names(_BULLET.sub("", line), alone)]
    found = []
    for piece in _HARD.split(text):
        parts = [_BULLET.sub("", part) for part in _SOFT.split(piece)]
        names = parts if len(parts) > 1 and _are_names(parts, alone) else [piece]
        found += [_line(name) for name in names if name.strip()]
    return found


def _are_names(parts: Sequence[str], alone: set[str]) -> bool:
    if all(key(part) in alone for part in parts):
        return True
    words = [part.split() for part in parts]
    return all(len(each) > 1 for each in words) and len({each[0].casefold() for each in words}) == 1


def _line(name: str) -> str:
    return " ".join(_BULLET.sub("", name).split())
