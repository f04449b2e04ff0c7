"""The matrix's tables of a document: which they are, by their headers, and what stands around and between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from zi_excel.documents.layout import Layout, Part, Tables, lefts_of
from zi_excel.documents.pages import Document, Judged, Table
from zi_excel.errors import WorkbookError
from zi_excel.plan.areas import area_number
from zi_excel.plan.numbering import ROMAN, split_number
from zi_excel.reader.header.columns import Texts
from zi_excel.reader.header.headers import Header, find_header

_HEAD_ROWS = 60
"""Rows of a table in which its header is looked for."""
_LONGEST_TITLE = 160
"""Characters of a cell that may be a header's."""
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:hal(?:aman)?\.?\s*)?\d{1,4}(?:\s*(?:dari|/|of)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE
)


def lay(document: Document) -> Tables:
    """The matrix's tables, laid below each other.

    Raises:
        WorkbookError: no table has a matrix's header, or several sheets that are no series have one.
    """
    document, left_out = _of_one_sheet(document)
    parts = _parts(document)
    headed = [part for part in parts if part.header is not None]
    if not headed:
        raise WorkbookError(_no_matrix(document, parts))
    first = headed[0]
    layout = Layout(document, first)
    last = max(part.at for part in parts if part.at >= first.at and (part.header is not None or layout.fits(part)))
    running = _running(document)
    at = 0
    by_at = {part.at: part for part in parts}
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, str):
                if at <= first.at:
                    layout.tables.above.append(block)
                elif at > last:
                    layout.tables.below.append(block)
                elif block and _bare(block) not in running:
                    layout.between(block, f"{document.unit} {page.number}")
                continue
            part = by_at[at]
            if at == first.at:
                layout.title_above(f"{document.unit} {page.number}")
            if first.at <= at <= last:
                layout.take(part)
            else:
                beside = layout.tables.above if at < first.at else layout.tables.below
                beside += [line for row in block.rows for cell in row for line in cell.text.split("\n")]
            at += 1
    layout.end()
    layout.tables.judged += left_out
    return layout.tables


def _parts(document: Document) -> list[Part]:
    parts: list[Part] = []
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, Table):
                parts.append(Part(page.number, len(parts), block, _header_of(block)))
    return parts


def _header_of(table: Table, *, asked: bool = False) -> Header | None:
    rows: list[tuple[int, Texts]] = []
    for number, row in enumerate(table.rows[:_HEAD_ROWS], start=1):
        texts = {
            at: cell.text for at, cell in enumerate(row, start=1) if cell.text and len(cell.text) <= _LONGEST_TITLE
        }
        if texts:
            rows.append((number, texts))
    return _placed(table, rows, asked=asked)


def _placed(table: Table, rows: Sequence[tuple[int, Texts]], *, asked: bool) -> Header | None:
    """The header with the columns that its cells have in their table: the places where any cell begins, from 1."""
    lefts = lefts_of(table)
    placed = [
        (number, {lefts[table.rows[number - 1][at - 1].left]: text for at, text in texts.items()})
        for number, texts in rows
    ]
    return find_header(placed, asked=asked)


def _of_one_sheet(document: Document) -> tuple[Document, list[Judged]]:
    """The document without the sheets that hold another table; what was left out.

    Several sheets are one matrix where they are numbered (`Tabel 1`, `Tabel 2`), as converters name them.

    Raises:
        WorkbookError: more than one sheet holds a matrix.
    """
    names = {page.number: page.name for page in document.pages}
    if len(names) < 2 or not all(names.values()):
        return document, []
    headed = {part.page: part.header for part in _parts(document) if part.header is not None}
    if len(headed) < 2 or _are_series([names[number] for number in headed]):
        return document, []
    strong = [number for number, header in headed.items() if header.strong] or [*headed]
    if len(strong) == 1:
        others = headed.keys() - {*strong}
        judged = [Judged(f"lembar {number}", names[number], "Tabel lain; tidak dibaca.") for number in sorted(others)]
        return document._replace(pages=tuple(page for page in document.pages if page.number not in others)), judged
    listed = ", ".join(f"'{names[number]}'" for number in strong[:12]) + (", ..." if len(strong) > 12 else "")
    raise WorkbookError(
        f"'{document.path}' memuat {len(strong)} matriks rencana aksi: {listed}; pilih satu dengan --lembar, atau "
        "sebutkan semua lembarnya bila satu matriks terbagi atas beberapa lembar."
    )


def _are_series(names: Sequence[str]) -> bool:
    if len({_bare(name) for name in names}) > 1:
        return all(name.strip() in ROMAN for name in names)
    numbers = [re.findall(r"\d+", name) for name in names]
    return not any(len(digits) == 4 for found in numbers for digits in found)


def _no_matrix(document: Document, parts: Sequence[Part]) -> str:
    what = f"{len(parts)} tabel" if parts else "tidak ada tabel"
    return (
        f"Di '{document.path}' tidak ditemukan matriks rencana aksi ({what}): tidak ada tabel dengan judul kolom "
        "seperti KOMPONEN, INDIKATOR, LANGKAH AKSI, BUKTI FISIK, dan TARGET WAKTU; periksa dokumennya, atau salin "
        "tabelnya ke Word dan impor berkas .docx itu."
    )


def _running(document: Document) -> frozenset[str]:
    """The lines that stand on several pages (their numbers apart) or only number them: running head and foot."""
    pages = Counter(
        bare
        for page in document.pages
        for bare in {_bare(block) for block in page.blocks if isinstance(block, str) and block}
    )
    numbers = {
        _bare(block)
        for page in document.pages
        for block in page.blocks
        if isinstance(block, str) and _PAGE_NUMBER.fullmatch(block)
    }
    return frozenset({bare for bare, count in pages.items() if count > 1 and not _is_title(bare)} | numbers)


def _is_title(line: str) -> bool:
    number, name = split_number(line)
    return area_number(name) is not None or (number is not None and name.isupper())


def _bare(line: str) -> str:
    return " ".join(re.sub(r"\d+", "#", line).split())
