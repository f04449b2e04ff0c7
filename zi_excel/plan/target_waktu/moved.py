"""A target waktu moved to another year: only its own years change, and the parser proves that its days moved with them.

`Maret 2025` of a plan of 2025 becomes `Maret 2026`; the year of `LAKIP 2024` beside it stays. What is not read as the
same days of the other year is left as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from zi_excel.plan.document_numbers import document_numbers
from zi_excel.plan.jadwal import Jadwal, Jenis, TargetWaktu
from zi_excel.plan.patterns import pattern
from zi_excel.plan.target_waktu import read_target_waktu
from zi_excel.plan.target_waktu.tokens import FIRST_YEAR, LAST_YEAR
from zi_excel.plan.target_waktu.words import MONTH_WORDS, Kind, meanings
from zi_excel.wording import MONTHS, long_date

_WHOLE = pattern(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
_NAMES = "|".join(sorted(MONTH_WORDS, key=len, reverse=True))
_SHORT = pattern(
    rf"(?:(?<!\d)\d{{1,2}}\s?([-/.])\s?\d{{1,2}}\s?\1\s?|\b(?:{_NAMES})\b\.?\s?[-–/'’‘`]?\s?|['’‘`]\s?)(\d\d)(?![\d/])",
    re.IGNORECASE,
)
"""The year of `31/03/25`, `Mar-25`, `Maret 25`, `'25`."""
_WORD = pattern(r"(?<![^\W\d_])([^\W\d_]{2,})\s*(?:\b(?:tahun|thn|th|ta)\b\s*[.:]?\s*)?$", re.IGNORECASE)
"""The word before a year, `tahun` between them passed over."""
_MOST_YEARS, _LONGEST = 14, 1000
"""Years in a target, which are tried one by one, and characters of it; what has more is prose."""
_LEAP_DAY = (2, 29)


class MovedTarget(NamedTuple):
    """A target's text for another year.

    text: what is to be written; the old text where it had to stay. why: what moved, or why it stayed; "": it says the
    same in any year. moved: whether it is another text. stays: the years in it that are no part of its time.
    """

    text: str
    why: str = ""
    moved: bool = False
    stays: tuple[str, ...] = ()


def move_target(
    text: str, target: TargetWaktu, *, year: int, by: int, value: date | None = None, day_shown: bool = True
) -> MovedTarget:
    """A target of a plan's year as a later plan has it.

    Args:
        text: what its cell shows.
        target: what it was read to.
        year: the plan's.
        by: how many years later the other plan is.
        value: the day, where the cell holds an Excel date.
        day_shown: whether that date's format shows its day.
    """
    if target.jadwal is None:
        return MovedTarget(text, f"Target tidak terbaca: {target.problem}.") if text.strip() else MovedTarget(text)
    if len(text) > _LONGEST or len(_WHOLE.findall(text)) > _MOST_YEARS:
        return MovedTarget(text, "Terlalu panjang untuk sebuah target.")
    written = _written(value, by, day_shown=day_shown) if value is not None else None
    own, others = _own_years(text, year)
    stays = tuple(text[start:end] for start, end in others)
    for spots in dict.fromkeys((own + _short_years(text), own)):
        moved = _with_years(text, spots, by)
        if moved is not None and moved != text and _says(moved, target, year=year, by=by):
            return MovedTarget(moved, "Tahun target.", moved=True, stays=stays)
    if written is not None and _says(written, target, year=year, by=by):
        return MovedTarget(written, "Tanggal Excel, ditulis sebagai teks.", moved=True)
    if _says(text, target, year=year, by=by):
        return MovedTarget(text, stays=stays)
    return MovedTarget(text, _why(text, target, own, year=year, by=by))


def is_moved(old: Jadwal | None, new: Jadwal | None, by: int) -> bool:
    """Whether one jadwal is the other one so many years later; the end of February stays its end."""
    if old is None or new is None:
        return old is new
    if old.jenis is not new.jenis or len(old.tonggak) != len(new.tonggak):
        return False
    before, after = (old.first, old.last, *old.tonggak), (new.first, new.last, *new.tonggak)
    return all(_is_same_day(one, other, by) for one, other in zip(before, after, strict=True))


def _is_same_day(one: date, other: date, by: int) -> bool:
    if other.year - one.year != by:
        return False
    return (one.month, one.day) == (other.month, other.day) or (_ends_february(one) and _ends_february(other))


def _ends_february(day: date) -> bool:
    return day.month == 2 and day.day + 1 > (29 if _is_leap(day.year) else 28)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _says(text: str, target: TargetWaktu, *, year: int, by: int) -> bool:
    again = read_target_waktu(text, year=year + by)
    return is_moved(target.jadwal, again.jadwal, by)


def _own_years(text: str, year: int) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    """Where the years of the target's time stand, and where the others do.

    A year is the time's where the text with another year in its place says something else. One inside the number of a
    law or a letter never is, nor one behind a thing that may bear it.
    """
    spots = [match.span() for match in _WHOLE.finditer(text)]
    numbers = list(document_numbers(text))
    present = {int(text[start:end]) for start, end in spots} | {year}
    strange = next(each for each in range(2151, LAST_YEAR) if each not in present)
    read = read_target_waktu(text, year=year)
    own = []
    for start, end in spots:
        numbered = any(first <= start < last for first, last in numbers) or _named_before(text[:start])
        other = read_target_waktu(f"{text[:start]}{strange}{text[end:]}", year=year)
        if other.jadwal != read.jadwal and not numbered:
            own.append((start, end))
    return tuple(own), tuple(spot for spot in spots if spot not in own)


def _named_before(before: str) -> bool:
    """Whether the word before a year is none of time's, so that the year may be that thing's: `LAKIP 2025`."""
    word = _WORD.search(before)
    return word is not None and meanings(word[1].lower())[0][0] is Kind.WORD


def _short_years(text: str) -> tuple[tuple[int, int], ...]:
    """Where a year may stand with two digits; the parser has the last word on each."""
    return tuple(match.span(2) for match in _SHORT.finditer(text))


def _with_years(text: str, spots: Sequence[tuple[int, int]], by: int) -> str | None:
    """The text with these years moved; None where one would be none any more."""
    done = text
    for start, end in sorted(spots, reverse=True):
        number = int(text[start:end]) + by
        if number > 99 if end - start == 2 else not FIRST_YEAR <= number <= LAST_YEAR:
            return None
        done = f"{done[:start]}{number:0{end - start}}{done[end:]}"
    return done


def _written(day: date, by: int, *, day_shown: bool) -> str | None:
    """A day so many years later in words; None where there is none."""
    if not day_shown:
        return f"{MONTHS[day.month - 1]} {day.year + by}"
    try:
        return long_date(day.replace(year=day.year + by))
    except ValueError:  # 29 February
        return None


def _why(text: str, target: TargetWaktu, own: Sequence[tuple[int, int]], *, year: int, by: int) -> str:
    """Why a target stays as it is."""
    jadwal = target.jadwal
    later = year + by
    if jadwal is not None and any((day.month, day.day) == _LEAP_DAY for day in _days(jadwal)):
        moved_day = next(day for day in _days(jadwal) if (day.month, day.day) == _LEAP_DAY)
        if not _is_leap(moved_day.year + by):
            return f"29 Februari tidak ada di tahun {moved_day.year + by}; tentukan tanggalnya."
    again = read_target_waktu(_with_years(text, own, by) or text, year=later)
    if again.jadwal is None:
        return f"Di tahun {later} tidak terbaca: {again.problem}."
    return f"Di tahun {later} jatuh pada hari yang lain daripada di tahun {year}."


def _days(jadwal: Jadwal) -> Iterator[date]:
    yield from (jadwal.first, jadwal.last) if jadwal.jenis is Jenis.SEWAKTU else (jadwal.first, *jadwal.tonggak)
