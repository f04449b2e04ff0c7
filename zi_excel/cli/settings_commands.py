"""The command about the settings: an example, and a check."""

from __future__ import annotations

from pathlib import Path

import click

import zi_excel
from zi_excel.cli.console import say, say_lines
from zi_excel.cli.indonesian import Command
from zi_excel.cli.options import PATH


@click.command(
    cls=Command,
    examples=[
        "zi-excel konfigurasi --contoh > zi-excel.toml",
        "zi-excel konfigurasi --periksa",
        r'zi-excel konfigurasi --periksa "D:\Rencana Aksi\zi-excel.toml"',
    ],
)
@click.option("--contoh", is_flag=True, help="Tampilkan contoh berkas pengaturan dengan semua pengaturannya.")
@click.option("--periksa", is_flag=True, help="Periksa BERKAS (bawaan: zi-excel.toml di folder ini).")
@click.argument("berkas", type=PATH, metavar="[BERKAS]", required=False)
def konfigurasi(contoh: bool, periksa: bool, berkas: Path | None) -> None:
    """Menampilkan contoh berkas pengaturan, atau memeriksanya.

    Pemeriksaan menyebut apa yang dipahami, juga buku kerja mana yang akan disegarkan tiap minggu. Kode keluar: 0 dapat
    diikuti, 2 tidak (satu kalimat menyebut sebabnya).
    """
    if contoh == periksa:
        raise click.UsageError("pilih `--contoh` atau `--periksa`.", click.get_current_context())
    if contoh:
        if berkas is not None:
            raise click.UsageError(
                f"`--contoh` ditampilkan saja, jadi tidak menerima nama berkas; simpan dengan `> {berkas}`.",
                click.get_current_context(),
            )
        say(zi_excel.contoh_konfigurasi().rstrip("\n"))
        return
    from zi_excel.cli.konfigurasi import konfigurasi_lines

    say_lines(konfigurasi_lines(zi_excel.periksa_konfigurasi(berkas or Path())))
