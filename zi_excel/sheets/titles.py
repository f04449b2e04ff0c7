"""Titles of the columns that several sheets have; those of the matrix's own columns are the model's (`TITLES`)."""

from typing import Final

KODE: Final = "KODE"
RENCANA: Final = "RENCANA"
REALISASI: Final = "REALISASI"
DEVIASI: Final = "DEVIASI (POIN)"
STATUS: Final = "STATUS"
JATUH_TEMPO: Final = "JATUH TEMPO"
HARI_TERLAMBAT: Final = "HARI TERLAMBAT"
JUMLAH_TAUTAN: Final = "JUMLAH TAUTAN"
