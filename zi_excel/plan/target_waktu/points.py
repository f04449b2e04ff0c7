"""Points in time out of tokens: days, months, numbered periods. Each is read at a place and says where it ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from zi_excel.plan.target_waktu.elements import Family, Point, Span, Time, Unreadable
from zi_excel.plan.target_waktu.tokens import Token, is_unit, kind_at
from zi_excel.plan.target_waktu.words import Kind
from zi_excel.plan.target_waktu.years import year_at

LINKS = frozenset({Kind.SEPARATOR, Kind.SLASH, Kind.DASH, Kind.TO})
FAMILIES = {3: Family.TRIWULAN, 4: Family.CATURWULAN, 6: Family.SEMESTER}
PERIODS = frozenset(FAMILIES.values()) | {Family.B}
STEPS = {Family.TRIWULAN: 1, Family.CATURWULAN: 1, Family.SEMESTER: 1, Family.B: 3}
"""How far the numbers of two periods lie apart that follow each other."""
_MONTHS = {Family.TRIWULAN: 3, Family.CATURWULAN: 4, Family.SEMESTER: 6}
CHAIN = "menghubungkan lebih dari dua waktu dengan tanda rentang; pakai koma untuk daftar"


class Points(NamedTuple):
    """Times as written, the place after them, and remarks on how they were read."""

    times: tuple[Time, ...]
    after: int
    notes: tuple[str, ...] = ()


def is_period(time: Time) -> bool:
    """Whether it is a numbered period, not a day or month."""
    return (time.start if isinstance(time, Span) else time).family in PERIODS


def follows(one: Point, other: Point) -> bool:
    """Whether a numbered period is the next one of its kind, in the same year."""
    step = STEPS.get(one.family)
    same_year = one.year is None or one.year == other.year
    return step is not None and one.family is other.family and same_year and other.number == one.number + step


def month(number: int, year: int | None) -> Point:
    """A month."""
    return Point(Family.BULAN, number, number, year=year)


def day(number: int, month_number: int, year: int | None) -> Point:
    """A day."""
    return Point(Family.TANGGAL, month_number, month_number, day=number, year=year)


def period(family: Family, index: int, year: int | None) -> Point:
    """A numbered period. Raises Unreadable where the year has none of that number."""
    if family is Family.B:
        if not 1 <= index <= 12:
            raise Unreadable(f"menyebut B{index:02}, padahal yang ada B01 sampai B12")
        return Point(family, 1, index, year=year, number=index)
    months = _MONTHS[family]
    if not 1 <= index <= 12 // months:
        raise Unreadable(f"menyebut {family} {index}, padahal setahun hanya memiliki {12 // months} {family}")
    return Point(family, (index - 1) * months + 1, index * months, year=year, number=index)


def points_at(tokens: Sequence[Token], at: int, plan_year: int) -> Points | None:  # noqa: PLR0911 - one for each kind of token
    """The days, months or periods that start at a place; None where none does."""
    token = tokens[at]
    match token.kind:
        case Kind.DATE:
            return Points((day(*token.parts),), at + 1)
        case Kind.MONTH_YEAR:
            if not 1 <= token.parts[0] <= 12:
                raise Unreadable(f"“{token.text}” bukan bulan dan tahun")
            return Points((month(*token.parts),), at + 1)
        case Kind.MEASURE:
            written = year_at(tokens, at + 1, plan_year)
            return Points((period(Family.B, token.value, written.year),), written.after, written.notes)
        case Kind.MONTH:
            return _month_at(tokens, at, plan_year)
        case Kind.NUMBER:
            return _days_at(tokens, at, plan_year)
        case Kind.UNIT if token.value in FAMILIES:
            return index_at(tokens, at + 1, FAMILIES[token.value], plan_year)
    return None


def index_at(tokens: Sequence[Token], at: int, family: Family, plan_year: int) -> Points | None:
    """The number of a period (after its word, or after another one's: "TW I, II"), with its year."""
    while kind_at(tokens, at) is Kind.DASH or (kind_at(tokens, at) is Kind.WORD and tokens[at].says("ke")):
        at += 1
    if kind_at(tokens, at) not in {Kind.INDEX, Kind.NUMBER}:
        return None
    written = year_at(tokens, at + 1, plan_year)
    return Points((period(family, tokens[at].value, written.year),), written.after, written.notes)


def _month_at(tokens: Sequence[Token], at: int, plan_year: int) -> Points:
    number = tokens[at].value
    if kind_at(tokens, at + 1) is Kind.NUMBER and tokens[at + 1].value <= 31:
        # As an English form writes it: "March 31, 2025".
        comma = kind_at(tokens, at + 2) is Kind.SEPARATOR
        if kind_at(tokens, at + 2 + comma) is Kind.YEAR:
            return Points((day(tokens[at + 1].value, number, tokens[at + 2 + comma].value),), at + 3 + comma)
    written = year_at(tokens, at + 1, plan_year)
    return Points((month(number, written.year),), written.after, written.notes)


def _days_at(tokens: Sequence[Token], at: int, plan_year: int) -> Points | None:
    """`31 Maret 2025`, and days that share a month: `1-5 Maret`, `15, 20 dan 25 Maret 2025`, `1 s.d. 5/3/2025`."""
    numbers: list[int] = []
    ranged: list[bool] = []
    place = at
    while kind_at(tokens, place) is Kind.NUMBER and len(tokens[place].text) <= 2 and len(numbers) < 31:
        numbers.append(tokens[place].value)
        following = kind_at(tokens, place + 1)
        dashed = following is Kind.DASH and len(numbers) == 1
        month_place = place + 1 + dashed
        if is_unit(tokens, month_place, 1):
            month_place += 1
        if kind_at(tokens, month_place) is Kind.MONTH:
            written = year_at(tokens, month_place + 1, plan_year)
            days = _shared(numbers, ranged, tokens[month_place].value, written.year)
            return Points(days, written.after, written.notes)
        if following not in LINKS:
            return None
        ranged.append(following in {Kind.DASH, Kind.TO})
        place += 2
        if kind_at(tokens, place) is Kind.DATE:
            last, month_number, year = tokens[place].parts
            return Points(_shared([*numbers, last], ranged, month_number, year), place + 1)
    return None


def _shared(numbers: Sequence[int], ranged: Sequence[bool], month_number: int, year: int | None) -> tuple[Time, ...]:
    """Days of one month. ranged: whether each but the first ends a range that the one before it begins."""
    times: list[Time] = [day(numbers[0], month_number, year)]
    for number, ends_range in zip(numbers[1:], ranged, strict=True):
        last = day(number, month_number, year)
        previous = times[-1]
        if not ends_range:
            times.append(last)
        elif isinstance(previous, Point):
            times[-1] = Span(previous, last)
        else:
            raise Unreadable(CHAIN)
    return tuple(times)
