"""The tab of the findings, each with its cell and its advice."""

from __future__ import annotations

from collections.abc import Sequence

from zi_excel.opc.workbook.workbook import quoted
from zi_excel.sheets.fitting import one_line
from zi_excel.sheets.heading import write_counts, write_heading
from zi_excel.sheets.layout import (
    CONTEXT_ROW,
    FIRST_ROW,
    HEADER_ROW,
    MonevContents,
    Rows,
)
from zi_excel.sheets.page import Page
from zi_excel.sheets.style import CELL, CENTRE, COUNT, HEADER, LEVEL, SIGN, WRAP, look
from zi_excel.validation.findings import Finding, Level
from zi_excel.wording import BY_SETTINGS, LEVEL_MEANING, NONE, level_text

COLUMNS = (
    ("NO", 6.0),
    ("TINGKAT", 14.0),
    ("ATURAN", 14.0),
    ("INDIKATOR", 12.0),
    ("LEMBAR", 18.0),
    ("SEL", 9.0),
    ("PESAN", 70.0),
    ("SARAN", 52.0),
)
NO, TINGKAT, ATURAN, INDIKATOR, LEMBAR, SEL, PESAN, SARAN = range(1, len(COLUMNS) + 1)

_MEANING = " ".join(f"{level.capitalize()}: {meaning}." for level, meaning in LEVEL_MEANING.items())
_NOTHING = "Tidak ada temuan: isi matriks terbaca dan tidak ada yang perlu diperbaiki."
_NOTHING_GRAVE = "Tidak ada galat atau peringatan."
_MOST_PLACES = 25  # named of a finding that stands for many; more would bury its message


def write_temuan(
    page: Page,
    findings: Sequence[Finding],
    monev: MonevContents,
    levels: Sequence[Level] = tuple(Level),
    most: int | None = None,
) -> int:
    """Writes the tab: the gravest findings first, otherwise in the order given.

    levels: those that are shown and counted; where they are not all, nothing is said of the others.
    most: how many are shown; of more, how many there are. None: all.

    Returns:
        The last row of the table.
    """
    write_heading(page, "Monev Temuan: hasil pemeriksaan matriks", monev)
    every = [finding for level in levels for finding in findings if finding.level is level]
    ordered = every[:most]
    rows = Rows(page.name, FIRST_ROW, FIRST_ROW + max(len(ordered), 1) - 1)
    counts = {level_text(level): sum(finding.level is level for finding in ordered) for level in levels}
    write_counts(page, CONTEXT_ROW, rows, TINGKAT, counts)
    page.header(HEADER_ROW, [title for title, _ in COLUMNS], HEADER, buttons=True)
    for row, finding in enumerate(ordered, FIRST_ROW):
        _write_row(page, row, finding, monev)
    if not ordered:
        page.blank(FIRST_ROW, 1, len(COLUMNS), CELL)
        page.text(FIRST_ROW, PESAN, _NOTHING if len(levels) == len(Level) else _NOTHING_GRAVE, WRAP)
    if len(every) > len(ordered):
        page.text(rows.last + 1, PESAN, f"… dan {len(every) - len(ordered)} temuan lagi, di edisi lengkap.", SIGN)
    page.text(rows.last + 2, 1, _MEANING, SIGN)
    page.filter(HEADER_ROW, rows.last, len(COLUMNS))
    page.sheet.freeze_panes(HEADER_ROW, 0)
    return rows.last


def _write_row(page: Page, row: int, finding: Finding, monev: MonevContents) -> None:
    place = finding.place
    page.number(row, NO, row - FIRST_ROW + 1, look(CELL, COUNT))
    page.text(row, TINGKAT, level_text(finding.level), LEVEL[finding.level].cell)
    page.text(row, ATURAN, finding.code, CENTRE)
    page.text(row, INDIKATOR, finding.kode or NONE, CENTRE)
    page.text(row, LEMBAR, place.sheet, WRAP)
    if place.ref is None:
        page.text(row, SEL, NONE, CENTRE)
    elif monev.matrix is not None:  # staff's sheets are in their own workbook
        page.text(row, SEL, place.ref, CENTRE)
    else:
        page.link(row, SEL, f"internal:{quoted(place.sheet)}!{place.ref}", place.ref, CENTRE)
    page.text(row, PESAN, _message(finding), WRAP)
    page.text(row, SARAN, finding.suggestion, WRAP)


def _message(finding: Finding) -> str:
    lines = [finding.message]
    if finding.also:
        places = [f"{ref} ({kode})" if kode else ref for ref, kode in finding.also[:_MOST_PLACES]]
        more = len(finding.also) - _MOST_PLACES
        lines.append("Juga: " + ", ".join(places) + (f", dan {more} lainnya" if more > 0 else "") + ".")
    if finding.reason:
        lines.append(BY_SETTINGS + one_line(finding.reason))
    return "\n".join(lines)
