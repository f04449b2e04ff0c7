"""The enacted matrix laid out as offices lay theirs out, written as Word document, web page and PDF."""

import html
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt
from docx.table import Table as DocxTable

from zi_excel.enacted.matrix import Enacted, enacted_matrix, plain

HEADER = ["NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB"]
NUMBERING = [str(number) for number in range(1, 8)]
WIDTHS = (10, 30, 52, 48, 48, 30, 28)
"""Millimetres."""


class Layout(NamedTuple):
    """How a matrix is laid out.

    spread: what is done with cells that stand beside several rows: `merged`, `blank` (below the first) or `filled`.
    pages: tables; with header: whether each has one. cut: whether a page's end cuts a row. band: whether a komponen's
    name is merged to the right.
    """

    spread: str = "merged"
    pages: int = 1
    header: bool = True
    cut: bool = False
    band: bool = False
    numbering: bool = True
    font: str = "Liberation Sans"
    size: float = 9
    landscape: bool = True
    paper: tuple[float, float] = (330, 215)
    scale: float = 1.0
    seed: int = 0


class LaidTable(NamedTuple):
    """A page's table. merges: top, left, bottom, right, from 0. heads: how many of its rows are its header."""

    rows: list[list[str]]
    merges: list[tuple[int, int, int, int]]
    heads: int


def random_layout(seed: int, **fixed: object) -> Layout:
    """One of all layouts."""
    chance = random.Random(seed)
    made = Layout(
        spread=chance.choice(["merged", "blank", "filled"]),
        pages=chance.choice([1, 2, 5, 9]),
        header=chance.random() < 0.7,
        cut=chance.random() < 0.4,
        band=chance.random() < 0.5,
        numbering=chance.random() < 0.7,
        font=chance.choice(["Liberation Sans", "Liberation Serif", "Carlito", "DejaVu Sans"]),
        size=chance.choice([8, 9, 10, 11]),
        paper=chance.choice([(330, 215), (297, 210), (420, 297)]),
        scale=chance.choice([0.9, 1.0, 1.1]),
        seed=seed,
    )
    return made._replace(**fixed)


def flat_rows(enacted: Enacted) -> Iterator[tuple[list[str], str]]:
    """Every row with its seven texts, filled down; and what it is: `band` or `row`."""
    for komponen in enacted.komponen:
        yield [komponen.no, komponen.nama, "", "", "", "", ""], "band"
        for sub in komponen.subkomponen:
            for row in sub.indikator:
                texts = map(plain, (row.indikator, row.langkah_aksi, row.bukti_fisik, row.target_waktu))
                yield [sub.no, sub.nama, *texts, komponen.penanggung_jawab], "row"


def tables_of(layout: Layout, enacted: Enacted | None = None) -> list[LaidTable]:
    """The tables of all pages."""
    chance = random.Random(layout.seed)
    flat = list(flat_rows(enacted or enacted_matrix()))
    inner = [at for at in range(2, len(flat) - 1) if flat[at][1] == flat[at - 1][1] == "row"]
    ends = sorted(chance.sample(inner, layout.pages - 1)) if layout.pages > 1 else []
    spans = list(zip([0, *ends], [*ends, len(flat)], strict=True))
    tables, before, rest = [], None, None
    for number, (first, last) in enumerate(spans):
        head = (number == 0 or layout.header) * (1 + layout.numbering)
        rows = [list(HEADER), list(NUMBERING)][:head]
        merges: list[tuple[int, int, int, int]] = []
        if rest is not None:
            rows.append(rest)
            rest = None
        runs: dict[int, tuple[int, tuple[str, ...]]] = {}
        for texts, kind in flat[first:last]:
            at = len(rows)
            if kind == "band":
                rows.append(list(texts))
                merges += [(at, 1, at, 6)] if layout.band else []
                before, runs = None, {}
                continue
            shown = list(texts)
            for column, same in ((0, (texts[0], texts[1])), (1, (texts[0], texts[1])), (6, (texts[6],))):
                seen = before is not None and same == ((before[0], before[1]) if column < 2 else (before[6],))
                if layout.spread != "filled" and seen:
                    shown[column] = ""
                if column in runs and runs[column][1] == same:
                    runs[column] = (runs[column][0], same)
                else:
                    runs[column] = (at, same)
                if layout.spread == "merged" and at > runs[column][0]:
                    top = runs[column][0]
                    merges = [each for each in merges if each[:2] != (top, column)] + [(top, column, at, column)]
            rows.append(shown)
            before = texts
        if layout.cut and number < len(spans) - 1:
            rest = cut_row(rows[-1], chance)
        tables.append(LaidTable(rows, merges, head))
    return tables


def cut_row(row: list[str], chance: random.Random) -> list[str] | None:
    """Cuts a row's texts as a page's end does; what goes to the next page. None where nothing is long enough."""
    lines = chance.choice([2, 3])
    rest = [""] * 7
    for column in (2, 3, 4):
        words = row[column].split(" ")
        kept = lines * 4
        if len(words) > kept + 1:
            row[column], rest[column] = " ".join(words[:kept]), " ".join(words[kept:])
    return rest if any(rest) else None


def covered(laid: LaidTable) -> set[tuple[int, int]]:
    """The cells that a merged one hides, by row and column."""
    return {
        (row, column)
        for top, left, bottom, right in laid.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (row, column) != (top, left)
    }


def empty_document(layout: Layout) -> DocumentType:
    """A Word document of the layout's paper and font."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = layout.font, Pt(layout.size)
    style.paragraph_format.space_after = Pt(0)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (Mm(each) for each in layout.paper)
    section.left_margin = section.right_margin = Mm(12)
    section.top_margin = section.bottom_margin = Mm(15)
    return document


def fill_table(document: DocumentType, laid: LaidTable, layout: Layout) -> DocxTable:
    """Adds one page's table."""
    table = document.add_table(len(laid.rows), 7)
    table.style = "Table Grid"
    table.autofit = False
    fit = (layout.paper[0] - 24) / sum(WIDTHS) * min(layout.scale, 1.0)
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Mm(width * fit)
    cells = table._cells
    hidden = covered(laid)
    for at, texts in enumerate(laid.rows):
        for column, text in enumerate(texts):
            cell = cells[at * 7 + column]
            cell.width = Mm(WIDTHS[column] * fit)
            if text and (at, column) not in hidden:
                first, *others = text.split("\n")
                cell.paragraphs[0].text = first
                for line in others:
                    cell.add_paragraph(line)
    for top, left, bottom, right in laid.merges:
        cells[top * 7 + left].merge(cells[bottom * 7 + right])
    return table


def write_docx(path: Path, tables: Sequence[LaidTable], layout: Layout, *, head: Sequence[str] = ()) -> Path:
    """Writes a Word document; the lines of `head` stand above the first table."""
    document = empty_document(layout)
    for line in head:
        document.add_paragraph(line)
    for number, laid in enumerate(tables):
        if number:
            document.add_page_break()
        table = fill_table(document, laid, layout)
        if laid.heads and number == 0:
            for row in table.rows[: laid.heads]:
                row._tr.get_or_add_trPr().append(row._tr.makeelement(f"{{{row._tr.nsmap['w']}}}tblHeader", {}))
    document.save(str(path))
    return path


def html_text(tables: Sequence[LaidTable], *, head: Sequence[str] = ()) -> str:
    """A web page."""
    lines = ["<!DOCTYPE html><html><head><title>Keputusan</title><style>td{border:1px solid}</style></head><body>"]
    lines += [f"<p>{html.escape(line)}</p>" for line in head]
    for laid in tables:
        spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in laid.merges}
        hidden = covered(laid)
        lines.append("<table>")
        for at, texts in enumerate(laid.rows):
            lines.append("<tr>")
            for column, text in enumerate(texts):
                if (at, column) in hidden:
                    continue
                down, across = spans.get((at, column), (1, 1))
                tag = "th" if at < laid.heads else "td"
                span = (f' rowspan="{down}"' if down > 1 else "") + (f' colspan="{across}"' if across > 1 else "")
                inner = "<br>\n   ".join(html.escape(line) for line in text.split("\n"))
                lines.append(f"<{tag}{span}>\n  {inner}\n</{tag}>")
            lines.append("</tr>")
        lines.append("</table>")
    return "\n".join([*lines, "</body></html>"])
