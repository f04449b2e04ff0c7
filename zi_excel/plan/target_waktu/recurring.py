"""Recurring and indefinite times out of tokens: "setiap bulan", "2 kali setahun", "jika ada"."""

from __future__ import annotations

from collections.abc import Sequence

from zi_excel.plan.target_waktu.elements import Every, Unreadable
from zi_excel.plan.target_waktu.points import FAMILIES
from zi_excel.plan.target_waktu.tokens import Token, is_unit, kind_at
from zi_excel.plan.target_waktu.weeks import weekdays_at, working_days_at
from zi_excel.plan.target_waktu.words import Kind

_LISTED = frozenset({Kind.NUMBER, Kind.SEPARATOR, Kind.DAY, Kind.DASH, Kind.TO})
Recurring = tuple[Every, int]
"""What recurs, and the place after it."""


def every_at(tokens: Sequence[Token], at: int) -> Recurring | None:  # noqa: PLR0911 - one for each kind of beginning
    """What recurs, and the place after it; None where nothing recurring starts."""
    match kind_at(tokens, at):
        case Kind.EVERY:
            return _after_every(tokens, at + 1)
        case Kind.ADVERB:
            token = tokens[at]
            return Every(token.value, token.days, described=kind_at(tokens, at - 1) is Kind.WORD), at + 1
        case Kind.NUMBER:
            return _times(tokens, at) or _once_in(tokens, at) or _adverb_of(tokens, at)
        case Kind.UNIT | Kind.ONE_UNIT:
            return _rate(tokens, at + 1, 1, tokens[at])
        case Kind.ONCE:
            return _times(tokens, at)
        case Kind.DAY:
            return _on_day(tokens, at)
    return None


def _after_every(tokens: Sequence[Token], at: int) -> Recurring | None:
    """`setiap [akhir] [3] bulan [sekali]`, `setiap [hari] Senin`, `setiap tanggal 1 dan 15 [tiap bulan]`."""
    if kind_at(tokens, at) is Kind.EVERY:  # "tiap-tiap", "per setiap"
        return _after_every(tokens, at + 1)
    if kind_at(tokens, at) is Kind.DASH:
        return _after_every(tokens, at + 1) if kind_at(tokens, at + 1) is Kind.EVERY else None
    weekdays = weekdays_at(tokens, at) or working_days_at(tokens, at)
    if weekdays:
        return Every(0, 7, weekdays=weekdays.days), weekdays.after
    if kind_at(tokens, at) is Kind.DAY:
        return _on_day(tokens, at) or _days_of_month(tokens, at)
    if kind_at(tokens, at) is Kind.EDGE:
        return _every_unit(tokens, at + 1) if tokens[at].value else None  # no "setiap awal bulan"
    return _every_unit(tokens, at)


def _every_unit(tokens: Sequence[Token], at: int) -> Recurring | None:
    """`[setiap] [3] bulan [sekali]`, `[setiap] semester 2 kali`, `[setiap] bulan tanggal 1 dan 15`."""
    number, at = _number(tokens, at)
    if kind_at(tokens, at) is not Kind.UNIT:
        return None
    unit, after = tokens[at], at + 1
    rate = _rate(tokens, after, number, unit)
    # "setiap triwulan I", "setiap minggu II Maret" are that one.
    if not rate and (unit.value in FAMILIES or unit.days == 7) and _numbered(tokens, after):
        return None
    whole = Every(unit.value * number, unit.days * number)
    every, after = rate or (whole, after)
    if every != whole:
        return every, after
    on_days = _days_of_month(tokens, after) if every == Every(1) else None
    return on_days or (every._replace(of_month=every == Every(1) and _dated(tokens, after)), after)


def _rate(tokens: Sequence[Token], at: int, number: int, unit: Token) -> Recurring | None:
    """What follows a unit: `[triwulan] sekali`, `[semester] 2 kali`, `[triwulan] 1 x setahun`; None where nothing does.

    Raises Unreadable where so many times don't divide it.
    """
    if kind_at(tokens, at) is Kind.ONCE:
        return Every(unit.value * number, unit.days * number), at + 1
    if kind_at(tokens, at) is not Kind.NUMBER or kind_at(tokens, at + 1) is not Kind.TIMES:
        return None
    times, after = tokens[at].value, at + 2
    if tokens[at].bracketed and not tokens[at - 1].bracketed and times > 1:
        return _counted(Every(unit.value * number, unit.days * number), times, unit.text), after
    if kind_at(tokens, after) in {Kind.FILLER, Kind.EVERY, Kind.SLASH}:
        after += 1
    in_year = kind_at(tokens, after) in {Kind.ONE_UNIT, Kind.UNIT} and tokens[after].value == 12
    if in_year and times in {1, 12 // (unit.value * number or 12)}:  # "triwulan 4 x setahun"
        return Every(unit.value * number, unit.days * number), after + 1
    if after > at + 2:
        raise Unreadable(f"“{unit.text} {times} {tokens[at + 1].text}” tidak jelas dihitung per apa")
    return _divided(times, number, unit), after


def _counted(every: Every, times: int, text: str) -> Every:
    """What recurs, with how often that is: `setiap bulan (12 kali)`, `4 kali (setiap triwulan)`.

    Raises Unreadable where a year doesn't have so many, or where so many in each of them may be meant.
    """
    if every.months * times != 12 or not every.months % times:
        raise Unreadable(f"“{times} kali” tidak cocok dengan “{text}”, atau tidak jelas dihitung per apa")
    return every


def _divided(times: int, number: int, unit: Token) -> Every:
    """So many times in so many units. Raises Unreadable where they don't divide it."""
    months, days = unit.value * number, unit.days * number
    if not times or (months or days) % times:
        whole = unit.text if unit.kind is Kind.ONE_UNIT else f"{number} {unit.text}"
        raise Unreadable(f"{times} kali tidak membagi {whole} sama rata; sebut bulan-bulannya")
    return Every(months // times, days // times)


def _numbered(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number of a period stands there, not of something that is counted."""
    counted = kind_at(tokens, at + 1) in {Kind.WORD, Kind.TIMES, Kind.ONCE, Kind.UNIT} and not is_unit(
        tokens, at + 1, 12
    )
    return kind_at(tokens, at) is Kind.INDEX or (kind_at(tokens, at) is Kind.NUMBER and not counted)


def _dated(tokens: Sequence[Token], at: int) -> bool:
    """Whether a month follows: "per tanggal 31 Maret", "setiap bulan Maret"."""
    return kind_at(tokens, at + is_unit(tokens, at, 1)) is Kind.MONTH


def _days_of_month(tokens: Sequence[Token], at: int) -> Recurring | None:
    """`tanggal 10`, `tanggal 1, 10 dan 20` of every month; None where none starts, or a month follows.

    Raises Unreadable where it is a range.
    """
    if kind_at(tokens, at) is not Kind.DAY or kind_at(tokens, at + 1) is not Kind.NUMBER:
        return None
    days, at = [tokens[at + 1]], at + 2
    while kind_at(tokens, at) in {Kind.SEPARATOR, Kind.SLASH} and _is_day(tokens, at + 1):
        at += 1 + (kind_at(tokens, at + 1) is Kind.DAY)
        days.append(tokens[at])
        at += 1
    if kind_at(tokens, at) in {Kind.DASH, Kind.TO} and kind_at(tokens, at + 1) is Kind.NUMBER:
        raise Unreadable(f"berulang tanggal {days[-1].text} sampai {tokens[at + 1].text}; tulis tanggal jatuh temponya")
    return None if _dated(tokens, at) else (_monthly(*days), at)


def _is_day(tokens: Sequence[Token], at: int) -> bool:
    """Whether a day's number stands there, alone or with "tanggal"."""
    at += kind_at(tokens, at) is Kind.DAY
    counted = kind_at(tokens, at + 1) in {Kind.WORD, Kind.TIMES, Kind.UNIT} and not is_unit(tokens, at + 1, 1)
    return kind_at(tokens, at) is Kind.NUMBER and not counted


def _monthly(*numbers: Token) -> Every:
    for number in numbers:
        if not 1 <= number.value <= 31:
            raise Unreadable(f"tanggal {number.text} tidak ada")
    return Every(1, on_days=tuple(sorted({number.value for number in numbers})))


def _on_day(tokens: Sequence[Token], at: int) -> Recurring | None:
    """`tanggal 10 [dan 20] setiap bulan`."""
    after = at + 1
    while kind_at(tokens, after) in _LISTED:
        after += 1
    if kind_at(tokens, after) is not Kind.EVERY:
        return None
    every = _after_every(tokens, after + 1)
    days = _days_of_month(tokens, at) if every and every[0] == Every(1) else None
    return (days[0], every[1]) if every and every[0] == Every(1) and days and days[1] == after else None


def _number(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """A number, and the place after it. 1 where there is none."""
    return (tokens[at].value, at + 1) if kind_at(tokens, at) is Kind.NUMBER else (1, at)


def _once_in(tokens: Sequence[Token], at: int) -> Recurring | None:
    """`3 bulan sekali`, `3 bulan 1 kali`."""
    number, at = _number(tokens, at)
    return _rate(tokens, at + 1, number, tokens[at]) if kind_at(tokens, at) is Kind.UNIT else None


def _adverb_of(tokens: Sequence[Token], at: int) -> Recurring | None:
    """`3 bulanan`, `3-bulanan`."""
    number, at = _number(tokens, at)
    at += kind_at(tokens, at) is Kind.DASH
    if kind_at(tokens, at) is not Kind.ADVERB or tokens[at].value not in {0, 1, 12}:
        return None
    return Every(tokens[at].value * number, tokens[at].days * number), at + 1


def _times(tokens: Sequence[Token], at: int) -> Recurring | None:
    """`2 kali setahun`, `1 x 3 bulan`, `sekali dalam sebulan`, `4 kali per tahun`."""
    if kind_at(tokens, at) is Kind.ONCE:
        times, at = 1, at + 1
    else:
        times, at = _number(tokens, at)
        if kind_at(tokens, at) is not Kind.TIMES:
            return None
        at += 1
    if kind_at(tokens, at) is Kind.EVERY and tokens[at].bracketed and not tokens[at - 1].bracketed and times > 1:
        found = _after_every(tokens, at + 1)
        return (_counted(found[0], times, tokens[at].text), found[1]) if found else None
    while kind_at(tokens, at) in {Kind.FILLER, Kind.EVERY, Kind.SLASH}:
        at += 1
    number, at = _number(tokens, at)
    if kind_at(tokens, at) not in {Kind.UNIT, Kind.ONE_UNIT}:
        return None
    if tokens[at].value in FAMILIES and _numbered(tokens, at + 1):  # "2 kali (Semester I dan II)"
        return None
    return _divided(times, number, tokens[at]), at + 1


def whenever_at(tokens: Sequence[Token], at: int) -> int | None:
    """The place after `sewaktu-waktu`, `jika ada`, `setiap ada perubahan`, `sesuai (dengan) kebutuhan`; else None."""
    kind, following = kind_at(tokens, at), kind_at(tokens, at + 1)
    if kind is Kind.IF:
        return at + 1
    event = kind is Kind.EVERY and following in {Kind.EVENT, Kind.TIMES, Kind.FIT, Kind.NEED}
    with_need = following is Kind.WORD and kind_at(tokens, at + 2) is Kind.NEED
    need = kind is Kind.FIT and (following in {Kind.NEED, Kind.EVENT} or with_need)
    return at + 2 if event or need else None


_TWO_WORDS = {"terus": "menerus", "on": "going"}


def always_at(tokens: Sequence[Token], at: int) -> int | None:
    """The place after `berkelanjutan`, `terus menerus`, `on going`, `sepanjang waktu`; else None."""
    kind = kind_at(tokens, at)
    if kind is Kind.ALWAYS:
        return at + 1
    if kind in {Kind.THROUGH, Kind.EVERY} and kind_at(tokens, at + 1) is Kind.FILLER and tokens[at + 1].says("waktu"):
        return at + 2
    second = _TWO_WORDS.get(tokens[at].text.lower()) if kind is Kind.WORD else None
    place = at + 1 + (kind_at(tokens, at + 1) is Kind.DASH)
    return place + 1 if second and place < len(tokens) and tokens[place].says(second) else None
