"""What offices call the columns: header text -> Field. The first name of each is the decree's own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from zi_excel.rencana_aksi import Field

OWN, USUAL, VAGUE = 0, 1, 2
"""How sure a name is: the decree's own word, a synonym in real use, a word that may mean something else."""

_OWN: Mapping[Field, tuple[str, ...]] = {
    Field.NO: ("no", "nomor"),
    Field.KOMPONEN: ("komponen",),
    Field.INDIKATOR: ("indikator",),
    Field.LANGKAH_AKSI: ("langkah aksi",),
    Field.BUKTI_FISIK: ("bukti fisik",),
    Field.TARGET_WAKTU: ("target waktu",),
    Field.PENANGGUNG_JAWAB: ("penanggung jawab",),
    Field.REALISASI: ("realisasi",),
    Field.TANGGAL_SELESAI: ("tanggal selesai",),
    Field.TAUTAN_BUKTI: ("tautan bukti",),
    Field.KENDALA: ("kendala",),
    Field.TINDAK_LANJUT: ("tindak lanjut",),
    Field.STATUS: ("status",),
    Field.SUBKOMPONEN: ("subkomponen", "sub komponen"),
}

_USUAL: Mapping[Field, tuple[str, ...]] = {
    Field.NO: ("n0", "n o", "no urut", "nomor urut", "nmr"),
    Field.KOMPONEN: (
        "area",
        "area perubahan",
        "area zi",
        "area pembangunan",
        "area intervensi",
        "pilar",
        "aspek",
        "sasaran",
        "kegiatan utama",
        "komponen pengungkit",
        "pengungkit",
        "komponen area",
        "komponen area perubahan",
        "komponen subkomponen",
        "komponen sub komponen",
    ),
    Field.INDIKATOR: (
        "pertanyaan",
        "penilaian",
        "indikator keberhasilan",
        "indikator kinerja",
        "indikator penilaian",
        "indikator zi",
        "indikator pertanyaan",
        "kriteria",
        "kriteria penilaian",
    ),
    Field.LANGKAH_AKSI: (
        "rencana aksi",
        "uraian",
        "uraian kegiatan",
        "uraian rencana aksi",
        "program",
        "program kegiatan",
        "rincian kegiatan",
        "rencana kegiatan",
        "kegiatan",
        "aksi",
        "tahapan",
        "tahapan kegiatan",
        "langkah",
        "langkah kegiatan",
        "langkah kerja",
        "rencana kerja",
    ),
    Field.BUKTI_FISIK: (
        "bukti",
        "bukti dukung",
        "bukti pendukung",
        "data dukung",
        "data pendukung",
        "dokumen pendukung",
        "eviden",
        "evidence",
        "evidens",
        "dokumen",
        "output",
        "keluaran",
        "target output",
        "bukti kinerja",
    ),
    Field.TARGET_WAKTU: (
        "waktu",
        "waktu pelaksanaan",
        "rencana waktu",
        "rencana waktu pelaksanaan",
        "target penyelesaian",
        "target waktu penyelesaian",
        "target waktu pelaksanaan",
        "waktu penyelesaian",
        "target tanggal",
        "target selesai",
        "jadwal",
        "jadwal pelaksanaan",
        "batas waktu",
        "tenggat",
        "tenggat waktu",
        "periode",
        "bulan pelaksanaan",
    ),
    Field.PENANGGUNG_JAWAB: (
        "penanggungjawab",
        "pic",
        "pj",
        "p j",
        "tim kerja terkait",
        "tim kerja",
        "pelaksana",
        "koordinator",
        "instansi penanggung jawab",
        "unit penanggung jawab",
        "unit kerja penanggung jawab",
        "pic penanggung jawab",
    ),
    Field.REALISASI: (
        "capaian",
        "progres",
        "progress",
        "realisasi capaian",
        "realisasi kinerja",
        "capaian realisasi",
        "capaian kinerja",
        "progres capaian",
        "persentase",
        "persentase realisasi",
        "persentase capaian",
        "persentase progres",
        "persentase penyelesaian",
    ),
    Field.TANGGAL_SELESAI: (
        "tgl selesai",
        "tanggal realisasi",
        "tgl realisasi",
        "waktu realisasi",
        "tanggal penyelesaian",
        "selesai tanggal",
        "tanggal pelaksanaan",
    ),
    Field.TAUTAN_BUKTI: (
        "tautan",
        "link",
        "link bukti",
        "link bukti dukung",
        "link bukti fisik",
        "tautan bukti dukung",
        "tautan bukti fisik",
        "link data dukung",
        "tautan data dukung",
        "link evidence",
        "link eviden",
        "link dokumen",
        "tautan dokumen",
        "url",
    ),
    Field.KENDALA: ("hambatan", "permasalahan", "masalah", "kendala hambatan", "kendala permasalahan"),
    Field.TINDAK_LANJUT: ("solusi", "rencana tindak lanjut", "rtl", "upaya tindak lanjut", "solusi tindak lanjut"),
    Field.STATUS: (
        "status pelaksanaan",
        "status capaian",
        "status realisasi",
        "status kegiatan",
        "status penyelesaian",
    ),
}

_VAGUE: Mapping[Field, tuple[str, ...]] = {
    Field.TARGET_WAKTU: ("target", "bulan"),
    Field.TANGGAL_SELESAI: ("tanggal", "tgl"),
    Field.KENDALA: ("keterangan", "catatan", "ket"),
}

_NUMBERED = re.compile(r"[(\[]\s*\d{1,2}\s*[)\]]")
_YEAR = re.compile(r"\b(?:tahun|ta|t\.a\.?)?\s*(?:anggaran\s*)?(?:19|20)\d\d\b")
_EITHER = re.compile(r"[/&,+]|\b(?:dan|atau|serta)\b")
_FIRST = re.compile(r"\W*?(\w+|[#%])")
_IDLE = frozenset({"dan", "atau", "serta", "persen"})
MOST_CHARACTERS = 80
"""No column is called anything longer: prose is no header."""


class Meaning(NamedTuple):
    """A header's meaning and how sure it is (OWN, USUAL, VAGUE)."""

    field: Field
    rank: int


def key(text: str) -> str:
    """A header's words, sorted: capitals, marks, brackets, years and the order of words make no other header."""
    if len(text) > MOST_CHARACTERS:
        return ""
    plain = _YEAR.sub(" ", _NUMBERED.sub(" ", unicodedata.normalize("NFKC", text).casefold()))
    words = [word for word in re.findall(r"\w+|#", plain) if word not in _IDLE]
    if not words:
        return "%" if "%" in plain or "persen" in plain else ""
    return " ".join(sorted(words))


def _table() -> Mapping[str, Meaning]:
    table = {"#": Meaning(Field.NO, USUAL), "%": Meaning(Field.REALISASI, VAGUE)}
    for rank, names in ((VAGUE, _VAGUE), (USUAL, _USUAL), (OWN, _OWN)):
        table |= {key(name): Meaning(field, rank) for field, each in names.items() for name in each}
    return table


SYNONYMS = _table()
"""Every known header by its key."""
_WORDS = frozenset(word for words in SYNONYMS for word in words.split())


def meaning(text: str) -> Meaning | None:
    """What a header's text means; None where it is none that is known.

    `KENDALA / HAMBATAN` means what each of its parts means; where these are different columns, the first, vaguely.
    """
    first = _FIRST.match(text if text.isascii() else unicodedata.normalize("NFKC", text[:MOST_CHARACTERS]))
    if first is None or first[1].casefold() not in _WORDS:  # most of a workbook's texts end here
        return None
    words = key(text)
    if (known := SYNONYMS.get(words)) is not None:
        return known
    if _EITHER.search(text.casefold()) is None:
        return None
    found = [SYNONYMS.get(words) for part in _EITHER.split(text.casefold()) if (words := key(part))]
    if len(found) < 2 or found[0] is None or None in found:
        return None
    fields = {each.field for each in found if each}
    return Meaning(found[0].field, max(each.rank for each in found if each) if len(fields) == 1 else VAGUE)
