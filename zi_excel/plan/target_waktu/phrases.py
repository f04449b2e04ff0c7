"""From tokens to times: one walk from left to right over the tokens of a target waktu.

Each step reads what starts at the next token (a time, what recurs, a year, else a word) and returns the state after it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from zi_excel.plan.target_waktu.accounting import BEARING
from zi_excel.plan.target_waktu.elements import Family, Phrases, Point, Span
from zi_excel.plan.target_waktu.points import (
    LINKS,
    PERIODS,
    Points,
    index_at,
    is_counted,
    is_period,
    points_at,
)
from zi_excel.plan.target_waktu.recurring import every_at, whenever_at
from zi_excel.plan.target_waktu.steps import always, count, day_of_month, thing, week, weekday
from zi_excel.plan.target_waktu.tokens import Token, is_unit, kind_at
from zi_excel.plan.target_waktu.walk import RANGES, Walk, added, after_dash, ended, linked, prose, with_year
from zi_excel.plan.target_waktu.weeks import weekdays_at, weeks_at
from zi_excel.plan.target_waktu.words import UNIT_NAMES, Kind
from zi_excel.plan.target_waktu.years import year_phrase_at
from zi_excel.wording import MONTHS


def phrases(tokens: Sequence[Token], plan_year: int) -> Phrases:
    """What a text says. Raises Unreadable where a day or a period doesn't exist."""
    walk = Walk(tokens, plan_year)
    while walk.at < len(tokens):
        if tokens[walk.at].breaks:
            walk = walk._replace(parted=True)
        walk = next(after for step in _STEPS if (after := step(walk)) is not None)
    return ended(walk).phrases


# --- steps: each returns the state after what starts here, or None where nothing of its kind does


def _whenever(walk: Walk) -> Walk | None:
    after = whenever_at(walk.tokens, walk.at)
    if after is None:
        return None
    return after_dash(walk)._replace(phrases=walk.phrases._replace(whenever=True), at=after)


def _every(walk: Walk) -> Walk | None:
    recurring = every_at(walk.tokens, walk.at)
    if not recurring:
        return None
    every, after = recurring
    before = after_dash(walk)
    if every.described:
        before = before.grouped(walk.tokens[walk.at])
    return before.recurring(*before.phrases.every, every)._replace(at=after)


def _time(walk: Walk) -> Walk | None:
    numeral = walk.kind() in {Kind.INDEX, Kind.MONTH_YEAR}  # "TW I – 4/2025": no month
    points = (numeral and _numbered_again(walk)) or points_at(walk.tokens, walk.at, walk.plan_year)
    points = points or _numbered_again(walk)
    if not points:
        return None
    token = walk.tokens[walk.at]
    bracketed = token.bracketed
    if (
        walk.kind(-1) is Kind.MONTH
        and token.kind in {Kind.DATE, Kind.MONTH_YEAR}
        and not bracketed
        and not token.breaks
    ):
        walk = walk.problem(f"“{walk.tokens[walk.at - 1].text} {token.text}” tidak jelas maksudnya")
    return added(walk._replace(at=points.after).noted(*points.notes), points.times, bracketed=bracketed)


def _numbered_again(walk: Walk) -> Points | None:
    """`TW I, II dan III`, `bulan 3 s.d. 6/2025`: the word stands once."""
    last = walk.last_time()
    family = (last.end if isinstance(last, Span) else last).family if last else None
    by_number = family is Family.BULAN and isinstance(last, Point) and last.number
    if not (family in PERIODS or by_number) or not family or (walk.worded and walk.link not in LINKS):
        return None
    tokens, at = walk.tokens, walk.at + (walk.kind() is Kind.WORD and walk.tokens[walk.at].says("ke"))
    of_year = is_unit(tokens, at + 1, 12)
    counted = is_counted(tokens, at) and not of_year
    linking = walk.link in LINKS or tokens[walk.at].breaks
    numbered = kind_at(tokens, at) is Kind.NUMBER and linking and not counted
    dated = kind_at(tokens, at) is Kind.MONTH_YEAR and walk.link in LINKS and not tokens[at].bracketed
    if not numbered and not dated and kind_at(tokens, at) is not Kind.INDEX:
        return None
    return index_at(tokens, at, family, walk.plan_year)


def _year(walk: Walk) -> Walk | None:
    phrase = year_phrase_at(walk.tokens, walk.at, len(walk.phrases.times))
    if not phrase or (not phrase.year and not phrase.edge and _lasts_a_year(walk, phrase.after)):
        return None
    bracketed = walk.tokens[walk.at].bracketed
    words = walk.tokens[walk.at : phrase.after]
    walk = walk._replace(at=phrase.after)
    if phrase.year and not phrase.edge:
        if phrase.year.bound and not phrase.year.announced and phrase.year.year != walk.plan_year:
            walk = walk.grouped(*words)  # "LAKIP 2024"
        return with_year(walk, phrase.year)
    if not phrase.edge:
        whole = any(token.kind in {Kind.THROUGH, Kind.ONE_UNIT} for token in words)
        throughout = " ".join(token.text for token in words) if whole else walk.phrases.throughout
        return walk._replace(phrases=walk.phrases._replace(this_year=True, throughout=throughout))
    if phrase.edge.value:
        december = Point(Family.BULAN, 12, 12, year=phrase.year.year if phrase.year else None)
        # "Maret akhir tahun" lists no two times.
        walk = walk._replace(worded_outside=walk.worded_outside or walk.link not in RANGES)
        return added(walk, [december], bracketed=bracketed).noted("“akhir tahun” dibaca bulan Desember")
    vague = f"“{phrase.edge.text} tahun” tidak menyebut bulannya"
    walk = walk.vague(vague)
    begins = walk.kind() in RANGES
    return walk.problem(vague) if begins or (walk.link in RANGES and walk.phrases.times) else walk


def _lasts_a_year(walk: Walk, after: int) -> bool:
    """`Juli 2025 selama setahun`, `selama 1 tahun`: how long it takes, not which year."""
    start, counted = walk.last_time(), walk.tokens[after - 1]
    begins = isinstance(start, Point) and start.family in {Family.TANGGAL, Family.BULAN} and not walk.worded
    spelled = counted.kind is Kind.ONE_UNIT or kind_at(walk.tokens, after - 2) is Kind.NUMBER
    return begins and spelled and walk.kind() is Kind.THROUGH


def _word(walk: Walk) -> Walk:
    """A token that no time starts with: a link, a word that changes what follows, prose, or left over."""
    token = walk.tokens[walk.at]
    after = _MEANING.get(token.kind, prose)(walk, token)._replace(at=walk.at + 1)
    if token.kind not in BEARING or (token.kind is Kind.UNIT and _leads(walk, token)):
        return after
    return after.left(token)


def _leads(walk: Walk, unit: Token) -> bool:
    """Whether a unit only says what follows is: "bulan Maret", "hari Senin"."""
    if unit.days == 1:
        return weekdays_at(walk.tokens, walk.at + 1) is not None
    place = walk.at + 1
    while kind_at(walk.tokens, place) in {Kind.SEPARATOR, Kind.DASH, Kind.FILLER, Kind.EDGE}:
        place += 1
    if unit.value != 1 or place >= len(walk.tokens):
        return False
    return points_at(walk.tokens, place, walk.plan_year) is not None or weeks_at(walk.tokens, place, 0) is not None


# --- words: what one of each kind does


def _between(walk: Walk, _token: Token) -> Walk:
    return walk._replace(between=True)


def _typo(walk: Walk, token: Token) -> Walk:
    return walk.problem(f"bulan “{token.text}” tidak dikenal; mungkin {MONTHS[token.value - 1]}")


def _glued(walk: Walk, token: Token) -> Walk:
    return walk.problem(f"“{token.text}” adalah beberapa kata yang tersambung; pisahkan dengan koma atau “s.d.”")


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
    if not (token.says("ke") and to_month and walk.phrases.times):
        return prose(walk, token)
    # "Januari laporan ke Maret": nobody knows what begins there
    return prose(walk, token)._replace(link=Kind.UNCLEAR) if walk.worded else linked(walk, token._replace(kind=Kind.TO))


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
    if _leads(walk, token):  # "bulan Maret"
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


_MEANING: Mapping[Kind, Callable[[Walk, Token], Walk]] = MappingProxyType(
    {
        **dict.fromkeys(LINKS | {Kind.EITHER, Kind.UNCLEAR}, linked),
        **dict.fromkeys((Kind.FILLER, Kind.DAY, Kind.THROUGH, Kind.CURRENT), _nothing),
        Kind.WORD: _plain,
        Kind.BETWEEN: _between,
        Kind.START: _opening,
        Kind.BEFORE: _opening,
        Kind.TYPO: _typo,
        Kind.GLUED: _glued,
        Kind.NEXT: _next,
        Kind.EDGE: _edge,
        Kind.INDEX: _index,
        Kind.EVERY: _per,
        Kind.DONE: _done,
        Kind.UNIT: _unit,
        Kind.AIM: _aim,
    }
)

_STEPS: tuple[Callable[[Walk], Walk | None], ...] = (
    _whenever,
    always,
    _every,
    weekday,
    week,
    day_of_month,
    _time,
    _year,
    count,
    thing,
    _word,
)
"""What a place is tried for, in this order; the last one takes whatever stands there."""
