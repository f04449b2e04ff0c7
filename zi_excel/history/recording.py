"""What a refresh records: an entry for its as-of day, with what has changed since the entry before it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from zi_excel.enacted.diff.pairs import Text, folded, pair_alike, pair_by_text
from zi_excel.history.records import DIGITS, Change, Entry, History, Kind, PastIndikator, Reported, Share, Totals, brief
from zi_excel.measuring.measure import Capaian, IndikatorResult, Measurement
from zi_excel.measuring.status import EXACT
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.validation.subject import Earlier


class Recording(NamedTuple):
    """What the history is after a refresh.

    history: with the entry of the as-of day, where one was written. written: whether one was; not where the last entry
    is of a later day, or where there is no tab to keep it. since: the day of the entry before the as-of day, against
    which `changes` are listed; None where there is none. kept: False where the workbook takes no new tab and so keeps
    no history.
    """

    history: History
    written: bool
    since: date | None
    changes: tuple[Change, ...]
    kept: bool = True

    @property
    def notable(self) -> tuple[Change, ...]:
        """The changes as a person wants them: first what was done, then what time alone has changed."""
        return tuple(sorted(self.changes, key=lambda change: change.only_status))

    @property
    def before(self) -> Totals | None:
        """The figures of the entry of `since`; None where there are none."""
        return next((entry.totals for entry in self.history.entries if entry.day == self.since), None)


NO_HISTORY = Recording(History(), written=False, since=None, changes=())
"""Where nothing is recorded."""


def recorded(history: History, measurement: Measurement) -> Recording:
    """The history with an entry for the measurement's day, which replaces one of the same day.

    Where the last entry is of a later day, the history stays as it is: the workbook of today says nothing of that day.
    """
    earlier = history.before(measurement.per)
    changes = tuple(_changes(earlier, measurement))
    if history.last is not None and history.last > measurement.per:
        return Recording(history, written=False, since=earlier.last, changes=changes)
    entry = Entry(measurement.per, _totals(measurement), changes)
    return Recording(History((*earlier.entries, entry)), written=True, since=earlier.last, changes=changes)


def reports_at(history: History, plan: RencanaAksi, day: date) -> dict[str, Reported]:
    """How each indikator of a plan stood on a day, by the kode that it has in the plan.

    As of the last entry up to that day; those that were not there then are missing.
    """
    present = [(indikator.kode, indikator.nama.text) for indikator in plan.indikator()]
    return {kode: past.reported for kode, past in _recognised(present, history.as_of(day)).items()}


def earlier_reports(history: History, plan: RencanaAksi, per: date) -> Earlier | None:
    """What was reported up to the last entry before the as-of day; None where there is none."""
    before = history.before(per)
    if before.last is None:
        return None
    reports = reports_at(before, plan, before.last)
    return Earlier(before.last, {kode: reported.realisasi for kode, reported in reports.items()})


def _changes(earlier: History, measurement: Measurement) -> Iterator[Change]:
    """Those of the present indikator in their order; then those that are gone."""
    past = {} if earlier.last is None else earlier.as_of(earlier.last)
    present = [(result.indikator.kode, result.indikator.nama.text) for result in measurement.indikator]
    pairs = _recognised(present, past)
    for result in measurement.indikator:
        change = _change(result, pairs.get(result.indikator.kode), first=earlier.last is None)
        if change is not None:
            yield change
    still_there = {indikator.kode for indikator in pairs.values()}
    for indikator in past.values():
        if indikator.kode not in still_there:
            yield Change(Kind.HILANG, indikator.kode, indikator.nama, indikator.reported, None)


def _recognised(present: Iterable[tuple[str, str]], past: Mapping[str, PastIndikator]) -> dict[str, PastIndikator]:
    """How each present indikator stood then, by its present kode; those that were not there are missing.

    Each is recognised by its text first, since kode move along with rows.

    Args:
        present: (kode, text) of each indikator of the plan.
        past: the indikator of the earlier day, by the kode that they had then.
    """
    mine = [_text(kode, brief(nama)) for kode, nama in present]
    earlier = list(past.values())
    theirs = [_text(indikator.kode, indikator.nama) for indikator in earlier]
    pairs = pair_alike(mine, theirs, pair_by_text(mine, theirs))
    paired = set(pairs.values())
    unpaired = {text.kode: at for at, text in enumerate(theirs) if at not in paired}
    for at, text in enumerate(mine):
        same_kode = unpaired.get(text.kode)
        # A text that says nothing (staff deleted its row of the history, or left the cell blank) is no other text.
        if at not in pairs and same_kode is not None and not (folded(text.nama) and folded(theirs[same_kode].nama)):
            pairs[at] = same_kode
    return {mine[at].kode: earlier[other] for at, other in pairs.items()}


def _text(kode: str, nama: str) -> Text:
    return Text(kode, kode.rpartition(".")[0], nama, "", "")


def _change(result: IndikatorResult, past: PastIndikator | None, *, first: bool) -> Change | None:
    kode, nama = result.indikator.kode, brief(result.indikator.nama.text)
    now = Reported(_kept(result.realisasi), result.status)
    if past is None:
        return Change(Kind.AWAL if first else Kind.MUNCUL, kode, nama, None, now)
    if past.kode != kode:
        return Change(Kind.GANTI_KODE, kode, nama, past.reported, now, past.kode)
    if _same(past.reported, now):
        return None
    return Change(Kind.BERUBAH, kode, nama, past.reported, now)


def _same(one: Reported, other: Reported) -> bool:
    if one.realisasi is None or other.realisasi is None:
        return one == other
    return abs(one.realisasi - other.realisasi) <= EXACT and one.status is other.status


def _totals(measurement: Measurement) -> Totals:
    return Totals(_share(measurement.total), tuple((group.kode, _share(group)) for group in measurement.komponen))


def _share(group: Capaian) -> Share:
    return Share(_kept(group.rencana), _kept(group.capaian))


def _kept(share: float | None) -> float | None:
    return None if share is None else round(share, DIGITS)
