"""Which column says the indikator where no header calls one so.

Many offices keep komponen, subkomponen and indikator below each other in one column (`URAIAN`, `AREA / KEGIATAN`,
`KOMPONEN`), and beside it what is done (`RENCANA AKSI`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from zi_excel.plan.columns import Field
from zi_excel.plan.numbering import Style, levels, read_letter, read_number
from zi_excel.reader.header.synonyms import OWN, VAGUE, Meaning

Texts = Mapping[int, str]
_DONE = re.compile(r"\b(?:aksi|langkah|tahapan)\b", re.IGNORECASE)
"""What a column of steps is called; `KEGIATAN` or `URAIAN` may as well be what they serve."""
_PROGRAM = re.compile(r"program(?: kerja)?|strategi", re.IGNORECASE)
"""Between AREA and KEGIATAN, what the kegiatan belong to."""
_SEVERAL = re.compile(r"[/&,]|\b(?:dan|atau)\b", re.IGNORECASE)
_PLANNED = (Field.LANGKAH_AKSI, Field.BUKTI_FISIK, Field.TARGET_WAKTU)


def with_indikator(texts: Texts, meanings: Mapping[int, Meaning], below: Iterable[Texts]) -> Mapping[int, Meaning]:
    """The columns' meanings, one of them INDIKATOR where that can be told.

    Of two columns of kegiatan the left one is what the right one serves. A column of komponen is INDIKATOR where the
    rows below count their own texts there (`a.`), beside what is planned.

    Args:
        texts: the header's texts.
        meanings: what they mean; where INDIKATOR is among them nothing changes.
        below: the rows below the header.
    """
    found: dict[Field, list[int]] = {}
    for column, each in sorted(meanings.items()):
        found.setdefault(each.field, []).append(column)
    if Field.INDIKATOR in found:
        return meanings
    steps = [column for column in found.get(Field.LANGKAH_AKSI, []) if meanings[column].rank >= OWN]
    komponen = found.get(Field.KOMPONEN, [])
    if (
        len(steps) == 2
        and komponen
        and _PROGRAM.fullmatch(texts[steps[0]].strip())
        and not _DONE.search(texts[steps[1]])
    ):
        return _as_indikator({**meanings, steps[0]: Meaning(Field.SUBKOMPONEN, VAGUE)}, steps[1])
    if len(steps) > 1:
        return _as_indikator(meanings, steps[-2])
    if len(komponen) == 1 and Field.SUBKOMPONEN not in found and meanings[komponen[0]].rank >= OWN:
        planned = [column for field in _PLANNED for column in found.get(field, [])]
        no = found.get(Field.NO, [0])[0]
        mixed = meanings[komponen[0]].rank == VAGUE and _SEVERAL.search(texts[komponen[0]])
        if mixed or _counts_rows(komponen[0], no, planned, below):
            return _as_indikator(meanings, komponen[0])
    known_before = bool(steps) and all(column in meanings for column in texts if column < steps[0])
    if known_before and not _DONE.search(texts[steps[0]]):  # else the indikator may stand under an unknown title
        return _as_indikator(meanings, steps[0])
    return meanings


def _as_indikator(meanings: Mapping[int, Meaning], column: int) -> Mapping[int, Meaning]:
    return {**meanings, column: Meaning(Field.INDIKATOR, max(meanings[column].rank, OWN + 1))}


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
