"""The rows below the header, and what each is by itself: the header again, a subtotal, a heading, content."""

import re
from collections.abc import Mapping
from enum import Enum, auto
from typing import NamedTuple

from zi_excel.plan.areas import area_number
from zi_excel.plan.numbering import Number, Style, levels, read_letter, read_number, split_number
from zi_excel.plan.patterns import pattern
from zi_excel.plan.rencana_aksi import Field
from zi_excel.reader.header.headers import is_numbering
from zi_excel.reader.header.names import MOST_CHARACTERS, meaning_of
from zi_excel.reader.rows.grid import Grid
from zi_excel.reader.rows.levels import Levels, read_levels

CONTENT = (Field.INDIKATOR, Field.LANGKAH_AKSI, Field.BUKTI_FISIK, Field.TARGET_WAKTU)
"""The columns of which a planned row fills at least one."""
REPORTED = (Field.PENANGGUNG_JAWAB, Field.TAUTAN_BUKTI, Field.KENDALA, Field.TINDAK_LANJUT)
"""The columns in which a row may hold nothing but the rest of the text above it."""
_SUBTOTAL = pattern(r"(?:(?:grand |sub ?)?(?:total|jumlah)|rata ?-? ?rata|rerata)\b(.*)", re.IGNORECASE | re.DOTALL)
_OF_SUBTOTAL = (
    frozenset(["capaian", "realisasi", "nilai", "progres", "progress", "persentase", "target", "indikator"])
    | frozenset(["komponen", "subkomponen", "sub", "area", "umum", "keseluruhan", "seluruh", "seluruhnya", "semua"])
    | frozenset(["akhir", "total", "jumlah", "rata", "per", "dan", "zi"])
)
"""What may follow the word in a subtotal's own cell; a komponen's name may as well."""
_MARKS = 20
"""Characters by which a header's text may be longer on the next page: line breaks, spaces and brackets."""
_DIVIDING = ("pengungkit", "pemenuhan", "reform", "hasil")
_DIVIDER = pattern(
    rf"(?:[A-Z\d]{{1,3}}\s*[.)]\s*)?(?:(?:komponen|aspek|unsur)\s+)?(?:{'|'.join(_DIVIDING)})\b\W*", re.IGNORECASE
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

    texts: what stands in its cells, blank ones left out. number: the number in NO, or before the name. name: what
    KOMPONEN says without that number. named: the column that the name stands in. letter: the indikator's.
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
        """What stands in NO, whether a number or not."""
        return self.texts.get(Field.NO, "") if self.named is not Field.NO else ""

    @property
    def levels(self) -> int:
        """How many levels its number names: 1 of `I`, 2 of `I.1`."""
        return levels(self.written)

    @property
    def is_marked(self) -> bool:
        """Whether, if a heading, it can only be a komponen's: its number is Roman or a capital, or it names an area."""
        by_number = self.number is not None and self.number.style in (Style.ROMAN, Style.LETTER) and self.levels == 1
        return by_number or area_number(self.name) is not None


def read_lines(grid: Grid) -> tuple[Line, ...]:
    """The rows below the header, blank ones left out."""
    lead = lead_field(grid)
    header = {field: _bare(text) for field, text in grid.header.texts.items()}
    habit = read_levels(grid, lead)
    return tuple(line for row in grid.rows if (line := _line(grid, row, lead, header, habit)) is not None)


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
    """What a row is that says nothing new; None where it says something."""
    first = next(iter(texts.values()))
    if len(first) < 6 and is_numbering(grid.column_texts(row)):
        return Kind.NUMBERING
    if _is_header(texts, header) or _means_the_same(texts):
        return Kind.HEADER
    if _is_other_header(texts, first):
        return Kind.OTHER_HEADER
    if is_divider(texts):
        return Kind.DIVIDER
    return Kind.SUBTOTAL if _is_subtotal(texts, first) else None


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
    """Whether a title stands in the indikator's column. alone: whether komponen have no column of their own."""
    if lead not in texts or not {Field.NO, lead}.issuperset(texts):
        return False
    titled = number is not None and (number.style is Style.ROMAN or (alone and number.style is not Style.SMALL))
    return titled or area_number(split_number(texts[lead])[1]) is not None


def _is_header(texts: Mapping[Field, str], header: Mapping[Field, str]) -> bool:
    """Whether a row says what the header says, or part of it, as one row of a header over two does."""
    needed = len(texts) if len(texts) < 3 else max(3, len(texts) // 2 + 1)
    short = [(text, header[field]) for field, text in texts.items() if len(text) <= len(header[field]) + _MARKS]
    return len(short) >= needed and sum(_says_the_same(text, own) for text, own in short) >= needed


def _means_the_same(texts: Mapping[Field, str]) -> bool:
    """Whether a row names the matrix's columns, each in its place, though in other words (as on another page)."""
    first = next(iter(texts.values()))
    if len(texts) < 4 or len(first) > MOST_CHARACTERS or meaning_of(first) is None:  # nearly every row
        return False
    same = sum((named := meaning_of(text)) is not None and named.field is field for field, text in texts.items())
    return same > 3 and same * 4 > len(texts) * 3


def _is_other_header(texts: Mapping[Field, str], first: str) -> bool:
    """Whether a row begins another table: NO, and to its right short names without numbers."""
    named = meaning_of(first) if len(first) < 12 and len(texts) > 1 else None
    if named is None or named.field is not Field.NO:
        return False
    if read_letter(texts.get(Field.INDIKATOR, "")) or any(area_number(text) for text in texts.values()):
        return False  # a row of the matrix where somebody typed "No" over the number
    return all(len(text) < 60 and not text.replace(".", "").isdecimal() for text in texts.values())


def is_divider(texts: Mapping[Field, str]) -> bool:
    """Whether a row says no more than `A. PENGUNGKIT`, `PEMENUHAN`, `REFORM`: the LKE's words above what is planned."""
    if len(texts) > 2:
        return False
    named = [text for field, text in texts.items() if field is not Field.NO or len(text) > 4]
    if len(named) != 1 or not any(word in named[0].casefold() for word in _DIVIDING):
        return False
    return _DIVIDER.fullmatch(named[0]) is not None


def _is_subtotal(texts: Mapping[Field, str], first: str) -> bool:
    """Whether a row sums up. "Jumlah tim kerja" in the indikator's column is an indikator without its target."""
    match = _SUBTOTAL.match(first)
    if match is None or any(field in texts for field in (Field.LANGKAH_AKSI, Field.BUKTI_FISIK, Field.TARGET_WAKTU)):
        return False
    if Field.INDIKATOR not in texts:
        return True
    rest = re.sub(r"^\W*(?:sub ?)?(?:komponen|area|capaian|[ivx]+\b|\W)*", "", match[1], flags=re.IGNORECASE)
    words = re.findall(r"\w+", match[1].casefold())
    return all(word in _OF_SUBTOTAL or read_number(word) for word in words) or area_number(rest) is not None


def _says_the_same(text: str, header: str) -> bool:
    bare = _bare(text)
    return bare == header or (len(bare) > 1 and bare in header)


def _bare(text: str) -> str:
    """A text's letters and digits only, in small letters."""
    return "".join(filter(str.isalnum, text.casefold()))
