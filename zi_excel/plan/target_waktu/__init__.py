"""Target waktu: the text of column 6 read to a jadwal (contract, section 4). Pure: text in, jadwal or the reason out.

Text is cut into tokens (tokens.py, with the vocabulary in words.py), one walk finds the times in them (phrases.py, with
points.py, weeks.py, recurring.py, counts.py and years.py; walk.py is its state, and what links or parts two times),
what none of these used up makes the text unreadable (accounting.py), each time gets its year (years.py), and together
they make one jadwal or a contradiction (schedule.py, agreement.py). May import plan.jadwal and the ground floor.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

from zi_excel.clock import DAY_ZERO
from zi_excel.plan.jadwal import Jadwal, Jenis, TargetWaktu, month_end
from zi_excel.plan.target_waktu.elements import Phrases, Unreadable, prose_text, time_text
from zi_excel.plan.target_waktu.phrases import phrases
from zi_excel.plan.target_waktu.schedule import schedule
from zi_excel.plan.target_waktu.tokens import FIRST_YEAR, LAST_YEAR, MOST_CHARACTERS, Token, tokens, years_in_target
from zi_excel.plan.target_waktu.words import MONTH_WORDS, Kind
from zi_excel.wording import long_date, shortened

__all__ = ["MONTH_WORDS", "read_target_waktu", "years_in_target"]

_MOST_OF_WHEN = 8
"""Words that may say when something that has no time of its own is due; more of them are prose from elsewhere."""
_MARKS = frozenset({Kind.DASH, Kind.SEPARATOR, Kind.SLASH, Kind.UNCLEAR})
_FIRST_SERIAL, _LAST_SERIAL = 36526, 73050
"""Excel's numbers of the days from 2000 to 2099: a date whose cell lost its date format."""


def read_target_waktu(content: str | date | float | None, *, year: int, day_shown: bool = True) -> TargetWaktu:
    """What column 6 says, as a jadwal; or, where it can't be read, what was understood of it. Never raises.

    Args:
        content: the cell's value: text, a date (an Excel date), a number, or None where it is blank.
        year: the plan's year, taken where the text names none.
        day_shown: whether a date's number format shows its day; where not (`mmm-yy`), the month is meant.
    """
    if isinstance(content, date):
        return _of_date(content.date() if isinstance(content, datetime) else content, day_shown=day_shown)
    if isinstance(content, int | float):
        return _of_number(content)
    return _of_text(content or "", year)


def _of_date(day: date, *, day_shown: bool) -> TargetWaktu:
    if day_shown:
        return TargetWaktu(Jadwal(Jenis.TANGGAL, day, day, (day,)))
    last = month_end(day.year, day.month)
    return TargetWaktu(Jadwal(Jenis.BULAN, day.replace(day=1), last, (last,)))


def _of_number(number: float) -> TargetWaktu:
    if isinstance(number, bool):
        return _unreadable("berisi TRUE atau FALSE, bukan waktu", named=False)
    if FIRST_YEAR <= number <= LAST_YEAR and number == int(number):
        return _of_text(str(int(number)), int(number))
    shown = f"{number:g}".replace(".", ",")
    if _FIRST_SERIAL <= number <= _LAST_SERIAL:
        day = DAY_ZERO + timedelta(int(number))
        return _unreadable(
            f"berisi angka {number:.0f}; kalau maksudnya {long_date(day)}, beri sel itu format tanggal", named=False
        )
    return _unreadable(f"berisi angka {shown}, bukan waktu", named=False)


@lru_cache(maxsize=4096)  # a matrix says the same few times again and again
def _of_text(text: str, year: int) -> TargetWaktu:
    if len(text) > MOST_CHARACTERS:
        return _unreadable("terlalu panjang untuk sebuah waktu", named=False)
    cut = tokens(text)
    named = any(token.kind in {Kind.YEAR, Kind.DATE, Kind.MONTH_YEAR} for token in cut)
    if all(token.kind in _MARKS or token.text == "?" for token in cut):
        return _unreadable(f"hanya berisi “{' '.join(text.split())[:20]}”" if text.strip() else "kosong", named=False)
    try:
        read = phrases(cut, year)
        if (problem := _as_realisasi(read, cut)) is not None:
            return TargetWaktu(None, problem, names_year=named, overwritten=True)
        scheduled = schedule(read, year)
    except Unreadable as reason:
        return _unreadable(str(reason), named=named)
    notes = list(dict.fromkeys(scheduled.notes))
    whenever = scheduled.jadwal.jenis is Jenis.SEWAKTU  # "jika ada pengaduan masyarakat": the words say when
    if len(scheduled.prose) > (_MOST_OF_WHEN if whenever else 0):
        prose = prose_text(scheduled.prose)
        notes.append(f"ada kata lain di sekitar waktunya: “{shortened(prose, 60, '')}”")
    return TargetWaktu(
        scheduled.jadwal, notes=tuple(notes), names_year=scheduled.names_year, in_order=scheduled.in_order
    )


def _as_realisasi(read: Phrases, cut: tuple[Token, ...]) -> str | None:
    """What is wrong with `Tercapai 4 Januari 2021`: it tells what was done, not what is due. None: it does not."""
    percent = any(token.kind is Kind.PERCENT for token in cut)
    if not ((read.done and not read.aim) or (percent and not read.times and not read.every)):
        return None
    times = ", ".join(time_text(time) for time in read.times[:4])
    understood = f"; yang terbaca: {times}" if times else ""
    return f"tampaknya realisasi yang tertulis di kolom target{understood}"


def _unreadable(problem: str, *, named: bool) -> TargetWaktu:
    return TargetWaktu(None, problem, names_year=named)
