"""Numbers whose cell shows something else than what is stored: hidden, rounded away, or behind other words."""

from __future__ import annotations

import re

from zi_excel.plan.patterns import pattern

_PIECE = pattern(r'"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]|([0#?.,]+)|(%)|(.)', re.DOTALL)
_ELSE = pattern(r"General|@|E[+-]|\?/|[ymdhs]", re.IGNORECASE)  # shown in a way that isn't worked out here
_QUOTED = pattern(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_SECTIONS = pattern(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|$)')
_HALF_A_POINT = 0.5
_HALF_UP = 1 + 1e-12
"""Excel rounds a half up, Python to the even digit."""


def shown_otherwise(value: float, code: str) -> str | None:
    """What a cell shows of a number where that isn't the number; None where it is, or where that can't be told.

    Args:
        value: the stored number.
        code: the cell's format code (ECMA-376 part 1, 18.8.31).
    """
    sections = [match[1] for match in _SECTIONS.finditer(code)][: code.count(";") + 1]
    at = 1 if value < 0 and len(sections) > 1 else 2 if value == 0 and len(sections) > 2 else 0
    section = sections[at] if sections else ""
    if value == 0 or not code or _ELSE.search(_QUOTED.sub("", section)) or "[<" in code or "[>" in code or "[=" in code:
        return None
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
    if not digits or literal or digits.endswith(",") or percents > 1:
        return shown
    kept, scale = float(figure), 100 if percents or abs(value) <= 1 else 1
    error = abs(kept - abs(number)) * (1 if percents else scale)
    ends = percents and kept in {0.0, 100.0} and error > 1e-9
    return shown if error > _HALF_A_POINT or ends else None
