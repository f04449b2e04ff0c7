"""Years in titles, headers and prose when a plan goes on to another year: which move with it, and which stay.

In a title and a header the years that name the plan's move. In prose only a year that belongs to a time (`rapat TW I
2025`, `bulan Maret 2025`) does; one that may be a document's (`SKP Tahun 2025`, `LAKIP 2024`) stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zi_excel.plan.document_numbers import is_within_number
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
    plain = "\n".join(without_documents(line) for line in text.split("\n"))
    moved, stays = [], []
    for start, end in _spans(text):
        before = text[:start]
        free = plain[start:end] == text[start:end] and not is_within_number(text, start) and not _in_range(text, start)
        timed = _OF_TIME.search(before) and not _DAY.search(before) and not _DOCUMENT.search(before)
        if free and timed and not names_documents and int(text[start:end]) == year:
            moved.append((start, end))
        else:
            stays.append((start, end))
    return _moved(text, moved, stays, year=year, by=by)


def _moved_line(lines: Sequence[str], at: int, *, year: int, by: int) -> MovedText:
    line = lines[at]
    moved: list[tuple[int, int]] = []
    stays: list[tuple[int, int]] = []
    for start, end in _spans(line):
        pair = _in_range(line, start)
        if pair is not None:
            moves = _is_school_year(line, pair, year)
        else:
            moves = int(line[start:end]) == year and _is_plans(lines, at, start, end)
        (moved if moves else stays).append((start, end))
    return _moved(line, moved, stays, year=year, by=by)


def _is_plans(lines: Sequence[str], at: int, start: int, end: int) -> bool:
    """Whether a year in a line is one that the title names as the plan's."""
    line = lines[at]
    if str(_STRANGE) in line or is_within_number(line, start):
        return False
    changed = f"{line[:start]}{_STRANGE}{line[end:]}"
    return _STRANGE in years_named([*lines[:at], changed, *lines[at + 1 :]])


def _is_school_year(line: str, pair: re.Match[str], year: int) -> bool:
    """`Tahun Pelajaran 2025/2026`: both years are the plan's."""
    first, second = int(pair[1]), int(pair[2])
    return second == first + 1 and year in {first, second} and _SCHOOL.search(line[: pair.start()]) is not None


def _in_range(text: str, start: int) -> re.Match[str] | None:
    """The range of years (`2023 - 2027`) that a year is part of; None where it stands alone."""
    return next((match for match in _RANGE.finditer(text) if start in {match.start(1), match.start(2)}), None)


def _spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _WHOLE.finditer(text)]


def _moved(
    text: str, moved: Sequence[tuple[int, int]], stays: Sequence[tuple[int, int]], *, year: int, by: int
) -> MovedText:
    done = text
    for start, end in sorted(moved, reverse=True):
        done = f"{done[:start]}{int(text[start:end]) + by}{done[end:]}"
    return MovedText(done, bool(moved), tuple(dict.fromkeys(_seeming(text, stays, year))))


def _seeming(text: str, spans: Sequence[tuple[int, int]], year: int) -> Iterator[tuple[str, str]]:
    """Each year that stays, as written, and what it seems to be."""
    plain = "\n".join(without_documents(line) for line in text.split("\n"))
    for start, end in spans:
        pair = _in_range(text, start)
        if pair is not None:
            yield " ".join(pair[0].split()), "rentang tahun"
        elif is_within_number(text, start):
            yield text[start:end], "bagian dari nomor peraturan atau surat"
        elif plain[start:end] != text[start:end]:
            yield text[start:end], "tahun dokumen atau tanggal"
        else:
            other = "bukan tahun rencana" if int(text[start:end]) != year else "tidak jelas milik target atau dokumen"
            yield text[start:end], other
