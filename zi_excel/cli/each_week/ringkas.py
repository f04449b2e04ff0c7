"""`zi-excel ringkas`: a digest per penanggung jawab, to be pasted into a message."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from zi_excel.cli.console import say, say_json
from zi_excel.cli.indonesian import Command
from zi_excel.cli.options import buku_argument, folder_bukti_option, format_option, per_option, reading_options
from zi_excel.errors import UsageError
from zi_excel.outputs.ringkas_json import ringkas_json


@click.command(
    cls=Command,
    examples=[
        "zi-excel ringkas rencana_aksi.xlsx",
        'zi-excel ringkas rencana_aksi.xlsx --penanggung-jawab "Tim Penguatan Pengawasan"',
        "zi-excel ringkas rencana_aksi.xlsx --folder-bukti bukti > ringkas.txt",
        "zi-excel ringkas rencana_aksi.xlsx --bukti > bukti_lke.txt",
    ],
)
@buku_argument
@click.option(
    "--penanggung-jawab",
    metavar="NAMA",
    help="Hanya untuk penanggung jawab ini; huruf besar-kecil dan spasi bebas, sebagian nama pun boleh.",
)
@click.option(
    "--bukti", is_flag=True, help="Bukti per pertanyaan LKE (A.I.1.i.a ...): tautannya, dan mana yang belum ada."
)
@per_option
@format_option
@folder_bukti_option
@reading_options
def ringkas(
    buku: Path,
    *,
    penanggung_jawab: str | None,
    bukti: bool,
    per: date | None,
    bentuk: str,
    folder_bukti: Path | None,
    lembar: str | None,
    konfigurasi: Path | None,
) -> None:
    """Meringkas per penanggung jawab untuk WhatsApp atau surel.

    Yang terlambat, yang segera jatuh tempo, yang kurang bukti, dan yang berubah sejak penyegaran terakhir. Teksnya
    tinggal disalin; tidak ada yang dikirim, dan buku kerja tidak diubah.
    """
    from zi_excel.verbs.ringkas import ringkas, ringkas_bukti

    if bukti:
        if penanggung_jawab is not None or bentuk != "teks":
            raise UsageError("`--bukti` tidak dapat digabung dengan `--penanggung-jawab` atau `--format`.")
        say(ringkas_bukti(buku, per=per, sheet=lembar, settings=konfigurasi).rstrip("\n"))
        return
    result = ringkas(
        buku,
        penanggung_jawab=penanggung_jawab,
        per=per,
        folder_bukti=folder_bukti,
        sheet=lembar,
        settings=konfigurasi,
    )
    if bentuk == "json":
        say_json(ringkas_json(str(buku), result.digest))
    else:
        say(result.text.rstrip("\n"))
