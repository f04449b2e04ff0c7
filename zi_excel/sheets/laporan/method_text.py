"""Metodologi's words: every formula and rule of the report, and where they come from."""

from __future__ import annotations

from collections.abc import Iterator

from zi_excel.measuring.lke import WBBM, WBK
from zi_excel.sheets.laporan.places import Book
from zi_excel.wording import percent

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


def sections(book: Book) -> Iterator[tuple[str, list[str]]]:
    """Titles with their paragraphs."""
    ambang, total = book.contents.measurement.ambang, book.contents.measurement.total
    reason = f"Capaian tertimbang tidak dihitung: {total.tertimbang_sebab or 'bobotnya tidak ada.'}"
    said = {
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
        yield title, [" ".join(each.split("\n")).format_map(said) for each in paragraphs]
