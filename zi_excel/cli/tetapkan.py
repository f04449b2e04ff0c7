"""The commands about the matrix itself: which column is what, and recording it as enacted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

import zi_excel
from zi_excel.cli.console import say_json, say_lines
from zi_excel.cli.indonesian import Command, OneOf, Option, day
from zi_excel.cli.options import buku_argument, reading_options


@click.command(
    cls=Command,
    examples=["zi-excel kolom rencana_aksi.xlsx", "zi-excel kolom rencana_aksi.xlsx --format json > kolom.json"],
)
@buku_argument
@click.option(
    "--format", "bentuk", type=OneOf(["teks", "json"]), default="teks", help="Bentuk keluaran (bawaan: teks)."
)
@reading_options
def kolom(buku: Path, bentuk: str, lembar: str | None, konfigurasi: Path | None) -> None:
    """Menampilkan kolom mana yang dibaca sebagai apa.

    Termasuk kolom yang tidak dipakai, dan apa yang dapat ditulis di zi-excel.toml bila ada yang tidak ditemukan.
    """
    result = zi_excel.kolom(buku, sheet=lembar, settings=konfigurasi)
    if bentuk == "json":
        from zi_excel.outputs.results_json import kolom_json

        say_json(kolom_json(str(buku), result.plan))
    else:
        from zi_excel.cli.kolom import kolom_lines

        say_lines(kolom_lines(result))


@click.command(
    cls=Command,
    examples=[
        'zi-excel tetapkan rencana_aksi.xlsx --nomor "12 Tahun 2025" --tanggal 2025-03-03 --oleh "Nama Anda"',
        'zi-excel tetapkan rencana_aksi.xlsx --nomor "40 Tahun 2025" --tanggal 2025-09-01 --oleh "Nama Anda" --ganti',
    ],
)
@buku_argument
@click.option(
    "--nomor", cls=Option, required=True, metavar="TEKS", help='Nomor keputusan, misalnya "12 Tahun 2025" (wajib).'
)
@click.option(
    "--tanggal",
    cls=Option,
    required=True,
    callback=day,
    metavar="TANGGAL",
    help="Tanggal keputusan, misalnya 2025-03-03 (wajib).",
)
@click.option("--oleh", cls=Option, required=True, metavar="NAMA", help="Siapa yang mencatat (wajib).")
@click.option("--tentang", default="", metavar="TEKS", help="Tentang apa keputusannya.")
@click.option(
    "--ganti", "replace", is_flag=True, help="Ganti catatan yang sudah ada; yang lama tetap disimpan di sebelahnya."
)
@reading_options
def tetapkan(buku: Path, lembar: str | None, konfigurasi: Path | None, **decree: Any) -> None:
    """Mencatat kolom 1-7 sekarang sebagai yang ditetapkan.

    Untuk kantor mana pun: sesudahnya setiap perbedaan dilaporkan oleh validasi dan monev. Catatannya ditulis ke berkas
    .penetapan.toml di sebelah buku kerja; buku kerja sendiri tidak diubah.
    """
    from zi_excel.cli.kolom import tetapkan_lines

    say_lines(tetapkan_lines(zi_excel.tetapkan(buku, sheet=lembar, settings=konfigurasi, **decree)))
