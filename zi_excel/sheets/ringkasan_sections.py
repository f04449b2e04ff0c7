"""The most urgent indikator, at the top of what staff should do next."""

from __future__ import annotations

from zi_excel.measuring.measure import IndikatorResult
from zi_excel.plan.rencana_aksi import TITLES, Field
from zi_excel.sheets import titles
from zi_excel.sheets.fitting import fitting, one_line
from zi_excel.sheets.heading import matrix_link
from zi_excel.sheets.layout import URGENT_ROWS, Report
from zi_excel.sheets.page import Page
from zi_excel.sheets.style import (
    CELL,
    CENTRE,
    COUNT,
    DAY,
    HEADER,
    HONEST_SHARE,
    SECTION,
    SHARE,
    STATUS,
    UNREADABLE,
    WRAP,
    look,
)

_HEADER = (titles.KODE, TITLES[Field.INDIKATOR], titles.HARI_TERLAMBAT, titles.JATUH_TEMPO, titles.REALISASI, "RENCANA")
KODE, INDIKATOR, HARI, JATUH_TEMPO, REALISASI, RENCANA, STATUS_FROM = range(1, 8)
_MERGED = (
    (titles.STATUS, STATUS_FROM, STATUS_FROM + 1),
    (TITLES[Field.PENANGGUNG_JAWAB], STATUS_FROM + 2, STATUS_FROM + 3),
    (TITLES[Field.KENDALA], STATUS_FROM + 4, STATUS_FROM + 6),
    (TITLES[Field.TINDAK_LANJUT], STATUS_FROM + 7, STATUS_FROM + 9),
)
_MOST_LINES = 3


def write_urgent(page: Page, row: int, report: Report) -> None:
    """A section with a header and URGENT_ROWS rows; what is not needed stays blank, so that nothing below moves."""
    page.text(row, 1, f"Paling mendesak (paling banyak {URGENT_ROWS} indikator)", SECTION)
    page.header(row + 1, _HEADER, HEADER)
    for title, first, last in _MERGED:
        page.text(row + 1, first, title, HEADER, last=last)
    first = row + 2
    urgent = report.measurement.urgent[:URGENT_ROWS]
    for at, result in enumerate(urgent, first):
        _write_row(page, at, result, report)
    if not urgent:
        page.text(first, 1, "Tidak ada indikator yang terlambat atau perlu perhatian.", CELL, last=_MERGED[-1][2])
    page.honest(first, REALISASI, first + URGENT_ROWS - 1, HONEST_SHARE)
    page.honest(first, RENCANA, first + URGENT_ROWS - 1, HONEST_SHARE)


def _write_row(page: Page, row: int, result: IndikatorResult, report: Report) -> None:
    indikator = result.indikator
    page.link(row, KODE, matrix_link(report, indikator.row), indikator.kode, CENTRE)
    page.text(row, INDIKATOR, _brief(page, indikator.nama.text, INDIKATOR, INDIKATOR), WRAP)
    page.number(row, HARI, result.days_late, look(CELL, COUNT))
    page.day(row, JATUH_TEMPO, result.due, look(CELL, DAY))
    if result.realisasi is None:
        page.text(row, REALISASI, UNREADABLE, CENTRE)
    else:
        page.number(row, REALISASI, result.realisasi, look(CELL, SHARE))
    page.number(row, RENCANA, result.rencana, look(CELL, SHARE))
    texts = (result.status.text, indikator.penanggung_jawab.text, indikator.kendala.text, indikator.tindak_lanjut.text)
    for text, (_, first, last) in zip(texts, _MERGED, strict=True):
        style = STATUS[result.status].cell if text is texts[0] else WRAP
        page.text(row, first, _brief(page, text, first, last), style, last=last)


def _brief(page: Page, text: str, first: int, last: int) -> str:
    return fitting(one_line(text), page.width(first, last), _MOST_LINES, " …")
