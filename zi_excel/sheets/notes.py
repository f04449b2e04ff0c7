"""What the statuses mean, and how the numbers come about: in the words of Ringkasan."""

from __future__ import annotations

from zi_excel.measuring.lke import WBBM, WBK
from zi_excel.measuring.measure import Status
from zi_excel.sheets.layout import NOTES, Report
from zi_excel.sheets.page import Page
from zi_excel.sheets.style import NOTE, SECTION, STATUS, WRAP
from zi_excel.wording import percent

_MEANING_FROM = 3


def write_legend(page: Page, row: int, last: int, report: Report) -> None:
    """A section with a row per status: sign, word, colour, and when it holds."""
    page.text(row, 1, "Arti status (yang pertama cocok yang berlaku)", SECTION)
    for at, (status, meaning) in enumerate(_meanings(report).items(), row + 1):
        page.text(at, 1, status.text, STATUS[status].cell, last=_MEANING_FROM - 1)
        page.text(at, _MEANING_FROM, meaning, WRAP, last=last)


def _meanings(report: Report) -> dict[Status, str]:
    ambang = report.measurement.ambang
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


def write_notes(page: Page, row: int, last: int, report: Report) -> None:
    """A section of NOTES lines."""
    page.text(row, 1, "Cara membaca angka", SECTION)
    for at, note in zip(range(row + 1, row + 1 + NOTES), _notes(report), strict=True):
        page.text(at, 1, note, NOTE, last=last)


def _notes(report: Report) -> tuple[str, ...]:
    total = report.measurement.total
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
