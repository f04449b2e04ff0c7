"""ZI3xx: column INDIKATOR."""

from __future__ import annotations

from collections.abc import Iterator

from zi_excel.enacted.diff.pairs import folded
from zi_excel.plan.numbering import letters, position, read_digits, without_letter
from zi_excel.plan.rencana_aksi import Field, Indikator, Oddity, Remark
from zi_excel.validation.findings import Hit, Level, Subject, rule
from zi_excel.validation.rules.cells import is_blank, quoted, rows


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
        if is_blank(each.nama) or (each.nama.text and not folded(without_letter(each.nama.text))):
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
def huruf_ganda(subject: Subject) -> Iterator[Hit]:
    """Huruf indikator ganda atau tidak ada.

    Huruf yang sama dipakai dua kali dalam satu subkomponen, atau tidak ada; kodenya diberikan menurut urutan.

    Mengapa: kode adalah pengenal indikator di semua laporan. Kode menurut urutan berubah bila ada baris disisipkan.
    Salah: a., b., b. dalam satu subkomponen.
    Benar: a., b., c.
    Saran: Perbaiki hurufnya sehingga setiap huruf hanya dipakai sekali dalam subkomponennya.
    """
    known = {each.kode: each for each in subject.plan.indikator() if each.nama.text and not each.nama.error}
    lost = subject.comparison.unheaded_kodes  # a blank is ZI301's, an error value ZI009's, a lost heading ZI908's
    for remark in _by_order(subject):
        each = known.get(remark.kode or "")
        if each is not None and _goes_on_down(each) and each.kode not in lost:
            message = (
                f"{quoted(each.nama.text)} digabung ke bawah sampai baris ini; kodenya menurut urutan: {each.kode}."
            )
            yield Hit(remark.place, remark.kode, message, _ONE_FOR_ALL, about_order=True)
        elif each is not None and each.kode not in lost:
            twice = f"Huruf “{remark.detail}.” dipakai lebih dari sekali"
            message = f"{twice if remark.detail else _LETTERLESS}; kodenya menurut urutan: {remark.kode}."
            suggestion = None if remark.detail else "Tulis hurufnya di depan indikator, misalnya “a. ”, lalu teksnya."
            yield Hit(remark.place, remark.kode, message, suggestion, about_order=True)


_LETTERLESS = "Indikator ini tidak berhuruf"
_ONE_FOR_ALL = (
    "Beri tiap baris indikatornya sendiri dengan hurufnya, atau tulis semua langkah, bukti, dan targetnya dalam satu "
    "baris; sebelum itu tiap baris dihitung sebagai satu indikator."
)


def _goes_on_down(each: Indikator) -> bool:
    """Whether its text stands in a merged cell that began in a row above: one indikator of several steps."""
    return each.nama.place.row != each.row


def _by_order(subject: Subject) -> Iterator[Remark]:
    """The indikator whose kode the reader gave by their order."""
    for remark in subject.plan.remarks:
        if remark.oddity is Oddity.KODE_BY_ORDER and (remark.kode or "").count(".") == 2:
            yield remark


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
    told = {remark.kode for remark in _by_order(subject)}  # ZI303
    for sub in subject.plan.subkomponen():
        places = [position(each.letter or "") for each in sub.indikator]
        allowed = {1} if any(places) else set()
        for each, place in zip(sub.indikator, places, strict=True):
            if _goes_on_down(each):
                continue
            if allowed and place not in allowed and each.nama.text and each.kode not in told:
                counted = read_digits(each.nama.text) is not None  # `1.` `2.` instead of `a.` `b.`
                wanted = " atau ".join(f"“{_written(expected, counted=counted)}.”" for expected in sorted(allowed))
                what = f"{'Nomor' if counted else 'Huruf'} “{_written(place, counted=counted)}.” tidak urut"
                message = f"{what if place else _LETTERLESS}; di sini seharusnya {wanted}."
                yield Hit(each.nama, each.kode, message, about_order=True)
            # After a wrong letter both it and the one that belonged there may go on: one slip is told once.
            here = {place} if place in allowed else {*allowed, place}
            allowed = {expected + 1 for expected in here if expected}


def _written(place: int, *, counted: bool) -> str:
    return str(place) if counted else letters(place)


RULES = (indikator_kosong, indikator_ganda, huruf_ganda, huruf_tidak_urut)
