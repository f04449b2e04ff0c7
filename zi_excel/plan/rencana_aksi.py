"""The model: the matrix of an action plan as read from one sheet. Immutable; every datum knows its cell.

Nouns are the decree's own (contract, section 1): komponen > subkomponen > indikator, each indikator with its
langkah aksi, bukti fisik, target waktu and penanggung jawab, and what staff report of its realisasi.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple

from zi_excel.plan.bukti_fisik import butir_bukti
from zi_excel.plan.columns import (
    ENACTED_FIELDS,
    TITLES,
    Field,
    HeaderReading,
    OtherColumn,
    Part,
    Understood,
    column_letters,
)
from zi_excel.plan.datum import Datum, Place
from zi_excel.plan.jadwal import TargetWaktu
from zi_excel.plan.numbering import Number
from zi_excel.plan.realisasi import Realisasi

__all__ = [
    "ENACTED_FIELDS",
    "TITLES",
    "Datum",
    "Field",
    "HeaderReading",
    "Indikator",
    "Komponen",
    "Oddity",
    "OtherColumn",
    "Part",
    "Place",
    "Remark",
    "RencanaAksi",
    "Subkomponen",
    "Understood",
    "column_letters",
]


class Indikator(NamedTuple):
    """One indikator: the row of the matrix that is planned, reported and measured.

    kode: unique, `I.1.a` or, for a lone one without a letter, `III.5` (contract, section 1).
    row: its first row in the sheet. letter: as written, "a"..; None for a lone one, or where it is missing.
    target: what column 6 was read to. realisasi: what column 8 (or an older STATUS) was read to.
    nama keeps the letter that stands before it in the cell ("a. Menerbitkan SK ..."), as the decree writes it.
    """

    kode: str
    row: int
    letter: str | None
    nama: Datum
    langkah_aksi: Datum
    bukti_fisik: Datum
    target_waktu: Datum
    target: TargetWaktu
    penanggung_jawab: Datum
    laporan: Datum
    realisasi: Realisasi
    tanggal_selesai: Datum
    tautan_bukti: Datum
    kendala: Datum
    tindak_lanjut: Datum

    @property
    def butir_bukti(self) -> tuple[str, ...]:
        """The single pieces of evidence that bukti fisik names."""
        return butir_bukti(self.bukti_fisik.text)

    @property
    def selesai_pada(self) -> date | None:
        """The day in TANGGAL SELESAI, where it is a date; where that is blank, the one that REALISASI tells."""
        value = self.tanggal_selesai.value
        if isinstance(value, date):
            return value
        return None if self.tanggal_selesai else self.realisasi.selesai_pada

    def datum(self, column: Field) -> Datum | None:
        """The cell of a column; None for NO and KOMPONEN, which belong to the subkomponen."""
        return _DATUM[column](self) if column in _DATUM else None

    def cells(self) -> Iterator[tuple[Field, Datum]]:
        """Its cells with their columns, from the left."""
        return ((column, datum(self)) for column, datum in _DATUM.items())


_DATUM: Mapping[Field, Callable[[Indikator], Datum]] = MappingProxyType(
    {
        Field.INDIKATOR: attrgetter("nama"),
        Field.LANGKAH_AKSI: attrgetter("langkah_aksi"),
        Field.BUKTI_FISIK: attrgetter("bukti_fisik"),
        Field.TARGET_WAKTU: attrgetter("target_waktu"),
        Field.PENANGGUNG_JAWAB: attrgetter("penanggung_jawab"),
        Field.REALISASI: attrgetter("laporan"),
        Field.TANGGAL_SELESAI: attrgetter("tanggal_selesai"),
        Field.TAUTAN_BUKTI: attrgetter("tautan_bukti"),
        Field.KENDALA: attrgetter("kendala"),
        Field.TINDAK_LANJUT: attrgetter("tindak_lanjut"),
    }
)


class Subkomponen(NamedTuple):
    """kode `I.1`; no and nama are the cells of columns 1 and 2; nomor: the number as written (None: none is)."""

    kode: str
    no: Datum
    nama: Datum
    indikator: tuple[Indikator, ...]
    nomor: Number | None = None


class Komponen(NamedTuple):
    """kode is Roman (`I`) even where the cell `no` says "1". nomor: the number as written (None: none is)."""

    kode: str
    no: Datum
    nama: Datum
    subkomponen: tuple[Subkomponen, ...]
    nomor: Number | None = None

    def indikator(self) -> Iterator[Indikator]:
        """Its indikator in the order of the sheet."""
        for subkomponen in self.subkomponen:
            yield from subkomponen.indikator


class Oddity(StrEnum):
    """What the reader noticed and had to decide; the rules say what it means for staff."""

    KODE_BY_ORDER = "kode_by_order"  # the number was not unique or could not be read: the kode goes by the order
    NUMBER_MISSING = "number_missing"  # NO is blank where a number belongs
    NUMBER_ARABIC = "number_arabic"  # a komponen numbered "1" where the others are Roman
    SPLIT_ROW = "split_row"  # a row that a page break split was joined
    HEADER_REPEATED = "header_repeated"
    COLUMN_TWICE = "column_twice"  # two headers mean the same; the first is taken
    REPORT_ON_HEADING = "report_on_heading"  # staff reported on a komponen's or subkomponen's row; detail: the columns
    STRAY_TEXT = "stray_text"  # a row inside the matrix that is no row of a matrix
    PARTED = "parted"  # one column for each of several times (TW I..IV); detail: the Field
    COLUMN_JUDGED = "column_judged"  # what was made of a column that may mean several things; detail: Field|sentence
    STRUCK_OUT = "struck_out"  # a cell with text that is struck out, which doesn't count; detail: that text
    CONDITIONAL_LOOK = (
        "conditional_look"  # a rule may strike out or hide cells; detail: range|mencoret or menyembunyikan
    )
    LOOSE_BOX = "loose_box"  # a form control's box lies on a cell that doesn't hold its tick; detail: whether ticked
    OTHER_TABLE = "other_table"  # a table below the matrix is not read; detail: its header
    OTHER_MATRIX = "other_matrix"  # likewise, and it is a matrix too
    YEAR_GUESSED = "year_guessed"  # neither setting nor title names the year; detail: where it was taken from
    YEAR_RIVALS = "year_rivals"  # other years may be the plan's too; detail: what says the year|the others


class Remark(NamedTuple):
    """One oddity: where, at which kode, and a detail (Indonesian, or a Field's value)."""

    oddity: Oddity
    place: Place
    kode: str | None = None
    detail: str = ""


class RencanaAksi(NamedTuple):
    """The whole matrix.

    sheet: the sheet's name; title: the lines above the header; year: the plan's year;
    header_row: the (last) row of the header; columns: which column was taken for which Field; headers: their cells;
    reading: how the header was read; None for a plan that was read from no sheet.
    """

    sheet: str
    title: tuple[str, ...]
    year: int
    header_row: int
    columns: Mapping[Field, int]
    headers: Mapping[Field, Datum]
    komponen: tuple[Komponen, ...]
    remarks: tuple[Remark, ...] = ()
    reading: HeaderReading | None = None

    def subkomponen(self) -> Iterator[Subkomponen]:
        """All subkomponen in the order of the sheet."""
        for komponen in self.komponen:
            yield from komponen.subkomponen

    def indikator(self) -> Iterator[Indikator]:
        """All indikator in the order of the sheet."""
        for komponen in self.komponen:
            yield from komponen.indikator()
