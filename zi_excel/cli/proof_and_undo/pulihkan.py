"""`zi-excel pulihkan`: which backups there are, and one of them in the workbook's place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zi_excel.cli.console import heading, say_lines, warned, wrapped
from zi_excel.cli.indonesian import Command
from zi_excel.cli.options import buku_argument, settings_option
from zi_excel.wording import long_date

if TYPE_CHECKING:
    from zi_excel.store import Backup
    from zi_excel.verbs.pulihkan import CadanganResult, PulihkanResult

_NAME = len("2025-11-20 093015 (2)")


@click.command(
    cls=Command,
    examples=[
        "zi-excel pulihkan rencana_aksi.xlsx",
        "zi-excel pulihkan rencana_aksi.xlsx --ke 2025-11-20 --coba",
        'zi-excel pulihkan rencana_aksi.xlsx --ke "2025-11-20 093015"',
    ],
)
@buku_argument
@click.option(
    "--ke",
    metavar="TANGGAL",
    help="Cadangan yang dipulihkan: harinya, dengan jamnya bila sehari ada beberapa. Tanpa ini: sebutkan yang ada.",
)
@click.option("--coba", is_flag=True, help="Katakan apa yang akan dilakukan; tidak menulis apa pun.")
@settings_option
def pulihkan(buku: Path, *, ke: str | None, coba: bool, konfigurasi: Path | None) -> None:
    """Mengembalikan buku kerja ke salah satu cadangannya.

    Tanpa --ke disebutkan cadangan yang ada. Yang ada sekarang dicadangkan dahulu, jadi pemulihan pun dapat dibatalkan.
    """
    from zi_excel.verbs.pulihkan import cadangan, pulihkan

    if ke is None:
        say_lines(cadangan_lines(cadangan(buku, settings=konfigurasi)))
    else:
        say_lines(pulihkan_lines(pulihkan(buku, ke, settings=konfigurasi, dry_run=coba)))


def cadangan_lines(result: CadanganResult) -> Iterator[str]:
    """Which backups there are: what to write after --ke, how large, and of when."""
    from zi_excel.verbs.pulihkan import when_of

    yield heading(f"{result.path}: {len(result.backups)} cadangan")
    yield f"  Folder: {result.folder}"
    if not result.backups:
        yield "  Cadangan dibuat setiap kali tab Monev disegarkan."
        return
    yield ""
    yield click.style(f"  {'--ke':<{_NAME}}  {'ukuran':>9}  isinya terakhir disimpan", bold=True)
    for backup in result.backups:
        same = "  (sama dengan yang sekarang)" if backup.path in result.same else ""
        yield f"  {when_of(backup):<{_NAME}}  {_size(backup):>9}  {_moment(backup.saved)}{same}"
    yield ""
    yield from wrapped("Nama cadangan adalah saat buku kerja ditulis; isinya keadaan tepat sebelum itu.", 0, 0)
    yield f'Memulihkan: zi-excel pulihkan "{result.path}" --ke "{when_of(result.backups[0])}"'


def pulihkan_lines(result: PulihkanResult) -> Iterator[str]:
    """What was done to the workbook, or what would be done."""
    if not result.changed:
        done = "sudah sama dengan cadangan itu; tidak ada yang ditulis"
    elif result.dry_run:
        done = "percobaan, tidak ada yang ditulis"
    else:
        done = "dipulihkan"
    yield heading(f"{result.path}: {done}")
    would = "Akan dipulihkan dari" if result.dry_run and result.changed else "Cadangan"
    yield from wrapped(f"{would}: {result.restored.path}", 2, 4)
    yield from wrapped(f"Isinya: {_what(result.restored)}", 2, 4)
    if result.blocked:
        yield from warned(f"Saat ini akan ditolak: {result.blocked}")
    if result.backup:
        yield from wrapped(f"Yang ada sebelumnya dicadangkan: {result.backup}", 2, 4)


def _what(backup: Backup) -> str:
    """When a backup is of: its name says when a refresh replaced it, the file itself when it was last saved."""
    written = datetime.strptime(backup.time, "%Y-%m-%d %H%M%S")  # noqa: DTZ007  (WIB, as its name has it)
    return f"keadaan sebelum {_moment(written)}, terakhir disimpan {_moment(backup.saved)}"


def _moment(time: datetime) -> str:
    return f"{long_date(time.date())} pukul {time:%H.%M}"


def _size(backup: Backup) -> str:
    return f"{max(round(backup.size / 1024), 1)} KB"
