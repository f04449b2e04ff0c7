"""Kendala and what follows of them: which recommendations are still open. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from zi_excel.measuring.measure import IndikatorResult, Status


class Langkah(StrEnum):
    """How a kendala stands, with its sign; the open ones first."""

    BELUM = "✖ Belum ditindaklanjuti"
    BERJALAN = "▶ Sedang ditindaklanjuti"
    TUNTAS = "✔ Tuntas"


class FollowUp(NamedTuple):
    """An indikator with a kendala or a tindak lanjut."""

    result: IndikatorResult

    @property
    def langkah(self) -> Langkah:
        """How it stands: done where the indikator is `selesai`, open where there is no tindak lanjut."""
        if self.result.status is Status.SELESAI:
            return Langkah.TUNTAS
        return Langkah.BERJALAN if self.result.indikator.tindak_lanjut.text else Langkah.BELUM


def follow_ups(results: Iterable[IndikatorResult]) -> tuple[FollowUp, ...]:
    """All of them, the open ones first, otherwise in the matrix's order."""
    told = [FollowUp(each) for each in results if each.indikator.kendala.text or each.indikator.tindak_lanjut.text]
    order = list(Langkah)
    return tuple(sorted(told, key=lambda each: order.index(each.langkah)))
