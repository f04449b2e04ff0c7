"""Which row of a plan is which row of the enacted matrix. Pure.

Rows are recognised by their text first, not by their place: one inserted row must not make all below it look changed.
"""

import re
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, product
from typing import NamedTuple, Self

from zi_excel.plan.numbering import without_lead
from zi_excel.wording import normal_form

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("‘’‚‛`´", "'"),
        **dict.fromkeys("“”„‟", '"'),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),  # invisible: soft hyphen, zero widths
    }
)


_NO_WORD = bytes(code for code in range(128) if not chr(code).isalnum())
"""The ASCII characters that are neither letter nor digit."""


class Text(NamedTuple):
    """One row: its kode, that of its subkomponen, and its texts."""

    kode: str
    parent: str
    nama: str
    langkah_aksi: str
    bukti_fisik: str


def folded(text: str) -> str:
    """Letters and digits alone, in lower case: what two spellings of one name have in common."""
    if text.isascii():  # nearly every text is, and takes a tenth of the time this way
        return text.lower().encode().translate(None, _NO_WORD).decode()
    return "".join(filter(str.isalnum, normal_form(text).casefold()))


def squeezed(text: str) -> str:
    """The text word for word: without whitespace, and with one kind of dash and quote (Excel alters them)."""
    if text.isascii():
        return "".join(text.replace("`", "'").split())
    return "".join(normal_form(text, "NFC").translate(_TYPOGRAPHY).split())


def same_words(one: str, other: str) -> bool:
    """Whether two texts are word for word the same; whitespace and the kind of dash apart."""
    return one == other or squeezed(one) == squeezed(other)


def pair_by_text(plan: Sequence[Text], enacted: Sequence[Text]) -> dict[int, int]:
    """Enacted index per plan index, of the rows whose indikator has the same letters and digits.

    Where a text stands several times, the row whose other texts are the same too goes first (it is the one that was
    copied from), then the same kode, then the same subkomponen, then the order.
    """
    law = {row: at for at, row in enumerate(enacted)}
    keys = [folded(without_lead(row.nama)) for row in plan]
    # The usual row is the same in everything, which is the strongest sign of all.
    pairs = {at: law[row] for at, row in enumerate(plan) if keys[at] and row in law}
    left = {at: key for at, key in enumerate(keys) if key and at not in pairs}
    wanted = set(left.values())
    others = enumerate(enacted if left else ())
    names = {at: name for at, row in others if (name := folded(without_lead(row.nama))) in wanted}
    for part in _SAME if names else ():
        taken = set(pairs.values())
        free: dict[tuple[str, tuple[str, ...]], deque[int]] = defaultdict(deque)
        for at, name in names.items():
            if at not in taken:
                free[name, part(enacted[at])].append(at)
        for at, key in left.items():
            if at not in pairs and (same := free.get((key, part(plan[at])))):
                pairs[at] = same.popleft()
    return pairs


def _beside(row: Text) -> tuple[str, str]:
    return squeezed(row.langkah_aksi), squeezed(row.bukti_fisik)


_SAME: tuple[Callable[[Text], tuple[str, ...]], ...] = (
    lambda row: (row.kode, *_beside(row)),
    lambda row: (row.parent, *_beside(row)),
    lambda row: (row.kode,),
    lambda row: (row.parent,),
    lambda _: (),
)
"""What rows of one text have in common, the strongest sign first."""


def pair_alike(plan: Sequence[Text], enacted: Sequence[Text], pairs: dict[int, int]) -> dict[int, int]:
    """The pairs with the remaining rows added that are alike enough to be one row reworded."""
    taken = set(pairs.values())
    mine = [(at, _Words.of(plan[at])) for at in range(len(plan)) if at not in pairs]
    theirs = [(at, _Words.of(enacted[at])) for at in range(len(enacted)) if at not in taken]
    likeness = sorted(
        (-score, abs(at - each), at, each)
        for (at, says), (each, said) in _worth_a_look(mine, theirs)
        if (score := _alike(says, said)) >= _ENOUGH
    )
    result = dict(pairs)
    for _, _, at, each in likeness:
        if at not in result and each not in taken:
            result[at] = each
            taken.add(each)
    return result


_ENOUGH = 0.6
"""From this likeness on two rows are one. The same kode and half of the words reach it, or the other two columns."""


class _Words(NamedTuple):
    """What a row is recognised by where its text alone is not enough."""

    row: Text
    words: frozenset[str]
    langkah: str
    bukti: str

    @classmethod
    def of(cls, row: Text) -> Self:
        words = frozenset(re.findall(r"\w+", without_lead(row.nama).casefold()))
        return cls(row, words, squeezed(row.langkah_aksi), squeezed(row.bukti_fisik))


def _alike(plan: _Words, enacted: _Words) -> float:
    """How alike two rows are, about 0..2: the share of common words (Dice), and what else speaks for one row."""
    if plan.row == enacted.row:
        return 2.0
    words = len(plan.words) + len(enacted.words)
    common = 2 * len(plan.words & enacted.words) / words if plan.words and enacted.words else 0.0
    langkah = bool(plan.langkah) and plan.langkah == enacted.langkah
    bukti = bool(plan.bukti) and plan.bukti == enacted.bukti
    home = 0.2 if plan.row.kode == enacted.row.kode else 0.1 if plan.row.parent == enacted.row.parent else 0.0
    return common * 0.8 + langkah * 0.4 + bukti * 0.2 + home


_Numbered = Sequence[tuple[int, _Words]]


def _worth_a_look(mine: _Numbered, theirs: _Numbered) -> Iterator[tuple[tuple[int, _Words], tuple[int, _Words]]]:
    """The pairs that may be one row: all pairs where they are few, else those that share something rare."""
    if len(mine) * len(theirs) <= _FEW:
        yield from product(mine, theirs)
        return
    marked: dict[str, list[int]] = defaultdict(list)
    for at, (_, row) in enumerate(theirs):
        for mark in _marks(row):
            marked[mark].append(at)
    for one in mine:
        rare = sorted((marked[mark] for mark in _marks(one[1]) if mark in marked), key=len)
        near = dict.fromkeys(at for places in rare for at in places[:_NEAR])
        for at in islice(near, _NEAR):
            yield one, theirs[at]


_FEW, _NEAR = 10_000, 50
"""Up to so many pairs, all are compared; beyond, so many for each row: time doesn't grow with the rows' square."""


def _marks(row: _Words) -> Iterator[str]:
    """What a row can be looked up by: its kode, its langkah aksi, its words."""
    yield f"kode {row.row.kode}"
    if row.langkah:
        yield f"langkah {row.langkah}"
    yield from row.words


def out_of_order(numbers: Iterable[int]) -> set[int]:
    """The fewest positions without which the rest rises: the rows that moved."""
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
