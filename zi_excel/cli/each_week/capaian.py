"""`zi-excel capaian`: completion per komponen, as a table, as CSV or as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zi_excel.cli.console import heading, say_json, say_lines
from zi_excel.cli.indonesian import Command, OneOf
from zi_excel.cli.options import buku_argument, per_option, reading_options
from zi_excel.measuring.measure import Capaian, Status
from zi_excel.wording import long_date, percent, points

if TYPE_CHECKING:
    from zi_excel.verbs.capaian import CapaianResult


@click.command(
    cls=Command,
    examples=[
        "zi-excel capaian rencana_aksi.xlsx --per 2025-11-20",
        "zi-excel capaian rencana_aksi.xlsx --format csv > capaian.csv",
    ],
)
@buku_argument
@per_option
@click.option(
    "--format",
    "bentuk",
    type=OneOf(["tabel", "json", "csv"]),
    default="tabel",
    help="Bentuk keluaran (bawaan: tabel); csv: satu baris per indikator.",
)
@reading_options
def capaian(buku: Path, *, per: date | None, bentuk: str, lembar: str | None, konfigurasi: Path | None) -> None:
    """Menghitung capaian per komponen terhadap rencananya."""
    from zi_excel.verbs.capaian import capaian

    result = capaian(buku, per=per, sheet=lembar, settings=konfigurasi)
    if bentuk == "json":
        from zi_excel.outputs.results_json import capaian_json

        say_json(capaian_json(result.measurement))
    elif bentuk == "csv":
        sys.stdout.flush()
        from zi_excel.outputs.capaian_csv import capaian_csv

        sys.stdout.buffer.write(capaian_csv(result.measurement))
    else:
        say_lines(capaian_lines(result))


def capaian_lines(result: CapaianResult) -> Iterator[str]:
    """The whole and each komponen in a table, then how the numbers came about."""
    measured = result.measurement
    yield heading(f"{result.path} · lembar '{result.plan.sheet}' · per {long_date(measured.per)}")
    yield ""
    head = [
        "",
        "Komponen",
        "Jml",
        "Rencana",
        "Capaian",
        "Deviasi",
        "Tertimbang",
        *(status.sign for status in Status),
    ]
    rows = [_capaian_row(each.kode, each) for each in measured.komponen]
    yield from _table(head, [*rows, _capaian_row("", measured.total)])
    yield ""
    yield "Jumlah menurut status: " + ", ".join(f"{status.sign} {status.word.lower()}" for status in Status)
    yield "Capaian = rata-rata realisasi; deviasi = realisasi dikurangi rencana, dalam poin persen."
    if measured.total.tertimbang is None:
        yield f"Capaian tertimbang tidak dihitung: {measured.total.tertimbang_sebab}"
    else:
        yield "Tertimbang = menurut bobot subkomponen pada LKE Pemenuhan (30 dari 100 poin LKE); bukan nilai LKE."


def _capaian_row(kode: str, group: Capaian) -> list[str]:
    return [
        kode,
        group.nama,
        str(group.jumlah),
        percent(group.rencana),
        percent(group.capaian),
        points(group.deviasi),
        percent(group.tertimbang),
        *(str(group.status[status]) for status in Status),
    ]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns as wide as their texts; the first two to the left, numbers to the right; the last row is the total."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]

    def line(cells: Sequence[str]) -> str:
        shown = [
            cell.ljust(width) if at < 2 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ]
        return "  ".join(shown).rstrip()

    yield click.style(line(head), bold=True)
    yield from (line(row) for row in rows[:-1])
    yield click.style(line(rows[-1]), bold=True)
