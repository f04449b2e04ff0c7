"""The records of the history, and how each indikator stood on a day by them.

Every record stands for itself, by its day and kode: in whatever order they are found, they say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Self

from zi_excel.measuring.status import Status
from zi_excel.wording import shortened

NAMA_LIMIT = 44
"""Characters of an indikator's text that are kept: enough to know it by, and to read in a list."""
DIGITS = 9
"""Decimals of a share that are kept: shares that agree so far are equal (`EXACT`), and programs keep 15 digits."""


class Kind(StrEnum):
    """What a change says of an indikator."""

    AWAL = "awal"  # how it stood when the history began
    BERUBAH = "berubah"  # its realisasi or status has changed
    MUNCUL = "muncul"  # it was not there before
    HILANG = "hilang"  # it is no longer there
    GANTI_KODE = "ganti_kode"  # its kode has changed, perhaps its realisasi and status too


class Reported(NamedTuple):
    """How an indikator stood: its realisasi (0..1; None: unreadable) and its status on the day of the record."""

    realisasi: float | None
    status: Status


class Change(NamedTuple):
    """What happened to one indikator between two entries.

    nama: its text on one line, shortened; by it an indikator is known again when its kode has changed.
    before: None where it is new. after: None where it is gone. old_kode: of `GANTI_KODE` only.
    """

    kind: Kind
    kode: str
    nama: str
    before: Reported | None
    after: Reported | None
    old_kode: str | None = None

    @property
    def only_status(self) -> bool:
        """Whether nothing was reported or moved: time has passed, and only the status has changed."""
        return (
            self.kind is Kind.BERUBAH
            and self.before is not None
            and self.after is not None
            and self.before.realisasi == self.after.realisasi
        )


class Share(NamedTuple):
    """Rencana and capaian of a group (0..1); None where there is none, or where it can no longer be read."""

    rencana: float | None
    capaian: float | None


class Totals(NamedTuple):
    """The line of figures of an entry: the whole, and each komponen by its kode."""

    total: Share
    komponen: tuple[tuple[str, Share], ...] = ()


class Entry(NamedTuple):
    """What a refresh recorded for its as-of day. totals: None where staff have deleted that line."""

    day: date
    totals: Totals | None
    changes: tuple[Change, ...]


class PastIndikator(NamedTuple):
    """An indikator as it stood on a day."""

    kode: str
    nama: str
    reported: Reported


class History(NamedTuple):
    """The entries in the order of their days; no two are of one day."""

    entries: tuple[Entry, ...] = ()

    @classmethod
    def of(cls, totals: Mapping[date, Totals], changes: Iterable[tuple[date, Change]]) -> Self:
        """The history of records in any order; a name that is left out is that of the entries before."""
        by_day: dict[date, list[Change]] = {day: [] for day in totals}
        for day, change in changes:
            by_day.setdefault(day, []).append(change)
        entries = []
        names: dict[str, str] = {}
        for day in sorted(by_day):
            named = [
                change if change.nama else change._replace(nama=names.get(change.kode, "")) for change in by_day[day]
            ]
            names |= {change.kode: change.nama for change in named if change.after is not None}
            entries.append(Entry(day, totals.get(day), tuple(named)))
        return cls(tuple(entries))

    @property
    def last(self) -> date | None:
        """The day of the last entry."""
        return self.entries[-1].day if self.entries else None

    def before(self, day: date) -> History:
        """The entries before a day."""
        return History(tuple(entry for entry in self.entries if entry.day < day))

    def without_known_names(self, newest: int) -> History:
        """The history as it is kept: without the names that `of` finds again, except in the newest entries."""
        entries = []
        names: dict[str, str] = {}
        for at, entry in enumerate(self.entries, 1):
            changes = entry.changes
            if at <= len(self.entries) - newest:
                changes = tuple(
                    change._replace(nama="")
                    if change.kind is Kind.BERUBAH and names.get(change.kode) == change.nama
                    else change
                    for change in changes
                )
            names |= {change.kode: change.nama for change in entry.changes if change.after is not None}
            entries.append(entry._replace(changes=changes))
        return History(tuple(entries))

    def as_of(self, day: date) -> dict[str, PastIndikator]:
        """How each indikator stood on a day, by the kode that it had then: as of the last entry up to that day."""
        past: dict[str, PastIndikator] = {}
        for entry in self.entries:
            if entry.day > day:
                break
            for change in entry.changes:
                if change.after is None:
                    past.pop(change.kode, None)
                elif change.old_kode is not None:
                    past.pop(change.old_kode, None)
            past |= {
                change.kode: PastIndikator(change.kode, change.nama, change.after)
                for change in entry.changes
                if change.after is not None
            }
        return past


def brief(text: str) -> str:
    """An indikator's text as the history keeps it: on one line, cut."""
    return shortened(" ".join(text.split()), NAMA_LIMIT)
