"""Web pages (.html), by lxml's parser for HTML as it is found: nothing is run, nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from zi_excel.documents.pages import Block, Document, Judged, Placed, Table, by_table, placed_rows, strayed
from zi_excel.errors import WorkbookError
from zi_excel.plan.numbering import letters

_PASSED = frozenset(
    ("script", "style", "head", "template", "noscript", "iframe", "object", "svg", "nav", "select", "button", "form")
)
_LINES = frozenset(
    ("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer", "main")
).union(("blockquote", "center", "pre", "address", "dl", "dt", "dd", "figure", "tr", "table", "hr", "body"))
_SLANTED = frozenset(("i", "em", "cite"))
_STRUCK = frozenset(("s", "strike", "del"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_GAP = re.compile(r"[ \t\r\n\f]+")
_MOST_CELLS = 300_000
_WIDEST, _DEEPEST = 1000, 200


def read_html(path: Path, raw: bytes) -> Document:
    """A page's tables, each with the lines above it.

    Raises:
        WorkbookError: it holds no page, or far too much.
    """
    parser = lxml_html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(_marked(raw), parser=parser)
    except (etree.ParserError, etree.LxmlError, ValueError, AssertionError):
        raise WorkbookError(f"'{path}' bukan halaman web yang dapat dibaca; simpan ulang dari peramban.") from None
    walk = _Walk(path)
    blocks = list(walk.blocks(root))
    return Document(path, "tabel", tuple(by_table(blocks)), tuple(walk.judged))


def _marked(raw: bytes) -> bytes | str:
    """The bytes, as text where they are UTF-8: a page that doesn't say its encoding is mostly that."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


class _Walk:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.judged: list[Judged] = []
        self.tables = 0
        self.cells = 0
        self.list: Any = None  # the numbered list whose items are counted
        self.item = 0

    def blocks(self, root: Any) -> Iterator[Block]:
        """The lines of text outside tables, and the outermost tables."""
        texts: list[str] = []
        for piece in self._pieces(root, 0):
            if isinstance(piece, str):
                texts.append(piece)
                continue
            yield from _lines("".join(texts))
            texts.clear()
            yield piece
        yield from _lines("".join(texts))

    def _pieces(self, element: Any, depth: int) -> Iterator[str | Table]:
        if depth > _DEEPEST:
            raise WorkbookError(f"'{self.path}' bersarang terlalu dalam; simpan tabelnya saja, misalnya sebagai .docx.")
        if not isinstance(element.tag, str) or element.tag in _PASSED or _is_hidden(element):
            return
        if element.tag == "table" and not _is_frame(element):
            self.tables += 1
            yield Table(placed_rows(self._rows(element)))
            return
        edge = "\n" if element.tag in _LINES else ""
        yield edge + _GAP.sub(" ", element.text or "") if element.tag != "br" else "\n"
        for child in element:
            yield from self._pieces(child, depth + 1)
            yield _GAP.sub(" ", child.tail or "")
        yield edge

    def _rows(self, table: Any) -> Iterator[list[Placed]]:
        for number, row in enumerate(_own(table, "tr"), start=1):
            cells = []
            for cell in _own(row, "td", "th"):
                across, down = _span(cell, "colspan"), _span(cell, "rowspan")
                text, slanted = self._cell(cell, f"tabel {self.tables}, baris {number}")
                cells.append(Placed(text, across, down, slanted))
                self.cells += across
            if self.cells > _MOST_CELLS:
                raise WorkbookError(f"Tabel di '{self.path}' mempunyai lebih dari 300.000 sel; periksa halamannya.")
            yield cells

    def _mark(self, element: Any) -> str:
        """The bullet or number that a browser shows before an item of a list."""
        if element.tag != "li":
            return ""
        parent = element.getparent()
        if parent is None or parent.tag != "ol":
            return "- "
        if parent is not self.list:
            start = parent.get("start", "1").strip()
            self.list, self.item = parent, (int(start) if start.isdecimal() and len(start) < 5 else 1) - 1
        self.item += 1
        return f"{letters(self.item) if parent.get('type') == 'a' else self.item}. "

    def _cell(self, cell: Any, where: str) -> tuple[str, tuple[str, ...]]:
        slanted: list[str] = []
        struck: list[str] = []
        text = "".join(self._inner(cell, slanted, struck, 0))
        for gone in struck:
            self.judged.append(Judged(where, strayed(gone), "Teks yang dicoret; tidak dibaca."))
        lines = [" ".join(line.split(" ")).strip(" ") for line in re.split(r"\n+", text)]
        return "\n".join(_GAP.sub(" ", line) for line in lines if line), tuple(slanted)

    def _inner(self, element: Any, slanted: list[str], struck: list[str], depth: int) -> Iterator[str]:
        if depth > _DEEPEST or not isinstance(element.tag, str) or element.tag in _PASSED or _is_hidden(element):
            return
        marks = element.tag in _STRUCK or element.tag in _SLANTED
        whole = _GAP.sub(" ", str(element.text_content())).strip() if marks else ""
        if element.tag in _STRUCK and whole:
            struck.append(whole)
            return
        if element.tag in _SLANTED and whole:
            slanted.append(whole)
        if element.tag == "br":
            yield "\n"
        edge = "\n" if element.tag in _LINES and depth else " " if element.tag in {"td", "th"} and depth else ""
        yield edge + self._mark(element)
        yield _GAP.sub(" ", element.text or "")
        for child in element:
            yield from self._inner(child, slanted, struck, depth + 1)
            yield _GAP.sub(" ", child.tail or "")
        yield edge


def _own(parent: Any, *tags: str) -> Iterator[Any]:
    """The rows of a table, or the cells of a row; not those of a table within."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in {"thead", "tbody", "tfoot", "form"}:
            yield from _own(child, *tags)


def _is_frame(table: Any) -> bool:
    """Whether a table only holds another one, as pages once were laid out."""
    return table.find(".//table") is not None and max((len(row) for row in _own(table, "tr")), default=0) < 3


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")) is not None


def _span(cell: Any, name: str) -> int:
    text = cell.get(name, "1").strip()
    number = int(text) if text.isdecimal() and len(text) < 5 else 1
    return min(max(number, 1), _WIDEST)


def _lines(text: str) -> Iterator[str]:
    """The lines of a text, each blank one kept once."""
    for line in re.sub(r"\n\s*\n\s*", "\n\n", text).split("\n"):
        yield line.strip()
