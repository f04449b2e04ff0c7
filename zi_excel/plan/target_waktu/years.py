"""Years: those that stand in a text, and the one that each of its times gets.

That is the year written with it, the one written once for the whole list, else the plan's.
"""

from collections.abc import Sequence
from typing import NamedTuple

from zi_excel.plan.target_waktu.elements import (
    Family,
    Point,
    Span,
    Time,
    Unreadable,
    Year,
    point_text,
    times_text,
)
from zi_excel.plan.target_waktu.tokens import Token, is_unit, kind_at
from zi_excel.plan.target_waktu.words import Kind

NEAR_YEARS, NEAR_YEARS_DASHED = 1, 5
"""How far a two-digit year may lie from the plan's year: "Maret 25", and "Mar-25" as Excel shows it.

One that lies farther may be anything: "Mar-31" is rather a day.
"""


class WrittenYear(NamedTuple):
    """The year beside a month or a period (None: there is none), the place after it, and remarks on it."""

    year: int | None
    after: int
    notes: tuple[str, ...] = ()


class YearPhrase(NamedTuple):
    """A year that stands for itself, and the place after it.

    year None: the plan's ("sepanjang tahun"). edge: "akhir" or "awal" before it.
    """

    year: Year | None
    edge: Token | None
    after: int


def year_at(tokens: Sequence[Token], at: int, plan_year: int) -> WrittenYear:
    """The year that is written with a month or a period that ends before `at`."""
    after = at
    while is_unit(tokens, after, 12) or kind_at(tokens, after) is Kind.FILLER:
        after += 1
    # In "Tahun 2024: Desember. Tahun 2025: Maret" a year leads its list.
    leading = is_unit(tokens, 0, 12) and is_unit(tokens, at, 12) and after + 1 < len(tokens)
    if kind_at(tokens, after) is Kind.YEAR and not leading:
        return WrittenYear(tokens[after].value, after + 1)
    dashed = kind_at(tokens, at) is Kind.DASH
    place = at + 1 if dashed else max(at, after)
    if dashed and kind_at(tokens, place) is Kind.YEAR and kind_at(tokens, place + 1) not in {Kind.DASH, Kind.TO}:
        return WrittenYear(tokens[place].value, place + 1)
    short = kind_at(tokens, place) is Kind.NUMBER and len(tokens[place].text) == 2 and tokens[place].text.isdecimal()
    following = kind_at(tokens, place + 1)
    # "Maret 25 April" goes on with a day, "Maret 25 - 28" with anything.
    linked = following in {Kind.DASH, Kind.TO} and kind_at(tokens, place + 2) is Kind.NUMBER
    if not short or linked or following in {Kind.MONTH, Kind.TIMES, Kind.UNIT}:
        return WrittenYear(None, at)
    year = 2000 + tokens[place].value
    # "Jan-25 laporan" names the year, "Maret 25 dokumen" does not.
    counted = following is Kind.WORD and not (dashed and year == plan_year)
    if counted or abs(year - plan_year) > (NEAR_YEARS_DASHED if dashed else NEAR_YEARS):
        return WrittenYear(None, at)
    notes = () if dashed else (f"tahun “{tokens[place].text}” dibaca {year}",)
    return WrittenYear(year, place + 1, notes)


def year_phrase_at(tokens: Sequence[Token], at: int, place: int) -> YearPhrase | None:
    """The year that starts at a place: "tahun 2025", "sepanjang tahun", "akhir tahun", "2025"; None where none does.

    Args:
        tokens: those of the text.
        at: where it may start.
        place: how many times stand before it.
    """
    after = at
    while is_unit(tokens, after, 12) or kind_at(tokens, after) in {Kind.THROUGH, Kind.FILLER} or _is_one(tokens, after):
        after += 1
    lead = tokens[at:after]
    spelled = any(token.kind is Kind.UNIT for token in lead)
    one = kind_at(tokens, after) is Kind.ONE_UNIT and tokens[after].value == 12
    edge = (
        tokens[at - 1]
        if (spelled or kind_at(tokens, after) is Kind.YEAR) and kind_at(tokens, at - 1) is Kind.EDGE
        else None
    )
    year = None
    if kind_at(tokens, after) is Kind.YEAR:
        year = Year(tokens[after].value, place, bound=kind_at(tokens, at - 1) is Kind.WORD, announced=bool(lead))
    through = any(token.kind is Kind.THROUGH for token in lead)
    current = kind_at(tokens, after + one) is Kind.CURRENT
    alone = one and at == 0 and len(tokens) == 1  # "Setahun"
    if not (year or edge or alone or ((spelled or one) and (through or current))):
        return None
    after += bool(year) or one
    return YearPhrase(year, edge, after + (kind_at(tokens, after) is Kind.CURRENT))


def _is_one(tokens: Sequence[Token], at: int) -> bool:
    """The number of `selama 1 tahun`."""
    return (
        kind_at(tokens, at - 1) is Kind.THROUGH
        and kind_at(tokens, at) is Kind.NUMBER
        and tokens[at].value == 1
        and is_unit(tokens, at + 1, 12)
    )


# --- which time gets which


class Dated(NamedTuple):
    """The times, each with its year. year: the one for what recurs. named: whether the text names any."""

    times: tuple[Time, ...]
    year: int
    named: bool
    notes: tuple[str, ...]


def dated(times: Sequence[Time], years: Sequence[Year], plan_year: int, *, recurs: bool = False) -> Dated:
    """Each year is that of a time, or the text is unreadable. recurs: whether something recurs beside the times.

    Raises Unreadable where the years that are written contradict each other.
    """
    own = {year for time in times for year in _written(time)}
    undated = [time for time in times if not _written(time)]
    free = [year for year in years if not (year.bound and year.year != plan_year and (times or recurs))]
    bound = [year for year in years if year not in free]
    if bound and (undated or not times):
        raise Unreadable(f"menyebut tahun {bound[0].year}, tetapi tidak jelas apakah itu tahun jatuh temponya")
    if not undated and times and any(year.year not in own for year in free):
        strange = next(year.year for year in free if year.year not in own)
        raise Unreadable(f"menyebut {times_text(times)} dan juga tahun {strange}")
    if not times and len({year.year for year in free}) > 1:
        raise Unreadable(f"menyebut beberapa tahun: {', '.join(str(year.year) for year in free)}")
    placed = [_placed(times, at, free, plan_year) for at in range(len(times))]
    used = {year for time, _ in placed for year in _written(time)}
    unused = [year.year for year in free if times and year.year not in used]
    if unused:
        raise Unreadable(f"menyebut {times_text([time for time, _ in placed])} dan juga tahun {unused[0]}")
    return Dated(
        tuple(time for time, _ in placed),
        free[0].year if free else plan_year,
        bool(own or free),
        tuple(note for _, notes in placed for note in notes),
    )


def _written(time: Time) -> tuple[int, ...]:
    points = (time.start, time.end) if isinstance(time, Span) else (time,)
    return tuple(point.year for point in points if point.year is not None)


def _placed(times: Sequence[Time], at: int, years: Sequence[Year], plan_year: int) -> tuple[Time, tuple[str, ...]]:
    """One of the times with its year, and remarks on it.

    A year stands behind its list; before it only where the text begins with one ("Tahun 2025: Maret, Juni").
    """
    year: int | None = None
    stands_last = False
    if not _written(times[at]):
        if years and years[0].place == 0:
            year = next((each.year for each in reversed(years) if each.place <= at), None)
        else:
            year, stands_last = _nearest(times, years, at)
    return _with_year(times[at], plan_year if year is None else year, stands_last=stands_last)


def _nearest(times: Sequence[Time], years: Sequence[Year], at: int) -> tuple[int | None, bool]:
    """The next year to the right, else the last one to the left; and whether it came from the right."""
    alone = [(year.place - 1, year.year) for year in years]
    written = sorted(alone + [(place, own[-1]) for place, time in enumerate(times) if (own := _written(time))])
    after = next((year for place, year in written if place >= at), None)
    if after is not None:
        return after, True
    return (written[-1][1] if written else None), False


def _with_year(time: Time, year: int, *, stands_last: bool) -> tuple[Time, tuple[str, ...]]:
    """stands_last: whether the year is that of a range's end."""
    if isinstance(time, Point):
        return (time if time.year is not None else time._replace(year=year)), ()
    start, end = time.start, time.end
    crosses = _place(end) < _place(start)
    if start.year is None and end.year is None:
        start, end = (start, end._replace(year=year)) if stands_last else (start._replace(year=year), end)
    guessed = crosses and start.year is None
    if start.year is None:
        start = start._replace(year=(end.year or 0) - crosses)
    if end.year is None:
        end = end._replace(year=(start.year or 0) + crosses)
    if not guessed:
        return Span(start, end), ()
    note = f"bulan akhirnya mendahului bulan awalnya, jadi dibaca {point_text(start)} – {point_text(end)}"
    return Span(start, end), (note,)


def _place(point: Point) -> tuple[int, int]:
    """Where in its year a point ends."""
    week_end = point.number * 7 if point.family is Family.MINGGU and point.number < 4 else 31
    return point.last_month, point.day or week_end
