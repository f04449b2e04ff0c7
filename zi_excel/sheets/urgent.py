"""The most urgent indikator, at the top of what staff should do next."""

from __future__ import annotations

from datetime import date

from zi_excel.measure import IndikatorResult, Measurement, Status
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
from zi_excel.sheets.text import fitting, one_line

_HEADER = ("KODE", "INDIKATOR", "HARI TERLAMBAT", "JATUH TEMPO", "REALISASI", "RENCANA")
KODE, INDIKATOR, HARI, JATUH_TEMPO, REALISASI, RENCANA, STATUS_FROM = range(1, 8)
_MERGED = (
    ("STATUS", STATUS_FROM, STATUS_FROM + 1),
    ("PENANGGUNG JAWAB", STATUS_FROM + 2, STATUS_FROM + 3),
    ("KENDALA", STATUS_FROM + 4, STATUS_FROM + 6),
    ("TINDAK LANJUT", STATUS_FROM + 7, STATUS_FROM + 9),
)
_MOST_LINES = 3


def most_urgent(measurement: Measurement) -> list[IndikatorResult]:
    """The latest first, then those that need attention by their day."""
    late = [result for result in measurement.indikator if result.status is Status.TERLAMBAT]
    attention = [result for result in measurement.indikator if result.status is Status.PERLU_PERHATIAN]
    late.sort(key=lambda result: -(result.days_late or 0))
    attention.sort(key=lambda result: result.due or date.max)
    return (late + attention)[:URGENT_ROWS]


def write_urgent(page: Page, row: int, report: Report) -> None:
    """A section with a header and URGENT_ROWS rows; what is not needed stays blank, so that nothing below moves."""
    page.text(row, 1, f"Paling mendesak (paling banyak {URGENT_ROWS} indikator)", SECTION)
    page.header(row + 1, _HEADER, HEADER)
    for title, first, last in _MERGED:
        page.text(row + 1, first, title, HEADER, last=last)
    first = row + 2
    urgent = most_urgent(report.measurement)
    for at, result in enumerate(urgent, first):
        _write_row(page, at, result, report)
    if not urgent:
        page.text(first, 1, "Tidak ada indikator yang terlambat atau perlu perhatian.", CELL, last=_MERGED[-1][2])
    page.honest(first, REALISASI, first + URGENT_ROWS - 1, HONEST_SHARE)
    page.honest(first, RENCANA, first + URGENT_ROWS - 1, HONEST_SHARE)


def _write_row(page: Page, row: int, result: IndikatorResult, report: Report) -> None:
    indikator, word = result.indikator, STATUS[result.status]
    page.link(row, KODE, matrix_link(report, indikator.row), indikator.kode, CENTRE)
    page.text(row, INDIKATOR, _brief(page, indikator.nama.text, INDIKATOR, INDIKATOR), WRAP)
    page.number(row, HARI, result.days_late, look(CELL, COUNT))
    page.day(row, JATUH_TEMPO, result.due, look(CELL, DAY))
    if result.realisasi is None:
        page.text(row, REALISASI, UNREADABLE, CENTRE)
    else:
        page.number(row, REALISASI, result.realisasi, look(CELL, SHARE))
    page.number(row, RENCANA, result.rencana, look(CELL, SHARE))
    texts = (word.text, indikator.penanggung_jawab.text, indikator.kendala.text, indikator.tindak_lanjut.text)
    for text, (_, first, last) in zip(texts, _MERGED, strict=True):
        style = word.cell if text is texts[0] else WRAP
        page.text(row, first, _brief(page, text, first, last), style, last=last)


def _brief(page: Page, text: str, first: int, last: int) -> str:
    return fitting(one_line(text), page.width(first, last), _MOST_LINES, " …")
