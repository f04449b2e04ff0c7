"""ZI1xx: column NO, the numbers of komponen and subkomponen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zi_excel.findings import Hit, Level, Subject, rule
from zi_excel.rencana_aksi import ROMAN, Field, Komponen, Oddity, Subkomponen


def _number(text: str, *, roman: bool) -> int | None:
    """The number that is written: `2`, `2.`, `I.2`, `B`, or `II` where Roman numerals are meant. None: none is."""
    digits = re.fullmatch(r"\W*(?:\w{1,4}\.)*(\d{1,3})\W*", text)
    if digits:
        return int(digits[1])
    letters = text.strip(" .()").upper()
    if roman and letters in ROMAN:
        return ROMAN.index(letters) + 1
    return ord(letters) - ord("A") + 1 if re.fullmatch("[A-Z]", letters) else None


def _letters(each: Komponen | Subkomponen) -> str:
    return each.no.text.strip(" .()").upper()


def _shown(number: int, *, roman: bool) -> str:
    return ROMAN[number - 1] if roman and number <= len(ROMAN) else str(number)


def _is_roman(siblings: Sequence[Komponen | Subkomponen]) -> bool:
    """Whether single letters are Roman numerals: not where one of them can't be (`A`, `B`)."""
    return not any(re.fullmatch("[A-Z]", _letters(each)) and _letters(each) not in ROMAN for each in siblings)


@rule("ZI101", Level.GALAT)
def nomor_tidak_tunggal(subject: Subject) -> Iterator[Hit]:
    """Nomor komponen atau subkomponen tidak tunggal.

    Nomor yang sama dipakai dua kali dalam induk yang sama, atau tidak dapat dibaca; kodenya diberikan menurut urutan.

    Mengapa: kode adalah pengenal indikator di semua laporan. Kode menurut urutan berubah bila ada baris disisipkan.
    Salah: dua subkomponen bernomor 2 dalam komponen I.
    Benar: 1, 2, 3, … masing-masing sekali.
    Saran: Perbaiki nomornya sehingga setiap nomor hanya dipakai sekali dalam komponennya.
    """
    unheaded = subject.comparison.unheaded_kodes  # ZI908
    for remark in subject.plan.remarks:
        number = remark.oddity is Oddity.KODE_BY_ORDER and (remark.kode or "").count(".") < 2
        if number and remark.kode not in unheaded:
            written = f"Nomor “{remark.detail}” tidak tunggal" if remark.detail else "Nomor di sini tidak terbaca"
            message = f"{written}; kodenya menurut urutan: {remark.kode}."
            yield Hit(remark.place, remark.kode, message, about_text=False)


@rule("ZI102", Level.PERINGATAN)
def nomor_kosong(subject: Subject) -> Iterator[Hit]:
    """Nomor komponen atau subkomponen kosong.

    Kolom NO kosong pada baris yang namanya ada di kolom KOMPONEN; kodenya diberikan menurut urutan.

    Mengapa: tanpa nomor, kode bergantung pada letak baris.
    Salah: “Penilaian Kepuasan Pelayanan” tanpa nomor di antara 3 dan 5.
    Benar: 4 | Penilaian Kepuasan Pelayanan.
    Saran: Isi nomor sesuai urutannya.
    """
    for remark in subject.plan.remarks:
        if remark.oddity is Oddity.NUMBER_MISSING:
            name = _name(subject, remark.kode)
            about = f" di depan {name}" if name else ""
            yield Hit(remark.place, remark.kode, f"Nomor{about} kosong; kodenya menurut urutan: {remark.kode}.")


def _name(subject: Subject, kode: str | None) -> str:
    named: Iterator[Komponen | Subkomponen] = iter((*subject.plan.komponen, *subject.plan.subkomponen()))
    return next((f"“{' '.join(each.nama.text.split())}”" for each in named if each.kode == kode and each.nama.text), "")


@rule("ZI103", Level.PERINGATAN)
def komponen_angka_arab(subject: Subject) -> Iterator[Hit]:
    """Komponen dinomori dengan angka biasa.

    Komponen dinomori dengan angka Romawi; angka biasa adalah nomor subkomponen.

    Mengapa: “1” pada komponen mudah tertukar dengan subkomponen 1.
    Salah: 1 | MANAJEMEN PERUBAHAN, padahal yang lain II, III, ….
    Benar: I | MANAJEMEN PERUBAHAN.
    Saran: Tulis nomor komponen dengan angka Romawi.
    """
    for remark in subject.plan.remarks:
        if remark.oddity is Oddity.NUMBER_ARABIC:
            written = next((each.no.text for each in subject.plan.komponen if each.kode == remark.kode), "")
            message = f"Komponen {remark.kode} dinomori “{written}”, bukan “{remark.kode}”."
            yield Hit(remark.place, remark.kode, message)


@rule("ZI104", Level.PERINGATAN)
def nomor_tidak_urut(subject: Subject) -> Iterator[Hit]:
    """Nomor tidak berurutan.

    Nomor komponen, dan nomor subkomponen di dalam komponennya, seharusnya naik satu demi satu. Subkomponen boleh mulai
    dari 1 lagi atau melanjutkan nomor komponen sebelumnya.

    Mengapa: nomor yang meloncat atau mundur biasanya berarti ada baris yang hilang, berpindah, atau salah ketik.
    Salah: 1, 2, 4.
    Benar: 1, 2, 3.
    Saran: Periksa apakah ada baris yang hilang atau berpindah, lalu perbaiki nomornya.
    """
    told = frozenset(each.kode for each in subject.plan.remarks if each.oddity is Oddity.KODE_BY_ORDER)  # ZI101
    yield from _jumps(subject.plan.komponen, frozenset(), told)
    last: int | None = 0
    for komponen in subject.plan.komponen:
        yield from _jumps(komponen.subkomponen, frozenset({1, (last or 0) + 1}), told)
        last = _number(komponen.subkomponen[-1].no.text, roman=False) if komponen.subkomponen else last


def _jumps(
    siblings: Sequence[Komponen | Subkomponen], first: frozenset[int], told: frozenset[str | None]
) -> Iterator[Hit]:
    """The numbers that don't follow the one before.

    first: which ones the first may be; none: any. told: the kode whose number another rule speaks of.
    """
    roman = _is_roman(siblings)
    allowed = first
    for each in siblings:
        number = _number(each.no.text, roman=roman)
        follows = number is None or not allowed or number in allowed
        if not follows and each.kode not in told:
            letters = roman and _letters(each) in ROMAN
            wanted = " atau ".join(_shown(expected, roman=letters) for expected in sorted(allowed))
            message = f"Nomor “{each.no.text}” tidak urut: di sini seharusnya {wanted}."
            yield Hit(each.no, each.kode, message, about_text=False)
        # After a wrong number both it and the one that belonged there may go on: one slip is told once.
        here = {number} if number is not None and follows else {*allowed, *([number] if number is not None else [])}
        allowed = frozenset(expected + 1 for expected in here)


@rule("ZI105", Level.INFO)
def nomor_bukan_nomor(subject: Subject) -> Iterator[Hit]:
    """Kolom NO berisi sesuatu yang bukan nomor.

    Kolom NO pada baris komponen dan subkomponen diperiksa: angka, atau angka Romawi untuk komponen.

    Mengapa: teks di kolom NO tidak dapat dipakai sebagai nomor; kodenya diberikan menurut urutan.
    Salah: lihat II | Dokumen Rencana Pembangunan ZI.
    Benar: 2 | Dokumen Rencana Pembangunan ZI.
    Saran: Tulis nomornya saja di kolom NO.
    """
    if Field.NO not in subject.plan.columns:
        return
    for komponen in subject.plan.komponen:
        yield from _no_number(komponen, roman=True)
        for sub in komponen.subkomponen:
            yield from _no_number(sub, roman=False)


def _no_number(each: Komponen | Subkomponen, *, roman: bool) -> Iterator[Hit]:
    if each.no.text and _number(each.no.text, roman=roman) is None:
        yield Hit(each.no, each.kode, f"“{each.no.text}” di kolom NO bukan nomor.")


RULES = (nomor_tidak_tunggal, nomor_kosong, komponen_angka_arab, nomor_tidak_urut, nomor_bukan_nomor)
