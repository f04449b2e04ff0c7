"""Columns that a header parts by time: REALISASI over TW I..IV, TARGET WAKTU over the months."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, product

from zi_excel.plan.columns import Field, Part
from zi_excel.plan.jadwal import Jenis
from zi_excel.plan.numbering import ROMAN
from zi_excel.plan.patterns import pattern
from zi_excel.plan.target_waktu import read_target_waktu
from zi_excel.wording import MONTHS

PARTED = (Field.REALISASI, Field.TARGET_WAKTU)
"""The columns that may be parted."""
_LONGEST = 40
_UNITS = pattern(
    r"(?:per\s*)?(?:triwulan|tw|bulan(?:\s*/\s*tahun)?|semester|tahun|tanggal)?(?:\s*(?:ke|20\d\d))?"
    r"|%|persen|dd/mm/yy(?:yy)?|rp",
    re.IGNORECASE,
)
_UNIT_LAST = pattern(
    r"(.+?)[\s(:,-]+(?:per\s*|tiap\s*)?(?:triwulan|tw|bulan|semester)(?:\s*ke-?)?\)?", re.IGNORECASE | re.DOTALL
)
_QUARTERS = ROMAN[:4], ("1", "2", "3", "4")
_INITIALS = tuple(month[0] for month in MONTHS)
_NUMBERS = tuple(str(number) for number in range(1, 13))
_SPANS = tuple(
    product(("mulai", "awal", "dari", "start"), ("selesai", "akhir", "sampai", "s.d", "s/d", "berakhir", "end"))
)
_WIDEST = 62
"""Columns of twelve months by five weeks, and two to spare."""
_WEEK = pattern(r"(?:m(?:inggu)?\s*)?(?:[1-5]|I{1,3}|IV|V)", re.IGNORECASE)
_UP_TO = pattern(r"^(?:s\.?/?d\.?|sampai dengan|sampai|hingga)\s+", re.IGNORECASE)
_LAST_WORDS = pattern(
    r"(?P<rest>.*?)[\s(:,-]*"
    r"(?P<time>(?:(?:s\.?/?d\.?|sampai dengan|sampai|hingga)\s+)?(?:tw|triwulan|tri\s?wulan|semester|smt|bulan)\b.*"
    r"|b\d\d|[^\W\d_]+)\)?",
    re.IGNORECASE | re.DOTALL,
)
_FIRST_WORDS = pattern(
    r"(?P<time>(?:tw|triwulan|semester|smt)\.?\s*(?:[IV]{1,3}|\d)|b\d\d|[^\W\d_]+)\s+(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)


def time_of(text: str) -> str | None:
    """The time that a header's text says and nothing else (`TW I`, `Triwulan 2`, `Mar`, `B06`), as it is written."""
    time = " ".join(text.split()).strip("() ")
    if not 0 < len(time) <= _LONGEST:
        return None
    any_year = 2000  # a header says which quarter, not of which year
    target = read_target_waktu(_UP_TO.sub("", time), year=any_year)
    if target.jadwal is None or target.notes or target.jadwal.jenis not in (Jenis.BULAN, Jenis.PERIODE):
        return None
    return time if len(target.jadwal.tonggak) == 1 else None


def is_time(text: str) -> bool:
    """Whether a cell's text can be read as a target waktu."""
    any_year = 2000  # only whether it can be read counts here
    return read_target_waktu(text, year=any_year).jadwal is not None


def without_time(text: str) -> tuple[str, str] | None:
    """`Realisasi TW I`, `TW I Realisasi` as (`Realisasi`, `TW I`); None where no time stands first or last."""
    if len(text) <= _LONGEST * 2 and (before := _FIRST_WORDS.fullmatch(text.strip())) and time_of(before["time"]):
        return before["rest"].strip(), " ".join(before["time"].split())
    match = _LAST_WORDS.fullmatch(text.replace("(%)", " ").strip()) if len(text) <= _LONGEST * 2 else None
    time = None if match is None or not match["rest"].strip() else time_of(match["time"])
    return None if match is None or time is None else (match["rest"].strip(), time)


def is_span(labels: Sequence[str]) -> bool:
    """Whether two columns say from when until when: `MULAI | SELESAI`."""
    return len(labels) == 2 and tuple(label.casefold().strip("(). ") for label in labels) in _SPANS


def is_unit(texts: Mapping[int, str]) -> bool:
    """Whether a row below a header only names the unit of its times and figures (`TRIWULAN`, `(bulan)`, `(%)`)."""
    return bool(texts) and all(_UNITS.fullmatch(text.strip("()[] \n")) for text in texts.values())


def without_unit(text: str) -> str | None:
    """`REALISASI PER TRIWULAN` as `REALISASI`; None where no unit stands last."""
    match = _UNIT_LAST.fullmatch(text.strip()) if len(text) <= _LONGEST * 2 else None
    return match[1] if match else None


def parts_below(
    first: int, row: Mapping[int, str], above: Mapping[int, str], taken: frozenset[int]
) -> tuple[Part, ...]:
    """The parts that a header has in the row below it: from its own column as far right as that row says times.

    Args:
        first: the header's column.
        row: the row below.
        above: the header's own row; another text there ends it.
        taken: the columns of other headers.
    """
    run: list[tuple[int, str]] = []
    end = min([column for column in taken if column > first] or [first + _WIDEST])
    for column in range(first, min(end, first + _WIDEST)):
        if column > first and column in above:
            break
        if column in row:
            run.append((column, " ".join(row[column].split())))
    times = tuple(_times([text for _, text in run]))
    if len(times) < 2:
        return ()
    named = tuple(Part(column, time) for (column, _), time in zip(run, times, strict=False))
    return tuple(_widened(named)) if named[1].column > first + 1 else named


def _widened(named: Sequence[Part]) -> Iterator[Part]:
    """Months over the columns of their weeks: a part per column; the last month is as wide as the one before."""
    for part, after in pairwise((*named, Part(2 * named[-1].column - named[-2].column, ""))):
        yield from (Part(column, part.label) for column in range(part.column, after.column))


def is_week_row(row: Mapping[int, str], parts: set[int]) -> bool:
    """Whether a row only counts weeks below months: `1 2 3 4 1 2 3 4`, `I II III IV`, `M1 M2`."""
    return row.keys() <= parts and all(_WEEK.fullmatch(text.strip()) for text in row.values())


def _times(texts: Sequence[str]) -> Iterator[str]:
    """The texts as times, up to the first that is none. I..IV are quarters, twelve initials the months."""
    bare = tuple(text.upper().strip("(). ") for text in texts)
    if bare in _QUARTERS:
        yield from (f"TW {number}" for number in ROMAN[:4])
    elif bare in (_INITIALS, _NUMBERS):
        yield from MONTHS
    elif is_span(bare):
        yield from texts
    else:
        for text in texts:
            if (time := time_of(text)) is None:
                return
            yield time
