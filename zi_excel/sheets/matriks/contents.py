"""What a workbook of a matrix shows, whichever office's it is."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from zi_excel.enacted.matrix import Enacted, EnactedKomponen
from zi_excel.plan.rencana_aksi import ENACTED_FIELDS, TITLES

NAMES = tuple(TITLES[field] for field in ENACTED_FIELDS)
"""What the decree's seven columns are called where nothing else is said."""


class Note(NamedTuple):
    """What had to be judged when a document was read (the sheet `Catatan Impor`).

    where: the place in the document. seen, made: what stood there, and what was made of it. kode: of the row that it
    is about; None: of none.
    """

    where: str
    seen: str
    made: str
    kode: str | None = None


class Matriks(NamedTuple):
    """A matrix and what stands around it.

    komponen: columns 1-7; texts as enacted, with <i>..</i> where they are slanted. names: the headers of these columns.
    others: the headers of further columns of the document's; further: what stands in them, by kode.
    lampiran, title: the lines above the matrix. enactment, certification: those below it, right and left.
    kantor, nomor: "" where unknown. tanggal: None where unknown. tahun: the plan's year.
    notes: what had to be judged when the document was read; None: no document was.
    """

    komponen: Sequence[EnactedKomponen]
    tahun: int
    title: tuple[str, ...]
    kantor: str = ""
    nomor: str = ""
    tanggal: date | None = None
    lampiran: tuple[str, ...] = ()
    enactment: tuple[str, ...] = ()
    certification: tuple[str, ...] = ()
    names: tuple[str, ...] = NAMES
    others: tuple[str, ...] = ()
    further: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    notes: tuple[Note, ...] | None = None

    @property
    def kodes(self) -> tuple[str, ...]:
        """The kode of every indikator, in order."""
        return tuple(row.kode for komponen in self.komponen for sub in komponen.subkomponen for row in sub.indikator)


def as_matriks(enacted: Enacted) -> Matriks:
    """An enacted matrix as its workbook shows it."""
    closing, certification = parted_closing(enacted.penutup)
    return Matriks(
        komponen=enacted.komponen,
        tahun=enacted.tahun,
        title=enacted.title,
        kantor=enacted.kantor,
        nomor=enacted.nomor,
        tanggal=enacted.tanggal,
        lampiran=enacted.lampiran,
        enactment=closing,
        certification=certification,
    )


def parted_closing(lines: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A decree's closing: the enactment, and the certification of the copy."""
    at = next((at for at, line in enumerate(lines) if line.casefold().startswith("salinan sesuai")), len(lines))
    enactment = lines[:at]
    while enactment and not enactment[-1]:
        enactment = enactment[:-1]
    return tuple(enactment), tuple(lines[at:])
