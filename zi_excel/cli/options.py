"""The arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TypeVar

import click

from zi_excel.cli.indonesian import OneOf, day

_Callback = TypeVar("_Callback", bound=Callable[..., object])

PATH = click.Path(path_type=Path, readable=False)  # the library says whether it can be used

buku_argument = click.argument("buku", type=PATH, metavar="BUKU")
per_option = click.option(
    "--per", callback=day, metavar="TANGGAL", help="Tanggal penilaian, misalnya 2025-11-20 (bawaan: hari ini, WIB)."
)
format_option = click.option(
    "--format", "bentuk", type=OneOf(["teks", "json"]), default="teks", help="Bentuk keluaran (bawaan: teks)."
)
folder_bukti_option = click.option(
    "--folder-bukti",
    type=PATH,
    metavar="FOLDER",
    help="Folder bukti: tautan berupa berkas diperiksa di sana, juga folder per kode (I.1.a).",
)
kode_option = click.option(
    "--kode",
    "kodes",
    multiple=True,
    metavar="KODE",
    help="Hanya indikator, subkomponen, atau komponen ini; boleh diulang.",
)
settings_option = click.option(
    "--konfigurasi",
    type=PATH,
    metavar="BERKAS",
    help="Berkas pengaturan (bawaan: zi-excel.toml di sebelah buku kerja).",
)
diam_option = click.option(
    "--diam", is_flag=True, help="Untuk penjadwal: tidak menampilkan apa pun; hanya kegagalan, di stderr."
)


def reading_options(command: _Callback) -> _Callback:
    """The options of every command that reads a workbook."""
    return settings_option(click.option("--lembar", metavar="NAMA", help="Lembar matriks, bila ada beberapa.")(command))


def is_asked(kode: str | None, asked: Collection[str]) -> bool:
    """Whether a kode is one of those that `--kode` names, or within one; capitals make no difference."""
    from zi_excel.validation.findings import is_within  # with all that a plan is: not for a help page

    return kode is not None and is_within(kode.casefold(), {each.strip().casefold() for each in asked})
