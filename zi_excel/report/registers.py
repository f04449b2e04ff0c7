"""The register of evidence: every butir bukti of every indikator with its link, and what is missing. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from zi_excel.measuring.measure import IndikatorResult


class Keadaan(StrEnum):
    """How a butir bukti stands, with its sign.

    Which link proves which butir is not written in the workbook: links are taken in their order, and where there are
    fewer links than butir, the others share those that are there.
    """

    TERTAUT = "✔ Tertaut"
    BERSAMA = "● Tautan bersama"
    BELUM = "✖ Belum ada"
    TAMBAHAN = "+ Tautan tambahan"


BUTIR = (Keadaan.TERTAUT, Keadaan.BERSAMA, Keadaan.BELUM)
"""What a butir can be; TAMBAHAN is a link beyond the butir."""


class Evidence(NamedTuple):
    """One row of the register.

    number: of the butir within its indikator; None where there is no butir (a further link, or BUKTI FISIK blank).
    link: the target; "" where there is none of its own.
    """

    result: IndikatorResult
    number: int | None
    butir: str
    link: str

    @property
    def keadaan(self) -> Keadaan:
        """How it stands."""
        if self.number is None and self.link:
            return Keadaan.TAMBAHAN
        if self.link:
            return Keadaan.TERTAUT
        return Keadaan.BERSAMA if self.result.bukti_tertaut else Keadaan.BELUM


class Completeness(NamedTuple):
    """Of a group: how many butir stand how. share: those with a link, own or shared (0..1); None without any butir."""

    kode: str
    nama: str
    counts: tuple[int, int, int]

    @property
    def total(self) -> int:
        """All its butir."""
        return sum(self.counts)

    @property
    def share(self) -> float | None:
        """The share of butir that have a link."""
        return (self.counts[0] + self.counts[1]) / self.total if self.total else None


def register(results: Iterable[IndikatorResult]) -> tuple[Evidence, ...]:
    """At least one row per indikator, in the matrix's order."""
    return tuple(row for result in results for row in _rows(result))


def completeness(kode: str, nama: str, rows: Sequence[Evidence]) -> Completeness:
    """The counts over some rows."""
    of_butir = [row.keadaan for row in rows if row.number is not None]
    tertaut, bersama, belum = (of_butir.count(each) for each in BUTIR)
    return Completeness(kode, nama, (tertaut, bersama, belum))


def _rows(result: IndikatorResult) -> Iterable[Evidence]:
    butir, links = result.indikator.butir_bukti, result.indikator.tautan_bukti.links
    if not butir and not links:
        yield Evidence(result, None, "", "")
    for number, (each, link) in enumerate(zip_longest(butir, links), start=1):
        yield Evidence(result, None if each is None else number, each or "", link or "")
