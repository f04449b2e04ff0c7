"""A Lampiran as WordprocessingML: the body of a document, on F4 in landscape.

A cell's text is one paragraph with its line breaks, so that each line is what it was. All text is escaped as text:
what looks like a field or a tag in a cell is letters here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.sax.saxutils import escape

from zi_excel.documents.lampiran.contents import Lampiran
from zi_excel.documents.lampiran.styles import W
from zi_excel.documents.lampiran.table import Kind, TableCell, TableRow, table_rows
from zi_excel.documents.lampiran.widths import column_widths, row_height
from zi_excel.enacted.matrix import marked
from zi_excel.opc.package import xml

FOOTER = "rId3"
"""The relationship that leads from the body to the foot of its pages."""
_TWIP = 1440 / 25.4
"""Word's units in a millimetre."""
_PAGE, _SIDE, _TOP, _FOOT = (330, 215), 15, 15, 8
"""Millimetres of the paper and its margins."""
_WIDTH = _PAGE[0] - 2 * _SIDE
_HIGHEST_WHOLE = 100
"""Millimetres of a row that no page's end may cut: of a higher one a page would stay half empty."""
_STYLES = {Kind.HEAD: "JudulKolom", Kind.NUMBERS: "NomorKolom", Kind.KOMPONEN: "Komponen", Kind.INDIKATOR: "Sel"}
_SHADES = {Kind.HEAD: "E7E6E6", Kind.NUMBERS: "E7E6E6", Kind.KOMPONEN: "F2F2F2"}
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML can't hold."""


def document_xml(lampiran: Lampiran) -> str:
    """The part `word/document.xml`."""
    rows = list(table_rows(lampiran))
    return "".join(
        (
            f'{xml.DECLARATION.decode()}<w:document xmlns:w="{W}" xmlns:r="{xml.R}"><w:body>',
            *(_paragraph(marked(line), "KepalaLampiran") for line in (*lampiran.head, "")),
            *(_paragraph(marked(line), "JudulLampiran") for line in lampiran.title),
            _paragraph("", "JudulLampiran"),
            *_table(rows, column_widths(rows, _WIDTH)),
            *_closing(lampiran.closing),
            _section(),
            "</w:body></w:document>",
        )
    )


def _closing(lines: Sequence[str]) -> Iterator[str]:
    """The place for the signature, which no page's end may part, nor from the matrix's last row."""
    yield _paragraph("", "PenutupLampiran", keep=True)
    for line in lines[:-1]:
        yield _paragraph(marked(line), "PenutupLampiran", keep=True)
    yield _paragraph(marked(lines[-1]), "PenutupLampiran")


def _table(rows: Sequence[TableRow], widths: Sequence[float]) -> Iterator[str]:
    ends = [round(sum(widths[:at]) * _TWIP) for at in range(len(widths) + 1)]
    twips = [right - left for left, right in pairwise(ends)]
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TabelLampiran"/><w:tblW w:w="{ends[-1]}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
    )
    yield from (f'<w:gridCol w:w="{twip}"/>' for twip in twips)
    yield "</w:tblGrid>"
    for number, row in enumerate(rows, start=1):
        yield from _row(row, twips, whole=row_height(row, widths) <= _HIGHEST_WHOLE, last=number == len(rows))
    yield "</w:tbl>"


def _row(row: TableRow, twips: Sequence[int], *, whole: bool, last: bool) -> Iterator[str]:
    """A row; a komponen's stays with the next, the last with the closing."""
    header = "<w:tblHeader/>" if row.kind in {Kind.HEAD, Kind.NUMBERS} else ""
    cant_split = "<w:cantSplit/>" if whole else ""
    yield f"<w:tr><w:trPr>{cant_split}{header}</w:trPr>" if header or cant_split else "<w:tr>"
    column = 0
    for cell in row.cells:
        width = sum(twips[column : column + cell.across])
        style = "SelTengah" if row.kind is not Kind.HEAD and column == 0 else _STYLES[row.kind]
        style = "KomponenTengah" if row.kind is Kind.KOMPONEN and column == 0 else style
        style = "NomorKolom" if row.kind is Kind.NUMBERS else style
        yield f"<w:tc>{_cell_properties(cell, width, _SHADES.get(row.kind))}"
        yield _paragraph(cell.text, style, keep=last or row.kind is not Kind.INDIKATOR)
        yield "</w:tc>"
        column += cell.across
    yield "</w:tr>"


def _cell_properties(cell: TableCell, width: int, shade: str | None) -> str:
    parts = [f'<w:tcW w:w="{width}" w:type="dxa"/>']
    if cell.across > 1:
        parts.append(f'<w:gridSpan w:val="{cell.across}"/>')
    if cell.goes_on or cell.down > 1:
        parts.append("<w:vMerge/>" if cell.goes_on else '<w:vMerge w:val="restart"/>')
    if shade:
        parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>')
    return f"<w:tcPr>{''.join(parts)}</w:tcPr>"


def _paragraph(text: str, style: str, *, keep: bool = False) -> str:
    """A paragraph. text: with <i>..</i> where it is slanted. keep: whether it stays on the page of the next one."""
    kept = "<w:keepNext/>" if keep else ""
    runs = "".join(
        f"<w:r>{'<w:rPr><w:i/></w:rPr>' if number % 2 else ''}{_texts(piece)}</w:r>"
        for number, piece in enumerate(re.split(r"</?i>", text))
        if piece
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}</w:pPr>{runs}</w:p>'


def _texts(text: str) -> str:
    lines = fit(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else "" for line in lines)


def fit(text: str) -> str:
    """The text without what XML can't hold."""
    return _UNFIT.sub("", text)


def _section() -> str:
    width, height = (round(side * _TWIP) for side in _PAGE)
    side, top, foot = (round(margin * _TWIP) for margin in (_SIDE, _TOP, _FOOT))
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="'
        f'{FOOTER}"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}" w:orient="landscape"/>'
        f'<w:pgMar w:top="{top}" w:right="{side}" w:bottom="{top}" w:left="{side}" w:header="{foot}" '
        f'w:footer="{foot}" w:gutter="0"/></w:sectPr>'
    )
