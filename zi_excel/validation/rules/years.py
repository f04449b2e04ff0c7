"""Which years a text names."""

from __future__ import annotations

import re

_YEAR = r"(?:19|20)\d\d"
_SPAN = re.compile(
    rf"(?<![\d/.,-])({_YEAR})(?:\s*(?:-|–|—|s\.?\s?/?d\.?|sampai(?:\s+dengan)?|hingga)\s*({_YEAR}))?(?![\d/]|[.,-]\d)",
    re.IGNORECASE,
)
_LAW = re.compile(rf"(?<!\d)(?!{_YEAR}\b)\d+\s*(?:/|\s+tahun\s+){_YEAR}\b", re.IGNORECASE)


def other_years(text: str, year: int) -> tuple[str, ...]:
    """The years and spans of years in a text that don't reach the given one, as written ("2024", "2020-2024").

    The year of a law's or a decree's number (`Nomor 14 Tahun 2008`, `90/2021`) says nothing about the evidence's own.
    """
    named: dict[str, None] = {}
    for found in _SPAN.finditer(_LAW.sub(" ", text)):
        first, last = int(found[1]), int(found[2] or found[1])
        if not first <= year <= last:
            named.setdefault(found[1] if found[2] is None else f"{found[1]}–{found[2]}")
    return tuple(named)
