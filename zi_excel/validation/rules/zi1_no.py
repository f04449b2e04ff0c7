"""ZI1xx: column NO, the numbers of komponen and subkomponen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zi_excel.plan.rencana_aksi import Field, Komponen, Oddity, Subkomponen
from zi_excel.validation.findings import Level
from zi_excel.validation.rule import Hit, rule
from zi_excel.validation.rules.questions import quoted
from zi_excel.validation.subject import Subject


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
    unread = {group.kode for group in _numbered(subject) if group.nomor is None and group.no.text}  # ZI105, ZI009
    for remark in subject.noticed(Oddity.KODE_BY_ORDER):
        of_group = (remark.kode or "").count(".") < 2
        if of_group and remark.kode not in unheaded and remark.kode not in unread:
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
    for remark in subject.noticed(Oddity.NUMBER_MISSING):
        name = _name(subject, remark.kode)
        about = f" di depan {name}" if name else ""
        yield Hit(remark.place, remark.kode, f"Nomor{about} kosong; kodenya menurut urutan: {remark.kode}.")


def _name(subject: Subject, kode: str | None) -> str:
    names = (group.nama.text for group in _numbered(subject) if group.kode == kode)
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
    for remark in subject.noticed(Oddity.NUMBER_ARABIC):
        written = next((komponen.no.text for komponen in subject.plan.komponen if komponen.kode == remark.kode), "")
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
    by_order = frozenset(remark.kode for remark in subject.noticed(Oddity.KODE_BY_ORDER))  # ZI101
    yield from _jumps(subject.plan.komponen, frozenset(), by_order)
    last = 0
    for komponen in subject.plan.komponen:
        yield from _jumps(komponen.subkomponen, frozenset({1, last + 1}), by_order)
        if komponen.subkomponen:
            number = komponen.subkomponen[-1].nomor
            last = number.value if number else 0


def _jumps(
    siblings: Sequence[Komponen | Subkomponen], first: frozenset[int], by_order: frozenset[str | None]
) -> Iterator[Hit]:
    """The numbers that don't follow the one before.

    first: which numbers the first may have; empty: any. by_order: the kode whose number another rule speaks of.
    """
    allowed = first
    for group in siblings:
        nomor = group.nomor
        number = nomor.value if nomor else None
        follows = number is None or not allowed or number in allowed
        if nomor and not follows and group.kode not in by_order:
            expected = " atau ".join(nomor.written(value) for value in sorted(allowed))
            where = group.no if group.no.text else group.nama  # `2. Tim Kerja` in one cell
            message = f"Nomor “{nomor.written(nomor.value)}” tidak urut: di sini seharusnya {expected}."
            yield Hit(where, group.kode, message, about_order=True)
        # The next may follow the wrong number or the one that belonged here, so that one slip is one finding.
        here = {number} if number is not None and follows else {*allowed, *([number] if number is not None else [])}
        allowed = frozenset(value + 1 for value in here)


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
    for group in _numbered(subject):
        if group.no.text and group.nomor is None and group.no.error is None:  # an error value is ZI009's
            message = f"{quoted(group.no.text)} di kolom NO bukan nomor; kodenya menurut urutan: {group.kode}."
            yield Hit(group.no, group.kode, message)


def _numbered(subject: Subject) -> Iterator[Komponen | Subkomponen]:
    for komponen in subject.plan.komponen:
        yield komponen
        yield from komponen.subkomponen


RULES = (nomor_ganda, nomor_kosong, komponen_angka_arab, nomor_tidak_urut, nomor_bukan_nomor)
