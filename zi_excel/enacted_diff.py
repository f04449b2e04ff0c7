"""A plan held against the enacted matrix: what was added, removed, moved, changed (contract, section 3). Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from zi_excel.enacted import Enacted, EnactedIndikator, EnactedKomponen, EnactedSubkomponen, plain
from zi_excel.enacted_pairs import (
    Text,
    folded,
    out_of_order,
    pair_alike,
    pair_by_text,
    same_words,
    without_letter,
    written_letter,
)
from zi_excel.rencana_aksi import Datum, Field, Indikator, Komponen, RencanaAksi, Subkomponen
from zi_excel.target_waktu import read_target_waktu


@dataclass(frozen=True, slots=True)
class Changed:
    """A cell that says something else than the decree. was: the decree's text.

    same_meaning: column 6 that names the same tonggak in other words.
    """

    field: Field
    kode: str
    datum: Datum
    was: str
    same_meaning: bool = False


@dataclass(frozen=True, slots=True)
class Removed:
    """An enacted row that isn't there. after: the plan's row behind which it would stand; None: before the first."""

    enacted: EnactedIndikator
    after: Indikator | None


@dataclass(frozen=True, slots=True)
class Moved:
    """A row that stands elsewhere. other_home: it stands in another subkomponen, else in another order."""

    indikator: Indikator
    enacted: EnactedIndikator
    other_home: bool


@dataclass(frozen=True, slots=True)
class Relettered:
    """A row that has its place and another letter (or none): `now` and `was` are letters, None for none."""

    indikator: Indikator
    now: str | None
    was: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The differences, each in the plan's order.

    same_matrix: whether the workbook is this matrix: most indikator, of the plan's and of the decree's, match by their
    text. Where not, it is another office's: nothing is compared, and all else is empty.
    recognised: how many indikator match by their text.
    as_enacted: (row, column) of the cells of columns 1-7 that say what the decree says.
    """

    same_matrix: bool
    recognised: int
    added: tuple[Indikator, ...] = ()
    removed: tuple[Removed, ...] = ()
    moved: tuple[Moved, ...] = ()
    relettered: tuple[Relettered, ...] = ()
    changed: tuple[Changed, ...] = ()
    as_enacted: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class _Row:
    komponen: Komponen
    subkomponen: Subkomponen
    indikator: Indikator


_EnactedRow = tuple[EnactedKomponen, EnactedSubkomponen, EnactedIndikator]


def compare(plan: RencanaAksi, enacted: Enacted) -> Comparison:
    """Holds a plan against the enacted matrix. Time grows with the rows, not with their square."""
    rows = [
        _Row(komponen, sub, each)
        for komponen in plan.komponen
        for sub in komponen.subkomponen
        for each in sub.indikator
    ]
    law = list(enacted.indikator())
    mine = [_text_of(row) for row in rows]
    theirs = [
        Text(row.kode, sub.kode, plain(row.indikator), plain(row.langkah_aksi), plain(row.bukti_fisik))
        for _, sub, row in law
    ]
    by_text = pair_by_text(mine, theirs)
    if 2 * len(by_text) <= max(len(rows), len(law)):
        return Comparison(same_matrix=False, recognised=len(by_text))
    pairs = pair_alike(mine, theirs, by_text)
    homes = _partners((rows[at].subkomponen.kode, law[pairs[at]][1].kode) for at in sorted(pairs))
    areas = _partners((rows[at].komponen.kode, law[pairs[at]][0].kode) for at in sorted(pairs))
    cells = list(
        _cells(plan, enacted, {rows[mine].indikator.kode: law[each] for mine, each in pairs.items()}, homes, areas)
    )
    return Comparison(
        same_matrix=True,
        recognised=len(by_text),
        added=tuple(row.indikator for at, row in enumerate(rows) if at not in pairs),
        removed=tuple(_removed(rows, law, pairs)),
        moved=tuple(_moved(rows, law, pairs, homes)),
        relettered=tuple(_relettered(rows, law, pairs)),
        changed=tuple(_distinct(cell for cell in cells if not _same(cell))),
        as_enacted=frozenset(
            (cell.datum.place.row, cell.datum.place.column)
            for cell in cells
            if cell.datum.place.row is not None and cell.datum.place.column is not None and _as_enacted(cell)
        ),
    )


def _text_of(row: _Row) -> Text:
    each = row.indikator
    return Text(each.kode, row.subkomponen.kode, each.nama.text, each.langkah_aksi.text, each.bukti_fisik.text)


def _partners(votes: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """The plan's group per enacted group, one to one: the one that shares most rows with it, else the first."""
    tally = Counter(votes)
    partners: dict[str, str] = {}
    taken: set[str] = set()
    for (mine, theirs), _ in sorted(tally.items(), key=lambda item: -item[1]):
        if theirs not in partners and mine not in taken:
            partners[theirs] = mine
            taken.add(mine)
    return MappingProxyType(partners)


def _removed(rows: Sequence[_Row], law: Sequence[_EnactedRow], pairs: Mapping[int, int]) -> Iterator[Removed]:
    row_of = {theirs: mine for mine, theirs in pairs.items()}
    after: Indikator | None = None
    for at, (_, _, enacted) in enumerate(law):
        if at in row_of:
            after = rows[row_of[at]].indikator
        else:
            yield Removed(enacted, after)


def _moved(
    rows: Sequence[_Row], law: Sequence[_EnactedRow], pairs: Mapping[int, int], homes: Mapping[str, str]
) -> Iterator[Moved]:
    ordered = sorted(pairs)
    elsewhere = {at for at in ordered if homes.get(law[pairs[at]][1].kode, "") != rows[at].subkomponen.kode}
    settled = [at for at in ordered if at not in elsewhere]
    shuffled = {settled[position] for position in out_of_order(pairs[at] for at in settled)}
    for at in ordered:
        if at in elsewhere or at in shuffled:
            yield Moved(rows[at].indikator, law[pairs[at]][2], at in elsewhere)


def _relettered(rows: Sequence[_Row], law: Sequence[_EnactedRow], pairs: Mapping[int, int]) -> Iterator[Relettered]:
    for at in sorted(pairs):
        now, was = written_letter(rows[at].indikator.nama.text), written_letter(plain(law[pairs[at]][2].indikator))
        if now != was and rows[at].indikator.nama:
            yield Relettered(rows[at].indikator, now, was)


def _cells(
    plan: RencanaAksi,
    enacted: Enacted,
    row_law: Mapping[str, _EnactedRow],
    homes: Mapping[str, str],
    areas: Mapping[str, str],
) -> Iterator[Changed]:
    """Every cell of columns 1-7 that has a counterpart in the decree, changed or not, in the plan's order."""
    komponen_law = {areas[each.kode]: each for each in enacted.komponen if each.kode in areas}
    sub_law = {homes[sub.kode]: sub for each in enacted.komponen for sub in each.subkomponen if sub.kode in homes}
    for komponen in plan.komponen:
        if komponen.kode in komponen_law:
            yield from _head(komponen, komponen_law[komponen.kode])
        for sub in komponen.subkomponen:
            if sub.kode in sub_law:
                yield from _head(sub, sub_law[sub.kode])
            for each in sub.indikator:
                if each.kode in row_law:
                    yield from _row_cells(each, row_law[each.kode], enacted.tahun)


def _head(mine: Komponen | Subkomponen, theirs: EnactedKomponen | EnactedSubkomponen) -> Iterator[Changed]:
    yield Changed(Field.NO, mine.kode, mine.no, theirs.no)
    yield Changed(Field.KOMPONEN, mine.kode, mine.nama, plain(theirs.nama))


def _row_cells(each: Indikator, law: _EnactedRow, tahun: int) -> Iterator[Changed]:
    komponen, _, row = law
    yield Changed(Field.INDIKATOR, each.kode, each.nama, plain(row.indikator))
    yield Changed(Field.LANGKAH_AKSI, each.kode, each.langkah_aksi, plain(row.langkah_aksi))
    yield Changed(Field.BUKTI_FISIK, each.kode, each.bukti_fisik, plain(row.bukti_fisik))
    target = plain(row.target_waktu)
    enacted = read_target_waktu(target, year=tahun).jadwal
    same = enacted is not None and each.target.jadwal == enacted
    yield Changed(Field.TARGET_WAKTU, each.kode, each.target_waktu, target, same_meaning=same)
    yield Changed(Field.PENANGGUNG_JAWAB, each.kode, each.penanggung_jawab, plain(komponen.penanggung_jawab))


def _same(cell: Changed) -> bool:
    """Word for word. A number's dot or bracket is no word; the letter before an indikator is compared on its own."""
    if cell.field is Field.NO:
        return folded(cell.datum.text) == folded(cell.was)
    if cell.field is Field.INDIKATOR:
        return same_words(without_letter(cell.datum.text), without_letter(cell.was))
    return same_words(cell.datum.text, cell.was)


def _as_enacted(cell: Changed) -> bool:
    return _same(cell) and (
        cell.field is not Field.INDIKATOR or written_letter(cell.datum.text) == written_letter(cell.was)
    )


def _distinct(cells: Iterable[Changed]) -> Iterator[Changed]:
    """Without columns that the workbook lacks (ZI002 says so), and what one merged cell differs in only once."""
    seen: set[tuple[int | None, int]] = set()
    before: dict[Field, tuple[str, str, str]] = defaultdict(lambda: ("", "", ""))
    for cell in cells:
        place = cell.datum.place
        lost = cell.datum.error is not None or not cell.datum.cached  # ZI009, ZI010: what stands there isn't known
        if lost or place.column is None or (place.row, place.column) in seen:
            continue
        seen.add((place.row, place.column))
        if cell.field is Field.PENANGGUNG_JAWAB:
            said = (cell.kode.split(".")[0], cell.datum.text, cell.was)
            if before[cell.field] == said:
                continue
            before[cell.field] = said
        yield cell
