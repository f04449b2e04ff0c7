"""What a refresh did, in sentences for terminal and log: to the history, and to what staff had put into the tabs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from zi_excel.wording import long_date

if TYPE_CHECKING:  # so that what only says what happened loads nothing of what does it
    from zi_excel.history.recording import Recording
    from zi_excel.opc.tabs.touched import Touched
    from zi_excel.verbs.monev import MonevResult

_MOST = 8
"""Places that are named; of more only the number is said."""

_FOLLOWED = "riwayat mengikuti yang sekarang tertulis di kolom-kolomnya, isian lain tidak dibawa"


def recorded_line(recording: Recording) -> str:
    """What a refresh added to the history, or why it added nothing."""
    if not recording.kept:
        return (
            "Riwayat: tidak dicatat, sebab struktur buku kerja ini dikunci dan tab Monev Riwayat belum ada; buka "
            "kuncinya (Review > Protect Workbook), segarkan sekali, lalu kunci kembali"
        )
    last = recording.history.last
    since = "" if recording.since is None else f" sejak {long_date(recording.since)}"
    count = len(recording.changes)
    if not recording.written and last is not None:
        return (
            f"Riwayat: tanggal ini tidak dicatat, sebab catatan terakhirnya per {long_date(last)}, sesudah tanggal "
            "penilaian; bila tanggal itu keliru, hapus baris-barisnya di tab Monev Riwayat"
        )
    if not since:
        return "Riwayat: dimulai dengan tanggal ini"
    return f"Riwayat: {count} perubahan{since}" if count else f"Riwayat: tidak ada perubahan{since}"


def touched_lines(result: MonevResult) -> Iterator[str]:
    """What staff had put into the tabs that were replaced or removed: nothing of theirs is lost silently.

    A sentence per tab, then where all of it is. Nothing where staff touched nothing.
    """
    for touched in result.touched:
        if sentence := _sentence(_without_history(touched, result), result):
            yield f"Tab '{touched.tab}': {sentence}"
    yield from _history(result)
    if result.unread or any(touched.lost for touched in result.touched):
        kept = "akan tersimpan" if result.dry_run else "tersimpan"
        yield f"Itu {kept} di cadangan; yang masih diperlukan, tulis di lembar '{result.sheet}'"


def _without_history(touched: Touched, result: MonevResult) -> Touched:
    """What is said of any tab; of the one that keeps the history its rows are left out: `_history` tells of them."""
    return touched._replace(rows=(), deleted=0) if touched.tab == result.history_tab else touched


def _history(result: MonevResult) -> Iterator[str]:
    """What staff did to the rows of the history."""
    will = "akan " if result.dry_run else ""
    if result.unread:
        rows = [range(row, row + 1) for row in result.unread]
        yield f"Tab '{result.history_tab}': baris {_places(rows)} tidak terbaca sebagai riwayat, {will}tidak dibawa"
    for touched in result.touched:
        if touched.tab != result.history_tab:
            continue
        changed = [range(row, row + 1) for run in touched.rows for row in run if row not in result.unread]
        if changed:
            yield f"Tab '{touched.tab}': baris {_places(changed)} diubah; {_FOLLOWED}"
        if touched.deleted:
            yield f"Tab '{touched.tab}': {touched.deleted} baris dihapus, jadi {will}hilang dari riwayat"


def _sentence(touched: Touched, result: MonevResult) -> str:
    """What a tab had of staff's and what became of it; "" where it had nothing."""
    removed = touched.tab in result.removed
    things = []
    if touched.rows:
        things.append(f"isian atau perubahan di baris {_places(touched.rows)}")
    things += [
        f"{count} {word}"
        for count, word in (
            (touched.comments, "komentar"),
            (touched.objects, "objek (gambar, grafik, bentuk, atau tabel)"),
        )
        if count
    ]
    sentences = []
    if things:
        fate = "terhapus bersama tabnya" if removed else "dibawa ke tab yang baru"
        verb = ("akan " if removed else "tidak akan ") if result.dry_run else ("" if removed else "tidak ")
        sentences.append(f"{_listed(things, 'serta')} {verb}{fate}")
    if touched.deleted and not removed:
        again = "akan ditulis lagi" if result.dry_run else "ditulis lagi"
        sentences.append(f"{touched.deleted} baris yang dihapus {again}")
    return "; ".join(sentences)


def _places(rows: Sequence[range]) -> str:
    """`9, 12, dan 30 s.d. 45`; long lists end with the number of the other rows."""
    places: list[tuple[str, int]] = []
    for run in rows:
        if len(run) <= 2:
            places += [(str(row), 1) for row in run]
        else:
            places.append((f"{run[0]} s.d. {run[-1]}", len(run)))
    shown = [text for text, _ in places[:_MOST]]
    others = sum(count for _, count in places[_MOST:])
    return _listed([*shown, *([f"{others} baris lain"] if others else [])], "dan")


def _listed(words: Sequence[str], last: str) -> str:
    """`a`, `a dan b`, `a, b, dan c`."""
    if len(words) < 3:
        return f" {last} ".join(words)
    return f"{', '.join(words[:-1])}, {last} {words[-1]}"
