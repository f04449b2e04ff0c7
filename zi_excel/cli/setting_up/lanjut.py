"""`zi-excel lanjut`: the draft of the coming year's plan, and what somebody has to decide in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zi_excel.cli.console import Block, cut, heading, one_line, say_json, say_lines, warned, wrapped
from zi_excel.cli.indonesian import Command, Option
from zi_excel.cli.options import PATH, buku_argument, format_option, per_option, reading_options

if TYPE_CHECKING:
    from zi_excel.sheets.matriks.contents import Change
    from zi_excel.verbs.lanjut import LanjutResult

_MOST_ASKED, _MOST_MOVED, _MOST_CELLS = 60, 16, 5
"""Lines of the two lists in the terminal, and cells that one of them names; all stand on the sheet `Catatan Lanjut`."""


@click.command(
    cls=Command,
    examples=[
        "zi-excel lanjut rencana_aksi.xlsx -o 2026/rencana_aksi.xlsx",
        "zi-excel lanjut rencana_aksi.xlsx --tahun 2026 -o 2026/rencana_aksi.xlsx --per 2025-12-31",
    ],
)
@buku_argument
@click.option("-o", "keluaran", cls=Option, type=PATH, metavar="BARU", required=True, help="Rancangan baru (wajib).")
@click.option(
    "--tahun",
    type=click.IntRange(1990, 2100),
    metavar="TAHUN",
    help="Tahun rancangan (bawaan: satu tahun sesudah tahun rencana).",
)
@per_option
@format_option
@reading_options
def lanjut(
    buku: Path,
    *,
    keluaran: Path,
    tahun: int | None,
    per: date | None,
    bentuk: str,
    lembar: str | None,
    konfigurasi: Path | None,
) -> int:
    """Membuat rancangan rencana aksi tahun berikutnya.

    Susunan dan kata-kata BUKU disalin; tahun yang jelas milik target, judul, dan kepala kolom digeser. Yang tidak jelas
    (LAKIP 2024, renstra 2023-2027, SK Nomor 12/2025) dibiarkan dan didaftar untuk Anda putuskan. Kolom yang diisi tim
    kerja kosong; yang belum selesai per TANGGAL didaftar di lembarnya sendiri. BUKU hanya dibaca.

    Kode keluar: 0 tidak ada yang perlu diputuskan, 1 rancangan ditulis dan ada yang perlu diputuskan, 2 salah pakai
    (juga tahun yang tidak sesudah tahun rencana), 3 BUKU tidak dapat dipakai atau rancangan tidak dapat ditulis.
    """
    from zi_excel.verbs.lanjut import lanjut

    result = lanjut(buku, keluaran, tahun=tahun, per=per, sheet=lembar, settings=konfigurasi)
    if bentuk == "json":
        from zi_excel.outputs.lanjut_json import lanjut_json

        say_json(lanjut_json(result))
    else:
        say_lines(lanjut_lines(result))
    return 0 if result.is_clear else 1


def lanjut_lines(result: LanjutResult) -> Iterator[str]:
    """What was made, what has to be decided, what moved, what is unfinished, what was written."""
    from zi_excel.sheets.matriks.lanjut import unfinished_sheet
    from zi_excel.validation.findings import Level
    from zi_excel.wording import long_date

    old, year = result.continued.old_year, result.year
    yield heading(f"{result.source}: rancangan tahun {year} dari rencana tahun {old}, ditulis ke {result.path}")
    komponen, rows = len(result.draft.komponen), len(list(result.draft.indikator()))
    yield f"  {komponen} komponen, {rows} indikator; kolom yang diisi tim kerja kosong"
    if result.asked:
        yield ""
        yield click.style(f"Perlu Anda putuskan: {len(result.asked)}", bold=True)
        yield from _list(result, result.asked, _MOST_ASKED)
    yield ""
    yield click.style(f"Sudah digeser: {len(result.moved)}", bold=True)
    yield from _list(result, result.moved, _MOST_MOVED)
    yield ""
    count, per = len(result.continued.unfinished), long_date(result.continued.per)
    yield from wrapped(
        f"Belum selesai di tahun {old}, per {per}: {count} dari {len(list(result.plan.indikator()))} indikator, dengan "
        f"kendala dan tindak lanjutnya di lembar {unfinished_sheet(old)}",
        2,
        4,
    )
    yield one_line(f"  Rancangan: {result.path} (lembar Catatan Lanjut memuat kedua daftar di atas)")
    if result.settings is not None:
        yield one_line(f"  Pengaturan: {result.settings}")
    for note in result.notes:
        yield from warned(note)
    yield from wrapped(
        "Ini rancangan: belum ada catatan penetapan. Setelah keputusannya ditandatangani: zi-excel tetapkan "
        f'"{result.path}" --nomor "..." --tanggal TTTT-BB-HH --oleh "Nama Anda"',
        2,
        4,
    )
    if result.checked is not None:
        counts = ", ".join(f"{result.checked.count(level)} {level}" for level in Level)
        yield from wrapped(f'Pemeriksaan: {counts}. Selengkapnya: zi-excel validasi "{result.path}"', 2, 4)


def _list(result: LanjutResult, changes: Sequence[Change], room: int) -> Iterator[str]:
    """The changes, those of the same text as one."""
    alike: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        alike.setdefault((change.where, change.old, change.new, change.made, change.why), []).append(change)
    blocks = [Block(list(_change_lines(result, group)), len(group)) for group in alike.values()]
    yield from cut(blocks, room, "  ... {left} lagi di lembar Catatan Lanjut")


def _change_lines(result: LanjutResult, alike: Sequence[Change]) -> Iterator[str]:
    from zi_excel.sheets.matriks.contents import Made
    from zi_excel.wording import shortened

    change = alike[0]
    cells = [cell for each in alike if (cell := result.cell(each))]
    more = f" dan {len(cells) - _MOST_CELLS} lagi" if len(cells) > _MOST_CELLS else ""
    place = f"{change.where} ({', '.join(cells[:_MOST_CELLS])}{more})" if cells else change.where
    old, new = (shortened(" ".join(text.split()), 120) for text in (change.old, change.new))
    made = f"“{new}”" if change.made is Made.MOVED or (change.made is Made.BLANKED and new) else str(change.made)
    why = "" if change.made is Made.MOVED else f" ({change.why.rstrip('.')})"
    yield from wrapped(f"{place}: “{old}” → {made}{why}", 2, 6)
