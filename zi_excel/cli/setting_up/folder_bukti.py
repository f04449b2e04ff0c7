"""`zi-excel folder-bukti`: a folder for the evidence of each indikator."""

from __future__ import annotations

from pathlib import Path

import click

from zi_excel.cli.console import one_line, say_lines
from zi_excel.cli.indonesian import Command
from zi_excel.cli.options import PATH, buku_argument, reading_options


@click.command(cls=Command, examples=["zi-excel folder-bukti rencana_aksi.xlsx bukti"])
@buku_argument
@click.argument("folder", type=PATH, metavar="FOLDER")
@reading_options
def folder_bukti(buku: Path, *, folder: Path, lembar: str | None, konfigurasi: Path | None) -> None:
    """Membuat folder bukti per nomor LKE; yang sudah ada dibiarkan.

    Satu folder per indikator, bernama nomornya pada LKE bagian Pemenuhan (A.I.1.i.a), atau kodenya (I.1.a) bila matriks
    tidak mempunyai 25 subkomponen LKE. Opsi --folder-bukti mengenali kedua nama itu.
    """
    from zi_excel.verbs.folder_bukti import susun_folder_bukti

    result = susun_folder_bukti(buku, folder, sheet=lembar, settings=konfigurasi)
    by = "nomor LKE" if result.by_lke else "kode indikator"
    say_lines(
        [
            one_line(f"Folder bukti di {result.folder}, menurut {by}:"),
            f"  {len(result.new)} dibuat, {len(result.present)} sudah ada dan dibiarkan.",
        ]
    )
