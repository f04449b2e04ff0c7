"""The report's registers: every butir bukti with its link, and every kendala with what follows of it. Pure."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from zi_excel.measuring.measure import IndikatorResult, Status


class Keadaan(StrEnum):
    """How a butir bukti stands, with its sign.

    The workbook doesn't say which link proves which butir: links are taken in their order, and where there are fewer
    links than butir, the remaining butir share them.
    """

    TERTAUT = "✔ Tertaut"
    BERSAMA = "● Tautan bersama"
    BELUM = "✖ Belum ada"
    TAMBAHAN = "+ Tautan tambahan"


BUTIR = (Keadaan.TERTAUT, Keadaan.BERSAMA, Keadaan.BELUM)
"""What a butir can be; TAMBAHAN is a link beyond the butir."""


class Evidence(NamedTuple):
    """One row of the register of evidence.

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
    """A group's butir, counted by how they stand; `counts` are in the order of BUTIR."""

    kode: str
    nama: str
    counts: tuple[int, int, int]

    @property
    def total(self) -> int:
        """All its butir."""
        return sum(self.counts)

    @property
    def share(self) -> float | None:
        """The share (0..1) of butir that have a link, of their own or shared; None where there is no butir."""
        return (self.counts[0] + self.counts[1]) / self.total if self.total else None


def register(results: Iterable[IndikatorResult]) -> tuple[Evidence, ...]:
    """At least one row per indikator, in the matrix's order."""
    return tuple(row for result in results for row in _rows(result))


def completeness(kode: str, nama: str, rows: Sequence[Evidence]) -> Completeness:
    """The counts over some rows."""
    of_butir = [row.keadaan for row in rows if row.number is not None]
    tertaut, bersama, belum = (of_butir.count(keadaan) for keadaan in BUTIR)
    return Completeness(kode, nama, (tertaut, bersama, belum))


def _rows(result: IndikatorResult) -> Iterable[Evidence]:
    pieces, links = result.indikator.butir_bukti, result.indikator.tautan_bukti.links
    if not pieces and not links:
        yield Evidence(result, None, "", "")
    for number, (butir, link) in enumerate(zip_longest(pieces, links), start=1):
        yield Evidence(result, None if butir is None else number, butir or "", link or "")


class Langkah(StrEnum):
    """How a kendala stands, with its sign; those that are still open come first."""

    BELUM = "✖ Belum ditindaklanjuti"
    BERJALAN = "▶ Sedang ditindaklanjuti"
    TUNTAS = "✔ Tuntas"


class FollowUp(NamedTuple):
    """An indikator with a kendala or a tindak lanjut."""

    result: IndikatorResult

    @property
    def langkah(self) -> Langkah:
        """How it stands: closed where the indikator is `selesai`, open where there is no tindak lanjut."""
        if self.result.status is Status.SELESAI:
            return Langkah.TUNTAS
        return Langkah.BERJALAN if self.result.indikator.tindak_lanjut.text else Langkah.BELUM


def follow_ups(results: Iterable[IndikatorResult]) -> tuple[FollowUp, ...]:
    """All of them, the open ones first, otherwise in the matrix's order."""
    rows = [
        FollowUp(result) for result in results if result.indikator.kendala.text or result.indikator.tindak_lanjut.text
    ]
    order = list(Langkah)
    return tuple(sorted(rows, key=lambda row: order.index(row.langkah)))
