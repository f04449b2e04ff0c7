"""The records of the history, and what is known on a day.

Every record stands for itself, by its day and kode: in whatever order they are found, they say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Self

from zi_excel.measuring.status import Status


class Kind(StrEnum):
    """What a change says of an indikator."""

    AWAL = "awal"  # how it stood when the history began
    BERUBAH = "berubah"  # its realisasi or status is another
    MUNCUL = "muncul"  # it was not there before
    HILANG = "hilang"  # it is not there any more
    GANTI_KODE = "ganti_kode"  # it has another kode; its realisasi and status may be others too


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
        """Whether nothing was reported or moved: its status alone is another, since time has passed."""
        return (
            self.kind is Kind.BERUBAH
            and self.before is not None
            and self.after is not None
            and self.before.realisasi == self.after.realisasi
        )


class Share(NamedTuple):
    """Rencana and capaian of a group (0..1); None where there is none, or where it can't be read any more."""

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


class Known(NamedTuple):
    """What is known of an indikator on a day."""

    kode: str
    nama: str
    reported: Reported


class History(NamedTuple):
    """The entries by their days, which are distinct and rise."""

    entries: tuple[Entry, ...] = ()

    @classmethod
    def of(cls, totals: Mapping[date, Totals], changes: Iterable[tuple[date, Change]]) -> Self:
        """The history of records in any order; names that are left out are those of the entries before."""
        by_day: dict[date, list[Change]] = {day: [] for day in totals}
        for day, change in changes:
            by_day.setdefault(day, []).append(change)
        entries = []
        names: dict[str, str] = {}
        for day in sorted(by_day):
            named = [each if each.nama else each._replace(nama=names.get(each.kode, "")) for each in by_day[day]]
            names |= {each.kode: each.nama for each in named if each.after is not None}
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
        """The history as it is kept: names that `of` finds again are left out, but for those of the newest entries."""
        entries = []
        names: dict[str, str] = {}
        for at, entry in enumerate(self.entries, 1):
            changes = entry.changes
            if at <= len(self.entries) - newest:
                changes = tuple(
                    each._replace(nama="") if each.kind is Kind.BERUBAH and names.get(each.kode) == each.nama else each
                    for each in changes
                )
            names |= {each.kode: each.nama for each in entry.changes if each.after is not None}
            entries.append(entry._replace(changes=changes))
        return History(tuple(entries))

    def known(self, day: date) -> dict[str, Known]:
        """What is known of each indikator on a day, by the kode that it had then: as of the last entry up to then."""
        known: dict[str, Known] = {}
        for entry in self.entries:
            if entry.day > day:
                break
            for change in entry.changes:
                if change.after is None:
                    known.pop(change.kode, None)
                elif change.old_kode is not None:
                    known.pop(change.old_kode, None)
            known |= {
                change.kode: Known(change.kode, change.nama, change.after)
                for change in entry.changes
                if change.after is not None
            }
        return known
