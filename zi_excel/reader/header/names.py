"""What offices call the columns, and which Field a header's text names, however it is written."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from zi_excel.plan.patterns import pattern
from zi_excel.plan.rencana_aksi import Field
from zi_excel.wording import normal_form

CHOSEN, OWN, USUAL, VAGUE = -1, 0, 1, 2
"""How sure a name is: the settings say so, the decree's own word, a synonym in use, a word of several meanings."""
MOST_CHARACTERS = 80
"""No column is called anything longer: prose is no header."""
WIDEST, MOST_TEXTS = 500, 20_000
"""Cells with a text, from the left, among which a row's headers are looked for; and cells of all rows together."""
_NUMBERED = pattern(r"[(\[]\s*\d{1,2}\s*[)\]]")
_YEAR = pattern(r"\b(?:tahun|ta|t\.a\.?)?\s*(?:anggaran\s*)?(?:19|20)\d\d\b")
_CUT = pattern(r"(?<=[^\W\d_])[-‐‑]\s+(?=[^\W\d_])")
_EITHER = pattern(r"[/&,+]|\b(?:dan|atau|serta)\b")
_FIRST = pattern(r"\W*?(\w+|[#%])")
_IDLE = frozenset({"dan", "atau", "serta", "persen"})
_BRACKETED = pattern(r"\([^()]*\)|\[[^\[\]]*\]")
_ADDED = frozenset([
    "ada", "dibutuhkan", "dihadapi", "diharapkan", "diperlukan", "lke", "rb", "wbbm", "wbk", "yang", "zi", "semula",
    "menjadi", "revisi", "direvisi", "terbaru",
])  # fmt: skip
"""Words that make no other header of one ("KENDALA YANG DIHADAPI", "BUKTI DUKUNG LKE", "TARGET WAKTU REVISI")."""


def _names(text: str) -> tuple[str, ...]:
    return tuple(" ".join(name.split()) for name in text.split(","))


_OWN_NAMES: Mapping[Field, tuple[str, ...]] = {
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

_USUAL_NAMES: Mapping[Field, tuple[str, ...]] = {
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

_VAGUE_NAMES: Mapping[Field, tuple[str, ...]] = {
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


class Meaning(NamedTuple):
    """A header's meaning and how sure it is (CHOSEN, OWN, USUAL, VAGUE): the lower the rank, the surer."""

    field: Field
    rank: int


def key(text: str) -> str:
    """A header's words, sorted: capitals, marks, brackets, years and the order of words make no other header."""
    if len(text) > MOST_CHARACTERS:
        return ""
    plain = _YEAR.sub(" ", _NUMBERED.sub(" ", normal_form(text).casefold()))
    return _key_of(re.findall(r"\w+|#", plain)) or ("%" if "%" in plain or "persen" in plain else "")


def _key_of(words: Iterable[str]) -> str:
    return " ".join(sorted(word for word in words if word not in _IDLE))


def _table() -> Mapping[str, Meaning]:
    table = {"#": Meaning(Field.NO, USUAL), "%": Meaning(Field.REALISASI, VAGUE)}
    for rank, of_field in ((VAGUE, _VAGUE_NAMES), (USUAL, _USUAL_NAMES), (OWN, _OWN_NAMES)):
        for field, names in of_field.items():
            table |= dict.fromkeys((_key_of(name.split()) for name in names), Meaning(field, rank))
    return table


SYNONYMS = _table()
"""Every known header by its key; of one key the surest meaning."""
_WORDS = frozenset(word for words in SYNONYMS for word in words.split()) | {
    "persen",
    "tw",
    "triwulan",
    "semester",
    "smt",
}


def begins_known(text: str) -> bool:
    """Whether a text's first word is one of a known header: most of a workbook's texts begin otherwise."""
    plain = text if text.isascii() else normal_form(text[:MOST_CHARACTERS])
    first = _FIRST.match(plain)
    if first is not None and first[1].casefold() in _WORDS:
        return True
    return _CUT.search(plain) is not None and begins_known(_CUT.sub("", plain))


def meaning_of(text: str) -> Meaning | None:
    """What a header's text means; None where it is no known header.

    `KENDALA / HAMBATAN` means what both of its parts mean; where these are different columns, the first, vaguely.
    """
    if not begins_known(text):
        return None
    meaning = _meaning_of_words(text)
    if meaning is None and _CUT.search(text):
        return meaning_of(_CUT.sub("", text))  # a word that a line's end cut: INDI- / KATOR
    return meaning


def _meaning_of_words(text: str) -> Meaning | None:
    words = key(text)
    if words in SYNONYMS:
        return SYNONYMS[words]
    parts = [SYNONYMS.get(part_key) for part in _EITHER.split(text.casefold()) if (part_key := key(part))]
    meanings = [part for part in parts if part is not None]
    if len(parts) < 2 or len(meanings) < len(parts):
        return _without_additions(text, words)
    agreed = len({part.field for part in meanings}) == 1
    return Meaning(meanings[0].field, max(part.rank for part in meanings) if agreed else VAGUE)


def _without_additions(text: str, words: str) -> Meaning | None:
    """What a header means without its brackets, then without words that only tell more; a synonym at best."""
    bare = key(_BRACKETED.sub(" ", text)) or words
    for shorter in (bare, " ".join(word for word in bare.split() if word not in _ADDED)):
        if shorter != words and shorter in SYNONYMS:
            named = SYNONYMS[shorter]
            return named._replace(rank=max(named.rank, USUAL))
    return None
