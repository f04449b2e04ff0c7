"""Findings (temuan) of the validation, and what a rule is (contract, section 6)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from inspect import cleandoc
from typing import NamedTuple

from zi_excel.enacted.diff import Comparison, compare
from zi_excel.enacted.matrix import Enacted
from zi_excel.folder_bukti.found import FolderBukti
from zi_excel.plan.rencana_aksi import Datum, Place, RencanaAksi


class Level(StrEnum):
    """galat: the numbers can't be trusted. peringatan: what should be otherwise. info: the unusual."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"


class Finding(NamedTuple):
    """One temuan.

    place: its cell; place.ref is None where there is no such cell (a column that isn't there, the sheet as a whole).
    kode: of the indikator, subkomponen or komponen; None where it speaks of none.
    also: further (cell, kode) of a finding that stands for many.
    reason: why settings changed its level, or silenced its rule, where they did.
    silenced: how many findings of its rule settings keep back; this one stands for them, as info. 0: it is one itself.
    """

    code: str
    level: Level
    place: Place
    kode: str | None
    message: str
    suggestion: str
    also: tuple[tuple[str, str], ...] = ()
    reason: str | None = None
    silenced: int = 0


class Override(NamedTuple):
    """What settings want of a rule.

    level: the new level; None: silenced: one info says how many findings that keeps back. reason: why; it is shown.
    kode: of which indikator, or of all those in which subkomponen or komponen; None: of all.
    """

    level: Level | None
    reason: str
    kode: frozenset[str] | None = None

    def covers(self, kode: str | None) -> bool:
        """Whether it speaks of a hit with this kode."""
        return self.kode is None or is_within(kode, self.kode)


def is_within(kode: str | None, groups: Collection[str]) -> bool:
    """Whether a kode is one of these, or that of an indikator in one of these komponen or subkomponen."""
    return kode is not None and any(kode == each or kode.startswith(f"{each}.") for each in groups)


class Earlier(NamedTuple):
    """What was reported when the Monev tabs were refreshed for an earlier day.

    day: that day. realisasi: by the kode that an indikator has now (0..1; None: unreadable); of new ones there is none.
    """

    day: date
    realisasi: Mapping[str, float | None]


@dataclass(frozen=True)
class Subject:
    """What a rule looks at. enacted: the decree's matrix, to be held against the plan; per: the as-of day.

    lone_records: file names of recorded matrices beside the workbook that may be its own, though not by their name.
    earlier: what the last refresh before the as-of day saw; None where there was none. overrides: what settings want,
    per rule code. folder_bukti: what was found in the folder of evidence; None where none was named.
    """

    plan: RencanaAksi
    enacted: Enacted
    per: date
    lone_records: Sequence[str] = ()
    earlier: Earlier | None = None
    overrides: Mapping[str, Override] = field(default_factory=dict)
    folder_bukti: FolderBukti | None = None

    @cached_property
    def comparison(self) -> Comparison:
        """The plan held against the enacted matrix; worked out once, when the first rule asks."""
        return compare(self.plan, self.enacted)


class Hit(NamedTuple):
    """What a rule yields: where and in which words. Code and level are stamped by the engine (validate.py).

    message, suggestion: Indonesian sentences; suggestion None takes the rule's own ("Saran:" in its manual).
    beside: other cells that it rests on. about_text: False where it rests on an order, a neighbour or a difference from
    the enacted text, not on what these cells say. about_order: True where it is the order of siblings, or their numbers
    and letters. What the enacted text itself has is only info (contract, section 6): a hit about text, where that text
    and all beside it are as enacted; one about order, where all the siblings are.
    """

    where: Datum | Place
    kode: str | None
    message: str
    suggestion: str | None = None
    beside: tuple[Datum, ...] = ()
    about_text: bool = True
    about_order: bool = False

    @property
    def place(self) -> Place:
        """The cell that it speaks of."""
        return self.where.place if isinstance(self.where, Datum) else self.where


Check = Callable[[Subject], Iterator[Hit]]


class Rule(NamedTuple):
    """A rule: its code never changes its meaning and is never reused.

    title: one line. what, why, wrong, right, suggestion: Indonesian, from the check's docstring (see `rule`).
    """

    code: str
    level: Level
    title: str
    what: str
    why: str
    wrong: str
    right: str
    suggestion: str
    check: Check


_LABELS = ("Mengapa", "Salah", "Benar", "Saran")


def rule(code: str, level: Level) -> Callable[[Check], Rule]:
    """Makes a Rule of a check, whose docstring is the rule's manual.

    It is written in Indonesian, in these parts::

        Judul dalam satu baris.

        Apa yang diperiksa, satu paragraf.

        Mengapa: ...
        Salah: ...
        Benar: ...
        Saran: ...

    Raises:
        ValueError: the manual lacks a part; no rule goes undocumented.
    """

    def decorate(check: Check) -> Rule:
        title, _, rest = cleandoc(check.__doc__ or "").partition("\n")
        parts: dict[str, list[str]] = {"": []}
        label = ""
        for line in rest.strip().splitlines():
            head, colon, tail = line.partition(": ")
            label = head if colon and head in _LABELS else label
            parts.setdefault(label, []).append((tail if label == head else line).strip())
        texts = {each: " ".join(parts.get(each, [])).strip() for each in ("", *_LABELS)}
        missing = [each or "Apa yang diperiksa" for each, text in texts.items() if not text]
        if missing or not title:
            raise ValueError(f"{code}: the manual lacks {', '.join(missing) or 'its title'}")
        what, why, wrong, right, suggestion = texts.values()
        return Rule(code, level, title.rstrip("."), what, why, wrong, right, suggestion, check)

    return decorate
