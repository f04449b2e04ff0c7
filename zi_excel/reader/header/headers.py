"""Where the matrix's header stands, over one row or two, told by its texts."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from zi_excel.plan.numbering import ROMAN
from zi_excel.plan.patterns import pattern
from zi_excel.plan.plan_year import NOTHING_TOLD, Told
from zi_excel.plan.rencana_aksi import ENACTED_FIELDS, Field, OtherColumn, Part, Understood
from zi_excel.reader.header.choosing import (
    Chosen,
    best_of,
    best_parts,
    choose,
    is_year,
    measures_below,
    revision_below,
    said_of_measure,
    said_of_revision,
)
from zi_excel.reader.header.columns import Taken, Texts, table_beside, take_columns, with_indikator
from zi_excel.reader.header.names import CHOSEN, MOST_CHARACTERS, OWN, Meaning, begins_known, key, meaning_of
from zi_excel.reader.header.parts import PARTED, is_unit, is_week_row, parts_below, without_time, without_unit

CORE = (Field.KOMPONEN, Field.INDIKATOR, Field.LANGKAH_AKSI, Field.BUKTI_FISIK, Field.TARGET_WAKTU)
_NUMBERING = pattern(r"\(?(\d{1,2}|[A-Za-z]|[IVX]{1,5}|[ivx]{1,5})\)?\.?(?:\s*=.*)?")
_HIGHEST = 40
"""Numbers of columns are small; what is greater must rise (`10 20 30`) to be taken for one."""


class Header(NamedTuple):
    """A matrix's header.

    first, last: its rows. numbering: the row `1 2 3 ...` below it, where there is one. columns, texts, how: per Field
    the column that was taken for it, what its header says, how that was understood. others: the columns with a header
    that were not taken. twice: those of them that mean the same as a taken one, as surely. strong: whether it can
    hardly be anything else than an action plan's matrix. parts: the columns of a header that is parted by time. marks:
    columns of numbers or letters right before the texts that they belong to. alone: the fields whose column is that one
    alone, whatever its header stands over. judged: what was made of headers that mean the same, each a Field and a
    sentence.
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
    parts: Mapping[Field, tuple[Part, ...]] = MappingProxyType({})
    marks: Mapping[Field, int] = MappingProxyType({})
    alone: frozenset[Field] = frozenset()
    judged: tuple[tuple[Field, str], ...] = ()

    @property
    def below(self) -> int:
        """The last row that belongs to the header; the matrix's rows come after it."""
        return self.numbering or self.last


class _Candidate(NamedTuple):
    texts: Texts
    meanings: Mapping[int, Meaning]
    rows: tuple[int, ...]
    of_years: bool = False

    @property
    def fields(self) -> frozenset[Field]:
        return frozenset(meaning.field for meaning in self.meanings.values())

    @property
    def score(self) -> tuple[int, int, bool, int]:
        """More columns understood, then surer ones, then a second row that only says their years, then fewer rows."""
        sure = {meaning.field for meaning in self.meanings.values() if meaning.rank == OWN}
        return len(self.fields), len(sure), self.of_years, -len(self.rows)


def find_header(
    rows: Sequence[tuple[int, Texts]],
    chosen: Mapping[Field, str] | None = None,
    *,
    asked: bool = False,
    year: Told = NOTHING_TOLD,
) -> Header | None:
    """The matrix's header among a sheet's rows: the best one, of equals the first; None where there is none.

    Args:
        rows: the sheet's rows in their order, each with its texts.
        chosen: what settings say: per Field a column's letter ("F") or its header's text.
        asked: whether this sheet was asked for by name; then less of a header will do.
        year: what says the plan's year apart from the sheet.
    """
    chosen = chosen or {}
    best = max(
        (candidate for candidate in _candidates(rows, chosen) if may_be_header(candidate.fields, asked=asked)),
        key=lambda candidate: candidate.score,
        default=None,
    )
    return None if best is None else _header(best, rows, chosen, year)


def may_be_header(fields: frozenset[Field], *, asked: bool = False) -> bool:
    """Whether columns of these meanings make a matrix's header. asked: whether its sheet was asked for by name."""
    core = len(fields.intersection(CORE))
    says_what = Field.INDIKATOR in fields or Field.LANGKAH_AKSI in fields
    if asked:
        return says_what and len(fields) > 2
    return says_what and core > 2 and (Field.TARGET_WAKTU in fields or Field.BUKTI_FISIK in fields)


def is_numbering(texts: Texts) -> bool:
    """Whether a row numbers the columns: `1 2 3`, `(1) (2) (3)`, `a b c`, `I II III`; in any order, as columns move."""
    marks = [match[1] for text in texts.values() if (match := _NUMBERING.fullmatch(text))]
    if not len(set(marks)) == len(marks) == len(texts) > 2:
        return False
    if all(mark.isdecimal() for mark in marks):
        numbers = [int(mark) for mark in marks]
        return max(numbers) <= _HIGHEST or all(one < other for one, other in pairwise(numbers))
    return all(mark.isalpha() and len(mark) == 1 for mark in marks) or all(mark.upper() in ROMAN for mark in marks)


def _candidates(rows: Sequence[tuple[int, Texts]], chosen: Mapping[Field, str]) -> Iterator[_Candidate]:
    """The rows that may be a header, alone and with the row below; those with fewer than two known texts are none."""
    understood = [_meanings(texts, chosen) if len(texts) > 1 else {} for _, texts in rows]
    for (number, texts), meanings in zip(rows, understood, strict=True):
        if len(meanings) > 1:
            yield _Candidate(texts, meanings, (number,))
    for at, ((number, texts), (below, lower)) in enumerate(pairwise(rows)):
        known = len(understood[at]), len(understood[at + 1])
        if below == number + 1 and max(known) > 1 and not is_numbering(lower):
            joined, meanings = _two_rows(texts, lower, chosen)
            yield _Candidate(joined, meanings, (number, below), len(lower) > 1 and all(map(is_year, lower.values())))


def _meanings(texts: Texts, chosen: Mapping[Field, str]) -> dict[int, Meaning]:
    named = {key(text): Meaning(field, CHOSEN) for field, text in chosen.items()}
    meanings = {}
    for column, text in texts.items():
        meaning = (named.get(key(text)) if named else None) or header_meaning(text)
        if meaning is not None:
            meanings[column] = meaning
    return meanings


def header_meaning(text: str) -> Meaning | None:
    """What a header means; also one that says the time that its column is for (`Realisasi TW I`)."""
    return _of_short(text) if len(text) <= MOST_CHARACTERS else _header_meaning(text)


@lru_cache(maxsize=512)  # each is asked for alone, and again with the row below; workbooks call their columns alike
def _of_short(text: str) -> Meaning | None:
    return _header_meaning(text)


def _header_meaning(text: str) -> Meaning | None:
    if (whole := meaning_of(text)) is not None:
        return whole
    if not begins_known(text):
        return None
    split = without_time(text)
    rest = without_unit(text) if split is None else split[0]
    parted = meaning_of(rest) if rest else None
    return parted if parted is not None and parted.field in PARTED else None


def _two_rows(upper: Texts, lower: Texts, chosen: Mapping[Field, str]) -> tuple[Texts, dict[int, Meaning]]:
    """The texts and meanings of a header over two rows; an upper text may stand over several lower ones."""
    texts: dict[int, str] = {}
    meanings: dict[int, Meaning] = {}
    group = ""
    for column in sorted({*upper, *lower}):
        own, below = upper.get(column, ""), lower.get(column, "")
        group = own or (group if below else "")
        for text in (f"{group} {below}".strip(), below, own):
            meaning = _meanings({column: text}, chosen).get(column) if text else None
            if meaning is not None:
                texts[column] = f"{text} {group}" if text == below and is_year(group) else text
                meanings[column] = meaning
                break
        else:
            texts[column] = f"{group} {below}".strip()
    return texts, meanings


def _strong(meanings: Mapping[Field, Meaning]) -> bool:
    own = sum(meanings[field].rank <= OWN for field in ENACTED_FIELDS if field in meanings)
    return own > 3 or (Field.INDIKATOR in meanings and sum(field in meanings for field in CORE) > 3)


def _header(best: _Candidate, rows: Sequence[tuple[int, Texts]], chosen: Mapping[Field, str], year: Told) -> Header:
    last = best.rows[-1]
    after = [(number, texts) for number, texts in rows if last < number <= last + 4 and texts]
    beside = table_beside(best.meanings)
    end = beside or max(best.texts) + 1
    meanings: Mapping[int, Meaning] = {column: each for column, each in best.meanings.items() if column < end}
    own = {column: text for column, text in best.texts.items() if column < end}
    if Field.INDIKATOR not in chosen:
        meanings = with_indikator(best.texts, meanings, [texts for number, texts in rows if number > last])
    kept = choose(best.texts, meanings, rows, best.rows[0], year=year, settled=chosen)
    taken = take_columns(own, kept.meanings, chosen)
    last, below = _rows_below(last, after, dict(rows).get(last, {}), taken, kept=kept, meanings=best.meanings)
    columns = {**taken.columns, **below.instead}
    parts = {field: times for field, times in below.parts.items() if field not in taken.by_letter}
    used = {part.column for times in parts.values() for part in times}
    numbering = next((number for number, texts in after if number > last and is_numbering(texts)), None)
    if numbering is not None and any(last < number < numbering for number, _ in after):
        numbering = None
    return Header(
        first=best.rows[0],
        last=last,
        numbering=numbering,
        columns=dict(sorted(columns.items(), key=lambda item: item[1])),
        texts={field: best.texts.get(taken.columns[field], "") for field in columns},
        how=taken.how,
        others=(
            *_others(taken, kept, columns, used),
            *(OtherColumn(column, text) for column, text in best.texts.items() if column >= end),
            *below.beside,
        ),
        twice=taken.twice,
        strong=_strong({field: meanings[column] for field, column in columns.items() if column in meanings}),
        parts=parts,
        marks=taken.marks,
        alone=taken.by_letter | below.instead.keys(),
        judged=(*kept.judged, *below.judged, *_judged_beside(beside, best.texts)),
    )


def _judged_beside(column: int | None, texts: Texts) -> Iterator[tuple[Field, str]]:
    if column is not None:
        title = " ".join(texts[column].split())
        yield Field.KOMPONEN, f"tabel lain di sebelah kanannya (mulai “{title}”) tidak dibaca"


def _others(taken: Taken, kept: Chosen, columns: Mapping[Field, int], used: set[int]) -> Iterator[OtherColumn]:
    """The columns that were not taken. used: those that are parts of a taken one."""
    for other in taken.others(used):
        field = kept.dropped.get(other.column)
        yield other._replace(same_as=field) if field in columns else other


def _are_times(first: int | None, texts: Texts, above: Texts, taken: frozenset[int]) -> bool:
    """Whether a row below a header says the times of its columns and nothing else. first: the header's column."""
    return first is not None and texts.keys() == {
        part.column for part in parts_below(first, texts, above, taken - {first})
    }


class _Below(NamedTuple):
    """What the rows below a header say.

    parts: the columns that it parts by time. instead: the columns that are read instead of its own, by their measure.
    beside: other columns. judged: as in Header.
    """

    parts: dict[Field, tuple[Part, ...]]
    instead: dict[Field, int]
    beside: list[OtherColumn]
    judged: list[tuple[Field, str]]


def _rows_below(
    last: int,
    after: Sequence[tuple[int, Texts]],
    above: Texts,
    taken: Taken,
    *,
    kept: Chosen,
    meanings: Mapping[int, Meaning],
) -> tuple[int, _Below]:
    """The header's last row, and what the rows below it say.

    The rows right below belong to the header as long as they say the times or measures of its columns, or stand over
    none of columns 1-7 (units).
    """
    below = _Below(dict(taken.parts), {}, [], [])
    enacted = {taken.columns[field] for field in ENACTED_FIELDS if field in taken.columns}
    described = enacted - {taken.columns.get(Field.TARGET_WAKTU), taken.columns.get(Field.PENANGGUNG_JAWAB)}
    others = frozenset(taken.columns.values())
    for number, row in after:
        if number != last + 1:
            break
        measures = {} if row.keys() & described else measures_below(row, above, meanings)
        _judge_measures(measures, row, taken, below)
        revised = {} if row.keys() & described else revision_below(row, above, meanings)
        _judge_revision(revised, row, taken, below)
        unread = {part.column for column in kept.dropped for part in parts_below(column, row, above, others)}
        texts = {
            column: text for column, text in row.items() if column not in unread | measures.keys() | revised.keys()
        }
        added = {
            field: times
            for field in PARTED
            if field in taken.columns
            and field not in below.parts
            and (times := parts_below(taken.columns[field], texts, above, others - {taken.columns[field]}))
        }
        timed = {part.column for times in (*below.parts.values(), *added.values()) for part in times}
        if added and not (texts.keys() - timed) & (others | above.keys()):  # TW I..IV, and JUMLAH beside them
            below.parts.update(added)
            below.beside.extend(OtherColumn(column, text) for column, text in texts.items() if column not in timed)
        elif timed and is_week_row(texts, timed):
            pass
        elif _are_times(taken.columns.get(Field.LANGKAH_AKSI), texts, above, others):
            pass  # steps in the columns of their quarters
        elif is_numbering(row) or (enacted & texts.keys() and not is_unit(texts)):
            break
        last = number
    return last, below


def _judge_revision(revised: Mapping[int, bool], row: Texts, taken: Taken, below: _Below) -> None:
    """Takes the column of the revised target that a row names below TARGET WAKTU, unless settings say which it is."""
    field = Field.TARGET_WAKTU
    if not revised or field in taken.by_letter or taken.how.get(field, Understood.SETTINGS) is Understood.SETTINGS:
        return
    best = next(column for column, holds in revised.items() if holds)
    below.instead[field] = best
    below.beside.extend(OtherColumn(column, row[column]) for column in revised if column != best)
    below.judged.append((field, said_of_revision(best, row)))


def _judge_measures(measures: Mapping[int, int], row: Texts, taken: Taken, below: _Below) -> None:
    """Takes the column of the best measure that a row names below REALISASI, unless settings say which it is."""
    field = Field.REALISASI
    if field not in taken.columns or field in taken.by_letter or taken.how[field] is Understood.SETTINGS:
        return
    if field in below.parts:
        parts = best_parts(below.parts[field], measures)
        if len(parts) < len(below.parts[field]):
            below.parts[field] = parts
            below.judged.append((field, said_of_measure(parts[0].column, row)))
    elif (best := best_of(measures)) is not None and field not in below.instead:
        below.instead[field] = best
        below.beside.extend(OtherColumn(column, row[column]) for column in measures if column != best)
        below.judged.append((field, said_of_measure(best, row)))
