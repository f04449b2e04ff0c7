"""The columns of the matrix: what they are called, and how a sheet's header was understood."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Field(StrEnum):
    """A column of the matrix: the first seven are the decree's, the rest are for staff to fill in."""

    NO = "no"
    KOMPONEN = "komponen"
    INDIKATOR = "indikator"
    LANGKAH_AKSI = "langkah_aksi"
    BUKTI_FISIK = "bukti_fisik"
    TARGET_WAKTU = "target_waktu"
    PENANGGUNG_JAWAB = "penanggung_jawab"
    REALISASI = "realisasi"
    TANGGAL_SELESAI = "tanggal_selesai"
    TAUTAN_BUKTI = "tautan_bukti"
    KENDALA = "kendala"
    TINDAK_LANJUT = "tindak_lanjut"
    STATUS = "status"  # in older workbooks; read where there is no REALISASI
    SUBKOMPONEN = "subkomponen"  # where an office names it in a column of its own

    __hash__ = str.__hash__  # Enum's own is written in Python; rows are looked up by column all the time


class Understood(StrEnum):
    """How a column's header was understood."""

    OWN = "keputusan"  # the decree's own word
    SYNONYM = "sinonim"  # another word that offices use
    MISSPELT = "ejaan"  # a known word with a letter or two wrong
    SETTINGS = "pengaturan"  # the settings name the column


ENACTED_FIELDS = tuple(Field)[:7]
OPTIONAL = frozenset({Field.STATUS, Field.SUBKOMPONEN})
"""Columns that are read where they exist and missed in no workbook."""
TITLES: Mapping[Field, str] = MappingProxyType(
    {field: field.replace("_", " ").upper() for field in Field} | {Field.REALISASI: "REALISASI (%)"}
)
"""Each column's title in the template; staff read these names everywhere."""


def column_letters(column: int) -> str:
    """1 -> "A", 28 -> "AB"."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def missing_columns(columns: Mapping[Field, int]) -> tuple[Field, ...]:
    """The columns that a sheet with these columns lacks. The optional ones are never among them."""
    replaced = {Field.REALISASI} if Field.STATUS in columns else set()
    return tuple(field for field in Field if field not in columns and field not in replaced | OPTIONAL)


class OtherColumn(NamedTuple):
    """A column of the sheet that is none of the matrix's. text: its header; "" where it has content only.

    same_as: the Field that its header means, where another column was taken for that; None: it means none.
    """

    column: int
    text: str
    same_as: Field | None = None


class Part(NamedTuple):
    """One of several columns for different times (REALISASI over TW I..IV). label: the time, as written."""

    column: int
    label: str


class HeaderReading(NamedTuple):
    """How the header was read.

    first: its first row. numbering: the row `1 2 3 ...` below it; None where there is none. how: for each column that
    was taken. others: the sheet's other columns, from the left. hidden: the taken columns that Excel doesn't show.
    parts: the columns of those that are split by time.
    """

    first: int
    numbering: int | None
    how: Mapping[Field, Understood]
    others: tuple[OtherColumn, ...] = ()
    hidden: frozenset[Field] = frozenset()
    parts: Mapping[Field, tuple[Part, ...]] = MappingProxyType({})
    year_from: str = ""
