"""Completion: status per indikator, capaian and rencana per group, on an as-of day (contract, section 5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zi_excel.rencana_aksi import Indikator


class Status(StrEnum):
    """In the order in which they are tried: the first that holds."""

    TIDAK_VALID = "tidak_valid"
    SELESAI = "selesai"
    TERLAMBAT = "terlambat"
    PERLU_PERHATIAN = "perlu_perhatian"
    BERJALAN = "berjalan"
    BELUM_MULAI = "belum_mulai"


@dataclass(frozen=True, slots=True)
class IndikatorResult:
    """One indikator on the as-of day.

    rencana: planned share 0..1, None for `sewaktu` and unreadable targets. realisasi: share 0..1, None where unreadable.
    due: the first unmet tonggak, else the next one, else None. days_late: days since the first unmet tonggak where `terlambat`,
    days after the last tonggak where `selesai` by TANGGAL SELESAI (negative: early), else None.
    bukti_tertaut: whether TAUTAN BUKTI holds a link.
    """

    komponen: str
    subkomponen: str
    indikator: Indikator
    rencana: float | None
    realisasi: float | None
    status: Status
    due: date | None
    days_late: int | None
    bukti_tertaut: bool


@dataclass(frozen=True, slots=True)
class Capaian:
    """The completion of a group (N of the contract's section 7).

    capaian, rencana: 0..1; deviasi: -1..1; rencana and deviasi are None where no indikator has a rencana.
    bukti_tertaut: how many `selesai` have their bukti linked.
    tertimbang: the weighted capaian (0..1) of a komponen or the whole; None with the reason in `tertimbang_sebab`, or where the
    notion does not apply (subkomponen, penanggung jawab: both None).
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


@dataclass(frozen=True, slots=True)
class Measurement:
    """Everything that is measured of a plan on one day. bobot: LKE weight per subkomponen kode ({} where they don't fit)."""

    per: date
    total: Capaian
    komponen: tuple[Capaian, ...]
    subkomponen: tuple[Capaian, ...]
    penanggung_jawab: tuple[Capaian, ...]
    indikator: tuple[IndikatorResult, ...]
    bobot: Mapping[str, float]
