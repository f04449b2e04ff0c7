"""The short edition's own sheets: what is late or needs attention, which evidence is missing, how it is computed."""

from __future__ import annotations

from collections.abc import Sequence

from zi_excel.measuring.measure import IndikatorResult, Status
from zi_excel.opc.workbook.workbook import quoted
from zi_excel.plan.rencana_aksi import TITLES, Field
from zi_excel.report.registers import Evidence, Keadaan
from zi_excel.sheets.fitting import fitting, one_line
from zi_excel.sheets.heading import Title, write_heading
from zi_excel.sheets.laporan.places import METODOLOGI, Book, Calc
from zi_excel.sheets.layout import CONTEXT_ROW, FIRST_ROW, HEADER_ROW
from zi_excel.sheets.page import Page
from zi_excel.sheets.report_page import colour_states, serial
from zi_excel.sheets.style import (
    CELL,
    CENTRE,
    COUNT,
    DAY,
    HEADER,
    HONEST_SHARE,
    NOTE,
    SHARE,
    SIGN,
    UNREADABLE,
    WRAP,
    look,
)

_MOST = 32
"""Indikator that a list of the short edition names; the others are in the full one."""

# --- Perhatian

COLUMNS = (
    (Title.KODE, 8.5),
    (TITLES[Field.INDIKATOR], 36.0),
    (TITLES[Field.TARGET_WAKTU], 16.0),
    (Title.RENCANA, 9.5),
    (Title.REALISASI, 10.5),
    (Title.STATUS, 16.5),
    (Title.JATUH_TEMPO, 12.0),
    (Title.HARI_TERLAMBAT, 11.5),
    (TITLES[Field.PENANGGUNG_JAWAB], 18.0),
    (TITLES[Field.KENDALA], 30.0),
    (TITLES[Field.TINDAK_LANJUT], 30.0),
)
KODE, INDIKATOR, TARGET, RENCANA, REALISASI, STATUS = range(1, 7)
JATUH_TEMPO, HARI, PENANGGUNG_JAWAB, KENDALA, TINDAK_LANJUT = range(7, len(COLUMNS) + 1)
_ORDER = "Urutannya menurut keadaan saat laporan ini dibuat: yang paling lama terlambat di atas."
_CALM = "Tidak ada indikator yang terlambat atau perlu perhatian."


def write_attention(page: Page, book: Book) -> int:
    """Writes the indikator that are late, the latest first, then those that need attention. Returns the last row."""
    every = book.contents.measurement.urgent
    urgent = every[:_MOST]
    write_heading(page, "Yang terlambat dan yang perlu perhatian", book.monev)
    page.text(CONTEXT_ROW, 1, _ORDER + _left_out(len(every)), SIGN)
    page.header(HEADER_ROW, [title for title, _ in COLUMNS], HEADER)
    for row, result in enumerate(urgent, FIRST_ROW):
        _write_urgent(page, row, result, book)
    last = FIRST_ROW + max(len(urgent), 1) - 1
    if not urgent:
        page.blank(FIRST_ROW, 1, len(COLUMNS), CELL)
        page.text(FIRST_ROW, INDIKATOR, _CALM, WRAP)
    for column in (RENCANA, REALISASI):
        page.honest(FIRST_ROW, column, last, HONEST_SHARE)
    colour_states(page, FIRST_ROW, STATUS, last)
    page.sheet.freeze_panes(HEADER_ROW, KODE)
    return last


def _write_urgent(page: Page, row: int, result: IndikatorResult, book: Book) -> None:
    indikator, kode = result.indikator, result.indikator.kode
    shown = book.places.shown[kode]
    page.link(row, KODE, f"internal:{quoted(shown.sheet)}!A{shown.first}", kode, CENTRE)
    for column, text, most in (
        (INDIKATOR, indikator.nama.text, 3),
        (TARGET, indikator.target_waktu.text, 3),
        (PENANGGUNG_JAWAB, indikator.penanggung_jawab.text, 3),
        (KENDALA, indikator.kendala.text, 3),
        (TINDAK_LANJUT, indikator.tindak_lanjut.text, 3),
    ):
        page.text(row, column, fitting(one_line(text), page.widths[column - 1] - 2, most, " …"), WRAP)
    cells = (
        (RENCANA, Calc.RENCANA, result.rencana, SHARE),
        (REALISASI, Calc.REALISASI, UNREADABLE if result.realisasi is None else result.realisasi, SHARE),
        (STATUS, Calc.STATUS, result.status.text, look()),
        (JATUH_TEMPO, Calc.JATUH_TEMPO, serial(result.due), DAY),
        (HARI, Calc.HARI, result.days_late, COUNT),
    )
    for column, source, value, style in cells:
        page.formula(row, column, f"={book.places.calc(kode, source)}", value, look(CELL, style))


def _left_out(count: int) -> str:
    return f" {_MOST} dari {count} ditampilkan; semuanya di edisi lengkap." if count > _MOST else ""


# --- Bukti Belum Ada

MISSING_COLUMNS = (
    (Title.KODE, 8.5),
    (TITLES[Field.INDIKATOR], 60.0),
    ("BUTIR BUKTI YANG BELUM ADA", 90.0),
    (TITLES[Field.PENANGGUNG_JAWAB], 32.0),
)
_COMPLETE = "Semua butir bukti mempunyai tautan."


def missing_by_indikator(evidence: Sequence[Evidence]) -> list[tuple[IndikatorResult, list[str]]]:
    """The indikator that lack evidence, each with its butir: first those that are `selesai`, in the matrix's order."""
    missing: dict[str, tuple[IndikatorResult, list[str]]] = {}
    for row in evidence:
        if row.keadaan is Keadaan.BELUM:
            missing.setdefault(row.result.indikator.kode, (row.result, []))[1].append(
                row.butir or "(bukti fisik kosong)"
            )
    return sorted(missing.values(), key=lambda each: each[0].status is not Status.SELESAI)


def write_missing(page: Page, book: Book) -> int:
    """Writes the evidence that is missing, a row per indikator. Returns the last row."""
    every = missing_by_indikator(book.contents.evidence)
    rows = every[:_MOST]
    complete = book.contents.complete
    write_heading(page, "Bukti yang belum ada", book.monev)
    said = (
        f"{complete.counts[2]} dari {complete.total} butir bukti belum mempunyai tautan, pada {len(every)} indikator."
    )
    page.text(CONTEXT_ROW, 1, f"{said} Yang sudah selesai di atas.{_left_out(len(every))}", SIGN)
    page.header(HEADER_ROW, [title for title, _ in MISSING_COLUMNS], HEADER)
    for row, (result, butir) in enumerate(rows, FIRST_ROW):
        indikator = result.indikator
        page.text(row, 1, indikator.kode, CENTRE)
        page.text(row, 2, fitting(one_line(indikator.nama.text), page.widths[1] - 2, 2, " …"), WRAP)
        page.text(row, 3, fitting("; ".join(map(one_line, butir)), page.widths[2] - 2, 2, " …"), WRAP)
        page.text(row, 4, fitting(one_line(indikator.penanggung_jawab.text), page.widths[3] - 2, 2, " …"), WRAP)
    if not rows:
        page.blank(FIRST_ROW, 1, len(MISSING_COLUMNS), CELL)
        page.text(FIRST_ROW, 2, _COMPLETE, WRAP)
    page.sheet.freeze_panes(HEADER_ROW, 0)
    return FIRST_ROW + max(len(rows), 1) - 1


# --- Cara Menghitung

METHOD_WIDTHS = (160.0,)
_METHOD = f"""
Rencana: bagian tonggak (tanggal jatuh menurut TARGET WAKTU) yang tidak sesudah tanggal penilaian; untuk rentang, bagian
bulannya yang sudah berakhir.

Realisasi: isian staf di kolom REALISASI, 0–100%. Kosong dan yang tidak terbaca dihitung 0%.

Capaian subkomponen, komponen, dan seluruhnya: rata-rata realisasi indikatornya. Deviasi: realisasi dikurangi rencana,
dalam poin persen.

Status, yang pertama cocok: ? tidak valid (tidak terbaca); ✔ selesai (100%); ✖ terlambat (ada tonggak yang lewat dan
belum terpenuhi); ▲ perlu perhatian (tonggak berikutnya dekat, atau tertinggal dari rencana rentangnya); ▶ berjalan;
○ belum mulai.

Bukti: butir di BUKTI FISIK dipasangkan dengan tautan menurut urutannya; isi tautannya tidak diperiksa.

Setiap angka adalah rumus sampai ke lembar Perhitungan. Lembar itu, {METODOLOGI}, Matriks, dan lembar rinci lain
tersembunyi dalam edisi ringkas ini: klik kanan pada tab, pilih Tampilkan (Unhide).
"""


def write_method(page: Page, book: Book) -> int:
    """Writes how the figures come about, on half a page. Returns the last row."""
    write_heading(page, "Cara menghitung", book.monev)
    paragraphs = [" ".join(text.split()) for text in _METHOD.strip().split("\n\n")]
    for row, text in enumerate(paragraphs, CONTEXT_ROW + 1):
        page.text(row, 1, text, NOTE)
    return CONTEXT_ROW + len(paragraphs)
