"""Who reads some sheets of a workbook: defined names, by the tokens of their formulas, and parts, by their bytes.

In a formula whole tokens count, in quotes or not; texts and other workbooks' sheets are no references. Parts are looked
through in one pass, without being parsed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from zi_excel.opc.package import content_types
from zi_excel.opc.package.archive import CHUNK
from zi_excel.opc.package.package import Package
from zi_excel.opc.package.xml_text import in_utf8, unescaped
from zi_excel.opc.workbook.workbook import StaffName

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
_NOT_READ = (
    "sharedStrings+xml",  # in these a sheet's name is a text
    "extended-properties+xml",  # or a list of the sheets
    "package.relationships+xml",  # or a link's target
)
_OVERLAP = 1024
"""Bytes of a piece that are looked at again with the next one: the longest names, written with entities."""
_LONGEST = 400
"""Bytes before a "!" in which the name of a sheet, or two of them, may stand."""
_WORD = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*", re.ASCII)
_APOSTROPHE = re.compile(rb"&apos;|&#39;|&#x27;")
# Before a "!", read backwards: a name in quotes (the first character is one), or one without. "[0]" before it is this
# workbook, other brackets are another one; ":" stands between two ends. A blank may stand in a name.
_QUOTED_BACKWARDS = re.compile(rb"'(?P<name>(?:[^'<>]|'')+)'")
_PLAIN_BACKWARDS = re.compile(rb"(?P<name>[^'\"!+*/^&=<>(){}\[\],;#@%~|$\-]+)(?P<book>\][^\[\]<>]*\[)?")
_BOOK_BEFORE = re.compile(r"\[([^\[\]]*)\](.*)")
_THROUGH = re.compile(rb":[^<>:!]{1,%d}!" % _LONGEST)
_SOURCE = re.compile(rb"""\ssheet\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')""")
_LINK = re.compile(rb"""[\s:]location\s*=\s*["']#?\Z""")


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


class Readers(NamedTuple):
    """Who refers to a sheet, each with the first part that does.

    reads: formulas, charts, pivots, controls. links: hyperlinks, which lead to it but read nothing. Text that merely
    looks so counts as well.
    """

    reads: dict[str, str]
    links: dict[str, str]


def read_by_names(names: Iterable[StaffName], wanted: Wanted) -> Mapping[str, str]:
    """The wanted sheets that names read, each with the first name that does."""
    found: dict[str, str] = {}
    for item in names:
        for sheet in wanted.read_by(item.text):
            found.setdefault(sheet, item.name)
    return found


def survey(package: Package, names: Collection[str], wanted: Wanted, *, own: Collection[str]) -> Readers:
    """Inflates every part once, so that every checksum is compared, and looks for references to some sheets.

    Args:
        package: staff's package.
        names: the sheets' names.
        wanted: the same sheets among all sheets.
        own: parts in which references don't count: the tabs' own, and the workbook part, which lists them.

    Raises:
        WorkbookError: a part is damaged.
    """
    sought = _Sought(names, wanted)
    for part in package.names:
        passed_over = not names or part in own or _is_not_read(package, part)
        with package.stream(part) as stream:
            pieces = iter(lambda: stream.read(CHUNK), b"")
            if passed_over:
                for _ in pieces:
                    pass
            else:
                sought.look(part, in_utf8(pieces))
    return sought.readers


class _Sought:
    """Some sheets, looked for."""

    def __init__(self, names: Collection[str], wanted: Wanted) -> None:
        self.readers = Readers({}, {})
        self._wanted = wanted
        self._hints = [max(_WORD.findall(name.lower()), key=len, default="").encode() for name in names]
        """Bytes (in small letters) without which a name can't stand there: a quick look."""

    def look(self, part: str, pieces: Iterator[bytes]) -> None:
        """Looks through a part's pieces, all of them."""
        tail = b""
        seen: set[tuple[bytes, bool]] = set()
        for piece in pieces:
            window = tail + piece
            tail = window[-_OVERLAP:]
            low = window.lower()
            if any(hint in low for hint in self._hints) or (self._wanted.may_be_amid and _THROUGH.search(window)):
                for name, is_link in _names_in(window):
                    if (name, is_link) not in seen:
                        seen.add((name, is_link))
                        self._note(part, name.decode("utf-8", "replace"), is_link=is_link)

    def _note(self, part: str, written: str, *, is_link: bool) -> None:
        text = unescaped(written)
        quoted = text.startswith("'")
        text = text[1:-1].replace("''", "'") if quoted else text
        if (book := _BOOK_BEFORE.fullmatch(text)) is not None and book[1] == _THIS_WORKBOOK:
            text = book[2]
        if "[" in text or "]" in text:
            return
        # A plain one may have another word before it; an attribute in single quotes its own before the name's
        words = {text, text.rpartition("'")[2]} if quoted else {text, text.strip(), *text.split()[-1:]}
        for sheet in {sheet for word in words for sheet in self._wanted.between(word.split(":"))}:
            (self.readers.links if is_link else self.readers.reads).setdefault(sheet, part)


def _names_in(window: bytes) -> Iterator[tuple[bytes, bool]]:
    """What stands before each "!", with its quotes, and whether it is a link's; the sources of pivots."""
    for source in _SOURCE.finditer(window):
        yield source[1] or source[2] or b"", False
    if b"&" in window:
        window = _APOSTROPHE.sub(b"'", window)
    at = window.find(b"!")
    while at >= 0:
        start = max(0, at - _LONGEST)
        before = window[start:at][::-1]
        found = _QUOTED_BACKWARDS.match(before) or _PLAIN_BACKWARDS.match(before)
        if found is not None:
            name = found[0][::-1]
            yield name, _LINK.search(window, max(0, at - len(name) - 40), at - len(name)) is not None
        at = window.find(b"!", at + 1)


def _is_not_read(package: Package, part: str) -> bool:
    kind = package.content_type(part) or ""
    return kind.endswith(_NOT_READ) or part.lower().endswith(".rels") or part == content_types.PART
