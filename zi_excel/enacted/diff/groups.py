"""Which komponen and subkomponen of a plan is which enacted one, and where they stand as enacted. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from zi_excel.enacted.diff.cells import Counterpart, EnactedRow
from zi_excel.enacted.diff.pairs import folded
from zi_excel.enacted.matrix import Enacted, EnactedKomponen, EnactedSubkomponen, plain
from zi_excel.plan.rencana_aksi import Field, Indikator, Komponen, RencanaAksi, Subkomponen


class Row(NamedTuple):
    """An indikator of the plan with its parents."""

    komponen: Komponen
    subkomponen: Subkomponen
    indikator: Indikator


Matched = Sequence[tuple[Row, EnactedRow]]
"""Rows of the plan with the enacted ones that they are, in the plan's order."""


def partners(plan: RencanaAksi, enacted: Enacted, matched: Matched) -> tuple[dict[str, str], dict[str, str]]:
    """The plan's subkomponen, and komponen, per enacted one, all by kode.

    Groups are recognised by their rows, those without any by their name (a subkomponen within its komponen).
    """
    homes = _by_rows([(row.subkomponen, sub) for row, (_, sub, _) in matched])
    areas = _by_rows([(row.komponen, komponen) for row, (komponen, _, _) in matched])
    _by_names(areas, plan.komponen, enacted.komponen)
    of_plan = {each.kode: each.subkomponen for each in plan.komponen}
    for komponen in enacted.komponen:
        _by_names(homes, of_plan.get(areas.get(komponen.kode, ""), ()), komponen.subkomponen)
    return homes, areas


def _by_rows(
    votes: Sequence[tuple[Komponen | Subkomponen, EnactedKomponen | EnactedSubkomponen]],
) -> dict[str, str]:
    """The plan's kode per enacted one, one to one: that of the same name, else that with most rows in common."""
    tally = Counter((mine.kode, theirs.kode) for mine, theirs in votes)
    pairs = {(mine.kode, theirs.kode): (mine, theirs) for mine, theirs in votes}
    named = {kodes for kodes, (mine, theirs) in pairs.items() if folded(mine.nama.text) == folded(plain(theirs.nama))}
    kodes: dict[str, str] = {}
    taken: set[str] = set()
    for (mine, theirs), _ in sorted(tally.items(), key=lambda item: (item[0] not in named, -item[1])):
        if theirs not in kodes and mine not in taken:
            kodes[theirs] = mine
            taken.add(mine)
    return kodes


def _by_names(
    kodes: dict[str, str],
    plan: Sequence[Komponen | Subkomponen],
    enacted: Sequence[EnactedKomponen | EnactedSubkomponen],
) -> None:
    """Adds the enacted groups without rows, each as the plan's first free one of that name."""
    taken = set(kodes.values())
    for theirs in enacted:
        if theirs.kode in kodes or not _is_empty(theirs):
            continue
        name = folded(plain(theirs.nama))
        mine = next((each for each in plan if each.kode not in taken and folded(each.nama.text) == name), None)
        if mine is not None:
            kodes[theirs.kode] = mine.kode
            taken.add(mine.kode)


def empty_groups(enacted: Enacted) -> Iterator[EnactedKomponen | EnactedSubkomponen]:
    """The komponen and subkomponen that were enacted without indikator; of an empty komponen only itself."""
    for komponen in enacted.komponen:
        if _is_empty(komponen):
            yield komponen
        else:
            yield from filter(_is_empty, komponen.subkomponen)


def _is_empty(group: EnactedKomponen | EnactedSubkomponen) -> bool:
    if isinstance(group, EnactedKomponen):
        return all(map(_is_empty, group.subkomponen))
    return not group.indikator


def in_order(
    plan: RencanaAksi,
    enacted: Enacted,
    cells: Sequence[Counterpart],
    *,
    row_law: Mapping[str, EnactedRow],
    homes: Mapping[str, str],
    areas: Mapping[str, str],
) -> Iterator[str]:
    """The kodes of the plan's items that stand among their enacted siblings, in order, and numbered or lettered so.

    Subkomponen may be numbered across komponen, so those of the komponen before must stand so as well. An indikator
    that has no letter, and none in the decree, is as enacted whatever its siblings are.
    """
    altered = {cell.kode for cell in cells if cell.field in {Field.NO, Field.KOMPONEN} and not cell.same}
    law = {areas[each.kode]: each for each in enacted.komponen if each.kode in areas}
    if _stand(plan.komponen, [areas.get(each.kode) for each in enacted.komponen], altered):
        yield from (each.kode for each in plan.komponen)
    before = True
    for komponen in plan.komponen:
        theirs = law[komponen.kode].subkomponen if komponen.kode in law else ()
        here = _stand(komponen.subkomponen, [homes.get(each.kode) for each in theirs], altered)
        if here and before:
            yield from (each.kode for each in komponen.subkomponen)
        before = here
    subs = {homes[sub.kode]: sub for each in enacted.komponen for sub in each.subkomponen if sub.kode in homes}
    for mine in plan.subkomponen():
        rows = [row_law[each.kode][2] if each.kode in row_law else None for each in mine.indikator]
        lettered = all(row and row.letter == each.letter for row, each in zip(rows, mine.indikator, strict=True))
        here = lettered and mine.kode in subs and rows == list(subs[mine.kode].indikator)
        for row, each in zip(rows, mine.indikator, strict=True):
            if here or (row is not None and row.letter is None and each.letter is None):
                yield each.kode


def _stand(mine: Sequence[Komponen | Subkomponen], theirs: Sequence[str | None], altered: set[str]) -> bool:
    kodes = [each.kode for each in mine]
    return kodes == theirs and altered.isdisjoint(kodes)
