"""What became of the rows: which were added, removed, moved, or came under another heading. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from zi_excel.enacted.diff.cells import Counterpart, EnactedRow, counterparts, distinct
from zi_excel.enacted.diff.groups import Matched, Row, empty_groups, in_order, partners
from zi_excel.enacted.diff.pairs import Text, out_of_order, pair_alike, pair_by_text
from zi_excel.enacted.matrix import Enacted, EnactedIndikator, EnactedKomponen, EnactedSubkomponen, plain
from zi_excel.plan.rencana_aksi import Field, Indikator, RencanaAksi


class Removed(NamedTuple):
    """An enacted row that is missing. after: the plan's row behind which it would stand; None: before the first."""

    enacted: EnactedIndikator
    after: Indikator | None


class Elsewhere(StrEnum):
    """Where a moved row stands now."""

    KOMPONEN = "komponen"  # in another one
    SUBKOMPONEN = "subkomponen"
    ORDER = "order"  # at home, in another order


class Moved(NamedTuple):
    """A row that is elsewhere."""

    indikator: Indikator
    enacted: EnactedIndikator
    where: Elsewhere


class Unheaded(NamedTuple):
    """A komponen or subkomponen whose own line is missing, so that its rows count for the group before it.

    first: the first of these rows. now: the kode of the group that they count for; they are not reported as moved too.
    kodes: the kodes that they have in the plan, those of subkomponen too.
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

    same_matrix: whether the workbook is this matrix: most indikator of both plan and decree match by their text. If
    not, it is another office's, and where its year and most targets are another year's, it is a later plan; nothing is
    compared, and all else is empty. A matrix that was recorded for the workbook is always its own.
    other_year: whether that is so of a later plan.
    lost: komponen and subkomponen without indikator that are missing.
    recognised: how many indikator match by their text.
    as_enacted: (row, column) of the cells of columns 1-7 that say what the decree says.
    in_order: the kodes of the items whose siblings stand, and are numbered or lettered, as the decree has them;
    and of indikator without a letter that have none there either.
    """

    same_matrix: bool
    recognised: int
    added: tuple[Indikator, ...] = ()
    removed: tuple[Removed, ...] = ()
    moved: tuple[Moved, ...] = ()
    unheaded: tuple[Unheaded, ...] = ()
    lost: tuple[EnactedKomponen | EnactedSubkomponen, ...] = ()
    relettered: tuple[Relettered, ...] = ()
    changed: tuple[Counterpart, ...] = ()
    as_enacted: frozenset[tuple[int, int]] = frozenset()
    in_order: frozenset[str] = frozenset()
    other_year: bool = False

    @property
    def unheaded_kodes(self) -> frozenset[str]:
        """The plan's kodes of all that counts for another group because its own line is missing."""
        return frozenset(kode for each in self.unheaded for kode in each.kodes)


def compare(plan: RencanaAksi, enacted: Enacted) -> Comparison:
    """Holds a plan against the enacted matrix. Time grows with the rows, not with their square."""
    rows = [
        Row(komponen, sub, each) for komponen in plan.komponen for sub in komponen.subkomponen for each in sub.indikator
    ]
    law = list(enacted.indikator())
    mine = [_text_of(row) for row in rows]
    theirs = [
        Text(row.kode, sub.kode, plain(row.indikator), plain(row.langkah_aksi), plain(row.bukti_fisik))
        for _, sub, row in law
    ]
    by_text = pair_by_text(mine, theirs)
    if enacted.pencatatan is None and 2 * len(by_text) <= max(len(rows), len(law)):
        return Comparison(same_matrix=False, recognised=len(by_text))
    pairs = pair_alike(mine, theirs, by_text)
    matched = [(rows[at], law[pairs[at]]) for at in sorted(pairs)]
    homes, areas = partners(plan, enacted, matched)
    row_law = {row.indikator.kode: each for row, each in matched}
    cells = [cell for cell in counterparts(plan, enacted, row_law, homes, areas) if enacted.has(cell.field)]
    if enacted.pencatatan is None and _of_other_year(plan, enacted, cells):
        return Comparison(same_matrix=False, recognised=len(by_text), other_year=True)
    unheaded = tuple(_unheaded(matched, homes, areas))
    without = frozenset(each.enacted.kode for each in unheaded)
    return Comparison(
        same_matrix=True,
        recognised=len(by_text),
        added=tuple(row.indikator for at, row in enumerate(rows) if at not in pairs),
        removed=tuple(_removed(rows, law, pairs)),
        moved=tuple(_moved(matched, [pairs[at] for at in sorted(pairs)], homes, areas, without)),
        unheaded=unheaded,
        lost=tuple(each for each in empty_groups(enacted) if each.kode not in areas and each.kode not in homes),
        relettered=tuple(_relettered(matched)),
        changed=tuple(distinct(cell for cell in cells if not cell.same)),
        as_enacted=frozenset(
            (datum.row, datum.column)
            for datum in (cell.datum for cell in cells if cell.as_enacted)
            if datum.row is not None and datum.column is not None
        ),
        in_order=frozenset(in_order(plan, enacted, cells, row_law=row_law, homes=homes, areas=areas)),
    )


def _of_other_year(plan: RencanaAksi, enacted: Enacted, cells: Sequence[Counterpart]) -> bool:
    """Whether the plan is a later one with the decree's words: a mistyped title alone makes no other year."""
    if plan.year == enacted.tahun:
        return False
    targets = [cell for cell in cells if cell.field is Field.TARGET_WAKTU and cell.datum.text]
    return 2 * sum(cell.same_meaning for cell in targets) < len(targets)


def _text_of(row: Row) -> Text:
    mine = row.indikator
    return Text(mine.kode, row.subkomponen.kode, mine.nama.text, mine.langkah_aksi.text, mine.bukti_fisik.text)


def _removed(rows: Sequence[Row], law: Sequence[EnactedRow], pairs: Mapping[int, int]) -> Iterator[Removed]:
    row_of = {theirs: mine for mine, theirs in pairs.items()}
    after: Indikator | None = None
    for at, (_, _, enacted) in enumerate(law):
        if at in row_of:
            after = rows[row_of[at]].indikator
        else:
            yield Removed(enacted, after)


def _unheaded(matched: Matched, homes: Mapping[str, str], areas: Mapping[str, str]) -> Iterator[Unheaded]:
    groups: dict[str, tuple[EnactedKomponen | EnactedSubkomponen, list[Row]]] = {}
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
    matched: Matched,
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
    row: Row, law: EnactedRow, homes: Mapping[str, str], areas: Mapping[str, str], unheaded: frozenset[str]
) -> Elsewhere | None:
    komponen, sub, _ = law
    if komponen.kode not in unheaded and areas[komponen.kode] != row.komponen.kode:
        return Elsewhere.KOMPONEN
    if sub.kode not in unheaded and homes[sub.kode] != row.subkomponen.kode:
        return Elsewhere.SUBKOMPONEN
    return None


def _relettered(matched: Matched) -> Iterator[Relettered]:
    for row, (_, _, each) in matched:
        nama = row.indikator.nama
        now, was = row.indikator.letter, each.letter
        if now != was and nama.text and nama.error is None:
            yield Relettered(row.indikator, now, was)
