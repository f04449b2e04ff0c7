"""Indikator over the kantor that have them, by kode and text. Pure."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from zi_excel.enacted.diff.pairs import folded
from zi_excel.kantor.figures import IndikatorFigures, Spread, mean
from zi_excel.kantor.order import commonest, furthest, kode_order
from zi_excel.kantor.record import KantorRecord, Matriks
from zi_excel.measuring.status import Status
from zi_excel.plan.numbering import without_lead

_MOST_BEHIND = 3
"""How many kantor are named as furthest behind with an indikator."""


class Matrices(NamedTuple):
    """The different matrices of some kantor, and which of them each kantor has."""

    rows: tuple[Matriks, ...]
    of: tuple[int, ...]


def matrices_of(kantor: Sequence[KantorRecord]) -> Matrices:
    """The matrices in the order of the kantor that have them first."""
    places: dict[Matriks, int] = {}
    by_identity: dict[int, int] = {}  # to hash a matrix takes time, and most kantor share one object
    of = []
    for record in kantor:
        key = id(record.matriks)
        if key not in by_identity:
            by_identity[key] = places.setdefault(record.matriks, len(places))
        of.append(by_identity[key])
    return Matrices(tuple(places), tuple(of))


def text_key(text: str) -> str:
    """What two spellings of one indikator have in common: its letters and digits, without the letter before it."""
    return folded(without_lead(text)) or folded(text) or text


def indikator_figures(
    kantor: Sequence[KantorRecord], matrices: Matrices, komponen: Sequence[Mapping[str, int]]
) -> tuple[IndikatorFigures, ...]:
    """In the order of their kode.

    Args:
        kantor: the records.
        matrices: `matrices_of` them.
        komponen: for each kantor, the place of its komponen among those of the rekap, by its own kode.
    """
    owners = Counter(matrices.of)
    spelled: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for at, rows in enumerate(matrices.rows):
        for kode, text in zip(rows.kode, rows.texts, strict=True):
            spelled[kode][text_key(text)][text] += owners[at]
    places = [{kode: place for place, kode in enumerate(rows.kode)} for rows in matrices.rows]
    figures = []
    for kode in sorted(spelled, key=lambda each: (kode_order(each), each)):
        texts = spelled[kode]
        key = min(texts, key=lambda each: (-texts[each].total(), each))
        same = tuple(
            place if (place := of.get(kode)) is not None and text_key(rows.texts[place]) == key else None
            for of, rows in zip(places, matrices.rows, strict=True)
        )
        named = _Named(kode, commonest(texts[key]), sum(texts[each].total() for each in texts if each != key))
        figures.append(_figures(named, same, kantor, matrices.of, komponen))
    return tuple(figures)


class _Named(NamedTuple):
    """An indikator of the rekap. others: how many kantor have its kode with another text."""

    kode: str
    text: str
    others: int


def _figures(
    named: _Named,
    same: tuple[int | None, ...],
    kantor: Sequence[KantorRecord],
    matrix_of: Sequence[int],
    komponen: Sequence[Mapping[str, int]],
) -> IndikatorFigures:
    numbers: list[int] = []
    shares: list[float] = []
    rencana: list[float | None] = []
    deviasi: list[float | None] = []
    status: Counter[Status] = Counter()
    areas: Counter[int] = Counter()
    for number, (record, at) in enumerate(zip(kantor, matrix_of, strict=True)):
        place = same[at]
        if place is None:
            continue
        share, planned = record.realisasi[place] or 0.0, record.rencana[place]
        numbers.append(number)
        shares.append(share)
        rencana.append(planned)
        deviasi.append(None if planned is None else share - planned)
        status[record.status[place]] += 1
        areas[komponen[number][record.matriks.komponen[place]]] += 1
    return IndikatorFigures(
        kode=named.kode,
        komponen=min(areas, key=lambda area: (-areas[area], area)),
        indikator=named.text,
        spread=Spread.of(shares),
        rencana=mean(rencana),
        deviasi=mean(deviasi),
        status={each: status[each] for each in Status},
        teks_lain=named.others,
        behind=tuple(numbers[at] for at in furthest(deviasi, _MOST_BEHIND)),
        places=same,
    )
