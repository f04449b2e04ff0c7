"""How formulas name sheets, and which ones a formula reads.

Whole tokens are looked at, in quotes or not; texts and other workbooks' sheets are no references.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

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


def quoted(name: str) -> str:
    """A sheet's name as formulas and links write it."""
    return "'" + name.replace("'", "''") + "'"


class Wanted:
    """Some sheets of a workbook, and whether a reference reads them. Capitals make no difference in a name."""

    def __init__(self, wanted: Iterable[str], sheets: Sequence[str]) -> None:
        """Knows the sheets.

        Args:
            wanted: the sheets that are asked for.
            sheets: all sheets in their order: a reference through several (`'Jan:Mar'!A1`) reads those between.
        """
        self._places = {name.casefold(): place for place, name in enumerate(sheets)}
        self._wanted = {place: name for name in wanted if (place := self._places.get(name.casefold())) is not None}
        others = [place for place in range(len(sheets)) if place not in self._wanted]
        self.may_be_amid = any(others[0] < place < others[-1] for place in self._wanted) if others else False
        """Whether a reference through several may read a wanted sheet and name none."""

    def read_by(self, formula: str) -> set[str]:
        """The wanted sheets that a formula reads, as it stands in a defined name or a cell."""
        return {name for ends in _references(formula) for name in self.between(ends)}

    def between(self, ends: Iterable[str]) -> Sequence[str]:
        """The wanted sheets from one end of a reference to the other; where only one end is known, that one."""
        places = [place for end in ends if (place := self._places.get(end.casefold())) is not None]
        if not places:
            return ()
        first, last = min(places), max(places)
        return [name for place, name in self._wanted.items() if first <= place <= last]


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
