"""Findings (temuan) of the validation, and what a rule is (contract, section 6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from inspect import cleandoc

from zi_excel.enacted import Enacted
from zi_excel.rencana_aksi import Datum, Place, RencanaAksi


class Level(StrEnum):
    """galat: the numbers can't be trusted. peringatan: what should be otherwise. info: the unusual."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One temuan. place.ref may be None (a column that isn't there). also: further (cell, kode) of a finding that stands for many.

    reason: why settings changed its level, where they did.
    """

    code: str
    level: Level
    place: Place
    kode: str | None
    message: str
    suggestion: str
    also: tuple[tuple[str, str], ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a rule looks at. enacted: the decree's matrix where the workbook is this matrix or may be; per: the as-of day."""

    plan: RencanaAksi
    enacted: Enacted
    per: date


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule yields: where and in which words. Code and level are stamped by the engine (validate.py).

    message, suggestion: Indonesian sentences; suggestion None takes the rule's own ("Saran:" in its manual).
    """

    where: Datum | Place
    kode: str | None
    message: str
    suggestion: str | None = None

    @property
    def place(self) -> Place:
        """The cell that it speaks of."""
        return self.where.place if isinstance(self.where, Datum) else self.where


Check = Callable[[Subject], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code never changes its meaning and is never reused. The texts come from the check's docstring."""

    code: str
    level: Level
    title: str
    what: str
    why: str
    wrong: str
    right: str
    suggestion: str
    check: Check


def rule(code: str, level: Level) -> Callable[[Check], Rule]:
    """Makes a Rule of a check. The check's docstring is the rule's manual, in Indonesian::

        Judul dalam satu baris.

        Apa yang diperiksa, satu paragraf.

        Mengapa: ...
        Salah: ...
        Benar: ...
        Saran: ...
    """

    def decorate(check: Check) -> Rule:
        title, _, rest = cleandoc(check.__doc__ or "").partition("\n")
        parts = {"": ""}
        label = ""
        for line in rest.strip().splitlines():
            head, colon, tail = line.partition(": ")
            if colon and head in {"Mengapa", "Salah", "Benar", "Saran"}:
                label, line = head, tail
                parts[label] = ""
            parts[label] = f"{parts[label]} {line.strip()}".strip()
        return Rule(code, level, title.rstrip("."), parts[""], parts["Mengapa"], parts["Salah"], parts["Benar"], parts["Saran"], check)

    return decorate
