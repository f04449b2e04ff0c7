"""Years in titles, headers and prose when a plan goes on to another year: which move with it, and which stay.

In a title and a header the years that name the plan's move. In prose only a year that belongs to a time (`rapat TW I
2025`, `bulan Maret 2025`) does; one that may be a document's (`SKP Tahun 2025`, `LAKIP 2024`) stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Self

from zi_excel.plan.document_numbers import document_numbers
from zi_excel.plan.patterns import pattern
from zi_excel.plan.plan_year import without_documents, years_named
from zi_excel.plan.target_waktu import MONTH_WORDS

_WHOLE = pattern(r"(?<![\d.,])(?:19|20|21)\d\d(?!\d|[.,]\d)")
_TO = r"\s*(?:[-–—/]|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga)\s*"
_RANGE = pattern(rf"(?<!\d)(20\d\d){_TO}(20\d\d)(?!\d)", re.IGNORECASE)
_SCHOOL = pattern(r"\btahun\s+(?:pelajaran|ajaran|akademik)\s*:?\s*$", re.IGNORECASE)
_NAMES = "|".join(sorted(MONTH_WORDS, key=len, reverse=True))
_OF_TIME = pattern(
    rf"(?:\b(?:triwulan|tw|semester|smt|caturwulan|kuartal)\b\.?\s*(?:ke\W?)?(?:[ivx]{{1,4}}|\d)\b"
    rf"(?:\W{{1,4}}(?:dan\s+)?(?:tw\s*)?(?:[ivx]{{1,4}}|\d)\b){{0,3}}"
    rf"|\bb(?:03|06|09|12)\b|\b(?:{_NAMES})\b\.?)\s*,?\s*(?:\btahun\b|\bthn?\b\.?)?\s*$",
    re.IGNORECASE,
)
_DAY = pattern(rf"\d\s*\W?\s*(?:{_NAMES})\b\.?\s*,?\s*(?:\btahun\b)?\s*$", re.IGNORECASE)
_DOCUMENT = pattern(
    r"\b(?:notul\w*|risalah|dokumen\w*|daftar|undangan|foto|berita\s+acara|buku|arsip|rekap\w*|data|matriks|formulir"
    r"|kartu|sakip|skp|pk|iku|rkkl\w*|sertifikat|piagam|screenshot|tangkapan\s+layar)\b[^;,\n]*$",
    re.IGNORECASE,
)
"""A document that is named in the same breath, beside those of `plan_year`."""
_UNCLEAR = "tidak jelas milik target atau dokumen"
_NEAR = 160
"""Characters before a year that may say whose it is."""
_LONGEST_LINE = 400
"""Characters of a title's line; what is longer is prose."""
_Span = tuple[int, int]
_STRANGE = 2099
"""A year that stands in no title, put in a year's place to see whether it is the plan's."""


class MovedText(NamedTuple):
    """A text for another year.

    text: what is to be written. moved: whether any year in it moved. stays: the years that stay in it, as written,
    each with what it seems to be.
    """

    text: str
    moved: bool = False
    stays: tuple[tuple[str, str], ...] = ()


def move_title(lines: Sequence[str], *, year: int, by: int) -> tuple[MovedText, ...]:
    """The lines of a title, or headers, each with the plan's own years moved.

    Args:
        lines: the lines, from the first.
        year: the plan's.
        by: how many years later the other plan is.
    """
    return tuple(_moved_line(lines, at, year=year, by=by) for at in range(len(lines)))


def move_prose(text: str, *, year: int, by: int, names_documents: bool = False) -> MovedText:
    """A cell's text with the years of its times moved, where they are the plan's and nothing else may bear them.

    Args:
        text: the text.
        year: the plan's.
        by: how many years later the other plan is.
        names_documents: whether what stands there are documents (BUKTI FISIK); then no year moves.
    """
    seen = _Seen.of(text)
    moved: list[_Span] = []
    stays: list[_Span] = []
    for start, end in seen.years:
        before = text[max(0, start - _NEAR) : start]
        timed = _OF_TIME.search(before) and not _DAY.search(before) and not _DOCUMENT.search(before)
        moves = timed and not names_documents and seen.bears(start) is None and int(text[start:end]) == year
        (moved if moves else stays).append((start, end))
    return seen.moved(moved, stays, year=year, by=by)


def _moved_line(lines: Sequence[str], at: int, *, year: int, by: int) -> MovedText:
    line = lines[at]
    seen = _Seen.of(line)
    moved: list[_Span] = []
    stays: list[_Span] = []
    for start, end in seen.years:
        pair = seen.ranges.get(start)
        if pair is not None:
            moves = _is_school_year(line, pair, year)
        else:
            numbered = any(first <= start < last for first, last in seen.numbers)
            moves = int(line[start:end]) == year and not numbered and _is_plans(lines, at, start, end)
        (moved if moves else stays).append((start, end))
    return seen.moved(moved, stays, year=year, by=by)


def _is_plans(lines: Sequence[str], at: int, start: int, end: int) -> bool:
    """Whether a year in a line is one that the title names as the plan's."""
    line = lines[at]
    if len(line) > _LONGEST_LINE or str(_STRANGE) in line:
        return False
    near = lines[max(0, at - 2) : at]  # a year alone belongs to the line before
    return _STRANGE in years_named([*near, f"{line[:start]}{_STRANGE}{line[end:]}"])


def _is_school_year(line: str, pair: re.Match[str], year: int) -> bool:
    """`Tahun Pelajaran 2025/2026`: both years are the plan's."""
    first, second = int(pair[1]), int(pair[2])
    return second == first + 1 and year in {first, second} and _SCHOOL.search(line[: pair.start()]) is not None


class _Seen(NamedTuple):
    """What is seen of the years in a text.

    plain: the text with a sign for each letter of what bears another year. years: where they stand. ranges: the range
    (`2023 - 2027`) that a year is part of, by its place. numbers: where numbers of documents stand.
    """

    text: str
    plain: str
    years: tuple[_Span, ...]
    ranges: Mapping[int, re.Match[str]]
    numbers: tuple[_Span, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """What is seen in a text."""
        years = tuple(match.span() for match in _WHOLE.finditer(text))
        if not years:
            return cls(text, text, (), {}, ())
        ranges = {place: match for match in _RANGE.finditer(text) for place in (match.start(1), match.start(2))}
        plain = "\n".join(without_documents(line) for line in text.split("\n"))
        return cls(text, plain, years, ranges, tuple(document_numbers(text)))

    def bears(self, start: int) -> str | None:
        """What the year at a place seems to be beside the plan's; None: nothing bears it."""
        if start in self.ranges:
            return "rentang tahun"
        if any(first <= start < last for first, last in self.numbers):
            return "bagian dari nomor peraturan atau surat"
        return None if self.plain[start : start + 4] == self.text[start : start + 4] else "tahun dokumen atau tanggal"

    def moved(self, moved: Sequence[_Span], stays: Sequence[_Span], *, year: int, by: int) -> MovedText:
        """The text with some years moved, and what the others seem to be."""
        done = self.text
        for start, end in sorted(moved, reverse=True):
            done = f"{done[:start]}{int(done[start:end]) + by}{done[end:]}"
        return MovedText(done, bool(moved), tuple(dict.fromkeys(self._seeming(stays, year))))

    def _seeming(self, spans: Sequence[_Span], year: int) -> Iterator[tuple[str, str]]:
        for start, end in spans:
            pair = self.ranges.get(start)
            written = self.text[start:end] if pair is None else " ".join(pair[0].split())
            otherwise = "bukan tahun rencana" if int(self.text[start:end]) != year else _UNCLEAR
            yield written, self.bears(start) or otherwise
