"""Which indikator of a plan is which one of an earlier day: by their texts first, since kode move along with rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from zi_excel.enacted.diff.pairs import Text, folded, pair_alike, pair_by_text
from zi_excel.history.records import Known
from zi_excel.wording import shortened

NAMA_LIMIT = 44
"""Characters of an indikator's text that are kept: enough to know it by, and to read in a list."""


def brief(text: str) -> str:
    """An indikator's text as the history keeps it: on one line, cut."""
    return shortened(" ".join(text.split()), NAMA_LIMIT)


def recognised(present: Iterable[tuple[str, str]], known: Mapping[str, Known]) -> dict[str, Known]:
    """What is known of each present indikator, by its present kode; those that were not there are missing.

    Args:
        present: (kode, text) of each indikator of the plan.
        known: what is known of those of the earlier day, by the kode that they had then.
    """
    mine = [_text(kode, brief(nama)) for kode, nama in present]
    earlier = list(known.values())
    theirs = [_text(each.kode, each.nama) for each in earlier]
    pairs = pair_alike(mine, theirs, pair_by_text(mine, theirs))
    taken = set(pairs.values())
    unpaired = {text.kode: at for at, text in enumerate(theirs) if at not in taken}
    for at, text in enumerate(mine):
        found = unpaired.get(text.kode)
        # A text that says nothing (staff deleted the row that had it, or left the cell blank) is no other text either.
        if at not in pairs and found is not None and not (folded(text.nama) and folded(theirs[found].nama)):
            pairs[at] = found
    return {mine[at].kode: earlier[each] for at, each in pairs.items()}


def _text(kode: str, nama: str) -> Text:
    return Text(kode, kode.rpartition(".")[0], nama, "", "")
