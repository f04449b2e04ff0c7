"""ZI6xx: column TARGET WAKTU."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from zi_excel.plan.jadwal import Jadwal, Jenis
from zi_excel.plan.patterns import pattern
from zi_excel.plan.rencana_aksi import Field, Indikator
from zi_excel.plan.shown_cell import as_shown, seen_otherwise
from zi_excel.validation.findings import Level
from zi_excel.validation.rule import Hit, rule
from zi_excel.validation.rules.questions import is_blank, quoted, seen
from zi_excel.validation.subject import Subject
from zi_excel.wording import long_date

_RECURRING = pattern(
    r"\b(?:berkala|periodik|rutin|harian|mingguan|bulanan|triwulanan|semesteran"
    r"|(?:per|setiap|tiap)[\s-]*(?:hari|minggu|bulan|triwulan|semester))\b",
    re.IGNORECASE,
)


def _unread(subject: Subject) -> Iterator[Indikator]:
    """The indikator that have a target, with a value, which can't be read. An error value is ZI009's."""
    for indikator in subject.rows[Field.TARGET_WAKTU]:
        datum = indikator.target_waktu
        if indikator.target.jadwal is None and not is_blank(datum) and datum.cached and datum.error is None:
            yield indikator


def _read(subject: Subject) -> Iterator[tuple[Indikator, Jadwal]]:
    for indikator in subject.rows[Field.TARGET_WAKTU]:
        if indikator.target.jadwal is not None:
            yield indikator, indikator.target.jadwal


def _is_overwritten(indikator: Indikator) -> bool:
    share = isinstance(indikator.target_waktu.value, float) and "%" in indikator.target_waktu.number_format
    return share or indikator.target.overwritten


def _is_parted(subject: Subject) -> bool:
    """Whether a target is given by marks under TW I..IV or the months."""
    return subject.plan.reading is not None and Field.TARGET_WAKTU in subject.plan.reading.parts


@rule("ZI601", Level.GALAT)
def target_kosong(subject: Subject) -> Iterator[Hit]:
    """Target waktu kosong.

    Setiap indikator wajib mempunyai target waktu; tanda “-” dianggap kosong.

    Mengapa: tanpa target tidak ada rencana, dan statusnya “tidak valid”.
    Salah: (kosong), atau “-”.
    Benar: Februari 2025.
    Saran: Isi target waktunya menurut keputusan, misalnya “Maret, Juni, September, Desember 2025”.
    """
    for indikator in subject.rows[Field.TARGET_WAKTU]:
        if indikator.target.jadwal is None and is_blank(indikator.target_waktu):
            why = " di semua kolom waktunya; warna sel tidak dibaca" if _is_parted(subject) else ""
            yield Hit(indikator.target_waktu, indikator.kode, f"Target waktu {indikator.kode} kosong{why}.")


@rule("ZI602", Level.GALAT)
def target_tidak_terbaca(subject: Subject) -> Iterator[Hit]:
    """Target waktu tidak dapat dibaca.

    Isi kolom TARGET WAKTU dibaca menjadi jadwal: bulan, daftar bulan, rentang, tanggal, triwulan atau semester,
    berkala, atau sewaktu-waktu. Yang tidak dapat dibaca tidak ditebak. Setiap angka, nama hari, dan kata “bulan”,
    “triwulan”, “semester”, atau “tahun” harus menjadi bagian suatu waktu: bila satu saja tersisa, targetnya tidak
    dibaca, dan pesannya menyebut yang terbaca. Jumlah harus cocok: “6 bulan (Januari – Juni 2025)”; nama hari juga.

    Mengapa: tanpa jadwal tidak ada rencana, dan statusnya “tidak valid”.
    Salah: 31 Juni 2025; “menyesuaikan”; “Februari 2025 dan setiap bulan”; “3/2025 triwulan”; “Selasa, 31 Maret 2025”.
    Benar: 30 Juni 2025; Februari 2025; setiap bulan; Triwulan 3/2025; Senin, 31 Maret 2025.
    Saran: Tulis waktunya saja, misalnya “Februari 2025”, “Januari – Desember 2025”, atau “setiap triwulan”.
    """
    for indikator in _unread(subject):
        if not _is_overwritten(indikator):
            text = quoted(indikator.target_waktu.text) if indikator.target_waktu.text else "ini"
            message = f"Target waktu {text} tidak dapat dibaca: {indikator.target.problem or 'tidak menyebut waktu'}."
            yield Hit(indikator.target_waktu, indikator.kode, message)


@rule("ZI603", Level.GALAT)
def target_tertimpa(subject: Subject) -> Iterator[Hit]:
    """Realisasi tertulis di kolom TARGET WAKTU.

    Kolom TARGET WAKTU berisi keterangan tentang yang sudah dikerjakan: “tercapai …”, “selesai”, atau suatu persen.

    Mengapa: targetnya tertimpa, sehingga keterlambatan tidak dapat dihitung lagi.
    Salah: Tercapai 4 Januari 2025.
    Benar: Januari 2025 di TARGET WAKTU, 100% di REALISASI (%), dan 4 Januari 2025 di TANGGAL SELESAI.
    Saran: Kembalikan targetnya menurut keputusan, dan pindahkan realisasinya ke kolom REALISASI (%).
    """
    for indikator in _unread(subject):
        if _is_overwritten(indikator):
            message = f"{quoted(indikator.target_waktu.text)} di kolom TARGET WAKTU: {indikator.target.problem}."
            yield Hit(indikator.target_waktu, indikator.kode, message)


@rule("ZI604", Level.PERINGATAN)
def target_dengan_catatan(subject: Subject) -> Iterator[Hit]:
    """Target waktu dibaca dengan catatan.

    Targetnya terbaca, tetapi ada kata lain di sekitarnya, urutannya terbalik, suatu bulan tertulis dua kali,
    rentangnya melewati tahun, waktunya dihitung dari awal dan lamanya (“1 Maret 2025, 30 hari”), keterangan di dalam
    kurung mencakupnya (“Maret (Semester I)”), atau tertulis “berkelanjutan” dan sejenisnya.

    Mengapa: yang terbaca mungkin bukan yang dimaksud.
    Salah: minggu ke-2 Maret 2025 setelah rapat.
    Benar: 14 Maret 2025.
    Saran: Tulis waktunya saja; keterangan lain ditaruh di kolom KENDALA atau TINDAK LANJUT.
    """
    for indikator, jadwal in _read(subject):
        notes = (*indikator.target.notes, *(() if indikator.target.in_order else (_REVERSED,)))
        if notes:
            read = f"{quoted(indikator.target_waktu.text)} dibaca sampai {long_date(jadwal.last)}"
            yield Hit(indikator.target_waktu, indikator.kode, f"Target {read}: {'; '.join(notes)}.")


_REVERSED = "urutan waktunya mundur; diurutkan menurut tanggal"


@rule("ZI605", Level.PERINGATAN)
def target_sebelum_keputusan(subject: Subject) -> Iterator[Hit]:
    """Target waktu berakhir sebelum keputusan ditetapkan.

    Hari terakhir target dibandingkan dengan tanggal keputusan yang menetapkan matriks ini.

    Mengapa: target yang sudah lewat saat ditetapkan langsung terlambat atau dianggap selesai tanpa pernah direncanakan.
    Salah: keputusan 9 Oktober 2025 dengan target Februari 2025.
    Benar: keputusan 9 Oktober 2025 dengan target Desember 2025.
    Saran: Sesuaikan targetnya bila keputusan diubah.
    """
    enacted = subject.enacted
    if not subject.comparison.same_matrix:
        return
    for indikator, jadwal in _read(subject):
        if jadwal.last < enacted.tanggal:
            message = f"Target {quoted(indikator.target_waktu.text)} berakhir sebelum {enacted.decree}."
            yield Hit(indikator.target_waktu, indikator.kode, message)


@rule("ZI606", Level.PERINGATAN)
def target_tahun_lain(subject: Subject) -> Iterator[Hit]:
    """Target waktu di luar tahun rencana.

    Tahun target dibandingkan dengan tahun rencana.

    Mengapa: target tahun lain biasanya salah ketik, atau tersalin dari rencana tahun lalu.
    Salah: rencana 2025 dengan target Februari 2024.
    Benar: rencana 2025 dengan target Februari 2025.
    Saran: Perbaiki tahunnya.
    """
    year = subject.plan.year
    for indikator, jadwal in _read(subject):
        if not jadwal.first.year <= year <= jadwal.last.year:
            message = f"Target {quoted(indikator.target_waktu.text)} di luar tahun rencana {year}."
            yield Hit(indikator.target_waktu, indikator.kode, message)


@rule("ZI607", Level.PERINGATAN)
def berkala_sekali(subject: Subject) -> Iterator[Hit]:
    """Kegiatan berkala dengan satu waktu saja.

    Indikator, langkah aksi, atau bukti menyebut “berkala”, “rutin”, “per triwulan”, “setiap bulan”, dan sejenisnya,
    tetapi targetnya hanya satu bulan atau satu tanggal.

    Mengapa: yang berkala jatuh tempo beberapa kali; dengan satu target, keterlambatan berikutnya tidak terlihat.
    Salah: “Pimpinan memantau kinerja secara berkala” dengan target Februari 2025.
    Benar: target Maret, Juni, September, Desember 2025.
    Saran: Tulis semua waktunya, atau “setiap triwulan”.
    """
    for indikator, jadwal in _read(subject):
        if jadwal.jenis is Jenis.RENTANG or len(jadwal.tonggak) != 1:
            continue
        for datum in (indikator.nama, indikator.langkah_aksi, indikator.bukti_fisik):
            word = _RECURRING.search(datum.text)
            if word:
                target = quoted(indikator.target_waktu.text)
                message = f"{quoted(datum.text, 60)} menyebut “{word[0].lower()}”, tetapi targetnya hanya {target}."
                yield Hit(indikator.target_waktu, indikator.kode, message, beside=(datum,))
                break


@rule("ZI608", Level.INFO)
def target_tanpa_tahun(subject: Subject) -> Iterator[Hit]:
    """Target waktu tidak menyebut tahun.

    Target berupa bulan atau tanggal tanpa tahun dibaca pada tahun rencana. Tanda di kolom TW
    I-IV atau kolom bulan tidak perlu tahun.

    Mengapa: saat disalin ke rencana tahun berikutnya, artinya berubah tanpa terlihat.
    Salah: Februari.
    Benar: Februari 2025.
    Saran: Tambahkan tahunnya.
    """
    if _is_parted(subject):
        return
    for indikator, jadwal in _read(subject):
        if not indikator.target.names_year and jadwal.jenis not in {Jenis.BERKALA, Jenis.SEWAKTU}:
            message = f"Target {quoted(indikator.target_waktu.text)} tidak menyebut tahun; dibaca {subject.plan.year}."
            yield Hit(indikator.target_waktu, indikator.kode, message)


@rule("ZI609", Level.INFO)
def target_sewaktu(subject: Subject) -> Iterator[Hit]:
    """Target sewaktu-waktu tidak pernah terlambat.

    Target seperti “sewaktu-waktu”, “insidentil”, atau “jika ada” tidak mempunyai jatuh tempo.

    Mengapa: indikator ini tidak ikut dalam rencana dan deviasi, dan tidak pernah berstatus terlambat.
    Salah: “sewaktu-waktu” untuk laporan yang sebenarnya tiap semester.
    Benar: Juni dan Desember 2025.
    Saran: Bila sebenarnya ada tenggatnya, tulis tenggat itu.
    """
    for indikator, jadwal in _read(subject):
        if jadwal.jenis is Jenis.SEWAKTU:
            message = (
                f"Target {quoted(indikator.target_waktu.text)} tidak mempunyai jatuh tempo dan tidak pernah terlambat."
            )
            yield Hit(indikator.target_waktu, indikator.kode, message)


@rule("ZI610", Level.PERINGATAN)
def target_tampil_lain(subject: Subject) -> Iterator[Hit]:
    """Target waktu tampil lain di Excel.

    Format sel menyembunyikan isinya (;;;), menampilkan tanggal tanpa bulannya, atau menampilkan kata lain. Tanggal yang
    hanya tampil bulannya dibaca sebagai bulan itu, dan yang hanya tampil tahunnya sebagai tahun itu, tanpa peringatan.

    Mengapa: yang dibaca isi selnya; yang dilihat staf dan penilai lain.
    Salah: 31/03/2025 dengan format ;;; (tidak tampil).
    Benar: 31/03/2025 dengan format dd/mm/yyyy.
    Saran: Beri sel itu format tanggal atau General, lalu periksa isinya.
    """
    for indikator in subject.rows[Field.TARGET_WAKTU]:
        datum = indikator.target_waktu
        if is_blank(datum) or datum.error is not None or datum.number_format == "General":
            continue
        shown = seen_otherwise(datum.value, datum.number_format)
        if shown is None or shown == datum.text or as_shown(datum.value, datum.number_format) == shown:
            continue
        by_month = isinstance(datum.value, date) and not shown.isdigit() and shown and shown in datum.text
        if not by_month:
            message = f"Target waktu {quoted(datum.text)} {seen(shown)} di Excel karena format selnya."
            yield Hit(datum, indikator.kode, message)


RULES = (
    target_kosong,
    target_tidak_terbaca,
    target_tertimpa,
    target_dengan_catatan,
    target_sebelum_keputusan,
    target_tahun_lain,
    berkala_sekali,
    target_tanpa_tahun,
    target_sewaktu,
    target_tampil_lain,
)
