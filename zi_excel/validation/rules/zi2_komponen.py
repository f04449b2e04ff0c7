"""ZI2xx: column KOMPONEN, the names of komponen and subkomponen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zi_excel.enacted.diff.pairs import folded
from zi_excel.plan.areas import AREAS, area_number, is_area_name
from zi_excel.plan.numbering import ROMAN
from zi_excel.plan.rencana_aksi import Datum, Field, Indikator, Komponen, Place, Subkomponen
from zi_excel.validation.findings import Level
from zi_excel.validation.rule import Hit, rule
from zi_excel.validation.rules.questions import is_blank, quoted
from zi_excel.validation.subject import Subject


@rule("ZI201", Level.PERINGATAN)
def komponen_tanpa_nama(subject: Subject) -> Iterator[Hit]:
    """Komponen tanpa nama.

    Baris komponen bernomor, tetapi kolom KOMPONEN kosong.

    Mengapa: di tab Monev dan laporan komponen itu muncul tanpa nama.
    Salah: II | (kosong).
    Benar: II | PENATAAN TATA LAKSANA.
    Saran: Isi nama komponennya.
    """
    if Field.KOMPONEN in subject.plan.columns:
        for komponen in subject.plan.komponen:
            if is_blank(komponen.nama):
                first = next(komponen.indikator(), None)
                yield _nameless(subject, komponen, "Komponen", first)


@rule("ZI202", Level.PERINGATAN)
def komponen_tidak_dikenal(subject: Subject) -> Iterator[Hit]:
    """Nama komponen bukan salah satu dari enam area perubahan.

    Nama komponen dibandingkan dengan keenam area pengungkit Zona Integritas, juga dengan sebutan lain yang lazim. Bila
    kebanyakan komponen memang bukan area Zona Integritas, aturan ini diam.

    Mengapa: nama yang salah ketik membuat komponen tidak dikenali di LKE dan laporan lintas kantor.
    Salah: PENGUAT AKUNTABILITAS.
    Benar: PENGUATAN AKUNTABILITAS.
    Saran: Tulis nama areanya seperti dalam PermenPANRB 90 Tahun 2021.
    """
    named = [komponen for komponen in subject.plan.komponen if not is_blank(komponen.nama)]
    unknown = [komponen for komponen in named if not is_area_name(komponen.nama.text)]
    if 2 * len(unknown) < len(named):
        for komponen in unknown:
            message = f"{quoted(komponen.nama.text)} bukan nama salah satu dari enam area perubahan."
            yield Hit(komponen.nama, komponen.kode, message)


@rule("ZI203", Level.PERINGATAN)
def nomor_dan_nama_berselisih(subject: Subject) -> Iterator[Hit]:
    """Nomor dan nama komponen tidak cocok.

    Nama komponen menunjuk area yang berbeda dari nomornya.

    Mengapa: bobot LKE mengikuti nomor, pembaca mengikuti nama; salah satunya keliru.
    Salah: V | PENATAAN TATA LAKSANA.
    Benar: II | PENATAAN TATA LAKSANA.
    Saran: Perbaiki nomor atau namanya.
    """
    for komponen in subject.plan.komponen:
        area = area_number(komponen.nama.text)
        if area is not None and ROMAN[area - 1] != komponen.kode:
            name, kode = quoted(komponen.nama.text), komponen.kode
            message = f"{name} adalah area {ROMAN[area - 1]}, tetapi di sini komponen {kode}."
            yield Hit(komponen.nama, kode, message, beside=(komponen.no,))


@rule("ZI204", Level.PERINGATAN)
def nama_komponen_ganda(subject: Subject) -> Iterator[Hit]:
    """Nama komponen dipakai dua kali.

    Dua komponen bernama sama.

    Mengapa: biasanya judul yang tersalin dan belum diganti; capaian komponen yang satu terbaca sebagai milik yang lain.
    Salah: IV | PENGUATAN PENGAWASAN dan V | PENGUATAN PENGAWASAN.
    Benar: setiap komponen dengan namanya sendiri.
    Saran: Ganti nama komponen yang tersalin.
    """
    yield from _twice(subject.plan.komponen, "Nama komponen")


@rule("ZI205", Level.PERINGATAN)
def subkomponen_tanpa_nama(subject: Subject) -> Iterator[Hit]:
    """Subkomponen tanpa nama.

    Baris subkomponen bernomor, tetapi kolom KOMPONEN kosong.

    Mengapa: di tab Monev subkomponen itu muncul tanpa nama.
    Salah: 3 | (kosong) | a. Kebijakan informasi publik telah diterapkan.
    Benar: 3 | Keterbukaan Informasi Publik | a. Kebijakan informasi publik telah diterapkan.
    Saran: Isi nama subkomponennya.
    """
    if Field.KOMPONEN in subject.plan.columns:
        for sub in subject.plan.subkomponen():
            if is_blank(sub.nama):
                yield _nameless(subject, sub, "Subkomponen", next(iter(sub.indikator), None))


def _nameless(subject: Subject, group: Komponen | Subkomponen, what: str, first: Indikator | None) -> Hit:
    """A group that has no name. One without a line of its own is reported at the line of its first indikator.

    There is no text then that the hit could rest on: it rests on the order.
    """
    lineless = group.nama.place.row is None
    where: Datum | Place = group.nama
    if lineless and first is not None:
        where = Place(subject.plan.sheet, first.row, subject.plan.columns[Field.KOMPONEN])
    return Hit(where, group.kode, f"{what} {group.kode} tidak bernama.", about_order=lineless)


@rule("ZI206", Level.PERINGATAN)
def nama_subkomponen_ganda(subject: Subject) -> Iterator[Hit]:
    """Nama subkomponen dipakai dua kali dalam satu komponen.

    Dua subkomponen dari komponen yang sama bernama sama.

    Mengapa: biasanya nama yang tersalin dan belum diganti.
    Salah: V.2 dan V.3 sama-sama “Pengaduan Masyarakat”.
    Benar: V.2 “Penerapan SPIP” dan V.3 “Pengaduan Masyarakat”.
    Saran: Ganti nama yang tersalin, atau gabungkan kedua subkomponen itu.
    """
    for komponen in subject.plan.komponen:
        yield from _twice(komponen.subkomponen, "Nama subkomponen")


@rule("ZI207", Level.PERINGATAN)
def tanpa_indikator(subject: Subject) -> Iterator[Hit]:
    """Komponen atau subkomponen tanpa indikator.

    Setiap komponen dan subkomponen seharusnya memiliki paling sedikit satu indikator.

    Mengapa: yang tanpa indikator tidak mempunyai capaian; barangkali indikatornya terhapus.
    Salah: 4 | Whistle Blowing System, langsung disusul 5 | Penanganan Benturan Kepentingan.
    Benar: indikator a., b., c. di bawah subkomponennya.
    Saran: Kembalikan indikatornya, atau hapus barisnya bila memang tidak dipakai.
    """
    for komponen in subject.plan.komponen:
        if not any(sub.indikator for sub in komponen.subkomponen):
            message = f"Komponen {komponen.kode} tidak mempunyai indikator."
            yield Hit(komponen.nama, komponen.kode, message, about_order=True)
            continue
        for sub in komponen.subkomponen:
            if not sub.indikator:
                yield Hit(sub.nama, sub.kode, f"Subkomponen {sub.kode} tidak mempunyai indikator.", about_order=True)


@rule("ZI208", Level.PERINGATAN)
def area_tidak_ada(subject: Subject) -> Iterator[Hit]:
    """Area perubahan yang tidak ada.

    Bila paling sedikit empat komponen adalah area pengungkit Zona Integritas, keenam area seharusnya ada. Matriks yang
    dibandingkan dengan keputusannya tidak diperiksa di sini: ZI903 dan ZI908 menyebut yang hilang.

    Mengapa: LKE menilai keenam area; area tanpa rencana aksi tidak mendapat nilai.
    Salah: komponen I, II, III, V, dan VI.
    Benar: komponen I sampai VI.
    Saran: Tambahkan komponennya, atau perbaiki namanya bila salah tulis.
    """
    if subject.comparison.same_matrix or Field.KOMPONEN not in subject.plan.columns:
        return
    present = {area_number(komponen.nama.text) for komponen in subject.plan.komponen} - {None}
    missing = [area for area in AREAS if area.number not in present]
    if len(present) >= _MOST_AREAS and missing:
        names = ", ".join(f"{ROMAN[area.number - 1]} {quoted(area.names[0])}" for area in missing)
        yield Hit(Place(subject.plan.sheet, subject.plan.header_row), None, f"Area yang tidak ada: {names}.")


_MOST_AREAS = 4
"""A matrix that has so many of the six areas is meant to have them all."""


def _twice(siblings: Sequence[Komponen | Subkomponen], what: str) -> Iterator[Hit]:
    first: dict[str, Komponen | Subkomponen] = {}
    for group in siblings:
        key = folded(group.nama.text)
        if key and key in first:
            message = f"{what} {quoted(group.nama.text)} sudah dipakai pada {first[key].kode}."
            yield Hit(group.nama, group.kode, message, beside=(first[key].nama,))
        first.setdefault(key, group)


RULES = (
    komponen_tanpa_nama,
    komponen_tidak_dikenal,
    nomor_dan_nama_berselisih,
    nama_komponen_ganda,
    subkomponen_tanpa_nama,
    nama_subkomponen_ganda,
    tanpa_indikator,
    area_tidak_ada,
)
