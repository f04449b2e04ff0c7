"""ZI0xx: what stands on the matrix's sheet beside it."""

from __future__ import annotations

from collections.abc import Iterator

from zi_excel.plan.rencana_aksi import Oddity, Remark
from zi_excel.validation.findings import Hit, Level, Subject, rule
from zi_excel.validation.rules.cells import quoted


def _noticed(subject: Subject, oddity: Oddity) -> Iterator[Remark]:
    return (remark for remark in subject.plan.remarks if remark.oddity is oddity)


@rule("ZI012", Level.INFO)
def tabel_lain(subject: Subject) -> Iterator[Hit]:
    """Tabel lain di lembar matriks.

    Tabel dengan judul kolom lain di bawah matriks, misalnya rekapitulasi atau daftar tim, tidak dibaca.

    Mengapa: bila itu kelanjutan matriks, indikatornya tidak terhitung.
    Salah: rekapitulasi capaian di bawah matriks.
    Benar: satu matriks per lembar; rekapitulasi dan daftar hadir di lembar lain.
    Saran: Pindahkan tabel itu ke lembar lain; bila itu kelanjutan matriks, samakan judul kolomnya.
    """
    for remark in _noticed(subject, Oddity.OTHER_TABLE):
        message = f"Di baris {remark.place.row} mulai tabel lain ({quoted(remark.detail)}); tabel itu tidak dibaca."
        yield Hit(remark.place, None, message)


@rule("ZI016", Level.PERINGATAN)
def matriks_lain(subject: Subject) -> Iterator[Hit]:
    """Matriks kedua di lembar yang sama.

    Di bawah matriks ada matriks lain: dengan judulnya sendiri dan komponen dari awal, atau dengan kolom lain.

    Mengapa: hanya matriks pertama yang dibaca; bila yang kedua kelanjutannya, indikatornya tidak terhitung.
    Salah: matriks tahun 2024 di bawah matriks tahun 2025 pada lembar yang sama.
    Benar: satu matriks per lembar; halaman lanjutan dengan judul kolom yang sama.
    Saran: Pindahkan matriks itu ke lembar lain; bila itu kelanjutannya, samakan judul kolomnya.
    """
    for remark in _noticed(subject, Oddity.OTHER_MATRIX):
        message = f"Di baris {remark.place.row} mulai matriks lain ({quoted(remark.detail)}); yang itu tidak dibaca."
        yield Hit(remark.place, None, message)


RULES = (tabel_lain, matriks_lain)
