"""The commands: parse, call the library, print, exit code. Nothing is decided here."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

import zi_excel
from zi_excel.cli.backup_commands import pulihkan
from zi_excel.cli.console import complain, one_line, say, say_json, say_lines
from zi_excel.cli.failures import outcome
from zi_excel.cli.history_commands import banding, riwayat
from zi_excel.cli.indonesian import Command, Group, OneOf
from zi_excel.cli.laporan_commands import laporan
from zi_excel.cli.options import PATH, buku_argument, folder_bukti_option, kode_option, per_option, reading_options
from zi_excel.cli.ringkas import ringkas
from zi_excel.cli.settings_commands import konfigurasi
from zi_excel.cli.tetapkan import kolom, tetapkan
from zi_excel.errors import UsageError, ZiExcelError
from zi_excel.validation.findings import Level

_MAIN_HELP = """Memantau Rencana Aksi Zona Integritas langsung di buku kerja Excel-nya.

Membaca matriks, memeriksa kolom 1-7, menghitung capaian per komponen, dan menulis tab Monev berwarna ke buku kerja yang
sama tanpa mengubah satu byte pun milik Anda.
"""
_MAIN_EXAMPLES = [
    "zi-excel baru -o rencana_aksi.xlsx",
    "zi-excel validasi rencana_aksi.xlsx",
    "zi-excel monev rencana_aksi.xlsx",
]


@click.group(
    cls=Group, help=_MAIN_HELP, examples=_MAIN_EXAMPLES, context_settings={"help_option_names": ["--help", "-h"]}
)
@click.version_option(zi_excel.__version__, message="zi-excel %(version)s", help="Tampilkan versi.")
def cli() -> None:
    """The group of all commands."""


@cli.command(cls=Command, examples=['zi-excel baru -o "Rencana Aksi ZI 2025.xlsx"'])
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
    say(one_line(f"Buku kerja baru: {zi_excel.baru(keluaran)}"))


@cli.command(
    cls=Command,
    examples=[
        "zi-excel validasi rencana_aksi.xlsx",
        "zi-excel validasi rencana_aksi.xlsx --tingkat galat --rinci",
        "zi-excel validasi rencana_aksi.xlsx --kode II.1 --aturan ZI601",
        "zi-excel validasi rencana_aksi.xlsx --format json > temuan.json",
    ],
)
@buku_argument
@click.option(
    "--format", "bentuk", type=OneOf(["teks", "json"]), default="teks", help="Bentuk keluaran (bawaan: teks)."
)
@click.option("--rinci", is_flag=True, help="Tampilkan setiap temuan, juga bila lebih dari satu layar.")
@click.option(
    "--tingkat",
    type=OneOf([str(level) for level in Level]),
    help="Hanya temuan setingkat ini atau lebih berat: galat, peringatan, info.",
)
@click.option("--aturan", "codes", multiple=True, metavar="KODE", help="Hanya temuan aturan ini; boleh diulang.")
@kode_option
@per_option
@folder_bukti_option
@reading_options
def validasi(
    buku: Path,
    *,
    bentuk: str,
    per: date | None,
    folder_bukti: Path | None,
    lembar: str | None,
    konfigurasi: Path | None,
    **shown: Any,
) -> int:
    """Memeriksa matriks dan menampilkan temuannya.

    Yang tidak muat di satu layar diringkas per aturan. Kode keluar menurut semua temuan: 0 tanpa galat, 1 ada galat,
    2 salah pakai, 3 berkas tidak dapat dipakai.
    """
    if bentuk == "json" and any(shown.values()):
        raise UsageError(
            "`--rinci`, `--tingkat`, `--aturan`, dan `--kode` hanya untuk `--format teks`; JSON selalu lengkap."
        )
    codes = tuple(rule.code for code in shown["codes"] for rule in zi_excel.aturan(code))
    result = zi_excel.validasi(buku, per=per, sheet=lembar, settings=konfigurasi, folder_bukti=folder_bukti)
    if bentuk == "json":
        from zi_excel.outputs.results_json import validasi_json  # only where it is asked for

        say_json(validasi_json(str(buku), result.plan.sheet, result.findings))
    else:
        from zi_excel.cli.validasi import Selection, validasi_lines

        selection = Selection(Level(shown["tingkat"] or Level.INFO), codes, shown["kodes"])
        titles = {rule.code: rule.title for rule in zi_excel.aturan()}
        say_lines(validasi_lines(result, titles, every=shown["rinci"], selection=selection))
    return int(result.has_galat)


@cli.command(
    cls=Command,
    examples=[
        "zi-excel capaian rencana_aksi.xlsx --per 2025-11-20",
        "zi-excel capaian rencana_aksi.xlsx --format csv > capaian.csv",
    ],
)
@buku_argument
@per_option
@click.option(
    "--format",
    "bentuk",
    type=OneOf(["tabel", "json", "csv"]),
    default="tabel",
    help="Bentuk keluaran (bawaan: tabel); csv: satu baris per indikator.",
)
@reading_options
def capaian(buku: Path, per: date | None, bentuk: str, lembar: str | None, konfigurasi: Path | None) -> None:
    """Menghitung capaian per komponen terhadap rencananya."""
    result = zi_excel.capaian(buku, per=per, sheet=lembar, settings=konfigurasi)
    if bentuk == "json":
        from zi_excel.outputs.results_json import capaian_json

        say_json(capaian_json(result.measurement))
    elif bentuk == "csv":
        from zi_excel.outputs.capaian_csv import capaian_csv

        sys.stdout.flush()
        sys.stdout.buffer.write(capaian_csv(result.measurement))
    else:
        from zi_excel.cli.capaian import capaian_lines

        say_lines(capaian_lines(result))


@cli.command(
    cls=Command,
    examples=["zi-excel monev rencana_aksi.xlsx", "zi-excel monev rencana_aksi.xlsx --per 2025-11-20 --coba"],
)
@click.argument("buku", type=PATH, metavar="BUKU...", nargs=-1, required=True)
@per_option
@click.option("--coba", is_flag=True, help="Katakan apa yang akan dilakukan; tidak menulis apa pun.")
@folder_bukti_option
@reading_options
def monev(buku: tuple[Path, ...], coba: bool, lembar: str | None, konfigurasi: Path | None, **asked: Any) -> int:
    """Menyegarkan tab Monev di dalam buku kerja.

    Yang lain di buku kerja tidak berubah satu byte pun; cadangan bertanggal dibuat sebelum berkas diganti.
    """
    from zi_excel.cli.capaian import monev_lines

    worst = 0
    for each in buku:
        try:
            result = zi_excel.monev(each, sheet=lembar, settings=konfigurasi, dry_run=coba, **asked)
        except ZiExcelError as failure:  # the others are tried all the same
            sentence, code = outcome(failure)
            complain(sentence)
            worst = max(worst, code)
        else:
            say_lines(monev_lines(result))
    return worst


@cli.command(
    "periksa-utuh",
    cls=Command,
    examples=[
        'zi-excel periksa-utuh "cadangan/rencana_aksi 2025-11-20 093015.xlsx" rencana_aksi.xlsx',
        "zi-excel periksa-utuh lama.xlsx baru.xlsx --rinci",
    ],
)
@click.argument("lama", type=PATH, metavar="LAMA")
@click.argument("baru", type=PATH, metavar="BARU")
@click.option(
    "--format", "bentuk", type=OneOf(["teks", "json"]), default="teks", help="Bentuk keluaran (bawaan: teks)."
)
@click.option("--rinci", is_flag=True, help="Sebut juga setiap bagian yang sama persis.")
def periksa_utuh(lama: Path, baru: Path, bentuk: str, rinci: bool) -> int:
    """Membuktikan bahwa penyegaran tidak mengubah milik Anda.

    LAMA adalah buku kerja sebelum penyegaran, biasanya cadangannya; BARU yang sesudahnya. Keduanya dibandingkan bagian
    demi bagian. Kode keluar: 0 utuh, 1 ada yang berbeda, 2 salah pakai, 3 berkas tidak dapat dipakai.
    """
    result = zi_excel.periksa_utuh(lama, baru)
    if bentuk == "json":
        from zi_excel.outputs.results_json import periksa_utuh_json

        say_json(periksa_utuh_json(str(lama), str(baru), result.comparison))
    else:
        from zi_excel.cli.periksa_utuh import comparison_lines

        say_lines(comparison_lines(result, every=rinci))
    return int(not result.intact)


@cli.command(cls=Command, examples=["zi-excel aturan", "zi-excel aturan ZI601"])
@click.argument("kode", metavar="[KODE]", required=False)
def aturan(kode: str | None) -> None:
    """Menjelaskan aturan pemeriksaan, semua atau satu."""
    from zi_excel.cli.capaian import rule_lines, rules_lines

    rules = zi_excel.aturan(kode)
    say_lines(rule_lines(rules[0]) if kode else rules_lines(rules))


for each in (kolom, laporan, ringkas, tetapkan, pulihkan, riwayat, banding, konfigurasi):
    cli.add_command(each)
