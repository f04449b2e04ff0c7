"""Entries of two archives compared as they lie, and where that differs, inflated: in pieces, never whole."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from contextlib import suppress
from itertools import zip_longest

from zi_excel.opc.package.archive import CHUNK, Archive, DamagedError, Entry


def lie_the_same(old: Archive, before: Entry, new: Archive, after: Entry) -> bool:
    """Whether two entries have the same compressed bytes, which are compressed in the same way."""
    facts = [
        (entry.info.compress_type, entry.info.compress_size, entry.info.CRC, entry.info.file_size)
        for entry in (before, after)
    ]
    if facts[0] != facts[1]:
        return False
    with suppress(DamagedError):  # what can't be read so is looked at inflated
        return all(mine == theirs for mine, theirs in zip_longest(old.raw(before), new.raw(after)))
    return False


def difference(old: Archive, before: Entry, new: Archive, after: Entry) -> str | None:
    """Where the contents of two entries differ, in an Indonesian half sentence; None where they are the same."""
    if before.info.file_size != after.info.file_size:
        return f"isinya berbeda: {_grouped(before.info.file_size)} byte menjadi {_grouped(after.info.file_size)} byte"
    place = 0
    try:
        with old.stream(before) as mine, new.stream(after) as theirs:
            while True:
                piece, other = mine.read(CHUNK), theirs.read(CHUNK)
                if piece != other:
                    at = next((n for n, pair in enumerate(zip(piece, other, strict=False)) if pair[0] != pair[1]), 0)
                    return f"isinya berbeda, mulai byte ke-{_grouped(place + at + 1)}"
                if not piece:
                    return None
                place += len(piece)
    except DamagedError:
        return "rusak: isinya tidak dapat dibaca utuh"


def moved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """The fewest of some names that must have moved for one order to become the other. Both hold the same names."""
    places = {name: place for place, name in enumerate(after)}
    ends: list[int] = []  # ends[n]: where the rising run of n + 1 places ends lowest
    steps: list[int] = []
    for name in before:
        step = bisect_left(ends, places[name])
        ends[step : step + 1] = [places[name]]
        steps.append(step)
    wanted = len(ends) - 1
    limit = len(after)
    found = set(before)
    for name, step in zip(reversed(before), reversed(steps), strict=True):
        if step == wanted and places[name] < limit:
            found.discard(name)
            wanted, limit = wanted - 1, places[name]
    return found


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")
