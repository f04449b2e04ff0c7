"""Completion: status per indikator, capaian and rencana per group, on an as-of day (contract, section 5)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import fsum
from types import MappingProxyType
from typing import NamedTuple

from zi_excel.measuring.lke import Weights, weighted, weights_for, without_indikator
from zi_excel.measuring.status import USUAL, Ambang, Standing, Status, first_unmet, standings_by, status_of
from zi_excel.plan.jadwal import Jadwal
from zi_excel.plan.rencana_aksi import Indikator, RencanaAksi

__all__ = ["LEAST_BEHIND", "NO_PENANGGUNG_JAWAB", "Capaian", "IndikatorResult", "Measurement", "Status", "measure"]

NO_PENANGGUNG_JAWAB = "(tanpa penanggung jawab)"
"""The group of the indikator whose PENANGGUNG JAWAB is blank, so that the groups add up to the whole."""
LEAST_BEHIND = 0.0005
"""A group is said to be behind where its deviasi (-1..1) is at least so much below 0: less is shown as 0,0 points."""


class IndikatorResult(NamedTuple):
    """One indikator on the as-of day.

    rencana: planned share 0..1, None for `sewaktu` and unreadable targets.
    realisasi: share 0..1, None where unreadable.
    deviasi: realisasi less rencana (-1..1; an unreadable realisasi counts 0), None where there is no rencana.
    tonggak: each with how it stands, in the jadwal's order; none where the target is `sewaktu` or unreadable.
    due: the first unmet tonggak, else the next one on or after the day, else None (unreadable realisasi: the next one).
    days_late: days since the first unmet tonggak where `terlambat`; days after the last tonggak where `selesai` by
    TANGGAL SELESAI (negative: early); else None.
    bukti_tertaut: whether TAUTAN BUKTI holds a link.
    """

    komponen: str
    subkomponen: str
    indikator: Indikator
    rencana: float | None
    realisasi: float | None
    deviasi: float | None
    status: Status
    tonggak: tuple[Standing, ...]
    due: date | None
    days_late: int | None
    bukti_tertaut: bool


class Capaian(NamedTuple):
    """The completion of a group (N of the contract's section 7).

    kode, nama: those of the komponen or subkomponen, the name on one line. The kode of a penanggung jawab is the name,
    that of the whole `total`.
    capaian, rencana: 0..1; deviasi: -1..1; rencana and deviasi are None where no indikator has a rencana.
    bukti_tertaut: how many `selesai` have their bukti linked.
    tertimbang: the weighted capaian (0..1) of a komponen or the whole; None with the reason in `tertimbang_sebab`, or
    where the notion does not apply (subkomponen, penanggung jawab: both None).
    """

    kode: str
    nama: str
    jumlah: int
    rencana: float | None
    capaian: float
    deviasi: float | None
    status: Mapping[Status, int]
    bukti_tertaut: int
    tertimbang: float | None = None
    tertimbang_sebab: str | None = None


class Measurement(NamedTuple):
    """Everything that is measured of a plan on one day.

    bobot: LKE weight per subkomponen kode; {} where they don't fit. ambang: what the status were judged by.
    """

    per: date
    total: Capaian
    komponen: tuple[Capaian, ...]
    subkomponen: tuple[Capaian, ...]
    penanggung_jawab: tuple[Capaian, ...]
    indikator: tuple[IndikatorResult, ...]
    bobot: Mapping[str, float]
    ambang: Ambang = USUAL

    @property
    def urgent(self) -> tuple[IndikatorResult, ...]:
        """The `terlambat`, the latest first; then the `perlu_perhatian`, the soonest due first."""
        late = [result for result in self.indikator if result.status is Status.TERLAMBAT]
        attention = [result for result in self.indikator if result.status is Status.PERLU_PERHATIAN]
        late.sort(key=lambda result: -(result.days_late or 0))
        attention.sort(key=lambda result: result.due or date.max)
        return (*late, *attention)


def measure(plan: RencanaAksi, per: date, ambang: Ambang = USUAL) -> Measurement:
    """Completion of a plan on a day (contract, section 5).

    Realisasi is what is in the workbook now; `per` moves the plan only.

    Args:
        plan: the matrix as read.
        per: the as-of day.
        ambang: when an indikator is `perlu_perhatian`.
    """
    results = tuple(
        _judge(komponen.kode, subkomponen.kode, indikator, per, ambang)
        for komponen in plan.komponen
        for subkomponen in komponen.subkomponen
        for indikator in subkomponen.indikator
    )
    of_komponen = _grouped((result.komponen, result) for result in results)
    of_subkomponen = _grouped((result.subkomponen, result) for result in results)
    of_person = _grouped((_one_line(each.indikator.penanggung_jawab.text), each) for each in results)
    subkomponen = tuple(_capaian(each.kode, each.nama.text, of_subkomponen[each.kode]) for each in plan.subkomponen())
    shares = {each.kode: each.capaian if each.jumlah else None for each in subkomponen}
    weights = weights_for(each.kode for each in plan.subkomponen())
    return Measurement(
        per=per,
        total=_capaian("total", "Total", results, _tertimbang(weights, shares)),
        komponen=tuple(
            _capaian(
                each.kode,
                each.nama.text,
                of_komponen[each.kode],
                _tertimbang(weights, {sub.kode: shares[sub.kode] for sub in each.subkomponen}),
            )
            for each in plan.komponen
        ),
        subkomponen=subkomponen,
        penanggung_jawab=tuple(
            _capaian(name or NO_PENANGGUNG_JAWAB, name or NO_PENANGGUNG_JAWAB, group)
            for name, group in of_person.items()
        ),
        indikator=results,
        bobot=weights.bobot,
        ambang=ambang,
    )


def _judge(komponen: str, subkomponen: str, indikator: Indikator, per: date, ambang: Ambang) -> IndikatorResult:
    jadwal, share = indikator.target.jadwal, indikator.realisasi.share
    status = status_of(jadwal, share, per, ambang)
    unmet = None if jadwal is None or share is None else first_unmet(jadwal, share)
    rencana = None if jadwal is None else jadwal.rencana(per)
    return IndikatorResult(
        komponen=komponen,
        subkomponen=subkomponen,
        indikator=indikator,
        rencana=rencana,
        realisasi=share,
        deviasi=None if rencana is None else (share or 0.0) - rencana,
        status=status,
        tonggak=() if jadwal is None else standings_by(jadwal, status, unmet, per),
        due=unmet if unmet or jadwal is None else jadwal.next_tonggak(per),
        days_late=_days_late(status, jadwal, unmet, indikator.selesai_pada, per),
        bukti_tertaut=bool(indikator.tautan_bukti.links),
    )


def _days_late(
    status: Status, jadwal: Jadwal | None, unmet: date | None, finished: date | None, per: date
) -> int | None:
    if status is Status.TERLAMBAT and unmet is not None:
        return (per - unmet).days
    if status is Status.SELESAI and finished is not None and jadwal is not None and jadwal.tonggak:
        return (finished - jadwal.tonggak[-1]).days
    return None


def _grouped(results: Iterable[tuple[str, IndikatorResult]]) -> Mapping[str, list[IndikatorResult]]:
    """The results per key, in the order of first appearance; nothing under any other key."""
    groups: dict[str, list[IndikatorResult]] = defaultdict(list)
    for key, result in results:
        groups[key].append(result)
    return groups


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _capaian(
    kode: str, nama: str, group: Sequence[IndikatorResult], tertimbang: tuple[float | None, str | None] = (None, None)
) -> Capaian:
    count = Counter(result.status for result in group)
    return Capaian(
        kode=kode,
        nama=_one_line(nama),
        jumlah=len(group),
        rencana=_mean([result.rencana for result in group if result.rencana is not None]),
        capaian=_mean([result.realisasi or 0.0 for result in group]) or 0.0,
        deviasi=_mean([result.deviasi for result in group if result.deviasi is not None]),
        status=MappingProxyType({status: count[status] for status in Status}),
        bukti_tertaut=sum(result.status is Status.SELESAI and result.bukti_tertaut for result in group),
        tertimbang=tertimbang[0],
        tertimbang_sebab=tertimbang[1],
    )


def _mean(shares: list[float]) -> float | None:
    """Of the exact sum, so that neither the order of rows nor their number shows in the last digits."""
    return fsum(shares) / len(shares) if shares else None


def _tertimbang(weights: Weights, shares: Mapping[str, float | None]) -> tuple[float | None, str | None]:
    """The weighted capaian, or None and the reason. shares: None where a subkomponen has no indikator to weigh."""
    if not weights.bobot:
        return None, weights.reason
    known = {kode: share for kode, share in shares.items() if share is not None}
    if len(known) < len(shares):
        return None, without_indikator([kode for kode in shares if kode not in known])
    return (weighted(known, weights.bobot), None) if known else (None, None)
