"""`zi-excel baru`: a fresh workbook from the template."""

from __future__ import annotations

from pathlib import Path

import click

from zi_excel.cli.console import one_line, say
from zi_excel.cli.indonesian import Command
from zi_excel.cli.options import PATH


@click.command(cls=Command, examples=['zi-excel baru -o "Rencana Aksi ZI 2025.xlsx"'])
@click.option(
    "-o",
    "keluaran",
    type=PATH,
    metavar="BERKAS",
    default="rencana_aksi.xlsx",
    help="Nama buku kerja baru (bawaan: rencana_aksi.xlsx).",
)
def baru(keluaran: Path) -> None:
    """Membuat buku kerja baru dari template matriks yang ditetapkan."""
    from zi_excel.verbs.baru import baru

    say(one_line(f"Buku kerja baru: {baru(keluaran)}"))
