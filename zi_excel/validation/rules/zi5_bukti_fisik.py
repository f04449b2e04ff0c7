"""ZI5xx: column BUKTI FISIK."""

from __future__ import annotations

from collections.abc import Iterator

from zi_excel.enacted.diff.pairs import folded
from zi_excel.plan.bukti_fisik import is_unclear
from zi_excel.plan.patterns import pattern
from zi_excel.plan.rencana_aksi import Field
from zi_excel.validation.findings import Level
from zi_excel.validation.rule import Hit, rule
from zi_excel.validation.rules.questions import counted, is_blank, other_years, quoted, shared_by_unrelated
from zi_excel.validation.subject import Subject

_ACTIVITIES = frozenset(
    {
        *("melakukan", "melaksanakan", "menetapkan", "mengadakan", "mesosialisasikan", "memosialisasikan"),
        *("mensosialisasikan", "menayangkan", "mengumpulkan", "meningkatkan", "menyampaikan", "memberikan"),
        *("memutakhirkan", "menyusun", "membuat", "menerbitkan", "mengunggah", "memasang", "menindaklanjuti"),
        *("mengikuti", "mereviu", "memantau", "memperbarui", "mengevaluasi", "merekap", "merekapitulasi"),
        *("menyiapkan", "menyelenggarakan", "menyediakan"),
    }
)
_FIRST_WORD = pattern(r"\w*")


@rule("ZI501", Level.PERINGATAN)
def bukti_kosong(subject: Subject) -> Iterator[Hit]:
    """Bukti fisik kosong.

    Setiap indikator seharusnya menyebut paling sedikit satu bukti.

    Mengapa: tanpa bukti, penilai tidak dapat mengakui indikator yang selesai.
    Salah: a. Terdapat kebijakan standar pelayanan | Menyusun standar pelayanan | -.
    Benar: a. Terdapat kebijakan standar pelayanan | Menyusun standar pelayanan | SK Standar Pelayanan.
    Saran: Tulis dokumen yang akan menjadi bukti.
    """
    for indikator in subject.rows[Field.BUKTI_FISIK]:
        if is_blank(indikator.bukti_fisik):
            yield Hit(indikator.bukti_fisik, indikator.kode, f"Bukti fisik untuk {indikator.kode} kosong.")


@rule("ZI502", Level.PERINGATAN)
def bukti_berupa_kegiatan(subject: Subject) -> Iterator[Hit]:
    """Bukti fisik ditulis sebagai kegiatan.

    Bukti yang dimulai dengan kata kerja seperti menyusun, membuat, atau menerbitkan.

    Mengapa: bukti adalah benda yang dapat ditunjukkan; kegiatan adalah langkah aksi.
    Salah: Menerbitkan SK Pelayanan Publik.
    Benar: SK Pelayanan Publik.
    Saran: Tulis dokumen, foto, atau tautan hasil kegiatan itu.
    """
    for indikator, butir_bukti in subject.butir_bukti:
        activity = next(filter(_is_activity, butir_bukti), None)
        if activity is not None:
            yield Hit(indikator.bukti_fisik, indikator.kode, f"{quoted(activity)} adalah kegiatan, bukan bukti.")


def _is_activity(butir: str) -> bool:
    first = _FIRST_WORD.match(butir)
    return first is not None and first[0].casefold() in _ACTIVITIES


@rule("ZI503", Level.PERINGATAN)
def bukti_tahun_lain(subject: Subject) -> Iterator[Hit]:
    """Bukti fisik menyebut tahun lain.

    Tahun pada setiap butir bukti dibandingkan dengan tahun rencana; rentang seperti 2022-2025 dianggap cocok bila
    mencakupnya, dan tahun pada nomor peraturan tidak dihitung.

    Mengapa: bukti tahun lain tidak membuktikan pekerjaan tahun ini; biasanya tersalin dari rencana tahun lalu.
    Salah: rencana 2025 dengan “Renstra 2020-2024”.
    Benar: rencana 2025 dengan “Renstra 2025-2029”.
    Saran: Ganti tahunnya; bila memang bukti tahun lain (misalnya laporan tahun lalu), tidak perlu diubah.
    """
    year = subject.plan.year
    for indikator, butir_bukti in subject.butir_bukti:
        dated = [(butir, years) for butir in butir_bukti if (years := other_years(butir, year))]
        if dated:
            clauses = "; ".join(f"{quoted(butir, 50)} menyebut {', '.join(years)}" for butir, years in dated)
            yield Hit(indikator.bukti_fisik, indikator.kode, f"{clauses}, sedangkan rencana ini tahun {year}.")


@rule("ZI504", Level.INFO)
def bukti_sama(subject: Subject) -> Iterator[Hit]:
    """Bukti fisik yang sama untuk indikator yang tidak berkaitan.

    Seluruh isi kolom BUKTI FISIK sama dengan milik indikator dari subkomponen lain.

    Mengapa: bukti yang sama untuk hal berbeda sering kali salinan yang belum diganti, dan penilai akan menanyakannya.
    Salah: “Daftar hadir rapat” untuk I.3.a dan VI.2.b.
    Benar: bukti yang khas untuk setiap indikator.
    Saran: Periksa apakah bukti itu memang berlaku untuk semuanya; bila tidak, tulis bukti yang khas.
    """
    texts = ((subject.folded[indikator.kode].bukti_fisik, indikator) for indikator in subject.rows[Field.BUKTI_FISIK])
    for text, other, group in shared_by_unrelated(subject, texts):
        if text:
            message = f"Bukti {quoted(other.bukti_fisik.text)} dipakai untuk {counted(group)}."
            beside = tuple(indikator.bukti_fisik for indikator in group)
            yield Hit(other.bukti_fisik, other.kode, message, beside=beside)


@rule("ZI505", Level.INFO)
def butir_ganda(subject: Subject) -> Iterator[Hit]:
    """Butir bukti tertulis dua kali dalam satu sel.

    Dua butir bukti dari indikator yang sama kata-katanya sama.

    Mengapa: yang dimaksud mungkin dua bukti yang berbeda.
    Salah: SK Tim; Notulen; SK Tim.
    Benar: SK Tim; Notulen; Daftar hadir.
    Saran: Hapus salah satunya, atau ganti dengan bukti yang dimaksud.
    """
    for indikator, butir_bukti in subject.butir_bukti:
        seen: set[str] = set()
        for butir in butir_bukti:
            key = folded(butir)
            if key and key in seen:
                yield Hit(indikator.bukti_fisik, indikator.kode, f"Butir bukti {quoted(butir)} tertulis dua kali.")
                break
            seen.add(key)


@rule("ZI506", Level.INFO)
def bukti_tidak_jelas(subject: Subject) -> Iterator[Hit]:
    """Butir bukti yang mungkin lebih dari satu.

    Titik koma, ganti baris, dan butir daftar selalu memisahkan bukti. Koma dan “dan” hanya memisahkan bila jelas
    merupakan daftar nama bukti; yang tidak jelas dibaca sebagai satu bukti.

    Mengapa: jumlah bukti yang harus dikumpulkan bergantung pada cara membacanya.
    Salah: SK dan SOP Pelayanan Publik.
    Benar: SK Pelayanan Publik; SOP Pelayanan Publik.
    Saran: Pisahkan setiap bukti dengan titik koma atau baris baru; bila memang satu bukti, tidak perlu diubah.
    """
    for indikator, butir_bukti in subject.butir_bukti:
        unclear = next(filter(is_unclear, butir_bukti), None)
        if unclear is not None:
            message = f"{quoted(unclear)} dibaca sebagai satu bukti, tetapi mungkin lebih dari satu."
            yield Hit(indikator.bukti_fisik, indikator.kode, message)


RULES = (bukti_kosong, bukti_berupa_kegiatan, bukti_tahun_lain, bukti_sama, butir_ganda, bukti_tidak_jelas)
