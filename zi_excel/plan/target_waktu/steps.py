"""Steps of the walk beside times and years: days of a week, weeks of a month, what recurs, numbers that count.

Each returns the state after what starts at the next token, or None where nothing of its kind does.
"""

from __future__ import annotations

from zi_excel.plan.target_waktu.counts import count_at, counted_thing_at
from zi_excel.plan.target_waktu.elements import Every, Family, Point, Span
from zi_excel.plan.target_waktu.points import LINKS, is_counted, is_period, linked_points
from zi_excel.plan.target_waktu.recurring import always_at
from zi_excel.plan.target_waktu.tokens import kind_at
from zi_excel.plan.target_waktu.walk import Walk, added, after_dash, prose
from zi_excel.plan.target_waktu.weeks import Weeks, date_after, weekdays_at, weeks_at
from zi_excel.plan.target_waktu.words import Kind


def weekday(walk: Walk) -> Walk | None:
    """`Senin, 31 Maret`, `31 Maret (Senin)`: the day's; `Senin dan Kamis` without a day: every week."""
    weekdays = weekdays_at(walk.tokens, walk.at)
    if not weekdays:
        return None
    date, times = date_after(walk.tokens, weekdays.after), walk.phrases.times
    last = walk.last_time()
    of_last = last is not None and (last.end if isinstance(last, Span) else last).day and not walk.worded
    if date is None and not of_last and times:  # "Maret 2025 Senin"
        return walk.left(walk.tokens[weekdays.after - 1])._replace(at=weekdays.after)
    if date is None and not of_last:
        others = [every for every in walk.phrases.every if every != Every(0, 7)]  # "setiap minggu pada hari Senin"
        weekly = Every(0, 7, weekdays=weekdays.days)
        return after_dash(walk).recurring(*others, weekly)._replace(at=weekdays.after)
    place = len(times) if date is not None else len(times) - 1
    beside = (*walk.phrases.weekdays, (weekdays.days, place))
    return walk._replace(phrases=walk.phrases._replace(weekdays=beside), at=weekdays.after if date is None else date)


def week(walk: Walk) -> Walk | None:
    """`minggu II Maret`; `Maret minggu II`, `Maret (minggu II)`: the month that was read is that week of it."""
    weeks = weeks_at(walk.tokens, walk.at, walk.plan_year)
    if not weeks:
        return None
    last, token = walk.last_time(), walk.tokens[walk.at]
    of_last = isinstance(last, Point) and last.family is Family.BULAN and not walk.worded
    if weeks.month is None or (of_last and walk.link is None and not token.breaks):
        words = " ".join(each.text for each in walk.tokens[walk.at : weeks.numbered])
        if weeks.month is not None:
            return walk.problem(f"“{words}” tidak jelas minggu dari bulan yang mana")._replace(at=weeks.numbered)
        if not of_last or not isinstance(last, Point):
            return walk.problem(f"“{words}” tidak menyebut bulannya")._replace(at=weeks.numbered)
        times = (*walk.phrases.times[:-1], *_points(weeks, last.first_month, last.year))
        return walk._replace(phrases=walk.phrases._replace(times=times), at=weeks.numbered, link=None)
    times = _points(weeks, weeks.month, weeks.year)
    return added(walk._replace(at=weeks.after).noted(*weeks.notes), times, bracketed=token.bracketed)


def _points(weeks: Weeks, month: int, year: int | None) -> tuple[Point | Span, ...]:
    return linked_points(weeks.points(month, year), weeks.ranged)


def always(walk: Walk) -> Walk | None:
    """`berkelanjutan`, `terus menerus`, `sepanjang waktu`: the whole year, where nothing else is said."""
    after = always_at(walk.tokens, walk.at)
    if after is None:
        return None
    words = tuple(walk.tokens[walk.at : after])
    walk = prose(walk, words[0]).grouped(*words[1:])
    return walk._replace(phrases=walk.phrases._replace(always=words), at=after)


def count(walk: Walk) -> Walk | None:
    """`6 bulan (Januari – Juni)`, `1 Januari 2025 selama 3 bulan`; `1 (Maret 2025)` counts no time."""
    token, times = walk.tokens[walk.at], walk.phrases.times
    found = count_at(walk.tokens, walk.at)
    if found:
        count, after = found
        follows = times and not walk.worded and walk.link in {None, Kind.SEPARATOR}
        ends = all(token.kind in {Kind.CURRENT, Kind.SEPARATOR} for token in walk.tokens[after:])
        last = walk.last_time()
        # "31 Desember 2025 (1 tahun)" may end it
        ended = token.bracketed and walk.kind(-1) is not Kind.THROUGH and isinstance(last, Point) and last.day
        count = count._replace(lasts=bool(follows and ends and not ended))
        walk = walk._replace(link=None) if follows else walk
        return walk._replace(phrases=walk.phrases._replace(counts=(*walk.phrases.counts, count)), at=after)
    opens = token.kind is Kind.NUMBER and not token.bracketed and walk.at + 1 < len(walk.tokens)
    if opens and walk.tokens[walk.at + 1].bracketed and not times and walk.link is None and not _listed(walk):
        return prose(walk, token)._replace(at=walk.at + 1)
    return None


def _listed(walk: Walk) -> bool:
    """Whether a number may be a day that goes on behind the bracket: `11 (draf), 13 Maret`."""
    after = walk.at + 1
    while after < len(walk.tokens) and walk.tokens[after].bracketed:
        after += 1
    return kind_at(walk.tokens, after) in LINKS


def thing(walk: Walk) -> Walk | None:
    """`2 dokumen`, `rapat ke-2`, `2 kali`: no time, but one thing."""
    periods = any(is_period(time) for time in walk.phrases.times)
    after = counted_thing_at(walk.tokens, walk.at, walk.plan_year, periods=periods)
    if after is None:
        return None
    first, *rest = walk.tokens[walk.at : after]
    return prose(walk, first).grouped(*rest)._replace(at=after)


def day_of_month(walk: Walk) -> Walk | None:
    """`setiap bulan paling lambat tanggal 10`."""
    every, token = walk.phrases.every, walk.tokens[walk.at]
    if walk.kind(-1) is not Kind.DAY or token.kind is not Kind.NUMBER or not every or every[-1] != Every(1):
        return None
    if not 1 <= token.value <= 31 or is_counted(walk.tokens, walk.at):
        return None
    return walk.recurring(*every[:-1], every[-1]._replace(on_days=(token.value,)))._replace(at=walk.at + 1)
