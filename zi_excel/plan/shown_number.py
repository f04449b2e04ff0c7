"""Numbers whose cell shows something else than what is stored: hidden, rounded away, or behind other words.

What a format code means: ECMA-376 part 1, 18.8.31.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from operator import eq, ge, gt, le, lt, ne

from zi_excel.plan.patterns import pattern

_PIECE = pattern(r'"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]|([0#?.,]+)|(%)|(.)', re.DOTALL)
_ELSE = pattern(r"General|@|E[+-]|[ymdhs]", re.IGNORECASE)  # shown in a way that isn't worked out here
_QUOTED = pattern(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_SECTIONS = pattern(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|$)')
_CONDITION = pattern(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]")
_FRACTION = pattern(r"([0#?]+)/([0#?]+|\d+)")
_HOLDS: dict[str, Callable[[float, float], bool]] = {"<": lt, ">": gt, "=": eq, "<=": le, ">=": ge, "<>": ne}
_HALF_A_POINT = 0.5
_HALF_UP = 1 + 1e-12
"""Excel rounds a half up, Python to the even digit."""
_DONE = frozenset({"selesai", "tuntas", "rampung", "lengkap", "✓", "✔", "√", "ok"})
"""What a format may show of the whole (1) without saying something else."""


def sections_of(code: str) -> list[str]:
    """The sections of a format code: for positive numbers, negative ones, zero, and texts."""
    return [match[1] for match in _SECTIONS.finditer(code)][: code.count(";") + 1]


def section_of(value: float, code: str) -> str:
    """The section by which a number is shown: by the conditions that sections name, else by its sign."""
    sections = sections_of(code)
    conditions = [_CONDITION.search(section) for section in sections[:2]]
    if any(conditions):
        for section, condition in zip(sections, conditions, strict=False):
            if condition is not None and _HOLDS[condition[1]](value, float(condition[2])):
                return section
        return next((each for each in sections[:3] if _CONDITION.search(each) is None), "")
    at = 1 if value < 0 and len(sections) > 1 else 2 if value == 0 and len(sections) > 2 else 0
    return sections[at] if sections else ""


def literal_of(section: str) -> str:
    """The words of a section that stand there for any value."""
    return "".join(quoted or escaped for quoted, escaped, *_ in _PIECE.findall(section))


def shown_otherwise(value: float, code: str, *, words: bool = False) -> str | None:
    """What a cell shows of a number where that isn't the number; None where it is, or where that can't be told.

    Args:
        value: the stored number.
        code: the cell's format code.
        words: whether it is asked for what is shown even where that is the number, with words beside it.
    """
    section = section_of(value, code)
    bare = _QUOTED.sub("", section)
    if value == 0 or not code or _ELSE.search(bare):
        return None
    if fraction := _FRACTION.search(bare):
        return _of_fraction(value, bare[: fraction.start()], fraction[2])
    before, digits, percents, literal = "", "", 0, False
    for quoted, escaped, placeholders, percent, other in _PIECE.findall(section):
        if placeholders and not digits:
            digits = placeholders
            before += "\0"
            continue
        percents += bool(percent)
        text = quoted or escaped or percent or other
        literal = literal or any(map(str.isdigit, text))
        before += text
    number = value * 100**percents
    figure = f"{abs(number) * _HALF_UP:.{len(digits.rstrip(',').partition('.')[2])}f}" if digits else ""
    shown = before.replace("\0", figure.replace(".", ",")).strip()
    if value == 1 and not digits and shown.casefold() in _DONE:
        return None
    if words or not digits or literal or digits.endswith(",") or percents > 1:
        return shown
    kept, scale = float(figure), 100 if percents or abs(value) <= 1 else 1
    error = abs(kept - abs(number)) * (1 if percents else scale)
    ends = percents and kept in {0.0, 100.0} and error > 1e-9
    return shown if error > _HALF_A_POINT or ends else None


def _of_fraction(value: float, whole: str, denominator: str) -> str | None:
    """`# ?/?` shows 0,47 as 4/9: with at most so many digits below, or with the denominator that stands there."""
    exact = Fraction(value)
    if denominator.isdigit() and int(denominator):
        below = int(denominator)
        near = Fraction(round(exact * below), below)
    else:
        below = 0
        near = exact.limit_denominator(10 ** len(denominator) - 1)
    error = abs(float(near) - value) * (100 if abs(value) <= 1 else 1)
    ends = near.denominator == 1 and abs(float(near) - value) > 1e-9
    if error <= _HALF_A_POINT and not ends:
        return None
    integer, rest = divmod(abs(near), 1) if any(mark in whole for mark in "0#?") else (0, abs(near))
    over, under = (rest.numerator * below // rest.denominator, below) if below else (rest.numerator, rest.denominator)
    parts = ([str(integer)] if integer or not rest else []) + ([f"{over}/{under}"] if rest else [])
    return ("-" if value < 0 else "") + " ".join(parts)
