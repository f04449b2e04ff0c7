"""Rows -> komponen, subkomponen, indikator: where each begins, which rows go on what stands above them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from zi_excel.areas import area_number
from zi_excel.numbering import Style, letters, read_digits
from zi_excel.reader.drafts import DraftIndikator, DraftKomponen, DraftSubkomponen, Outline
from zi_excel.reader.grid import Grid
from zi_excel.reader.lines import Kind, Line, lead_field, read_lines
from zi_excel.rencana_aksi import Field
from zi_excel.target_waktu import read_target_waktu

_GOES_ON = (",", ";", "-", "–", "—", "/", " dan", " s.d.", " s/d", " sampai")
"""What a target waktu that a page break cut ends with."""
_NOTE = re.compile(r"\(?\*?(?:catatan|keterangan|ket|nb|note|sumber)\b[^:.]{0,30}[:.]|\*+", re.IGNORECASE)


def read_outline(grid: Grid) -> Outline:
    """Sorts the matrix's rows."""
    builder = _Builder(grid, read_lines(grid))
    for at in range(len(builder.lines)):
        builder.take(at)
    return builder.outline


class _Builder:
    """Takes one line after the other; remembers where it is."""

    def __init__(self, grid: Grid, lines: Sequence[Line]) -> None:
        self.grid = grid
        self.lines = lines
        self.lead = lead_field(grid)
        self.outline = Outline()
        self.previous: Line | None = None  # the last line that is not a header again
        self.after_break = False
        # Where komponen have their numbers, areas or capitals, a plain line is none.
        self.has_titles = any(line.kind is Kind.HEADING and line.is_marked for line in lines)
        self.has_headings = any(line.kind is Kind.HEADING and self._is_komponen(at) for at, line in enumerate(lines))

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
        elif line.kind is Kind.HEADING:
            self._heading(at)
        elif line.kind is Kind.CONTENT:
            self._content(line)
        elif line.kind is Kind.REST and self._indikator is not None:
            self._indikator.more.append(line)
        elif line.kind is not Kind.SUBTOTAL:
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
        if self._is_note(at):
            self.outline.stray.append(line)
        elif self._goes_on_as_title(line):
            above = self._subkomponen or self._komponen
            if above is not None:
                above.more.append(line)
        elif self._is_komponen(at):
            self.outline.komponen.append(DraftKomponen(line))
        else:
            self._open_komponen().subkomponen.append(DraftSubkomponen(line))

    def _is_note(self, at: int) -> bool:
        """Whether it is a sentence of staff's, no title: no number, no capitals, no area's name, no place for one."""
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
        """Whether it is the second half of the title above: no number, and capitals (or small letters) as there."""
        above = self.previous
        if above is None or line.number or line.written or above.kind is not Kind.HEADING or area_number(line.name):
            return False
        if area_number(above.name):
            return False
        return line.name[:1].islower() or (line.name.isupper() and above.name.isupper())

    def _is_komponen(self, at: int) -> bool:
        """Whether a heading is a komponen's (else it is the title of a subkomponen)."""
        line = self.lines[at]
        if line.is_marked:
            return True
        following = self._following(at)
        if following is None or not (following.name or following.number):
            return False
        if line.name.isupper():
            return True
        return not (line.number and following.number and following.number.value == line.number.value + 1)

    def _is_unnamed_komponen(self, at: int) -> bool:
        """Whether a row holds a komponen's number alone: the next one, and what follows neither names it nor is one."""
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
        """The next line that is not a header again, if it is near."""
        near = self.lines[at + 1 :][:4]
        return next((each for each in near if each.kind not in (Kind.HEADER, Kind.NUMBERING)), None)

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
            if self._indikator is not None and self._goes_on(self._indikator, line):
                self._indikator.more.append(line)
                return
        self._open_subkomponen().indikator.append(DraftIndikator(line))

    def _begins_komponen(self, line: Line) -> bool:
        """Where the komponen's name stands in the rows themselves (merged or filled down), not in a row of its own."""
        if not line.name or self._same_name(self._komponen, line):
            return False
        if (area := area_number(line.name)) is not None:
            above = self._komponen
            return above is None or above.line is None or area_number(above.line.name) != area
        return not self.has_headings and line.number is not None and line.number.style in (Style.ROMAN, Style.LETTER)

    def _begins_subkomponen(self, line: Line) -> bool:
        above = self._subkomponen
        if not line.name and (line.number is None or line.number.style is Style.SMALL):
            return False
        if self._names_again(line):
            return False
        if not line.name:
            # A number alone: rows may be counted in NO, beside a komponen that is merged down over them.
            return not self.grid.is_covered(line.row, Field.KOMPONEN) and self._letter(line) in (None, "a")
        if above is None or above.line is None or line.number or line.written:
            return True
        return not (line.name[:1].islower() or self._follows(line))

    def _names_again(self, line: Line) -> bool:
        """Whether the name is that of the group above, filled down."""
        return self._same_name(self._subkomponen, line) or self._same_name(self._komponen, line)

    def _same_name(self, above: DraftSubkomponen | DraftKomponen | None, line: Line) -> bool:
        if above is None or above.line is None or not line.name:
            return False
        if " ".join(above.line.name.casefold().split()) != " ".join(line.name.casefold().split()):
            return False
        # Another number beside the same name: rows are counted in NO, unless the letters start again.
        return line.number is None or line.number == above.line.number or self._letter(line) != "a"

    def _letter(self, line: Line) -> str | None:
        """The indikator's letter; it may stand alone in NO."""
        if line.letter is None and not line.name and line.number is not None and line.number.style is Style.SMALL:
            return letters(line.number.value)
        return line.letter

    def _follows(self, line: Line) -> bool:
        """Whether its letter is the next one: then its name is the rest of the name above."""
        above = self._indikator
        letter = self._letter(line)
        before = None if above is None else self._letter(above.line)
        return letter is not None and before is not None and ord(letter) == ord(before) + 1

    def _goes_on(self, above: DraftIndikator, line: Line) -> bool:
        """Whether a row holds the rest of the row above, which a page break split."""
        if line.number is not None or self._letter(line) or read_digits(line.texts.get(self.lead, "")):
            return False
        text, target = line.texts.get(self.lead, ""), line.texts.get(Field.TARGET_WAKTU, "")
        whole = above.line.texts.get(Field.TARGET_WAKTU, "")
        cut = not whole or whole.endswith(_GOES_ON)
        if not text:
            return not (target and not cut and self._stands_alone(line, above))
        if text[:1].islower():
            return not target or cut
        return not target and self.after_break and self._letter(above.line) is not None

    def _stands_alone(self, line: Line, above: DraftIndikator) -> bool:
        """Whether a row without an indikator of its own is planned by itself: its own step, its own time."""
        step = line.texts.get(Field.LANGKAH_AKSI, "")
        return step[:1].isupper() and all(self._readable(each.row) for each in (line, above.line))

    def _readable(self, row: int) -> bool:
        value = self.grid.datum(row, Field.TARGET_WAKTU).value
        any_year = 2000  # only whether it can be read counts here, not to which year
        return isinstance(value, date) or (
            isinstance(value, str) and read_target_waktu(value, year=any_year).jadwal is not None
        )
