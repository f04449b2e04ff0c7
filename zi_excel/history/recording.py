"""What a refresh records: an entry for its as-of day, and what changed since the entry before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from zi_excel.history.identity import brief, recognised
from zi_excel.history.records import Change, Entry, History, Kind, Known, Reported, Share, Totals
from zi_excel.measuring.measure import Capaian, IndikatorResult, Measurement
from zi_excel.measuring.status import EXACT
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.validation.subject import Earlier

_DIGITS = 9
"""Decimals of a share that are kept: nearer ones are equal (`EXACT`), and programs keep 15 digits of a number."""


class Recording(NamedTuple):
    """What the history is after a refresh.

    history: with the entry of the as-of day, where one was written. written: whether that is so; False where the last
    entry is of a later day, or where there is no tab to keep it. since: the day of the entry before the as-of day,
    which `changes` is held against; None where there is none. kept: False where the workbook takes no new tab, so that
    there is no history.
    """

    history: History
    written: bool
    since: date | None
    changes: tuple[Change, ...]
    kept: bool = True

    @property
    def notable(self) -> tuple[Change, ...]:
        """The changes as a person wants them: what was done first, then what time alone changed."""
        return tuple(sorted(self.changes, key=lambda change: change.only_status))

    @property
    def before(self) -> Totals | None:
        """The figures of the entry that the changes are held against; None where there are none."""
        return next((entry.totals for entry in self.history.entries if entry.day == self.since), None)


NO_HISTORY = Recording(History(), written=False, since=None, changes=())
"""Where nothing is recorded."""


def recorded(history: History, measurement: Measurement) -> Recording:
    """The history with an entry for the measurement's day, in place of one that it has of that day.

    Where the last entry is of a later day it stays as it is: what stands in the workbook now was not there then.
    """
    earlier = history.before(measurement.per)
    changes = tuple(_changes(earlier, measurement))
    if history.last is not None and history.last > measurement.per:
        return Recording(history, written=False, since=earlier.last, changes=changes)
    entry = Entry(measurement.per, _totals(measurement), changes)
    return Recording(History((*earlier.entries, entry)), written=True, since=earlier.last, changes=changes)


def known_at(history: History, plan: RencanaAksi, day: date) -> dict[str, Reported]:
    """How each indikator of a plan stood on a day, by the kode that it has in the plan.

    As of the last entry up to that day; those that are not known then are missing.
    """
    return {kode: each.reported for kode, each in _recognised(plan, history.known(day)).items()}


def earlier_reports(history: History, plan: RencanaAksi, per: date) -> Earlier | None:
    """What was reported up to the last entry before the as-of day; None where there is none."""
    before = history.before(per)
    if before.last is None:
        return None
    return Earlier(before.last, {kode: each.realisasi for kode, each in known_at(before, plan, before.last).items()})


def _recognised(plan: RencanaAksi, known: dict[str, Known]) -> dict[str, Known]:
    return recognised(((each.kode, each.nama.text) for each in plan.indikator()), known)


def _changes(earlier: History, measurement: Measurement) -> Iterator[Change]:
    """Those of the present indikator in their order; then those that are gone."""
    known = {} if earlier.last is None else earlier.known(earlier.last)
    present = [(result.indikator.kode, result.indikator.nama.text) for result in measurement.indikator]
    pairs = recognised(present, known)
    for result in measurement.indikator:
        change = _change(result, pairs.get(result.indikator.kode), first=earlier.last is None)
        if change is not None:
            yield change
    left = known.keys() - {each.kode for each in pairs.values()}
    for each in known.values():
        if each.kode in left:
            yield Change(Kind.HILANG, each.kode, each.nama, each.reported, None)


def _change(result: IndikatorResult, known: Known | None, *, first: bool) -> Change | None:
    kode, nama = result.indikator.kode, brief(result.indikator.nama.text)
    now = Reported(_kept(result.realisasi), result.status)
    if known is None:
        return Change(Kind.AWAL if first else Kind.MUNCUL, kode, nama, None, now)
    if known.kode != kode:
        return Change(Kind.GANTI_KODE, kode, nama, known.reported, now, known.kode)
    if _same(known.reported, now):
        return None
    return Change(Kind.BERUBAH, kode, nama, known.reported, now)


def _same(one: Reported, other: Reported) -> bool:
    if one.realisasi is None or other.realisasi is None:
        return one == other
    return abs(one.realisasi - other.realisasi) <= EXACT and one.status is other.status


def _totals(measurement: Measurement) -> Totals:
    return Totals(_share(measurement.total), tuple((each.kode, _share(each)) for each in measurement.komponen))


def _share(group: Capaian) -> Share:
    return Share(_kept(group.rencana), _kept(group.capaian))


def _kept(share: float | None) -> float | None:
    return None if share is None else round(share, _DIGITS)
