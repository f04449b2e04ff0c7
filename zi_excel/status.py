"""The status of one indikator on the as-of day, from its jadwal and its realisasi (contract, section 5). Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zi_excel.jadwal import Jadwal, Jenis

EXACT = 1e-9
"""Shares (0..1) nearer than this are equal: what binary fractions lose."""

HALF_POINT = 0.005
"""What staff may round away: a realisasi of 33 % meets the first of three tonggak (contract, section 5)."""


class Status(StrEnum):
    """In the order in which they are tried: the first that holds."""

    TIDAK_VALID = "tidak_valid"
    SELESAI = "selesai"
    TERLAMBAT = "terlambat"
    PERLU_PERHATIAN = "perlu_perhatian"
    BERJALAN = "berjalan"
    BELUM_MULAI = "belum_mulai"


@dataclass(frozen=True, slots=True)
class Terms:
    """What an indikator is judged by.

    per: the as-of day. tolerance: how far (share 0..1) a `rentang` may be behind its rencana. horizon: how many days
    before its next tonggak an unmet indikator asks for attention.
    """

    per: date
    tolerance: float
    horizon: int


def status_of(jadwal: Jadwal | None, share: float | None, terms: Terms) -> Status:
    """The first status that holds.

    Args:
        jadwal: None where the target can't be read.
        share: the realisasi (0..1), None where it can't be read.
        terms: the day, the tolerance and the horizon.
    """
    if jadwal is None or share is None:
        return Status.TIDAK_VALID
    if share >= 1 - EXACT:
        return Status.SELESAI
    if not meets(share, jadwal.share_before(terms.per)):
        return Status.TERLAMBAT
    if _behind(jadwal, share, terms) or _due_soon(jadwal, share, terms):
        return Status.PERLU_PERHATIAN
    return Status.BERJALAN if share > EXACT else Status.BELUM_MULAI


def meets(share: float, asked: float) -> bool:
    """Whether a realisasi meets a share of tonggak: half a point is allowed where less than all is asked."""
    return share >= asked - EXACT - (HALF_POINT if asked < 1 - EXACT else 0)


def first_unmet(jadwal: Jadwal, share: float) -> date | None:
    """The first tonggak that the realisasi does not meet: its share of the tonggak is counted with those before it."""
    count = len(jadwal.tonggak)
    return next((day for at, day in enumerate(jadwal.tonggak, start=1) if not meets(share, at / count)), None)


def _behind(jadwal: Jadwal, share: float, terms: Terms) -> bool:
    """Whether a rentang is more than the tolerance behind its rencana."""
    rencana = jadwal.rencana(terms.per)
    return jadwal.jenis is Jenis.RENTANG and rencana is not None and rencana - share > terms.tolerance + EXACT


def _due_soon(jadwal: Jadwal, share: float, terms: Terms) -> bool:
    """Whether the next tonggak is near and what it asks is not there yet."""
    day = jadwal.next_tonggak(terms.per)
    if day is None or (day - terms.per).days > terms.horizon:
        return False
    return not meets(share, sum(each <= day for each in jadwal.tonggak) / len(jadwal.tonggak))
