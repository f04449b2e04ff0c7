"""Whether the times of a text agree: beside each other, in brackets, in a list; and the one jadwal that they make."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from zi_excel.plan.jadwal import Jadwal, Jenis
from zi_excel.plan.target_waktu.elements import Phrases, Unreadable
from zi_excel.wording import MONTHS, long_date


def agreed(of_times: Sequence[tuple[Jadwal, ...]], found: Phrases, notes: list[str]) -> tuple[Jadwal, ...]:
    """The jadwal of each time; without those in brackets that only explain the others. Raises Unreadable.

    `Juni 2025 (TW II)` says the same twice, `TW I (Januari, Februari, Maret)` says what the triwulan is, and
    `Juni 2025 (TW III)` or `laporan TW I pada April` says two things of which only one can be due.
    """
    for one, other in found.doubtful:
        if _tonggak(of_times[one]) != _tonggak(of_times[other]):
            raise _conflict(of_times[one], of_times[other])
    pieces = tuple(piece for each in of_times for piece in each)
    outside = tuple(piece for at, each in enumerate(of_times) for piece in each if at not in found.glosses)
    inside = tuple(piece for at, each in enumerate(of_times) for piece in each if at in found.glosses)
    periods = all(piece.jenis is Jenis.PERIODE for piece in outside)
    if not outside or not inside:
        return pieces
    if _tonggak(outside) == _tonggak(inside):
        merged(pieces, [])  # each of them against each, also the first days of ranges
        return outside if periods else pieces
    if len(outside) == 1 and periods and _fills(inside, outside[0]):
        notes.append(f"yang di dalam kurung dibaca sebagai keterangan; jatuh temponya {long_date(outside[0].last)}")
        return outside
    raise _conflict(outside, inside)


def _tonggak(pieces: Sequence[Jadwal]) -> set[object]:
    return {day for piece in pieces for day in piece.tonggak}


def _conflict(one: Sequence[Jadwal], other: Sequence[Jadwal]) -> Unreadable:
    sides = (", ".join(map(said_of, pieces[:4])) + (", …" if len(pieces) > 4 else "") for pieces in (one, other))
    return Unreadable(f"menyebut waktu yang bertentangan: {' dan '.join(sides)}")


def _fills(pieces: Sequence[Jadwal], whole: Jadwal) -> bool:
    """Whether times that follow each other without a gap make up a whole period."""
    ordered = sorted(pieces, key=lambda piece: piece.first)
    joined = all(one.last + timedelta(1) == two.first for one, two in pairwise(ordered))
    return joined and (ordered[0].first, ordered[-1].last) == (whole.first, whole.last)


def merged(pieces: Sequence[Jadwal], notes: list[str]) -> Jadwal:
    """One jadwal of several times. Raises Unreadable where they say different things about the same days."""
    distinct = tuple(dict.fromkeys(pieces))
    for at, piece in enumerate(distinct):
        for other in distinct[:at]:
            if not _agree(piece, other):
                raise Unreadable(f"menyebut waktu yang bertentangan: {said_of(other)} dan {said_of(piece)}")
    tonggak = tuple(sorted({day for piece in distinct for day in piece.tonggak}))
    if len(tonggak) == 1:
        return distinct[0]
    kinds = {piece.jenis for piece in distinct}
    if Jenis.RENTANG in kinds:
        notes.append("menyebut beberapa rentang; masing-masing dihitung jatuh tempo pada akhirnya")
    jenis = Jenis.PERIODE if kinds == {Jenis.PERIODE} else Jenis.DAFTAR
    first = min(piece.first for piece in distinct)
    return Jadwal(jenis, first, tonggak[-1], tonggak)


def in_order(pieces: Sequence[Jadwal]) -> bool:
    """Whether the times follow each other as written."""
    days = list(dict.fromkeys(day for piece in pieces for day in piece.tonggak))
    return days == sorted(days)


def _agree(one: Jadwal, other: Jadwal) -> bool:
    """Whether two times can stand side by side: apart from each other, or two words for the same due day."""
    if one.last < other.first or other.last < one.first:
        return True
    if one.jenis is other.jenis is Jenis.PERIODE:  # B03 and B06 both begin on 1 January
        return True
    same = one.tonggak == other.tonggak
    return same and (one.first == other.first or Jenis.RENTANG not in {one.jenis, other.jenis})


def said_of(jadwal: Jadwal) -> str:
    """A jadwal in words, for a sentence that sets one against another."""
    months = tuple(f"{MONTHS[day.month - 1]} {day.year}" for day in (jadwal.first, jadwal.last))
    match jadwal.jenis:
        case Jenis.TANGGAL:
            return f"{jadwal.last.day} {months[1]}"
        case Jenis.BULAN:
            return months[1]
        case Jenis.DAFTAR:
            return ", ".join(f"{MONTHS[day.month - 1]} {day.year}" for day in jadwal.tonggak)
    return f"{months[0]} – {months[1]}"
