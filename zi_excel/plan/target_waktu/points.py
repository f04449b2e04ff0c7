"""Points in time out of tokens: days, months, numbered periods. Each is read at a place and says where it ended."""

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
_COUNTED = frozenset({Kind.WORD, Kind.EVENT, Kind.NEED, Kind.TIMES, Kind.ONCE, Kind.UNIT, Kind.MONTH})
_NO_MONTHS_AFTER = {
    **dict.fromkeys((Kind.DASH, Kind.TO), LINKS | {Kind.DAY}),
    Kind.SEPARATOR: LINKS | {Kind.DAY, Kind.WORD, Kind.EVENT, Kind.NEED},
}
"""Behind what a number is no month, by what links it to the next one: `rapat 1, 3/2025`."""
_MONTH_NAMED = 12
"""A number up to here before "bulan" rather counts months than names a day."""
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
    if family is Family.BULAN:
        if not 1 <= index <= 12:
            raise Unreadable(f"menyebut bulan ke-{index}, padahal setahun hanya 12 bulan")
        return month(index, year)._replace(number=index)
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
            return _short_dates_at(tokens, at) or _days_at(tokens, at, plan_year) or _short_months_at(tokens, at)
        case Kind.UNIT if token.value in FAMILIES:
            return index_at(tokens, at + 1, FAMILIES[token.value], plan_year)
        case Kind.UNIT if token.value == 1:
            return _numbered_month_at(tokens, at + 1, plan_year)
        case Kind.INDEX | Kind.TIMES:
            return _roman_months_at(tokens, at)
    return None


def is_counted(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number there counts what follows ("2 dokumen") rather than names a period."""
    return kind_at(tokens, at + 1) in _COUNTED and not is_unit(tokens, at + 1, 12)


def _numbered_month_at(tokens: Sequence[Token], at: int, plan_year: int) -> Points | None:
    """`bulan ke-3`, `bulan III`, `bulan 3 tahun 2025`; not `bulan 5 Maret`, `bulan 2 dokumen`."""
    while kind_at(tokens, at) is Kind.DASH or (kind_at(tokens, at) is Kind.WORD and tokens[at].says("ke")):
        at += 1
    if kind_at(tokens, at) is Kind.NUMBER and is_counted(tokens, at):
        return None
    if _days_at(tokens, at, plan_year) or _short_dates_at(tokens, at):
        return None
    return index_at(tokens, at, Family.BULAN, plan_year)


def _roman_months_at(tokens: Sequence[Token], at: int) -> Points | None:
    """`IX/2025`, `VII – IX/2025`: only where a year follows and one of them is more than a triwulan can be."""
    numbers: list[int] = []
    links: list[Kind] = []
    while _roman(tokens, at):
        numbers.append(_roman(tokens, at))
        link = kind_at(tokens, at + 1)
        if link not in LINKS or not _roman(tokens, at + 2):
            at += 1
            break
        links.append(link)
        at += 2
    if kind_at(tokens, at) in {Kind.SLASH, Kind.DASH}:
        at += 1
    if not numbers or max(numbers) <= 4 or kind_at(tokens, at) is not Kind.YEAR:
        return None
    points = [month(number, tokens[at].value) for number in numbers]
    return Points(linked_points(points, [link in {Kind.DASH, Kind.TO} for link in links]), at + 1)


def _roman(tokens: Sequence[Token], at: int) -> int:
    """The number of a roman numeral; 0 where none stands there."""
    if kind_at(tokens, at) is Kind.TIMES:
        return 10 * (tokens[at].says("x") and kind_at(tokens, at - 1) is not Kind.NUMBER)
    return tokens[at].value if kind_at(tokens, at) is Kind.INDEX and set(tokens[at].text.lower()) <= set("ivx") else 0


def index_at(tokens: Sequence[Token], at: int, family: Family, plan_year: int) -> Points | None:
    """The number of a period (after its word, or after another one's: "TW I, II"), with its year ("3/2025")."""
    while kind_at(tokens, at) is Kind.DASH or (kind_at(tokens, at) is Kind.WORD and tokens[at].says("ke")):
        at += 1
    if kind_at(tokens, at) is Kind.MONTH_YEAR:
        return Points((period(family, *tokens[at].parts),), at + 1)
    tenth = family is Family.BULAN and kind_at(tokens, at) is Kind.TIMES and _roman(tokens, at)
    if kind_at(tokens, at) not in {Kind.INDEX, Kind.NUMBER} and not tenth:
        return None
    written = year_at(tokens, at + 1, plan_year)
    return Points((period(family, tenth or tokens[at].value, written.year),), written.after, written.notes)


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
        if is_unit(tokens, month_place, 1) and (len(numbers) > 1 or _is_day(tokens, at)):
            month_place += 1
        if kind_at(tokens, month_place) is Kind.MONTH:
            if tokens[month_place].bracketed != tokens[place].bracketed:  # "1 (Maret 2025)" counts
                return None
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


def _is_day(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number before "bulan" is a day: "tanggal 5 bulan Maret"; "2 bulan Juni" rather counts months."""
    return kind_at(tokens, at - 1) is Kind.DAY or tokens[at].value > _MONTH_NAMED


def _short_dates_at(tokens: Sequence[Token], at: int) -> Points | None:
    """`1/2 s.d. 31/3/2025`, `1/2, 1/3 dan 1/4/2025`: day and month, with the year of the last one."""
    points: list[Point] = []
    ranged: list[bool] = []
    while True:
        if kind_at(tokens, at) is Kind.DATE and points:
            points.append(day(*tokens[at].parts))
            return Points(linked_points(points, ranged), at + 1)
        dashed = kind_at(tokens, at + 1) is Kind.DASH and kind_at(tokens, at + 3) is Kind.TO
        if not (kind_at(tokens, at + 1) is Kind.SLASH or dashed) or kind_at(tokens, at) is not Kind.NUMBER:
            return None
        if kind_at(tokens, at + 2) is not Kind.NUMBER or tokens[at + 2].value > 12 or len(points) > 31:
            return None
        points.append(day(tokens[at].value, tokens[at + 2].value, None))
        link = kind_at(tokens, at + 3)
        if link not in LINKS - {Kind.SLASH}:
            # Without a date behind them only a range tells that these are days and months.
            ended = any(ranged) and link not in {Kind.MONTH, Kind.SLASH, Kind.NUMBER}
            return Points(linked_points(points, ranged), at + 3) if ended else None
        ranged.append(link in {Kind.DASH, Kind.TO})
        at += 4


def _short_months_at(tokens: Sequence[Token], at: int) -> Points | None:
    """`1 s.d. 3/2025`, `3, 6, 9/2025`: months, with the year of the last one; not `rapat 1, 3/2025`."""
    before = kind_at(tokens, at - 1)
    points: list[Point] = []
    ranged: list[bool] = []
    while kind_at(tokens, at) is Kind.NUMBER and 1 <= tokens[at].value <= 12 and len(tokens[at].text) <= 2:
        points.append(month(tokens[at].value, None))
        link = kind_at(tokens, at + 1)
        if link not in LINKS - {Kind.SLASH} or len(points) > 12 or before in _NO_MONTHS_AFTER[link]:
            return None
        ranged.append(link in {Kind.DASH, Kind.TO})
        at += 2
    if kind_at(tokens, at) is not Kind.MONTH_YEAR or not points or not 1 <= tokens[at].parts[0] <= 12:
        return None
    return Points(linked_points([*points, month(*tokens[at].parts)], ranged), at + 1)


def _shared(numbers: Sequence[int], ranged: Sequence[bool], month_number: int, year: int | None) -> tuple[Time, ...]:
    """Days of one month. ranged: whether each but the first ends a range that the one before it begins."""
    return linked_points([day(number, month_number, year) for number in numbers], ranged)


def linked_points(points: Sequence[Point], ranged: Sequence[bool]) -> tuple[Time, ...]:
    """Points as a list of them and of ranges. Raises Unreadable where a range would have more than two."""
    times: list[Time] = [points[0]]
    for point, ends_range in zip(points[1:], ranged, strict=True):
        previous = times[-1]
        if not ends_range:
            times.append(point)
        elif isinstance(previous, Point):
            times[-1] = Span(previous, point)
        else:
            raise Unreadable(CHAIN)
    return tuple(times)
