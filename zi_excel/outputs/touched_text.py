"""What staff had put into the tabs that were replaced, said line by line: nothing of theirs is lost silently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zi_excel.opc.tabs.touched import Touched
from zi_excel.verbs.monev import MonevResult

_MOST = 8
"""Places that are named; of more only the number is said."""

_FOLLOWED = "riwayat mengikuti yang sekarang tertulis di kolom-kolomnya, isian lain tidak dibawa"


def touched_lines(result: MonevResult) -> Iterator[str]:
    """A sentence per tab, then where all of it is. Nothing where staff touched nothing."""
    for each in result.touched:
        if said := _said(_without_history(each, result), result):
            yield f"Tab '{each.tab}': {said}"
    yield from _history(result)
    if result.unread or any(each.lost for each in result.touched):
        kept = "akan tersimpan" if result.dry_run else "tersimpan"
        yield f"Itu {kept} di cadangan; yang masih diperlukan, tulis di lembar '{result.sheet}'"


def _without_history(each: Touched, result: MonevResult) -> Touched:
    """What is to be said of a tab as of any other: of the one that keeps the history not its rows, which it reads."""
    return each._replace(rows=(), deleted=0) if each.tab == result.history_tab else each


def _history(result: MonevResult) -> Iterator[str]:
    """What staff did to the rows of the history."""
    will = "akan " if result.dry_run else ""
    if result.unread:
        rows = [range(row, row + 1) for row in result.unread]
        yield f"Tab '{result.history_tab}': baris {_places(rows)} tidak terbaca sebagai riwayat, {will}tidak dibawa"
    for each in result.touched:
        if each.tab != result.history_tab:
            continue
        changed = [range(row, row + 1) for run in each.rows for row in run if row not in result.unread]
        if changed:
            yield f"Tab '{each.tab}': baris {_places(changed)} diubah; {_FOLLOWED}"
        if each.deleted:
            yield f"Tab '{each.tab}': {each.deleted} baris dihapus, jadi {will}hilang dari riwayat"


def _said(each: Touched, result: MonevResult) -> str:
    removed = each.tab in result.removed
    things = []
    if each.rows:
        things.append(f"isian atau perubahan di baris {_places(each.rows)}")
    things += [
        f"{count} {word}"
        for count, word in ((each.comments, "komentar"), (each.objects, "objek (gambar, grafik, bentuk, atau tabel)"))
        if count
    ]
    sentences = []
    if things:
        fate = "terhapus bersama tabnya" if removed else "dibawa ke tab yang baru"
        verb = ("akan " if removed else "tidak akan ") if result.dry_run else ("" if removed else "tidak ")
        sentences.append(f"{_listed(things, 'serta')} {verb}{fate}")
    if each.deleted and not removed:
        again = "akan ditulis lagi" if result.dry_run else "ditulis lagi"
        sentences.append(f"{each.deleted} baris yang dihapus {again}")
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
