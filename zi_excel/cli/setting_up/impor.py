"""`zi-excel impor`: a decree's Lampiran as a workbook, and what had to be judged on the way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zi_excel.cli.console import Block, cut, heading, one_line, say_lines, warned, wrapped
from zi_excel.cli.indonesian import Command, Option, day
from zi_excel.cli.options import PATH

if TYPE_CHECKING:
    from zi_excel.documents.pages import Judged
    from zi_excel.verbs.impor import ImporResult

_MOST_LINES = 60
"""Lines of the list in the terminal; all of it stands on the sheet `Catatan Impor`."""


@click.command(
    cls=Command,
    examples=[
        "zi-excel impor keputusan.docx -o rencana_aksi.xlsx",
        'zi-excel impor keputusan.docx -o rencana_aksi.xlsx --nomor "12 Tahun 2025" --tanggal 2025-03-03',
    ],
)
@click.argument("dokumen", type=PATH, metavar="DOKUMEN")
@click.option("-o", "keluaran", cls=Option, type=PATH, metavar="BUKU", required=True, help="Buku kerja baru (wajib).")
@click.option("--nomor", default="", metavar="TEKS", help="Nomor keputusan, bila dokumen tidak menyebutnya.")
@click.option("--tanggal", callback=day, metavar="TANGGAL", help="Tanggal keputusan, misalnya 2025-03-03.")
@click.option("--kantor", default="", metavar="NAMA", help="Nama kantor.")
@click.option("--tempat", default="", metavar="NAMA", help="Tempat penetapan.")
@click.option("--tentang", default="", metavar="TEKS", help="Tentang apa keputusannya.")
@click.option("--tahun", type=click.IntRange(1990, 2100), metavar="TAHUN", help="Tahun rencana.")
@click.option(
    "--lembar",
    multiple=True,
    metavar="NAMA",
    help="Lembar matriks di berkas .xlsx, bila ada beberapa; boleh diulang, menurut urutannya.",
)
@click.option("--oleh", default="", metavar="NAMA", help="Siapa yang mengimpor; ditulis di catatan penetapan.")
def impor(
    dokumen: Path,
    *,
    keluaran: Path,
    nomor: str,
    tanggal: date | None,
    kantor: str,
    tempat: str,
    tentang: str,
    tahun: int | None,
    lembar: tuple[str, ...],
    oleh: str,
) -> int:
    """Membuat buku kerja dari Lampiran keputusan.

    DOKUMEN: .docx, .pdf yang memuat teks, .html, teks (.txt), .xlsx, atau .csv. Kata-katanya disalin apa adanya,
    termasuk salah ketiknya. Kode keluar: 0 tidak ada yang perlu diputuskan, 1 buku kerja ditulis dan ada yang perlu
    dicocokkan, 3 tidak ada matriks di dalamnya atau dokumen tidak terbaca.
    """
    from zi_excel.verbs.impor import impor

    result = impor(
        dokumen,
        keluaran,
        nomor=nomor,
        tanggal=tanggal,
        kantor=kantor,
        tempat=tempat,
        tentang=tentang,
        tahun=tahun,
        lembar=lembar,
        oleh=oleh,
    )
    say_lines(impor_lines(result))
    return 0 if result.is_clear else 1


def impor_lines(result: ImporResult) -> Iterator[str]:
    """The counts to compare with the document, what was judged, what the decree says, what was written."""
    from zi_excel.validation.findings import Level

    plan, said = result.read.plan, result.said
    yield heading(f"{result.document}: matriks terbaca, ditulis ke {result.path}")
    for komponen in plan.komponen:
        rows = len(list(komponen.indikator()))
        name = " ".join(komponen.nama.text.split()) or "(tanpa nama)"
        counts = f"{len(komponen.subkomponen)} subkomponen, {rows} indikator"
        yield from wrapped(f"{komponen.kode:<4}  {name}: {counts}", 2, 8)
    subs, total = len(list(plan.subkomponen())), len(list(plan.indikator()))
    yield f"  Jumlah: {len(plan.komponen)} komponen, {subs} subkomponen, {total} indikator (cocokkan dengan dokumen)"
    yield ""
    yield from _decree_lines(result)
    if result.judged:
        yield ""
        yield click.style(f"Yang diputuskan saat membaca: {len(result.judged)} (cocokkan dengan dokumen)", bold=True)
        blocks = [Block(list(_judged_lines(each)), 1) for each in result.judged]
        yield from cut(blocks, _MOST_LINES, "  ... {left} lagi di lembar Catatan Impor")
    yield ""
    where = " (lembar Catatan Impor memuat daftar di atas)" if result.judged else ""
    yield one_line(f"  Buku kerja: {result.path}{where}")
    if result.settings is not None:
        yield one_line(f"  Pengaturan: {result.settings}")
    if result.record is not None:
        yield one_line(f"  Catatan penetapan: {result.record}")
    for why in result.kept:
        yield from wrapped(why, 2, 4)
    for why in result.unwritten:
        yield from warned(why)
    if result.missing:
        names = ", ".join(f"{each.what} ({each.option})" for each in result.missing)
        yield from warned(f"Tidak ada di dokumen: {names}.")
    if result.record is None and (not said.nomor or said.tanggal is None):
        yield from warned(
            "Catatan penetapan belum dibuat. Bila nomor dan tanggalnya sudah pasti: zi-excel tetapkan "
            f'"{result.path}" --nomor "..." --tanggal TTTT-BB-HH --oleh "Nama Anda"'
        )
    if result.checked is not None:
        counts = ", ".join(f"{result.checked.count(level)} {level}" for level in Level)
        yield from wrapped(f'Pemeriksaan: {counts}. Selengkapnya: zi-excel validasi "{result.path}"', 2, 4)


def _decree_lines(result: ImporResult) -> Iterator[str]:
    from zi_excel.wording import long_date

    said = result.said
    known = (
        ("Nomor", said.nomor),
        ("Tanggal", long_date(said.tanggal) if said.tanggal else ""),
        ("Tempat", said.tempat),
        ("Kantor", said.kantor),
        ("Tentang", said.tentang),
        ("Tahun", str(result.read.plan.year)),
        ("Penanda tangan", "; ".join(f"{signer.nama}, {signer.jabatan}" for signer in said.signers)),
    )
    for name, value in known:
        if value:
            yield from wrapped(f"{name}: {value}", 2, 6)


def _judged_lines(judged: Judged) -> Iterator[str]:
    kode = f" · {judged.kode}" if judged.kode else ""
    seen = f" “{judged.seen}”" if judged.seen else ""
    yield from wrapped(f"{judged.where}{kode}:{seen} → {judged.made}", 2, 6)
