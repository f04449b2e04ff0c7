"""What a target waktu is made of, as written: its times, before each of them has a year. Values only."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from zi_excel.plan.target_waktu.tokens import Token
from zi_excel.wording import MONTHS


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
    """A day, a month, a numbered period (number: which one) or a whole year. year None: none is written with it."""

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


Time = Point | Span


class Every(NamedTuple):
    """What recurs: every so many months (or days, where months is 0), on a day of the month or at each period's end.

    described: it may describe the word before it ("rapat bulanan") rather than be a time.
    of_month: a month follows at once ("setiap bulan Maret").
    """

    months: int
    days: int = 0
    on_day: int | None = None
    described: bool = False
    of_month: bool = False


class Year(NamedTuple):
    """A year that stands for itself. place: how many times stand before it.

    bound: it may belong to the word before it ("LAKIP 2024"). announced: by "tahun", "selama" or "pada".
    """

    year: int
    place: int
    bound: bool
    announced: bool


class Phrases(NamedTuple):
    """Everything that one text says.

    times, years, every: in the order of the text. whenever: "jika ada" and the like. this_year: "sepanjang tahun",
    without its number. prose: the words that are no time. notes: remarks on how a time was read.
    problems: what makes the text unreadable, whatever else it says; the first one is reported.
    vague: why a part of it is no time; it is reported where there is no other time.
    glosses: the places of the times in brackets. doubtful: places of two times that stand side by side only in words.
    done, aim: whether there are words of a realisasi ("tercapai") and of a target ("paling lambat").
    """

    times: tuple[Time, ...] = ()
    years: tuple[Year, ...] = ()
    every: tuple[Every, ...] = ()
    whenever: bool = False
    this_year: bool = False
    prose: tuple[Token, ...] = ()
    notes: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    glosses: frozenset[int] = frozenset()
    doubtful: tuple[tuple[int, int], ...] = ()
    done: bool = False
    aim: bool = False
    vague: str | None = None


def point_text(point: Point) -> str:
    """A point in words, with its year where it has one."""
    year = f" {point.year}" if point.year is not None else ""
    match point.family:
        case Family.TANGGAL:
            exists = 1 <= point.first_month <= 12
            return f"{point.day} {MONTHS[point.first_month - 1] if exists else f'bulan {point.first_month}'}{year}"
        case Family.BULAN:
            return f"{MONTHS[point.first_month - 1]}{year}"
        case Family.B:
            return f"B{point.number:02}{year}"
        case Family.TAHUN:
            return f"tahun{year}"
    roman = ("I", "II", "III", "IV")[point.number - 1]
    return f"{point.family} {roman}{year}"


def time_text(time: Time) -> str:
    """A time in words."""
    return f"{point_text(time.start)} – {point_text(time.end)}" if isinstance(time, Span) else point_text(time)
