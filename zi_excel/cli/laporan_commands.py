"""The command that writes the evaluator's workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

import zi_excel
from zi_excel.cli.console import say_lines
from zi_excel.cli.indonesian import Command, OneOf, Option
from zi_excel.cli.options import PATH, buku_argument, folder_bukti_option, per_option, reading_options


@click.command(
    cls=Command,
    examples=[
        "zi-excel laporan rencana_aksi.xlsx -o laporan.xlsx --per 2025-11-20",
        'zi-excel laporan rencana_aksi.xlsx -o laporan_tw3.xlsx --periode "TW III" --kertas a4',
        "zi-excel laporan rencana_aksi.xlsx -o laporan.xlsx --catatan laporan_dari_evaluator.xlsx",
    ],
)
@buku_argument
@click.option(
    "-o", "keluaran", cls=Option, type=PATH, metavar="BERKAS", required=True, help="Nama laporannya, .xlsx (wajib)."
)
@per_option
@click.option(
    "--periode", metavar="PERIODE", help='Periode laporan, misalnya "TW III" atau B09; tanggalnya akhir periode itu.'
)
@click.option(
    "--kertas", "paper", type=OneOf(["f4", "a4", "legal"]), default="f4", help="Kertas cetaknya (bawaan: f4)."
)
@click.option(
    "--catatan",
    "notes",
    type=PATH,
    metavar="BERKAS",
    help="Laporan yang dikembalikan evaluator; catatannya dibawa ke laporan baru menurut kode.",
)
@folder_bukti_option
@reading_options
def laporan(buku: Path, keluaran: Path, lembar: str | None, konfigurasi: Path | None, **asked: Any) -> None:
    """Menulis buku laporan untuk evaluator.

    Berdiri sendiri, siap dicetak dan ditandatangani; setiap angkanya rumus sampai ke realisasi dan tonggaknya. Laporan
    buatan zi-excel dari matriks yang sama di tempat itu diganti (catatan evaluator di dalamnya dibawa, cadangannya
    disimpan); berkas lain tidak pernah ditimpa. Buku kerja sendiri tidak diubah.
    """
    from zi_excel.cli.laporan import laporan_lines

    say_lines(laporan_lines(zi_excel.laporan(buku, keluaran, sheet=lembar, settings=konfigurasi, **asked)))
