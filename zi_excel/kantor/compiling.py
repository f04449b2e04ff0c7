"""The records of all kantor put together to what the rekap shows; in whatever order they came. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import PurePath

from zi_excel.history.course import Point
from zi_excel.kantor.figures import (
    CoursePoint,
    IndikatorFigures,
    KomponenFigures,
    Rekap,
    RuleFigures,
    Spread,
    WilayahFigures,
    mean,
)
from zi_excel.kantor.order import furthest, natural, ranks
from zi_excel.kantor.per_indikator import indikator_figures, matrices_of
from zi_excel.kantor.per_komponen import areas_of, komponen_figures
from zi_excel.kantor.record import KantorRecord, Unread
from zi_excel.plan.jadwal import month_end
from zi_excel.plan.periode import Periode
from zi_excel.validation.findings import Level
from zi_excel.validation.rules import ALL

_MOST_BEHIND = 10
"""How many kantor, and indikator, are named as furthest behind."""


def compile_rekap(
    records: Iterable[KantorRecord],
    unread: Iterable[Unread],
    *,
    per: date,
    periode: Periode | None = None,
    version: str = "",
) -> Rekap:
    """All figures of the rekap.

    Args:
        records: what was read, in any order.
        unread: what could not be, in any order.
        per: the as-of day.
        periode: the period whose movement was asked for.
        version: of the tool.
    """
    kantor = _told_apart(sorted(records, key=_order))
    areas = [areas_of(record) for record in kantor]
    komponen = komponen_figures(kantor, areas)
    places = {key: place for place, key in enumerate(komponen)}
    matrices = matrices_of(kantor)
    indikator = indikator_figures(
        kantor, matrices, [{each.kode: places[key] for key, groups in of.items() for each in groups} for of in areas]
    )
    year = _year(kantor, per)
    totals = [record.total for record in kantor]
    return Rekap(
        per=per,
        periode=periode,
        tahun=year,
        kantor=kantor,
        unread=tuple(sorted(unread, key=lambda each: (natural(each.berkas), each.berkas, each.sebab))),
        matriks=matrices.rows,
        matriks_of=matrices.of,
        spread=Spread.of(total.capaian for total in totals),
        rencana=mean(total.rencana for total in totals),
        deviasi=mean(total.deviasi for total in totals),
        tertimbang=mean(total.tertimbang for total in totals),
        ranks=ranks([total.capaian for total in totals]),
        komponen=tuple(komponen.values()),
        indikator=indikator,
        wilayah=_wilayah(kantor, tuple(komponen.values())),
        temuan=_rules(kantor),
        course=tuple(_course(kantor, year, per)),
        behind=furthest([total.deviasi for total in totals], _MOST_BEHIND),
        behind_indikator=furthest([_together(figures) for figures in indikator], _MOST_BEHIND),
        version=version,
    )


def _together(figures: IndikatorFigures) -> float | None:
    """How far all kantor together are behind with it: what a single kantor is behind with is not what lags most."""
    return None if figures.deviasi is None else figures.deviasi * figures.spread.kantor


def _order(record: KantorRecord) -> tuple[object, ...]:
    return natural(record.wilayah or ""), natural(record.nama), natural(record.berkas), record.nama, record.berkas


def _told_apart(records: Sequence[KantorRecord]) -> tuple[KantorRecord, ...]:
    """The records; kantor of one name have their file's in brackets, with as many folders as it takes."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for record in records:
        by_name[record.nama.casefold()].append(record.berkas)
    tails = {nama: _tails(paths) for nama, paths in by_name.items() if len(paths) > 1}
    return tuple(
        record
        if (of := tails.get(record.nama.casefold())) is None
        else record._replace(nama=f"{record.nama} ({of[record.berkas]})")
        for record in records
    )


def _tails(paths: Sequence[str]) -> dict[str, str]:
    """For each path its shortest end that none of the others has."""
    tails: dict[str, str] = {}
    parts = {path: PurePath(path).parts for path in paths}
    for count in range(1, max(map(len, parts.values())) + 1):
        ends = Counter(of[-count:] for of in parts.values())
        tails |= {
            path: "/".join(of[-count:]) for path, of in parts.items() if path not in tails and ends[of[-count:]] == 1
        }
    return tails


def _year(kantor: Sequence[KantorRecord], per: date) -> int:
    years = Counter(record.tahun for record in kantor)
    return max(years, key=lambda year: (years[year], year)) if years else per.year


def _wilayah(kantor: Sequence[KantorRecord], komponen: Sequence[KomponenFigures]) -> tuple[WilayahFigures, ...]:
    members: dict[str, list[int]] = defaultdict(list)
    for place, record in enumerate(kantor):
        if record.wilayah is not None:
            members[record.wilayah].append(place)
    return tuple(
        WilayahFigures(
            nama=nama,
            members=tuple(places),
            spread=Spread.of(kantor[place].total.capaian for place in places),
            rencana=mean(kantor[place].total.rencana for place in places),
            deviasi=mean(kantor[place].total.deviasi for place in places),
            tertimbang=mean(kantor[place].total.tertimbang for place in places),
            komponen=tuple(mean(figures.capaian[place] for place in places) for figures in komponen),
        )
        for nama, places in members.items()
    )


def _rules(kantor: Sequence[KantorRecord]) -> tuple[RuleFigures, ...]:
    holders: Counter[str] = Counter()
    levels: dict[str, Counter[Level]] = defaultdict(Counter)
    for record in kantor:
        holders.update({each.code for each in record.temuan})
        for each in record.temuan:
            levels[each.code][each.level] += each.findings
    titles = {rule.code: rule.title for rule in ALL}
    order = sorted(holders, key=lambda code: (-holders[code], -levels[code].total(), code))
    return tuple(
        RuleFigures(code, titles.get(code, ""), holders[code], {level: levels[code][level] for level in Level})
        for code in order
    )


def _course(kantor: Sequence[KantorRecord], year: int, per: date) -> Iterator[CoursePoint]:
    """The ends of the year's months from the first that a history reaches; then the as-of day, with every kantor."""
    histories = [record.riwayat for record in kantor if record.tahun == year and record.riwayat]
    for day in (month_end(year, month) for month in range(1, 13)):
        reached = [last for points in histories if (last := _last(points, day)) is not None]
        if reached and day < per:
            capaian, rencana = mean(point.capaian for point in reached), mean(point.rencana for point in reached)
            yield CoursePoint(day, capaian, rencana, len(reached))
    if kantor:
        capaian, rencana = mean(each.total.capaian for each in kantor), mean(each.total.rencana for each in kantor)
        yield CoursePoint(per, capaian, rencana, len(kantor))


def _last(points: Sequence[Point], day: date) -> Point | None:
    return next((point for point in reversed(points) if point.day <= day), None)
