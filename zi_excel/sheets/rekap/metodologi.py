"""Metodologi: how every figure of the rekap comes about, in words."""

from __future__ import annotations

from collections.abc import Iterator

from zi_excel.sheets.page import Page
from zi_excel.sheets.rekap.heading import write_heading
from zi_excel.sheets.rekap.places import Book
from zi_excel.sheets.style import NOTE, SECTION
from zi_excel.wording import long_date

WIDTHS = (158.0,)
_FIRST = 5


def write_metodologi(page: Page, book: Book) -> tuple[int, list[range]]:
    """Writes the sheet. Returns its last row, and which rows stay on one page."""
    write_heading(page, "Metodologi: dari mana setiap angka berasal", book, _context(book))
    row, kept = _FIRST, []
    for title, paragraphs in _sections(book):
        page.text(row, 1, title, SECTION)
        kept.append(range(row, row + 2))
        for paragraph in paragraphs:
            row += 1
            page.text(row, 1, paragraph, NOTE)
        row += 2
    return row - 2, kept


def _context(book: Book) -> str:
    rekap = book.rekap
    return f"{len(rekap.kantor)} kantor terbaca, {len(rekap.unread)} buku kerja tidak terbaca."


_WORDS = """

# Angka satu kantor

Setiap buku kerja dibaca seperti oleh `zi-excel capaian` per {per}: realisasi, status, dan rencana tiap indikator.
Angka-angka itu diketik di lembar Data; semua angka lain di buku ini adalah rumus atasnya.

Capaian kantor = rata-rata realisasi semua indikatornya, masing-masing sama berat. Realisasi yang kosong dihitung 0%
dan ditandai *; yang tidak terbaca ditulis ? dan dihitung 0%.

Rencana dan deviasi kantor = rata-rata atas indikator yang mempunyai rencana; deviasi = realisasi − rencana, dalam
poin persen. Capaian tertimbang diambil dari buku kerjanya: capaian subkomponen ditimbang dengan bobot LKE bagian
Pemenuhan (PermenPANRB 90/2021, Lampiran III). Kantor yang subkomponennya bukan ke-25 subkomponen LKE tidak
mempunyainya (–). Angka ini bukan nilai LKE.

# Angka beberapa kantor

Rata-rata semua kantor atau suatu wilayah = rata-rata capaian kantornya. Tiap kantor dihitung sekali, berapa pun
banyaknya indikatornya. Median, terendah, dan tertinggi tertulis di sebelahnya. Peringkat 1: capaian tertinggi; yang
sama, sama peringkatnya.

Kantor yang belum melaporkan apa pun dihitung 0% dan ditandai ✖ Belum ada. Buku kerja yang tidak terbaca tidak
dihitung di mana pun; sebabnya di lembar Tidak Terbaca.

Per komponen: atas kantor yang mempunyai area itu. Enam area dikenali dari namanya, bukan dari nomornya; komponen lain
dari namanya.

Per indikator: atas kantor yang mempunyai kode itu dengan teks yang sama dengan teks kebanyakan kantor. Kantor yang
kodenya sama tetapi teksnya lain dihitung di kolom TEKS LAIN saja. Di lembar Data mereka mempunyai kolom sendiri, "(teks
lain)": tetap masuk capaian kantornya, tidak masuk angka indikatornya.

# Status

? Tidak valid, ✔ Selesai, ✖ Terlambat, ▲ Perlu perhatian, ▶ Berjalan, ○ Belum mulai: sama dengan di buku kerja kantor,
yang pertama cocok yang berlaku, menurut ambang di pengaturan kantornya.

Di lembar Peta, bila yang tampil wilayah: ✖ bila setengah kantornya atau lebih terlambat, ▲ bila ada yang terlambat, ✔
bila semuanya selesai, ▶ selebihnya.

# Riwayat dan pergerakan

Riwayat terakhir dan capaian saat itu diambil dari tab Monev Riwayat di buku kerja kantor. {movement} Grafik
perjalanan: rata-rata atas kantor yang riwayatnya sampai ke tanggal itu, masing-masing dengan catatan terakhirnya;
pada {per} semua kantor ikut.

# Yang paling jauh di belakang

Kantor menurut deviasinya; indikator menurut jumlah deviasi kantor yang mempunyainya. Yang tidak mempunyai rencana
tidak ikut.

Yang bukan tepat 0% atau 100% tidak ditampilkan begitu, melainkan misalnya <1% atau >99,9%.
"""

_MOVED = "Pergerakan = rata-rata perubahan realisasi sejak sebelum {first} (periode {name}), dalam poin persen."
_NOT_MOVED = "Pergerakan tidak dihitung, sebab tidak ada periode yang diminta."


def _sections(book: Book) -> Iterator[tuple[str, list[str]]]:
    """The sections, each a title with its paragraphs."""
    rekap = book.rekap
    period = rekap.periode
    movement = _NOT_MOVED if period is None else _MOVED.format(first=long_date(period.first), name=period.name)
    for section in _WORDS.split("# ")[1:]:
        title, *paragraphs = section.strip().split("\n\n")
        texts = (" ".join(text.split()) for text in paragraphs)
        yield title, [text.format(per=long_date(rekap.per), movement=movement) for text in texts]
