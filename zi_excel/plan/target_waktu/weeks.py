"""Weeks of a month and days of a week out of tokens: "minggu II Maret", "setiap Senin", "Senin, 31 Maret 2025"."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from zi_excel.plan.target_waktu.elements import Family, Point, Span, Unreadable
from zi_excel.plan.target_waktu.points import LINKS, points_at
from zi_excel.plan.target_waktu.tokens import Token, is_unit, kind_at
from zi_excel.plan.target_waktu.words import WEEKDAYS, Kind
from zi_excel.plan.target_waktu.years import year_at

_NUMBERS = frozenset({Kind.NUMBER, Kind.INDEX})
_SUNDAY = 6
_LAST_WEEK = 4
"""It runs from the 22nd to the month's end."""


class Weeks(NamedTuple):
    """Weeks of one month: which ones, and whether each but the first ends a range (`I - IV`).

    numbered: the place after the last number. month: None where none follows. after: the place after everything.
    """

    numbers: tuple[int, ...]
    ranged: tuple[bool, ...]
    numbered: int
    month: int | None
    year: int | None
    after: int
    notes: tuple[str, ...] = ()

    def points(self, month: int, year: int | None) -> list[Point]:
        """The weeks of a month. Raises Unreadable where it has none of that number."""
        for number in self.numbers:
            if not 1 <= number <= _LAST_WEEK:
                raise Unreadable(f"menyebut minggu ke-{number}, padahal minggu ke-4 berlangsung sampai akhir bulan")
        return [Point(Family.MINGGU, month, month, year=year, number=number) for number in self.numbers]


def weeks_at(tokens: Sequence[Token], at: int, plan_year: int) -> Weeks | None:
    """`minggu ke-2 [bulan] Maret`, `pekan I-II`, `M2`; None where no numbered week starts.

    Raises:
        Unreadable: `Minggu 2 Maret 2025` is that Sunday or that week.
    """
    start = at
    found = _week_number(tokens, at)
    if not found:
        return None
    numbers, ranged, kind = [found[0]], [], kind_at(tokens, found[1] - 1)
    at = found[1]
    while kind_at(tokens, at) in LINKS and len(numbers) <= _LAST_WEEK:
        following = _week_number(tokens, at + 1) or _number_at(tokens, at + 1)
        if not following or kind_at(tokens, following[1] - 1) is not kind:
            break
        ranged.append(kind_at(tokens, at) in {Kind.DASH, Kind.TO})
        numbers.append(following[0])
        at = following[1]
    if kind_at(tokens, at) is Kind.TIMES:
        return None
    weeks = Weeks(tuple(numbers), tuple(ranged), at, None, None, at)
    of_month = at
    while kind_at(tokens, of_month) in {Kind.FILLER, Kind.SEPARATOR, Kind.DASH} or is_unit(tokens, of_month, 1):
        of_month += 1
    if kind_at(tokens, of_month) is Kind.MONTH_YEAR:
        month, year = tokens[of_month].parts
        return weeks._replace(month=month, year=year, after=of_month + 1)
    if kind_at(tokens, of_month) is not Kind.MONTH:
        return weeks
    written = year_at(tokens, of_month + 1, plan_year)
    month = tokens[of_month].value
    if kind is Kind.NUMBER and at == start + 2 == of_month and tokens[start].says("minggu"):
        _not_sunday(numbers[0], month, written.year or plan_year)
    return weeks._replace(month=month, year=written.year, after=written.after, notes=written.notes)


def _week_number(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The number behind `minggu`, and the place after it."""
    if at >= len(tokens):
        return None
    short = tokens[at].says("m") and kind_at(tokens, at + 1) is Kind.NUMBER
    if not short and not (tokens[at].kind is Kind.UNIT and tokens[at].days == 7):
        return None
    if kind_at(tokens, at + 1) is Kind.WORD and tokens[at + 1].says("terakhir"):
        return _LAST_WEEK, at + 2
    found = _number_at(tokens, at + 1)
    # "Minggu 30 Maret 2025" is a Sunday.
    return None if found and tokens[found[1] - 1].kind is Kind.NUMBER and found[0] > 5 else found


def _number_at(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    while kind_at(tokens, at) is Kind.DASH or (kind_at(tokens, at) is Kind.WORD and tokens[at].says("ke")):
        at += 1
    return (tokens[at].value, at + 1) if kind_at(tokens, at) in _NUMBERS else None


def _not_sunday(number: int, month: int, year: int) -> None:
    try:
        sunday = date(year, month, number).weekday() == _SUNDAY
    except ValueError:
        return
    if sunday:
        raise Unreadable(f"“Minggu {number}” dapat berarti hari Minggu atau minggu ke-{number}; tulis tanggalnya saja")


# --- days of a week


class Weekdays(NamedTuple):
    """Days of a week (0 Monday .. 6 Sunday), and the place after them."""

    days: tuple[int, ...]
    after: int


def weekdays_at(tokens: Sequence[Token], at: int) -> Weekdays | None:
    """`[hari] Senin`, `Senin dan Kamis`, `Senin s.d. Jumat`; None where no day of a week starts."""
    first = _weekday(tokens, at, listed=False)
    if not first:
        return None
    days, after = [first[0]], first[1]
    while kind_at(tokens, after) in LINKS:
        other = _weekday(tokens, after + 1, listed=True)
        if not other:
            break
        if kind_at(tokens, after) in {Kind.DASH, Kind.TO}:
            days.extend(day % 7 for day in range(days[-1] + 1, days[-1] + 1 + (other[0] - days[-1]) % 7))
        else:
            days.append(other[0])
        after = other[1]
    return Weekdays(tuple(sorted(set(days))), after)


def working_days_at(tokens: Sequence[Token], at: int) -> Weekdays | None:
    """`hari kerja`; None where it doesn't stand there."""
    working = is_day_unit(tokens, at) and kind_at(tokens, at + 1) is Kind.WORD and tokens[at + 1].says("kerja")
    return Weekdays((0, 1, 2, 3, 4), at + 2) if working else None


def _weekday(tokens: Sequence[Token], at: int, *, listed: bool) -> tuple[int, int] | None:
    """One of them, and the place after it. `minggu` is Sunday only behind "hari" or another day, or before a date."""
    named = is_day_unit(tokens, at)
    at += named
    if kind_at(tokens, at) is Kind.WEEKDAY:
        return tokens[at].value, at + 1
    if at < len(tokens) and tokens[at].says("minggu"):
        numbered = _number_at(tokens, at + 1)
        sunday = named or listed or (kind_at(tokens, at + 1) is Kind.SEPARATOR or not numbered or numbered[0] > 5)
        if sunday and (named or listed or date_after(tokens, at + 1) is not None):
            return _SUNDAY, at + 1
    return None


def is_day_unit(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word there is "hari"."""
    return kind_at(tokens, at) is Kind.UNIT and tokens[at].days == 1


def date_after(tokens: Sequence[Token], at: int) -> int | None:
    """Where the date starts that follows a weekday: `Senin, [tanggal] 31 Maret 2025`; None where none does."""
    at += kind_at(tokens, at) is Kind.SEPARATOR and kind_at(tokens, at + 1) is not Kind.WEEKDAY
    start = at
    at += kind_at(tokens, at) is Kind.DAY
    if kind_at(tokens, at) is Kind.DATE:
        return start
    if kind_at(tokens, at) is not Kind.NUMBER:
        return None
    found = points_at(tokens, at, 0)
    if not found:
        return None
    first = found.times[0]
    return start if (first.start if isinstance(first, Span) else first).day else None  # "Kamis 3 s.d. 6/2025": months


def weekdays_text(days: Sequence[int]) -> str:
    """`Senin dan Kamis`."""
    names = [WEEKDAYS[day] for day in days]
    return " dan ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
