"""ZI4xx: column LANGKAH AKSI."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from zi_excel.enacted.diff.pairs import folded
from zi_excel.plan.numbering import without_letter
from zi_excel.plan.rencana_aksi import Field, Indikator
from zi_excel.validation.findings import Hit, Level, Subject, rule
from zi_excel.validation.rules.cells import is_blank, other_years, quoted, rows


@rule("ZI401", Level.PERINGATAN)
def langkah_kosong(subject: Subject) -> Iterator[Hit]:
    """Langkah aksi kosong.

    Setiap indikator seharusnya punya langkah aksi.

    Mengapa: tanpa langkah aksi tidak jelas apa yang harus dikerjakan sebelum jatuh tempo.
    Salah: a. SOP telah dilakukan evaluasi | (kosong).
    Benar: a. SOP telah dilakukan evaluasi | Melakukan evaluasi tahunan terhadap SOP.
    Saran: Isi langkah aksinya.
    """
    for each in rows(subject.plan, Field.LANGKAH_AKSI):
        if is_blank(each.langkah_aksi):
            yield Hit(each.langkah_aksi, each.kode, f"Langkah aksi untuk {each.kode} kosong.")


@rule("ZI402", Level.INFO)
def langkah_mengulang(subject: Subject) -> Iterator[Hit]:
    """Langkah aksi mengulang indikatornya.

    Langkah aksi kata demi kata sama dengan indikatornya, atau hanya penggalannya.

    Mengapa: indikator menyebut keadaan yang dituju, langkah aksi menyebut pekerjaan untuk mencapainya.
    Salah: c. Telah dilakukan publikasi standar pelayanan | publikasi standar pelayanan.
    Benar: c. Telah dilakukan publikasi standar pelayanan | Mengunggah standar pelayanan ke laman kantor.
    Saran: Tulis pekerjaan yang akan dilakukan, dimulai dengan kata kerja.
    """
    for each in rows(subject.plan, Field.LANGKAH_AKSI):
        step = folded(each.langkah_aksi.text)
        if step and step in folded(without_letter(each.nama.text)):
            message = f"Langkah aksi {quoted(each.langkah_aksi.text)} hanya mengulang indikatornya."
            yield Hit(each.langkah_aksi, each.kode, message, beside=(each.nama,))


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
    for each in rows(subject.plan, Field.LANGKAH_AKSI):
        named = other_years(each.langkah_aksi.text, year)
        if named:
            message = f"Langkah aksi menyebut {', '.join(named)}, sedangkan rencana ini tahun {year}."
            yield Hit(each.langkah_aksi, each.kode, message)


@rule("ZI404", Level.INFO)
def langkah_sama(subject: Subject) -> Iterator[Hit]:
    """Langkah aksi yang sama untuk indikator yang tidak berkaitan.

    Seluruh isi kolom LANGKAH AKSI sama dengan milik indikator dari subkomponen lain.

    Mengapa: langkah yang sama untuk hal berbeda biasanya salinan yang belum diganti.
    Salah: “Rapat evaluasi triwulanan” untuk I.3.c dan V.2.d.
    Benar: langkah yang khas untuk setiap indikator.
    Saran: Periksa apakah langkah itu memang untuk semuanya; bila tidak, tulis langkah yang dimaksud.
    """
    home_of = {each.kode: sub.kode for sub in subject.plan.subkomponen() for each in sub.indikator}
    groups: dict[str, list[Indikator]] = defaultdict(list)
    for each in rows(subject.plan, Field.LANGKAH_AKSI):
        groups[folded(each.langkah_aksi.text)].append(each)
    for key, group in groups.items():
        other = next((each for each in group if home_of[each.kode] != home_of[group[0].kode]), None)
        if key and other is not None:
            kodes = ", ".join(each.kode for each in group)
            message = f"Langkah {quoted(other.langkah_aksi.text)} dipakai untuk {len(group)} indikator: {kodes}."
            yield Hit(other.langkah_aksi, other.kode, message, beside=tuple(each.langkah_aksi for each in group))


RULES = (langkah_kosong, langkah_mengulang, langkah_tahun_lain, langkah_sama)
