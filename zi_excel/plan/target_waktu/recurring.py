"""Recurring and indefinite times out of tokens: "setiap bulan", "2 kali setahun", "jika ada", "minggu ke-2"."""

from __future__ import annotations

from collections.abc import Sequence

from zi_excel.plan.target_waktu.elements import Every, Unreadable
from zi_excel.plan.target_waktu.points import FAMILIES
from zi_excel.plan.target_waktu.tokens import Token, is_unit, kind_at
from zi_excel.plan.target_waktu.words import Kind

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
        case Kind.UNIT if kind_at(tokens, at + 1) is Kind.ONCE:  # "triwulan sekali"
            return Every(tokens[at].value, tokens[at].days), at + 2
        case Kind.ONCE:
            return _times(tokens, at)
        case Kind.ONE_UNIT if kind_at(tokens, at + 1) is Kind.ONCE:
            return Every(tokens[at].value, tokens[at].days), at + 2
        case Kind.DAY:
            return _on_day(tokens, at)
    return None


def _after_every(tokens: Sequence[Token], at: int) -> Recurring | None:  # noqa: PLR0911 - one for each wording
    """`setiap [akhir] [3] bulan [sekali]`, `setiap tanggal 10 [tiap bulan]`, `setiap bulan tanggal 10`."""
    if kind_at(tokens, at) is Kind.EVERY:  # "tiap-tiap", "per setiap"
        return _after_every(tokens, at + 1)
    if kind_at(tokens, at) is Kind.DASH:
        return _after_every(tokens, at + 1) if kind_at(tokens, at + 1) is Kind.EVERY else None
    if kind_at(tokens, at) is Kind.DAY and kind_at(tokens, at + 1) is Kind.NUMBER:
        on_day_of_each = _on_day(tokens, at)
        if on_day_of_each:
            return on_day_of_each
        return None if _dated(tokens, at + 2) else (_monthly(tokens[at + 1]), at + 2)
    if kind_at(tokens, at) is Kind.EDGE:
        at += 1
    number, at = _number(tokens, at)
    if kind_at(tokens, at) is not Kind.UNIT:
        return None
    unit, after = tokens[at], at + 1
    if unit.value in FAMILIES and _numbered(tokens, after):  # "setiap triwulan I" is that triwulan
        return None
    if kind_at(tokens, after) is Kind.ONCE:
        after += 1
    on_day = (
        unit.value * number == 1 and kind_at(tokens, after) is Kind.DAY and kind_at(tokens, after + 1) is Kind.NUMBER
    )
    if on_day:
        return _monthly(tokens[after + 1]), after + 2
    return (
        Every(unit.value * number, unit.days * number, of_month=unit.value == 1 and _dated(tokens, after)),
        after,
    )


def _numbered(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number of a period stands there, not of something that is counted."""
    counted = kind_at(tokens, at + 1) in {Kind.WORD, Kind.TIMES, Kind.ONCE, Kind.UNIT} and not is_unit(
        tokens, at + 1, 12
    )
    return kind_at(tokens, at) is Kind.INDEX or (kind_at(tokens, at) is Kind.NUMBER and not counted)


def _dated(tokens: Sequence[Token], at: int) -> bool:
    """Whether a month follows: "per tanggal 31 Maret", "setiap bulan Maret"."""
    return kind_at(tokens, at + is_unit(tokens, at, 1)) is Kind.MONTH


def _monthly(number: Token) -> Every:
    if not 1 <= number.value <= 31:
        raise Unreadable(f"tanggal {number.text} tidak ada")
    return Every(1, on_day=number.value)


def _on_day(tokens: Sequence[Token], at: int) -> Recurring | None:
    """`tanggal 10 setiap bulan`."""
    if kind_at(tokens, at + 1) is Kind.NUMBER and kind_at(tokens, at + 2) is Kind.EVERY:
        each = _after_every(tokens, at + 2 + 1)
        if each and each[0] == Every(1):
            return _monthly(tokens[at + 1]), each[1]
    return None


def _number(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """A number, and the place after it. 1 where there is none."""
    return (tokens[at].value, at + 1) if kind_at(tokens, at) is Kind.NUMBER else (1, at)


def _once_in(tokens: Sequence[Token], at: int) -> Recurring | None:
    """`3 bulan sekali`."""
    number, at = _number(tokens, at)
    if kind_at(tokens, at) is Kind.UNIT and kind_at(tokens, at + 1) is Kind.ONCE:
        return Every(tokens[at].value * number, tokens[at].days * number), at + 2
    return None


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
    while kind_at(tokens, at) in {Kind.FILLER, Kind.EVERY, Kind.SLASH}:
        at += 1
    number, at = _number(tokens, at)
    if kind_at(tokens, at) not in {Kind.UNIT, Kind.ONE_UNIT}:
        return None
    unit = tokens[at]
    months, days = unit.value * number, unit.days * number
    if not times or (months or days) % times:
        whole = unit.text if unit.kind is Kind.ONE_UNIT else f"{number} {unit.text}"
        raise Unreadable(f"{times} kali tidak membagi {whole} sama rata; sebut bulan-bulannya")
    return Every(months // times, days // times), at + 1


def whenever_at(tokens: Sequence[Token], at: int) -> int | None:
    """The place after `sewaktu-waktu`, `jika ada`, `setiap ada perubahan`, `sesuai (dengan) kebutuhan`; else None."""
    kind, following = kind_at(tokens, at), kind_at(tokens, at + 1)
    if kind is Kind.IF:
        return at + 1
    event = kind is Kind.EVERY and following in {Kind.EVENT, Kind.TIMES, Kind.FIT, Kind.NEED}
    with_need = following is Kind.WORD and kind_at(tokens, at + 2) is Kind.NEED
    need = kind is Kind.FIT and (following in {Kind.NEED, Kind.EVENT} or with_need)
    return at + 2 if event or need else None


def week_at(tokens: Sequence[Token], at: int) -> int | None:
    """The place after `minggu ke-2`, `pekan I-II`, `M2`; else None."""
    token = tokens[at]
    short = token.says("m") and kind_at(tokens, at + 1) is Kind.NUMBER
    if not short and not (token.kind is Kind.UNIT and token.days == 7):
        return None
    at += 1
    while kind_at(tokens, at) in {Kind.NUMBER, Kind.INDEX} or _leads_to_number(tokens, at):
        at += 1
    return at


def _leads_to_number(tokens: Sequence[Token], at: int) -> bool:
    """Of `ke-2`, of `I-II`: not the dash before a month."""
    linking = kind_at(tokens, at) is Kind.DASH or (kind_at(tokens, at) is Kind.WORD and tokens[at].says("ke"))
    return linking and kind_at(tokens, at + 1) in {Kind.NUMBER, Kind.INDEX, Kind.DASH}
