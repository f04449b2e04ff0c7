"""Finding the matrix by the texts of its header, over one row or two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import pairwise
from typing import NamedTuple

from zi_excel.numbering import ROMAN
from zi_excel.reader.references import column_number
from zi_excel.reader.synonyms import OWN, SYNONYMS, VAGUE, Meaning, key, meaning
from zi_excel.rencana_aksi import ENACTED_FIELDS, Field, OtherColumn, Understood

CORE = (Field.KOMPONEN, Field.INDIKATOR, Field.LANGKAH_AKSI, Field.BUKTI_FISIK, Field.TARGET_WAKTU)
_NUMBERING = re.compile(r"\(?(\d{1,2}|[A-Za-z]|[IVX]{1,5}|[ivx]{1,5})\)?\.?(?:\s*=.*)?")
_HIGHEST = 40
"""Numbers of columns are small; what is greater must rise (`10 20 30`) to be taken for one."""
_CLOSE = 0.86
"""How alike a misspelt header must be ("PENANGGUNG JAWEB"); "KENDALI" and "KENDALA" are less."""
_LETTERS = re.compile(r"[A-Za-z]{1,3}")

Texts = Mapping[int, str]
"""A row's texts by column; blank cells left out."""


class Header(NamedTuple):
    """A matrix's header. first, last: its rows; numbering: the row `1 2 3 ...` below it, where there is one.

    columns, texts, how: which column was taken for which Field, what its header says, how that was understood. others:
    the columns with a header that were not taken. twice: those of them that mean the same as one that was, as surely.
    strong: whether it can hardly be anything else than an action plan's matrix.
    """

    first: int
    last: int
    numbering: int | None
    columns: Mapping[Field, int]
    texts: Mapping[Field, str]
    how: Mapping[Field, Understood]
    others: tuple[OtherColumn, ...]
    twice: tuple[tuple[Field, int], ...]
    strong: bool

    @property
    def below(self) -> int:
        """The last row that belongs to the header; the matrix's rows come after it."""
        return self.numbering or self.last


class _Candidate(NamedTuple):
    texts: Texts
    meanings: Mapping[int, Meaning]
    rows: tuple[int, ...]

    @property
    def fields(self) -> frozenset[Field]:
        return frozenset(each.field for each in self.meanings.values())

    @property
    def score(self) -> tuple[int, int, int]:
        """More columns understood, then surer ones, then fewer rows."""
        sure = {each.field for each in self.meanings.values() if each.rank == OWN}
        return len(self.fields), len(sure), -len(self.rows)


def find_header(
    rows: Sequence[tuple[int, Texts]], chosen: Mapping[Field, str] | None = None, *, asked: bool = False
) -> Header | None:
    """The matrix's header among a sheet's rows: the best one, of equals the first; None where there is none.

    Args:
        rows: the sheet's rows in their order, each with its texts.
        chosen: what settings say: per Field a column's letter ("F") or its header's text.
        asked: whether this sheet was asked for by name; then less of a header will do.
    """
    chosen = chosen or {}
    best = max(
        (each for each in _candidates(rows, chosen) if _acceptable(each.fields, asked=asked)),
        key=lambda each: each.score,
        default=None,
    )
    return None if best is None else _header(best, rows, chosen)


def is_numbering(texts: Texts) -> bool:
    """Whether a row numbers the columns: `1 2 3`, `(1) (2) (3)`, `a b c`, `I II III`; in any order, as columns move."""
    marks = [match[1] for text in texts.values() if (match := _NUMBERING.fullmatch(text))]
    if not len(set(marks)) == len(marks) == len(texts) > 2:
        return False
    if all(mark.isdecimal() for mark in marks):
        numbers = [int(mark) for mark in marks]
        return max(numbers) <= _HIGHEST or all(one < other for one, other in pairwise(numbers))
    return all(mark.isalpha() and len(mark) == 1 for mark in marks) or all(mark.upper() in ROMAN for mark in marks)


def is_letter(chosen: str) -> bool:
    """Whether what settings say of a column may be its letter."""
    return _LETTERS.fullmatch(chosen.strip()) is not None


def _candidates(rows: Sequence[tuple[int, Texts]], chosen: Mapping[Field, str]) -> Iterator[_Candidate]:
    """The rows that may be a header, alone and with the row below. One that says next to nothing known is none."""
    understood = [_meanings(texts, chosen) if len(texts) > 1 else {} for _, texts in rows]
    for (number, texts), meanings in zip(rows, understood, strict=True):
        if len(meanings) > 1:
            yield _Candidate(texts, meanings, (number,))
    for at, ((number, texts), (below, lower)) in enumerate(pairwise(rows)):
        known = len(understood[at]), len(understood[at + 1])
        if below == number + 1 and max(known) > 1 and not is_numbering(lower):
            joined, meanings = _two_rows(texts, lower, chosen)
            yield _Candidate(joined, meanings, (number, below))


def _meanings(texts: Texts, chosen: Mapping[Field, str]) -> dict[int, Meaning]:
    named = {key(text): Meaning(field, OWN - 1) for field, text in chosen.items()}
    found = {}
    for column, text in texts.items():
        each = named.get(key(text)) if named else None
        if (each := each or meaning(text)) is not None:
            found[column] = each
    return found


def _two_rows(upper: Texts, lower: Texts, chosen: Mapping[Field, str]) -> tuple[Texts, dict[int, Meaning]]:
    """The texts and meanings of a header over two rows; an upper text may stand over several lower ones."""
    texts: dict[int, str] = {}
    found: dict[int, Meaning] = {}
    group = ""
    for column in sorted({*upper, *lower}):
        own, below = upper.get(column, ""), lower.get(column, "")
        group = own or (group if below else "")
        for text in (f"{group} {below}".strip(), below, own):
            each = _meanings({column: text}, chosen).get(column) if text else None
            if each is not None:
                texts[column], found[column] = text, each
                break
        else:
            texts[column] = f"{group} {below}".strip()
    return texts, found


def _acceptable(fields: frozenset[Field], *, asked: bool) -> bool:
    core = len(fields.intersection(CORE))
    says_what = Field.INDIKATOR in fields or Field.LANGKAH_AKSI in fields
    if asked:
        return says_what and len(fields) > 2
    return says_what and core > 2 and (Field.TARGET_WAKTU in fields or Field.BUKTI_FISIK in fields)


def _strong(meanings: Mapping[Field, Meaning]) -> bool:
    own = sum(meanings[each].rank <= OWN for each in ENACTED_FIELDS if each in meanings)
    return own > 3 or (Field.INDIKATOR in meanings and sum(each in meanings for each in CORE) > 3)


def _header(found: _Candidate, rows: Sequence[tuple[int, Texts]], chosen: Mapping[Field, str]) -> Header:
    columns: dict[Field, int] = {}
    for column, each in sorted(found.meanings.items(), key=lambda item: (item[1].rank, item[0])):
        columns.setdefault(each.field, column)
    given = _by_letter(chosen, found.meanings)
    columns = {field: column for field, column in columns.items() if column not in given.values()} | given
    taken = set(columns.values())
    twice = tuple(
        (each.field, column)
        for column, each in sorted(found.meanings.items())
        if column not in taken and each.rank < VAGUE and found.meanings.get(columns[each.field]) == each
    )
    misspelt = _misspelt(found.texts, columns, {column for _, column in twice})
    columns |= misspelt
    last = found.rows[-1]
    after = [(number, texts) for number, texts in rows if last < number <= last + 3 and texts]
    last = _with_rows_below(last, after, columns)
    numbering = next((number for number, texts in after if number > last and is_numbering(texts)), None)
    if numbering is not None and any(last < number < numbering for number, _ in after):
        numbering = None
    return Header(
        first=found.rows[0],
        last=last,
        numbering=numbering,
        columns=dict(sorted(columns.items(), key=lambda item: item[1])),
        texts={field: found.texts.get(column, "") for field, column in columns.items()},
        how={
            field: Understood.SETTINGS
            if field in given
            else Understood.MISSPELT
            if field in misspelt
            else _how(found.meanings[column])
            for field, column in columns.items()
        },
        others=tuple(_others(found, columns)),
        twice=twice,
        strong=_strong(
            {field: found.meanings[column] for field, column in columns.items() if column in found.meanings}
        ),
    )


def _how(meaning: Meaning) -> Understood:
    return Understood.SETTINGS if meaning.rank < OWN else Understood.OWN if meaning.rank == OWN else Understood.SYNONYM


def _others(found: _Candidate, columns: Mapping[Field, int]) -> Iterator[OtherColumn]:
    taken = set(columns.values())
    for column, text in sorted(found.texts.items()):
        if column not in taken:
            each = found.meanings.get(column)
            yield OtherColumn(column, text, each.field if each is not None and each.field in columns else None)


def _by_letter(chosen: Mapping[Field, str], meanings: Mapping[int, Meaning]) -> dict[Field, int]:
    """The columns that settings give by letter; a header's text goes first ("NO" and "PIC" are letters as well)."""
    by_text = {each.field for each in meanings.values() if each.rank < OWN}
    return {
        field: number
        for field, text in chosen.items()
        if field not in by_text and is_letter(text) and (number := column_number(text.strip()))
    }


def _misspelt(texts: Texts, columns: Mapping[Field, int], twice: set[int]) -> dict[Field, int]:
    """Columns still missing whose header is a known one but for a letter or two."""
    known = [words for words, each in SYNONYMS.items() if each.field not in columns and len(words) > 5]
    found: dict[Field, int] = {}
    for column, text in sorted(texts.items()):
        if column in columns.values() or column in twice or not known:
            continue
        for words in get_close_matches(key(text), known, 1, _CLOSE):
            found.setdefault(SYNONYMS[words].field, column)
    return found


def _with_rows_below(last: int, after: Sequence[tuple[int, Texts]], columns: Mapping[Field, int]) -> int:
    """The header's last row: rows right below that stand over none of columns 1-7 belong to it (units, quarters)."""
    enacted = {columns[field] for field in ENACTED_FIELDS if field in columns}
    for number, texts in after:
        if number != last + 1 or is_numbering(texts) or enacted & texts.keys():
            break
        last = number
    return last
