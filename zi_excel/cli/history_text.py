"""The history, and two workbooks compared, as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

import click

from zi_excel.cli.console import one_line
from zi_excel.cli.text import heading, wrapped
from zi_excel.history.columns import WORDS
from zi_excel.history.records import Change, Entry, Kind, Reported
from zi_excel.history_verbs import BandingResult, RiwayatResult
from zi_excel.plan_diff import STATUS, Difference, What
from zi_excel.rencana_aksi import TITLES, Field
from zi_excel.wording import NONE, long_date, percent

_FEW = 12
"""Entries, and changes of the last one, that are shown unasked: a screen."""
_AROUND = 30
"""Characters before the first that differs, of a long text."""
_LONGEST = 100


def riwayat_lines(result: RiwayatResult, *, every: bool = False) -> Iterator[str]:
    """A line per entry, the newest first, and what changed last. every: all entries, with all their changes."""
    entries = result.history.entries
    yield heading(f"{result.path}: {len(entries)} catatan riwayat")
    if not entries:
        yield "  Riwayat dimulai dengan penyegaran pertama: zi-excel monev"
    if result.unread:
        yield from wrapped(f"{len(result.unread)} baris di tab '{result.tab}' tidak terbaca sebagai riwayat.", 2, 2)
    shown = entries if every else entries[-_FEW:]
    for entry in reversed(shown):
        yield _entry_line(entry, first=entry is entries[0])
        if every or entry is entries[-1]:
            yield from _changes(entry, first=entry is entries[0], every=every)
    if len(shown) < len(entries):
        yield f"  dan {len(entries) - len(shown)} catatan sebelumnya; semuanya: --rinci"


def _entry_line(entry: Entry, *, first: bool) -> str:
    capaian, rencana = (NONE, NONE)
    if entry.totals is not None:
        capaian, rencana = percent(entry.totals.total.capaian), percent(entry.totals.total.rencana)
    count = f"awal riwayat, {len(entry.changes)} indikator" if first else f"{len(entry.changes)} perubahan"
    return f"  {long_date(entry.day):<17}  capaian {capaian:>6}  rencana {rencana:>6}  {count}"


def _changes(entry: Entry, *, first: bool, every: bool) -> Iterator[str]:
    if first and not every:
        return
    shown = entry.changes if every else entry.changes[:_FEW]
    for change in shown:
        yield from wrapped(_said(change), 4, 8)
    if len(shown) < len(entry.changes):
        yield f"    dan {len(entry.changes) - len(shown)} perubahan lain; semuanya: --rinci"


def _said(change: Change) -> str:
    told = "" if change.kind is Kind.BERUBAH else f"{WORDS[change.kind].lower()}, "
    if change.old_kode is not None:
        told = f"semula {change.old_kode}, "
    values = [_reported(each) for each in (change.before, change.after) if each is not None]
    return f"{change.kode:<8}{told}{' → '.join(values)}"


def _reported(reported: Reported) -> str:
    share = "?" if reported.realisasi is None else percent(reported.realisasi, 0)
    return f"{share} {reported.status.word.lower()}"


def banding_lines(result: BandingResult) -> Iterator[str]:
    """How many differences of what kind, then each under its kode."""
    found = result.differences
    yield heading(f"{result.old} → {result.new}: {len(found)} perbedaan (status per {long_date(result.per)})")
    if not found:
        return
    counts = Counter(_topic(each) for each in found)
    yield from wrapped("; ".join(f"{topic} {count}" for topic, count in counts.items()), 2, 2)
    for kode, group in groupby(found, key=lambda each: each.kode):
        yield ""
        yield click.style(one_line(kode) if kode is not None else "Kolom", bold=True)
        for each in group:
            yield from wrapped(f"{_label(each)}: {_values(each)}", 2, 4)


def _title(column: str) -> str:
    return "STATUS" if column == STATUS else TITLES[Field(column)]


def _topic(each: Difference) -> str:
    if each.what is What.BERUBAH and each.column is not None:
        return _title(each.column)
    return {What.KOLOM: "kolom", What.PINDAH: "baris pindah"}.get(each.what, f"baris {each.what}")


def _label(each: Difference) -> str:
    """What it is, and its cells: those of LAMA and BARU, or one where they are the same."""
    cells = [place.ref for place in (each.old, each.new) if place is not None and place.ref]
    where = " → ".join(dict.fromkeys(cell for cell in cells if cell))
    what = {
        What.DITAMBAHKAN: "Ditambahkan",
        What.DIHAPUS: "Dihapus, di LAMA",
        What.PINDAH: f"Pindah dari {each.old_kode}",
    }.get(each.what, _title(each.column) if each.column else "")
    return f"{what} {where}".strip()


def _values(each: Difference) -> str:
    before, after = each.before, each.after
    if each.what is What.KOLOM:
        return f"hanya ada di {'BARU' if before is None else 'LAMA'}"
    if before is None or after is None or each.what is What.PINDAH:
        return _quoted(after if before is None or after is not None else before, 0)
    if each.column == STATUS:
        return f"{before} → {after}"
    start = max(_common(before, after) - _AROUND, 0) if max(len(before), len(after)) > _LONGEST else 0
    return f"{_quoted(before, start)} → {_quoted(after, start)}"


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (mine, its) in enumerate(pairs) if mine != its), min(len(one), len(other)))


def _quoted(text: str | None, start: int) -> str:
    line = " ".join((text or "")[start:].split())
    if not line:
        return "(kosong)" if start == 0 else "“…”"
    shown = line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
    return f"“{'…' if start else ''}{shown}”"
