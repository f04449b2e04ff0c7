"""ZI4xx: column LANGKAH AKSI."""

from __future__ import annotations

from collections.abc import Iterator

from zi_excel.plan.rencana_aksi import Field
from zi_excel.validation.findings import Level
from zi_excel.validation.rule import Hit, rule
from zi_excel.validation.rules.questions import counted, is_blank, other_years, quoted, shared_by_unrelated
from zi_excel.validation.subject import Subject


@rule("ZI401", Level.PERINGATAN)
def langkah_kosong(subject: Subject) -> Iterator[Hit]:
    """Langkah aksi kosong.

    Setiap indikator seharusnya mempunyai langkah aksi.

    Mengapa: tanpa langkah aksi tidak jelas apa yang harus dikerjakan sebelum jatuh tempo.
    Salah: a. SOP telah dilakukan evaluasi | (kosong).
    Benar: a. SOP telah dilakukan evaluasi | Melakukan evaluasi tahunan terhadap SOP.
    Saran: Isi langkah aksinya.
    """
    for indikator in subject.rows[Field.LANGKAH_AKSI]:
        if is_blank(indikator.langkah_aksi):
            yield Hit(indikator.langkah_aksi, indikator.kode, f"Langkah aksi untuk {indikator.kode} kosong.")


@rule("ZI402", Level.INFO)
def langkah_mengulang(subject: Subject) -> Iterator[Hit]:
    """Langkah aksi mengulang indikatornya.

    Langkah aksi kata demi kata sama dengan indikatornya, atau hanya penggalannya.

    Mengapa: indikator menyebut keadaan yang dituju, langkah aksi menyebut pekerjaan untuk mencapainya.
    Salah: c. Telah dilakukan publikasi standar pelayanan | publikasi standar pelayanan.
    Benar: c. Telah dilakukan publikasi standar pelayanan | Mengunggah standar pelayanan ke laman kantor.
    Saran: Tulis pekerjaan yang akan dilakukan, dimulai dengan kata kerja.
    """
    for indikator in subject.rows[Field.LANGKAH_AKSI]:
        folded = subject.folded[indikator.kode]
        if folded.langkah_aksi and folded.langkah_aksi in folded.nama:
            message = f"Langkah aksi {quoted(indikator.langkah_aksi.text)} hanya mengulang indikatornya."
            yield Hit(indikator.langkah_aksi, indikator.kode, message, beside=(indikator.nama,))


@rule("ZI403", Level.PERINGATAN)
def langkah_tahun_lain(subject: Subject) -> Iterator[Hit]:
    """Langkah aksi menyebut tahun lain.

    Tahun dalam langkah aksi dibandingkan dengan tahun rencana; rentang seperti 2022-2025 dianggap cocok bila
    mencakupnya, dan tahun pada nomor peraturan tidak dihitung.

    Mengapa: biasanya kalimat rencana tahun lalu yang tersalin.
    Salah: rencana 2025 dengan “Penilaian SKP tahun 2024”.
    Benar: rencana 2025 dengan “Penilaian SKP tahun 2025”.
    Saran: Ganti tahunnya; bila memang tentang tahun lain (misalnya laporan tahun lalu), tidak perlu diubah.
    """
    year = subject.plan.year
    for indikator in subject.rows[Field.LANGKAH_AKSI]:
        years = other_years(indikator.langkah_aksi.text, year)
        if years:
            message = f"Langkah aksi menyebut {', '.join(years)}, sedangkan rencana ini tahun {year}."
            yield Hit(indikator.langkah_aksi, indikator.kode, message)


@rule("ZI404", Level.INFO)
def langkah_sama(subject: Subject) -> Iterator[Hit]:
    """Langkah aksi yang sama untuk indikator yang tidak berkaitan.

    Seluruh isi kolom LANGKAH AKSI sama dengan milik indikator dari subkomponen lain.

    Mengapa: langkah yang sama untuk hal berbeda biasanya salinan yang belum diganti.
    Salah: “Rapat evaluasi triwulanan” untuk I.3.c dan V.2.d.
    Benar: langkah yang khas untuk setiap indikator.
    Saran: Periksa apakah langkah itu memang untuk semuanya; bila tidak, tulis langkah yang dimaksud.
    """
    texts = ((subject.folded[indikator.kode].langkah_aksi, indikator) for indikator in subject.rows[Field.LANGKAH_AKSI])
    for text, other, group in shared_by_unrelated(subject, texts):
        if text:
            message = f"Langkah {quoted(other.langkah_aksi.text)} dipakai untuk {counted(group)}."
            beside = tuple(indikator.langkah_aksi for indikator in group)
            yield Hit(other.langkah_aksi, other.kode, message, beside=beside)


RULES = (langkah_kosong, langkah_mengulang, langkah_tahun_lain, langkah_sama)
