"""ZI3xx: column INDIKATOR."""

from __future__ import annotations

from collections.abc import Iterator

from zi_excel.enacted_pairs import folded, without_letter, written_letter
from zi_excel.findings import Hit, Level, Subject, rule
from zi_excel.rencana_aksi import Field, Indikator, Oddity
from zi_excel.rules.cells import is_blank, quoted, rows


@rule("ZI301", Level.GALAT)
def indikator_kosong(subject: Subject) -> Iterator[Hit]:
    """Indikator kosong.

    Baris dengan target atau bukti, tetapi kolom INDIKATOR kosong.

    Mengapa: tidak diketahui apa yang diukur, tetapi baris ini ikut dihitung.
    Salah: (kosong) | Menerbitkan SK Tim | SK Tim | Februari 2025.
    Benar: a. Menerbitkan SK Tim Kerja | Menerbitkan SK Tim | SK Tim | Februari 2025.
    Saran: Isi indikatornya, atau hapus barisnya.
    """
    for each in rows(subject.plan, Field.INDIKATOR):
        only_letter = len(folded(each.nama.text)) == 1
        if is_blank(each.nama) or only_letter:
            yield Hit(each.nama, each.kode, f"Indikator {each.kode} tidak berisi teks.")


@rule("ZI302", Level.PERINGATAN)
def indikator_ganda(subject: Subject) -> Iterator[Hit]:
    """Indikator tertulis dua kali.

    Dua indikator yang kata-katanya sama, juga bila hurufnya berbeda.

    Mengapa: yang tertulis dua kali terhitung dua kali dalam capaian.
    Salah: c. dan d. sama-sama “Hasil evaluasi telah ditindaklanjuti”.
    Benar: setiap indikator sekali.
    Saran: Hapus salah satunya, atau ganti teks yang tersalin.
    """
    first: dict[str, Indikator] = {}
    for each in rows(subject.plan, Field.INDIKATOR):
        key = folded(without_letter(each.nama.text))
        if key and key in first:
            message = f"Indikator {quoted(each.nama.text)} sudah tertulis pada {first[key].kode}."
            yield Hit(each.nama, each.kode, message, beside=(first[key].nama,))
        first.setdefault(key, each)


@rule("ZI303", Level.GALAT)
def huruf_tidak_tunggal(subject: Subject) -> Iterator[Hit]:
    """Huruf indikator tidak tunggal.

    Huruf yang sama dipakai dua kali dalam satu subkomponen, atau tidak ada; kodenya diberikan menurut urutan.

    Mengapa: kode adalah pengenal indikator di semua laporan. Kode menurut urutan berubah bila ada baris disisipkan.
    Salah: a., b., b. dalam satu subkomponen.
    Benar: a., b., c.
    Saran: Perbaiki hurufnya sehingga setiap huruf hanya dipakai sekali dalam subkomponennya.
    """
    for remark in subject.plan.remarks:
        if remark.oddity is Oddity.KODE_BY_ORDER and (remark.kode or "").count(".") == 2:
            why = f" ({remark.detail})" if remark.detail else ""
            message = (
                f"Huruf indikator ini tidak tunggal atau tidak terbaca{why}; kodenya menurut urutan: {remark.kode}."
            )
            yield Hit(remark.place, remark.kode, message, about_text=False)


@rule("ZI304", Level.PERINGATAN)
def huruf_tidak_urut(subject: Subject) -> Iterator[Hit]:
    """Huruf indikator tidak berurutan.

    Huruf indikator dalam satu subkomponen seharusnya a, b, c, … tanpa meloncat. Subkomponen yang indikatornya tidak
    memakai huruf tidak diperiksa.

    Mengapa: huruf yang meloncat atau mundur biasanya berarti ada baris yang hilang, berpindah, atau salah ketik.
    Salah: a., c., d.
    Benar: a., b., c.
    Saran: Periksa apakah ada baris yang hilang atau berpindah, lalu perbaiki hurufnya.
    """
    for sub in subject.plan.subkomponen():
        letters = [written_letter(each.nama.text) for each in sub.indikator]
        if not any(letters):
            continue
        expected = ord("a")
        for each, letter in zip(sub.indikator, letters, strict=True):
            if letter is None and each.nama:
                message = f"Indikator ini tidak berhuruf; di sini seharusnya “{chr(expected)}.”."
                yield Hit(each.nama, each.kode, message, about_text=False)
            elif letter is not None and ord(letter) != expected:
                message = f"Huruf “{letter}.” tidak urut: di sini seharusnya “{chr(expected)}.”."
                yield Hit(each.nama, each.kode, message, about_text=False)
            expected = min(ord(letter) if letter else expected, ord("y")) + 1


RULES = (indikator_kosong, indikator_ganda, huruf_tidak_tunggal, huruf_tidak_urut)
