"""Sheets with a column for the komponen and another for the subkomponen: one row may begin both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zi_excel.plan.numbering import Style, split_number
from zi_excel.plan.rencana_aksi import Field
from zi_excel.reader.rows.lines import CONTENT, Kind, Line

_ROWS = (Kind.CONTENT, Kind.HEADING, Kind.REST, Kind.STRAY)


def with_areas(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines; one that names a komponen becomes two: the komponen's own (Kind.AREA), and the rest of the row."""
    rows = [line for line in lines if line.kind in _ROWS]
    owner = _owner_of_numbers(rows)
    counts_rows = any(
        Field.NO in line.texts
        and line.kind is Kind.CONTENT
        and not {Field.KOMPONEN, Field.SUBKOMPONEN} & line.texts.keys()
        for line in rows
    )
    counts_rows = counts_rows or _differ_for_one_name(rows)
    parted: list[Line] = []
    for line in lines:
        parted += _parted(line, None if counts_rows else owner) if line.kind in _ROWS else [line]
    return tuple(parted)


def _owner_of_numbers(rows: Sequence[Line]) -> Field:
    """Whose number stands in NO where a row names both komponen and subkomponen.

    The komponen's where it is Roman or a capital, or where rows with a subkomponen alone have none; else the
    subkomponen's.
    """
    both = [line for line in rows if {Field.NO, Field.KOMPONEN, Field.SUBKOMPONEN} <= line.texts.keys()]
    if any(line.number is not None and line.number.style in (Style.ROMAN, Style.LETTER) for line in both):
        return Field.KOMPONEN
    narrow = [line for line in rows if Field.SUBKOMPONEN in line.texts and Field.KOMPONEN not in line.texts]
    return Field.SUBKOMPONEN if not narrow or any(Field.NO in line.texts for line in narrow) else Field.KOMPONEN


def _differ_for_one_name(rows: Sequence[Line]) -> bool:
    """Whether rows of one subkomponen, whose name is filled down, have several numbers."""
    numbers: dict[tuple[str, str], str] = {}
    for line in rows:
        name = line.texts.get(Field.KOMPONEN, ""), line.texts.get(Field.SUBKOMPONEN, "")
        if all(name) and line.written and numbers.setdefault(name, line.written) != line.written:
            return True
    return False


def _parted(line: Line, owner: Field | None) -> Iterator[Line]:
    texts = dict(line.texts)
    area, sub = texts.get(Field.KOMPONEN, ""), texts.get(Field.SUBKOMPONEN, "")
    is_content = any(field in texts for field in CONTENT)
    if area and not sub and not is_content:
        number, name = (line.number, area) if line.number else split_number(area)
        yield Line(line.row, Kind.AREA, texts, number, name)
        return
    own = {Field.KOMPONEN: area} if area else {}
    texts.pop(Field.KOMPONEN, None)
    number = line.number if line.written else None
    if owner is None or (area and sub and owner is Field.KOMPONEN) or (area and not sub):
        no = texts.pop(Field.NO, None)
        if area:
            given = None if owner is None else number
            if no is not None and owner is not None:
                own[Field.NO] = no
            own_number, name = (given, area) if given else split_number(area)
            yield Line(line.row, Kind.AREA, own, own_number, name)
        number = None
    elif area:
        own_number, name = split_number(area)
        yield Line(line.row, Kind.AREA, own, own_number, name)
    if texts:
        number, name = (number, sub) if number else split_number(sub)
        kind = Kind.CONTENT if is_content else Kind.HEADING if sub else line.kind
        yield Line(line.row, kind, texts, number, name, Field.SUBKOMPONEN, line.letter)
