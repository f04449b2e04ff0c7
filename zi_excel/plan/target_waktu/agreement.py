"""Whether the times of a text agree: beside each other, in brackets, in a list; and the one jadwal that they make."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from typing import NamedTuple

from zi_excel.plan.jadwal import Jadwal, Jenis
from zi_excel.plan.target_waktu.elements import Phrases, Point, Unreadable, point_text
from zi_excel.plan.target_waktu.points import FAMILIES
from zi_excel.wording import MONTHS, long_date


class Agreed(NamedTuple):
    """The jadwal that count, with remarks on how they were read."""

    jadwal: tuple[Jadwal, ...]
    notes: tuple[str, ...] = ()


def agreed(of_times: Sequence[tuple[Jadwal, ...]], phrases: Phrases) -> Agreed:
    """The jadwal of each time; without those in brackets that only explain the others. Raises Unreadable.

    `Juni 2025 (TW II)` says the same twice, `TW I (Januari, Februari, Maret)` says what the triwulan is, and
    `Juni 2025 (TW III)` or `laporan TW I pada April` says two things of which only one can be due.

    Args:
        of_times: what each time of the text comes to: one jadwal, or several where it is a range of periods.
        phrases: the text, for which of the times stand in brackets and which side by side only in words.
    """
    for one, other in phrases.doubtful:
        if _tonggak(of_times[one]) != _tonggak(of_times[other]):
            raise _conflict(of_times[one], of_times[other])
    everything = tuple(jadwal for own in of_times for jadwal in own)
    outside = tuple(jadwal for at, own in enumerate(of_times) for jadwal in own if at not in phrases.glosses)
    inside = tuple(jadwal for at, own in enumerate(of_times) for jadwal in own if at in phrases.glosses)
    periods = all(jadwal.jenis is Jenis.PERIODE for jadwal in outside)
    if not outside or not inside:
        return Agreed(everything)
    if _tonggak(outside) == _tonggak(inside):
        merged(everything)  # each of them against each other, also the first days of ranges
        return Agreed(outside if periods else everything)
    containing = _containing(of_times, phrases)
    if containing:
        note = f"{containing} di dalam kurung dibaca sebagai keterangan, karena mencakup waktunya"
        return Agreed(outside, (note,))
    if len(outside) == 1 and periods and _fills(inside, outside[0]):
        note = f"yang di dalam kurung dibaca sebagai keterangan; jatuh temponya {long_date(outside[0].last)}"
        return Agreed(outside, (note,))
    raise _conflict(outside, inside)


def _containing(of_times: Sequence[tuple[Jadwal, ...]], phrases: Phrases) -> str | None:
    """The periods in brackets, where each holds the times before it: `Maret (TW I), Mei (Semester I)`; else None."""
    held: list[Jadwal] = []
    periods: list[str] = []
    for at, (own, time) in enumerate(zip(of_times, phrases.times, strict=False)):
        if at not in phrases.glosses:
            if at - 1 in phrases.glosses:
                held = []
            held.extend(own)
            continue
        if not isinstance(time, Point) or time.family not in FAMILIES.values() or not held:
            return None
        if not all(own[0].first <= each.first and each.last <= own[0].last for each in held):
            return None
        periods.append(point_text(time))
    return ", ".join(periods)


def _tonggak(several: Sequence[Jadwal]) -> set[object]:
    return {day for jadwal in several for day in jadwal.tonggak}


def _conflict(one: Sequence[Jadwal], other: Sequence[Jadwal]) -> Unreadable:
    sides = (", ".join(map(jadwal_text, side[:4])) + (", …" if len(side) > 4 else "") for side in (one, other))
    return Unreadable(f"menyebut waktu yang bertentangan: {' dan '.join(sides)}")


def _fills(parts: Sequence[Jadwal], whole: Jadwal) -> bool:
    """Whether times that follow each other without a gap make up a whole period."""
    ordered = sorted(parts, key=lambda part: part.first)
    joined = all(one.last + timedelta(1) == two.first for one, two in pairwise(ordered))
    return joined and (ordered[0].first, ordered[-1].last) == (whole.first, whole.last)


def merged(several: Sequence[Jadwal]) -> Jadwal:
    """One jadwal of several. Raises Unreadable where they say different things about the same days."""
    distinct = tuple(dict.fromkeys(several))
    for at, jadwal in enumerate(distinct):
        for other in distinct[:at]:
            if not _agree(jadwal, other):
                raise Unreadable(f"menyebut waktu yang bertentangan: {jadwal_text(other)} dan {jadwal_text(jadwal)}")
    tonggak = tuple(sorted({day for jadwal in distinct for day in jadwal.tonggak}))
    if len(tonggak) == 1:
        return distinct[0]
    kinds = {jadwal.jenis for jadwal in distinct}
    jenis = Jenis.PERIODE if kinds == {Jenis.PERIODE} else Jenis.DAFTAR
    return Jadwal(jenis, min(jadwal.first for jadwal in distinct), tonggak[-1], tonggak)


def in_order(several: Sequence[Jadwal]) -> bool:
    """Whether the times follow each other as written."""
    days = list(dict.fromkeys(day for jadwal in several for day in jadwal.tonggak))
    return days == sorted(days)


def _agree(one: Jadwal, other: Jadwal) -> bool:
    """Whether two times can stand side by side: apart from each other, or two words for the same due day."""
    if one.last < other.first or other.last < one.first:
        return True
    if one.jenis is other.jenis is Jenis.PERIODE:  # B03 and B06 both begin on 1 January
        return True
    same = one.tonggak == other.tonggak
    return same and (one.first == other.first or Jenis.RENTANG not in {one.jenis, other.jenis})


def jadwal_text(jadwal: Jadwal) -> str:
    """A jadwal in words, for a sentence that sets one against another."""
    first, last = (f"{MONTHS[day.month - 1]} {day.year}" for day in (jadwal.first, jadwal.last))
    match jadwal.jenis:
        case Jenis.TANGGAL:
            return f"{jadwal.last.day} {last}"
        case Jenis.BULAN:
            return last
        case Jenis.DAFTAR:
            return ", ".join(f"{MONTHS[day.month - 1]} {day.year}" for day in jadwal.tonggak)
    return f"{first} – {last}"
