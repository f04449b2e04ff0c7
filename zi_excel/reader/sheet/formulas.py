"""Formulas, as far as a reader must know them: shared ones moved to their cell, the literal target of HYPERLINK()."""

from __future__ import annotations

import re

from zi_excel.plan.rencana_aksi import column_letters
from zi_excel.reader.sheet.ranges import column_number

_PIECES = re.compile(r"""("(?:[^"]|"")*"|'(?:[^']|'')*')|(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.])""")
_HYPERLINK = re.compile(r'\bHYPERLINK\(\s*"((?:[^"]|"")*)"\s*[,;)]', re.IGNORECASE)


def moved(formula: str, rows: int, columns: int) -> str:
    """A shared formula as it reads in a cell that lies so many rows and columns from its first one."""

    def piece(match: re.Match[str]) -> str:
        if match[1]:
            return match[1]
        number = column_number(match[3])
        if number is None:
            return match[0]
        column = match[3] if match[2] else column_letters(max(number + columns, 1))
        row = match[5] if match[4] else str(max(int(match[5]) + rows, 1))
        return f"{match[2]}{column}{match[4]}{row}"

    return _PIECES.sub(piece, formula)


def hyperlink_targets(formula: str) -> list[str]:
    """The targets that HYPERLINK() calls of a formula name literally."""
    return [target.replace('""', '"') for target in _HYPERLINK.findall(formula)]
