"""`zi-excel tetapkan`: records columns 1-7 as enacted, and says what was recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zi_excel.cli.console import heading, one_line, say_lines, wrapped
from zi_excel.cli.indonesian import Command, Option, day
from zi_excel.cli.options import buku_argument, reading_options
from zi_excel.enacted.matrix import plain
from zi_excel.plan.rencana_aksi import ENACTED_FIELDS, TITLES
from zi_excel.wording import long_date

if TYPE_CHECKING:
    from zi_excel.verbs.tetapkan import TetapkanResult


@click.command(
    cls=Command,
    examples=[
        'zi-excel tetapkan rencana_aksi.xlsx --nomor "12 Tahun 2025" --tanggal 2025-03-03 --oleh "Nama Anda"',
        'zi-excel tetapkan rencana_aksi.xlsx --nomor "40 Tahun 2025" --tanggal 2025-09-01 --oleh "Nama Anda" --ganti',
    ],
)
@buku_argument
@click.option(
    "--nomor", cls=Option, required=True, metavar="TEKS", help='Nomor keputusan, misalnya "12 Tahun 2025" (wajib).'
)
@click.option(
    "--tanggal",
    cls=Option,
    required=True,
    callback=day,
    metavar="TANGGAL",
    help="Tanggal keputusan, misalnya 2025-03-03 (wajib).",
)
@click.option("--oleh", cls=Option, required=True, metavar="NAMA", help="Siapa yang mencatat (wajib).")
@click.option("--tentang", default="", metavar="TEKS", help="Tentang apa keputusannya.")
@click.option(
    "--ganti", "replace", is_flag=True, help="Ganti catatan yang sudah ada; yang lama tetap disimpan di sebelahnya."
)
@reading_options
def tetapkan(
    buku: Path,
    *,
    nomor: str,
    tanggal: date,
    oleh: str,
    tentang: str,
    replace: bool,
    lembar: str | None,
    konfigurasi: Path | None,
) -> None:
    """Mencatat kolom 1-7 sekarang sebagai yang ditetapkan.

    Untuk kantor mana pun: sesudahnya setiap perbedaan dilaporkan oleh validasi dan monev. Catatannya ditulis ke berkas
    .penetapan.toml di sebelah buku kerja; buku kerja sendiri tidak diubah.
    """
    from zi_excel.verbs.tetapkan import tetapkan

    result = tetapkan(
        buku,
        nomor=nomor,
        tanggal=tanggal,
        oleh=oleh,
        tentang=tentang,
        replace=replace,
        sheet=lembar,
        settings=konfigurasi,
    )
    say_lines(tetapkan_lines(result))


def tetapkan_lines(result: TetapkanResult) -> Iterator[str]:
    """What was recorded, where it is, and what follows."""
    enacted, about = result.enacted, result.enacted.pencatatan
    yield heading(f"{result.path} · lembar '{result.plan.sheet}': kolom 1-7 dicatat sebagai yang ditetapkan")
    yield from wrapped(enacted.decree + (f" tentang {enacted.tentang}" if enacted.tentang else ""), 2, 4)
    if about is not None:
        yield f"  Dicatat oleh {about.oleh} pada {long_date(about.pada.date())} pukul {about.pada:%H.%M}"
    absent = [TITLES[each] for each in ENACTED_FIELDS if not enacted.has(each)]
    if absent:
        yield from wrapped(f"Tidak ada di buku kerja, jadi tidak dicatat: kolom {', '.join(absent)}", 2, 4)
    yield ""
    for komponen in enacted.komponen:
        rows = sum(len(sub.indikator) for sub in komponen.subkomponen)
        name = " ".join(plain(komponen.nama).split())
        counts = f"{len(komponen.subkomponen)} subkomponen, {rows} indikator"
        yield from wrapped(f"{komponen.kode:<4}  {name}: {counts}", 2, 8)
    subs = sum(len(each.subkomponen) for each in enacted.komponen)
    total = sum(1 for _ in enacted.indikator())
    yield f"  Jumlah: {len(enacted.komponen)} komponen, {subs} subkomponen, {total} indikator"
    if result.own:
        rules = Counter((each.level, each.code) for each in result.own)
        listed = ", ".join(f"{count} {level} {code}" for (level, code), count in rules.items())
        yield ""
        yield from wrapped(
            f"Naskah yang dicatat itu sendiri mempunyai temuan: {listed}. Sejak sekarang semuanya hanya info, karena "
            "begitulah yang ditetapkan. Bila itu salah ketik di buku kerja, perbaiki dahulu, lalu catat ulang "
            "dengan --ganti.",
            2,
            2,
        )
    yield ""
    yield one_line(f"  Catatan: {result.record}")
    if result.replaced:
        yield one_line(f"  Catatan sebelumnya disimpan: {result.replaced}")
    yield from wrapped(
        "Sejak sekarang `zi-excel validasi` dan `zi-excel monev` melaporkan setiap perbedaan kolom 1-7 dengan catatan "
        "ini (ZI901-ZI911). Simpan berkas catatan di sebelah buku kerjanya dan jangan mengubahnya dengan tangan.",
        2,
        2,
    )
