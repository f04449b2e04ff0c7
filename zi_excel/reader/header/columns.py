"""Which of a header's columns is taken for what, once it is known where the header stands.

Many offices keep komponen, subkomponen and indikator below each other in one column (`URAIAN`, `AREA / KEGIATAN`,
`KOMPONEN`), and beside it what is done (`RENCANA AKSI`): no header calls one INDIKATOR there (`with_indikator`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from zi_excel.plan.numbering import Style, levels, read_letter, read_number
from zi_excel.plan.patterns import pattern
from zi_excel.plan.rencana_aksi import Field, OtherColumn, Part, Understood
from zi_excel.reader.header.names import CHOSEN, OWN, SYNONYMS, USUAL, VAGUE, Meaning, key
from zi_excel.reader.header.parts import PARTED, without_time
from zi_excel.reader.sheet.ranges import column_number

Texts = Mapping[int, str]
"""A row's texts by column; blank cells left out."""
_CLOSE = 0.86
"""How alike a misspelt header must be ("PENANGGUNG JAWEB"); "KENDALI" and "KENDALA" are less."""
_LETTERS = pattern(r"[A-Za-z]{1,3}")
_WIDE = pattern(r"\b(?:area|pilar|pengungkit)\b", re.IGNORECASE)
"""What the wider of two columns of komponen is called: AREA PERUBAHAN beside KOMPONEN."""
_DONE = pattern(r"\b(?:aksi|langkah|tahapan)\b", re.IGNORECASE)
"""What a column of steps is called; `KEGIATAN` or `URAIAN` may as well be what the steps serve."""
_PROGRAM = pattern(r"program(?: kerja)?|strategi", re.IGNORECASE)
"""Between AREA and KEGIATAN, what the kegiatan belong to."""
_SEVERAL = pattern(r"[/&,]|\b(?:dan|atau)\b", re.IGNORECASE)
_PLANNED = (Field.LANGKAH_AKSI, Field.BUKTI_FISIK, Field.TARGET_WAKTU)
_UNDERSTOOD = {
    CHOSEN: Understood.SETTINGS,
    OWN: Understood.OWN,
    USUAL: Understood.SYNONYM,
    VAGUE: Understood.SYNONYM,
}
_SCORES = frozenset(["nilai", "bobot", "jawaban", "jawaban pilihan", "skor"])


class Taken(NamedTuple):
    """What each column was taken for; where not said otherwise, the fields are those of Header.

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
        """The columns with a header that were not taken. parts: the columns that are parts of a taken one."""
        taken = {*self.columns.values(), *self.marks.values(), *parts}
        for column, text in sorted(self.texts.items()):
            if column not in taken:
                meaning = self.meanings.get(column)
                yield OtherColumn(column, text, meaning.field if meaning and meaning.field in self.columns else None)


def is_letter(chosen: str) -> bool:
    """Whether the settings may name a column by its letter here, not by its header's text."""
    return _LETTERS.fullmatch(chosen.strip()) is not None


def table_beside(meanings: Mapping[int, Meaning]) -> int | None:
    """The column where a second table begins in the header's row: KOMPONEN again, then only what was there before."""
    for column, meaning in sorted(meanings.items()):
        if meaning.field is Field.KOMPONEN:
            before = {other.field for at, other in meanings.items() if at < column}
            behind = [other for at, other in meanings.items() if at >= column]
            chosen = any(other.rank == CHOSEN for other in behind)
            if len(behind) > 1 and not chosen and before.issuperset(other.field for other in behind):
                return column
    return None


def with_indikator(texts: Texts, meanings: Mapping[int, Meaning], below: Iterable[Texts]) -> Mapping[int, Meaning]:
    """The columns' meanings, one of them INDIKATOR where that can be told.

    Of two columns of kegiatan the left one is what the right one serves. A column of komponen is INDIKATOR where the
    rows below count their own texts there (`a.`), beside what is planned.

    Args:
        texts: the header's texts.
        meanings: what they mean; where INDIKATOR is among them, nothing changes.
        below: the rows below the header.
    """
    columns: dict[Field, list[int]] = {}
    for column, meaning in sorted(meanings.items()):
        columns.setdefault(meaning.field, []).append(column)
    if Field.INDIKATOR in columns:
        return meanings
    steps = [column for column in columns.get(Field.LANGKAH_AKSI, []) if meanings[column].rank != CHOSEN]
    komponen = columns.get(Field.KOMPONEN, [])
    if (
        len(steps) == 2
        and komponen
        and _PROGRAM.fullmatch(texts[steps[0]].strip())
        and not _DONE.search(texts[steps[1]])
    ):
        return _as_indikator({**meanings, steps[0]: Meaning(Field.SUBKOMPONEN, VAGUE)}, steps[1])
    if len(steps) > 1:
        return _as_indikator(meanings, steps[-2])
    if len(komponen) == 1 and Field.SUBKOMPONEN not in columns and meanings[komponen[0]].rank != CHOSEN:
        planned = [column for field in _PLANNED for column in columns.get(field, [])]
        no = columns.get(Field.NO, [0])[0]
        mixed = meanings[komponen[0]].rank == VAGUE and _SEVERAL.search(texts[komponen[0]])
        if mixed or _counts_rows(komponen[0], no, planned, below):
            return _as_indikator(meanings, komponen[0])
    known_before = bool(steps) and all(column in meanings for column in texts if column < steps[0])
    if known_before and not _DONE.search(texts[steps[0]]):  # else the indikator may stand under an unknown title
        return _as_indikator(meanings, steps[0])
    return meanings


def _as_indikator(meanings: Mapping[int, Meaning], column: int) -> Mapping[int, Meaning]:
    return {**meanings, column: Meaning(Field.INDIKATOR, max(meanings[column].rank, USUAL))}


def _counts_rows(komponen: int, no: int, planned: Iterable[int], below: Iterable[Texts]) -> bool:
    """Whether most planned rows have a text of their own in the column of komponen, with a letter before it."""
    rows = [texts for texts in below if any(column in texts for column in planned)]
    lettered = sum(_is_lettered(texts[komponen], texts.get(no, "")) for texts in rows if komponen in texts)
    return lettered > 1 and lettered * 2 > len(rows)


def _is_lettered(text: str, no: str) -> bool:
    number = read_number(no)
    if number is None:
        return read_letter(text) is not None
    return number.style is Style.SMALL or levels(no) > 2


def take_columns(texts: Texts, meanings: Mapping[int, Meaning], chosen: Mapping[Field, str]) -> Taken:
    """Takes the columns. chosen: what the settings say: per Field a column's letter or its header's text."""
    meanings = _without_scores(texts, _komponen_over_subkomponen(texts, meanings))
    columns: dict[Field, int] = {}
    for column, meaning in sorted(meanings.items(), key=lambda item: (item[1].rank, item[0])):
        columns.setdefault(meaning.field, column)
    given = _by_letter(chosen, meanings)
    columns = {field: column for field, column in columns.items() if column not in given.values()} | given
    parts = {
        field: times for field in PARTED if field not in given and (times := _parts(field, texts, meanings, columns))
    }
    marks = _marks(meanings, columns)
    taken = {*columns.values(), *marks.values(), *(part.column for times in parts.values() for part in times)}
    twice = tuple(
        (meaning.field, column)
        for column, meaning in sorted(meanings.items())
        if column not in taken and meaning.rank < VAGUE and meanings.get(columns[meaning.field]) == meaning
    )
    misspelt = _misspelt(texts, columns, taken | {column for _, column in twice})
    columns |= misspelt
    otherwise = dict.fromkeys(misspelt, Understood.MISSPELT) | dict.fromkeys(given, Understood.SETTINGS)
    how = {field: otherwise.get(field) or _UNDERSTOOD[meanings[column].rank] for field, column in columns.items()}
    return Taken(texts, meanings, columns, how, twice, parts, marks, frozenset(given))


def _komponen_over_subkomponen(texts: Texts, meanings: Mapping[int, Meaning]) -> Mapping[int, Meaning]:
    """A lone SUBKOMPONEN names the komponen as well; of `AREA PERUBAHAN` and `KOMPONEN` the second is the narrower."""
    wide = [column for column, meaning in sorted(meanings.items()) if meaning.field is Field.KOMPONEN]
    narrow = [column for column, meaning in meanings.items() if meaning.field is Field.SUBKOMPONEN]
    if narrow and not wide:
        return {**meanings, narrow[0]: Meaning(Field.KOMPONEN, max(USUAL, meanings[narrow[0]].rank))}
    if len(wide) == 2 and not narrow and _WIDE.search(texts[wide[0]]) and not _WIDE.search(texts[wide[1]]):
        return {**meanings, wide[1]: Meaning(Field.SUBKOMPONEN, meanings[wide[1]].rank)}
    return meanings


def _without_scores(texts: Texts, meanings: Mapping[int, Meaning]) -> Mapping[int, Meaning]:
    """Beside NILAI and BOBOT a `%` is what the LKE gives for an answer, no realisasi."""
    if not any(key(text) in _SCORES for text in texts.values()):
        return meanings
    return {column: meaning for column, meaning in meanings.items() if key(texts[column]) != "%"}


def _parts(
    field: Field, texts: Texts, meanings: Mapping[int, Meaning], columns: Mapping[Field, int]
) -> tuple[Part, ...]:
    """The columns of a field that each name a time in their header, where the first of them was taken."""
    times = tuple(
        Part(column, time[1])
        for column, meaning in sorted(meanings.items())
        if meaning.field is field and (time := without_time(texts[column])) is not None
    )
    return times if len(times) > 1 and times[0].column == columns.get(field) else ()


def _marks(meanings: Mapping[int, Meaning], columns: Mapping[Field, int]) -> dict[Field, int]:
    """Second NO columns, each right before the texts that it numbers: NO | KOMPONEN | NO | INDIKATOR."""
    fields = {column: field for field, column in columns.items()}
    return {
        fields[column + 1]: column
        for column, meaning in meanings.items()
        if meaning.field is Field.NO
        and column != columns.get(Field.NO)
        and fields.get(column + 1) in (Field.SUBKOMPONEN, Field.INDIKATOR, Field.LANGKAH_AKSI)
    }


def _by_letter(chosen: Mapping[Field, str], meanings: Mapping[int, Meaning]) -> dict[Field, int]:
    """The columns that settings give by letter; a header's text goes first ("NO" and "PIC" are letters as well)."""
    by_text = {meaning.field for meaning in meanings.values() if meaning.rank == CHOSEN}
    return {
        field: number
        for field, text in chosen.items()
        if field not in by_text and is_letter(text) and (number := column_number(text.strip()))
    }


def _misspelt(texts: Texts, columns: Mapping[Field, int], taken: set[int]) -> dict[Field, int]:
    """The columns still missing whose header is a known one but for a letter or two."""
    missing = [words for words, meaning in SYNONYMS.items() if meaning.field not in columns and len(words) > 5]
    misspelt: dict[Field, int] = {}
    for column, text in sorted(texts.items()):
        if column in columns.values() or column in taken or not missing:
            continue
        from difflib import get_close_matches  # most headers are spelt as known

        for words in get_close_matches(key(text), missing, 1, _CLOSE):
            misspelt.setdefault(SYNONYMS[words].field, column)
    return misspelt
