"""`zi-excel monev`: refreshes the Monev tabs of workbooks, and says what it did."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zi_excel.cli.console import complain, heading, one_line, outcome, say_lines, warned, wrapped
from zi_excel.cli.indonesian import Command
from zi_excel.cli.options import PATH, diam_option, folder_bukti_option, per_option, reading_options
from zi_excel.clock import today
from zi_excel.errors import ZiExcelError
from zi_excel.outputs.sentences import recorded_line, touched_lines
from zi_excel.validation.findings import Level
from zi_excel.wording import long_date, percent

if TYPE_CHECKING:
    from zi_excel.verbs.monev import MonevResult

_AHEAD = (
    "Tanggal penilaian itu belum tiba: penyegaran untuk tanggal sebelumnya tidak akan dicatat. Bila keliru, hapus "
    "baris-baris tanggal itu di tab Monev Riwayat; untuk melihat saja, pakai --coba"
)


@click.command(
    cls=Command,
    examples=["zi-excel monev rencana_aksi.xlsx", "zi-excel monev rencana_aksi.xlsx --per 2025-11-20 --coba"],
)
@click.argument("buku", type=PATH, metavar="BUKU...", nargs=-1, required=True)
@per_option
@click.option("--coba", is_flag=True, help="Katakan apa yang akan dilakukan; tidak menulis apa pun.")
@folder_bukti_option
@reading_options
@diam_option
def monev(
    buku: tuple[Path, ...],
    *,
    per: date | None,
    coba: bool,
    folder_bukti: Path | None,
    lembar: str | None,
    konfigurasi: Path | None,
    diam: bool,
) -> int:
    """Menyegarkan tab Monev di dalam buku kerja.

    Yang lain di buku kerja tidak berubah satu byte pun; cadangan bertanggal dibuat sebelum berkas diganti.
    """
    from zi_excel.verbs.monev import monev

    worst = 0
    for path in buku:
        try:
            result = monev(path, per=per, sheet=lembar, settings=konfigurasi, folder_bukti=folder_bukti, dry_run=coba)
        except ZiExcelError as failure:  # the others are tried all the same
            sentence, code = outcome(failure)
            complain(sentence)
            worst = max(worst, code)
        else:
            if not diam:
                say_lines(monev_lines(result))
    return worst


def monev_lines(result: MonevResult) -> Iterator[str]:
    """The lines that tell what was done to the workbook, or what would be done."""
    total = result.measurement.total
    if not result.changed:
        done = "tab Monev sudah mutakhir; tidak ada yang ditulis"
    elif result.dry_run:
        done = "percobaan, tidak ada yang ditulis"
    else:
        done = "tab Monev disegarkan"
    yield heading(f"{result.path}: {done} (per {long_date(result.measurement.per)})")
    would = "akan " if result.dry_run else ""
    for fate, names in (("ditambahkan", result.added), ("diganti", result.replaced), ("dihapus", result.removed)):
        if names and result.changed:
            yield from wrapped(f"{would}{fate}: ".capitalize() + ", ".join(names), 2, 4)
    yield from wrapped(recorded_line(result.recording), 2, 4)
    if result.recording.written and result.measurement.per > today():
        yield from warned(_AHEAD)
    for line in (*touched_lines(result), *result.told):
        yield from warned(line)
    if result.blocked:
        yield from warned(f"Saat ini akan ditolak: {result.blocked}")
    yield f"  Tetap sama persis: {result.kept} bagian buku kerja"
    if result.backup:
        yield one_line(f"  Cadangan: {result.backup}")
    yield (
        f"  Capaian {percent(total.capaian)}, rencana {percent(total.rencana)}; {total.jumlah} indikator: "
        + ", ".join(f"{count} {status.word.lower()}" for status, count in total.status.items() if count)
    )
    galat = sum(finding.level is Level.GALAT for finding in result.findings)
    if galat:
        yield click.style(
            f"  {galat} galat pada data: jalankan `zi-excel validasi` atau buka tab Monev Temuan", fg="red"
        )
