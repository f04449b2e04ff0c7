"""From tokens to times: one walk from left to right over the tokens of a target waktu.

Each step reads what starts at the next token (a time, what recurs, a year, else a word) and returns the state after it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from zi_excel.plan.target_waktu.elements import Every, Family, Phrases, Point, Span
from zi_excel.plan.target_waktu.points import LINKS, PERIODS, Points, index_at, is_period, points_at
from zi_excel.plan.target_waktu.recurring import every_at, week_at, whenever_at
from zi_excel.plan.target_waktu.tokens import Token, is_unit, kind_at
from zi_excel.plan.target_waktu.walk import RANGES, Walk, added, ended, linked, prose, with_year
from zi_excel.plan.target_waktu.words import UNIT_NAMES, Kind
from zi_excel.plan.target_waktu.years import year_phrase_at
from zi_excel.wording import MONTHS


def phrases(tokens: Sequence[Token], plan_year: int) -> Phrases:
    """What a text says. Raises Unreadable where a day or a period doesn't exist."""
    walk = Walk(tokens, plan_year)
    while walk.at < len(tokens):
        if tokens[walk.at].breaks:
            walk = walk._replace(parted=True)
        walk = _week(walk) or _whenever(walk) or _every(walk) or _time(walk) or _year(walk) or _word(walk)
    return ended(walk).phrases


# --- steps: each returns the state after what starts here, or None where nothing of its kind does


def _week(walk: Walk) -> Walk | None:
    """The week of a month is a remark; the month is what is read."""
    after = week_at(walk.tokens, walk.at)
    return None if after is None else walk.aside(walk.tokens[walk.at])._replace(at=after)


def _whenever(walk: Walk) -> Walk | None:
    after = whenever_at(walk.tokens, walk.at)
    if after is None:
        return None
    return _after_dash(walk)._replace(phrases=walk.phrases._replace(whenever=True), at=after)


def _every(walk: Walk) -> Walk | None:
    recurring = every_at(walk.tokens, walk.at)
    if not recurring:
        return None
    every, after = recurring
    before = _after_dash(walk)
    if every.described:
        before = prose(before, walk.tokens[walk.at])
    return before.recurring(*before.phrases.every, every)._replace(at=after)


def _after_dash(walk: Walk) -> Walk:
    """`Januari–Desember 2025 – setiap bulan`: the second dash links no time."""
    return walk._replace(link=None) if walk.link is Kind.DASH else walk


def _time(walk: Walk) -> Walk | None:
    points = points_at(walk.tokens, walk.at, walk.plan_year) or _numbered_again(walk)
    if not points:
        return None
    bracketed = walk.tokens[walk.at].bracketed
    return added(walk._replace(at=points.after).noted(*points.notes), points.times, bracketed=bracketed)


def _numbered_again(walk: Walk) -> Points | None:
    """`TW I, II dan III`: the word stands once."""
    last = walk.last_time()
    family = (last.end if isinstance(last, Span) else last).family if last else None
    if family not in PERIODS or (walk.worded and walk.link not in LINKS):
        return None
    tokens, at = walk.tokens, walk.at + (walk.kind() is Kind.WORD and walk.tokens[walk.at].says("ke"))
    following = kind_at(tokens, at + 1)
    counted = following in {Kind.WORD, Kind.TIMES, Kind.UNIT, Kind.MONTH} and not is_unit(tokens, at + 1, 12)
    numbered = kind_at(tokens, at) is Kind.NUMBER and walk.link in LINKS and not counted
    if not numbered and kind_at(tokens, at) is not Kind.INDEX:
        return None
    return index_at(tokens, at, family, walk.plan_year)


def _year(walk: Walk) -> Walk | None:
    phrase = year_phrase_at(walk.tokens, walk.at, len(walk.phrases.times))
    if not phrase:
        return None
    bracketed = walk.tokens[walk.at].bracketed
    walk = walk._replace(at=phrase.after)
    if phrase.year and not phrase.edge:
        return with_year(walk, phrase.year)
    if not phrase.edge:
        return walk._replace(phrases=walk.phrases._replace(this_year=True))
    if phrase.edge.value:
        december = Point(Family.BULAN, 12, 12, year=phrase.year.year if phrase.year else None)
        # "Maret akhir tahun" lists no two times.
        walk = walk._replace(worded_outside=walk.worded_outside or walk.link not in RANGES)
        return added(walk, [december], bracketed=bracketed).noted("“akhir tahun” dibaca bulan Desember")
    vague = f"“{phrase.edge.text} tahun” tidak menyebut bulannya"
    walk = walk.vague(vague)
    return walk.problem(vague) if walk.link in RANGES and walk.phrases.times else walk


def _word(walk: Walk) -> Walk:
    """A token that no time starts with: a link, a word that changes what follows, or prose."""
    token = walk.tokens[walk.at]
    return _MEANING.get(token.kind, prose)(walk, token)._replace(at=walk.at + 1)


# --- words: what one of each kind does


def _between(walk: Walk, _token: Token) -> Walk:
    return walk._replace(between=True)


def _typo(walk: Walk, token: Token) -> Walk:
    return walk.problem(f"bulan “{token.text}” tidak dikenal; mungkin {MONTHS[token.value - 1]}")


def _next(walk: Walk, token: Token) -> Walk:
    return walk.problem(f"“{token.text}” tidak menyebut bulannya")


def _edge(walk: Walk, token: Token) -> Walk:
    """`awal Januari – akhir Desember`: a remark that parts nothing."""
    of_year = is_unit(walk.tokens, walk.at + 1, 12) or walk.kind(1) is Kind.YEAR
    return walk if of_year else walk.aside(token)


def _plain(walk: Walk, token: Token) -> Walk:
    """`Januari ke Desember` is a range; `diundur ke Juni` is prose, as any other word."""
    place = walk.at + 1 + is_unit(walk.tokens, walk.at + 1, 1)
    place += kind_at(walk.tokens, place) is Kind.NUMBER
    to_month = kind_at(walk.tokens, place) in {Kind.MONTH, Kind.MONTH_YEAR, Kind.DATE}
    if token.says("ke") and to_month and walk.phrases.times and not walk.worded:
        return linked(walk, token._replace(kind=Kind.TO))
    return prose(walk, token)


def _index(walk: Walk, token: Token) -> Walk:
    """`III/2025`: a month or a triwulan, nobody knows."""
    vague = f"“{token.text}” tidak jelas bulan atau triwulan yang mana"
    walk = walk.vague(vague)
    if token.text.isalpha() and any(is_period(time) for time in walk.phrases.times):
        walk = walk.problem(vague)  # "TW I (laporan) – II": the rest of the list may be meant
    return prose(walk, token)


def _per(walk: Walk, token: Token) -> Walk:
    """`per 31 Maret 2025` says no more than the day."""
    return walk if token.says("per") else prose(walk, token)


def _unit(walk: Walk, token: Token) -> Walk:
    if token.value == 1:  # "bulan Maret"
        return walk
    if token.value and not walk.phrases.vague:
        walk = walk.vague(f"tidak menyebut {UNIT_NAMES[token.value]} yang mana")
    return prose(walk, token)


def _aim(walk: Walk, token: Token) -> Walk:
    return prose(walk._replace(phrases=walk.phrases._replace(aim=True)), token)


def _nothing(walk: Walk, _token: Token) -> Walk:
    """Adds nothing, and is no remark."""
    return walk


def _opening(walk: Walk, token: Token) -> Walk:
    """`mulai` is a remark where it goes with a word (`dari provinsi`), else it opens what follows."""
    after = prose(walk, token) if walk.kind(1) is Kind.WORD else walk
    return after._replace(opening=token)


def _done(walk: Walk, token: Token) -> Walk:
    if walk.link is Kind.TO or (walk.link is Kind.DASH and walk.phrases.times):
        walk = walk.problem(f"tidak menyebut akhirnya, hanya “{token.text}”")
    else:
        walk = walk._replace(phrases=walk.phrases._replace(done=True))
    return prose(walk, token)


def _number(walk: Walk, token: Token) -> Walk:
    """A number beside a word counts something ("2 dokumen"); one for itself makes a time doubtful."""
    every = walk.phrases.every
    if walk.kind(-1) is Kind.DAY and every and every[-1] == Every(1) and 1 <= token.value <= 31:
        # "setiap bulan paling lambat tanggal 10"
        return walk.recurring(*every[:-1], every[-1]._replace(on_day=token.value))
    if {walk.kind(-1), walk.kind(1)} & {Kind.WORD, Kind.TIMES, Kind.UNIT, Kind.ONCE}:
        return prose(walk, token)
    return walk.problem(f"angka {token.text[:12]} tidak jelas maksudnya")


_MEANING: Mapping[Kind, Callable[[Walk, Token], Walk]] = MappingProxyType(
    {
        **dict.fromkeys(LINKS | {Kind.EITHER, Kind.UNCLEAR}, linked),
        **dict.fromkeys((Kind.FILLER, Kind.DAY, Kind.WEEKDAY, Kind.THROUGH, Kind.CURRENT), _nothing),
        Kind.WORD: _plain,
        Kind.BETWEEN: _between,
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
