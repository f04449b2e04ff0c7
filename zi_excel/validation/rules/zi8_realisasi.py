"""ZI8xx: what staff report of a row: columns REALISASI, TANGGAL SELESAI, KENDALA and TINDAK LANJUT."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zi_excel.measuring.status import EXACT
from zi_excel.plan.rencana_aksi import Field, Indikator, Oddity, Place
from zi_excel.plan.shown_cell import seen_otherwise
from zi_excel.validation.findings import Level
from zi_excel.validation.rule import Hit, rule
from zi_excel.validation.rules.questions import is_blank, is_done, quoted, seen
from zi_excel.validation.subject import Subject
from zi_excel.wording import long_date, percent


def _has(subject: Subject, field: Field) -> bool:
    return field in subject.plan.columns


@rule("ZI801", Level.GALAT)
def realisasi_tidak_ada(subject: Subject) -> Iterator[Hit]:
    """Kolom REALISASI tidak ada.

    Kolom REALISASI (%) dicari di sebelah matriks; pada buku kerja lama, kolom STATUS.

    Mengapa: tanpa keduanya tidak ada yang dilaporkan, dan semua capaian terhitung 0%.
    Salah: matriks yang berakhir di kolom PENANGGUNG JAWAB.
    Benar: kolom REALISASI (%) di sebelah kanan matriks.
    Saran: Tambahkan kolom REALISASI (%), atau sebutkan kolomnya di zi-excel.toml pada bagian [kolom].
    """
    if not _has(subject, Field.REALISASI) and not _has(subject, Field.STATUS):
        where = Place(subject.plan.sheet, subject.plan.header_row)
        yield Hit(where, None, "Tidak ada kolom REALISASI maupun STATUS; semua indikator dianggap belum dilaporkan.")


@rule("ZI802", Level.GALAT)
def realisasi_tidak_terbaca(subject: Subject) -> Iterator[Hit]:
    """Realisasi tidak dapat dibaca.

    Realisasi berupa persen, pecahan, “selesai” (atau ✓, v), “belum”, atau waktu yang sudah dikerjakan dari suatu
    daftar: Maret, Juni dan TW II berarti waktu itu saja; Semester I, B06 dan s.d. TW II berarti semua sampai akhir
    waktu itu. Antara 0% dan 100%. Yang lain tidak ditebak.

    Mengapa: statusnya “tidak valid” dan capaiannya terhitung 0%.
    Salah: 120%; “hampir selesai”; tanggal.
    Benar: 75%; 3/4; selesai; Maret, Juni; s.d. TW II.
    Saran: Tulis persennya, “selesai”, atau “belum”.
    """
    for indikator in subject.rows[Field.REALISASI]:
        if indikator.realisasi.share is None and indikator.laporan.cached:
            text = quoted(indikator.laporan.text) if indikator.laporan.text else "ini"
            message = (
                f"Realisasi {text} tidak dapat dibaca: {indikator.realisasi.problem or 'bentuknya tidak dikenal'}."
            )
            yield Hit(indikator.laporan, indikator.kode, message)


@rule("ZI803", Level.PERINGATAN)
def realisasi_dengan_catatan(subject: Subject) -> Iterator[Hit]:
    """Realisasi dibaca dengan catatan.

    Realisasinya terbaca, tetapi ada yang meragukan: misalnya 0,5 di antara angka-angka persen, atau “Semester II”, yang
    dibaca sebagai semua sampai akhir tahun. Tanggal di sebelah “selesai” dipakai sebagai tanggal selesai bila kolom
    TANGGAL SELESAI kosong.

    Mengapa: 0,5 dapat berarti 0,5% atau 50%.
    Salah: 75; 40; 0,5 dalam satu kolom; Selesai (31 Maret 2025).
    Benar: 75%; 40%; 50%; 100% dengan TANGGAL SELESAI 31/03/2025.
    Saran: Tulis persennya dengan tanda persen; kosongkan sel yang belum dilaporkan.
    """
    for indikator in subject.rows[Field.REALISASI]:
        if indikator.realisasi.notes and indikator.realisasi.share is not None:
            notes = (*indikator.realisasi.notes, *_of_its_day(indikator))
            message = f"Realisasi {quoted(indikator.laporan.text)}: {'; '.join(notes)}."
            dated = any("TANGGAL SELESAI" in note for note in indikator.realisasi.notes)
            move = "Tulis 100% di kolom REALISASI (%), dan tanggalnya di kolom TANGGAL SELESAI."
            yield Hit(indikator.laporan, indikator.kode, message, move if dated else None)


def _of_its_day(indikator: Indikator) -> Iterator[str]:
    """What becomes of the day given beside "selesai"."""
    told, filled = indikator.realisasi.selesai_pada, indikator.selesai_pada
    if told is None:
        return
    if is_blank(indikator.tanggal_selesai):
        yield f"kolom itu kosong, jadi {long_date(told)} dipakai sebagai tanggal selesai"
    elif filled is not None and filled != told:
        yield f"di sana tertulis {long_date(filled)}, bukan {long_date(told)}"


@rule("ZI805", Level.PERINGATAN)
def kendala_tanpa_tindak_lanjut(subject: Subject) -> Iterator[Hit]:
    """Kendala tanpa tindak lanjut.

    Kendala yang ditulis seharusnya disertai tindak lanjut, kecuali indikatornya sudah selesai.

    Mengapa: kendala yang tidak ditindaklanjuti tidak akan hilang, dan penilai menanyakannya.
    Salah: “Narasumber belum tersedia” dengan TINDAK LANJUT kosong.
    Benar: “Narasumber belum tersedia” dengan “Dijadwalkan ulang 5 Desember”.
    Saran: Isi TINDAK LANJUT: apa yang akan dilakukan, oleh siapa, kapan.
    """
    for indikator in subject.rows[Field.TINDAK_LANJUT]:
        none = is_blank(indikator.kendala) or indikator.kendala.text.strip(" .").casefold() in _NO_KENDALA
        if not none and is_blank(indikator.tindak_lanjut) and not is_done(indikator):
            message = f"Kendala {quoted(indikator.kendala.text)} belum ada tindak lanjutnya."
            yield Hit(indikator.tindak_lanjut, indikator.kode, message)


_NO_KENDALA = frozenset({"tidak ada", "tidak ada kendala", "tidak", "nihil", "none", "tdk ada"})


@rule("ZI806", Level.PERINGATAN)
def tanggal_selesai_bukan_tanggal(subject: Subject) -> Iterator[Hit]:
    """Tanggal selesai bukan tanggal.

    Kolom TANGGAL SELESAI berisi sesuatu yang bukan satu tanggal lengkap. Tanggal yang tersimpan sebagai teks tetap
    dibaca, hari dahulu.

    Mengapa: tepat waktu atau terlambatnya penyelesaian tidak dapat dihitung.
    Salah: “akhir Maret”; “31 Maret” tanpa tahun.
    Benar: 31/03/2025; 31 Maret 2025.
    Saran: Ketik sebagai tanggal, misalnya 31/03/2025.
    """
    for indikator in subject.rows[Field.TANGGAL_SELESAI]:
        datum = indikator.tanggal_selesai
        if not is_blank(datum) and indikator.selesai_pada is None and datum.error is None and datum.cached:
            yield Hit(
                datum, indikator.kode, f"{quoted(datum.text)} di kolom TANGGAL SELESAI bukan tanggal yang lengkap."
            )


@rule("ZI807", Level.PERINGATAN)
def selesai_di_masa_depan(subject: Subject) -> Iterator[Hit]:
    """Tanggal selesai sesudah tanggal penilaian.

    TANGGAL SELESAI dibandingkan dengan tanggal penilaian (`--per`, bawaannya hari ini).

    Mengapa: yang belum terjadi tidak dapat dilaporkan selesai; biasanya salah ketik bulan atau tahun.
    Salah: per 20 November 2025 dengan TANGGAL SELESAI 1 Desember 2025.
    Benar: per 20 November 2025 dengan TANGGAL SELESAI 12 November 2025.
    Saran: Perbaiki tanggalnya, atau nilai per tanggal yang lebih kemudian.
    """
    for indikator in subject.rows[Field.TANGGAL_SELESAI]:
        day = indikator.selesai_pada
        if day is not None and day > subject.per:
            message = f"Tanggal selesai {long_date(day)} sesudah tanggal penilaian {long_date(subject.per)}."
            yield Hit(indikator.tanggal_selesai, indikator.kode, message)


@rule("ZI808", Level.PERINGATAN)
def tanggal_selesai_tetapi_belum(subject: Subject) -> Iterator[Hit]:
    """Tanggal selesai diisi, realisasi belum 100%.

    TANGGAL SELESAI hanya berarti bila realisasinya 100%.

    Mengapa: salah satu dari keduanya keliru; yang dihitung tetap realisasinya.
    Salah: REALISASI (%) 60% dengan TANGGAL SELESAI 31/03/2025.
    Benar: REALISASI (%) 100% dengan TANGGAL SELESAI 31/03/2025.
    Saran: Tulis realisasi 100%, atau kosongkan TANGGAL SELESAI.
    """
    for indikator in subject.rows[Field.TANGGAL_SELESAI]:
        share = (
            indikator.realisasi.share
            if indikator.laporan.place.column is not None and indikator.laporan.cached
            else None
        )
        if indikator.selesai_pada is not None and share is not None and not is_done(indikator):
            reported = f"realisasinya {percent(share)}" if indikator.realisasi.dilaporkan else "realisasinya kosong"
            message = f"Tanggal selesai {long_date(indikator.selesai_pada)}, tetapi {reported}."
            yield Hit(indikator.tanggal_selesai, indikator.kode, message)


@rule("ZI809", Level.PERINGATAN)
def selesai_sebelum_tahun_rencana(subject: Subject) -> Iterator[Hit]:
    """Tanggal selesai sebelum tahun rencana.

    Tahun TANGGAL SELESAI dibandingkan dengan tahun rencana dan dengan awal targetnya.

    Mengapa: penyelesaian sebelum rencananya dimulai biasanya salah ketik tahun.
    Salah: rencana 2025 dengan TANGGAL SELESAI 31/03/2024.
    Benar: rencana 2025 dengan TANGGAL SELESAI 31/03/2025.
    Saran: Perbaiki tahunnya.
    """
    for indikator in subject.rows[Field.TANGGAL_SELESAI]:
        day, jadwal = indikator.selesai_pada, indikator.target.jadwal
        first = min(subject.plan.year, jadwal.first.year) if jadwal else subject.plan.year
        if day is not None and day.year < first:
            message = f"Tanggal selesai {long_date(day)} sebelum tahun rencana {subject.plan.year}."
            yield Hit(indikator.tanggal_selesai, indikator.kode, message)


@rule("ZI811", Level.INFO)
def status_dipakai(subject: Subject) -> Iterator[Hit]:
    """Kolom STATUS dibaca sebagai realisasi.

    Buku kerja lama yang tidak mempunyai kolom REALISASI dibaca dari kolom STATUS.

    Mengapa: status seperti “selesai” dan “belum” tidak menunjukkan yang sedang berjalan.
    Salah: hanya kolom STATUS.
    Benar: kolom REALISASI (%).
    Saran: Ganti judulnya menjadi REALISASI (%) dan isi persennya.
    """
    if _has(subject, Field.STATUS) and not _has(subject, Field.REALISASI):
        where = Place(subject.plan.sheet, subject.plan.header_row, subject.plan.columns[Field.STATUS])
        yield Hit(where, None, "Tidak ada kolom REALISASI; kolom STATUS dibaca sebagai realisasi.")


@rule("ZI812", Level.PERINGATAN)
def laporan_di_baris_judul(subject: Subject) -> Iterator[Hit]:
    """Laporan di baris komponen atau subkomponen.

    Kolom 8-12 diisi pada baris nomor dan nama komponen atau subkomponen saja; rumus di sana tidak dipersoalkan.

    Mengapa: yang dihitung hanya isian pada baris indikator; isian pada baris judul tidak ikut terhitung.
    Salah: II | PENATAAN TATA LAKSANA dengan REALISASI (%) 50%.
    Benar: REALISASI (%) pada setiap baris indikator di bawahnya.
    Saran: Pindahkan isian itu ke baris indikatornya.
    """
    for remark in subject.noticed(Oddity.REPORT_ON_HEADING):
        message = f"Isian {remark.detail} di baris judul {remark.kode} tidak dihitung."
        yield Hit(remark.place, remark.kode, message, about_text=False)


@rule("ZI813", Level.PERINGATAN)
def realisasi_turun(subject: Subject) -> Iterator[Hit]:
    """Realisasi turun sejak penyegaran terakhir.

    Realisasi dibandingkan dengan yang tercatat di tab Monev Riwayat pada penyegaran terakhir sebelum tanggal penilaian.

    Mengapa: yang sudah dikerjakan jarang menjadi kurang; biasanya sel terhapus, salah baris, atau angkanya dikoreksi.
    Salah: 75% pada 13 November 2025, lalu 50%.
    Benar: realisasi yang tetap atau naik.
    Saran: Periksa sel ini; bila memang dikoreksi, tulis sebabnya di kolom KENDALA atau TINDAK LANJUT.
    """
    if subject.earlier is None:
        return
    day, before = subject.earlier
    for indikator in subject.rows[Field.REALISASI]:
        was, now = before.get(indikator.kode), indikator.realisasi.share
        if was is not None and now is not None and now < was - EXACT:
            reported = percent(now) if indikator.realisasi.dilaporkan else "sekarang kosong"
            message = f"Realisasi {indikator.kode} turun: {percent(was)} pada {long_date(day)}, {reported}."
            yield Hit(indikator.laporan, indikator.kode, message, about_text=False)


@rule("ZI814", Level.INFO)
def selesai_tanpa_tanggal(subject: Subject) -> Iterator[Hit]:
    """Selesai tanpa tanggal selesai.

    Indikator dengan realisasi 100% seharusnya mempunyai TANGGAL SELESAI.

    Mengapa: tanpa tanggalnya tidak diketahui apakah selesai tepat waktu.
    Salah: REALISASI (%) 100% dengan TANGGAL SELESAI kosong.
    Benar: REALISASI (%) 100% dengan TANGGAL SELESAI 31/03/2025.
    Saran: Isi tanggal pekerjaan itu selesai.
    """
    for indikator in subject.rows[Field.TANGGAL_SELESAI]:
        if is_done(indikator) and is_blank(indikator.tanggal_selesai) and indikator.selesai_pada is None:
            yield Hit(
                indikator.tanggal_selesai, indikator.kode, f"{indikator.kode} selesai, tetapi TANGGAL SELESAI kosong."
            )


@rule("ZI820", Level.PERINGATAN)
def tampil_lain(subject: Subject) -> Iterator[Hit]:
    """Realisasi tampil lain di Excel.

    Format sel menyembunyikan isinya (;;;), membulatkannya, atau menampilkan kata, pecahan, atau angka lain.

    Mengapa: yang dihitung isi selnya; yang dilihat staf dan penilai lain.
    Salah: 0,5 dengan format 0 (tampil 1); 99,6% yang tampil 100%.
    Benar: 0,5 dengan format 0% (tampil 50%).
    Saran: Beri sel itu format Percentage (0%), lalu periksa isinya.
    """
    for indikator in subject.rows[Field.REALISASI]:
        datum = indikator.laporan
        if isinstance(datum.value, float | int | str) and datum.error is None and datum.number_format != "General":
            shown = seen_otherwise(datum.value, datum.number_format)
            if shown is not None:
                yield Hit(datum, indikator.kode, f"Realisasi {datum.text} {seen(shown)} di Excel karena format selnya.")


@rule("ZI821", Level.PERINGATAN)
def tanggal_tampil_lain(subject: Subject) -> Iterator[Hit]:
    """Tanggal selesai tampil lain di Excel.

    Format sel menyembunyikan tanggalnya (;;;), atau hanya menampilkan bulan atau tahunnya.

    Mengapa: yang dihitung isi selnya; “Maret 2025” yang diketik tanpa hari tersimpan sebagai 1 Maret 2025.
    Salah: 01/03/2025 dengan format mmm-yy (tampil Mar-25).
    Benar: 31/03/2025 dengan format dd/mm/yyyy.
    Saran: Beri sel itu format tanggal lengkap, lalu periksa harinya.
    """
    for indikator in subject.rows[Field.TANGGAL_SELESAI]:
        datum = indikator.tanggal_selesai
        day = datum.value
        if isinstance(day, date) and datum.number_format != "General":
            shown = seen_otherwise(day, datum.number_format)
            if shown is not None:
                message = f"Tanggal selesai {long_date(day)} {seen(shown)} di Excel karena format selnya."
                yield Hit(datum, indikator.kode, message)


RULES = (
    tampil_lain,
    tanggal_tampil_lain,
    realisasi_tidak_ada,
    realisasi_tidak_terbaca,
    realisasi_dengan_catatan,
    kendala_tanpa_tindak_lanjut,
    tanggal_selesai_bukan_tanggal,
    selesai_di_masa_depan,
    tanggal_selesai_tetapi_belum,
    selesai_sebelum_tahun_rencana,
    status_dipakai,
    laporan_di_baris_judul,
    realisasi_turun,
    selesai_tanpa_tanggal,
)
