"""ZI1xx: column NO, the numbers of komponen and subkomponen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zi_excel.plan.rencana_aksi import Field, Komponen, Oddity, Subkomponen
from zi_excel.validation.findings import Hit, Level, Subject, rule
from zi_excel.validation.rules.cells import noticed, quoted


@rule("ZI101", Level.GALAT)
def nomor_ganda(subject: Subject) -> Iterator[Hit]:
    """Nomor komponen atau subkomponen ganda.

    Nomor yang sama dipakai dua kali dalam induk yang sama; kode yang kedua diberikan menurut urutan.

    Mengapa: kode adalah pengenal indikator di semua laporan. Kode menurut urutan berubah bila ada baris disisipkan.
    Salah: dua subkomponen bernomor 2 dalam komponen I.
    Benar: 1, 2, 3, … masing-masing sekali.
    Saran: Perbaiki nomornya sehingga setiap nomor hanya dipakai sekali dalam komponennya.
    """
    unheaded = subject.comparison.unheaded_kodes  # ZI908
    unread = {each.kode for each in _numbered(subject) if each.nomor is None and each.no.text}  # ZI105, ZI009
    for remark in subject.plan.remarks:
        number = remark.oddity is Oddity.KODE_BY_ORDER and (remark.kode or "").count(".") < 2
        if number and remark.kode not in unheaded and remark.kode not in unread:
            written = f"“{remark.detail}”" if remark.detail else "di sini"
            message = f"Nomor {written} dipakai lebih dari sekali; kodenya menurut urutan: {remark.kode}."
            yield Hit(remark.place, remark.kode, message, about_order=True)


@rule("ZI102", Level.PERINGATAN)
def nomor_kosong(subject: Subject) -> Iterator[Hit]:
    """Nomor komponen atau subkomponen kosong.

    Kolom NO kosong pada baris yang namanya ada di kolom KOMPONEN; kodenya diberikan menurut urutan.

    Mengapa: tanpa nomor, kode bergantung pada letak baris.
    Salah: “Penilaian Kepuasan Pelayanan” tanpa nomor di antara 3 dan 5.
    Benar: 4 | Penilaian Kepuasan Pelayanan.
    Saran: Isi nomor sesuai urutannya.
    """
    for remark in noticed(subject.plan, Oddity.NUMBER_MISSING):
        name = _name(subject, remark.kode)
        about = f" di depan {name}" if name else ""
        yield Hit(remark.place, remark.kode, f"Nomor{about} kosong; kodenya menurut urutan: {remark.kode}.")


def _name(subject: Subject, kode: str | None) -> str:
    names = (each.nama.text for each in _numbered(subject) if each.kode == kode)
    return next((f"“{' '.join(name.split())}”" for name in names if name), "")


@rule("ZI103", Level.PERINGATAN)
def komponen_angka_arab(subject: Subject) -> Iterator[Hit]:
    """Komponen dinomori dengan angka biasa.

    Komponen dinomori dengan angka Romawi; angka biasa adalah nomor subkomponen.

    Mengapa: “1” pada komponen mudah tertukar dengan subkomponen 1.
    Salah: 1 | MANAJEMEN PERUBAHAN, padahal yang lain II, III, ….
    Benar: I | MANAJEMEN PERUBAHAN.
    Saran: Tulis nomor komponen dengan angka Romawi.
    """
    for remark in noticed(subject.plan, Oddity.NUMBER_ARABIC):
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
    last = 0
    for komponen in subject.plan.komponen:
        yield from _jumps(komponen.subkomponen, frozenset({1, last + 1}), told)
        if komponen.subkomponen:
            number = komponen.subkomponen[-1].nomor
            last = number.value if number else 0


def _jumps(
    siblings: Sequence[Komponen | Subkomponen], first: frozenset[int], told: frozenset[str | None]
) -> Iterator[Hit]:
    """The numbers that don't follow the one before.

    first: which ones the first may be; none: any. told: the kode whose number another rule speaks of.
    """
    allowed = first
    for each in siblings:
        number = each.nomor.value if each.nomor else None
        follows = number is None or not allowed or number in allowed
        if each.nomor and not follows and each.kode not in told:
            wanted = " atau ".join(each.nomor.written(expected) for expected in sorted(allowed))
            where = each.no if each.no.text else each.nama  # `2. Tim Kerja` in one cell
            message = f"Nomor “{each.nomor.written(each.nomor.value)}” tidak urut: di sini seharusnya {wanted}."
            yield Hit(where, each.kode, message, about_order=True)
        # After a wrong number both it and the one that belonged there may go on: one slip is told once.
        here = {number} if number is not None and follows else {*allowed, *([number] if number is not None else [])}
        allowed = frozenset(expected + 1 for expected in here)


@rule("ZI105", Level.GALAT)
def nomor_bukan_nomor(subject: Subject) -> Iterator[Hit]:
    """Kolom NO berisi sesuatu yang bukan nomor.

    Kolom NO pada baris komponen dan subkomponen diperiksa: angka, atau angka Romawi untuk komponen.

    Mengapa: teks di kolom NO tidak dapat dipakai sebagai nomor; kodenya diberikan menurut urutan, dan berubah bila ada
    baris disisipkan.
    Salah: lihat II | Dokumen Rencana Pembangunan ZI.
    Benar: 2 | Dokumen Rencana Pembangunan ZI.
    Saran: Tulis nomornya saja di kolom NO.
    """
    if Field.NO not in subject.plan.columns:
        return
    for each in _numbered(subject):
        if each.no.text and each.nomor is None and each.no.error is None:  # an error value is ZI009's
            message = f"{quoted(each.no.text)} di kolom NO bukan nomor; kodenya menurut urutan: {each.kode}."
            yield Hit(each.no, each.kode, message)


def _numbered(subject: Subject) -> Iterator[Komponen | Subkomponen]:
    for komponen in subject.plan.komponen:
        yield komponen
        yield from komponen.subkomponen


RULES = (nomor_ganda, nomor_kosong, komponen_angka_arab, nomor_tidak_urut, nomor_bukan_nomor)
