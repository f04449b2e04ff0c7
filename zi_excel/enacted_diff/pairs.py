"""Which row of a plan is which row of the enacted matrix. Pure.

Rows are recognised by their text first, not by their place: one inserted row must not make all below it look changed.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from zi_excel.numbering import without_letter

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("‘’‚‛`´", "'"),
        **dict.fromkeys("“”„‟", '"'),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),  # invisible: soft hyphen, zero widths
    }
)


class Text(NamedTuple):
    """What one row says: the kode it has and that of its subkomponen, and its texts."""

    kode: str
    parent: str
    nama: str
    langkah_aksi: str
    bukti_fisik: str


def folded(text: str) -> str:
    """Letters and digits alone, small: what two spellings of one name share."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def squeezed(text: str) -> str:
    """The text word for word: without whitespace, and with one kind of dash and quote (Excel alters them)."""
    return "".join(unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY).split())


def same_words(one: str, other: str) -> bool:
    """Whether two texts are word for word the same; whitespace and the kind of dash apart."""
    return squeezed(one) == squeezed(other)


def pair_by_text(plan: Sequence[Text], enacted: Sequence[Text]) -> dict[int, int]:
    """Enacted index per plan index, of the rows whose indikator has the same letters and digits.

    Where a text stands several times, the same kode goes first, then the same subkomponen, then the order.
    """
    free: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(enacted):
        free[folded(without_letter(row.nama))].append(at)
    pairs: dict[int, int] = {}
    keys = [folded(without_letter(row.nama)) for row in plan]
    for part in (lambda row: row.kode, lambda row: row.parent, lambda _: ""):
        for at, row in enumerate(plan):
            if at in pairs or not keys[at]:
                continue
            found = next((each for each in free[keys[at]] if part(enacted[each]) == part(row)), None)
            if found is not None:
                free[keys[at]].remove(found)
                pairs[at] = found
    return pairs


def pair_alike(plan: Sequence[Text], enacted: Sequence[Text], pairs: dict[int, int]) -> dict[int, int]:
    """The pairs with the remaining rows added that are alike enough to be one row reworded."""
    taken = set(pairs.values())
    mine = [(at, _words(plan[at])) for at in range(len(plan)) if at not in pairs]
    theirs = [(at, _words(enacted[at])) for at in range(len(enacted)) if at not in taken]
    likeness = sorted(
        (-score, abs(at - each), at, each)
        for each, said in theirs
        for at, says in mine
        if (score := _alike(plan[at], says, enacted[each], said)) >= _ENOUGH
    )
    result = dict(pairs)
    for _, _, at, each in likeness:
        if at not in result and each not in taken:
            result[at] = each
            taken.add(each)
    return result


_ENOUGH = 0.6
"""Rows are one row from here on. The same kode with half of its words, or the same two other columns, reaches it."""


def _words(row: Text) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", without_letter(row.nama).casefold()))


def _alike(plan: Text, says: frozenset[str], enacted: Text, said: frozenset[str]) -> float:
    """About 0..2: the share of common words (Dice), and what else speaks for one row."""
    common = 2 * len(says & said) / (len(says) + len(said)) if says and said else 0.0
    langkah = bool(plan.langkah_aksi) and same_words(plan.langkah_aksi, enacted.langkah_aksi)
    bukti = bool(plan.bukti_fisik) and same_words(plan.bukti_fisik, enacted.bukti_fisik)
    home = 0.2 if plan.kode == enacted.kode else 0.1 if plan.parent == enacted.parent else 0.0
    return common * 0.8 + langkah * 0.4 + bukti * 0.2 + home


def out_of_order(numbers: Iterable[int]) -> set[int]:
    """The positions that leave a rising sequence when the fewest are taken out: the rows that moved."""
    sequence = list(numbers)
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, number in enumerate(sequence):
        length = bisect_left(tails, number)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(number)
            ends.append(at)
        else:
            tails[length] = number
            ends[length] = at
    kept = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return set(range(len(sequence))) - kept
