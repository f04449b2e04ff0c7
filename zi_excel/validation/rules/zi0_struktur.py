"""ZI0xx: the sheet's structure, and what can go wrong in any column."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from zi_excel.plan.rencana_aksi import ENACTED_FIELDS, TITLES, Field, Oddity, Place
from zi_excel.validation.findings import Level
from zi_excel.validation.rule import Hit, rule
from zi_excel.validation.rules.questions import quoted
from zi_excel.validation.subject import Subject

NEEDED = (Field.INDIKATOR, Field.TARGET_WAKTU)
"""Without these nothing can be measured."""

FOR_STAFF = (Field.TANGGAL_SELESAI, Field.TAUTAN_BUKTI, Field.KENDALA, Field.TINDAK_LANJUT)


def _header(subject: Subject) -> Place:
    return Place(subject.plan.sheet, subject.plan.header_row)


@rule("ZI001", Level.GALAT)
def kolom_wajib(subject: Subject) -> Iterator[Hit]:
    """Kolom INDIKATOR atau TARGET WAKTU tidak ditemukan.

    Judul kedua kolom ini dicari di baris judul matriks, juga dengan sebutan lain yang lazim.

    Mengapa: tanpa INDIKATOR tidak ada yang diukur, dan tanpa TARGET WAKTU tidak ada rencana; semua angka tidak berarti.
    Salah: baris judul tanpa kolom TARGET WAKTU, atau bernama “KOLOM 6”.
    Benar: NO | KOMPONEN | INDIKATOR | LANGKAH AKSI | BUKTI FISIK | TARGET WAKTU | PENANGGUNG JAWAB.
    Saran: Kembalikan judul kolomnya, atau sebutkan kolomnya di zi-excel.toml pada bagian [kolom].
    """
    for field in NEEDED:
        if field not in subject.plan.columns:
            yield Hit(_header(subject), None, f"Kolom {TITLES[field]} tidak ditemukan di baris judul matriks.")


@rule("ZI002", Level.PERINGATAN)
def kolom_matriks(subject: Subject) -> Iterator[Hit]:
    """Kolom matriks lainnya tidak ditemukan.

    Kolom NO, KOMPONEN, LANGKAH AKSI, BUKTI FISIK, dan PENANGGUNG JAWAB dicari di baris judul matriks. KOMPONEN tidak
    perlu bila nama komponen tertulis di atas indikatornya dalam kolom yang sama.

    Mengapa: capaian masih dapat dihitung, tetapi isi kolom itu tidak diperiksa dan tidak muncul di tab Monev.
    Salah: baris judul tanpa PENANGGUNG JAWAB.
    Benar: ketujuh kolom matriks ada, urutannya bebas.
    Saran: Tambahkan kolomnya, atau sebutkan kolomnya di zi-excel.toml pada bagian [kolom].
    """
    plan = subject.plan
    named = {komponen.nama.place.column for komponen in plan.komponen if komponen.nama.text}
    elsewhere = {Field.KOMPONEN} if named & set(plan.columns.values()) else set()
    for field in ENACTED_FIELDS:
        if field not in NEEDED and field not in plan.columns and field not in elsewhere:
            yield Hit(_header(subject), None, f"Kolom {TITLES[field]} tidak ditemukan di baris judul matriks.")


@rule("ZI003", Level.INFO)
def kolom_isian(subject: Subject) -> Iterator[Hit]:
    """Kolom isian staf tidak ada.

    Kolom TANGGAL SELESAI, TAUTAN BUKTI, KENDALA, dan TINDAK LANJUT dicari di sebelah matriks.

    Mengapa: tanpa kolom itu keterlambatan penyelesaian, kelengkapan bukti, dan tindak lanjut tidak dapat ditampilkan.
    Salah: matriks yang berakhir di kolom REALISASI.
    Benar: kolom 8-12 seperti pada buku kerja dari `zi-excel baru`.
    Saran: Tambahkan kolom dengan judul itu di sebelah kanan matriks bila keterangannya ingin dipantau.
    """
    missing = [TITLES[field] for field in FOR_STAFF if field not in subject.plan.columns]
    if missing:
        yield Hit(_header(subject), None, f"Kolom isian yang tidak ada: {', '.join(missing)}.")


@rule("ZI004", Level.PERINGATAN)
def judul_ganda(subject: Subject) -> Iterator[Hit]:
    """Dua judul kolom sama artinya.

    Dua judul kolom menunjuk kolom matriks yang sama; yang pertama dipakai, yang lain tidak dibaca.

    Mengapa: isian di kolom yang tidak dibaca hilang dari perhitungan tanpa terlihat.
    Salah: TARGET WAKTU di kolom F dan WAKTU PELAKSANAAN di kolom H.
    Benar: satu kolom TARGET WAKTU.
    Saran: Ubah judul kolom yang tidak dimaksud, atau tetapkan kolomnya di zi-excel.toml pada bagian [kolom].
    """
    for remark in subject.noticed(Oddity.COLUMN_TWICE):
        name = TITLES[Field(remark.detail)] if remark.detail in set(Field) else remark.detail
        about = f" untuk {name}" if name else ""
        yield Hit(remark.place, None, f"Ada dua judul kolom{about}; kolom pertama yang dibaca.")


@rule("ZI005", Level.INFO)
def judul_berulang(subject: Subject) -> Iterator[Hit]:
    """Baris judul berulang di dalam matriks.

    Judul kolom yang ditulis lagi di tengah matriks (misalnya salinan tiap halaman) dilewati.

    Mengapa: judul berulang tidak mengubah angka, tetapi mengganggu saringan dan pengurutan.
    Salah: baris “NO | KOMPONEN | INDIKATOR | …” lagi di baris 40.
    Benar: satu baris judul di atas; pengulangan saat dicetak diatur lewat Tata Letak Halaman > Cetak Judul.
    Saran: Hapus baris judul yang berulang dan pakai Cetak Judul untuk pencetakan.
    """
    for remark in subject.noticed(Oddity.HEADER_REPEATED):
        yield Hit(remark.place, None, f"Baris {remark.place.row} mengulang judul kolom; baris ini dilewati.")


@rule("ZI006", Level.INFO)
def baris_terbelah(subject: Subject) -> Iterator[Hit]:
    """Satu baris terbelah menjadi dua.

    Baris yang hanya melanjutkan kalimat baris di atasnya dibaca sebagai satu baris dengan baris itu.

    Mengapa: bila ternyata dua indikator yang berbeda, salah satunya tidak terhitung.
    Salah: baris 40 berakhir “… Laporan SPIP KPU Kota”, baris 41 hanya berisi “Surakarta Tahun 2025”.
    Benar: seluruh kalimat dalam satu sel.
    Saran: Gabungkan teksnya ke dalam satu baris; bila itu indikator tersendiri, beri nomor atau hurufnya.
    """
    for remark in subject.noticed(Oddity.SPLIT_ROW):
        yield Hit(remark.place, remark.kode, f"Baris {remark.place.row} dibaca sebagai lanjutan baris di atasnya.")


@rule("ZI007", Level.PERINGATAN)
def teks_lepas(subject: Subject) -> Iterator[Hit]:
    """Teks di dalam matriks yang bukan bagian matriks.

    Baris di antara indikator yang bukan komponen, subkomponen, indikator, atau lanjutannya tidak dibaca.

    Mengapa: bila yang dimaksud indikator, ia tidak terhitung.
    Salah: baris “catatan: lihat rapat 3 Maret” di antara dua indikator.
    Benar: catatan di kolom KENDALA atau di luar matriks.
    Saran: Pindahkan catatan itu ke luar matriks; bila itu indikator, lengkapi nomor dan targetnya.
    """
    for remark in subject.noticed(Oddity.STRAY_TEXT):
        text = f": {quoted(remark.detail)}" if remark.detail else ""
        message = f"Teks di baris {remark.place.row} tidak dibaca sebagai bagian matriks{text}."
        yield Hit(remark.place, remark.kode, message)


@rule("ZI008", Level.PERINGATAN)
def tahun_ditebak(subject: Subject) -> Iterator[Hit]:
    """Tahun rencana tidak disebut, atau ada beberapa tahun.

    Tahun rencana tidak ada di judul, pengaturan, maupun catatan penetapan; atau judul, target, dan catatan penetapan
    menyebut tahun yang berbeda, padahal ada target yang tidak menyebut tahunnya. Tanggal cetak, nomor surat, dan tahun
    dokumen lain (LHE, Renstra, keputusan) bukan tahun rencana.

    Mengapa: tahun yang salah menggeser jatuh tempo semua target tanpa tahun.
    Salah: judul “RENCANA AKSI PEMBANGUNAN ZI” dan target “Maret”.
    Benar: judul “RENCANA AKSI PEMBANGUNAN ZI TAHUN 2025”.
    Saran: Tulis tahunnya di judul di atas matriks, atau `tahun = 2025` di zi-excel.toml.
    """
    if all(indikator.target.names_year or indikator.target.jadwal is None for indikator in subject.plan.indikator()):
        return
    for remark in subject.noticed(Oddity.YEAR_GUESSED):
        source = f" ({remark.detail})" if remark.detail else ""
        yield Hit(remark.place, None, f"Tahun rencana tidak disebut; dipakai {subject.plan.year}{source}.")
    for remark in subject.noticed(Oddity.YEAR_RIVALS):
        source, _, rivals = remark.detail.partition("|")
        message = f"Tahun rencana dibaca {subject.plan.year} dari {source}; ada juga {rivals}."
        yield Hit(remark.place, None, message)


@rule("ZI009", Level.GALAT)
def nilai_galat(subject: Subject) -> Iterator[Hit]:
    """Sel berisi nilai galat Excel.

    Setiap sel matriks diperiksa terhadap nilai seperti #REF!, #N/A, #NAME?, atau #VALUE!.

    Mengapa: isi sel yang sebenarnya hilang; rumusnya menunjuk sel yang sudah tidak ada.
    Salah: #REF! di kolom BUKTI FISIK.
    Benar: teks atau rumus yang menghasilkan nilai.
    Saran: Perbaiki rumusnya, atau ketik isinya kembali sebagai teks biasa.
    """
    for cell in subject.computed:
        if cell.datum.error is not None and cell.field not in {Field.REALISASI, Field.STATUS}:  # ZI802
            message = f"Kolom {TITLES[cell.field]} berisi nilai galat {cell.datum.error}."
            yield Hit(cell.datum, cell.kode, message)


@rule("ZI010", Level.GALAT)
def rumus_tanpa_nilai(subject: Subject) -> Iterator[Hit]:
    """Rumus yang belum dihitung.

    Sel berisi rumus yang hasilnya tidak tersimpan di berkas, sehingga dibaca kosong. HYPERLINK yang alamatnya tertulis
    di rumusnya sendiri tetap terbaca di kolom TAUTAN BUKTI.

    Mengapa: alat ini membaca hasil rumus yang disimpan Excel; tanpa itu angkanya salah.
    Salah: berkas dari program lain yang menyimpan rumus tanpa menghitungnya.
    Benar: berkas yang terakhir disimpan oleh Excel atau LibreOffice.
    Saran: Buka berkas di Excel atau LibreOffice, tunggu dihitung, lalu simpan.
    """
    for cell in subject.computed:
        linked = cell.field is Field.TAUTAN_BUKTI and cell.datum.links  # nothing of it is lost
        if cell.datum.formula is not None and not cell.datum.cached and cell.datum.error is None and not linked:
            yield Hit(cell.datum, cell.kode, f"Rumus di kolom {TITLES[cell.field]} belum dihitung dan dibaca kosong.")


_SINCE = ("mulai", "awal", "dari")
_PARTS_MEAN = MappingProxyType(
    {
        Field.REALISASI: "yang dihitung dari tiap baris isian terakhirnya, sebagai capaian sampai saat itu",
        Field.TARGET_WAKTU: "setiap waktu yang ditandai menjadi target baris itu",
    }
)


@rule("ZI011", Level.INFO)
def kolom_terbagi(subject: Subject) -> Iterator[Hit]:
    """Kolom terbagi menurut waktu, ukuran, atau tahun.

    REALISASI atau TARGET WAKTU yang berdiri di atas kolom TW I-IV, semester, atau bulan dibaca sebagai satu kolom.
    Di atas ukuran (Uraian, %, Fisik, Keuangan) yang dibaca persennya, fisik sebelum keuangan; dari judul yang sama
    untuk beberapa tahun, yang menyebut tahun rencana. Tanda silang di samping tanda centang bukan tanda.

    Mengapa: dari REALISASI yang dihitung isian terakhir, karena tiap kolomnya berisi capaian sampai saat itu; dari
    TARGET WAKTU setiap waktu yang ditandai. Bila maksudnya lain, angkanya lain.
    Salah: REALISASI TW I 25%, TW II 25%, yang masing-masing berarti seperempat: terbaca 25%.
    Benar: REALISASI TW I 25%, TW II 50%.
    Saran: Isi capaian sampai akhir tiap waktu, atau pakai satu kolom saja.
    """
    reading = subject.plan.reading
    for remark in subject.noticed(Oddity.PARTED):
        field = Field(remark.detail)
        what = _PARTS_MEAN[field]
        if reading and (parts := reading.parts[field])[0].label.casefold() in _SINCE:
            what = f"setiap baris dibaca dari {parts[0].label} sampai {parts[1].label}"
        if field is Field.REALISASI and reading and Field.TARGET_WAKTU in reading.parts:
            what += "; bilangan bulat di samping jumlah di TARGET WAKTU dihitung sebagai bagian dari jumlah itu"
        yield Hit(remark.place, None, f"Kolom {TITLES[field]} terbagi menurut waktu; {what}.")
    for remark in subject.noticed(Oddity.COLUMN_JUDGED):
        name, _, what = remark.detail.partition("|")
        yield Hit(remark.place, None, f"Kolom {TITLES[Field(name)]}: {what}.")


RULES = (
    kolom_wajib,
    kolom_matriks,
    kolom_isian,
    judul_ganda,
    judul_berulang,
    baris_terbelah,
    teks_lepas,
    tahun_ditebak,
    nilai_galat,
    rumus_tanpa_nilai,
    kolom_terbagi,
)
