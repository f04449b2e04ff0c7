"""Areas over the kantor that have them: by the six areas of a Zona Integritas, else by name. Pure."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from zi_excel.enacted.diff.pairs import folded
from zi_excel.kantor.figures import KomponenFigures, Spread, mean
from zi_excel.kantor.order import commonest, kode_order
from zi_excel.kantor.record import KantorRecord
from zi_excel.measuring.measure import Capaian
from zi_excel.plan.areas import area_number
from zi_excel.plan.numbering import ROMAN

AreaKey = int | str
"""What makes komponen of two kantor the same: one of the six areas by its number, any other by its name."""


def areas_of(record: KantorRecord) -> Mapping[AreaKey, tuple[Capaian, ...]]:
    """The komponen of a kantor that have indikator; two that mean the same area stand together."""
    areas: dict[AreaKey, tuple[Capaian, ...]] = {}
    for group in record.komponen:
        if group.jumlah:
            key = area_number(group.nama) or folded(group.nama) or group.kode
            areas[key] = (*areas.get(key, ()), group)
    return areas


def komponen_figures(
    kantor: Sequence[KantorRecord], areas: Sequence[Mapping[AreaKey, tuple[Capaian, ...]]]
) -> dict[AreaKey, KomponenFigures]:
    """In the order of the six areas; behind them others, by the kode that most kantor give them.

    Args:
        kantor: the records.
        areas: `areas_of` each of them.
    """
    kodes: dict[AreaKey, Counter[str]] = defaultdict(Counter)
    names: dict[AreaKey, Counter[str]] = defaultdict(Counter)
    for of in areas:
        for key, groups in of.items():
            kodes[key][groups[0].kode] += 1
            names[key][groups[0].nama] += 1
    six = sorted(key for key in kodes if isinstance(key, int))
    others = [key for key in kodes if isinstance(key, str)]
    others.sort(key=lambda key: (kode_order(commonest(kodes[key])), key))
    shown: dict[AreaKey, str] = {key: ROMAN[key - 1] for key in six}
    for key in others:
        free = {kode: count for kode, count in kodes[key].items() if kode not in shown.values()}
        shown[key] = commonest(free) if free else ""
    return {key: _of_area(key, kode, commonest(names[key]), kantor, areas) for key, kode in shown.items()}


def _of_area(
    key: AreaKey,
    kode: str,
    nama: str,
    kantor: Sequence[KantorRecord],
    areas: Sequence[Mapping[AreaKey, tuple[Capaian, ...]]],
) -> KomponenFigures:
    groups = [_joined(record, of[key]) if key in of else None for record, of in zip(kantor, areas, strict=True)]
    present = [group for group in groups if group is not None]
    return KomponenFigures(
        area=key if isinstance(key, int) else None,
        kode=kode,
        nama=nama,
        spread=Spread.of(group.capaian for group in present),
        rencana=mean(group.rencana for group in present),
        deviasi=mean(group.deviasi for group in present),
        capaian=tuple(None if group is None else group.capaian for group in groups),
    )


class _Area(NamedTuple):
    capaian: float
    rencana: float | None
    deviasi: float | None


def _joined(record: KantorRecord, groups: Sequence[Capaian]) -> _Area:
    """A kantor's figures of an area: those of its komponen, or where it has it in two, of the indikator of both."""
    if len(groups) == 1:
        return _Area(groups[0].capaian, groups[0].rencana, groups[0].deviasi)
    kodes = {group.kode for group in groups}
    rows = [each for each in record.indikator() if each.komponen in kodes]
    return _Area(
        mean(each.realisasi or 0.0 for each in rows) or 0.0,
        mean(each.rencana for each in rows),
        mean(each.deviasi for each in rows),
    )
