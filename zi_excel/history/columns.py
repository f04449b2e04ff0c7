"""The columns and words of the tab that keeps the history: one authority for who writes it and who reads it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from zi_excel.history.records import Kind
from zi_excel.measuring.status import Status

TAB_KEY = "monev_riwayat"
"""The tab's key among the Monev tabs (see zi_excel.sheets.tabs)."""


class Column(StrEnum):
    """The columns by their titles; those of the komponen follow (`rencana_title`, `capaian_title`)."""

    TANGGAL = "TANGGAL"
    CATATAN = "CATATAN"
    KODE = "KODE"
    INDIKATOR = "INDIKATOR"
    REALISASI_SEMULA = "REALISASI SEMULA"
    REALISASI = "REALISASI"
    STATUS_SEMULA = "STATUS SEMULA"
    STATUS = "STATUS"
    KODE_SEMULA = "KODE SEMULA"
    RENCANA = "RENCANA"
    CAPAIAN = "CAPAIAN"


REKAP = "Rekap"
"""What CATATAN says of an entry's line of figures."""

WORDS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.AWAL: "Keadaan awal",
        Kind.BERUBAH: "Berubah",
        Kind.MUNCUL: "Muncul",
        Kind.HILANG: "Hilang",
        Kind.GANTI_KODE: "Ganti kode",
    }
)
"""What CATATAN says of a change."""

KINDS: Mapping[str, Kind] = MappingProxyType({word.casefold(): kind for kind, word in WORDS.items()})

STATUSES: Mapping[str, Status] = MappingProxyType(
    {text.casefold(): status for status in Status for text in (status.text, status.word)}
)
"""Statuses by the cell's text in small letters, with or without the sign."""


def rencana_title(kode: str) -> str:
    """The title of a komponen's rencana."""
    return f"{Column.RENCANA} {kode}"


def capaian_title(kode: str) -> str:
    """The title of a komponen's capaian."""
    return f"{Column.CAPAIAN} {kode}"
