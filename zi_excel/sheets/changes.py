"""What changed since the entry before, in Ringkasan; the whole list is in the history's tab."""

from __future__ import annotations

from zi_excel.history.columns import WORDS
from zi_excel.history.records import Change, Reported
from zi_excel.opc.workbook.workbook import quoted
from zi_excel.plan.rencana_aksi import TITLES, Field
from zi_excel.sheets import titles
from zi_excel.sheets.fitting import fitting
from zi_excel.sheets.heading import matrix_link
from zi_excel.sheets.layout import CHANGES_ROWS, Report
from zi_excel.sheets.page import Page
from zi_excel.sheets.style import (
    CELL,
    CENTRE,
    HEADER,
    HONEST_SHARE,
    SECTION,
    SHARE,
    STATUS,
    TEXT,
    UNREADABLE,
    look,
)
from zi_excel.sheets.tabs import RIWAYAT
from zi_excel.wording import long_date, percent

_HEADER = (titles.KODE, TITLES[Field.INDIKATOR], "SEMULA", "SEKARANG")
KODE, INDIKATOR, SEMULA, SEKARANG, STATUS_SEMULA, STATUS_SEKARANG = 1, 2, 3, 4, 5, 7
CATATAN = 9
_LAST = 10


def write_changes(page: Page, row: int, report: Report) -> None:
    """A section with a header and CHANGES_ROWS rows; what is not needed stays blank, so that nothing below moves."""
    recording = report.recording
    page.text(row, 1, _title(report), SECTION)
    page.header(row + 1, _HEADER, HEADER)
    page.text(row + 1, STATUS_SEMULA, "STATUS SEMULA", HEADER, last=STATUS_SEKARANG - 1)
    page.text(row + 1, STATUS_SEKARANG, "STATUS SEKARANG", HEADER, last=CATATAN - 1)
    page.text(row + 1, CATATAN, "CATATAN", HEADER, last=_LAST)
    first = row + 2
    changes = () if recording.since is None else recording.notable
    shown = changes[: CHANGES_ROWS if len(changes) <= CHANGES_ROWS else CHANGES_ROWS - 1]
    rows = {each.kode: each.row for each in report.plan.indikator()}
    for at, change in enumerate(shown, first):
        _write_change(page, at, change, report, rows.get(change.kode))
    if not shown:
        page.text(first, 1, _nothing(report), CELL, last=_LAST)
    elif len(shown) < len(changes):
        tab = report.name(RIWAYAT)
        said = f"dan {len(changes) - len(shown)} perubahan lain; selengkapnya di tab {tab}"
        page.link(first + len(shown), 1, f"internal:{quoted(tab)}!A1", said, TEXT)
    for column in (SEMULA, SEKARANG):
        page.honest(first, column, first + CHANGES_ROWS - 1, HONEST_SHARE)


def _title(report: Report) -> str:
    recording, total = report.recording, report.measurement.total
    if recording.since is None:
        return "Yang berubah sejak penyegaran sebelumnya"
    said = f"Yang berubah sejak {long_date(recording.since)}: {len(recording.changes)} indikator"
    if recording.before is None:
        return said
    return f"{said}; capaian {percent(recording.before.total.capaian)} menjadi {percent(total.capaian)}"


def _nothing(report: Report) -> str:
    if not report.recording.kept:
        return "Riwayat tidak dicatat: struktur buku kerja ini dikunci, jadi tab Monev Riwayat tidak dapat ditambahkan."
    if report.recording.since is None:
        return "Riwayat dimulai dengan penyegaran ini; perubahan disebut mulai penyegaran berikutnya."
    return "Tidak ada realisasi atau status yang berubah."


def _write_change(page: Page, row: int, change: Change, report: Report, matrix_row: int | None) -> None:
    if change.after is None or matrix_row is None:
        page.text(row, KODE, change.kode, CENTRE)
    else:
        page.link(row, KODE, matrix_link(report, matrix_row), change.kode, CENTRE)
    page.text(row, INDIKATOR, fitting(change.nama, page.widths[INDIKATOR - 1], 1, "…"), CELL)
    _write_reported(page, row, SEMULA, STATUS_SEMULA, change.before)
    _write_reported(page, row, SEKARANG, STATUS_SEKARANG, change.after)
    note = WORDS[change.kind] + (f" (semula {change.old_kode})" if change.old_kode else "")
    page.text(row, CATATAN, note, CELL, last=_LAST)


def _write_reported(page: Page, row: int, share: int, status: int, reported: Reported | None) -> None:
    if reported is None:
        page.text(row, share, "", CELL)
        page.text(row, status, "", CELL, last=status + 1)
        return
    if reported.realisasi is None:
        page.text(row, share, UNREADABLE, CENTRE)
    else:
        page.number(row, share, reported.realisasi, look(CELL, SHARE))
    page.text(row, status, reported.status.text, STATUS[reported.status].cell, last=status + 1)
