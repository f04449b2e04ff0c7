"""Months as numbers, in a column that is called BULAN: `3`, `1 s/d 6`, `3, 6, 9, 12`."""

from __future__ import annotations

import re
from datetime import date

from zi_excel.wording import MONTHS

_ALL = re.compile(r"\d{1,2}(?:\s*(?:[,;&–-]|dan|s\.?/?d\.?|sampai(?: dengan)?)\s*\d{1,2})*", re.IGNORECASE)
_ONE = re.compile(r"\d{1,2}")


def as_months(content: str | float | date | None) -> str | float | date | None:
    """The content with its numbers as months; as it is where they are none, or other words stand there."""
    if isinstance(content, int | float) and not isinstance(content, bool):
        return MONTHS[int(content) - 1] if content in range(1, 13) else content
    if not isinstance(content, str) or _ALL.fullmatch(content.strip()) is None:
        return content
    numbers = [int(each) for each in _ONE.findall(content)]
    if not all(1 <= each <= len(MONTHS) for each in numbers):
        return content
    return _ONE.sub(lambda match: MONTHS[int(match[0]) - 1], content)
