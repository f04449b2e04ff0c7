"""What offices call the columns: the decree's own names, synonyms in real use, words that may mean something else."""

from __future__ import annotations

from collections.abc import Mapping

from zi_excel.plan.rencana_aksi import Field


def _names(text: str) -> tuple[str, ...]:
    return tuple(" ".join(name.split()) for name in text.split(","))


OWN_NAMES: Mapping[Field, tuple[str, ...]] = {
    Field.NO: _names("no, nomor"),
    Field.KOMPONEN: _names("komponen"),
    Field.INDIKATOR: _names("indikator"),
    Field.LANGKAH_AKSI: _names("langkah aksi"),
    Field.BUKTI_FISIK: _names("bukti fisik"),
    Field.TARGET_WAKTU: _names("target waktu"),
    Field.PENANGGUNG_JAWAB: _names("penanggung jawab"),
    Field.REALISASI: _names("realisasi"),
    Field.TANGGAL_SELESAI: _names("tanggal selesai"),
    Field.TAUTAN_BUKTI: _names("tautan bukti"),
    Field.KENDALA: _names("kendala"),
    Field.TINDAK_LANJUT: _names("tindak lanjut"),
    Field.STATUS: _names("status"),
    Field.SUBKOMPONEN: _names("subkomponen, sub komponen"),
}

USUAL_NAMES: Mapping[Field, tuple[str, ...]] = {
    Field.NO: _names("n0, n o, no urut, nomor urut, nmr, kode, no kode, kode nomor"),
    Field.KOMPONEN: _names(
        """
        area, area perubahan, area zi, area pembangunan, area intervensi, pilar, aspek, sasaran, kegiatan utama,
        komponen pengungkit, pengungkit, komponen area, komponen area perubahan, komponen subkomponen,
        komponen sub komponen, area pembangunan zi, komponen pengungkit area, area pengungkit, aspek pengungkit,
        komponen zona integritas, komponen penilaian, program area perubahan
        """
    ),
    Field.INDIKATOR: _names(
        """
        pertanyaan, penilaian, indikator keberhasilan, indikator kinerja, indikator penilaian, indikator zi,
        indikator pertanyaan, kriteria, kriteria penilaian, indikator kinerja kegiatan, indikator sub indikator,
        indikator output, indikator pemenuhan, uraian indikator
        """
    ),
    Field.LANGKAH_AKSI: _names(
        """
        rencana aksi, uraian kegiatan, uraian rencana aksi, program kegiatan, rincian kegiatan, rencana kegiatan,
        kegiatan, aksi, tahapan, tahapan kegiatan, langkah, langkah kegiatan, langkah kerja, rencana kerja,
        langkah langkah, langkah langkah aksi, langkah langkah kegiatan, rincian aksi, rincian rencana aksi,
        kegiatan dilaksanakan, aktivitas, program kerja, detail kegiatan, bentuk kegiatan, nama kegiatan
        """
    ),
    Field.BUKTI_FISIK: _names(
        """
        bukti, bukti dukung, bukti pendukung, data dukung, data pendukung, dokumen pendukung, eviden, evidence,
        evidens, dokumen, bukti kinerja, dokumen bukti dukung, bukti bukti, bukti kegiatan, dokumen bukti
        """
    ),
    Field.TARGET_WAKTU: _names(
        """
        waktu, waktu pelaksanaan, rencana waktu, rencana waktu pelaksanaan, target penyelesaian,
        target waktu penyelesaian, target waktu pelaksanaan, waktu penyelesaian, target tanggal, target selesai,
        jadwal, jadwal pelaksanaan, batas waktu, tenggat, tenggat waktu, periode, bulan pelaksanaan,
        jadwal kegiatan, jadwal waktu, timeline, time line, deadline, target pelaksanaan, rencana pelaksanaan,
        rencana penyelesaian, tenggat waktu penyelesaian, batas waktu penyelesaian, kapan, periode pelaksanaan,
        tata waktu, jangka waktu
        """
    ),
    Field.PENANGGUNG_JAWAB: _names(
        """
        penanggungjawab, pic, pj, p j, tim kerja terkait, tim kerja, pelaksana, koordinator,
        instansi penanggung jawab, unit penanggung jawab, unit kerja penanggung jawab, pic penanggung jawab,
        unit pelaksana, pokja penanggung jawab, penanggung jawab kegiatan, person in charge, pengampu,
        bagian penanggung jawab, bagian subbagian penanggung jawab, penanggung jawab pelaksana, tim pelaksana,
        pejabat penanggung jawab, unit kerja terkait, unit terkait, bidang penanggung jawab, pihak terkait
        """
    ),
    Field.REALISASI: _names(
        """
        capaian, progres, progress, realisasi capaian, realisasi kinerja, capaian realisasi, capaian kinerja,
        progres capaian, persentase, persentase realisasi, persentase capaian, persentase progres,
        persentase penyelesaian, persen realisasi, presentase realisasi, presentase, presentase capaian, prosentase,
        prosentase realisasi, tingkat capaian, realisasi pelaksanaan, hasil capaian, realisasi fisik, penyelesaian,
        progres pelaksanaan
        """
    ),
    Field.TANGGAL_SELESAI: _names(
        """
        tgl selesai, tanggal realisasi, tgl realisasi, waktu realisasi, tanggal penyelesaian, selesai tanggal,
        tanggal pelaksanaan
        """
    ),
    Field.TAUTAN_BUKTI: _names(
        """
        tautan, link, link bukti, link bukti dukung, link bukti fisik, tautan bukti dukung, tautan bukti fisik,
        link data dukung, tautan data dukung, link evidence, link eviden, link dokumen, tautan dokumen, url,
        link google drive, link drive, link gdrive, link folder, alamat link, lokasi dokumen, tautan eviden,
        tautan evidence
        """
    ),
    Field.KENDALA: _names(
        """
        hambatan, permasalahan, masalah, kendala hambatan, kendala permasalahan, faktor penghambat, isu kendala
        """
    ),
    Field.TINDAK_LANJUT: _names(
        """
        solusi, rencana tindak lanjut, rtl, upaya tindak lanjut, solusi tindak lanjut, upaya penyelesaian,
        rencana perbaikan, upaya mengatasi, upaya mengatasi kendala, tindakan perbaikan
        """
    ),
    Field.STATUS: _names(
        """
        status pelaksanaan, status capaian, status realisasi, status kegiatan, status penyelesaian, status progres,
        status progress, keterlaksanaan
        """
    ),
    Field.SUBKOMPONEN: _names("sub area, sub aspek, sub unsur, sub kriteria, sub komponen penilaian, sub pilar"),
}

VAGUE_NAMES: Mapping[Field, tuple[str, ...]] = {
    Field.INDIKATOR: _names("sub indikator, parameter"),
    Field.LANGKAH_AKSI: _names("uraian, program, strategi, tindakan, sub kegiatan"),
    Field.BUKTI_FISIK: _names(
        """
        output, keluaran, hasil, hasil kegiatan, target output, hasil output, output kegiatan, dokumen output
        """
    ),
    Field.TARGET_WAKTU: _names("target, bulan, bulan ke"),
    Field.PENANGGUNG_JAWAB: _names("unit kerja"),
    Field.TANGGAL_SELESAI: _names("tanggal, tgl"),
    Field.KENDALA: _names("keterangan, catatan, ket"),
}
