"""What a target waktu is made of, as written: its times, before each of them has a year. Values only."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from zi_excel.plan.target_waktu.tokens import Token
from zi_excel.wording import MONTHS


class Unreadable(Exception):  # noqa: N818 - it ends a reading, it is no failure
    """Why a target can't be read: half a sentence in Indonesian. It never leaves this folder."""


class Family(StrEnum):
    """What a point in time is one of."""

    TANGGAL = "tanggal"
    MINGGU = "minggu"  # of a month: days 1-7, 8-14, 15-21, 22 to its end
    BULAN = "bulan"
    TRIWULAN = "triwulan"
    CATURWULAN = "caturwulan"
    SEMESTER = "semester"
    B = "B"  # measured from 1 January to the end of the month
    TAHUN = "tahun"


class Point(NamedTuple):
    """A day, a week, a month, a numbered period or a whole year.

    number: which period it is; of a month, where it is written as a number ("bulan ke-3"). year None: none is written
    with it.
    """

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
    """What recurs: every so many months (or days, where months is 0), at each period's end.

    on_days: the days of each month instead of its end. weekdays: the days of each week (0 Monday .. 6 Sunday).
    described: it may describe the word before it ("rapat bulanan") rather than be a time.
    of_month: a month follows at once ("setiap bulan Maret").
    """

    months: int
    days: int = 0
    on_days: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
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


class Count(NamedTuple):
    """So many units of time ("3 bulan"): what the times come to, or how long it takes from the one before it.

    text: as written. months, days: how many of them; one of the two is 0. lasts: whether a start stands with it.
    """

    text: str
    months: int
    days: int
    lasts: bool = False


class Phrases(NamedTuple):
    """Everything that one text says.

    times, years, every: in the order of the text. whenever: "jika ada" and the like. this_year: "sepanjang tahun",
    without its number. throughout: the words that say so of the whole year. always: "berkelanjutan".
    prose: what is no time, word by word, a number with what it counts. left: what could be a time and belongs to none.
    counts: how many units of time are named. weekdays: those beside a day, with its place in times.
    notes: remarks on how a time was read.
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
    throughout: str | None = None
    always: tuple[Token, ...] = ()
    prose: tuple[tuple[Token, ...], ...] = ()
    left: tuple[Token, ...] = ()
    counts: tuple[Count, ...] = ()
    weekdays: tuple[tuple[tuple[int, ...], int], ...] = ()
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
    if point.family is Family.MINGGU:
        return f"minggu {roman} {MONTHS[point.first_month - 1]}{year}"
    return f"{point.family} {roman}{year}"


def time_text(time: Time) -> str:
    """A time in words."""
    return f"{point_text(time.start)} – {point_text(time.end)}" if isinstance(time, Span) else point_text(time)


def times_text(times: Sequence[Time]) -> str:
    """The first few times in words."""
    return ", ".join(map(time_text, times[:4])) + (", …" if len(times) > 4 else "")


def prose_text(prose: Sequence[Sequence[Token]]) -> str:
    """What is no time, in words."""
    return " ".join(token.text for group in prose for token in group).replace(" - ", "-")
