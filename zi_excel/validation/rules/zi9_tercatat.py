"""ZI9xx: the record of an office's own matrix that a workbook is held against."""

from __future__ import annotations

from collections.abc import Iterator

from zi_excel.plan.rencana_aksi import ENACTED_FIELDS, TITLES, Place
from zi_excel.validation.findings import Level
from zi_excel.validation.rule import Hit, rule
from zi_excel.validation.subject import Subject
from zi_excel.wording import long_date


@rule("ZI909", Level.GALAT)
def catatan_diubah(subject: Subject) -> Iterator[Hit]:
    """Catatan penetapan diubah dengan tangan.

    Isi catatan penetapan (berkas .penetapan.toml di sebelah buku kerja) dibandingkan dengan sidik yang dibuat saat
    matriksnya dicatat. Buku kerja tetap dibandingkan dengan isi catatan itu sekarang.

    Mengapa: catatan yang diubah menyembunyikan perubahan matriks; yang dibandingkan bukan lagi yang ditetapkan.
    Salah: target di dalam catatan diganti dari Februari 2025 menjadi Desember 2025.
    Benar: catatan yang hanya ditulis oleh `zi-excel tetapkan`.
    Saran: Kembalikan catatannya dari salinannya; bila keputusannya berubah, catat dengan `zi-excel tetapkan --ganti`.
    """
    about = subject.enacted.pencatatan
    if about is not None and not subject.enacted.intact:
        when = f"dicatat {about.oleh} pada {long_date(about.pada.date())}"
        message = (
            f"Catatan penetapan {subject.enacted.decree} ({when}) telah diubah sesudah dicatat: sidiknya tidak cocok."
        )
        yield _hit(subject, message)


@rule("ZI910", Level.PERINGATAN)
def catatan_tanpa_buku_kerja(subject: Subject) -> Iterator[Hit]:
    """Ada catatan penetapan yang mungkin milik buku kerja ini.

    Di folder buku kerja ada catatan penetapan, tetapi namanya bukan nama buku kerja ini, dan buku kerja dengan nama itu
    tidak ada. Catatan itu tidak dipakai.

    Mengapa: buku kerja yang berganti nama kehilangan catatannya, sehingga perubahan matriksnya tidak dilaporkan.
    Salah: “Rencana Aksi final.xlsx” di sebelah “Rencana Aksi.penetapan.toml”.
    Benar: “Rencana Aksi final.xlsx” di sebelah “Rencana Aksi final.penetapan.toml”.
    Saran: Ganti nama catatannya sesuai nama buku kerja, atau tulis `penetapan = "…"` di zi-excel.toml; bila bukan milik
    buku kerja ini, pindahkan catatan itu ke folder lain.
    """
    if subject.lone_records:
        names = ", ".join(f"'{name}'" for name in subject.lone_records)
        message = (
            f"Buku kerja ini tidak mempunyai catatan penetapan dengan namanya sendiri, tetapi di sebelahnya ada "
            f"{names} tanpa buku kerja; catatan itu tidak dipakai."
        )
        yield _hit(subject, message)


@rule("ZI911", Level.INFO)
def kolom_tidak_dicatat(subject: Subject) -> Iterator[Hit]:
    """Kolom matriks yang tidak ada saat dicatat.

    Kolom 1-7 yang kini ada di buku kerja, tetapi tidak ada saat matriksnya dicatat, tidak dibandingkan.

    Mengapa: perubahan di kolom itu tidak dilaporkan.
    Salah: kolom LANGKAH AKSI ditambahkan sesudah matriks dicatat.
    Benar: semua kolom matriks tercatat.
    Saran: Bila kolom itu memang bagian dari yang ditetapkan, catat ulang dengan `zi-excel tetapkan --ganti`.
    """
    columns = subject.plan.columns
    added = [column for column in ENACTED_FIELDS if column in columns and not subject.enacted.has(column)]
    if added:
        names = ", ".join(TITLES[column] for column in added)
        message = f"Tidak ada saat {subject.enacted.decree} dicatat, jadi tidak dibandingkan: kolom {names}."
        place = Place(subject.plan.sheet, subject.plan.header_row, columns[added[0]])
        yield Hit(place, None, message, about_text=False)


def _hit(subject: Subject, message: str) -> Hit:
    return Hit(Place(subject.plan.sheet), None, message, about_text=False)


RULES = (catatan_diubah, catatan_tanpa_buku_kerja, kolom_tidak_dicatat)
