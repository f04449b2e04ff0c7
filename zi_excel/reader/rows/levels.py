"""How a sheet numbers its levels where komponen, subkomponen and indikator stand below each other in one column."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from zi_excel.plan.numbering import ROMAN, Number, Style, levels, read_digits, read_letter, read_number, split_number
from zi_excel.plan.rencana_aksi import Field
from zi_excel.reader.rows.grid import Grid

_LOOK = 400
"""Rows from which a sheet's habit is told."""
_MARKED = frozenset({Style.ROMAN, Style.LETTER})
_PLANNED = (Field.LANGKAH_AKSI, Field.BUKTI_FISIK, Field.TARGET_WAKTU)


class Levels(NamedTuple):
    """How a sheet numbers.

    titled: the styles of number that titles have: in most rows numbered so, nothing is planned. small_roman: whether
    `i.` `ii.` count titles too. in_text: whether the number stands before the text, as there is no column NO. outer:
    the style of komponen where subkomponen have letters or Roman numbers too and indikator digits (`A`, `I`, `1`); None
    elsewhere. unnumbered: whether nothing is numbered, so that a text by itself is the title of what is planned below.
    """

    titled: frozenset[Style] = frozenset()
    small_roman: bool = False
    in_text: bool = False
    outer: Style | None = None
    unnumbered: bool = False

    def number_of(self, texts: Mapping[Field, str], lead: Field) -> Number | None:
        """A row's number by this habit: the inner style of titles counts subkomponen, the digits below it indikator."""
        number = self.written(texts, lead)
        if number is None or self.outer is None or number.style in (self.outer, Style.SMALL):
            return number
        return number._replace(style=Style.ARABIC if number.style in _MARKED else Style.SMALL)

    def written(self, texts: Mapping[Field, str], lead: Field) -> Number | None:
        """A row's number as written."""
        if self.in_text:
            return split_number(texts.get(lead, ""))[0]
        no = texts.get(Field.NO, "")
        value = small_roman(no) if self.small_roman and not is_planned(texts, lead) else None
        if value is not None:
            return Number(value, Style.ARABIC)
        number = read_number(no)
        return number._replace(style=Style.SMALL) if number and levels(no) > 2 else number  # 1.1.1 is an indikator's

    def is_title(self, texts: Mapping[Field, str], lead: Field) -> bool:
        """Whether a row is a title: numbered as titles are, nothing planned in it."""
        if self.unnumbered:
            return texts.keys() == {lead}
        if not self.titled or lead not in texts or is_planned(texts, lead):
            return False
        number = self.written(texts, lead)
        return number is not None and number.style in self.titled


def read_levels(grid: Grid, lead: Field) -> Levels:
    """The habit of a sheet, by its first rows; none where komponen have a column of their own."""
    if grid.has(Field.KOMPONEN):
        return Levels()
    rows = [texts for row in islice(grid.rows, _LOOK) if lead in (texts := grid.texts(row))]
    marks = [texts.get(Field.NO, "") for texts in rows if not is_planned(texts, lead)]
    habit = Levels(
        small_roman=any(len(mark.strip("(). ")) > 1 and small_roman(mark) for mark in marks),
        in_text=not grid.has(Field.NO),
    )
    planned: Counter[Style] = Counter()
    bare: Counter[Style] = Counter()
    for texts in rows:
        if (number := habit.written(texts, lead)) is not None and number.style is not Style.SMALL:
            (planned if is_planned(texts, lead) else bare)[number.style] += 1
    titled = frozenset(style for style, count in bare.items() if count > planned[style])
    outer = next(iter(bare)) if titled == _MARKED and planned[Style.ARABIC] else None
    unnumbered = not planned and not bare and _stand_alone(rows, lead)
    return habit._replace(titled=titled, outer=outer, unnumbered=unnumbered)


def _stand_alone(rows: Sequence[Mapping[Field, str]], lead: Field) -> bool:
    """Whether texts by themselves are titles: there are several, each above something planned, at most two in a row."""
    if any(Field.NO in texts or read_letter(texts[lead]) or read_digits(texts[lead]) for texts in rows):
        return False
    alone = [texts.keys() == {lead} for texts in rows]
    runs = [len(list(run)) for is_alone, run in groupby(alone) if is_alone]
    return sum(runs) > 2 and max(runs) < 3 and not alone[-1]


def is_planned(texts: Mapping[Field, str], lead: Field) -> bool:
    """Whether a row says how, by what or when, apart from its own text."""
    return any(field in texts for field in _PLANNED if field is not lead)


def small_roman(mark: str) -> int | None:
    """`ii.` as 2; None where it is no small Roman number."""
    bare = mark.strip("(). ")
    return ROMAN.index(bare.upper()) + 1 if bare.islower() and bare.upper() in ROMAN else None
