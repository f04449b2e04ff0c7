"""ZI0xx: what escapes the eye: other tables on the sheet, hidden columns, formulas, settings without effect."""

from __future__ import annotations

from collections.abc import Iterator

from zi_excel.plan.rencana_aksi import ENACTED_FIELDS, TITLES, Datum, Field, Oddity, Place, column_letters
from zi_excel.validation.findings import Level
from zi_excel.validation.rule import Hit, rule
from zi_excel.validation.rules.questions import quoted
from zi_excel.validation.subject import Subject


@rule("ZI012", Level.INFO)
def tabel_lain(subject: Subject) -> Iterator[Hit]:
    """Tabel lain di lembar matriks.

    Tabel dengan judul kolom lain di bawah matriks, misalnya rekapitulasi atau daftar tim, tidak dibaca.

    Mengapa: bila itu kelanjutan matriks, indikatornya tidak terhitung.
    Salah: rekapitulasi capaian di bawah matriks.
    Benar: satu matriks per lembar; rekapitulasi dan daftar hadir di lembar lain.
    Saran: Pindahkan tabel itu ke lembar lain; bila itu kelanjutan matriks, samakan judul kolomnya.
    """
    for remark in subject.noticed(Oddity.OTHER_TABLE):
        message = f"Di baris {remark.place.row} mulai tabel lain ({quoted(remark.detail)}); tabel itu tidak dibaca."
        yield Hit(remark.place, None, message)


@rule("ZI013", Level.INFO)
def kolom_tersembunyi(subject: Subject) -> Iterator[Hit]:
    """Kolom matriks disembunyikan.

    Kolom yang disembunyikan di Excel tetap dibaca dan dihitung.

    Mengapa: yang tidak terlihat tetap ikut menentukan angka; isian lama di sana mudah terlewat.
    Salah: kolom TARGET WAKTU disembunyikan, isinya tidak lagi diperbarui.
    Benar: semua kolom matriks terlihat.
    Saran: Tampilkan kolomnya (Unhide) dan periksa isinya; bila memang disembunyikan agar ringkas, tidak perlu diubah.
    """
    reading = subject.plan.reading
    hidden = [field for field in Field if reading is not None and field in reading.hidden]
    if hidden:
        columns = subject.plan.columns
        names = ", ".join(f"{TITLES[field]} ({column_letters(columns[field])})" for field in hidden)
        where = Place(subject.plan.sheet, subject.plan.header_row, columns[hidden[0]])
        yield Hit(where, None, f"Disembunyikan di Excel, tetapi tetap dibaca: {names}.", about_text=False)


@rule("ZI014", Level.INFO)
def rumus_di_matriks(subject: Subject) -> Iterator[Hit]:
    """Kolom 1-7 berisi rumus.

    Isi kolom 1-7 seharusnya diketik. Rumus dibaca menurut hasil yang terakhir disimpan.

    Mengapa: yang ditetapkan tidak boleh berubah; hasil rumus berubah sendiri bila sel yang ditunjuknya berubah.
    Salah: =Sheet2!C4 di kolom TARGET WAKTU.
    Benar: Februari 2025.
    Saran: Salin kolomnya, lalu tempel sebagai nilai (Paste Special > Values).
    """
    formulas: dict[Field, list[Datum]] = {}
    for cell in subject.computed:
        if cell.field in ENACTED_FIELDS and cell.datum.formula is not None and cell.datum.cached:
            formulas.setdefault(cell.field, []).append(cell.datum)
    for field, data in formulas.items():
        message = f"Kolom {TITLES[field]} berisi rumus di {len(data)} sel, bukan teks yang diketik."
        yield Hit(data[0], None, message, about_text=False)


@rule("ZI015", Level.PERINGATAN)
def kode_pengaturan(subject: Subject) -> Iterator[Hit]:
    """Kode dalam pengaturan tidak ada di matriks.

    Kode yang disebut `kode = […]` pada [aturan.…] di zi-excel.toml dicari di antara komponen, subkomponen, dan
    indikator.

    Mengapa: pengaturan untuk kode yang salah tulis, atau yang barisnya sudah hilang, tidak berlaku tanpa terlihat.
    Salah: kode = ["IX.3"].
    Benar: kode = ["IV.2.e"].
    Saran: Perbaiki kodenya di zi-excel.toml, atau hapus bila barisnya memang sudah tidak ada.
    """
    plan = subject.plan
    kodes = {item.kode for items in (plan.komponen, plan.subkomponen(), plan.indikator()) for item in items}
    for code, override in subject.overrides.items():
        unknown = sorted((override.kode or frozenset()) - kodes)
        if unknown:
            names = ", ".join(f"“{kode}”" for kode in unknown)
            message = f"Pengaturan [aturan.{code}] menyebut kode yang tidak ada di matriks: {names}."
            yield Hit(Place(plan.sheet), None, message, about_text=False)


@rule("ZI016", Level.PERINGATAN)
def matriks_lain(subject: Subject) -> Iterator[Hit]:
    """Matriks kedua di lembar yang sama.

    Di bawah matriks ada matriks lain: dengan judulnya sendiri dan komponen dari awal, atau dengan kolom lain.

    Mengapa: hanya matriks pertama yang dibaca; bila yang kedua kelanjutannya, indikatornya tidak terhitung.
    Salah: matriks tahun 2024 di bawah matriks tahun 2025 pada lembar yang sama.
    Benar: satu matriks per lembar; halaman lanjutan dengan judul kolom yang sama.
    Saran: Pindahkan matriks itu ke lembar lain; bila itu kelanjutannya, samakan judul kolomnya.
    """
    for remark in subject.noticed(Oddity.OTHER_MATRIX):
        message = f"Di baris {remark.place.row} mulai matriks lain ({quoted(remark.detail)}); yang itu tidak dibaca."
        yield Hit(remark.place, None, message)


RULES = (tabel_lain, kolom_tersembunyi, rumus_di_matriks, kode_pengaturan, matriks_lain)
