"""The matrices of made-up offices: the shipped one under another office's name, and three that differ from it."""

from collections.abc import Callable, Sequence
from functools import cache

from province_offices import Matrix

from zi_excel.enacted.matrix import Enacted, EnactedIndikator, EnactedKomponen, EnactedSubkomponen, enacted_matrix

_ROMAN = ("I", "II", "III", "IV", "V", "VI")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_OWN = (
    ("Pojok integritas tersedia di ruang layanan", "Menata pojok integritas dan daftar kunjungannya", "Foto; daftar"),
    ("Duta integritas bertugas tiap bulan", "Menunjuk duta integritas bergiliran", "Surat tugas"),
    ("Klinik konsultasi gratifikasi dibuka", "Membuka konsultasi dua kali sebulan", "Buku konsultasi"),
    ("Survei internal budaya kerja dilakukan", "Menyebarkan survei kepada pegawai", "Hasil survei"),
)
_OTHER_WORDS = (
    ("telah", "sudah"), ("Terdapat", "Tersedia"), ("dilaksanakan", "dikerjakan"), ("Pemantauan", "Monitoring"),
    ("memuat", "berisi"), ("Pimpinan", "Atasan"),
)  # fmt: skip
_FOUR = (0, 1, 4, 5)
"""Places of the areas that an office with four of them follows."""


def matrix_of(kind: Matrix, place: str) -> Enacted:
    """The matrix of an office. place: `Kabupaten Karangasri`."""
    komponen = _komponen(kind)
    whole = enacted_matrix()._replace(komponen=komponen)
    office, upper = f"Komisi Pemilihan Umum {place}", place.upper()
    return whole._replace(tempat=place.partition(" ")[2],
        kantor=office,
        tentang=f"Rencana Aksi Pembangunan Zona Integritas di Lingkungan {office} Tahun {whole.tahun}",
        lampiran=(
            "LAMPIRAN", "KEPUTUSAN KOMISI PEMILIHAN UMUM", upper, f"NOMOR {whole.nomor.upper()}",
            "TENTANG PENETAPAN RENCANA AKSI", "PEMBANGUNAN ZONA INTEGRITAS", "KOMISI PEMILIHAN UMUM",
            f"{upper} TAHUN {whole.tahun}",
        ),
        title=(whole.title[0], f"KOMISI PEMILIHAN UMUM {upper} TAHUN {whole.tahun}"),
        penutup=(
            f"Ditetapkan di {place.partition(' ')[2]}", "pada tanggal 9 Oktober 2025", "",
            "KETUA KOMISI PEMILIHAN UMUM", f"{upper},", "", "Ttd.", "",
            "Salinan sesuai dengan aslinya", "SEKRETARIAT KOMISI PEMILIHAN UMUM", upper,
        ),
        komponen=_renamed(komponen, f"KPU {place}"),
    )  # fmt: skip


@cache
def _komponen(kind: Matrix) -> tuple[EnactedKomponen, ...]:
    shipped = enacted_matrix().komponen
    if kind is Matrix.KALIMAT_SENDIRI:
        return _each_indikator(shipped, _in_other_words)
    if kind is Matrix.BERGESER:
        return tuple(_with_own(area, at) for at, area in enumerate(shipped))
    if kind is Matrix.EMPAT_AREA:
        return tuple(_numbered(shipped[at], kode) for at, kode in zip(_FOUR, _ROMAN, strict=False))
    return shipped


def _renamed(komponen: Sequence[EnactedKomponen], office: str) -> tuple[EnactedKomponen, ...]:
    """The decree's own office in the texts becomes the other one."""

    def renamed(row: EnactedIndikator) -> EnactedIndikator:
        texts = {name: getattr(row, name) for name in ("langkah_aksi", "bukti_fisik")}
        changed = {name: text.replace("KPU Kota Surakarta", office) for name, text in texts.items()}
        return row if changed == texts else row._replace(**changed)

    return _each_indikator(komponen, renamed)


def _each_indikator(
    komponen: Sequence[EnactedKomponen], change: Callable[[EnactedIndikator], EnactedIndikator]
) -> tuple[EnactedKomponen, ...]:
    return tuple(
        area._replace(
            subkomponen=tuple(sub._replace(indikator=tuple(map(change, sub.indikator))) for sub in area.subkomponen),
        )
        for area in komponen
    )


def _in_other_words(row: EnactedIndikator) -> EnactedIndikator:
    text = row.indikator
    for theirs, own in _OTHER_WORDS:
        text = text.replace(theirs, own)
    return row._replace(indikator=text)


def _with_own(area: EnactedKomponen, at: int) -> EnactedKomponen:
    """The area with one indikator of the office's own at the head of its first subkomponen; the others move down."""
    if at >= len(_OWN):
        return area
    text, langkah, bukti = _OWN[at]
    own = EnactedIndikator("", f"a. {text}", langkah, bukti, "Maret, Juni, September, Desember 2025")
    first, *rest = area.subkomponen
    return area._replace(subkomponen=(_relettered(first, (own, *first.indikator)), *rest))


def _relettered(sub: EnactedSubkomponen, rows: Sequence[EnactedIndikator]) -> EnactedSubkomponen:
    def lettered(row: EnactedIndikator, letter: str) -> EnactedIndikator:
        text = row.indikator.partition(". ")[2] if row.huruf is None else row.indikator
        return row._replace(kode=f"{sub.kode}.{letter}", indikator=f"{letter}. {text}", huruf=None)

    return sub._replace(indikator=tuple(map(lettered, rows, _LETTERS)))


def _numbered(area: EnactedKomponen, kode: str) -> EnactedKomponen:
    """The area under another number."""

    def moved(sub: EnactedSubkomponen) -> EnactedSubkomponen:
        own = kode + sub.kode[len(area.kode) :]
        rows = tuple(row._replace(kode=kode + row.kode[len(area.kode) :]) for row in sub.indikator)
        return sub._replace(kode=own, indikator=rows)

    return area._replace(kode=kode, no=kode, subkomponen=tuple(map(moved, area.subkomponen)))
