"""The sections of Ringkasan below its tables: most urgent, what changed, what statuses mean, how to read the numbers.

Each takes as many rows as the layout gives it; what is not needed stays blank, so that nothing below moves.
"""

from __future__ import annotations

from enum import IntEnum

from zi_excel.history.columns import WORDS
from zi_excel.history.records import Change, Reported
from zi_excel.measuring.lke import WBBM, WBK
from zi_excel.measuring.measure import IndikatorResult, Status
from zi_excel.opc.workbook.workbook import quoted
from zi_excel.plan.rencana_aksi import TITLES, Field
from zi_excel.sheets.fitting import fitting, one_line
from zi_excel.sheets.heading import Title, matrix_link
from zi_excel.sheets.layout import CHANGES_ROWS, NOTES, URGENT_ROWS, MonevContents
from zi_excel.sheets.page import Page
from zi_excel.sheets.style import (
    CELL,
    CENTRE,
    COUNT,
    DAY,
    HEADER,
    HONEST_SHARE,
    NOTE,
    SECTION,
    SHARE,
    STATUS,
    TEXT,
    UNREADABLE,
    WRAP,
    look,
)
from zi_excel.sheets.tabs import RIWAYAT
from zi_excel.wording import long_date, percent

# --- the most urgent indikator, at the top of what staff should do next


class UrgentCol(IntEnum):
    """The columns of the most urgent indikator."""

    KODE = 1
    INDIKATOR = 2
    HARI = 3
    JATUH_TEMPO = 4
    REALISASI = 5
    RENCANA = 6


_URGENT_HEADER = (
    Title.KODE,
    TITLES[Field.INDIKATOR],
    Title.HARI_TERLAMBAT,
    Title.JATUH_TEMPO,
    Title.REALISASI,
    Title.RENCANA,
)
_STATUS_FROM = UrgentCol.RENCANA + 1
_URGENT_MERGED = (
    (Title.STATUS, _STATUS_FROM, _STATUS_FROM + 1),
    (TITLES[Field.PENANGGUNG_JAWAB], _STATUS_FROM + 2, _STATUS_FROM + 3),
    (TITLES[Field.KENDALA], _STATUS_FROM + 4, _STATUS_FROM + 6),
    (TITLES[Field.TINDAK_LANJUT], _STATUS_FROM + 7, _STATUS_FROM + 9),
)
"""Titles, each with the first and the last of the columns that are merged for it."""
_MOST_LINES = 3


def write_urgent(page: Page, row: int, monev: MonevContents) -> None:
    """Writes a title, a header and URGENT_ROWS rows."""
    page.text(row, 1, f"Paling mendesak (paling banyak {URGENT_ROWS} indikator)", SECTION)
    page.header(row + 1, _URGENT_HEADER, HEADER)
    for title, first, last in _URGENT_MERGED:
        page.text(row + 1, first, title, HEADER, last=last)
    first = row + 2
    urgent = monev.measurement.urgent[:URGENT_ROWS]
    for at, result in enumerate(urgent, first):
        _write_urgent(page, at, result, monev)
    if not urgent:
        page.text(
            first, 1, "Tidak ada indikator yang terlambat atau perlu perhatian.", CELL, last=_URGENT_MERGED[-1][2]
        )
    page.honest(first, UrgentCol.REALISASI, first + URGENT_ROWS - 1, HONEST_SHARE)
    page.honest(first, UrgentCol.RENCANA, first + URGENT_ROWS - 1, HONEST_SHARE)


def _write_urgent(page: Page, row: int, result: IndikatorResult, monev: MonevContents) -> None:
    indikator = result.indikator
    page.link(row, UrgentCol.KODE, matrix_link(monev, indikator.row), indikator.kode, CENTRE)
    page.text(
        row, UrgentCol.INDIKATOR, _brief(page, indikator.nama.text, UrgentCol.INDIKATOR, UrgentCol.INDIKATOR), WRAP
    )
    page.number(row, UrgentCol.HARI, result.days_late, look(CELL, COUNT))
    page.day(row, UrgentCol.JATUH_TEMPO, result.due, look(CELL, DAY))
    if result.realisasi is None:
        page.text(row, UrgentCol.REALISASI, UNREADABLE, CENTRE)
    else:
        page.number(row, UrgentCol.REALISASI, result.realisasi, look(CELL, SHARE))
    page.number(row, UrgentCol.RENCANA, result.rencana, look(CELL, SHARE))
    texts = (result.status.text, indikator.penanggung_jawab.text, indikator.kendala.text, indikator.tindak_lanjut.text)
    for text, (_, first, last) in zip(texts, _URGENT_MERGED, strict=True):
        style = STATUS[result.status].cell if text is texts[0] else WRAP
        page.text(row, first, _brief(page, text, first, last), style, last=last)


def _brief(page: Page, text: str, first: int, last: int) -> str:
    return fitting(one_line(text), page.width(first, last), _MOST_LINES, " …")


# --- what changed since the entry before; the whole list is in the history's tab


class ChangeCol(IntEnum):
    """The columns of what changed; those from STATUS_SEMULA on are merged with the next ones."""

    KODE = 1
    INDIKATOR = 2
    SEMULA = 3
    SEKARANG = 4
    STATUS_SEMULA = 5
    STATUS_SEKARANG = 7
    CATATAN = 9


_CHANGES_HEADER = (Title.KODE, TITLES[Field.INDIKATOR], "SEMULA", "SEKARANG")
_CHANGES_LAST = 10


def write_changes(page: Page, row: int, monev: MonevContents) -> None:
    """Writes a title, a header and CHANGES_ROWS rows."""
    recording = monev.recording
    page.text(row, 1, _changes_title(monev), SECTION)
    page.header(row + 1, _CHANGES_HEADER, HEADER)
    page.text(row + 1, ChangeCol.STATUS_SEMULA, "STATUS SEMULA", HEADER, last=ChangeCol.STATUS_SEKARANG - 1)
    page.text(row + 1, ChangeCol.STATUS_SEKARANG, "STATUS SEKARANG", HEADER, last=ChangeCol.CATATAN - 1)
    page.text(row + 1, ChangeCol.CATATAN, "CATATAN", HEADER, last=_CHANGES_LAST)
    first = row + 2
    changes = () if recording.since is None else recording.notable
    shown = changes[: CHANGES_ROWS if len(changes) <= CHANGES_ROWS else CHANGES_ROWS - 1]
    rows = {indikator.kode: indikator.row for indikator in monev.plan.indikator()}
    for at, change in enumerate(shown, first):
        _write_change(page, at, change, monev, rows.get(change.kode))
    if not shown:
        page.text(first, 1, _no_changes(monev), CELL, last=_CHANGES_LAST)
    elif len(shown) < len(changes):
        tab = monev.name(RIWAYAT)
        rest = f"dan {len(changes) - len(shown)} perubahan lain; selengkapnya di tab {tab}"
        page.link(first + len(shown), 1, f"internal:{quoted(tab)}!A1", rest, TEXT)
    for column in (ChangeCol.SEMULA, ChangeCol.SEKARANG):
        page.honest(first, column, first + CHANGES_ROWS - 1, HONEST_SHARE)


def _changes_title(monev: MonevContents) -> str:
    recording, total = monev.recording, monev.measurement.total
    if recording.since is None:
        return "Yang berubah sejak penyegaran sebelumnya"
    title = f"Yang berubah sejak {long_date(recording.since)}: {len(recording.changes)} indikator"
    if recording.before is None:
        return title
    return f"{title}; capaian {percent(recording.before.total.capaian)} menjadi {percent(total.capaian)}"


def _no_changes(monev: MonevContents) -> str:
    if not monev.recording.kept:
        return "Riwayat tidak dicatat: struktur buku kerja ini dikunci, jadi tab Monev Riwayat tidak dapat ditambahkan."
    if monev.recording.since is None:
        return "Riwayat dimulai dengan penyegaran ini; perubahan disebut mulai penyegaran berikutnya."
    return "Tidak ada realisasi atau status yang berubah."


def _write_change(page: Page, row: int, change: Change, monev: MonevContents, matrix_row: int | None) -> None:
    if change.after is None or matrix_row is None:
        page.text(row, ChangeCol.KODE, change.kode, CENTRE)
    else:
        page.link(row, ChangeCol.KODE, matrix_link(monev, matrix_row), change.kode, CENTRE)
    page.text(row, ChangeCol.INDIKATOR, fitting(change.nama, page.widths[ChangeCol.INDIKATOR - 1], 1, "…"), CELL)
    _write_reported(page, row, ChangeCol.SEMULA, ChangeCol.STATUS_SEMULA, change.before)
    _write_reported(page, row, ChangeCol.SEKARANG, ChangeCol.STATUS_SEKARANG, change.after)
    note = WORDS[change.kind] + (f" (semula {change.old_kode})" if change.old_kode else "")
    page.text(row, ChangeCol.CATATAN, note, CELL, last=_CHANGES_LAST)


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


# --- what the statuses mean, and how the numbers come about

_MEANING_FROM = 3


def write_legend(page: Page, row: int, last: int, monev: MonevContents) -> None:
    """Writes a title and a row per status: sign, word, colour, and when it holds."""
    page.text(row, 1, "Arti status (yang pertama cocok yang berlaku)", SECTION)
    for at, (status, meaning) in enumerate(_meanings(monev).items(), row + 1):
        page.text(at, 1, status.text, STATUS[status].cell, last=_MEANING_FROM - 1)
        page.text(at, _MEANING_FROM, meaning, WRAP, last=last)


def _meanings(monev: MonevContents) -> dict[Status, str]:
    ambang = monev.measurement.ambang
    points, days = f"{ambang.poin:g}".replace(".", ","), ambang.hari
    return {
        Status.TIDAK_VALID: "Target waktu atau realisasinya tidak dapat dibaca; lihat tab temuan.",
        Status.SELESAI: f"Realisasinya {percent(1)}.",
        Status.TERLAMBAT: "Ada tonggak yang sudah lewat, dan realisasinya kurang dari bagian yang seharusnya selesai.",
        Status.PERLU_PERHATIAN: (
            f"Tonggak berikutnya jatuh dalam {days} hari dan realisasinya belum cukup untuk itu; "
            f"atau targetnya suatu rentang dan realisasinya lebih dari {points} poin di belakang rencana."
        ),
        Status.BERJALAN: "Sudah ada realisasi, dan tidak ada yang terlambat atau mendesak.",
        Status.BELUM_MULAI: "Belum ada realisasi, dan belum ada yang terlambat atau mendesak.",
    }


def write_notes(page: Page, row: int, last: int, monev: MonevContents) -> None:
    """Writes a title and NOTES lines."""
    page.text(row, 1, "Cara membaca angka", SECTION)
    for at, note in zip(range(row + 1, row + 1 + NOTES), _notes(monev), strict=True):
        page.text(at, 1, note, NOTE, last=last)


def _notes(monev: MonevContents) -> tuple[str, ...]:
    total = monev.measurement.total
    if total.tertimbang is None:
        weighted = f"Capaian tertimbang tidak dihitung: {total.tertimbang_sebab or 'bobotnya tidak ada.'}"
    else:
        weighted = (
            "Capaian tertimbang = capaian subkomponen ditimbang dengan bobotnya pada LKE bagian Pemenuhan (PermenPANRB "
            "90/2021, Lampiran III). Matriks ini hanya menyangkut 30 dari 100 poin LKE: angka ini bukan nilai LKE."
        )
    limits = f"{percent(WBK, 0)} (WBK) dan {percent(WBBM, 0)} (WBBM)"
    rencana = (
        "Rencana = bagian tonggak yang jatuh sampai dengan tanggal penilaian; untuk suatu rentang: bagian bulannya "
        "yang sudah berakhir. Tonggak bulanan jatuh pada hari terakhir bulannya."
    )
    realisasi = (
        "Realisasi dibaca dari kolom REALISASI. Yang kosong dihitung 0% dan ditandai *; yang tidak terbaca ditulis ? "
        "dan dihitung 0%."
    )
    capaian = (
        "Capaian = rata-rata realisasi semua indikator. Deviasi = rata-rata dari realisasi dikurangi rencana, dalam "
        "poin persen, atas indikator yang mempunyai rencana."
    )
    lines = (
        f"Garis {limits} adalah batas per area pada LKE, dipasang sebagai pembanding saja: capaian rencana aksi "
        "bukan nilai area."
    )
    formulas = (
        "Semua jumlah dan rata-rata adalah rumus atas baris-baris tab komponen, jadi dapat ditelusuri. Yang bukan "
        "tepat 0% atau 100% tidak ditampilkan begitu, melainkan sebagai <0,1% atau >99,9%."
    )
    return rencana, realisasi, capaian, weighted, lines, formulas
