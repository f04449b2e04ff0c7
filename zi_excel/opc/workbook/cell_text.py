"""Text of cells as a person sees it, and the shared strings: of their table only those asked for are parsed."""

import re
from array import array
from itertools import islice
from typing import NamedTuple, Self

from zi_excel.errors import WorkbookError
from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package
from zi_excel.opc.package.xml_text import DECLARED_ENCODING
from zi_excel.opc.workbook.symbol_fonts import drawn, font_name
from zi_excel.wording import shown_text

_LIMIT = 256 << 20
"""Bytes of the part at most: a million texts of two lines each."""
_MOST = 1 << 30
"""More strings than the part can hold; a damaged cell may ask for any."""
_AHEAD = 500
"""Strings that are located ahead of those asked for: most are asked for in their order."""
_ROOT = re.compile(rb"<(?:([A-Za-z_][\w.\-]*):)?sst[\s/>]")
_NAMED = ((b"&lt;", b"<"), (b"&gt;", b">"), (b"&quot;", b'"'), (b"&apos;", b"'"), (b"&amp;", b"&"))
_OFF = frozenset({"0", "false", "off"})
_ESCAPE = r"_x([0-9A-Fa-f]{4})_"  # compiled at first use: few texts have one


class Run(NamedTuple):
    """A run of rich text.

    struck: whether it is struck out; None: as the cell's own font says. slanted: whether its own font is italic.
    """

    text: str
    struck: bool | None = None
    slanted: bool = False


Runs = tuple[Run, ...]


def shown(raw: str) -> str:
    """A cell's text as a person sees it: escapes undone, no-break spaces plain, line breaks alike, ends trimmed."""
    if "_x" in raw:
        raw = _unescaped(raw)
    if "\r" in raw:
        raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    return raw.strip() if raw.isascii() and raw.isprintable() else shown_text(raw).strip()


def rich_text(element: xml.Element) -> str:
    """The text of an `si` or `is` element: its runs joined, phonetic guides left out."""
    text = ""
    for child in element:
        name = xml.local(child)
        if name == "t":
            text += child.text or ""
        elif name == "r":
            text += "".join(part.text or "" for part in child if xml.local(part) == "t")
    return text


def runs_of(element: xml.Element) -> Runs:
    """The runs of an `si` or `is` element; its plain text is one that looks as the cell does."""
    runs: list[Run] = []
    for child in element:
        name = xml.local(child)
        if name == "t":
            runs.append(Run(child.text or ""))
        elif name == "r":
            struck, font, slanted = None, None, False
            for part in child:
                if xml.local(part) == "rPr":
                    struck, font, slanted = is_struck(part), font_name(part), _is_on(part, "i")
                elif xml.local(part) == "t":
                    runs.append(Run(drawn(part.text or "", font), struck, slanted))
    return tuple(runs)


def is_struck(properties: xml.Element) -> bool:
    """Whether a font, or a run's properties, strike their text out."""
    return _is_on(properties, "strike")


def _is_on(properties: xml.Element, name: str) -> bool:
    switch = xml.child(properties, name)
    return switch is not None and switch.get("val", "1") not in _OFF


def parted_by_strike(runs: Runs, *, cell_struck: bool) -> tuple[str, str]:
    """What is left of a text, and what is struck out of it. cell_struck: whether the cell's own font strikes out.

    Where a blank was struck out with the words around it, what is beside them stays parted.
    """
    kept = struck = gap = ""
    for run in runs:
        if cell_struck if run.struck is None else run.struck:
            struck += run.text
            gap = gap or (" " if run.text != run.text.strip() else "")
        else:
            kept, gap = f"{kept}{gap}{run.text}", "" if run.text else gap
    return shown(kept), shown(struck)


class SharedStrings:
    """The table of shared strings. Its part is read when the first string is asked for.

    struck: of those asked for, the runs of the strings of which a part is struck out.
    """

    def __init__(self, package: Package, part: str | None) -> None:
        self._package = package
        self._part = part
        self._texts: list[str | None] = []
        self.struck: dict[int, Runs] = {}
        self._table: _Table | _Parsed | None = None

    @classmethod
    def of(cls, package: Package) -> Self:
        """The shared strings of a workbook."""
        stated = package.relationships(package.workbook_part).of_kind("sharedStrings")
        return cls(package, next((item.part for item in stated if item.part), None))

    def __getitem__(self, index: int) -> str:
        """The text of a string, as a person sees it.

        Raises:
            WorkbookError: there is no such string, or the part is damaged.
        """
        if 0 <= index < len(self._texts) and (text := self._texts[index]) is not None:
            return text
        raw = self._raw(index)
        text = shown(raw if isinstance(raw, str) else self._joined(index, raw))
        if index >= len(self._texts):  # at least twice as long each time
            self._texts.extend([None] * (index + 1))
        self._texts[index] = text
        return text

    def parted(self, index: int, *, cell_struck: bool) -> tuple[str, str]:
        """What is left of a string, and what is struck out of it, in a cell whose own font strikes out or not.

        Raises:
            WorkbookError: there is no such string, or the part is damaged.
        """
        whole = self[index]
        if cell_struck:
            raw = self._raw(index)
            return ("", whole) if isinstance(raw, str) else parted_by_strike(raw, cell_struck=True)
        return parted_by_strike(self.struck[index], cell_struck=False) if index in self.struck else (whole, "")

    def runs(self, index: int) -> Runs:
        """The runs of a string; none where it looks the same all through.

        Raises:
            WorkbookError: there is no such string, or the part is damaged.
        """
        raw = self._raw(index)
        return () if isinstance(raw, str) else raw

    def _joined(self, index: int, runs: Runs) -> str:
        """The text of a string in runs; where anything of it is struck out, they are kept."""
        if any(run.struck for run in runs):
            self.struck[index] = runs
        return "".join(run.text for run in runs)

    def _raw(self, index: int) -> str | Runs:
        if self._part is None:
            raise WorkbookError(
                f"'{self._package.path}' tidak utuh: teks selnya tidak ada (sharedStrings); simpan ulang di Excel."
            )
        if self._table is None:
            self._table = _table(self._package.read(self._part, limit=_LIMIT), self._package.label(self._part))
        raw = self._table.item(index) if index >= 0 else None
        if raw is None:
            raise WorkbookError(
                f"Bagian {self._package.label(self._part)} tidak memuat semua teks yang dipakai sel; buka berkasnya di "
                "Excel dan simpan ulang."
            )
        return raw


class _Parsed:
    """A table parsed as a whole: one whose bytes can't be searched (comments, CDATA, encodings other than UTF-8)."""

    def __init__(self, data: bytes, part: str) -> None:
        self._texts = [runs_of(item) for item in xml.parse(data, part) if xml.local(item) == "si"]

    def item(self, index: int) -> str | Runs | None:
        return self._texts[index] if index < len(self._texts) else None


class _Table:
    """A table as bytes, with the offsets of its items as far as they have been asked for."""

    def __init__(self, data: bytes, part: str, root: re.Match[bytes]) -> None:
        prefix = root[1] + b":" if root[1] else b""
        self._data = data
        self._part = part
        self._root = data[root.start() : data.find(b">", root.start()) + 1]
        self._close = b"</" + prefix + b"sst>"
        self._end = b"</" + prefix + b"si>"
        self._starts = array("L")
        self._items = re.finditer(b"<" + prefix + rb"si[\s/>]", data)
        p = re.escape(prefix)
        self._simple = re.compile(
            b"<" + p + b"si><" + p + rb't(?: xml:space="preserve")?>([^<]*)</' + p + rb"t>\s*</" + p + b"si>"
        )

    def item(self, index: int) -> str | Runs | None:
        """The text of an item, or its runs; None where there is no such item."""
        missing = index + 2 - len(self._starts)  # the next one's start is this one's end
        if missing > 0:
            self._starts.extend([item.start() for item in islice(self._items, min(missing, _MOST) + _AHEAD)])
        if index >= len(self._starts):
            return None
        start = self._starts[index]
        simple = self._simple.match(self._data, start)
        if simple and b"&#" not in simple[1]:
            return self._decoded(simple[1])
        stop = self._starts[index + 1] if index + 1 < len(self._starts) else len(self._data)
        end = self._data.find(self._end, start, stop)
        if end < 0:
            return ""  # <si/>
        item = self._root + self._data[start : end + len(self._end)] + self._close
        return runs_of(xml.parse(item, self._part)[0])

    def _decoded(self, text: bytes) -> str:
        if b"&" in text:
            for name, character in _NAMED:  # &amp; last: "&amp;lt;" is the text "&lt;"
                text = text.replace(name, character)
        try:
            return text.decode("utf-8")
        except UnicodeDecodeError:
            raise WorkbookError(
                f"Bagian {self._part} memuat teks yang rusak; buka berkasnya di Excel dan simpan ulang."
            ) from None


def _table(data: bytes, part: str) -> _Table | _Parsed:
    declared = DECLARED_ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    utf8 = b"\0" not in data[:4] and (declared is None or declared[1].lower() in (b"utf-8", b"utf8", b"us-ascii"))
    root = _ROOT.search(data) if utf8 and b"<!" not in data else None
    return _Parsed(data, part) if root is None else _Table(data, part, root)


def _unescaped(raw: str) -> str:
    text = re.sub(_ESCAPE, lambda escape: chr(int(escape[1], 16)), raw)
    # A character beyond U+FFFF is escaped as two halves; a half that stands alone becomes U+FFFD.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if text != raw else text
