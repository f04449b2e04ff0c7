"""The rows below the header, each told for what it is by itself: header again, subtotal, heading, content."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from zi_excel.plan.areas import area_number
from zi_excel.plan.numbering import Number, Style, levels, read_letter, read_number, split_number
from zi_excel.plan.rencana_aksi import Field
from zi_excel.reader.header.headers import is_numbering
from zi_excel.reader.header.names import MOST_CHARACTERS, meaning_of
from zi_excel.reader.rows.grid import Grid
from zi_excel.reader.rows.levels import Levels, read_levels
from zi_excel.reader.rows.subtotals import is_divider, is_subtotal

CONTENT = (Field.INDIKATOR, Field.LANGKAH_AKSI, Field.BUKTI_FISIK, Field.TARGET_WAKTU)
"""The columns of which a planned row has at least one."""
REPORTED = (Field.PENANGGUNG_JAWAB, Field.TAUTAN_BUKTI, Field.KENDALA, Field.TINDAK_LANJUT)
"""The columns in which a row of its own may hold no more than the rest of the text above it."""

_CLOSING = re.compile(
    r"(?:ditetapkan|dikeluarkan|disahkan|dibuat) di\b|pada tanggal\b|mengetahui\b|menyetujui\b|disetujui\b|"
    r"ttd\b\.?|tanda tangan\b|nip\b[ .:]|salinan sesuai\b|"
    r"(?:catatan|keterangan|ket)\s*[.:]|\*+\)|"
    r"(?!(?:jan|feb|peb|mar|apr|mei|jun|jul|agu|sep|okt|nov|nop|des))[^\W\d]+(?: [^\W\d]+)?, *"
    r"(?:\d{1,2}|[.…_]+)? *(?:jan|feb|peb|mar|apr|mei|jun|jul|agu|sep|okt|nov|nop|des|[.…_])",
    re.IGNORECASE,
)


class Kind(Enum):
    """What a row is by itself."""

    HEADER = auto()  # the header again, on the next page
    OTHER_HEADER = auto()  # the header of another table
    NUMBERING = auto()
    SUBTOTAL = auto()
    DIVIDER = auto()  # what the LKE calls a half of its komponen: PEMENUHAN, REFORM
    AREA = auto()  # a komponen's name in a column of its own, beside that of the subkomponen
    HEADING = auto()  # a name and no content: a komponen's row, or a subkomponen's title
    CONTENT = auto()
    REST = auto()  # nothing but text that may go on from the row above
    STRAY = auto()


class Line(NamedTuple):
    """A row below the header.

    texts: what stands in its cells, blank ones left out. number: what NO (or the name's own beginning) says; name:
    what KOMPONEN says without it; named: the cell that the name stands in. letter: the indikator's.
    """

    row: int
    kind: Kind
    texts: Mapping[Field, str]
    number: Number | None = None
    name: str = ""
    named: Field = Field.KOMPONEN
    letter: str | None = None

    @property
    def written(self) -> str:
        """What stands in NO, be it a number or not."""
        return self.texts.get(Field.NO, "") if self.named is not Field.NO else ""

    @property
    def levels(self) -> int:
        """How many levels its number names: 1 of `I`, 2 of `I.1`."""
        return levels(self.written)

    @property
    def is_marked(self) -> bool:
        """Whether as a heading it can only be a komponen's: its number is Roman or a capital, or it names an area."""
        by_number = self.number is not None and self.number.style in (Style.ROMAN, Style.LETTER) and self.levels == 1
        return by_number or area_number(self.name) is not None


def read_lines(grid: Grid) -> tuple[Line, ...]:
    """The matrix's rows, blank ones left out, up to what closes it: signatures, notes below it."""
    lead = lead_field(grid)
    header = {field: _bare(text) for field, text in grid.header.texts.items()}
    habit = read_levels(grid, lead)
    lines = [line for row in grid.rows if (line := _line(grid, row, lead, header, habit)) is not None]
    return tuple(lines[: _end(lines)])


def lead_field(grid: Grid) -> Field:
    """The column that says what an indikator is: INDIKATOR, or where there is no such column the next best."""
    return next((field for field in CONTENT if grid.has(field)), Field.INDIKATOR)


def _line(grid: Grid, row: int, lead: Field, header: Mapping[Field, str], habit: Levels) -> Line | None:
    texts = grid.texts(row)
    if not texts:
        return None
    if (again := _again(grid, row, texts, header)) is not None:
        return Line(row, again, texts)
    number, name, named = _named(texts)
    if number is not None and not name and levels(texts.get(Field.NO, "")) > 2:
        number = number._replace(style=Style.SMALL)  # 1.1.1: the third level counts indikator
    if (title := _title(grid, texts, number, lead, habit)) is not None:
        return Line(row, Kind.HEADING, texts, *title, lead)
    if habit.outer is not None:
        number = habit.number_of(texts, lead)
    if any(field in texts for field in CONTENT):
        return Line(row, Kind.CONTENT, texts, number, name, named, read_letter(texts.get(lead, "")))
    if name:
        return Line(row, Kind.HEADING, texts, number, name, named)
    rest = Field.NO not in texts and any(field in texts for field in REPORTED)
    return Line(row, Kind.REST if rest else Kind.STRAY, texts, number)


def _title(
    grid: Grid, texts: Mapping[Field, str], number: Number | None, lead: Field, habit: Levels
) -> tuple[Number | None, str] | None:
    """Number and name of a title that stands in the indikator's column; None where it is none."""
    by_habit = habit.is_title(texts, lead)
    own = habit.number_of(texts, lead) if by_habit else None
    if not by_habit and not _is_title_in(lead, texts, number, alone=not grid.has(Field.KOMPONEN)):
        return None
    own = own or number
    if own is None or habit.in_text:
        return split_number(texts[lead])
    return own, texts[lead]


def _again(grid: Grid, row: int, texts: Mapping[Field, str], header: Mapping[Field, str]) -> Kind | None:
    """What a row is that says nothing new; None where it does."""
    first = next(iter(texts.values()))
    if len(first) < 6 and is_numbering(grid.column_texts(row)):
        return Kind.NUMBERING
    if _is_header(texts, header) or _means_the_same(texts):
        return Kind.HEADER
    if _is_other_header(texts, first):
        return Kind.OTHER_HEADER
    if is_divider(texts):
        return Kind.DIVIDER
    return Kind.SUBTOTAL if is_subtotal(texts, first) else None


def _named(texts: Mapping[Field, str]) -> tuple[Number | None, str, Field]:
    """Number and name of a komponen or subkomponen. A name may stand in NO: a title merged over the whole width."""
    no, name = texts.get(Field.NO, ""), texts.get(Field.KOMPONEN, "")
    number = read_number(no)
    if name:
        if number is None:
            own, bare = split_number(name)
            return (own, bare, Field.KOMPONEN) if own else (None, name, Field.KOMPONEN)
        return number, name, Field.KOMPONEN
    if number is None and len(no) > 4:  # longer than any number
        own, bare = split_number(no)
        return own, bare, Field.NO
    return number, "", Field.KOMPONEN


def _is_title_in(lead: Field, texts: Mapping[Field, str], number: Number | None, *, alone: bool) -> bool:
    """Whether a title stands in the indikator's column. alone: there is no column of komponen and subkomponen."""
    if lead not in texts or not {Field.NO, lead}.issuperset(texts):
        return False
    titled = number is not None and (number.style is Style.ROMAN or (alone and number.style is not Style.SMALL))
    return titled or area_number(split_number(texts[lead])[1]) is not None


def _is_header(texts: Mapping[Field, str], header: Mapping[Field, str]) -> bool:
    """Whether a row says what the header says (one row of a header over two: part of it)."""
    same = sum(_says_the_same(text, header[field]) for field, text in texts.items())
    return same == len(texts) if len(texts) < 3 else same > 2 and same * 2 > len(texts)


def _means_the_same(texts: Mapping[Field, str]) -> bool:
    """Whether a row names the matrix's own columns, each in its place, be it in other words (on another page)."""
    first = next(iter(texts.values()))
    if len(texts) < 4 or len(first) > MOST_CHARACTERS or meaning_of(first) is None:  # nearly every row
        return False
    same = sum((known := meaning_of(text)) is not None and known.field is field for field, text in texts.items())
    return same > 3 and same * 4 > len(texts) * 3


def _is_other_header(texts: Mapping[Field, str], first: str) -> bool:
    """Whether a row begins another table: NO, and short names without numbers right of it."""
    known = meaning_of(first) if len(first) < 12 and len(texts) > 1 else None
    if known is None or known.field is not Field.NO:
        return False
    if read_letter(texts.get(Field.INDIKATOR, "")) or any(area_number(text) for text in texts.values()):
        return False  # a row of the matrix where somebody typed "No" over the number
    return all(len(text) < 60 and not text.replace(".", "").isdecimal() for text in texts.values())


def _says_the_same(text: str, header: str) -> bool:
    if len(text) > len(header) + 20:  # line breaks, spaces, brackets; anything longer says more
        return False
    bare = _bare(text)
    return bare == header or (len(bare) > 1 and bare in header)


def _bare(text: str) -> str:
    """Letters and digits only, capitals or not."""
    return "".join(filter(str.isalnum, text.casefold()))


def _end(lines: Sequence[Line]) -> int:
    """How many of the lines are the matrix's: up to what closes it, or stands apart, and has no full row after it.

    Titles below what closes it, without a full row after them, are numbered notes.
    """
    full = max((at for at, line in enumerate(lines) if line.kind is Kind.CONTENT and is_sure(line)), default=-1)
    after = range(full + 1 if full >= 0 else len(lines), len(lines))
    closing = next((at for at in after if _closes(lines[at])), len(lines))
    last = max((at for at, line in enumerate(lines[:closing]) if is_sure(line)), default=-1)
    end = last + 1
    while 0 < end < closing and lines[end].row == lines[end - 1].row + 1:
        end += 1
    while end > last + 1 and lines[end - 1].kind is Kind.STRAY:
        end -= 1
    return end if last >= 0 else closing


def _closes(line: Line) -> bool:
    return any(_CLOSING.match(part) for text in line.texts.values() for part in text.split("\n"))


def is_sure(line: Line) -> bool:
    """Whether a row can only be the matrix's own."""
    if line.kind in (Kind.HEADER, Kind.NUMBERING):
        return True
    if line.kind is Kind.HEADING:
        return line.number is not None
    filled = sum(field in line.texts for field in CONTENT)
    return line.kind is Kind.CONTENT and (
        filled > 2 or line.letter is not None or (line.number is not None and filled > 0)
    )
