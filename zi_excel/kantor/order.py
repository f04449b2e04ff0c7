"""In which order names, kode and those that are behind stand. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from zi_excel.measuring.status import EXACT
from zi_excel.plan.numbering import ROMAN, position

_DIGITS = 12
"""Decimals by which shares (0..1) are ranked."""
_RUNS = re.compile(r"[0-9]+|[^0-9]+")


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A key by which `Kantor 2` comes before `Kantor 10`, whatever their capitals."""
    runs = _RUNS.findall(text.casefold())
    return tuple((0, int(run), "") if run.isascii() and run.isdecimal() else (1, 0, run) for run in runs)


def kode_order(kode: str) -> tuple[tuple[int, int, str], ...]:
    """A key by which kode stand as in a matrix: `II.2.a` before `II.10`, `IX` before `X`."""
    return tuple(_level(part, at) for at, part in enumerate(kode.split(".")))


def _level(part: str, at: int) -> tuple[int, int, str]:
    if at == 0 and part in ROMAN:
        return 0, ROMAN.index(part) + 1, ""
    if part.isascii() and part.isdecimal():
        return 0, int(part), ""
    if part.isascii() and part.isalpha() and part.islower():
        return 0, position(part), ""
    return 1, 0, part


def furthest(deviasi: Sequence[float | None], most: int) -> tuple[int, ...]:
    """The places of those that are behind their rencana, the furthest first; of equals the earlier place."""
    behind = [(value, place) for place, value in enumerate(deviasi) if value is not None and value < -EXACT]
    return tuple(place for _, place in sorted(behind)[:most])


def ranks(shares: Sequence[float]) -> tuple[int, ...]:
    """A rank for each, 1 for the highest; equals share one, and so do those that differ by what fractions lose."""
    rounded = [round(share, _DIGITS) for share in shares]
    first: dict[float, int] = {}
    for rank, share in enumerate(sorted(rounded, reverse=True), start=1):
        first.setdefault(share, rank)
    return tuple(first[share] for share in rounded)


def commonest(counts: Mapping[str, int]) -> str:
    """The text that most have; of equals the first by its characters."""
    return min(counts, key=lambda text: (-counts[text], text))
