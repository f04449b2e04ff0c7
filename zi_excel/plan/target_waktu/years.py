"""Puts a year to each time: the one written with it, the one written once for the whole list, else the plan's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from zi_excel.plan.target_waktu.elements import Point, Span, Unreadable, Year
from zi_excel.plan.target_waktu.points import said


class Dated(NamedTuple):
    """The times with their years. year: the one for what recurs. named: whether the text names any."""

    times: tuple[Point | Span, ...]
    year: int
    named: bool
    notes: tuple[str, ...]


def dated(times: Sequence[Point | Span], years: Sequence[Year], plan_year: int) -> Dated:
    """Raises Unreadable where the years written contradict each other."""
    own = {year for time in times for year in _written(time)}
    loose = [time for time in times if not _written(time)]
    free = [year for year in years if not (year.bound and year.year != plan_year and times)]
    bound = [year for year in years if year not in free]
    if bound and loose:
        raise Unreadable(f"menyebut tahun {bound[0].year}, tetapi tidak jelas apakah itu tahun jatuh temponya")
    if not loose and times and any(year.year not in own for year in free):
        strange = next(year.year for year in free if year.year not in own)
        raise Unreadable(f"menyebut {_list(times)} dan juga tahun {strange}")
    if not times and len({year.year for year in free}) > 1:
        raise Unreadable(f"menyebut beberapa tahun: {', '.join(str(year.year) for year in free)}")
    notes: list[str] = []
    placed = tuple(_placed(times, free, plan_year, notes))
    year = free[0].year if free else plan_year
    return Dated(placed, year, bool(own or free), tuple(notes))


def _written(time: Point | Span) -> tuple[int, ...]:
    points = (time.start, time.end) if isinstance(time, Span) else (time,)
    return tuple(point.year for point in points if point.year is not None)


def _placed(
    times: Sequence[Point | Span], years: Sequence[Year], plan_year: int, notes: list[str]
) -> list[Point | Span]:
    """A year stands behind its list; before it only where the text begins with one ("Tahun 2025: Maret, Juni")."""
    before = bool(years) and years[0].place == 0
    marks = [(year.place, year.year) for year in years]
    placed: list[Point | Span] = []
    for at, time in enumerate(times):
        if _written(time):
            year, stands_last = None, True
        elif before:
            year, stands_last = _last([mark for mark in marks if mark[0] <= at]), False
        else:
            year, stands_last = _nearest(times, marks, at)
        fallback = plan_year if year is None else year
        placed.append(_with_year(time, fallback, stands_last and year is not None, notes))
    return placed


def _last(marks: Sequence[tuple[int, int]]) -> int | None:
    return marks[-1][1] if marks else None


def _nearest(times: Sequence[Point | Span], marks: Sequence[tuple[int, int]], at: int) -> tuple[int | None, bool]:
    """The next year to the right, else the last one to the left; and whether it came from the right."""
    here = [(place - 1, year) for place, year in marks]
    written = sorted(here + [(place, years[-1]) for place, time in enumerate(times) if (years := _written(time))])
    after = next((year for place, year in written if place >= at), None)
    if after is not None:
        return after, True
    return (written[-1][1] if written else None), False


def _with_year(time: Point | Span, year: int, stands_last: bool, notes: list[str]) -> Point | Span:
    if isinstance(time, Point):
        return time if time.year is not None else time._replace(year=year)
    start, end = time.start, time.end
    crosses = _place(end) < _place(start)
    if start.year is None and end.year is None:
        start, end = (start, end._replace(year=year)) if stands_last else (start._replace(year=year), end)
    guessed = crosses and start.year is None
    if start.year is None:
        start = start._replace(year=(end.year or 0) - crosses)
    if end.year is None:
        end = end._replace(year=(start.year or 0) + crosses)
    if guessed:
        notes.append(f"bulan akhirnya mendahului bulan awalnya, jadi dibaca {said(start)} – {said(end)}")
    return Span(start, end)


def _place(point: Point) -> tuple[int, int]:
    return point.last_month, point.day or 31


def _list(times: Sequence[Point | Span]) -> str:
    return ", ".join(label(time) for time in times[:4]) + (", …" if len(times) > 4 else "")


def label(time: Point | Span) -> str:
    """A time in words."""
    return f"{said(time.start)} – {said(time.end)}" if isinstance(time, Span) else said(time)
