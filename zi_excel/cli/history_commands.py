"""The commands that look back: the history, and the comparison with an earlier state."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

import zi_excel
from zi_excel.cli.console import say_json, say_lines
from zi_excel.cli.indonesian import Command, OneOf, day
from zi_excel.cli.options import PATH, buku_argument, kode_option, reading_options
from zi_excel.errors import UsageError

_form = click.option(
    "--format", "bentuk", type=OneOf(["teks", "json"]), default="teks", help="Bentuk keluaran (bawaan: teks)."
)


@click.command(
    cls=Command,
    examples=["zi-excel riwayat rencana_aksi.xlsx", "zi-excel riwayat rencana_aksi.xlsx --format json > riwayat.json"],
)
@buku_argument
@_form
@click.option("--rinci", is_flag=True, help="Semua catatan, dan setiap perubahan di dalamnya.")
def riwayat(buku: Path, bentuk: str, rinci: bool) -> None:
    """Menampilkan riwayat penyegaran dari tab Monev Riwayat.

    Per tanggal: rencana, capaian, dan berapa indikator yang berubah; dari tanggal terakhir juga perubahannya.
    """
    result = zi_excel.riwayat(buku)
    if bentuk == "json":
        from zi_excel.outputs.history_json import riwayat_json

        say_json(riwayat_json(str(buku), result.history, result.tab, result.unread))
    else:
        from zi_excel.cli.riwayat import riwayat_lines

        say_lines(riwayat_lines(result, every=rinci))


@click.command(
    cls=Command,
    examples=[
        'zi-excel banding "cadangan/rencana_aksi 2025-11-20 093015.xlsx" rencana_aksi.xlsx',
        "zi-excel banding lama.xlsx baru.xlsx --kode II.1 --rinci",
        "zi-excel banding lama.xlsx baru.xlsx --per 2025-11-20 --format json",
    ],
)
@click.argument("lama", type=PATH, metavar="LAMA")
@click.argument("baru", type=PATH, metavar="BARU")
@click.option(
    "--per",
    callback=day,
    metavar="TANGGAL",
    help="Tanggal status keduanya, misalnya 2025-11-20 (bawaan: hari ini, WIB).",
)
@_form
@click.option("--rinci", is_flag=True, help="Tampilkan setiap perbedaan, juga bila lebih dari satu layar.")
@kode_option
@reading_options
def banding(
    lama: Path,
    baru: Path,
    *,
    per: date | None,
    bentuk: str,
    rinci: bool,
    kodes: tuple[str, ...],
    lembar: str | None,
    konfigurasi: Path | None,
) -> int:
    """Membandingkan isi matriks di dua buku kerja.

    LAMA biasanya cadangan, BARU buku kerja sekarang: realisasi, status, kata-kata, serta baris yang ditambahkan,
    dihapus, dan pindah. Kode keluar: 0 sama, 1 ada yang berbeda, 2 salah pakai, 3 berkas tidak dapat dipakai.
    """
    if bentuk == "json" and (rinci or kodes):
        raise UsageError("`--rinci` dan `--kode` hanya untuk `--format teks`; JSON selalu lengkap.")
    result = zi_excel.banding(lama, baru, per=per, sheet=lembar, settings=konfigurasi)
    if bentuk == "json":
        from zi_excel.outputs.history_json import banding_json

        say_json(banding_json(str(lama), str(baru), result.per, result.sheets, result.differences))
    else:
        from zi_excel.cli.banding import banding_lines

        say_lines(banding_lines(result, every=rinci, kodes=kodes))
    return int(bool(result.differences))
