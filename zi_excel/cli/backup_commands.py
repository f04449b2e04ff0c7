"""The command of undoing: which backups there are, and one of them in the workbook's place."""

from __future__ import annotations

from pathlib import Path

import click

import zi_excel
from zi_excel.cli.console import say_lines
from zi_excel.cli.indonesian import Command
from zi_excel.cli.options import buku_argument, settings_option


@click.command(
    cls=Command,
    examples=[
        "zi-excel pulihkan rencana_aksi.xlsx",
        "zi-excel pulihkan rencana_aksi.xlsx --ke 2025-11-20 --coba",
        'zi-excel pulihkan rencana_aksi.xlsx --ke "2025-11-20 093015"',
    ],
)
@buku_argument
@click.option(
    "--ke",
    metavar="TANGGAL",
    help="Cadangan yang dipulihkan: harinya, dengan jamnya bila sehari ada beberapa. Tanpa ini: sebutkan yang ada.",
)
@click.option("--coba", is_flag=True, help="Katakan apa yang akan dilakukan; tidak menulis apa pun.")
@settings_option
def pulihkan(buku: Path, ke: str | None, coba: bool, konfigurasi: Path | None) -> None:
    """Mengembalikan buku kerja ke salah satu cadangannya.

    Tanpa --ke disebutkan cadangan yang ada. Yang ada sekarang dicadangkan dahulu, jadi pemulihan pun dapat dibatalkan.
    """
    from zi_excel.cli.pulihkan import cadangan_lines, pulihkan_lines

    if ke is None:
        say_lines(cadangan_lines(zi_excel.cadangan(buku, settings=konfigurasi)))
    else:
        say_lines(pulihkan_lines(zi_excel.pulihkan(buku, ke, settings=konfigurasi, dry_run=coba)))
