"""`zi-excel rekap`: many offices' workbooks as one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zi_excel.cli.console import complain, heading, one_line, say_json, say_lines, warned
from zi_excel.cli.indonesian import Command, OneOf, Option, positive
from zi_excel.cli.options import PATH, diam_option, per_option
from zi_excel.errors import UsageError
from zi_excel.wording import long_date, percent

if TYPE_CHECKING:
    from zi_excel.kantor.figures import Rekap
    from zi_excel.verbs.rekap import RekapResult, RekapStep

EXIT_ALL, EXIT_SOME = 0, 1


@click.command(
    cls=Command,
    examples=[
        "zi-excel rekap Jateng/ -o rekap.xlsx --per 2025-11-20",
        'zi-excel rekap daftar_kantor.csv -o rekap_tw3.xlsx --periode "TW III"',
        "zi-excel rekap Jateng/ DIY/ --coba",
        "zi-excel rekap Jateng/ --format csv -o rekap.csv",
    ],
)
@click.argument("sumber", type=PATH, metavar="SUMBER...", nargs=-1, required=True)
@click.option("-o", "keluaran", cls=Option, type=PATH, metavar="BERKAS", help="Nama rekapnya, .xlsx.")
@per_option
@click.option(
    "--periode",
    metavar="PERIODE",
    help='Periode yang pergerakannya ditampilkan, misalnya "TW III" atau B09; tanggalnya akhir periode itu.',
)
@click.option("--coba", is_flag=True, help="Hanya menampilkan kantor mana yang dibaca, dan dengan nama apa.")
@click.option(
    "--format",
    "bentuk",
    type=OneOf(["xlsx", "json", "csv", "parquet"]),
    default="xlsx",
    help="Bentuk hasil (bawaan: xlsx); csv dan parquet: satu baris per kantor dan indikator. Tanpa -o, json dan csv "
    "ditampilkan.",
)
@click.option(
    "--kertas", "paper", type=OneOf(["f4", "a4", "legal"]), default="f4", help="Kertas cetaknya (bawaan: f4)."
)
@click.option(
    "--pekerja",
    callback=positive,
    metavar="N",
    help="Berapa proses membaca sekaligus (bawaan: sebanyak inti prosesor).",
)
@click.option("--batas", callback=positive, metavar="DETIK", help="Waktu untuk satu buku kerja (bawaan: 300 detik).")
@click.option("--dask", metavar="ALAMAT", help="Penjadwal Dask yang pekerjanya membaca, misalnya tcp://10.0.0.5:8786.")
@diam_option
def rekap(
    sumber: tuple[Path, ...],
    *,
    keluaran: Path | None,
    per: date | None,
    periode: str | None,
    coba: bool,
    bentuk: str,
    paper: str,
    pekerja: int | None,
    batas: int | None,
    dask: str | None,
    diam: bool,
) -> int:
    """Menyatukan buku kerja banyak kantor menjadi satu rekap.

    SUMBER: buku kerja, folder (dicari sampai ke dalamnya), pola, atau daftar (.csv, .xlsx) dengan kolom BERKAS dan bila
    ada KANTOR, WILAYAH. Angka tiap kantor adalah angka `capaian`; setiap kantor dihitung satu kali. Rekap buatan
    zi-excel di tempat itu diganti (cadangannya disimpan); berkas lain tidak pernah ditimpa.

    Kode keluar: 0 semua terbaca, 1 ada yang tidak terbaca (rekap tetap ditulis), 2 salah pakai, 3 tidak satu pun
    terbaca atau rekap tidak dapat ditulis.
    """
    from zi_excel.verbs.rekap import LIMIT, rekap

    written = None if coba or bentuk != "xlsx" else keluaran
    if not coba and keluaran is None and bentuk in {"xlsx", "parquet"}:
        raise UsageError(f"sebutkan dengan -o di mana rekap .{bentuk} ditulis.")
    if not coba and keluaran is not None and bentuk != "xlsx":
        from zi_excel.outputs.data_files import check_data_file

        check_data_file(keluaran, bentuk)
    with _bar(hidden=diam or not sys.stderr.isatty()) as watch:
        result = rekap(
            sumber,
            written,
            per=per,
            periode=periode,
            paper=paper,
            workers=pekerja,
            dask=dask,
            limit=batas or LIMIT,
            watch=watch,
        )
    if coba:
        say_lines(coba_lines(result.rekap))
    elif bentuk == "xlsx":
        if not diam:
            say_lines(rekap_lines(result))
    else:
        _put_data(result.rekap, bentuk, keluaran)
    for unread in result.rekap.unread:
        complain(one_line(f"zi-excel: {unread.sebab}"))
    return EXIT_SOME if result.rekap.unread else EXIT_ALL


def coba_lines(rekap: Rekap) -> Iterator[str]:
    """The kantor that are read, each under its name."""
    yield heading(f"{len(rekap.kantor)} kantor terbaca; percobaan, tidak ada yang ditulis")
    for kantor in rekap.kantor:
        wilayah = "" if kantor.wilayah is None else f"{kantor.wilayah} · "
        silent = "" if kantor.melapor else "  (belum melapor)"
        yield one_line(f"  {wilayah}{kantor.nama}  <-  {kantor.berkas}{silent}")
    yield from _other_years(rekap)


def _other_years(rekap: Rekap) -> Iterator[str]:
    from zi_excel.kantor.opening import other_years_sentence

    if told := other_years_sentence(rekap):
        yield from warned(told)


def rekap_lines(result: RekapResult) -> Iterator[str]:
    """Where the rekap is, and what it says of the whole."""
    rekap = result.rekap
    what = "Rekap ditulis" if result.changed else "Rekap sudah sama, tidak ditulis lagi"
    yield heading(f"{what}: {result.out}")
    counts = [f"{len(rekap.kantor)} kantor"]
    if rekap.belum_melapor:
        counts.append(f"{len(rekap.belum_melapor)} belum melapor")
    if rekap.unread:
        counts.append(f"{len(rekap.unread)} tidak terbaca")
    mean, median = percent(rekap.spread.rata_rata), percent(rekap.spread.median)
    yield f"  Per {long_date(rekap.per)}: {', '.join(counts)}; rata-rata {mean}, median {median}."
    yield from _other_years(rekap)
    if result.backup is not None:
        yield one_line(f"  Rekap sebelumnya disimpan: {result.backup}")


def _put_data(rekap: Rekap, bentuk: str, out: Path | None) -> None:
    """Prints or writes a rekap that is data for other programs."""
    if bentuk == "json":
        from zi_excel.outputs.rekap_json import rekap_json, rekap_json_bytes

        if out is None:
            say_json(rekap_json(rekap))
            return
        data = rekap_json_bytes(rekap)
    else:
        from zi_excel.outputs.rekap_tables import rekap_csv, rekap_parquet

        data = rekap_csv(rekap) if bentuk == "csv" else rekap_parquet(rekap)
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return
    from zi_excel.outputs.data_files import write_data_file

    write_data_file(out, data, bentuk)


@contextmanager
def _bar(*, hidden: bool) -> Iterator[Callable[[RekapStep], None]]:
    """A bar that follows the reading, where a person looks on."""
    with click.progressbar(
        length=0, label="Membaca", item_show_func=lambda at: at, file=sys.stderr, hidden=hidden
    ) as bar:
        failed = 0

        def watch(step: RekapStep) -> None:
            nonlocal failed
            failed += step.unread is not None
            bar.length = step.total
            bar.update(step.done - bar.pos, f"{failed} tidak terbaca" if failed else "")

        yield watch
