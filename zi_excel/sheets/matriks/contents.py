"""What a workbook of a matrix shows, whichever office's it is."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from zi_excel.enacted.matrix import Enacted, EnactedKomponen
from zi_excel.measuring.measure import IndikatorResult
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


class Made(StrEnum):
    """What was made of a text when the plan went on to another year."""

    MOVED = "digeser"
    LEFT = "tetap"
    BLANKED = "dikosongkan"  # what only the new decree will say
    DROPPED = "tidak dibawa"

    @property
    def asks(self) -> bool:
        """Whether somebody has to look at it."""
        return self is not Made.MOVED


class Change(NamedTuple):
    """One text of the old year's workbook that names a year, and what was made of it.

    where: the column's title, or what else it is. old, new: the texts. kode: of its row; None: it belongs to none.
    column: where it stands in the matrix's sheet, from 0; None: no cell of the new workbook holds it.
    """

    made: Made
    where: str
    old: str
    new: str
    why: str
    kode: str | None = None
    column: int | None = None


class Continued(NamedTuple):
    """What a plan brings along from the year before (the sheets `Catatan Lanjut` and `Belum Selesai ...`).

    changes: what moved, and what somebody has to decide. unfinished: the indikator that were not done on the day `per`.
    """

    old_year: int
    year: int
    per: date
    changes: tuple[Change, ...]
    unfinished: tuple[IndikatorResult, ...]


class Matriks(NamedTuple):
    """A matrix and what stands around it.

    komponen: columns 1-7; texts as enacted, with <i>..</i> where they are slanted. names: the headers of these columns.
    others: the headers of further columns of the document's; further: what stands in them, by kode.
    lampiran, title: the lines above the matrix. enactment, certification: those below it, right and left.
    kantor, nomor: "" where unknown. tanggal: None where unknown. tahun: the plan's year.
    notes: what had to be judged when the document was read; None: no document was. continued: what it brings along from
    the year before; None: nothing. A plan that does is a draft, not enacted yet.
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
    continued: Continued | None = None

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
