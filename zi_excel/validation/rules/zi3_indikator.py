"""ZI3xx: column INDIKATOR."""

from __future__ import annotations

from collections.abc import Iterator

from zi_excel.plan.numbering import letters, position, read_digits
from zi_excel.plan.rencana_aksi import Field, Indikator, Oddity, Remark
from zi_excel.validation.findings import Level
from zi_excel.validation.rule import Hit, rule
from zi_excel.validation.rules.questions import is_blank, quoted
from zi_excel.validation.subject import Subject


@rule("ZI301", Level.GALAT)
def indikator_kosong(subject: Subject) -> Iterator[Hit]:
    """Indikator kosong.

    Baris dengan target atau bukti, tetapi kolom INDIKATOR kosong.

    Mengapa: tidak diketahui apa yang diukur, tetapi baris ini ikut dihitung.
    Salah: (kosong) | Menerbitkan SK Tim | SK Tim | Februari 2025.
    Benar: a. Menerbitkan SK Tim Kerja | Menerbitkan SK Tim | SK Tim | Februari 2025.
    Saran: Isi indikatornya, atau hapus barisnya.
    """
    for indikator in subject.rows[Field.INDIKATOR]:
        if is_blank(indikator.nama) or (indikator.nama.text and not subject.folded[indikator.kode].nama):
            yield Hit(indikator.nama, indikator.kode, f"Indikator {indikator.kode} tidak berisi teks.")


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
    for indikator in subject.rows[Field.INDIKATOR]:
        key = subject.folded[indikator.kode].nama
        if key and key in first:
            message = f"Indikator {quoted(indikator.nama.text)} sudah tertulis pada {first[key].kode}."
            yield Hit(indikator.nama, indikator.kode, message, beside=(first[key].nama,))
        first.setdefault(key, indikator)


@rule("ZI303", Level.GALAT)
def huruf_ganda(subject: Subject) -> Iterator[Hit]:
    """Huruf indikator ganda atau tidak ada.

    Huruf yang sama dipakai dua kali dalam satu subkomponen, atau tidak ada; kodenya diberikan menurut urutan.

    Mengapa: kode adalah pengenal indikator di semua laporan. Kode menurut urutan berubah bila ada baris disisipkan.
    Salah: a., b., b. dalam satu subkomponen.
    Benar: a., b., c.
    Saran: Perbaiki hurufnya sehingga setiap huruf hanya dipakai sekali dalam subkomponennya.
    """
    by_kode = {indikator.kode: indikator for indikator in subject.plan.indikator()}
    unheaded = subject.comparison.unheaded_kodes
    for remark in _by_order(subject):
        indikator = by_kode.get(remark.kode or "")
        # A blank is ZI301's, an error value ZI009's, a lost heading ZI908's.
        if not indikator or not indikator.nama.text or indikator.nama.error or indikator.kode in unheaded:
            continue
        if _goes_on_down(indikator):
            text = quoted(indikator.nama.text)
            message = f"{text} digabung ke bawah sampai baris ini; kodenya menurut urutan: {indikator.kode}."
            yield Hit(remark.place, remark.kode, message, _ONE_FOR_ALL, about_order=True)
        else:
            twice = f"Huruf “{remark.detail}.” dipakai lebih dari sekali"
            message = f"{twice if remark.detail else _LETTERLESS}; kodenya menurut urutan: {remark.kode}."
            suggestion = None if remark.detail else "Tulis hurufnya di depan indikator, misalnya “a. ”, lalu teksnya."
            yield Hit(remark.place, remark.kode, message, suggestion, about_order=True)


_LETTERLESS = "Indikator ini tidak berhuruf"
_ONE_FOR_ALL = (
    "Beri tiap baris indikatornya sendiri dengan hurufnya, atau tulis semua langkah, bukti, dan targetnya dalam satu "
    "baris; sebelum itu tiap baris dihitung sebagai satu indikator."
)


def _goes_on_down(indikator: Indikator) -> bool:
    """Whether its text stands in a merged cell that began in a row above: one indikator of several steps."""
    return indikator.nama.row != indikator.row


def _by_order(subject: Subject) -> Iterator[Remark]:
    """The reader's remarks on indikator whose kode it gave by their order."""
    return (remark for remark in subject.noticed(Oddity.KODE_BY_ORDER) if (remark.kode or "").count(".") == 2)


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
    by_order = {remark.kode for remark in _by_order(subject)}  # ZI303
    for sub in subject.plan.subkomponen():
        places = [position(indikator.letter or "") for indikator in sub.indikator]
        allowed = {1} if any(places) else set()
        for indikator, place in zip(sub.indikator, places, strict=True):
            if _goes_on_down(indikator):
                continue
            if allowed and place not in allowed and indikator.nama.text and indikator.kode not in by_order:
                counted = read_digits(indikator.nama.text) is not None  # `1.` `2.` instead of `a.` `b.`
                expected = " atau ".join(f"“{_written(value, counted=counted)}.”" for value in sorted(allowed))
                what = f"{'Nomor' if counted else 'Huruf'} “{_written(place, counted=counted)}.” tidak urut"
                message = f"{what if place else _LETTERLESS}; di sini seharusnya {expected}."
                yield Hit(indikator.nama, indikator.kode, message, about_order=True)
            # The next may follow the wrong letter or the one that belonged here, so that one slip is one finding.
            here = {place} if place in allowed else {*sorted(allowed)[-_MOST_ALLOWED:], place}
            allowed = {value + 1 for value in here if value}


_MOST_ALLOWED = 3
"""Letters that may have belonged to a row after several slips; where all slip there is one more with each row."""


def _written(place: int, *, counted: bool) -> str:
    return str(place) if counted else letters(place)


RULES = (indikator_kosong, indikator_ganda, huruf_ganda, huruf_tidak_urut)
