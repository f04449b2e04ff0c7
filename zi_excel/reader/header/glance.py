"""Whether a sheet's first rows may hold a matrix's header, told from the part's bytes.

Fifty sheets of other data would take ten times as long to parse as the matrix itself. What is decided here is only
which sheets are not worth that: a sheet is passed over where no two rows together could say what a header says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.encodings import encoding_of
from zi_excel.opc.package.package import Package
from zi_excel.opc.package.xml import unescaped
from zi_excel.opc.workbook.cell_text import shown
from zi_excel.opc.workbook.shared_strings import SharedStrings
from zi_excel.plan.rencana_aksi import Field
from zi_excel.reader.header.headers import header_meaning, may_be_header
from zi_excel.reader.header.names import MOST_CHARACTERS, SYNONYMS, begins_known, key

_PIECE = 1 << 15
_LONGEST_ROW, _MOST = 1 << 20, 64 << 20
"""Bytes of one row, and in all, that are looked at so."""
_LONGEST_NUMBER = 12  # digits of an index
_CELL = re.compile(rb"""<c\s[^<>]*?\bt=["'](s|str|inlineStr)["'][^<>/]*>(.*?)</c\s*>""", re.DOTALL)
_TEXT = re.compile(rb"<[vt]\b[^<>]*>([^<]+)<")
_FOREIGN = (b"<!", b"<rPh", b":sheetData", b"\0")
"""What makes the bytes say something else than they seem to: comments, CDATA, phonetic guides, prefixes, UTF-16."""
_NO_FIELD: frozenset[Field] = frozenset()
_WORDS = {word for name in SYNONYMS for word in name.split()}
_FIELDS_OF: Mapping[str, frozenset[Field]] = MappingProxyType(
    {word: frozenset(each.field for name, each in SYNONYMS.items() if word in name.split()) for word in _WORDS}
)


class _UnclearError(Exception):
    """The bytes can't be trusted, or there are too many."""


class _Meant(NamedTuple):
    """The columns that a text may be (part of) the header of; whether it alone is known as one's."""

    fields: frozenset[Field]
    known: bool


_NOTHING = _Meant(_NO_FIELD, known=False)


class Glance:
    """Looks at one sheet after the other; what a text may mean is found out once."""

    def __init__(self, package: Package, strings: SharedStrings) -> None:
        self._package = package
        self._strings = strings
        self._shared: dict[bytes, _Meant] = {}

    def may_hold(self, part: str, rows: int, rows_in_all: int) -> bool:
        """Whether a header may stand in a sheet's first rows. True where it can't be told.

        Args:
            part: the sheet's.
            rows: how many rows with any content are looked at.
            rows_in_all: how many, the blank ones counted.
        """
        try:
            return self._may_hold(self._rows(part, rows_in_all), rows)
        except (_UnclearError, WorkbookError):
            return True

    def _may_hold(self, rows: Iterable[bytes], most: int) -> bool:
        above: list[_Meant] = []
        for row in rows:
            cells = _CELL.findall(row)
            meant = [each for kind, inside in cells if (each := self._meant(kind, inside)).fields]
            known = max(sum(each.known for each in one) for one in (meant, above))
            if known > 1 and may_be_header(frozenset().union(*(each.fields for each in (*meant, *above)))):
                return True
            above = meant
            most -= bool(cells) or _TEXT.search(row) is not None
            if most < 0:
                break
        return False

    def _rows(self, part: str, most: int) -> Iterator[bytes]:
        """The bytes of each row. The first piece is what stands above them."""
        rest, read = b"", 0
        with self._package.stream(part) as stream:
            while most > 0 and (piece := stream.read(_PIECE)):
                if not read and encoding_of(piece) not in {"utf-8", "ascii"}:
                    raise _UnclearError
                rest += piece
                read += len(piece)
                if any(each in rest for each in _FOREIGN):
                    raise _UnclearError
                *rows, rest = rest.split(b"<row")
                most -= len(rows)
                yield from rows
                if len(rest) > _LONGEST_ROW or read > _MOST:
                    raise _UnclearError
        yield rest

    def _meant(self, kind: bytes, inside: bytes) -> _Meant:
        """What a cell's text may mean. inside: the bytes between its tags."""
        if kind != b"s":
            return _meant(shown(unescaped(b"".join(_TEXT.findall(inside)).decode("utf-8", "replace"))))
        known = self._shared.get(inside)
        if known is None:
            index = b"".join(_TEXT.findall(inside)).strip()
            known = self._shared[inside] = (
                _meant(self._strings[int(index)]) if index.isdigit() and len(index) < _LONGEST_NUMBER else _NOTHING
            )
        return known


def _meant(text: str) -> _Meant:
    if len(text) > MOST_CHARACTERS or not begins_known(text):
        return _NOTHING
    meaning = header_meaning(text)
    return _Meant(_fields_with(text) | (_NO_FIELD if meaning is None else {meaning.field}), meaning is not None)


def _fields_with(text: str) -> frozenset[Field]:
    """The columns that have a name with all the words of a text in it: over two rows it may be a part of that name."""
    words = key(text).split()
    return frozenset.intersection(*(_FIELDS_OF.get(word, _NO_FIELD) for word in words)) if words else _NO_FIELD
