"""Questions that several rules ask: is a cell blank, is a row done, which other years does a text name, ..."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from zi_excel.measuring.status import EXACT
from zi_excel.plan.patterns import pattern
from zi_excel.plan.rencana_aksi import Datum, Indikator
from zi_excel.validation.subject import Subject
from zi_excel.wording import shortened


def is_blank(datum: Datum) -> bool:
    """Whether nothing is said there: nothing at all, or a dash. An error or a formula without value is not blank."""
    return not datum.text.strip("-–—.… ") and datum.error is None and datum.cached


def is_done(indikator: Indikator) -> bool:
    """Whether all of it is reported done."""
    return indikator.realisasi.share is not None and indikator.realisasi.share >= 1 - EXACT


def shared_by_unrelated(
    subject: Subject, uses: Iterable[tuple[str, Indikator]]
) -> Iterator[tuple[str, Indikator, Sequence[Indikator]]]:
    """What indikator of several subkomponen share: it, the first one away from the first of all, and all that have it.

    uses: each text or link with an indikator that has it.
    """
    groups: dict[str, list[Indikator]] = defaultdict(list)
    for text, indikator in uses:
        groups[text].append(indikator)
    for text, group in groups.items():
        home = subject.home[group[0].kode]
        other = next((indikator for indikator in group if subject.home[indikator.kode] != home), None)
        if other is not None:
            yield text, other, group


def counted(group: Sequence[Indikator]) -> str:
    """How many indikator there are, and which: `2 indikator: I.1.a, II.1.a`."""
    return f"{len(group)} indikator: {', '.join(indikator.kode for indikator in group)}"


_YEAR = r"(?:19|20)\d\d"
_SPAN = pattern(
    rf"(?<![\d/.,-])({_YEAR})(?:\s*(?:-|–|—|s\.?\s?/?d\.?|sampai(?:\s+dengan)?|hingga)\s*({_YEAR}))?(?![\d/]|[.,-]\d)",
    re.IGNORECASE,
)
_LAW = pattern(rf"(?<!\d)(?!{_YEAR}\b)\d+\s*(?:/|\s+tahun\s+){_YEAR}\b", re.IGNORECASE)


def other_years(text: str, year: int) -> tuple[str, ...]:
    """The years and spans of years in a text that don't reach the given one, as written ("2024", "2020-2024").

    The year of a law's or a decree's number (`Nomor 14 Tahun 2008`, `90/2021`) says nothing about the evidence's own.
    """
    if "20" not in text and "19" not in text:
        return ()
    years: dict[str, None] = {}
    for span in _SPAN.finditer(_LAW.sub(" ", text)):
        first, last = int(span[1]), int(span[2] or span[1])
        if not first <= year <= last:
            years.setdefault(span[1] if span[2] is None else f"{span[1]}–{span[2]}")
    return tuple(years)


def quoted(text: str, limit: int = 70) -> str:
    """A cell's text on one line between quotes, shortened to so many characters."""
    return f"“{shortened(' '.join(text.split()), limit)}”"


def seen(shown: str) -> str:
    """What is seen of a cell: `tampil “Maret 2025”`, `tidak tampil`."""
    return f"tampil {quoted(shown)}" if shown else "tidak tampil"
