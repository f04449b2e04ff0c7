"""Marks and boxes: what a cell says that only says yes or no. One place for TARGET WAKTU and REALISASI alike.

A tick says yes, an empty box, `tidak`, a dash or a zero says no. A cross says no beside ticks; where a column set holds
crosses alone, they are its marks. The letter x beside ticks says no only where a row holds both: else it ticks too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from enum import Enum

from zi_excel.plan.patterns import pattern
from zi_excel.wording import normal_form, visible


class Mark(Enum):
    """What a mark says. CROSS, X: yes or no, as the marks around it have it; X is the letter, which many tick with."""

    YES = "yes"
    NO = "no"
    CROSS = "cross"
    X = "x"


CROSSES = frozenset({Mark.CROSS, Mark.X})


_WORDS = {
    Mark.YES: """
        v vv √ ✓ ✔ ☑ ✅ 🗸 🗹 ⍻ ● ⬤ ◉ ⦿ ■ ▪ ◼ ⬛ ★ ⭐ 🟢 🟩 ya y yes ada sudah selesai true benar ok oke checked
        ü þ \uf0fc \uf0fe
        """,
    Mark.NO: """
        ☐ □ ▢ ◻ ▫ ⬜ ⬚ 🔲 🔳 ❏ ❐ ❑ ❒ tidak tdk tak no n false salah belum blm nihil kosong nol none unchecked n/a na t/a
        tidak*ada tdk*ada belum*ada tidak*perlu . .. ... \u0308 \uf0a8 \uf06f
        """,
    Mark.CROSS: "✕ ✖ ✗ ✘ ☒ ❌ ❎ ⌧ ⨯ ⨉ ╳ 🗙 🗴 🗵 🗶 🗷 ○ ◯ ⚪ û ý \uf0fb \uf0fd",
    Mark.X: "x xx × o",
}
"""What Wingdings draws as ticks, boxes and crosses are the letters ü, þ, ¨ (NFKC: U+0308), û, ý, or U+F0FC and on."""
_OF_WORD = {word.replace("*", " "): mark for mark, words in _WORDS.items() for word in words.split()}
_BOXED = pattern(r"[(\[{<|]\s*(.*?)\s*[)\]}>|]")
_TYPED_TICKS = frozenset({"x", "×", "✗", "✘", "*"})
"""In brackets they tick: [x]."""
_NOT_DONE = pattern(r"(?:tidak|tdk|belum|blm|tanpa|nihil|batal|dibatalkan|ditiadakan|ditunda|0+(?:[.,]0+)?)\s\D*")
"""`belum dilaksanakan`, `tidak ada kegiatan`, `0 dokumen`."""
_ZERO = pattern(r"[-+]?0+(?:[.,]0+)?\s*%?|[-‐‑‒–—―−⸺⸻⁃﹘﹣－_\s]+")


def mark_of(value: str | float | bool | date | None, text: str) -> Mark | None:
    """What a cell says as a mark; None where it says something else (a time, a number above 0). A blank one says no.

    Args:
        value: the cell's typed value; a checkbox that is linked to a cell makes it True or False.
        text: the cell's text.
    """
    if isinstance(value, bool):
        return Mark.YES if value else Mark.NO
    if isinstance(value, int | float):
        return Mark.NO if value == 0 else None
    plain = " ".join(visible(normal_form(text)).casefold().split())
    if (boxed := _BOXED.fullmatch(plain)) is not None:
        plain = "v" if boxed[1] in _TYPED_TICKS else boxed[1]
    if not plain or _ZERO.fullmatch(plain):
        return Mark.NO
    word = plain.rstrip(" .!") or plain
    if word not in _OF_WORD and not word[0].isalnum():
        word = word[0]  # ☑ Ya, ☐ Tidak: the sign decides
    return _OF_WORD.get(word) or (Mark.NO if _NOT_DONE.fullmatch(f"{plain} ") else None)


def crosses_that_tick(rows: Iterable[Collection[Mark | None]], *, elsewhere: bool = False) -> frozenset[Mark]:
    """Which crosses are marks in a column set.

    Args:
        rows: what each of its rows holds.
        elsewhere: whether other columns of the sheet are ticked for the same rows.
    """
    ticked = [set(row) for row in rows if Mark.YES in row]
    beside = elsewhere or any(CROSSES.intersection(row) for row in ticked)
    return CROSSES - ({Mark.CROSS} if ticked or elsewhere else set()) - ({Mark.X} if beside else set())
