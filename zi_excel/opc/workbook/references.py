"""What reads some sheets of a workbook: defined names, by the tokens of their formulas, and parts, by their bytes.

In a formula whole tokens count, in quotes or not; texts and other workbooks' sheets are no references. Parts are not
parsed: one pass inflates them all and looks for what comes before each "!".
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from zi_excel.opc.package import content_types
from zi_excel.opc.package.archive import CHUNK
from zi_excel.opc.package.package import Package
from zi_excel.opc.package.xml import too_large
from zi_excel.opc.package.xml_text import in_utf8, unescaped
from zi_excel.opc.workbook.workbook import StaffName

_NO_SIGN = r"[^\s'\"!+\-*/^&=<>(){}\[\],;:#@%~|$]"
_PLAIN = rf"(?<!{_NO_SIGN}){_NO_SIGN}++"  # tried once where it begins, not once more for each of its letters
# Patterns are texts here, as a workbook without the tool's tabs and without names has nothing to be searched.
_TOKEN = rf"""
    "(?:[^"]|"")*+(?:"|\Z)                                     # a text
    | '(?P<quoted>(?:[^']|'')+)'!
    | (?P<book>\[[^\[\]]*\])?(?P<plain>{_PLAIN}(?::{_PLAIN})?)!
    | \[(?:'.|[^\[\]'])*\]                                    # a table's column, which may hold any sign
    | \#[A-Z][A-Z0-9/_]*[!?]?                                 # an error value, such as #REF!
    """
_BOOK = r"(?:(?P<folder>[^\[\]]*)\[(?P<book>[^\[\]]*)\])?(?P<sheets>[^\[\]]*)"
_THIS_WORKBOOK = "0"  # [0]Sheet1!A1
_WITHOUT_FORMULAS = (
    "sharedStrings+xml",  # a sheet's name in it is a text
    "extended-properties+xml",  # it lists the sheets
    "package.relationships+xml",  # a sheet's name in it is a link's target
)
_OVERLAP = 1024
"""Bytes of a piece that are searched again with the next one: the longest names, written with entities."""
_LONGEST_FORMULA, _MOST_QUOTES = 8192, 40
"""Characters of a formula, Excel's limit, and apostrophes in it: so many are taken apart."""
_MOST_MARKS = 1_000_000
"""Marks of a reference ("!") that are looked at, in the pieces of parts in which a wanted name occurs at all."""
_LONGEST = 400
"""Bytes before a "!" in which the name of a sheet, or two of them, may stand."""
_WORD = r"[a-z0-9]+(?: [a-z0-9]+)*"
_APOSTROPHE = rb"&apos;|&#39;|&#x27;"
# What comes before a "!", read backwards: a name, in quotes or not, which may have blanks. Before it, "[0]" means this
# workbook and other brackets another one; ":" separates the two ends of a reference through several sheets.
_QUOTED_BACKWARDS = rb"'(?P<name>(?:[^'<>]|'')+)'"
_PLAIN_BACKWARDS = rb"(?P<name>[^'\"!+*/^&=<>(){}\[\],;#@%~|$\-]+)(?P<book>\][^\[\]<>]*\[)?"
_BOOK_BEFORE = r"\[([^\[\]]*)\](.*)"
_THROUGH = rb":[^<>:!]{1,%d}!" % _LONGEST
_SOURCE = rb"""\ssheet\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')"""
_LINK = rb"""[\s:]location\s*=\s*["']#?\Z"""


class Wanted:
    """Some sheets of a workbook, and whether a reference reads them. Capitals make no difference in a name."""

    def __init__(self, wanted: Iterable[str], sheets: Sequence[str]) -> None:
        """Takes the names of the sheets.

        Args:
            wanted: the sheets that are asked for.
            sheets: all sheets in their order: a reference through several (`'Jan:Mar'!A1`) also reads those between.
        """
        self._places = {name.casefold(): place for place, name in enumerate(sheets)}
        self._wanted = {place: name for name in wanted if (place := self._places.get(name.casefold())) is not None}
        others = [place for place in range(len(sheets)) if place not in self._wanted]
        self.may_be_amid = any(others[0] < place < others[-1] for place in self._wanted) if others else False
        """Whether a reference through several sheets may read a wanted one without naming it."""

    def read_by(self, formula: str) -> set[str]:
        """The wanted sheets that a formula reads. formula: as a defined name or a cell holds it.

        Of one that no program would take (too long, too many quotes) all that it mentions count as read.
        """
        if len(formula) > _LONGEST_FORMULA or formula.count("'") > _MOST_QUOTES:
            small = formula.casefold()
            mentioned = {name for name in self._wanted.values() if name.casefold().replace("'", "''") in small}
            return set(self._wanted.values()) if self.may_be_amid and ":" in small else mentioned
        return {name for ends in _references(formula) for name in self.between(ends)}

    def between(self, ends: Iterable[str]) -> Sequence[str]:
        """The wanted sheets from one end of a reference to the other; where only one end exists, that one."""
        places = [place for end in ends if (place := self._places.get(end.casefold())) is not None]
        if not places:
            return ()
        first, last = min(places), max(places)
        return [name for place, name in self._wanted.items() if first <= place <= last]


def _references(formula: str) -> Iterator[tuple[str, ...]]:
    """The sheet that each reference names, or the two ends where it goes through several."""
    for token in re.finditer(_TOKEN, formula, re.VERBOSE):
        text = token["quoted"]
        text = (token["book"] or "") + token["plain"] if text is None and token["plain"] else text
        if text is None or (pieces := re.fullmatch(_BOOK, text.replace("''", "'"))) is None:
            continue
        if pieces["folder"] or pieces["book"] not in (None, _THIS_WORKBOOK):
            continue
        yield tuple(pieces["sheets"].split(":"))


class Readers(NamedTuple):
    """By sheet's name, the first part that refers to it.

    reads: in a formula, chart, pivot or control. links: by a hyperlink, which leads there but reads nothing. Text that
    merely looks like a reference counts as well.
    """

    reads: dict[str, str]
    links: dict[str, str]


def read_by_names(names: Iterable[StaffName], wanted: Wanted) -> Mapping[str, str]:
    """The wanted sheets that defined names read, each with the first name that does."""
    readers: dict[str, str] = {}
    for item in names:
        for sheet in wanted.read_by(item.text):
            readers.setdefault(sheet, item.name)
    return readers


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
    """A search for references to some sheets, part by part. readers: what it has found."""

    def __init__(self, names: Collection[str], wanted: Wanted) -> None:
        self.readers = Readers({}, {})
        self._marks = 0
        self._wanted = wanted
        self._hints = [max(re.findall(_WORD, name.lower(), re.ASCII), key=len, default="").encode() for name in names]
        """Of each name, bytes in lower case that stand wherever the name does: whether it occurs is seen quickly."""

    def look(self, part: str, pieces: Iterator[bytes]) -> None:
        """Searches a part. pieces: its bytes, all of which are read."""
        tail = b""
        seen: set[tuple[bytes, bool]] = set()
        for piece in pieces:
            window = tail + piece
            tail = window[-_OVERLAP:]
            low = window.lower()
            if any(hint in low for hint in self._hints) or (self._wanted.may_be_amid and re.search(_THROUGH, window)):
                self._marks += window.count(b"!")
                if self._marks > _MOST_MARKS:
                    raise too_large(f"Bagian '{part}'")
                for name, is_link in _names_in(window):
                    if (name, is_link) not in seen:
                        seen.add((name, is_link))
                        self._note(part, name.decode("utf-8", "replace"), is_link=is_link)

    def _note(self, part: str, written: str, *, is_link: bool) -> None:
        text = unescaped(written)
        quoted = text.startswith("'")
        text = text[1:-1].replace("''", "'") if quoted else text
        if (book := re.fullmatch(_BOOK_BEFORE, text)) is not None and book[1] == _THIS_WORKBOOK:
            text = book[2]
        if "[" in text or "]" in text:
            return
        # Before a name without quotes another word may stand; the first quote may be an attribute's, not the name's
        words = {text, text.rpartition("'")[2]} if quoted else {text, text.strip(), *text.split()[-1:]}
        for sheet in {sheet for word in words for sheet in self._wanted.between(word.split(":"))}:
            (self.readers.links if is_link else self.readers.reads).setdefault(sheet, part)


def _names_in(window: bytes) -> Iterator[tuple[bytes, bool]]:
    """The names before each "!", with their quotes, and whether a link has them; the sources of pivots."""
    for source in re.finditer(_SOURCE, window):
        yield source[1] or source[2] or b"", False
    if b"&" in window:
        window = re.sub(_APOSTROPHE, b"'", window)
    quoted, plain, link = re.compile(_QUOTED_BACKWARDS), re.compile(_PLAIN_BACKWARDS), re.compile(_LINK)
    at = window.find(b"!")
    while at >= 0:
        start = max(0, at - _LONGEST)
        before = window[start:at][::-1]
        backwards = quoted.match(before) or plain.match(before)
        if backwards is not None:
            name = backwards[0][::-1]
            yield name, link.search(window, max(0, at - len(name) - 40), at - len(name)) is not None
        at = window.find(b"!", at + 1)


def _is_not_read(package: Package, part: str) -> bool:
    kind = package.content_type(part) or ""
    return kind.endswith(_WITHOUT_FORMULAS) or part.lower().endswith(".rels") or part == content_types.PART
