"""Whether a sheet's first rows may hold a matrix's header, told from the part's bytes.

Fifty sheets of other data would take ten times as long to parse as the matrix itself. All that is decided here is
which sheets are not worth parsing: those in which no two rows together could say what a header says.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.opc.package.xml_text import encoding_of, unescaped
from zi_excel.opc.workbook.cell_text import SharedStrings, shown
from zi_excel.plan.rencana_aksi import Field
from zi_excel.reader.header.headers import header_meaning, may_be_header
from zi_excel.reader.header.names import MOST_CHARACTERS, MOST_TEXTS, SYNONYMS, WIDEST, begins_known, key

_PIECE = 1 << 15
_LONGEST_ROW, _MOST = 1 << 20, 64 << 20
"""Bytes that are looked at: of one row, and of all."""
_LONGEST_NUMBER = 12  # digits of an index
_CELL = re.compile(rb"""<c\s[^<>]*?\bt=["'](s|str|inlineStr)["'][^<>/]*>(.*?)</c\s*>""", re.DOTALL)
_TEXT = re.compile(rb"<[vt]\b[^<>]*>([^<]+)<")
_FOREIGN = (b"<!", b"<rPh", b":sheetData", b"\0")
"""Where these stand, bytes are not what they seem: comments, CDATA, phonetic guides, prefixes, UTF-16."""
_NO_FIELD: frozenset[Field] = frozenset()


def _fields_by_word() -> Mapping[str, frozenset[Field]]:
    fields: dict[str, set[Field]] = {}
    for name, meaning in SYNONYMS.items():
        for word in name.split():
            fields.setdefault(word, set()).add(meaning.field)
    return MappingProxyType({word: frozenset(columns) for word, columns in fields.items()})


_FIELDS_OF = _fields_by_word()
"""By each word that stands in a known header, the columns that are called something with it."""


class _UnclearError(Exception):
    """The bytes can't be trusted, or there are too many."""


class _Candidate(NamedTuple):
    """A text that may be a header, or part of one. fields: the columns' that it may be. whole: it is one by itself."""

    fields: frozenset[Field]
    whole: bool


_NONE = _Candidate(_NO_FIELD, whole=False)


class Glance:
    """Looks at one sheet after the other; what a shared text may mean is worked out once."""

    def __init__(self, package: Package, strings: SharedStrings) -> None:
        self._package = package
        self._strings = strings
        self._shared: dict[bytes, _Candidate] = {}

    def may_hold(self, part: str, rows: int, rows_in_all: int) -> bool:
        """Whether a header may stand in a sheet's first rows. True where that can't be told.

        Args:
            part: the sheet's part.
            rows: how many rows with content are looked at.
            rows_in_all: how many rows are looked at, blank ones included.
        """
        try:
            return self._may_hold(self._rows(part, rows_in_all), rows)
        except (_UnclearError, WorkbookError):
            return True

    def _may_hold(self, rows: Iterable[bytes], most: int) -> bool:
        above: list[_Candidate] = []
        looked_at = 0
        for row in rows:
            cells = [match.groups() for match in islice(_CELL.finditer(row), WIDEST)]
            looked_at += len(cells)
            if looked_at > MOST_TEXTS:
                raise _UnclearError
            here = [candidate for kind, inside in cells if (candidate := self._candidate(kind, inside)).fields]
            whole = max(sum(candidate.whole for candidate in line) for line in (here, above))
            if whole > 1 and may_be_header(frozenset().union(*(candidate.fields for candidate in (*here, *above)))):
                return True
            above = here
            most -= bool(cells) or _TEXT.search(row) is not None
            if most < 0:
                break
        return False

    def _rows(self, part: str, most: int) -> Iterator[bytes]:
        """The bytes of each row; before them, what stands above the first."""
        rest, read = b"", 0
        with self._package.stream(part) as stream:
            while most > 0 and (piece := stream.read(_PIECE)):
                if not read and encoding_of(piece) not in {"utf-8", "ascii"}:
                    raise _UnclearError
                rest += piece
                read += len(piece)
                if any(mark in rest for mark in _FOREIGN):
                    raise _UnclearError
                *rows, rest = rest.split(b"<row")
                most -= len(rows)
                yield from rows
                if len(rest) > _LONGEST_ROW or read > _MOST:
                    raise _UnclearError
        yield rest

    def _candidate(self, kind: bytes, inside: bytes) -> _Candidate:
        """What a cell's text may be. kind: the cell's `t`; inside: the bytes between its tags."""
        if kind != b"s":
            return _candidate(shown(unescaped(b"".join(_TEXT.findall(inside)).decode("utf-8", "replace"))))
        if inside not in self._shared:
            index = b"".join(_TEXT.findall(inside)).strip()
            is_index = index.isdigit() and len(index) < _LONGEST_NUMBER
            self._shared[inside] = _candidate(self._strings[int(index)]) if is_index else _NONE
        return self._shared[inside]


def _candidate(text: str) -> _Candidate:
    if len(text) > MOST_CHARACTERS or not begins_known(text):
        return _NONE
    meaning = header_meaning(text)
    return _Candidate(_fields_with(text) | (_NO_FIELD if meaning is None else {meaning.field}), meaning is not None)


def _fields_with(text: str) -> frozenset[Field]:
    """The columns with a name that holds all words of a text: over two rows the text may be a part of that name."""
    words = key(text).split()
    return frozenset.intersection(*(_FIELDS_OF.get(word, _NO_FIELD) for word in words)) if words else _NO_FIELD
