"""Whether a row continues the one above: with the rest of texts that a page break split, or its group's name again."""

from __future__ import annotations

import re
from datetime import date

from zi_excel.plan.areas import area_number
from zi_excel.plan.numbering import Style, letters, read_digits
from zi_excel.plan.patterns import pattern
from zi_excel.plan.rencana_aksi import Field
from zi_excel.reader.header.parts import is_time
from zi_excel.reader.rows.grid import Grid
from zi_excel.reader.rows.lines import Line, lead_field

_GOES_ON = (",", ";", "-", "–", "—", "/", " dan", " s.d.", " s/d", " sampai")
"""What a target waktu ends with where a page break has cut it."""
_AGAIN = pattern(r"[(\[]?\b(?:lanjutan|sambungan)\b[)\]]?", re.IGNORECASE)


def letter_of(line: Line) -> str | None:
    """The indikator's letter; it may stand alone in NO."""
    if line.letter is None and not line.name and line.number is not None and line.number.style is Style.SMALL:
        return letters(line.number.value)
    return line.letter


def plain_name(name: str) -> str:
    """A name as it is compared: without capitals, further spaces and "(lanjutan)"."""
    return " ".join(_AGAIN.sub(" ", name).casefold().split())


def same_name(above: Line, line: Line) -> bool:
    """Whether a row repeats the name above it, filled down or on the next page."""
    if not line.name or plain_name(above.name) != plain_name(line.name):
        return False
    # Another number beside the same name only counts rows in NO, unless the letters start again.
    return line.number is None or line.number == above.number or letter_of(line) != "a"


def is_between(komponen: Line | None, line: Line) -> bool:
    """Whether a heading stands on a level between komponen and subkomponen: `A. PERENCANAAN` below `I. ...`."""
    if komponen is None or komponen.number is None or line.number is None or area_number(line.name) is not None:
        return False
    return line.number.style is Style.LETTER and komponen.number.style is Style.ROMAN


def goes_on(grid: Grid, above: Line, line: Line, *, group: Line | None, after_break: bool) -> bool:
    """Whether a row continues the row above.

    Args:
        grid: the matrix's cells.
        above: the indikator's first row.
        line: the row.
        group: the row that names their subkomponen; the next page may repeat its number and name.
        after_break: whether the header stands between the two rows.
    """
    if letter_of(line):
        return False
    lead = lead_field(grid)
    named_again = after_break and group is not None and bool(line.name) and line.number == group.number
    if (line.number is not None and not named_again) or read_digits(line.texts.get(lead, "")):
        return False
    text, target = line.texts.get(lead, ""), line.texts.get(Field.TARGET_WAKTU, "")
    whole = above.texts.get(Field.TARGET_WAKTU, "")
    cut = not whole or whole.endswith(_GOES_ON)
    if not text:
        return not (target and not cut and _stands_alone(grid, line, above))
    if text[:1].islower():
        return not target or cut
    return not target and after_break and letter_of(above) is not None


def _stands_alone(grid: Grid, line: Line, above: Line) -> bool:
    """Whether a row without an indikator is planned for itself: it has a step or evidence of its own, and a time."""
    begins = any(line.texts.get(field, "")[:1].isupper() for field in (Field.LANGKAH_AKSI, Field.BUKTI_FISIK))
    return begins and _has_time(grid, line.row) and _has_time(grid, above.row)


def _has_time(grid: Grid, row: int) -> bool:
    value = grid.datum(row, Field.TARGET_WAKTU).value
    return isinstance(value, date) or (isinstance(value, str) and is_time(value))
