"""The sheet of the matrix as a grid that can be changed as staff change it, and written as a workbook in milliseconds.

Knows nothing of zi_excel. All else of the workbook stays the parts that it has.
"""

import re
import zipfile
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SHEET = "xl/worksheets/sheet1.xml"
_STRINGS = "xl/sharedStrings.xml"
_STYLES = "xl/styles.xml"


class Cell(NamedTuple):
    """What a cell holds.

    value: text, number, bool or None. error: an error value. formula: with no value, one that was never computed.
    struck: text that is crossed out and stands before the value, which is text then.
    """

    style: str = "0"
    value: str | float | bool | None = None
    error: str | None = None
    formula: str | None = None
    struck: str | None = None

    def __bool__(self) -> bool:
        """Whether anything stands there."""
        return any(each is not None for each in self[1:])


class Merge(NamedTuple):
    """A merged range; its content is that of its first cell."""

    first: int
    left: int
    last: int
    right: int


Place = tuple[int, int]


def ref(row: int, column: int) -> str:
    """`(12, 6)` -> `F12`; no column beyond Z."""
    return f"{chr(64 + column)}{row}"


def _place(name: str) -> Place:
    letters, digits = re.fullmatch(r"([A-Z])(\d+)", name).groups()
    return int(digits), ord(letters) - 64


class MatrixSheet:
    """A workbook whose first sheet can be changed."""

    def __init__(self, path: Path) -> None:
        """Reads the workbook."""
        with zipfile.ZipFile(path) as archive:
            self._parts = {name: archive.read(name) for name in archive.namelist()}
        self.hidden_style, self.signs_style = self._own_styles()
        strings = [
            "".join(text.text or "" for text in item.iter(f"{_MAIN}t"))
            for item in etree.fromstring(self._parts[_STRINGS])
        ]
        root = etree.fromstring(self._parts[_SHEET])
        self.cells: dict[Place, Cell] = {}
        for item in root.iter(f"{_MAIN}c"):
            self.cells[_place(item.get("r"))] = _read(item, strings)
        self.heights = {int(row.get("r")): row.get("ht") for row in root.iter(f"{_MAIN}row")}
        self.hidden: set[int] = set()
        self.merges = [
            Merge(*(_place(first)), *(_place(last)))
            for first, _, last in (item.get("ref").partition(":") for item in root.iter(f"{_MAIN}mergeCell"))
        ]
        self.links = {_place(item.get("ref")): item.get(f"{_OFFICE}id") for item in root.iter(f"{_MAIN}hyperlink")}
        text = self._parts[_SHEET].decode("utf-8")
        self._before, _, rest = text.partition("<sheetData>")
        self._after = rest.partition("</sheetData>")[2]
        self._start = self._state()

    def _own_styles(self) -> tuple[str, str]:
        """Two styles of the kinds' own: one whose format hides everything (`;;;`), one in Wingdings."""
        root = etree.fromstring(self._parts[_STYLES])
        formats, fonts, styles = (root.find(f"{_MAIN}{name}") for name in ("numFmts", "fonts", "cellXfs"))
        etree.SubElement(formats, f"{_MAIN}numFmt", numFmtId="190", formatCode=";;;")
        etree.SubElement(etree.SubElement(fonts, f"{_MAIN}font"), f"{_MAIN}name", val="Wingdings")
        etree.SubElement(styles, f"{_MAIN}xf", numFmtId="190", applyNumberFormat="1")
        etree.SubElement(styles, f"{_MAIN}xf", numFmtId="0", fontId=str(len(fonts) - 1), applyFont="1")
        for element in (formats, fonts, styles):
            element.set("count", str(len(element)))
        self._parts[_STYLES] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return str(len(styles) - 2), str(len(styles) - 1)

    def _state(self) -> tuple[dict, dict, set, list, dict]:
        return dict(self.cells), dict(self.heights), set(self.hidden), list(self.merges), dict(self.links)

    def restore(self) -> None:
        """As it was read."""
        cells, heights, hidden, merges, links = self._start
        self.cells, self.heights, self.hidden = dict(cells), dict(heights), set(hidden)
        self.merges, self.links = list(merges), dict(links)

    # --- what staff do

    def text(self, row: int, column: int) -> str:
        """A cell's text; "" where it is blank or has none."""
        value = self.cells.get((row, column), Cell()).value
        return value if isinstance(value, str) else ""

    def type(self, row: int, column: int, value: str | float | bool | None, *, like: Place | None = None) -> None:
        """Types over a cell; like: takes another cell's format."""
        style = self.cells.get(like or (row, column), Cell()).style
        self.cells[row, column] = Cell(style, value)
        if value is None:
            self.links.pop((row, column), None)

    def look(self, row: int, column: int, style: str) -> None:
        """Gives a cell another style."""
        self.cells[row, column] = self.cells.get((row, column), Cell())._replace(style=style)

    def fault(self, row: int, column: int, *, error: str | None = None, formula: str = "Lain!B4") -> None:
        """A formula: with an error value, or without any value."""
        self.cells[row, column] = Cell(self.cells.get((row, column), Cell()).style, None, error, formula)

    def copy(self, source: Place, target: Place) -> None:
        """Ctrl+C, Ctrl+V: content, format and hyperlink."""
        self.cells[target] = self.cells.get(source, Cell())
        self.links.pop(target, None)
        if source in self.links:
            self.links[target] = self.links[source]

    def permute(self, rows: list[int], order: list[int], columns: list[int]) -> None:
        """The cells of these columns change rows: what stood in order[n] stands in rows[n]. A sort, a move, a swap."""
        cells, links = dict(self.cells), dict(self.links)
        for target, source in zip(rows, order, strict=True):
            for column in columns:
                self.cells[target, column] = cells.get((source, column), Cell())
                self.links.pop((target, column), None)
                if (source, column) in links:
                    self.links[target, column] = links[source, column]

    def insert(self, row: int, *, like: int | None = None) -> None:
        """A blank row above this one; a merged range that it stands in grows. like: the row whose formats it takes."""
        self._shift(row, 1)
        for column in range(1, 13):
            style = self.cells.get((like or row + 1, column), Cell()).style
            self.cells[row, column] = Cell(style)

    def delete(self, row: int) -> None:
        """A whole row; what stands in the first row of a merged range goes with it."""
        for place in [each for each in self.cells if each[0] == row]:
            del self.cells[place]
            self.links.pop(place, None)
        self._shift(row + 1, -1)

    def _shift(self, begin: int, by: int) -> None:
        def moved(row: int) -> int:
            return row + by if row >= begin else row

        self.cells = {(moved(row), column): cell for (row, column), cell in self.cells.items()}
        self.links = {(moved(row), column): link for (row, column), link in self.links.items()}
        self.heights = {moved(row): height for row, height in self.heights.items()}
        # A merged range grows where a row comes into it, and shrinks where one of its rows goes.
        low, high = (begin, begin) if by > 0 else (begin, begin - 1)
        grown = [
            Merge(m.first + by * (m.first >= low), m.left, m.last + by * (m.last >= high), m.right) for m in self.merges
        ]
        self.merges = [m for m in grown if (m.first, m.left) != (m.last, m.right) and m.first <= m.last]

    def merge(self, first: int, last: int, column: int) -> None:
        """Merges cells of one column: what stood in the lower ones is gone."""
        for row in range(first + 1, last + 1):
            self.type(row, column, None)
        self.merges.append(Merge(first, column, last, column))

    # --- the workbook

    def save(self, path: Path) -> None:
        """Writes the workbook, all parts but the sheet as they were."""
        rows: dict[int, list[int]] = {}
        for row, column in sorted(self.cells):
            rows.setdefault(row, []).append(column)
        data = "".join(self._row(row, rows[row]) for row in sorted(rows))
        merges = "".join(f'<mergeCell ref="{ref(m.first, m.left)}:{ref(m.last, m.right)}"/>' for m in self.merges)
        links = "".join(f'<hyperlink ref="{ref(*place)}" r:id="{rid}"/>' for place, rid in self.links.items())
        after = re.sub(
            r"<mergeCells.*?</mergeCells>", f"<mergeCells>{merges}</mergeCells>", self._after, flags=re.DOTALL
        )
        after = re.sub(r"<hyperlinks>.*?</hyperlinks>", f"<hyperlinks>{links}</hyperlinks>", after, flags=re.DOTALL)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, content in self._parts.items():
                whole = f"{self._before}<sheetData>{data}</sheetData>{after}" if name == _SHEET else content
                archive.writestr(name, whole)

    def _row(self, row: int, columns: list[int]) -> str:
        height = self.heights.get(row)
        attributes = f' ht="{height}" customHeight="1"' if height else ""
        attributes += ' hidden="1"' if row in self.hidden else ""
        return f'<row r="{row}"{attributes}>{"".join(self._cell(row, column) for column in columns)}</row>'

    def _cell(self, row: int, column: int) -> str:
        cell = self.cells[row, column]
        head = f'<c r="{ref(row, column)}" s={quoteattr(cell.style)}'
        formula = f"<f>{escape(cell.formula)}</f>" if cell.formula else ""
        if cell.error is not None:
            return f'{head} t="e">{formula}<v>{cell.error}</v></c>'
        if cell.struck is not None:
            runs = f"<r><rPr><strike/></rPr>{_text(cell.struck)}</r>"
            runs += f"<r>{_text(str(cell.value))}</r>" if cell.value is not None else ""
            return f'{head} t="inlineStr"><is>{runs}</is></c>'
        match cell.value:
            case None:
                return f"{head}>{formula}</c>" if formula else f"{head}/>"
            case bool():
                return f'{head} t="b">{formula}<v>{int(cell.value)}</v></c>'
            case str():
                return f'{head} t="inlineStr"><is>{_text(cell.value)}</is></c>'
            case _:
                return f"{head}>{formula}<v>{cell.value!r}</v></c>"


def _text(text: str) -> str:
    return f'<t xml:space="preserve">{escape(text)}</t>'


def _read(item: etree._Element, strings: list[str]) -> Cell:
    value, kind = item.findtext(f"{_MAIN}v"), item.get("t", "n")
    style = item.get("s", "0")
    if value is None:
        return Cell(style)
    if kind == "s":
        return Cell(style, strings[int(value)])
    return Cell(style, float(value) if kind == "n" else value)
