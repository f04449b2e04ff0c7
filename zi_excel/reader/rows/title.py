"""The rows above the header: what they say, and which of it may say the plan's year."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from zi_excel.plan.patterns import pattern
from zi_excel.reader.sheet.cells import Row
from zi_excel.reader.sheet.values import Contents

_VOLATILE = pattern(r"\b(?:TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY|CELL|INFO)\s*\(", re.IGNORECASE)


class TitleRow(NamedTuple):
    """The texts of a row above the header; lasting: those of no date and of nothing that changes by the day."""

    texts: tuple[str, ...]
    lasting: tuple[str, ...]


def title_row(row: Row, contents: Contents) -> TitleRow:
    """What stands in a row."""
    texts, lasting = [], []
    for _, cell in sorted(row.cells.items()):
        content = contents.content(cell)
        if not content.text:
            continue
        texts.append(content.text)
        if not isinstance(content.value, date) and not (cell.formula and _VOLATILE.search(cell.formula)):
            lasting.append(content.text)
    return TitleRow(tuple(texts), tuple(lasting))


def lasting_lines(rows: Iterable[TitleRow]) -> Iterator[str]:
    """The lines that may say the plan's year; cells of one line each, side by side, are one line (`TAHUN` | `2025`)."""
    for row in rows:
        if any("\n" in text for text in row.lasting):
            yield from (line for text in row.lasting for line in text.split("\n"))
        else:
            yield " ".join(row.lasting)
