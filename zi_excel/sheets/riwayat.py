"""The tab that keeps the history: a line of figures per entry, then what changed; the newest first.

The next refresh reads it back (zi_excel.history.tab). Each row stands for itself, so that staff may sort and filter.
"""

from __future__ import annotations

from zi_excel.history.columns import REKAP, WORDS, Column, capaian_title, rencana_title
from zi_excel.history.records import Change, Entry, Reported, Share
from zi_excel.sheets.heading import write_heading
from zi_excel.sheets.layout import CONTEXT_ROW, FIRST_ROW, HEADER_ROW, MonevContents
from zi_excel.sheets.page import Page, cell
from zi_excel.sheets.style import (
    BAND_FILL,
    CELL,
    CENTRE,
    DAY,
    HEADER,
    HONEST_SHARE,
    HONEST_TENTHS,
    SHARE,
    SHARE_TENTHS,
    SIGN,
    STATUS,
    UNREADABLE,
    look,
)

_WIDTHS: dict[Column, float] = {
    Column.TANGGAL: 12,
    Column.CATATAN: 14,
    Column.KODE: 9,
    Column.INDIKATOR: 43,
    Column.REALISASI_SEMULA: 11,
    Column.REALISASI: 11,
    Column.STATUS_SEMULA: 17,
    Column.STATUS: 17,
    Column.KODE_SEMULA: 9,
    Column.RENCANA: 10,
    Column.CAPAIAN: 10,
}
_KOMPONEN_WIDTH = 10
_PLACES = {column: at for at, column in enumerate(Column, 1)}
_FIRST_KOMPONEN = len(_PLACES) + 1
_CONTEXT = (
    "Satu rekap per tanggal penilaian, lalu yang berubah sejak rekap sebelumnya; tanggal terbaru di atas. Catatan "
    "lama menyebut kodenya saja. Boleh diurutkan dan disaring. Menghapus semua baris suatu tanggal "
    "menghapus catatan tanggal itu."
)
_NOTHING = "Belum ada catatan."
_NAMED = 8
"""How many entries, from the newest, name the indikator of each change; in older ones it would only be repeated."""


def column_widths(monev: MonevContents) -> tuple[float, ...]:
    """The widths of the tab's columns."""
    return (*_WIDTHS.values(), *(_KOMPONEN_WIDTH,) * 2 * len(_komponen(monev)))


def write_riwayat(page: Page, monev: MonevContents) -> None:
    """Writes the tab."""
    komponen = _komponen(monev)
    history = monev.recording.history
    titles = [*Column, *(title for kode in komponen for title in (rencana_title(kode), capaian_title(kode)))]
    write_heading(page, "Monev Riwayat: perubahan dari penyegaran ke penyegaran", monev)
    page.text(CONTEXT_ROW, 1, _CONTEXT if history.entries else _NOTHING, SIGN)
    page.header(HEADER_ROW, titles, HEADER, buttons=True)
    row = FIRST_ROW
    for entry in reversed(history.without_known_names(_NAMED).entries):
        row = _write_entry(page, row, entry, komponen, first=entry.day == history.entries[0].day)
    last = max(row - 1, FIRST_ROW)
    for column in (Column.REALISASI_SEMULA, Column.REALISASI):
        page.honest(FIRST_ROW, _PLACES[column], last, HONEST_SHARE)
    for at in range(_PLACES[Column.RENCANA], len(titles) + 1):
        page.honest(FIRST_ROW, at, last, HONEST_TENTHS)
    is_rekap = f'${cell(FIRST_ROW, _PLACES[Column.CATATAN])}="{REKAP}"'
    page.condition(FIRST_ROW, 1, last, is_rekap, last=len(titles), bold=True, bg_color=BAND_FILL)
    page.filter(HEADER_ROW, last, len(titles))
    page.sheet.freeze_panes(HEADER_ROW, _PLACES[Column.INDIKATOR])
    page.pages_as_needed(_PLACES[Column.INDIKATOR])
    page.sheet.set_zoom(90)


def _komponen(monev: MonevContents) -> list[str]:
    """The kode of the komponen that have figures: those of the plan, then those that it once had."""
    kodes = [group.kode for group in monev.measurement.komponen]
    for entry in monev.recording.history.entries:
        kodes += [] if entry.totals is None else [kode for kode, _ in entry.totals.komponen]
    return list(dict.fromkeys(kodes))


def _write_entry(page: Page, row: int, entry: Entry, komponen: list[str], *, first: bool) -> int:
    """Writes an entry; returns the row below it."""
    if entry.totals is not None:
        page.day(row, _PLACES[Column.TANGGAL], entry.day, look(CELL, DAY))
        page.text(row, _PLACES[Column.CATATAN], REKAP, CELL)
        page.text(row, _PLACES[Column.INDIKATOR], _summary(entry, first=first), CELL)
        _write_share(page, row, _PLACES[Column.RENCANA], entry.totals.total)
        figures = dict(entry.totals.komponen)
        for at, kode in enumerate(komponen):
            _write_share(page, row, _FIRST_KOMPONEN + 2 * at, figures.get(kode))
        row += 1
    for change in entry.changes:
        _write_change(page, row, entry, change)
        row += 1
    return row


def _summary(entry: Entry, *, first: bool) -> str:
    count = len(entry.changes)
    if first:
        return f"Seluruhnya: awal riwayat, {count} indikator"
    return f"Seluruhnya: {count} perubahan" if count else "Seluruhnya: tidak ada perubahan"


def _write_share(page: Page, row: int, column: int, share: Share | None) -> None:
    """Writes rencana and capaian side by side; nothing where the entry has none of that komponen."""
    if share is not None:
        page.number(row, column, share.rencana, look(CELL, SHARE_TENTHS))
        page.number(row, column + 1, share.capaian, look(CELL, SHARE_TENTHS))


def _write_change(page: Page, row: int, entry: Entry, change: Change) -> None:
    page.day(row, _PLACES[Column.TANGGAL], entry.day, look(CELL, DAY))
    page.text(row, _PLACES[Column.CATATAN], WORDS[change.kind], CELL)
    page.text(row, _PLACES[Column.KODE], change.kode, CENTRE)
    if change.nama:
        page.text(row, _PLACES[Column.INDIKATOR], change.nama, CELL)
    if change.old_kode is not None:
        page.text(row, _PLACES[Column.KODE_SEMULA], change.old_kode, CENTRE)
    _write_reported(page, row, _PLACES[Column.REALISASI_SEMULA], _PLACES[Column.STATUS_SEMULA], change.before)
    _write_reported(page, row, _PLACES[Column.REALISASI], _PLACES[Column.STATUS], change.after)


def _write_reported(page: Page, row: int, share: int, status: int, reported: Reported | None) -> None:
    if reported is None:  # nothing at all: a year has thousands of these cells
        return
    if reported.realisasi is None:
        page.text(row, share, UNREADABLE, CENTRE)
    else:
        page.number(row, share, reported.realisasi, look(CELL, SHARE))
    page.text(row, status, reported.status.text, STATUS[reported.status].cell)
