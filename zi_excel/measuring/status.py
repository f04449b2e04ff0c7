"""The status of one indikator and of each of its tonggak on the as-of day (contract, section 5). Pure."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from zi_excel.plan.jadwal import Jadwal, Jenis

EXACT = 1e-9
"""Shares (0..1) nearer than this are equal: what binary fractions lose."""

HALF_POINT = 0.005
"""What staff may round away: a realisasi of 33 % meets the first of three tonggak (contract, section 5)."""


class Status(StrEnum):
    """In the order in which they are tried: the first that holds counts."""

    TIDAK_VALID = "tidak_valid"
    SELESAI = "selesai"
    TERLAMBAT = "terlambat"
    PERLU_PERHATIAN = "perlu_perhatian"
    BERJALAN = "berjalan"
    BELUM_MULAI = "belum_mulai"

    @property
    def sign(self) -> str:
        """The contract's sign, shown wherever the status has a colour."""
        return _SIGNS[self]

    @property
    def word(self) -> str:
        """As a person says it: `Perlu perhatian`."""
        return self.value.replace("_", " ").capitalize()

    @property
    def text(self) -> str:
        """Sign and word: `▲ Perlu perhatian`."""
        return f"{self.sign} {self.word}"


_SIGNS: Mapping[Status, str] = MappingProxyType(dict(zip(Status, "?✔✖▲▶○", strict=True)))


class Standing(NamedTuple):
    """A tonggak, and how it stands on the as-of day.

    status: SELESAI: met. TERLAMBAT: its day is over and it is not met. PERLU_PERHATIAN: the unmet one for which the
    indikator asks attention. BERJALAN, BELUM_MULAI: still to come, with and without a realisasi. TIDAK_VALID: nobody
    knows.
    """

    day: date
    status: Status


class Ambang(NamedTuple):
    """When an indikator asks for attention (contract, section 5).

    poin: percentage points that a `rentang` may be behind its rencana. hari: days before the next tonggak.
    """

    poin: float = 10
    hari: int = 14


USUAL = Ambang()
"""The contract's own, where the settings say nothing else."""


def status_of(jadwal: Jadwal | None, share: float | None, per: date, ambang: Ambang) -> Status:
    """The first status that holds.

    Args:
        jadwal: None where the target can't be read.
        share: the realisasi (0..1), None where it can't be read.
        per: the as-of day.
        ambang: when it asks for attention.
    """
    if jadwal is None or share is None:
        return Status.TIDAK_VALID
    if share >= 1 - EXACT:
        return Status.SELESAI
    if not meets(share, jadwal.share_before(per)):
        return Status.TERLAMBAT
    if _behind(jadwal, share, per, ambang) or _due_soon(jadwal, share, per, ambang):
        return Status.PERLU_PERHATIAN
    return Status.BERJALAN if share > EXACT else Status.BELUM_MULAI


def meets(share: float, asked: float) -> bool:
    """Whether a realisasi meets a share of tonggak: half a point is allowed where less than all is asked."""
    return share >= asked - EXACT - (HALF_POINT if asked < 1 - EXACT else 0)


def first_unmet(jadwal: Jadwal, share: float) -> date | None:
    """The first tonggak that the realisasi does not meet: its share of the tonggak is counted with those before it."""
    count = len(jadwal.tonggak)
    return next((day for at, day in enumerate(jadwal.tonggak, start=1) if not meets(share, at / count)), None)


def standings(jadwal: Jadwal | None, share: float | None, per: date, ambang: Ambang) -> tuple[Standing, ...]:
    """How each tonggak stands; the arguments are those of `status_of`.

    What comes before the first unmet tonggak is met: `days late` and the calendar speak of the same tonggak.
    """
    if jadwal is None:
        return ()
    unmet = None if share is None else first_unmet(jadwal, share)
    return standings_by(jadwal, status_of(jadwal, share, per, ambang), unmet, per)


def standings_by(jadwal: Jadwal, status: Status, unmet: date | None, per: date) -> tuple[Standing, ...]:
    """The same, where the indikator's status and its first unmet tonggak are known."""

    def standing(day: date) -> Status:
        if status is Status.TIDAK_VALID or status is Status.SELESAI:
            return status
        if unmet is not None and day < unmet:
            return Status.SELESAI
        if day < per:
            return Status.TERLAMBAT
        if status is Status.PERLU_PERHATIAN and day == unmet:
            return Status.PERLU_PERHATIAN
        return Status.BERJALAN if status is Status.BERJALAN else Status.BELUM_MULAI

    return tuple(Standing(day, standing(day)) for day in jadwal.tonggak)


def _behind(jadwal: Jadwal, share: float, per: date, ambang: Ambang) -> bool:
    """Whether it is a rentang that is too far behind its rencana."""
    if jadwal.jenis is not Jenis.RENTANG:
        return False
    rencana = jadwal.rencana(per)
    return rencana is not None and rencana - share > ambang.poin / 100 + EXACT


def _due_soon(jadwal: Jadwal, share: float, per: date, ambang: Ambang) -> bool:
    """Whether the next tonggak is near and the realisasi does not meet it yet."""
    day = jadwal.next_tonggak(per)
    if day is None or (day - per).days > ambang.hari:
        return False
    return not meets(share, sum(due <= day for due in jadwal.tonggak) / len(jadwal.tonggak))
