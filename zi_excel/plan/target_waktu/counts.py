"""Numbers that count: units of time ("3 bulan"), and things ("2 dokumen", "rapat ke-2").

A count of units must be what the times come to (`6 bulan (Januari – Juni 2025)`), or tells how long it takes from the
one day or month before it (`1 Januari 2025 selama 3 bulan`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from zi_excel.plan.jadwal import Jadwal, Jenis, month_end
from zi_excel.plan.target_waktu.elements import Count, Unreadable
from zi_excel.plan.target_waktu.points import points_at
from zi_excel.plan.target_waktu.tokens import Token, kind_at
from zi_excel.plan.target_waktu.words import Kind
from zi_excel.wording import MONTHS, long_date

_NUMBERS = frozenset({Kind.NUMBER, Kind.INDEX})
_THINGS = frozenset({Kind.WORD, Kind.EVENT, Kind.NEED})
_COUNTED = _THINGS | frozenset({Kind.TIMES, Kind.ONCE, Kind.UNIT, Kind.ADVERB, Kind.MONTH})


def count_at(tokens: Sequence[Token], at: int) -> tuple[Count, int] | None:
    """`3 bulan`, `30 hari`, `setahun`, and the place after it; else None. Not `3 hari kerja`, `31 Tahun 2025`."""
    one = kind_at(tokens, at) is Kind.ONE_UNIT
    if not one and not (kind_at(tokens, at) is Kind.NUMBER and kind_at(tokens, at + 1) is Kind.UNIT):
        return None
    number, unit, after = (1, tokens[at], at + 1) if one else (tokens[at].value, tokens[at + 1], at + 2)
    working = kind_at(tokens, after) is Kind.WORD and tokens[after].says("kerja")
    if working or (not one and unit.value == 12 and kind_at(tokens, after) is Kind.YEAR):
        return None
    text = " ".join(token.text for token in tokens[at:after])
    return Count(text, unit.value * number, unit.days * number), after


def counted_thing_at(tokens: Sequence[Token], at: int, plan_year: int, *, periods: bool) -> int | None:
    """The place after a number with what it counts: `2 dokumen`, `rapat ke-2`, `2 kali`, `kedua pihak`; else None.

    periods: whether periods stand before it, so that a roman numeral may be one more of them.
    """
    kind, following = kind_at(tokens, at), kind_at(tokens, at + 1)
    if kind is Kind.NUMBER and following in {Kind.TIMES, Kind.ONCE}:
        return at + 2
    if kind is Kind.NUMBER or (kind is Kind.INDEX and _is_word(tokens[at])):
        beside = at + 1 < len(tokens) and tokens[at].bracketed == tokens[at + 1].bracketed
        return at + 2 if following in _THINGS and beside and not tokens[at + 1].says("ke") else None
    if kind is not Kind.WORD or tokens[at].says("ke"):
        return None
    place = at + 1 + (following is Kind.WORD and tokens[at + 1].says("ke"))
    together = all(_together(tokens, each) for each in range(at, place))
    numbered = together and _names_thing(tokens, place, periods=periods) and not points_at(tokens, place, plan_year)
    return place + 1 if numbered else None


def _names_thing(tokens: Sequence[Token], at: int, *, periods: bool) -> bool:
    """Whether the number there goes with the word before it, and with nothing behind it."""
    following = kind_at(tokens, at + 1)
    marked = following in {Kind.SLASH, Kind.DASH} and kind_at(tokens, at + 2) in _NUMBERS | {Kind.YEAR}
    if marked or following is Kind.YEAR:
        return False
    if kind_at(tokens, at) is Kind.INDEX:
        return not (periods and tokens[at].text.isalpha())
    return kind_at(tokens, at) is Kind.NUMBER and following not in _COUNTED


def _is_word(token: Token) -> bool:
    """Whether an ordinal is a word ("kedua"), not a numeral ("II", "ke-2")."""
    return token.text.isalpha() and not set(token.text.lower()) <= set("ivx")


def _together(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token and the next one stand on one line, and both in brackets or both not."""
    return at + 1 < len(tokens) and not tokens[at + 1].breaks and tokens[at].bracketed == tokens[at + 1].bracketed


# --- what a count says of the times


def lasting(jadwal: Jadwal, count: Count) -> Jadwal:
    """From the start of a day or month, so long. Raises Unreadable where that is beyond the calendar."""
    try:
        last = _after(jadwal.first, count) - timedelta(1)
    except (ValueError, OverflowError):
        raise Unreadable(f"{count.text} dari {long_date(jadwal.first)} di luar jangkauan") from None
    if last < jadwal.first:
        raise Unreadable(f"“{count.text}” tidak jelas maksudnya")
    return jadwal if last == jadwal.last else Jadwal(Jenis.RENTANG, jadwal.first, last, (last,))


def _after(first: date, count: Count) -> date:
    """The day that begins after so many months and days: 31 January and one month is 1 March."""
    months = first.month - 1 + count.months
    year, month = first.year + months // 12, months % 12 + 1
    end = month_end(year, month)
    begins = first.replace(year=year, month=month, day=first.day) if first.day <= end.day else end + timedelta(1)
    return begins + timedelta(count.days)


def fits(count: Count, several: Sequence[Jadwal]) -> bool:
    """Whether the times come to so many months or days."""
    if count.days:
        covered = {jadwal.first + timedelta(day) for jadwal in several for day in range(_length(jadwal))}
        return len(covered) == count.days
    if len(several) == 1 and several[0].jenis in {Jenis.RENTANG, Jenis.TANGGAL}:
        return count.months <= 1200 and lasting(several[0], count) == several[0]
    return len({(end.year, end.month) for jadwal in several for end in jadwal.month_ends()}) == count.months


def _length(jadwal: Jadwal) -> int:
    """Its days; a year and more is one more than any count of days that is compared with it."""
    return min((jadwal.last - jadwal.first).days + 1, 10_000)


def coverage_text(several: Sequence[Jadwal]) -> str:
    """From when to when the times go."""
    first, last = min(each.first for each in several), max(each.last for each in several)
    one, other = (f"{MONTHS[day.month - 1]} {day.year}" for day in (first, last))
    return one if one == other else f"{one} – {other}"
