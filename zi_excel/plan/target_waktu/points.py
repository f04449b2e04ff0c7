"""Points in time out of tokens: days, months, numbered periods. Each reads at a place and says where it ended."""

from __future__ import annotations

from collections.abc import Sequence

from zi_excel.plan.target_waktu.elements import Family, Point, Span, Unreadable
from zi_excel.plan.target_waktu.tokens import Token
from zi_excel.plan.target_waktu.words import Kind
from zi_excel.wording import MONTHS

Found = tuple[list[Point | Span], int]
LINKS = frozenset({Kind.SEPARATOR, Kind.SLASH, Kind.DASH, Kind.TO})
FAMILIES = {3: Family.TRIWULAN, 4: Family.CATURWULAN, 6: Family.SEMESTER}
STEPS = {Family.TRIWULAN: 1, Family.CATURWULAN: 1, Family.SEMESTER: 1, Family.B: 3}
"""How far the numbers of two periods lie apart that follow each other."""
_MONTHS = {Family.TRIWULAN: 3, Family.CATURWULAN: 4, Family.SEMESTER: 6}
NEAR_YEARS, NEAR_YEARS_DASHED = 1, 5
"""How far a two-digit year may lie from the plan's year: "Maret 25", and "Mar-25" as Excel shows it.

A farther one may be anything: "Mar-31" is rather a day.
"""


def kind_at(tokens: Sequence[Token], at: int) -> Kind | None:
    """The kind of a token; None before the first and after the last."""
    return tokens[at].kind if 0 <= at < len(tokens) else None


def is_unit(tokens: Sequence[Token], at: int, months: int) -> bool:
    """Whether the word there is the unit of so many months (1 "bulan", 12 "tahun")."""
    return kind_at(tokens, at) is Kind.UNIT and tokens[at].value == months


def year_at(tokens: Sequence[Token], at: int, plan_year: int, notes: list[str]) -> tuple[int | None, int]:
    """The year that is written with a month or period that ends at `at`, and the place after it."""
    after = at
    while is_unit(tokens, after, 12) or kind_at(tokens, after) is Kind.FILLER:
        after += 1
    # In "Tahun 2024: Desember. Tahun 2025: Maret" a year leads its list.
    leading = is_unit(tokens, 0, 12) and is_unit(tokens, at, 12) and after + 1 < len(tokens)
    if kind_at(tokens, after) is Kind.YEAR and not leading:
        return tokens[after].value, after + 1
    dashed = kind_at(tokens, at) is Kind.DASH
    place = at + 1 if dashed else max(at, after)
    if dashed and kind_at(tokens, place) is Kind.YEAR and kind_at(tokens, place + 1) not in {Kind.DASH, Kind.TO}:
        return tokens[place].value, place + 1
    short = kind_at(tokens, place) is Kind.NUMBER and len(tokens[place].text) == 2 and tokens[place].text.isdecimal()
    following = kind_at(tokens, place + 1)
    # "Maret 25 April" goes on with a day, "Maret 25 - 28" with anything.
    linked = following in {Kind.DASH, Kind.TO} and kind_at(tokens, place + 2) is Kind.NUMBER
    if not short or linked or following in {Kind.MONTH, Kind.TIMES, Kind.UNIT}:
        return None, at
    year = 2000 + tokens[place].value
    # "Jan-25 laporan" names the year, "Maret 25 dokumen" does not.
    counted = following is Kind.WORD and not (dashed and year == plan_year)
    if counted or abs(year - plan_year) > (NEAR_YEARS_DASHED if dashed else NEAR_YEARS):
        return None, at
    if dashed:
        return year, place + 1
    notes.append(f"tahun “{tokens[place].text}” dibaca {year}")
    return year, place + 1


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


def point_at(tokens: Sequence[Token], at: int, plan_year: int, notes: list[str]) -> Found | None:  # noqa: PLR0911 - one for each kind of token
    """The days, months or periods that start at a place; None where none does."""
    token = tokens[at]
    match token.kind:
        case Kind.DATE:
            return [day(*token.parts)], at + 1
        case Kind.MONTH_YEAR:
            if not 1 <= token.parts[0] <= 12:
                raise Unreadable(f"“{token.text}” bukan bulan dan tahun")
            return [month(*token.parts)], at + 1
        case Kind.MEASURE:
            year, after = year_at(tokens, at + 1, plan_year, notes)
            return [period(Family.B, token.value, year)], after
        case Kind.MONTH:
            return _month_at(tokens, at, plan_year, notes)
        case Kind.NUMBER:
            return _days_at(tokens, at, plan_year, notes)
        case Kind.UNIT if token.value in FAMILIES:
            return index_at(tokens, at + 1, FAMILIES[token.value], plan_year, notes)
    return None


def index_at(tokens: Sequence[Token], at: int, family: Family, plan_year: int, notes: list[str]) -> Found | None:
    """The number of a period (after its word, or after another one's: "TW I, II"), with its year."""
    while kind_at(tokens, at) is Kind.DASH or (kind_at(tokens, at) is Kind.WORD and tokens[at].says("ke")):
        at += 1
    if kind_at(tokens, at) not in {Kind.INDEX, Kind.NUMBER}:
        return None
    year, after = year_at(tokens, at + 1, plan_year, notes)
    return [period(family, tokens[at].value, year)], after


def _month_at(tokens: Sequence[Token], at: int, plan_year: int, notes: list[str]) -> Found:
    number = tokens[at].value
    if kind_at(tokens, at + 1) is Kind.NUMBER and tokens[at + 1].value <= 31:
        # As an English form writes it: "March 31, 2025".
        comma = kind_at(tokens, at + 2) is Kind.SEPARATOR
        if kind_at(tokens, at + 2 + comma) is Kind.YEAR:
            return [day(tokens[at + 1].value, number, tokens[at + 2 + comma].value)], at + 3 + comma
    year, after = year_at(tokens, at + 1, plan_year, notes)
    return [month(number, year)], after


def _days_at(tokens: Sequence[Token], at: int, plan_year: int, notes: list[str]) -> Found | None:
    """`31 Maret 2025`, and days that share a month: `1-5 Maret`, `15, 20 dan 25 Maret 2025`, `1 s.d. 5/3/2025`."""
    numbers: list[int] = []
    ranges: list[bool] = []
    place = at
    while kind_at(tokens, place) is Kind.NUMBER and len(tokens[place].text) <= 2 and len(numbers) < 31:
        numbers.append(tokens[place].value)
        following = kind_at(tokens, place + 1)
        dashed = following is Kind.DASH and len(numbers) == 1
        month_place = place + 1 + dashed
        if is_unit(tokens, month_place, 1):
            month_place += 1
        if kind_at(tokens, month_place) is Kind.MONTH:
            year, after = year_at(tokens, month_place + 1, plan_year, notes)
            return _shared(numbers, ranges, tokens[month_place].value, year), after
        if following not in LINKS:
            return None
        ranges.append(following in {Kind.DASH, Kind.TO})
        place += 2
        if kind_at(tokens, place) is Kind.DATE:
            last, month_number, year = tokens[place].parts
            return _shared([*numbers, last], ranges, month_number, year), place + 1
    return None


def _shared(numbers: Sequence[int], ranges: Sequence[bool], month_number: int, year: int | None) -> list[Point | Span]:
    found: list[Point | Span] = [day(numbers[0], month_number, year)]
    for number, ranged in zip(numbers[1:], ranges, strict=True):
        last = day(number, month_number, year)
        previous = found[-1]
        if not ranged:
            found.append(last)
        elif isinstance(previous, Point):
            found[-1] = Span(previous, last)
        else:
            raise Unreadable(CHAIN)
    return found


CHAIN = "menghubungkan lebih dari dua waktu dengan tanda rentang; pakai koma untuk daftar"


def said(point: Point) -> str:
    """A point in words, with the year where it has one."""
    year = f" {point.year}" if point.year is not None else ""
    match point.family:
        case Family.TANGGAL:
            known = 1 <= point.first_month <= 12
            return f"{point.day} {MONTHS[point.first_month - 1] if known else f'bulan {point.first_month}'}{year}"
        case Family.BULAN:
            return f"{MONTHS[point.first_month - 1]}{year}"
        case Family.B:
            return f"B{point.number:02}{year}"
        case Family.TAHUN:
            return f"tahun{year}"
    roman = ("I", "II", "III", "IV")[point.number - 1]
    return f"{point.family} {roman}{year}"
