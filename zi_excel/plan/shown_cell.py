"""Cells whose format shows something else than what is stored: hidden, without its day or month, behind other words.

What a format means: ECMA-376 part 1, 18.8.31. Numbers have a file of their own (shown_number.py).
"""

from __future__ import annotations

from datetime import date

from zi_excel.clock import DAY_ZERO
from zi_excel.plan.patterns import pattern
from zi_excel.plan.shown_number import literal_of, section_of, sections_of, shown_otherwise
from zi_excel.wording import MONTHS

_LITERALS = pattern(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DATE_PART = pattern(r"[yeb]+|m+|d+|h+|s+")
_TEXT_SECTION = 4
"""The section for texts is the fourth; without it a text shows as it is."""


def as_shown(value: str | float | bool | date | None, code: str) -> str | float | bool | date | None:
    """A target's value as its cell shows it, where the format adds words to a number: 2025 as `"TW I "0`.

    Args:
        value: the stored value.
        code: the cell's format code.
    """
    if isinstance(value, bool) or not isinstance(value, float | int):
        return value
    section = section_of(value, code)
    if not any(map(str.isalpha, literal_of(section))):
        return value
    shown = shown_otherwise(value, code, words=True)
    return value if shown is None else shown


def seen_otherwise(value: str | float | bool | date | None, code: str) -> str | None:
    """What a cell shows of its value where that is something else; None where it is the value, or can't be told.

    Args:
        value: the stored value.
        code: the cell's format code.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, str):
        return _of_text(code)
    if isinstance(value, date):
        return _of_day(value, code)
    return shown_otherwise(value, code)


def _of_text(code: str) -> str | None:
    """What stands for any text; None where the text itself does."""
    sections = sections_of(code)
    if len(sections) < _TEXT_SECTION or "@" in sections[3] or "general" in sections[3].casefold():
        return None
    return literal_of(sections[3]).strip()


def _of_day(day: date, code: str) -> str | None:
    """What is seen of a day: without its day or its month, or nothing of it."""
    section = section_of((day - DAY_ZERO).days, code)
    if not code or "general" in section.casefold():
        return None
    bare = _LITERALS.sub("", section).casefold()
    parts = {match[0][0] for match in _DATE_PART.finditer(bare)}
    if not parts & set("yebmd"):
        return None if any(mark in bare for mark in "0#?@") else literal_of(section).strip()
    if "d" in parts and "m" not in parts:
        return str(day.day) if "ddd" not in bare else "nama harinya saja"
    if "d" in parts:
        return None
    shown = f"{MONTHS[day.month - 1]} {day.year}" if parts & set("yeb") else MONTHS[day.month - 1]
    return shown if "m" in parts else str(day.year)
