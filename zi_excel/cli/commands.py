"""The table of the commands: who uses them when, and in which room each is defined, in the module of its name."""

from __future__ import annotations

import click

from zi_excel.cli.indonesian import Group
from zi_excel.version import __version__

_SECTIONS = {
    "Setiap minggu": {
        "validasi": "Memeriksa matriks dan menampilkan temuannya.",
        "aturan": "Menjelaskan aturan pemeriksaan, semua atau satu.",
        "monev": "Menyegarkan tab Monev di dalam buku kerja.",
        "capaian": "Menghitung capaian per komponen terhadap rencananya.",
        "ringkas": "Meringkas per penanggung jawab untuk WhatsApp atau surel.",
        "mingguan": "Menyegarkan tab Monev di semua buku kerja yang diatur.",
    },
    "Menyiapkan": {
        "baru": "Membuat buku kerja baru dari template matriks yang ditetapkan.",
        "impor": "Membuat buku kerja dari Lampiran keputusan.",
        "kolom": "Menampilkan kolom mana yang dibaca sebagai apa.",
        "tetapkan": "Mencatat kolom 1-7 sekarang sebagai yang ditetapkan.",
        "folder-bukti": "Membuat folder bukti per nomor LKE; yang sudah ada dibiarkan.",
        "lanjut": "Membuat rancangan rencana aksi tahun berikutnya.",
        "lampiran": "Menulis kolom 1-7 sebagai Lampiran keputusan di Word.",
        "konfigurasi": "Menampilkan contoh berkas pengaturan, atau memeriksanya.",
    },
    "Untuk evaluator": {
        "laporan": "Menulis buku laporan untuk evaluator.",
        "rekap": "Menyatukan buku kerja banyak kantor menjadi satu rekap.",
        "riwayat": "Menampilkan riwayat penyegaran dari tab Monev Riwayat.",
    },
    "Bukti dan pembatalan": {
        "periksa-utuh": "Membuktikan bahwa penyegaran tidak mengubah milik Anda.",
        "banding": "Membandingkan isi matriks di dua buku kerja.",
        "pulihkan": "Mengembalikan buku kerja ke salah satu cadangannya.",
    },
}
_ROOMS = {
    "Setiap minggu": "each_week",
    "Menyiapkan": "setting_up",
    "Untuk evaluator": "for_evaluators",
    "Bukti dan pembatalan": "proof_and_undo",
}
"""The room of `zi_excel.cli` in which the commands of a section are defined."""


@click.group(
    cls=Group,
    sections=_SECTIONS,
    rooms=_ROOMS,
    examples=[
        "zi-excel baru -o rencana_aksi.xlsx",
        "zi-excel validasi rencana_aksi.xlsx",
        "zi-excel monev rencana_aksi.xlsx",
    ],
    context_settings={"help_option_names": ["--help", "-h"]},
)
@click.version_option(__version__, message="zi-excel %(version)s", help="Tampilkan versi.")
def cli() -> None:
    """Memantau Rencana Aksi Zona Integritas langsung di buku kerja Excel-nya.

    Membaca matriks, memeriksa kolom 1-7, menghitung capaian per komponen, dan menulis tab Monev berwarna ke buku kerja
    yang sama tanpa mengubah satu byte pun milik Anda.
    """
