"""Rows -> komponen, subkomponen, indikator: where each begins, and which rows continue what stands above them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zi_excel.plan.areas import area_number
from zi_excel.plan.numbering import Style
from zi_excel.plan.patterns import pattern
from zi_excel.plan.rencana_aksi import Field
from zi_excel.reader.rows.continuation import goes_on, is_between, letter_of, plain_name, same_name
from zi_excel.reader.rows.drafts import DraftIndikator, DraftKomponen, DraftSubkomponen, Outline, count_on
from zi_excel.reader.rows.extent import own_lines, title_above
from zi_excel.reader.rows.grid import Grid
from zi_excel.reader.rows.komponen_column import with_areas
from zi_excel.reader.rows.lines import Kind, Line, read_lines

_TITLES = (Kind.HEADING, Kind.AREA)
_NOTE = pattern(r"\(?\*?(?:catatan|keterangan|ket|nb|note|sumber)\b[^:.]{0,30}[:.]|\*+", re.IGNORECASE)


def read_outline(grid: Grid) -> Outline:
    """Puts the matrix's rows in their places."""
    lines, tables = own_lines(read_lines(grid))
    if grid.has(Field.SUBKOMPONEN):
        lines = with_areas(lines)
    builder = _Builder(grid, [*title_above(grid, lines), *lines])
    builder.outline.tables = list(tables)
    for at in range(len(builder.lines)):
        builder.take(at)
    count_on(builder.outline.komponen, [line.row for line in lines if line.kind is Kind.DIVIDER])
    return builder.outline


class _Builder:
    """Takes one line after the other, and puts each where the lines before it lead."""

    def __init__(self, grid: Grid, lines: Sequence[Line]) -> None:
        self.grid = grid
        self.lines = lines
        self.outline = Outline()
        self.previous: Line | None = None  # the last line that is not a header again
        self.after_break = False
        # Where komponen have Roman numbers, capitals or an area's name, a plain line is no komponen.
        self.has_titles = any(line.kind in _TITLES and line.is_marked for line in lines)
        self.has_headings = any(line.kind in _TITLES and self._is_komponen(at) for at, line in enumerate(lines))

    def take(self, at: int) -> None:
        line = self.lines[at]
        if self._is_unnamed_komponen(at):
            line = line._replace(kind=Kind.HEADING)
            self.outline.komponen.append(DraftKomponen(line))
        elif line.kind in (Kind.HEADER, Kind.NUMBERING):
            if line.kind is Kind.HEADER and not self.after_break:  # once, also where it spreads over two rows
                self.outline.repeated.append(line)
            self.after_break = True
            return
        elif line.kind is Kind.AREA:
            self._area(line)
        elif line.kind is Kind.HEADING:
            self._heading(at)
        elif line.kind is Kind.CONTENT:
            self._content(line)
        elif line.kind is Kind.REST and self._indikator is not None:
            self._indikator.more.append(line)
        elif line.kind not in (Kind.SUBTOTAL, Kind.DIVIDER):
            self.outline.stray.append(line)
        self.previous, self.after_break = line, False

    @property
    def _komponen(self) -> DraftKomponen | None:
        return self.outline.komponen[-1] if self.outline.komponen else None

    @property
    def _subkomponen(self) -> DraftSubkomponen | None:
        komponen = self._komponen
        return komponen.subkomponen[-1] if komponen and komponen.subkomponen else None

    @property
    def _indikator(self) -> DraftIndikator | None:
        subkomponen = self._subkomponen
        return subkomponen.indikator[-1] if subkomponen and subkomponen.indikator else None

    # -- headings ------------------------------------------------------------------------------------------------

    def _heading(self, at: int) -> None:
        line = self.lines[at]
        if self._is_note(at) or is_between(self._komponen.line if self._komponen else None, line):
            self.outline.stray.append(line)
        elif self._goes_on_as_title(line):
            above = self._subkomponen or self._komponen
            if above is not None:
                above.more.append(line)
        elif self._is_komponen(at):
            if self._is_komponen_again(at):
                self.outline.repeated.append(line)
            else:
                self.outline.komponen.append(DraftKomponen(line))
        else:
            self._open_komponen().subkomponen.append(DraftSubkomponen(line))

    def _area(self, line: Line) -> None:
        """Takes a komponen's name in a column of its own: the one above again (filled down, next page) or another."""
        above = self._komponen
        if _NOTE.match(line.name) and line.number is None:
            self.outline.stray.append(line)
        elif above is not None and above.line is not None and line.name[:1].islower():
            above.more.append(line)
        elif not self._same_name(above, line):
            self.outline.komponen.append(DraftKomponen(line))

    def _is_komponen_again(self, at: int) -> bool:
        """Whether it is the komponen's title again, on the next page, where its subkomponen are counted on."""
        line, above, sub = self.lines[at], self._komponen, self._subkomponen
        if above is None or above.line is None or sub is None or sub.line is None:
            return False
        same = plain_name(line.name) == plain_name(above.line.name) and line.number in (None, above.line.number)
        following = self._following(at)
        if not same or following is None or not self.after_break:
            return False
        before, number = sub.line.number, following.number
        return not following.name or (number is not None and before is not None and number.value > before.value)

    def _is_note(self, at: int) -> bool:
        """Whether it is a sentence of staff's: no number, no capitals, no area's name, nor at a title's place."""
        line = self.lines[at]
        if line.number is not None or line.written or area_number(line.name) or line.name.isupper():
            return False
        if line.named is Field.NO or _NOTE.match(line.name):
            return True
        if self._goes_on_as_title(line) or not self.has_titles:
            return False
        following = self._following(at)
        if following is None or following.name or following.number:
            return True  # it names nothing that comes below it
        return self._indikator is not None and self._follows(following)

    def _goes_on_as_title(self, line: Line) -> bool:
        """Whether it is the second half of the title above: no number, in capitals like it or in small letters."""
        above = self.previous
        if above is None or line.number or line.written or above.kind is not Kind.HEADING or area_number(line.name):
            return False
        if area_number(above.name):
            return False
        return line.name[:1].islower() or (line.name.isupper() and above.name.isupper())

    def _is_komponen(self, at: int) -> bool:
        """Whether a heading is a komponen's; otherwise it is a subkomponen's."""
        line = self.lines[at]
        if line.is_marked or line.kind is Kind.AREA:
            return True
        if line.named not in (Field.NO, Field.KOMPONEN) or line.levels > 1:
            return False
        following = self._following(at)
        if following is None or not (following.name or following.number):
            return False
        if not following.name and following.number and following.number.style is Style.SMALL:
            return False  # an indikator's
        if line.name.isupper():
            return True
        return not (line.number and following.number and following.number.value == line.number.value + 1)

    def _is_unnamed_komponen(self, at: int) -> bool:
        """Whether a row holds only the next komponen's number, and the row after it belongs to it, not names it."""
        line = self.lines[at]
        if line.kind is not Kind.STRAY or line.number is None:
            return False
        if line.number.style not in (Style.ROMAN, Style.LETTER) or line.number.value != self._next_komponen():
            return False
        following = self._following(at)
        return (
            following is not None
            and area_number(following.name) is None
            and (following.kind is Kind.CONTENT or (following.kind is Kind.HEADING and following.number is not None))
        )

    def _next_komponen(self) -> int:
        """The number that the next komponen should have."""
        above = self._komponen
        number = above.line.number if above and above.line else None
        return (number.value if number else len(self.outline.komponen)) + 1

    def _following(self, at: int) -> Line | None:
        """The next line that says something new, if it is near."""
        near = self.lines[at + 1 :][:4]
        return next((line for line in near if line.kind not in (Kind.HEADER, Kind.NUMBERING, Kind.DIVIDER)), None)

    def _open_komponen(self) -> DraftKomponen:
        if not self.outline.komponen:
            self.outline.komponen.append(DraftKomponen(None))
        return self.outline.komponen[-1]

    def _open_subkomponen(self) -> DraftSubkomponen:
        komponen = self._open_komponen()
        if not komponen.subkomponen:
            komponen.subkomponen.append(DraftSubkomponen(None))
        return komponen.subkomponen[-1]

    # -- content -------------------------------------------------------------------------------------------------

    def _content(self, line: Line) -> None:
        if self._begins_komponen(line):
            self.outline.komponen.append(DraftKomponen(line))
        elif self._begins_subkomponen(line):
            self._open_komponen().subkomponen.append(DraftSubkomponen(line))
        else:
            if line.name and not self._names_again(line):
                self._open_subkomponen().more.append(line)  # the rest of its name
            above, sub = self._indikator, self._subkomponen
            group = sub.line if sub else None
            if above and goes_on(self.grid, above.line, line, group=group, after_break=self.after_break):
                above.more.append(line)
                return
        self._open_subkomponen().indikator.append(DraftIndikator(line))

    def _begins_komponen(self, line: Line) -> bool:
        """Whether a komponen begins in a planned row, its name merged or filled down, not in a row of its own."""
        if not line.name or line.named is Field.SUBKOMPONEN or self._same_name(self._komponen, line):
            return False
        if (area := area_number(line.name)) is not None:
            above = self._komponen
            return above is None or above.line is None or area_number(above.line.name) != area
        return not self.has_headings and line.number is not None and line.number.style in (Style.ROMAN, Style.LETTER)

    def _begins_subkomponen(self, line: Line) -> bool:
        """Whether a subkomponen begins in a planned row: with another name, or with a number alone."""
        above = self._subkomponen
        if not line.name and (line.number is None or line.number.style is Style.SMALL):
            return False
        if self._names_again(line):
            return False
        if not line.name:
            # A number alone may count the rows beside a komponen's name that is merged over them.
            return not self.grid.is_covered(line.row, line.named) and letter_of(line) in (None, "a")
        if above is None or above.line is None or line.number or line.written:
            return True
        return not (line.name[:1].islower() or self._follows(line))

    def _names_again(self, line: Line) -> bool:
        """Whether its name is that of the subkomponen or komponen above, filled down."""
        return self._same_name(self._subkomponen, line) or self._same_name(self._komponen, line)

    def _same_name(self, above: DraftSubkomponen | DraftKomponen | None, line: Line) -> bool:
        return above is not None and above.line is not None and same_name(above.line, line)

    def _follows(self, line: Line) -> bool:
        """Whether its letter is the next one: then its name is the rest of the subkomponen's."""
        above = self._indikator
        letter = letter_of(line)
        before = None if above is None else letter_of(above.line)
        return letter is not None and before is not None and ord(letter) == ord(before) + 1
