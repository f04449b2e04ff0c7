"""Which of a header's columns is taken for what, once it is known where the header stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from zi_excel.plan.rencana_aksi import Field, OtherColumn, Part, Understood
from zi_excel.reader.header.parts import PARTED, without_time
from zi_excel.reader.header.synonyms import OWN, SYNONYMS, USUAL, VAGUE, Meaning, key
from zi_excel.reader.sheet.ranges import column_number

Texts = Mapping[int, str]
"""A row's texts by column; blank cells left out."""
_CLOSE = 0.86
"""How alike a misspelt header must be ("PENANGGUNG JAWEB"); "KENDALI" and "KENDALA" are less."""
_LETTERS = re.compile(r"[A-Za-z]{1,3}")
_WIDE = re.compile(r"\b(?:area|pilar|pengungkit)\b", re.IGNORECASE)
"""What the wider of two columns of komponen is called: AREA PERUBAHAN beside KOMPONEN."""


_SCORES = frozenset(["nilai", "bobot", "jawaban", "jawaban pilihan", "skor"])


class Taken(NamedTuple):
    """What each column was taken for; the fields as of Header.

    texts, meanings: of all columns with a header. by_letter: the fields whose column the settings give by its letter.
    """

    texts: Texts
    meanings: Mapping[int, Meaning]
    columns: Mapping[Field, int]
    how: Mapping[Field, Understood]
    twice: tuple[tuple[Field, int], ...]
    parts: Mapping[Field, tuple[Part, ...]]
    marks: Mapping[Field, int]
    by_letter: frozenset[Field]

    def others(self, parts: set[int]) -> Iterator[OtherColumn]:
        """The columns with a header that were not taken. parts: those that are parts of a taken one."""
        taken = {*self.columns.values(), *self.marks.values(), *parts}
        for column, text in sorted(self.texts.items()):
            if column not in taken:
                each = self.meanings.get(column)
                yield OtherColumn(column, text, each.field if each is not None and each.field in self.columns else None)


def is_letter(chosen: str) -> bool:
    """Whether what settings say of a column may be its letter."""
    return _LETTERS.fullmatch(chosen.strip()) is not None


def take_columns(texts: Texts, meanings: Mapping[int, Meaning], chosen: Mapping[Field, str]) -> Taken:
    """Takes the columns. chosen: what settings say: per Field a column's letter or its header's text."""
    meanings = _without_scores(texts, _komponen_over_subkomponen(texts, meanings))
    columns: dict[Field, int] = {}
    for column, each in sorted(meanings.items(), key=lambda item: (item[1].rank, item[0])):
        columns.setdefault(each.field, column)
    given = _by_letter(chosen, meanings)
    columns = {field: column for field, column in columns.items() if column not in given.values()} | given
    parts = {
        field: times for field in PARTED if field not in given and (times := _parts(field, texts, meanings, columns))
    }
    marks = _marks(meanings, columns)
    taken = {*columns.values(), *marks.values(), *(part.column for each in parts.values() for part in each)}
    twice = tuple(
        (each.field, column)
        for column, each in sorted(meanings.items())
        if column not in taken and each.rank < VAGUE and meanings.get(columns[each.field]) == each
    )
    misspelt = _misspelt(texts, columns, taken | {column for _, column in twice})
    columns |= misspelt
    how = {
        field: Understood.SETTINGS
        if field in given
        else Understood.MISSPELT
        if field in misspelt
        else _how(meanings[column])
        for field, column in columns.items()
    }
    return Taken(texts, meanings, columns, how, twice, parts, marks, frozenset(given))


def _how(meaning: Meaning) -> Understood:
    return Understood.SETTINGS if meaning.rank < OWN else Understood.OWN if meaning.rank == OWN else Understood.SYNONYM


def _komponen_over_subkomponen(texts: Texts, meanings: Mapping[int, Meaning]) -> Mapping[int, Meaning]:
    """A lone SUBKOMPONEN names the komponen as well; of `AREA PERUBAHAN` and `KOMPONEN` the second is the narrower."""
    wide = [column for column, each in sorted(meanings.items()) if each.field is Field.KOMPONEN]
    narrow = [column for column, each in meanings.items() if each.field is Field.SUBKOMPONEN]
    if narrow and not wide:
        return {**meanings, narrow[0]: Meaning(Field.KOMPONEN, max(USUAL, meanings[narrow[0]].rank))}
    if len(wide) == 2 and not narrow and _WIDE.search(texts[wide[0]]) and not _WIDE.search(texts[wide[1]]):
        return {**meanings, wide[1]: Meaning(Field.SUBKOMPONEN, meanings[wide[1]].rank)}
    return meanings


def _without_scores(texts: Texts, meanings: Mapping[int, Meaning]) -> Mapping[int, Meaning]:
    """Beside NILAI and BOBOT a `%` is what the LKE gives for an answer, no realisasi."""
    if not any(key(text) in _SCORES for text in texts.values()):
        return meanings
    return {column: each for column, each in meanings.items() if key(texts[column]) != "%"}


def _parts(
    field: Field, texts: Texts, meanings: Mapping[int, Meaning], columns: Mapping[Field, int]
) -> tuple[Part, ...]:
    """The columns of a field whose headers say a time each, where the first of them was taken."""
    times = tuple(
        Part(column, time[1])
        for column, each in sorted(meanings.items())
        if each.field is field and (time := without_time(texts[column])) is not None
    )
    return times if len(times) > 1 and times[0].column == columns.get(field) else ()


def _marks(meanings: Mapping[int, Meaning], columns: Mapping[Field, int]) -> dict[Field, int]:
    """Second NO columns, each right before the texts that it numbers: NO | KOMPONEN | NO | INDIKATOR."""
    fields = {column: field for field, column in columns.items()}
    return {
        fields[column + 1]: column
        for column, each in meanings.items()
        if each.field is Field.NO
        and column != columns.get(Field.NO)
        and fields.get(column + 1) in (Field.SUBKOMPONEN, Field.INDIKATOR, Field.LANGKAH_AKSI)
    }


def _by_letter(chosen: Mapping[Field, str], meanings: Mapping[int, Meaning]) -> dict[Field, int]:
    """The columns that settings give by letter; a header's text goes first ("NO" and "PIC" are letters as well)."""
    by_text = {each.field for each in meanings.values() if each.rank < OWN}
    return {
        field: number
        for field, text in chosen.items()
        if field not in by_text and is_letter(text) and (number := column_number(text.strip()))
    }


def _misspelt(texts: Texts, columns: Mapping[Field, int], taken: set[int]) -> dict[Field, int]:
    """Columns still missing whose header is a known one but for a letter or two."""
    known = [words for words, each in SYNONYMS.items() if each.field not in columns and len(words) > 5]
    found: dict[Field, int] = {}
    for column, text in sorted(texts.items()):
        if column in columns.values() or column in taken or not known:
            continue
        for words in get_close_matches(key(text), known, 1, _CLOSE):
            found.setdefault(SYNONYMS[words].field, column)
    return found
