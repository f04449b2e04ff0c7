"""Word documents (.docx), by python-docx's package and a walk over the tables' own grid.

What is read is what stands on the page in the end: inserted text, not deleted; numbers that Word counts itself; neither
hidden nor struck-out text, comments, headers and footers. Nothing that a part refers to outside is ever opened.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from zi_excel.documents.lists import Lists, W
from zi_excel.documents.pages import Block, Cell, Document, Judged, Row, Table, by_table, strayed
from zi_excel.errors import WorkbookError

_MOST_UNPACKED, _MOST_PARTS = 300 << 20, 5000
_MOST_CELLS = 300_000
_DEEPEST = 8
"""Tables within tables."""
_OLE = b"\xd0\xcf\x11\xe0"
_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "rPrChange", "pPrChange", "commentReference"))
_WITHIN = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "hyperlink", "fldSimple")
)
_OFF = frozenset({"0", "false", "off", "none"})
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PLAIN = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": " "}


def read_docx(path: Path) -> Document:
    """A document's pages: a page is a table with the lines above it, as Word keeps no others.

    Raises:
        WorkbookError: it is no such document, damaged, protected by a password, or far too large.
    """
    _check_archive(path)
    body, numbering, styles = _parts(path)
    return read_body(path, body, Lists(numbering, styles))


def read_body(path: Path, body: Any, lists: Lists) -> Document:
    """The same of a body that is parsed already. lists: the document's own.

    Raises:
        WorkbookError: far too large, or tables too deep within each other.
    """
    walk = _Walk(path, lists)
    blocks = list(walk.blocks(body))
    return Document(path, "tabel", tuple(by_table(blocks)), tuple(walk.judged))


def _check_archive(path: Path) -> None:
    with path.open("rb") as file:
        if file.read(4) == _OLE:
            raise WorkbookError(
                f"'{path}' bersandi, atau dokumen Word lama dengan nama .docx; buka di Word dan simpan tanpa sandi "
                "sebagai .docx."
            )
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise _damaged(path) from None
    if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
        raise WorkbookError(f"'{path}' terlalu besar setelah dibuka; simpan ulang di Word tanpa gambar.")


def _parts(path: Path) -> tuple[Any, Any, Any]:
    """The document's body, and the roots of its lists and styles where it has any."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.package import OpcPackage
    from docx.oxml.parser import parse_xml

    try:
        package = OpcPackage.open(str(path))
        main = package.main_document_part
        root = parse_xml(main.blob)
        others = []
        for kind in (RELATIONSHIP_TYPE.NUMBERING, RELATIONSHIP_TYPE.STYLES):
            parts = [each.target_part for each in main.rels.values() if not each.is_external and each.reltype == kind]
            others.append(parse_xml(parts[0].blob) if parts else None)
    except Exception:  # noqa: BLE001  (a damaged package fails in every way there is)
        raise _damaged(path) from None
    body = root.find(f"{W}body")
    if body is None:
        raise _damaged(path)
    return body, others[0], others[1]


def _damaged(path: Path) -> WorkbookError:
    return WorkbookError(f"'{path}' bukan dokumen Word yang utuh (.docx); buka di Word, simpan ulang, lalu impor lagi.")


class _Walk:
    """A walk over a body: its lines and tables."""

    def __init__(self, path: Path, lists: Lists) -> None:
        self.path = path
        self.lists = lists
        self.judged: list[Judged] = []
        self.tables = 0
        self.cells = 0
        self.tracked = False

    def blocks(self, parent: Any) -> Iterator[Block]:
        """The lines of the paragraphs and the tables below an element, in their order."""
        for child in parent.iterchildren():
            if child.tag == f"{W}p":
                text, _ = self.paragraph(child)
                yield from text.split("\n")
                yield from self._boxed(child)
            elif child.tag == f"{W}tbl":
                self.tables += 1
                yield Table(tuple(self.rows(child, 1)))
            elif child.tag in _WITHIN:
                yield from self.blocks(child)

    def _boxed(self, paragraph: Any) -> Iterator[Block]:
        """The lines of a paragraph's text boxes: a Lampiran's head often stands in one."""
        for box in paragraph.iter(f"{W}txbxContent"):
            if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                for inner in box.iter(f"{W}p"):
                    yield from self.paragraph(inner)[0].split("\n")

    def rows(self, table: Any, depth: int) -> Iterator[Row]:
        """A table's rows; a cell that goes on from above belongs to the one where it began."""
        made: list[list[Cell]] = []
        open_at: dict[int, tuple[int, int]] = {}
        for row in _children(table, "tr"):
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                self._seen_tracked()
                continue
            column = _count(properties, "gridBefore", 0)
            cells: list[Cell] = []
            going_on: dict[int, tuple[int, int]] = {}
            for cell in _children(row, "tc"):
                own = cell.find(f"{W}tcPr")
                across = _count(own, "gridSpan", 1)
                merge = None if own is None else own.find(f"{W}vMerge")
                where = f"tabel {self.tables}, baris {len(made) + 1}"
                text, slanted = self.cell(cell, depth, where)
                if merge is not None and merge.get(f"{W}val", "continue") == "continue" and column in open_at:
                    at, index = going_on[column] = open_at[column]
                    above = made[at][index]
                    joined = "\n".join(filter(None, (above.text, text)))
                    made[at][index] = above._replace(down=len(made) - at + 1, text=joined)
                else:
                    if merge is not None:
                        going_on[column] = (len(made), len(cells))
                    cells.append(Cell(column, column + across, text, 1, slanted))
                self.cells += 1
                column += across
            if self.cells > _MOST_CELLS:
                raise WorkbookError(f"Tabel di '{self.path}' mempunyai lebih dari 300.000 sel; periksa dokumennya.")
            open_at = going_on
            made.append(cells)
        return (tuple(cells) for cells in made)

    def cell(self, cell: Any, depth: int, where: str) -> tuple[str, tuple[str, ...]]:
        """A cell's text, a line per paragraph, and its slanted phrases; a table in it is read row by row."""
        lines: list[str] = []
        slanted: list[str] = []
        for child in _within(cell):
            if child.tag == f"{W}p":
                text, phrases = self.paragraph(child)
                lines += [text] if text.strip() else []
                slanted += phrases
            elif child.tag == f"{W}tbl":
                if depth >= _DEEPEST:
                    raise WorkbookError(f"Tabel di '{self.path}' bersarang terlalu dalam; periksa dokumennya.")
                inner = [" ".join(each.text for each in row if each.text) for row in self.rows(child, depth + 1)]
                lines += [line for line in inner if line.strip()]
                made = "Tabel di dalam sel; tiap barisnya ditulis sebagai satu baris teks."
                self.judged.append(Judged(where, strayed(" / ".join(inner)), made))
        return "\n".join(line.strip() for line in lines), tuple(slanted)

    def paragraph(self, paragraph: Any) -> tuple[str, tuple[str, ...]]:
        """A paragraph's text with the number that Word puts before it, and its slanted phrases."""
        pieces: list[tuple[bool, str]] = []
        for run in self._runs(paragraph):
            properties = run.find(f"{W}rPr")
            text = "".join(_run_texts(run))
            if not text or _is_on(properties, "vanish"):
                continue
            if _is_on(properties, "strike") or _is_on(properties, "dstrike"):
                made = "Teks yang dicoret; tidak dibaca."
                self.judged.append(Judged(f"tabel {max(self.tables, 1)}", strayed(text), made))
                continue
            text = text.upper() if _is_on(properties, "caps") else text
            slanted = _is_on(properties, "i")
            if pieces and pieces[-1][0] is slanted:
                text = pieces.pop()[1] + text
            pieces.append((slanted, text))
        text = "".join(piece for _, piece in pieces)
        number = self.lists.number(paragraph) if text.strip() else ""
        return number + text, tuple(piece.strip() for slanted, piece in pieces if slanted and piece.strip())

    def _runs(self, parent: Any) -> Iterator[Any]:
        for child in parent.iterchildren():
            if child.tag == f"{W}r":
                yield child
            elif child.tag in _GONE:
                self._seen_tracked()
            elif child.tag in _WITHIN:
                if child.tag in {f"{W}ins", f"{W}moveTo"}:
                    self._seen_tracked()
                yield from self._runs(child)

    def _seen_tracked(self) -> None:
        if not self.tracked:
            self.tracked = True
            made = "Dibaca teks akhirnya, seolah semua perubahan diterima."
            self.judged.append(Judged("seluruh dokumen", "Perubahan terlacak (Track Changes)", made))


def _children(parent: Any, name: str) -> Iterator[Any]:
    """The rows of a table, or the cells of a row, also inside content controls."""
    for child in parent.iterchildren():
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in _WITHIN:
            yield from _children(child, name)


def _within(cell: Any) -> Iterator[Any]:
    for child in cell.iterchildren():
        if child.tag in _WITHIN:
            yield from _within(child)
        else:
            yield child


def _run_texts(run: Any) -> Iterator[str]:
    for child in run.iterchildren():
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}br" and child.get(f"{W}type") in {"page", "column"}:
            yield "\n"
        elif child.tag in _PLAIN:
            yield _PLAIN[child.tag]
        elif child.tag == f"{W}sym":
            code = child.get(f"{W}char", "")
            yield "✓" if code.upper() in {"F0FC", "00FC"} else "- "


def _is_on(properties: Any, name: str) -> bool:
    found = None if properties is None else properties.find(f"{W}{name}")
    return found is not None and found.get(f"{W}val", "1") not in _OFF


def _count(properties: Any, name: str, usual: int) -> int:
    found = None if properties is None else properties.find(f"{W}{name}")
    try:
        return usual if found is None else min(max(int(found.get(f"{W}val", usual)), usual), 1000)
    except ValueError:
        return usual
