"""The command of the digest per penanggung jawab."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

import zi_excel
from zi_excel.cli.console import say, say_json
from zi_excel.cli.indonesian import Command, OneOf
from zi_excel.cli.options import buku_argument, folder_bukti_option, per_option, reading_options


@click.command(
    cls=Command,
    examples=[
        "zi-excel ringkas rencana_aksi.xlsx",
        'zi-excel ringkas rencana_aksi.xlsx --penanggung-jawab "Tim Penguatan Pengawasan"',
        "zi-excel ringkas rencana_aksi.xlsx --folder-bukti bukti > ringkas.txt",
    ],
)
@buku_argument
@click.option(
    "--penanggung-jawab",
    metavar="NAMA",
    help="Hanya untuk penanggung jawab ini; huruf besar-kecil dan spasi bebas, sebagian nama pun boleh.",
)
@per_option
@click.option(
    "--format", "bentuk", type=OneOf(["teks", "json"]), default="teks", help="Bentuk keluaran (bawaan: teks)."
)
@folder_bukti_option
@reading_options
def ringkas(buku: Path, bentuk: str, lembar: str | None, konfigurasi: Path | None, **asked: Any) -> None:
    """Meringkas per penanggung jawab untuk WhatsApp atau surel.

    Yang terlambat, yang segera jatuh tempo, yang kurang bukti, dan yang berubah sejak penyegaran terakhir. Teksnya
    tinggal disalin; tidak ada yang dikirim, dan buku kerja tidak diubah.
    """
    result = zi_excel.ringkas(buku, sheet=lembar, settings=konfigurasi, **asked)
    if bentuk == "json":
        from zi_excel.outputs.digest_json import ringkas_json

        say_json(ringkas_json(str(buku), result.digest))
    else:
        say(result.text.rstrip("\n"))
