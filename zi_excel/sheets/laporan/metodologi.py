"""Metodologi: how every number comes about, in words, with an example that is computed from this very workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlsxwriter.workbook import Workbook

from zi_excel.measuring.lke import WBBM, WBK
from zi_excel.measuring.measure import Status
from zi_excel.measuring.status import EXACT, HALF_POINT
from zi_excel.plan.jadwal import Jenis
from zi_excel.report.working import Working
from zi_excel.sheets.figures import CAPAIAN
from zi_excel.sheets.heading import write_heading
from zi_excel.sheets.laporan.groups import group_formulas, weighted_formula
from zi_excel.sheets.laporan.places import (
    ALLOWANCE,
    EXACT_NAME,
    HORIZON,
    METODOLOGI,
    PER,
    PER_SUBKOMPONEN,
    TOLERANCE,
    WBBM_NAME,
    WBK_NAME,
    Book,
    Calc,
)
from zi_excel.sheets.layout import Rows
from zi_excel.sheets.page import Page, cell
from zi_excel.sheets.report_page import serial
from zi_excel.sheets.style import (
    CELL,
    COUNT,
    HEADER,
    LONG_DAY,
    NOTE,
    POINTS,
    SECTION,
    SHARE,
    SHARE_TENTHS,
    UNREADABLE,
    WRAP,
    Look,
    look,
)
from zi_excel.sheets.tabs import RINGKASAN
from zi_excel.wording import percent

WIDTHS = (34.0, 24.0, 100.0)
_FIRST = 4


def write_metodologi(page: Page, workbook: Workbook, book: Book) -> tuple[int, list[range]]:
    """Writes the sheet. Returns its last row, and which rows stay on one page."""
    write_heading(page, "Metodologi: dari mana setiap angka berasal", book.monev)
    row, kept = _FIRST, []
    for title, paragraphs in _sections(book):
        page.text(row, 1, title, SECTION)
        kept.append(range(row, row + 2))
        for paragraph in paragraphs:
            row += 1
            page.text(row, 1, paragraph, NOTE, last=len(WIDTHS))
        row += 2
    last = _write_terms(page, workbook, book, row)
    kept.append(range(row, last + 1))
    row = last + 2
    step = example_of(book.contents.steps)
    if step is not None:
        last = _write_example(page, row, step, book)
        kept.append(range(row, last + 1))
        row = last + 1
    return row - 1, kept


def _write_terms(page: Page, workbook: Workbook, book: Book, row: int) -> int:
    """Writes what the figures are judged by, each a cell with a name that formulas use. Returns the last row."""
    ambang = book.contents.measurement.ambang
    page.text(row, 1, "Yang dipakai rumus (sel bernama)", SECTION)
    page.header(row + 1, ("NAMA", "NILAI", "ARTI"), HEADER)
    number = look(num_format="General")
    terms: tuple[tuple[str, float, Look, str], ...] = (
        (TOLERANCE, ambang.poin, number, "poin persen: target rentang boleh tertinggal sekian sebelum perlu perhatian"),
        (HORIZON, ambang.hari, number, "hari sebelum tonggak berikutnya sejak saat itu indikator perlu perhatian"),
        (ALLOWANCE, HALF_POINT, number, "kelonggaran pembulatan: 33% memenuhi 1/3; tidak berlaku untuk 100%"),
        (EXACT_NAME, EXACT, look(num_format="0.000000000"), "selisih pecahan biner yang dianggap sama"),
        (WBK_NAME, WBK, SHARE, f"garis pembanding: batas per area LKE untuk WBK ({percent(WBK, 0)})"),
        (WBBM_NAME, WBBM, SHARE, f"garis pembanding: batas per area LKE untuk WBBM ({percent(WBBM, 0)})"),
    )
    for at, (name, value, style, meaning) in enumerate(terms, row + 2):
        page.text(at, 1, name, CELL)
        page.number(at, 2, value, look(CELL, style, align="center"))
        workbook.define_name(name, f"={Rows(METODOLOGI, at, at).cell(2)}")
        page.text(at, 3, meaning, WRAP)
    return row + 1 + len(terms)


def example_of(steps: Sequence[Working]) -> Working | None:
    """The indikator that shows most: a range or a list under way, else any that has tonggak."""

    def shows(step: Working) -> int:
        share = step.result.realisasi
        under_way = share is not None and 0 < share < 1
        many = len(step.days) > 1
        return 4 * under_way + 2 * many + (step.jenis == Jenis.RENTANG) + (step.result.status is not Status.TIDAK_VALID)

    with_days = [step for step in steps if step.days]
    return max(with_days, key=shows) if with_days else None


def _write_example(page: Page, row: int, step: Working, book: Book) -> int:
    kode, result = step.kode, step.result
    page.text(row, 1, f"Contoh: {kode}, dihitung dari sel-sel buku ini", SECTION)
    page.text(row + 1, 1, result.indikator.nama.text, NOTE, last=len(WIDTHS))
    page.header(row + 2, ("LANGKAH", "NILAI", "CARANYA"), HEADER)
    at, first = row + 3, row + 3

    def source(column: Calc) -> str:
        return book.places.calc(kode, column)

    def line(name: str, formula: str, value: float | str | None, style: Look, how: str) -> None:
        nonlocal at
        page.text(at, 1, name, CELL)
        page.formula(at, 2, formula, value, look(CELL, style, align="center"))
        page.text(at, 3, how, WRAP)
        at += 1

    days = Rows("", book.places.rows[kode], book.places.rows[kode])
    block = book.places.day_cells(days.first)
    sheet = source(Calc.KODE).partition("!")[0]
    reading = f"“{' '.join(result.indikator.target_waktu.text.split())}” dibaca sebagai {step.jenis}"
    line("Tanggal penilaian", f"={PER}", serial(book.contents.measurement.per), LONG_DAY, "lembar Sampul")
    line("Jumlah tanggal", f"={source(Calc.JUMLAH_HARI)}", len(step.days), COUNT, reading)
    passed = sum(day <= book.contents.measurement.per for day in step.days)
    line("Sudah jatuh", f'=COUNTIF({sheet}!{block},"<="&{PER})', passed, COUNT, "tidak sesudah tanggal penilaian")
    share = f"{cell(first + 2, 2)}/{cell(first + 1, 2)}"
    line("Rencana", f"={share}", result.rencana, SHARE_TENTHS, "sudah jatuh / jumlah tanggal")
    shown = UNREADABLE if result.realisasi is None else result.realisasi
    line("Realisasi", f"={source(Calc.REALISASI)}", shown, SHARE_TENTHS, "isian staf")
    deviasi = f"=(N({cell(first + 4, 2)})-{cell(first + 3, 2)})*100"
    value = None if result.deviasi is None else result.deviasi * 100
    line("Deviasi (poin)", deviasi, value, POINTS, "realisasi − rencana")
    line(
        "Diminta sebelum hari ini", f"={source(Calc.DIMINTA)}", step.demanded, SHARE_TENTHS, "bagian tonggak yang lewat"
    )
    how = "bagian tonggak sampai dengan yang berikutnya"
    line("Diminta s.d. berikut", f"={source(Calc.DIMINTA_BERIKUT)}", step.demanded_next, SHARE_TENTHS, how)
    how = "yang pertama cocok dari daftar status di atas"
    line("Status", f"={source(Calc.STATUS)}", result.status.text, look(), how)
    for name, formula, value, how in _means(step, book):
        line(name, formula, value, SHARE_TENTHS, how)
    return at - 1


def _means(step: Working, book: Book) -> Iterator[tuple[str, str, float, str]]:
    """The capaian of the example's groups, computed once more: what, formula, value, how."""
    measured, places = book.contents.measurement, book.places
    sub = next(group for group in measured.subkomponen if group.kode == step.result.subkomponen)
    komponen = next(group for group in measured.komponen if group.kode == step.result.komponen)
    for kind, group, sheet in (
        ("subkomponen", sub, PER_SUBKOMPONEN),
        ("komponen", komponen, book.monev.name(RINGKASAN)),
    ):
        formula = group_formulas(places.of_group(group.kode))[CAPAIAN.key]
        how = f"jumlah realisasi {group.jumlah} indikatornya / {group.jumlah}; sama dengan lembar {sheet}"
        yield f"Capaian {kind} {group.kode}", formula, group.capaian, how
    if komponen.tertimbang is not None:
        rows = places.of_komponen[komponen.kode]
        count = rows.last - rows.first + 1
        how = f"Σ (bobot × capaian) / Σ bobot, atas {count} subkomponennya di lembar {PER_SUBKOMPONEN}"
        yield f"Capaian tertimbang komponen {komponen.kode}", weighted_formula(rows), komponen.tertimbang, how


# --- the words: every formula and rule of the report, and where they come from

_WORDS = """
# Target waktu dan tonggak

Kolom TARGET WAKTU dibaca menjadi satu atau beberapa tonggak. Bulan, daftar bulan, triwulan, semester, dan B03–B12 jatuh
pada hari terakhirnya; tanggal pada hari itu juga; rentang pada akhir rentangnya. Target sewaktu-waktu tidak mempunyai
tonggak dan tidak pernah terlambat.

Tanggal-tanggal itu tertulis di lembar Perhitungan (TANGGAL 1, 2, …). Untuk rentang yang tertulis adalah akhir tiap
bulannya, sebab rencananya tumbuh bulan demi bulan.

# Rencana, realisasi, deviasi

Rencana = jumlah tanggal yang tidak sesudah tanggal penilaian / jumlah tanggal. Target sewaktu-waktu dan yang tidak
terbaca tidak mempunyai rencana (–).

Realisasi = isian staf di kolom REALISASI, 0–100%. Kosong dihitung 0% dan ditandai *; yang tidak terbaca ditulis ? dan
dihitung 0%.

Deviasi = realisasi − rencana, dalam poin persen.

# Status (yang pertama cocok yang berlaku)

? Tidak valid: target waktu atau realisasinya tidak terbaca.

✔ Selesai: realisasinya 100%.

✖ Terlambat: realisasi kurang dari DIMINTA SEBELUM, yaitu bagian tonggak yang harinya sudah lewat.

▲ Perlu perhatian: target rentang yang lebih dari {points} poin di belakang rencana; atau tonggak berikutnya jatuh dalam
{days} hari dan realisasinya kurang dari DIMINTA S.D. BERIKUT, yaitu bagian tonggak sampai dengan yang berikutnya itu.

▶ Berjalan: sudah ada realisasi.   ○ Belum mulai: selebihnya.

Dibandingkan dengan bagian tonggak di bawah 100%, kekurangan setengah poin dimaafkan (33% memenuhi 1/3).

Hari terlambat dihitung dari tonggak pertama yang belum terpenuhi; untuk yang selesai: TANGGAL SELESAI dikurangi tonggak
terakhir (minus: lebih awal).

# Capaian kelompok

Capaian subkomponen, komponen, penanggung jawab, dan seluruhnya = rata-rata realisasi indikatornya, masing-masing sama
berat. Rencana dan deviasi kelompok = rata-rata atas indikator yang mempunyai rencana.

{weighted}

Garis {wbk} (WBK) dan {wbbm} (WBBM) adalah batas per area pada LKE, dipasang sebagai pembanding saja: capaian rencana
aksi bukan nilai area.

Yang bukan tepat 0% atau 100% tidak ditampilkan begitu, melainkan misalnya <1% atau >99,9%.

# Bukti dan tindak lanjut

Bukti fisik dipecah menjadi butir-butir. Tautan dipasangkan menurut urutannya; bila lebih sedikit daripada butirnya,
butir selebihnya dihitung memakai tautan bersama. Kelengkapan = butir yang bertautan (sendiri atau bersama) / jumlah
butir. Isi tautannya tidak diperiksa.

Kendala yang indikatornya belum selesai dan tanpa tindak lanjut disebut belum ditindaklanjuti.

# Sumber

{basis} (kolom 1–7).

Peraturan Menteri PANRB Nomor 90 Tahun 2021, Lampiran III (bobot LKE; batas per area), tidak diubah oleh Nomor 5 Tahun
2024.

Buku kerja kantor, lembar '{sheet}', kolom 8–12 (laporan staf).
"""

_WEIGHTED = (
    "Capaian tertimbang = Σ (bobot × capaian subkomponen) / Σ bobot. Bobotnya bobot LKE bagian Pemenuhan, 25 "
    "subkomponen, 30 dari 100 poin LKE; bobot tiap subkomponen tertulis di lembar Per Subkomponen. Angka ini bukan "
    "nilai LKE."
)


def _sections(book: Book) -> Iterator[tuple[str, list[str]]]:
    """The sections, each a title with its paragraphs."""
    ambang, total = book.contents.measurement.ambang, book.contents.measurement.total
    reason = f"Capaian tertimbang tidak dihitung: {total.tertimbang_sebab or 'bobotnya tidak ada.'}"
    values = {
        "points": f"{ambang.poin:g}".replace(".", ","),
        "days": str(ambang.hari),
        "weighted": _WEIGHTED if total.tertimbang is not None else reason,
        "wbk": percent(WBK, 0),
        "wbbm": percent(WBBM, 0),
        "basis": book.contents.basis,
        "sheet": book.contents.plan.sheet,
    }
    for section in _WORDS.split("# ")[1:]:
        title, *paragraphs = section.strip().split("\n\n")
        yield title, [" ".join(text.split("\n")).format_map(values) for text in paragraphs]
