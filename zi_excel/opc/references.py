"""Which sheets a formula reads: whole tokens, in quotes or not; texts and other workbooks' sheets are no references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_PLAIN = r"[^\s'\"!+\-*/^&=<>(){}\[\],;:#@%~|$]+"
_TOKEN = re.compile(
    rf"""
    "(?:[^"]|"")*"                                            # a text
    | '(?P<quoted>(?:[^']|'')+)'!
    | (?P<book>\[[^\[\]]*\])?(?P<plain>{_PLAIN}(?::{_PLAIN})?)!
    | \[(?:'.|[^\[\]'])*\]                                    # a table's column, which may hold any sign
    | \#[A-Z][A-Z0-9/_]*[!?]?                                 # an error value, such as #REF!
    """,
    re.VERBOSE,
)
_BOOK = re.compile(r"(?:(?P<folder>[^\[\]]*)\[(?P<book>[^\[\]]*)\])?(?P<sheets>[^\[\]]*)")
_THIS_WORKBOOK = "0"  # [0]Sheet1!A1


def sheets_read(formula: str, sheets: Sequence[str]) -> set[str]:
    """The sheets that a formula reads.

    Args:
        formula: as it stands in a defined name or a cell.
        sheets: the workbook's sheets in their order: a reference through several (`'Jan:Mar'!A1`) reads those between.

    Returns:
        Names as they stand in `sheets`; capitals make no difference.
    """
    places = {name.casefold(): place for place, name in enumerate(sheets)}
    found: set[str] = set()
    for words in _references(formula):
        ends = [places[word.casefold()] for word in words if word.casefold() in places]
        if ends:
            found.update(sheets[min(ends) : max(ends) + 1])
    return found


def _references(formula: str) -> Iterator[tuple[str, ...]]:
    """The sheet of each reference, or the two ends where it goes through several."""
    for token in _TOKEN.finditer(formula):
        text = token["quoted"]
        text = (token["book"] or "") + token["plain"] if text is None and token["plain"] else text
        if text is None or (found := _BOOK.fullmatch(text.replace("''", "'"))) is None:
            continue
        if found["folder"] or found["book"] not in (None, _THIS_WORKBOOK):
            continue
        yield tuple(found["sheets"].split(":"))
