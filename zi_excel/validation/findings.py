"""Findings (temuan) of the validation, and what settings may want of them (contract, section 6)."""

from collections.abc import Collection
from enum import StrEnum
from typing import NamedTuple

from zi_excel.plan.rencana_aksi import Place


class Level(StrEnum):
    """galat: the numbers can't be trusted. peringatan: what should be otherwise. info: the unusual."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"


class Finding(NamedTuple):
    """One temuan.

    place: its cell; place.ref is None where there is no such cell (a missing column, the sheet as a whole).
    kode: of the indikator, subkomponen or komponen; None where it speaks of none.
    also: the other cells, with their kode, of a finding that stands for many.
    reason: why settings changed its level, or silenced its rule, where they did.
    silenced: how many findings of its rule the settings hide; this one stands for them, as info. 0: it stands for
    itself.
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

    level: its new level; None: it is silenced, and one info says how many findings that hides.
    reason: why; it is shown with the findings.
    kode: which indikator it is about, by their own kode or that of their subkomponen or komponen; None: all.
    """

    level: Level | None
    reason: str
    kode: frozenset[str] | None = None

    def covers(self, kode: str | None) -> bool:
        """Whether it applies to a hit with this kode."""
        return self.kode is None or is_within(kode, self.kode)


def is_within(kode: str | None, groups: Collection[str]) -> bool:
    """Whether a kode is one of these, or lies in one of these komponen or subkomponen."""
    return kode is not None and any(kode == group or kode.startswith(f"{group}.") for group in groups)
