"""ZI0xx: what a cell holds beside its text: words that are struck out, pictures."""

from __future__ import annotations

from collections.abc import Iterator

from zi_excel.plan.rencana_aksi import TITLES, Field, Oddity
from zi_excel.validation.findings import Level
from zi_excel.validation.rule import Hit, rule
from zi_excel.validation.rules.questions import quoted
from zi_excel.validation.subject import Subject


@rule("ZI017", Level.PERINGATAN)
def teks_dicoret(subject: Subject) -> Iterator[Hit]:
    """Teks yang dicoret tidak dibaca.

    Teks dengan format dicoret (strikethrough), seluruh sel atau sebagian, dianggap tidak ada.

    Mengapa: coretan berarti batal; bila yang dimaksud tanda selesai, isi sel itu tetap tidak terhitung.
    Salah: Maret 2025 (dicoret) Juni 2025 di kolom TARGET WAKTU; baris yang dicoret karena sudah selesai.
    Benar: Juni 2025.
    Saran: Hapus teks yang batal; bila teks itu masih berlaku, hilangkan coretannya (Ctrl+5).
    """
    names = {column: TITLES[field] for field, column in subject.plan.columns.items()}
    kodes: dict[int | None, str] = {indikator.row: indikator.kode for indikator in subject.plan.indikator()}
    for remark in subject.noticed(Oddity.STRUCK_OUT):
        where = f" di kolom {names[remark.place.column]}" if remark.place.column in names else ""
        message = f"{quoted(remark.detail)}{where} dicoret, jadi tidak dibaca."
        yield Hit(remark.place, kodes.get(remark.place.row), message)


@rule("ZI018", Level.INFO)
def gambar_dalam_sel(subject: Subject) -> Iterator[Hit]:
    """Gambar di dalam sel.

    Sel matriks berisi gambar (Place in Cell, IMAGE, atau DISPIMG dari WPS), bukan teks. Alamat di dalam IMAGE adalah
    tautan.

    Mengapa: gambar tidak dapat dibaca; sebagai bukti ia hanya terlihat oleh yang membuka buku kerja ini.
    Salah: foto kegiatan di kolom TAUTAN BUKTI.
    Benar: https://drive.google.com/…, atau bukti/I.1.a/foto.jpg.
    Saran: Simpan gambarnya di folder bukti lalu tautkan; di kolom lain, ketik isinya sebagai teks.
    """
    for indikator in subject.plan.indikator():
        for field, datum in indikator.cells():
            if datum.picture and datum.row == indikator.row:
                linked = "; alamatnya dibaca sebagai tautan" if datum.links and field is Field.TAUTAN_BUKTI else ""
                yield Hit(datum, indikator.kode, f"Kolom {TITLES[field]} berisi gambar, bukan teks{linked}.")


@rule("ZI019", Level.INFO)
def tampil_bersyarat(subject: Subject) -> Iterator[Hit]:
    """Format bersyarat mencoret atau menyembunyikan isi.

    Aturan Conditional Formatting yang mencoret isi sel atau menyembunyikannya (;;;) tidak diperhitungkan: yang dibaca
    isi selnya. Coretan biasa (Ctrl+5) dianggap batal (ZI017).

    Mengapa: yang terlihat dicoret atau kosong di Excel tetap dihitung.
    Salah: aturan yang mencoret TARGET WAKTU bila realisasinya 100%.
    Benar: aturan yang mewarnai barisnya.
    Saran: Ganti aturannya dengan warna; bila maksudnya batal, hapus isinya.
    """
    for remark in subject.noticed(Oddity.CONDITIONAL_LOOK):
        cells, _, look = remark.detail.partition("|")
        message = f"Format bersyarat dapat {look} isi {cells}; itu tidak diperhitungkan, isinya tetap dibaca."
        yield Hit(remark.place, None, message, about_text=False)


@rule("ZI020", Level.PERINGATAN)
def kotak_lepas(subject: Subject) -> Iterator[Hit]:
    """Kotak centang di atas sel tidak terbaca.

    Kotak centang dari menu Developer (form control) yang terletak di atas sel matriks menyimpan centangnya di dalam
    gambar, atau di sel lain; isi selnya sendiri yang dibaca.

    Mengapa: yang terlihat dicentang tetap terhitung kosong.
    Salah: kotak centang di atas kolom REALISASI tanpa Cell link ke sel itu.
    Benar: 100%, atau ✓ yang diketik di selnya.
    Saran: Ketik isinya di sel; atau hubungkan kotaknya ke sel itu (Format Control > Cell link).
    """
    names = {column: TITLES[field] for field, column in subject.plan.columns.items()}
    kodes: dict[int | None, str] = {indikator.row: indikator.kode for indikator in subject.plan.indikator()}
    for remark in subject.noticed(Oddity.LOOSE_BOX):
        where = f" di kolom {names[remark.place.column]}" if remark.place.column in names else ""
        message = f"Kotak centang ({remark.detail}){where} tidak tersimpan di selnya, jadi tidak dibaca."
        yield Hit(remark.place, kodes.get(remark.place.row), message, about_text=False)


RULES = (teks_dicoret, gambar_dalam_sel, tampil_bersyarat, kotak_lepas)
