"""`zi-excel lampiran`: columns 1-7 as a decree's Lampiran in Word, and what is left to be written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zi_excel.cli.console import Block, cut, heading, say_lines, warned, wrapped
from zi_excel.cli.indonesian import Command, Option
from zi_excel.cli.options import PATH, buku_argument, diam_option, reading_options

if TYPE_CHECKING:
    from zi_excel.verbs.lampiran import LampiranResult

_MOST_LINES = 40
"""Lines of the list of cells that read otherwise."""


@click.command(
    cls=Command,
    examples=[
        "zi-excel lampiran rencana_aksi.xlsx -o lampiran.docx",
        "zi-excel lampiran 2026/rencana_aksi.xlsx -o 2026/lampiran.docx",
    ],
)
@buku_argument
@click.option(
    "-o", "keluaran", cls=Option, type=PATH, metavar="BERKAS", required=True, help="Nama Lampiran baru, .docx (wajib)."
)
@reading_options
@diam_option
def lampiran(buku: Path, *, keluaran: Path, lembar: str | None, konfigurasi: Path | None, diam: bool) -> int:
    """Menulis kolom 1-7 sebagai Lampiran keputusan di Word.

    Kertas F4 mendatar, judul kolom berulang di setiap halaman, kepala lampiran dan tempat tanda tangan; siap dicetak
    dan ditandatangani. Nomor, tanggal, dan pejabatnya diambil dari catatan penetapan, pengaturan, dan buku kerja
    sendiri; yang belum ada menjadi titik-titik. `zi-excel impor` dari hasilnya memberi matriks yang sama. Berkas
    yang sudah ada tidak pernah ditimpa. BUKU hanya dibaca.

    Kode keluar: 0 Lampiran ditulis, 1 Lampiran ditulis dan ada sel yang akan terbaca lain bila diimpor, 2 salah pakai,
    3 BUKU atau catatan penetapannya tidak dapat dipakai, atau Lampiran tidak dapat ditulis.
    """
    from zi_excel.verbs.lampiran import lampiran

    result = lampiran(buku, keluaran, sheet=lembar, settings=konfigurasi)
    if not diam:
        say_lines(lampiran_lines(result))
    return 1 if result.otherwise else 0


def lampiran_lines(result: LampiranResult) -> Iterator[str]:
    """Where the document is, how much is in it, and what is left to do."""
    yield heading(f"Lampiran ditulis: {result.out}")
    plan = result.plan
    subs, rows = len(list(plan.subkomponen())), len(list(plan.indikator()))
    yield f"  {len(plan.komponen)} komponen, {subs} subkomponen, {rows} indikator, tahun {plan.year}"
    if result.contents.blank:
        yield from wrapped(f"Titik-titik, diisi di Word atau dengan tangan: {', '.join(result.contents.blank)}.", 2, 4)
    if result.others:
        yield from wrapped(f"Kolom lain di buku kerja, tidak dibawa: {', '.join(result.others)}.", 2, 4)
    if result.otherwise:
        yield from warned(f"Akan terbaca lain bila diimpor: {len(result.otherwise)} sel; cocokkan dengan buku kerja.")
        blocks = [
            Block(list(wrapped(f"{each.kode} {each.column}: “{each.own}” → “{each.read}”", 4, 6)), 1)
            for each in result.otherwise
        ]
        yield from cut(blocks, _MOST_LINES, "    ... {left} sel lagi")
    yield from wrapped(
        'Setelah keputusannya ditandatangani: zi-excel tetapkan BUKU --nomor "..." --tanggal TTTT-BB-HH --oleh '
        '"Nama Anda"',
        2,
        4,
    )
