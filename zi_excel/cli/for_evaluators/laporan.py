"""`zi-excel laporan`: writes the evaluator's workbook, and says what became of the evaluator's notes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zi_excel.cli.console import say_lines, wrapped
from zi_excel.cli.indonesian import Command, OneOf, Option
from zi_excel.cli.options import PATH, buku_argument, diam_option, folder_bukti_option, per_option, reading_options
from zi_excel.validation.findings import Level
from zi_excel.wording import long_date, percent, shortened

if TYPE_CHECKING:
    from zi_excel.verbs.laporan import LaporanResult

_MOST_LEFT = 20
"""Notes without a place that are shown; of more only the number is."""


@click.command(
    cls=Command,
    examples=[
        "zi-excel laporan rencana_aksi.xlsx -o laporan.xlsx --per 2025-11-20",
        'zi-excel laporan rencana_aksi.xlsx -o laporan_tw3.xlsx --periode "TW III" --kertas a4',
        "zi-excel laporan rencana_aksi.xlsx -o laporan_ringkas.xlsx --ringkas",
        "zi-excel laporan rencana_aksi.xlsx -o laporan.xlsx --catatan laporan_dari_evaluator.xlsx",
    ],
)
@buku_argument
@click.option(
    "-o", "keluaran", cls=Option, type=PATH, metavar="BERKAS", required=True, help="Nama laporannya, .xlsx (wajib)."
)
@per_option
@click.option(
    "--periode", metavar="PERIODE", help='Periode laporan, misalnya "TW III" atau B09; tanggalnya akhir periode itu.'
)
@click.option(
    "--kertas", "paper", type=OneOf(["f4", "a4", "legal"]), default="f4", help="Kertas cetaknya (bawaan: f4)."
)
@click.option(
    "--ringkas",
    "brief",
    is_flag=True,
    help="Edisi ringkas, paling banyak 10 halaman; lembar rinciannya tersembunyi di dalamnya.",
)
@click.option(
    "--catatan",
    "notes",
    type=PATH,
    metavar="BERKAS",
    help="Laporan yang dikembalikan evaluator; catatannya dibawa ke laporan baru menurut kode.",
)
@folder_bukti_option
@reading_options
@diam_option
def laporan(
    buku: Path,
    *,
    keluaran: Path,
    per: date | None,
    periode: str | None,
    paper: str,
    brief: bool,
    notes: Path | None,
    folder_bukti: Path | None,
    lembar: str | None,
    konfigurasi: Path | None,
    diam: bool,
) -> None:
    """Menulis buku laporan untuk evaluator.

    Berdiri sendiri, siap dicetak dan ditandatangani; setiap angkanya rumus sampai ke realisasi dan tonggaknya. Laporan
    buatan zi-excel dari matriks yang sama di tempat itu diganti (catatan evaluator di dalamnya dibawa, cadangannya
    disimpan); berkas lain tidak pernah ditimpa. Buku kerja sendiri tidak diubah.
    """
    from zi_excel.verbs.laporan import laporan

    result = laporan(
        buku,
        keluaran,
        per=per,
        periode=periode,
        paper=paper,
        brief=brief,
        notes=notes,
        folder_bukti=folder_bukti,
        sheet=lembar,
        settings=konfigurasi,
    )
    if not diam:
        say_lines(laporan_lines(result))


def laporan_lines(result: LaporanResult) -> Iterator[str]:
    """Where the report is, what it says of the whole, and what became of the evaluator's notes."""
    total = result.measurement.total
    day = long_date(result.measurement.per)
    what = "Laporan ditulis" if result.changed else "Laporan sudah sama, tidak ditulis lagi"
    yield click.style(f"{what}: {result.out}", bold=True)
    yield f"  Keadaan per {day}: capaian {percent(total.capaian)}, rencana {percent(total.rencana)}."
    galat = sum(each.level is Level.GALAT for each in result.findings)
    if galat:
        yield from wrapped(
            f"Ada {galat} galat: angkanya tidak dapat dipercaya sebelum diperbaiki (lembar Temuan).", 2, 2
        )
    if result.unsaid:
        names = " dan ".join(f"`{name}`" for name in result.unsaid)
        yield from wrapped(f"Belum diisi di zi-excel.toml, jadi kosong di Sampul: {names}.", 2, 2)
    if result.backup is not None:
        yield f"  Laporan sebelumnya disimpan: {result.backup}"
    if result.carried:
        yield f"  Catatan evaluator yang dibawa: {result.carried} sel."
    if result.left:
        yield f"  Catatan evaluator yang tidak cocok lagi (lembar Catatan Lama): {len(result.left)}"
        for note in result.left[:_MOST_LEFT]:
            yield f"    {note.kode}: {shortened(' '.join(note.text.split()), 80, '')}"
        if len(result.left) > _MOST_LEFT:
            yield f"    dan {len(result.left) - _MOST_LEFT} lainnya"
