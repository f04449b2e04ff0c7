"""What became of the rows: added, removed, moved, under another heading. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from zi_excel.enacted import Enacted, EnactedIndikator, EnactedKomponen, EnactedSubkomponen, plain
from zi_excel.enacted_diff.cells import Counterpart, EnactedRow, counterparts, distinct
from zi_excel.enacted_diff.pairs import Text, folded, out_of_order, pair_alike, pair_by_text
from zi_excel.numbering import read_letter
from zi_excel.rencana_aksi import Indikator, Komponen, RencanaAksi, Subkomponen


class Removed(NamedTuple):
    """An enacted row that isn't there. after: the plan's row behind which it would stand; None: before the first."""

    enacted: EnactedIndikator
    after: Indikator | None


class Elsewhere(StrEnum):
    """Where a moved row stands."""

    KOMPONEN = "komponen"  # in another one
    SUBKOMPONEN = "subkomponen"
    ORDER = "order"  # at home, in another order


class Moved(NamedTuple):
    """A row that stands elsewhere."""

    indikator: Indikator
    enacted: EnactedIndikator
    where: Elsewhere


class Unheaded(NamedTuple):
    """A komponen or subkomponen whose own line isn't there, so that its rows count for the group before it.

    first: the first of these rows. now: the kode of the group that they count for. They are not called moved besides.
    kodes: what the plan calls them, subkomponen too.
    """

    enacted: EnactedKomponen | EnactedSubkomponen
    first: Indikator
    now: str
    kodes: frozenset[str]


class Relettered(NamedTuple):
    """A row that has its place and another letter (or none): `now` and `was` are letters, None for none."""

    indikator: Indikator
    now: str | None
    was: str | None


class Comparison(NamedTuple):
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
    unheaded: tuple[Unheaded, ...] = ()
    relettered: tuple[Relettered, ...] = ()
    changed: tuple[Counterpart, ...] = ()
    as_enacted: frozenset[tuple[int, int]] = frozenset()

    @property
    def unheaded_kodes(self) -> frozenset[str]:
        """What the plan calls all that counts for another group since its own line isn't there."""
        return frozenset(kode for each in self.unheaded for kode in each.kodes)


class _Row(NamedTuple):
    komponen: Komponen
    subkomponen: Subkomponen
    indikator: Indikator


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
    matched = [(rows[at], law[pairs[at]]) for at in sorted(pairs)]
    homes = _partners([(row.subkomponen, sub) for row, (_, sub, _) in matched])
    areas = _partners([(row.komponen, komponen) for row, (komponen, _, _) in matched])
    row_law = {row.indikator.kode: each for row, each in matched}
    cells = list(counterparts(plan, enacted, row_law, homes, areas))
    unheaded = tuple(_unheaded(matched, homes, areas))
    without = frozenset(each.enacted.kode for each in unheaded)
    return Comparison(
        same_matrix=True,
        recognised=len(by_text),
        added=tuple(row.indikator for at, row in enumerate(rows) if at not in pairs),
        removed=tuple(_removed(rows, law, pairs)),
        moved=tuple(_moved(matched, [pairs[at] for at in sorted(pairs)], homes, areas, without)),
        unheaded=unheaded,
        relettered=tuple(_relettered(matched)),
        changed=tuple(distinct(cell for cell in cells if not cell.same)),
        as_enacted=frozenset(
            (cell.datum.place.row, cell.datum.place.column)
            for cell in cells
            if cell.datum.place.row is not None and cell.datum.place.column is not None and cell.as_enacted
        ),
    )


_Matched = Sequence[tuple[_Row, EnactedRow]]


def _text_of(row: _Row) -> Text:
    each = row.indikator
    return Text(each.kode, row.subkomponen.kode, each.nama.text, each.langkah_aksi.text, each.bukti_fisik.text)


def _partners(
    votes: Sequence[tuple[Komponen | Subkomponen, EnactedKomponen | EnactedSubkomponen]],
) -> Mapping[str, str]:
    """The plan's group per enacted group, one to one: the one of the same name, else the one that shares most rows."""
    tally = Counter((mine.kode, theirs.kode) for mine, theirs in votes)
    named = {(mine.kode, theirs.kode) for mine, theirs in votes if folded(mine.nama.text) == folded(plain(theirs.nama))}
    partners: dict[str, str] = {}
    taken: set[str] = set()
    for (mine, theirs), _ in sorted(tally.items(), key=lambda item: (item[0] not in named, -item[1])):
        if theirs not in partners and mine not in taken:
            partners[theirs] = mine
            taken.add(mine)
    return partners


def _removed(rows: Sequence[_Row], law: Sequence[EnactedRow], pairs: Mapping[int, int]) -> Iterator[Removed]:
    row_of = {theirs: mine for mine, theirs in pairs.items()}
    after: Indikator | None = None
    for at, (_, _, enacted) in enumerate(law):
        if at in row_of:
            after = rows[row_of[at]].indikator
        else:
            yield Removed(enacted, after)


def _unheaded(matched: _Matched, homes: Mapping[str, str], areas: Mapping[str, str]) -> Iterator[Unheaded]:
    groups: dict[str, tuple[EnactedKomponen | EnactedSubkomponen, list[_Row]]] = {}
    for row, (komponen, sub, _) in matched:
        if komponen.kode not in areas:
            groups.setdefault(komponen.kode, (komponen, []))[1].append(row)
        if sub.kode not in homes:
            groups.setdefault(sub.kode, (sub, []))[1].append(row)
    for enacted, rows in groups.values():
        area = isinstance(enacted, EnactedKomponen)
        now = rows[0].komponen.kode if area else rows[0].subkomponen.kode
        kodes = frozenset(row.subkomponen.kode if area else row.indikator.kode for row in rows)
        yield Unheaded(enacted, rows[0].indikator, now, kodes)


def _moved(
    matched: _Matched,
    order: Sequence[int],
    homes: Mapping[str, str],
    areas: Mapping[str, str],
    unheaded: frozenset[str],
) -> Iterator[Moved]:
    """order: the enacted index of each matched row."""
    where = [_elsewhere(row, each, homes, areas, unheaded) for row, each in matched]
    settled = [at for at, elsewhere in enumerate(where) if elsewhere is None]
    for position in out_of_order(order[at] for at in settled):
        where[settled[position]] = Elsewhere.ORDER
    for (row, (_, _, each)), elsewhere in zip(matched, where, strict=True):
        if elsewhere is not None:
            yield Moved(row.indikator, each, elsewhere)


def _elsewhere(
    row: _Row, law: EnactedRow, homes: Mapping[str, str], areas: Mapping[str, str], unheaded: frozenset[str]
) -> Elsewhere | None:
    komponen, sub, _ = law
    if komponen.kode not in unheaded and areas[komponen.kode] != row.komponen.kode:
        return Elsewhere.KOMPONEN
    if sub.kode not in unheaded and homes[sub.kode] != row.subkomponen.kode:
        return Elsewhere.SUBKOMPONEN
    return None


def _relettered(matched: _Matched) -> Iterator[Relettered]:
    for row, (_, _, each) in matched:
        nama = row.indikator.nama
        now, was = row.indikator.letter, read_letter(plain(each.indikator))
        if now != was and nama.text and nama.error is None:
            yield Relettered(row.indikator, now, was)
