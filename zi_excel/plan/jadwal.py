"""A target waktu as a jadwal: kind, first and last day, tonggak; what of it is due on a day (contract, section 4)."""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple


class Jenis(StrEnum):
    """The kind of a jadwal."""

    BULAN = "bulan"
    DAFTAR = "daftar"
    RENTANG = "rentang"
    TANGGAL = "tanggal"
    PERIODE = "periode"
    BERKALA = "berkala"
    SEWAKTU = "sewaktu"


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


class Jadwal(NamedTuple):
    """When an indikator is due.

    tonggak: the days of its milestones, sorted and distinct; empty only for `sewaktu`, which is never late.
    """

    jenis: Jenis
    first: date
    last: date
    tonggak: tuple[date, ...]

    def month_ends(self) -> tuple[date, ...]:
        """The last day of each month from first to last; of the last month `last` itself."""
        ends = []
        year, month = self.first.year, self.first.month
        while (year, month) <= (self.last.year, self.last.month):
            ends.append(min(month_end(year, month), self.last))
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        return tuple(ends)

    def rencana(self, per: date) -> float | None:
        """The planned share (0..1) on the as-of day; None for `sewaktu`."""
        if not self.tonggak:
            return None
        if self.jenis is Jenis.RENTANG:
            return self._months_until(per) / self._months_until(self.last)
        return sum(day <= per for day in self.tonggak) / len(self.tonggak)

    def _months_until(self, per: date) -> int:
        """How many months, counted from the first one, have their end (of the last month `last`) on a day or before."""
        day = min(per, self.last)
        ended = day == self.last or day == month_end(day.year, day.month)
        return max((day.year - self.first.year) * 12 + day.month - self.first.month + ended, 0)

    def share_before(self, per: date) -> float:
        """The share (0..1) of tonggak whose day is before the as-of day: what must be done not to be late."""
        return sum(day < per for day in self.tonggak) / len(self.tonggak) if self.tonggak else 0.0

    def next_tonggak(self, per: date) -> date | None:
        """The first tonggak on or after the as-of day."""
        return next((day for day in self.tonggak if day >= per), None)


class TargetWaktu(NamedTuple):
    """What a column-6 cell was read to.

    jadwal: None where it can't be read; then `problem` says what was understood and why that is not enough: half a
    sentence in Indonesian.
    notes: remarks on a target that was read all the same (prose around it, a choice between two readings): half
    sentences in Indonesian. That the year is the plan's is told by `names_year`, that a list is out of order by
    `in_order`.
    names_year: whether the text itself names the year.
    in_order: whether its times are written in their order; the tonggak are sorted in any case.
    overwritten: whether it can't be read because a realisasi is there.
    """

    jadwal: Jadwal | None
    problem: str | None = None
    notes: tuple[str, ...] = ()
    names_year: bool = True
    in_order: bool = True
    overwritten: bool = False
