"""What a target waktu is made of, as written: its times, before a year is put to each."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Unreadable(Exception):  # noqa: N818 - it ends a reading, it is no failure
    """Why a target can't be read: half a sentence in Indonesian. It never leaves this folder."""


class Family(StrEnum):
    """What a point in time is one of."""

    TANGGAL = "tanggal"
    BULAN = "bulan"
    TRIWULAN = "triwulan"
    CATURWULAN = "caturwulan"
    SEMESTER = "semester"
    B = "B"  # measured from 1 January to the end of the month
    TAHUN = "tahun"


class Point(NamedTuple):
    """A day, a month, a numbered period (number: which) or a whole year. year None: not written with it."""

    family: Family
    first_month: int = 1
    last_month: int = 12
    day: int | None = None
    year: int | None = None
    number: int = 0


class Span(NamedTuple):
    """From one point to another."""

    start: Point
    end: Point


class Every(NamedTuple):
    """Recurring: every so many months (or days, where months is 0), on a day of the month or at each period's end.

    described: it may describe the word before it ("rapat bulanan"), rather than be a time.
    of_month: a month follows at once ("setiap bulan Maret").
    """

    months: int
    days: int = 0
    on_day: int | None = None
    described: bool = False
    of_month: bool = False


class Year(NamedTuple):
    """A year that stands for itself. place: how many times stand before it.

    bound: it may belong to the word before it ("LAKIP 2024"). said: with "tahun", "selama", "pada".
    """

    year: int
    place: int
    bound: bool
    said: bool


@dataclass(slots=True)
class Phrases:
    """Everything that was found in one text.

    whenever: "jika ada" and its like. this_year: "sepanjang tahun", without its number. prose: words that are no time.
    problems: what makes it unreadable, whatever else it says. vague: why a part is no time, if there is no other.
    glosses: the places of the times in brackets. doubtful: places of two times that stand side by side only in words.
    done, aim: words of a realisasi ("tercapai") and of a target ("paling lambat").
    """

    times: list[Point | Span] = field(default_factory=list)
    years: list[Year] = field(default_factory=list)
    every: list[Every] = field(default_factory=list)
    whenever: bool = False
    this_year: bool = False
    prose: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    glosses: set[int] = field(default_factory=set)
    doubtful: list[tuple[int, int]] = field(default_factory=list)
    done: bool = False
    aim: bool = False
    vague: str | None = None
