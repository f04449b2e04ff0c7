"""`zi-excel riwayat`: the history of refreshes that the tab Monev Riwayat keeps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zi_excel.cli.console import SCREEN, Block, cut, heading, lines_of, say_json, say_lines, wrapped
from zi_excel.cli.indonesian import Command
from zi_excel.cli.options import buku_argument, format_option
from zi_excel.history.columns import WORDS
from zi_excel.history.records import Change, Entry, Kind, Reported
from zi_excel.outputs.history_json import riwayat_json
from zi_excel.wording import NONE, long_date, percent

if TYPE_CHECKING:
    from zi_excel.verbs.riwayat import RiwayatResult

_FEW = 12
"""Entries that are shown unasked: they leave half of a screen to what changed last."""


@click.command(
    cls=Command,
    examples=["zi-excel riwayat rencana_aksi.xlsx", "zi-excel riwayat rencana_aksi.xlsx --format json > riwayat.json"],
)
@buku_argument
@format_option
@click.option("--rinci", is_flag=True, help="Semua catatan, dan setiap perubahan di dalamnya.")
def riwayat(buku: Path, *, bentuk: str, rinci: bool) -> None:
    """Menampilkan riwayat penyegaran dari tab Monev Riwayat.

    Per tanggal: rencana, capaian, dan berapa indikator yang berubah; dari tanggal terakhir juga perubahannya.
    """
    from zi_excel.verbs.riwayat import riwayat

    result = riwayat(buku)
    if bentuk == "json":
        say_json(riwayat_json(str(buku), result.history, result.tab, result.unread))
    else:
        say_lines(riwayat_lines(result, every=rinci))


def riwayat_lines(result: RiwayatResult, *, every: bool = False) -> Iterator[str]:
    """A line per entry, the newest first, and below the newest what changed, as far as a screen has room.

    every: all entries, with all their changes.
    """
    entries = result.history.entries
    yield from (head := list(_heading(result)))
    shown = entries if every else entries[-_FEW:]
    more = [] if shown == entries else [f"  dan {len(entries) - len(shown)} catatan sebelumnya; semuanya: --rinci"]
    for entry in reversed(shown):
        first = entry is entries[0]
        yield _entry_line(entry, first=first)
        changes = [Block(wrapped(_change_line(change), 4, 8), 1) for change in entry.changes]
        if every:
            yield from lines_of(changes)
        elif entry is entries[-1] and not first:
            room = SCREEN - len(head) - len(shown) - len(more)
            yield from cut(changes, room, "    dan {left} perubahan lain; semuanya: --rinci")
    yield from more


def _heading(result: RiwayatResult) -> Iterator[str]:
    entries = result.history.entries
    yield heading(f"{result.path}: {len(entries)} catatan riwayat")
    if not entries:
        yield "  Riwayat dimulai dengan penyegaran pertama: zi-excel monev"
    if result.unread:
        yield from wrapped(f"{len(result.unread)} baris di tab '{result.tab}' tidak terbaca sebagai riwayat.", 2, 2)


def _entry_line(entry: Entry, *, first: bool) -> str:
    capaian, rencana = (NONE, NONE)
    if entry.totals is not None:
        capaian, rencana = percent(entry.totals.total.capaian), percent(entry.totals.total.rencana)
    count = f"awal riwayat, {len(entry.changes)} indikator" if first else f"{len(entry.changes)} perubahan"
    return f"  {long_date(entry.day):<17}  capaian {capaian:>6}  rencana {rencana:>6}  {count}"


def _change_line(change: Change) -> str:
    """An indikator's kode, what became of it, and its figures before and after."""
    fate = "" if change.kind is Kind.BERUBAH else f"{WORDS[change.kind].lower()}, "
    if change.old_kode is not None:
        fate = f"semula {change.old_kode}, "
    values = [_reported(each) for each in (change.before, change.after) if each is not None]
    return f"{change.kode:<8}{fate}{' → '.join(values)}"


def _reported(reported: Reported) -> str:
    share = "?" if reported.realisasi is None else percent(reported.realisasi, 0)
    return f"{share} {reported.status.word.lower()}"
