"""The arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import click

from zi_excel.cli.indonesian import day
from zi_excel.validation.findings import is_within

PATH = click.Path(path_type=Path, readable=False)  # whether it can be used is the library's to say
per_option = click.option(
    "--per", callback=day, metavar="TANGGAL", help="Tanggal penilaian, misalnya 2025-11-20 (bawaan: hari ini, WIB)."
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
buku_argument = click.argument("buku", type=PATH, metavar="BUKU")


def is_asked(kode: str | None, asked: Collection[str]) -> bool:
    """Whether a kode is one of those that `--kode` names, or within one; capitals make no difference."""
    return kode is not None and is_within(kode.casefold(), {each.strip().casefold() for each in asked})


def settings_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option of every command that follows settings."""
    return click.option(
        "--konfigurasi",
        type=PATH,
        metavar="BERKAS",
        help="Berkas pengaturan (bawaan: zi-excel.toml di sebelah buku kerja).",
    )(command)


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that reads a workbook."""
    command = click.option("--lembar", metavar="NAMA", help="Lembar matriks, bila ada beberapa.")(command)
    return settings_option(command)
