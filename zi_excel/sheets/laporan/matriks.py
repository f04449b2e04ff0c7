"""Matriks: columns 1-7 as they stand in the office's workbook, and how they differ from the enacted text."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from zi_excel.plan.rencana_aksi import TITLES, Datum, Field
from zi_excel.sheets.heading import write_heading
from zi_excel.sheets.laporan.places import MATRIX_FIRST_ROW, Book
from zi_excel.sheets.layout import CONTEXT_ROW
from zi_excel.sheets.page import Page
from zi_excel.sheets.style import BAND_FILL, CELL, HEADER, LEVEL, SIGN, WRAP, Look, look
from zi_excel.validation.findings import Finding
from zi_excel.wording import level_text

_FIELDS = (
    Field.NO,
    Field.KOMPONEN,
    Field.INDIKATOR,
    Field.LANGKAH_AKSI,
    Field.BUKTI_FISIK,
    Field.TARGET_WAKTU,
    Field.PENANGGUNG_JAWAB,
)
WIDTHS = (6.0, 21.0, 34.5, 35.0, 31.0, 17.0, 18.5, 35.0)
_DIFFERENCE = len(_FIELDS) + 1
_HEAD = look(WRAP, bold=True, bg_color=BAND_FILL)


class _Differences(NamedTuple):
    """The findings of the rules ZI9xx by staff's row, and the columns of staff's sheet."""

    by_row: Mapping[int, list[Finding]]
    columns: Mapping[Field, int]


def write_matriks(page: Page, book: Book) -> tuple[int, list[range]]:
    """Writes the sheet. Returns its last row, and which rows stay on one page: a komponen's own and the next."""
    contents = book.contents
    plan, rows = contents.plan, book.monev.matrix.rows if book.monev.matrix else {}
    write_heading(page, f"Matriks: kolom 1–7 sebagaimana adanya di lembar '{plan.sheet}'", book.monev)
    differing = [finding for finding in contents.findings if finding.code.startswith("ZI9")]
    by_row: dict[int, list[Finding]] = defaultdict(list)
    for finding in differing:
        if finding.place.row is not None and finding.place.row in rows:
            by_row[finding.place.row].append(finding)
    differences = _Differences(by_row, plan.columns)
    page.text(CONTEXT_ROW, 1, _context(book, differing), SIGN)
    general = [finding for finding in differing if finding.place.row is None or finding.place.row not in rows]
    page.header(
        MATRIX_FIRST_ROW - 1, [*(TITLES[field] for field in _FIELDS), "PERBEDAAN DENGAN YANG DITETAPKAN"], HEADER
    )
    page.height(MATRIX_FIRST_ROW - 1, 30)
    at, kept = MATRIX_FIRST_ROW, []
    for komponen in plan.komponen:
        _write_cells(page, at, {Field.NO: komponen.no, Field.KOMPONEN: komponen.nama}, _HEAD, differences)
        kept.append(range(at, at + 2))
        at += 1
        for sub in komponen.subkomponen:
            cells = {Field.NO: sub.no, Field.KOMPONEN: sub.nama}
            for indikator in sub.indikator:
                for field in _FIELDS[2:]:
                    datum = indikator.datum(field)
                    if datum is not None:
                        cells[field] = datum
                _write_cells(page, at, cells, WRAP, differences)
                cells = {}
                at += 1
            if not sub.indikator:
                _write_cells(page, at, cells, WRAP, differences)
                at += 1
    for finding in general:
        page.text(at, 1, "", CELL)
        page.text(at, 2, _words(finding), look(LEVEL[finding.level].cell, text_wrap=True), last=_DIFFERENCE)
        at += 1
    page.sheet.freeze_panes(MATRIX_FIRST_ROW - 1, 0)
    return at - 1, kept


def _context(book: Book, differing: list[Finding]) -> str:
    decree = book.contents.enacted.decree
    if not book.contents.own_matrix:
        return f"Bukan matriks {decree}, jadi tidak dibandingkan dengan keputusan itu."
    return f"Dibandingkan dengan {decree}: {len(differing) or 'tidak ada'} perbedaan."


def _write_cells(page: Page, at: int, cells: dict[Field, Datum], style: Look, differences: _Differences) -> None:
    """Writes a row; a cell that differs has the colour of its finding, whose words stand in the last column."""
    rows = {datum.place.row for datum in cells.values() if datum.place.row is not None}
    findings = [finding for row in sorted(rows) for finding in differences.by_row.get(row, ())]
    for column, field in enumerate(_FIELDS, 1):
        datum = cells.get(field)
        at_column = differences.columns.get(field)
        own = [finding for finding in findings if datum is not None and _is_there(finding, datum, at_column)]
        page.text(at, column, datum.text if datum is not None else "", _coloured(own, style), whole=True)
    words = "\n".join(map(_words, findings))
    page.text(at, _DIFFERENCE, words, _coloured(findings, style))


def _coloured(findings: Sequence[Finding], style: Look) -> Look:
    """The look of a cell with these findings: the first one's colours, or the usual look where there are none."""
    return look(LEVEL[findings[0].level].cell, text_wrap=True) if findings else style


def _is_there(finding: Finding, datum: Datum, column: int | None) -> bool:
    return finding.place.row == datum.place.row and finding.place.column == column


def _words(finding: Finding) -> str:
    return f"{level_text(finding.level)}: {finding.message}"
