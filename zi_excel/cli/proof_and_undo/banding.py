"""`zi-excel banding`: what differs between the matrices of two workbooks, on one screen and all of it on demand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zi_excel.cli.console import SCREEN, Block, cut, heading, lines_of, one_line, say_json, say_lines, wrapped
from zi_excel.cli.indonesian import Command, day
from zi_excel.cli.options import PATH, format_option, is_asked, kode_option, reading_options
from zi_excel.errors import UsageError
from zi_excel.history.plan_diff import STATUS, Difference, What
from zi_excel.outputs.history_json import banding_json
from zi_excel.plan.rencana_aksi import TITLES, Field
from zi_excel.wording import long_date, shortened

if TYPE_CHECKING:
    from zi_excel.verbs.banding import BandingResult

_AROUND = 30
"""Characters before the first that differs, of a long text."""
_LONGEST = 100
_HINT = "Setiap perbedaan: --rinci. Sebagian: --kode, misalnya --kode II.1"


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
@format_option
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
    from zi_excel.verbs.banding import banding

    if bentuk == "json" and (rinci or kodes):
        raise UsageError("`--rinci` dan `--kode` hanya untuk `--format teks`; JSON selalu lengkap.")
    result = banding(lama, baru, per=per, sheet=lembar, settings=konfigurasi)
    if bentuk == "json":
        say_json(banding_json(str(lama), str(baru), result.per, result.sheets, result.differences))
    else:
        say_lines(banding_lines(result, every=rinci, kodes=kodes))
    return int(bool(result.differences))


def banding_lines(result: BandingResult, *, every: bool = False, kodes: Sequence[str] = ()) -> Iterator[str]:
    """How many differences of what kind, then each under its kode: all where they fit on a screen, else the first.

    Args:
        result: what `banding` found.
        every: all differences, however many.
        kodes: of these indikator, or of all in these komponen and subkomponen, alone; the counts are always of all.
    """
    shown = [difference for difference in result.differences if not kodes or _is_asked_for(difference, kodes)]
    head = list(_head(result, len(shown)))
    blocks = list(_blocks(shown))
    hints: list[str] = []
    details = lines_of(blocks)
    if not every and len(head) + len(details) > SCREEN:
        hints = ["", *wrapped(_HINT, 0, 2)]
        details = cut(blocks, SCREEN - len(head) - len(hints), "  … dan {left} perbedaan lain")
    if kodes and result.differences and not shown:
        hints = ["", "Tidak ada perbedaan yang cocok dengan pilihan ini."]
    yield from (*head, *details, *hints)


def _is_asked_for(difference: Difference, kodes: Sequence[str]) -> bool:
    return is_asked(difference.kode, kodes) or is_asked(difference.old_kode, kodes)


def _head(result: BandingResult, shown: int) -> Iterator[str]:
    count = len(result.differences)
    some = "" if shown == count else f", ditampilkan {shown}"
    yield heading(f"{result.old} → {result.new}: {count} perbedaan (status per {long_date(result.per)}{some})")
    if count:
        counts = Counter(_topic(difference) for difference in result.differences)
        yield from wrapped("; ".join(f"{topic} {count}" for topic, count in counts.items()), 2, 2)


def _blocks(differences: Sequence[Difference]) -> Iterator[Block]:
    """The differences kode by kode, each kode with a heading."""
    for kode, group in groupby(differences, key=lambda difference: difference.kode):
        yield Block(["", click.style(one_line(kode) if kode is not None else "Kolom", bold=True)], heads=True)
        for difference in group:
            yield Block(wrapped(f"{_label(difference)}: {_values(difference)}", 2, 4), 1)


def _title(column: str) -> str:
    return "STATUS" if column == STATUS else TITLES[Field(column)]


def _topic(difference: Difference) -> str:
    """What a difference counts as in the first lines: the column that changed, or what became of the row."""
    if difference.what is What.BERUBAH and difference.column is not None:
        return _title(difference.column)
    return {What.KOLOM: "kolom", What.PINDAH: "baris pindah"}.get(difference.what, f"baris {difference.what}")


def _label(difference: Difference) -> str:
    """What differs, and its cells: those of LAMA and BARU, or one where they are the same."""
    cells = [place.ref for place in (difference.old, difference.new) if place is not None and place.ref]
    where = " → ".join(dict.fromkeys(cell for cell in cells if cell))
    what = {
        What.DITAMBAHKAN: "Ditambahkan",
        What.DIHAPUS: "Dihapus, di LAMA",
        What.PINDAH: f"Pindah dari {difference.old_kode}",
    }.get(difference.what, _title(difference.column) if difference.column else "")
    return f"{what} {where}".strip()


def _values(difference: Difference) -> str:
    """What stood there and what is there now; of long texts what lies around the first character that differs."""
    before, after = difference.before, difference.after
    if difference.what is What.KOLOM:
        return f"hanya ada di {'BARU' if before is None else 'LAMA'}"
    if before is None or after is None or difference.what is What.PINDAH:
        return _quoted(after if before is None or after is not None else before, 0)
    if difference.column == STATUS:
        return f"{before} → {after}"
    start = max(_common(before, after) - _AROUND, 0) if max(len(before), len(after)) > _LONGEST else 0
    return f"{_quoted(before, start)} → {_quoted(after, start)}"


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (mine, its) in enumerate(pairs) if mine != its), min(len(one), len(other)))


def _quoted(text: str | None, start: int) -> str:
    """A text in one line from a character on, shortened where it is long."""
    line = " ".join((text or "")[start:].split())
    if not line:
        return "(kosong)" if start == 0 else "“…”"
    return f"“{'…' if start else ''}{shortened(line, _LONGEST)}”"
