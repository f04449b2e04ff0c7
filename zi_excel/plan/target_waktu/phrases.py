"""From tokens to times: one walk from left to right over the tokens of a target waktu."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from zi_excel.plan.target_waktu.elements import Every, Family, Phrases, Point, Span
from zi_excel.plan.target_waktu.points import LINKS, index_at, is_unit, kind_at, point_at
from zi_excel.plan.target_waktu.recurring import every_at, week_at, whenever_at
from zi_excel.plan.target_waktu.tokens import Token
from zi_excel.plan.target_waktu.walk import PERIODS, RANGES, Walk, is_period
from zi_excel.plan.target_waktu.whole_years import year_phrase_at
from zi_excel.plan.target_waktu.words import UNIT_NAMES, Kind
from zi_excel.wording import MONTHS


def phrases(tokens: Sequence[Token], plan_year: int) -> Phrases:
    """The times of a text. Raises Unreadable where a day or period doesn't exist."""
    walk = Walk(tokens, plan_year)
    while walk.at < len(tokens):
        walk.parted = walk.parted or tokens[walk.at].breaks
        if not (_week(walk) or _whenever(walk) or _every(walk) or _time(walk) or _year(walk)):
            _word(walk)
    walk.end()
    return walk.found


def _week(walk: Walk) -> bool:
    """The week of a month is a remark; the month is what is read."""
    after = week_at(walk.tokens, walk.at)
    if after is None:
        return False
    walk.found.prose.append(walk.tokens[walk.at].text)
    walk.at = after
    return True


def _whenever(walk: Walk) -> bool:
    after = whenever_at(walk.tokens, walk.at)
    if after is None:
        return False
    walk.found.whenever = True
    _after_dash(walk)
    walk.at = after
    return True


def _every(walk: Walk) -> bool:
    found = every_at(walk.tokens, walk.at)
    if not found:
        return False
    every, after = found
    _after_dash(walk)
    if every.described:
        walk.prose(walk.tokens[walk.at])
    walk.found.every.append(every)
    walk.at = after
    return True


def _after_dash(walk: Walk) -> None:
    """`Januari–Desember 2025 – setiap bulan`: the second dash links no time."""
    if walk.link is Kind.DASH:
        walk.link = None


def _time(walk: Walk) -> bool:
    bracketed = walk.tokens[walk.at].bracketed
    found = point_at(walk.tokens, walk.at, walk.plan_year, walk.found.notes) or _numbered_again(walk)
    if not found:
        return False
    times, walk.at = found
    walk.add(times, bracketed=bracketed)
    return True


def _numbered_again(walk: Walk) -> tuple[list[Point | Span], int] | None:
    """`TW I, II dan III`: the word stands once."""
    last = walk.found.times[-1] if walk.found.times else None
    family = (last.end if isinstance(last, Span) else last).family if last else None
    if family not in PERIODS or (walk.said and walk.link not in LINKS):
        return None
    tokens, at = walk.tokens, walk.at + (walk.kind() is Kind.WORD and walk.tokens[walk.at].says("ke"))
    following = kind_at(tokens, at + 1)
    counted = following in {Kind.WORD, Kind.TIMES, Kind.UNIT, Kind.MONTH} and not is_unit(tokens, at + 1, 12)
    numbered = kind_at(tokens, at) is Kind.NUMBER and walk.link in LINKS and not counted
    if not numbered and kind_at(tokens, at) is not Kind.INDEX:
        return None
    return index_at(tokens, at, family, walk.plan_year, walk.found.notes)


def _year(walk: Walk) -> bool:
    found = year_phrase_at(walk.tokens, walk.at, len(walk.found.times))
    if not found:
        return False
    bracketed = walk.tokens[walk.at].bracketed
    walk.at = found.after
    if found.year and not found.edge:
        walk.add_year(found.year)
    elif found.edge and found.edge.value:
        year = found.year.year if found.year else None
        walk.told = walk.told or walk.link not in RANGES  # "Maret akhir tahun" lists no two times
        walk.add([Point(Family.BULAN, 12, 12, year=year)], bracketed=bracketed)
        walk.found.notes.append("“akhir tahun” dibaca bulan Desember")
    elif found.edge:
        walk.found.vague = f"“{found.edge.text} tahun” tidak menyebut bulannya"
        if walk.link in RANGES and walk.found.times:
            walk.problems.append(walk.found.vague)
    else:
        walk.found.this_year = True
    return True


def _word(walk: Walk) -> None:
    """A token that no time starts with: a link, a word that changes what follows, or prose."""
    token = walk.tokens[walk.at]
    _MEANING.get(token.kind, Walk.prose)(walk, token)
    walk.at += 1


def _betweened(walk: Walk, _token: Token) -> None:
    walk.between = True


def _typo(walk: Walk, token: Token) -> None:
    walk.found.problems.append(f"bulan “{token.text}” tidak dikenal; mungkin {MONTHS[token.value - 1]}")


def _next(walk: Walk, token: Token) -> None:
    walk.found.problems.append(f"“{token.text}” tidak menyebut bulannya")


def _edge(walk: Walk, token: Token) -> None:
    """`awal Januari – akhir Desember`: a remark that parts nothing."""
    if not is_unit(walk.tokens, walk.at + 1, 12) and walk.kind(1) is not Kind.YEAR:
        walk.found.prose.append(token.text)


def _plain(walk: Walk, token: Token) -> None:
    """`Januari ke Desember` is a range; `diundur ke Juni` is prose, as any other word."""
    place = walk.at + 1 + is_unit(walk.tokens, walk.at + 1, 1)
    place += kind_at(walk.tokens, place) is Kind.NUMBER
    to_month = kind_at(walk.tokens, place) in {Kind.MONTH, Kind.MONTH_YEAR, Kind.DATE}
    if token.says("ke") and to_month and walk.found.times and not walk.said:
        walk.linked(token._replace(kind=Kind.TO))
    else:
        walk.prose(token)


def _index(walk: Walk, token: Token) -> None:
    """`III/2025`: a month or a triwulan, nobody knows."""
    walk.found.vague = f"“{token.text}” tidak jelas bulan atau triwulan yang mana"
    if token.text.isalpha() and any(is_period(time) for time in walk.found.times):
        walk.problems.append(walk.found.vague)  # "TW I (laporan) – II": the rest of the list may be meant
    walk.prose(token)


def _per(walk: Walk, token: Token) -> None:
    """`per 31 Maret 2025` says no more than the day."""
    if not token.says("per"):
        walk.prose(token)


def _unit(walk: Walk, token: Token) -> None:
    if token.value == 1:  # "bulan Maret"
        return
    if token.value:
        walk.found.vague = walk.found.vague or f"tidak menyebut {UNIT_NAMES[token.value]} yang mana"
    walk.prose(token)


def _aim(walk: Walk, token: Token) -> None:
    walk.found.aim = True
    walk.prose(token)


def _nothing(walk: Walk, _token: Token) -> None:
    """Adds nothing, and is no remark."""


def _opening(walk: Walk, token: Token) -> None:
    """`mulai` is a remark where it goes with a word (`dari provinsi`), else it opens what follows."""
    if walk.kind(1) is Kind.WORD:
        walk.prose(token)
    walk.opened = token


def _done(walk: Walk, token: Token) -> None:
    if walk.link is Kind.TO or (walk.link is Kind.DASH and walk.found.times):
        walk.found.problems.append(f"tidak menyebut akhirnya, hanya “{token.text}”")
    else:
        walk.found.done = True
    walk.prose(token)


def _number(walk: Walk, token: Token) -> None:
    """A number beside a word counts something ("2 dokumen"); one for itself makes a time doubtful."""
    every = walk.found.every
    if kind_at(walk.tokens, walk.at - 1) is Kind.DAY and every and every[-1] == Every(1) and 1 <= token.value <= 31:
        every[-1] = every[-1]._replace(on_day=token.value)  # "setiap bulan paling lambat tanggal 10"
        return
    beside = {kind_at(walk.tokens, walk.at - 1), walk.kind(1)}
    if beside & {Kind.WORD, Kind.TIMES, Kind.UNIT, Kind.ONCE}:
        walk.prose(token)
    else:
        walk.found.problems.append(f"angka {token.text[:12]} tidak jelas maksudnya")


_MEANING: Mapping[Kind, Callable[[Walk, Token], None]] = MappingProxyType(
    {
        **dict.fromkeys(LINKS | {Kind.EITHER, Kind.UNCLEAR}, Walk.linked),
        **dict.fromkeys((Kind.FILLER, Kind.DAY, Kind.WEEKDAY, Kind.THROUGH, Kind.CURRENT), _nothing),
        Kind.WORD: _plain,
        Kind.BETWEEN: _betweened,
        Kind.START: _opening,
        Kind.BEFORE: _opening,
        Kind.TYPO: _typo,
        Kind.NEXT: _next,
        Kind.EDGE: _edge,
        Kind.INDEX: _index,
        Kind.EVERY: _per,
        Kind.DONE: _done,
        Kind.NUMBER: _number,
        Kind.UNIT: _unit,
        Kind.AIM: _aim,
    }
)
