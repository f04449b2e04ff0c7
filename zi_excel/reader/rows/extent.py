"""Which rows are the matrix's: up to what closes it, without other tables, with a title from above its header."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from zi_excel.plan.areas import area_number
from zi_excel.plan.numbering import Number, Style, split_number
from zi_excel.plan.patterns import pattern
from zi_excel.reader.header.headers import header_meaning, may_be_header
from zi_excel.reader.rows.grid import ROWS_ABOVE, Grid
from zi_excel.reader.rows.lines import CONTENT, Kind, Line

_TITLE = pattern(r"\b(?:rencana aksi|renaksi|rencana kerja|matriks?)\b", re.IGNORECASE)
_CALLED = pattern(r"(?:komponen|area(?: perubahan)?|pokja|pilar)\s*[:–—-]\s*", re.IGNORECASE)
_CLOSING = pattern(
    r"(?:ditetapkan|dikeluarkan|disahkan|dibuat) di\b|pada tanggal\b|mengetahui\b|menyetujui\b|disetujui\b|"
    r"ttd\b\.?|tanda tangan\b|nip\b[ .:]|salinan sesuai\b|"
    r"(?:catatan|keterangan|ket)\s*[.:]|\*+\)|"
    r"(?!(?:jan|feb|peb|mar|apr|mei|jun|jul|agu|sep|okt|nov|nop|des))[^\W\d]+(?: [^\W\d]+)?, *"
    r"(?:\d{1,2}|[.…_]+)? *(?:jan|feb|peb|mar|apr|mei|jun|jul|agu|sep|okt|nov|nop|des|[.…_])",
    re.IGNORECASE,
)


def own_lines(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The matrix's lines, without what closes it (signatures, notes) and other tables; and the headers of these.

    Another table reaches down to the matrix's own header, or to the end. A second matrix (a title, the same header, the
    first komponen again) is another table, to the end.
    """
    lines = lines[: _end(lines)]
    own: list[Line] = []
    others: list[Line] = []
    reading = True
    for at, line in enumerate(lines):
        if line.kind is Kind.OTHER_HEADER:
            own, reading = _without_title(own), False
            others.append(line)
        elif line.kind is Kind.HEADER:
            if reading and _begins_again(lines, at):
                return tuple(_without_title(own)), (*others, line)
            reading = True
        if reading:
            own.append(line)
    return tuple(own), tuple(others)


def _end(lines: Sequence[Line]) -> int:
    """How many of the lines are the matrix's: up to what closes it or stands apart, with no full row after it.

    Titles below that, without a full row after them, are numbered notes.
    """
    full = _last(lines, lambda line: line.kind is Kind.CONTENT and _is_sure(line))
    after = range(full + 1 if full >= 0 else len(lines), len(lines))
    closing = next((at for at in after if _closes(lines[at])), len(lines))
    last = _last(lines[:closing], _is_sure)
    end = last + 1
    while 0 < end < closing and lines[end].row == lines[end - 1].row + 1:
        end += 1
    while end > last + 1 and lines[end - 1].kind is Kind.STRAY:
        end -= 1
    return end if last >= 0 else closing


def _last(lines: Sequence[Line], wanted: Callable[[Line], bool]) -> int:
    """The place of the last line that is wanted, which is near the end as a rule; -1 where there is none."""
    return next((at for at in range(len(lines) - 1, -1, -1) if wanted(lines[at])), -1)


def _closes(line: Line) -> bool:
    return any(_CLOSING.match(part) for text in line.texts.values() for part in text.split("\n"))


def _is_sure(line: Line) -> bool:
    """Whether a row can only be the matrix's own."""
    if line.kind in (Kind.HEADER, Kind.NUMBERING):
        return True
    if line.kind is Kind.HEADING:
        return line.number is not None
    filled = sum(field in line.texts for field in CONTENT)
    return line.kind is Kind.CONTENT and (
        filled > 2 or line.letter is not None or (line.number is not None and filled > 0)
    )


def _without_title(lines: Sequence[Line]) -> list[Line]:
    """The lines above another table without its title: what stands between it and the last full row."""
    last = _last(lines, _is_sure)
    kept = [line for line in lines[last + 1 :] if line.kind in (Kind.SUBTOTAL, Kind.REST)]
    return [*lines[: last + 1], *kept]


def _begins_again(lines: Sequence[Line], at: int) -> bool:
    """Whether a header is that of a second matrix: below a title of its own, above the first komponen again."""
    above: list[Line] = []
    for line in reversed(lines[:at]):
        if _is_sure(line):
            break
        above.append(line)
    if not any(_TITLE.search(text) for line in above for text in line.texts.values()):
        return False
    first = next((line for line in lines if line.name), None)
    again = next((line for line in lines[at + 1 :] if line.name), None)
    return first is not None and again is not None and (first.number, first.name) == (again.number, again.name)


def is_matrix(header: Line) -> bool:
    """Whether another table's header is that of a matrix too: the same one again, or one by what its columns mean."""
    meanings = [header_meaning(text) for text in header.texts.values()]
    return header.kind is Kind.HEADER or may_be_header(frozenset(meaning.field for meaning in meanings if meaning))


def title_above(grid: Grid, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The first komponen's line where its title stands right above the header, as it may on every page."""
    first = next((line for line in lines if line.kind is not Kind.NUMBERING), None)
    if first is None or (first.kind in (Kind.HEADING, Kind.AREA) and first.is_marked):
        return ()
    for row in range(grid.header.first - 1, max(grid.header.first - 1 - ROWS_ABOVE, 0), -1):
        texts = grid.texts(row)
        for field, text in texts.items():
            number, name = split_number(_CALLED.sub("", text, count=1))
            area = area_number(name)
            if number is None and area is not None and _CALLED.match(text):
                number = Number(area, Style.ROMAN)  # named, not numbered: `Komponen: PENATAAN TATALAKSANA`
            if number is not None and area is not None:
                return (Line(row, Kind.HEADING, {field: text}, number, name, field),)
    return ()
