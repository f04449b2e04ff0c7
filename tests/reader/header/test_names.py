"""What offices call the columns, and what their words mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.plan.rencana_aksi import Field
from zi_excel.reader.header.headers import header_meaning
from zi_excel.reader.header.names import OWN, SYNONYMS, USUAL, begins_known, key, meaning_of

F = Field
OWN_HEADER = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB")
OTHER_OFFICE = ("No.", "Area Perubahan", "Kriteria", "Rencana Aksi", "Data Dukung", "Waktu Pelaksanaan", "PIC")

# Issue 4's list of what offices write, word for word.
IN_REAL_USE = {
    F.NO: "No, NO., Nomor, N0, #",
    F.KOMPONEN: "Area, Area Perubahan, Area ZI, Pilar, Aspek, Sasaran/Kegiatan Utama, Komponen Pengungkit",
    F.INDIKATOR: "Pertanyaan, Penilaian, Indikator Keberhasilan, Kriteria",
    F.LANGKAH_AKSI: "Rencana Aksi, Uraian, Program/Kegiatan, Rincian Kegiatan, Aksi, Tahapan",
    F.BUKTI_FISIK: "Bukti Dukung, Bukti Pendukung, Data Dukung, Eviden, Evidence, Dokumen, Output, Keluaran",
    F.TARGET_WAKTU: "Target dan Waktu, Waktu, Waktu Pelaksanaan, Target Penyelesaian, Jadwal, Batas Waktu, Periode",
    F.PENANGGUNG_JAWAB: "PIC, PJ, Tim Kerja Terkait, Pelaksana, Koordinator, Instansi Penanggung Jawab",
    F.REALISASI: "% Realisasi, Realisasi, Capaian, Progres",
    F.STATUS: "Status",
    F.TANGGAL_SELESAI: "Tanggal Realisasi",
    F.TAUTAN_BUKTI: "Link, Tautan",
    F.KENDALA: "Kendala, Hambatan, Keterangan, Catatan",
    F.TINDAK_LANJUT: "Solusi, Tindak Lanjut, Rencana Tindak Lanjut",
}


@pytest.mark.parametrize(
    ("field", "name"), [(field, name) for field, names in IN_REAL_USE.items() for name in names.split(", ")]
)
def test_every_name_in_real_use_is_known(field, name):
    """Issue 4's list, in any capitals."""
    assert meaning_of(name).field is field
    assert meaning_of(name.upper()).field is field


SPELLINGS = (
    lambda name: name.upper().replace(" ", "\n"),
    lambda name: name.replace(" ", "\u00a0") + "\u00a0",
    lambda name: name.replace(" ", "-\n"),
    lambda name: f"{name} *)",
    lambda name: f"{name}**",
    lambda name: f"{name}.",
    lambda name: f"{name} :",
    lambda name: f"{name} (%)",
    lambda name: f"{name}\n(8)",
    lambda name: f"{name} TA 2025",
    lambda name: f"“{name}”",
)


@pytest.mark.parametrize("spelt", SPELLINGS, ids=lambda spelt: repr(spelt("Bukti Dukung")))
def test_every_name_in_real_use_is_known_as_it_is_spelt(spelt):
    """Line breaks, no-break spaces, stars, dots, colons, "(%)", column numbers, years, quotes."""
    known = {name: field for field, names in IN_REAL_USE.items() for name in names.split(", ")}
    assert {name: getattr(meaning_of(spelt(name)), "field", None) for name in known} == known


OTHERS_IN_USE = {
    F.NO: "No. Urut, N O",
    F.KOMPONEN: "KOMPONEN / AREA PERUBAHAN, Komponen/Sub Komponen, AREA PEMBANGUNAN ZI, Area Perubahan (Pokja)",
    F.SUBKOMPONEN: "SUB KOMPONEN, Subkomponen, Sub-komponen, Sub Area",
    F.INDIKATOR: "Indikator / Pertanyaan, INDIKATOR LKE, Indikator/Sub Indikator, Uraian Indikator",
    F.LANGKAH_AKSI: "LANGKAH-LANGKAH AKSI, Rencana Aksi/Kegiatan, Rencana Aksi (Kegiatan), Kegiatan yang dilaksanakan",
    F.BUKTI_FISIK: "Bukti Dukung/Eviden, BUKTI DUKUNG (EVIDENCE), Output yang diharapkan, Bukti Dukung yang Diperlukan",
    F.TARGET_WAKTU: "TARGET WAKTU (BULAN), TARGET & WAKTU, Jadwal Kegiatan, Jangka Waktu, Batas Waktu Penyelesaian",
    F.PENANGGUNG_JAWAB: "PENANGGUNG JAWAB/PIC, PIC (Penanggung Jawab), P.J., Penanggung-jawab, Unit Kerja Terkait",
    F.REALISASI: "Realisasi\n%, Persen Realisasi, Progress %, Realisasi Capaian, Prosentase, REALISASI PER TRIWULAN",
    F.TANGGAL_SELESAI: "TGL. SELESAI, Tanggal Selesai (dd/mm/yyyy), Realisasi Waktu",
    F.TAUTAN_BUKTI: "Link Google Drive, Link/Tautan, Tautan Bukti Dukung (Drive), Link Bukti Dukung",
    F.KENDALA: "Kendala yang dihadapi, Hambatan/Kendala, Ket., Kendala (jika ada)",
    F.TINDAK_LANJUT: "Rencana Tindak Lanjut (RTL), Solusi/Tindak Lanjut, Upaya Penyelesaian",
    F.STATUS: "Status (Selesai/Belum), Status Progres",
}


@pytest.mark.parametrize(
    ("field", "name"), [(field, name) for field, names in OTHERS_IN_USE.items() for name in names.split(", ")]
)
def test_what_else_offices_write(field, name):
    """Additions in brackets, words that only tell more, two names for one thing."""
    assert header_meaning(name).field is field


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("  Target\nWaktu ", F.TARGET_WAKTU),
        ("WAKTU TARGET", F.TARGET_WAKTU),
        ("REALISASI (%)", F.REALISASI),
        ("REALISASI\n(8)", F.REALISASI),
        ("BUKTI FISIK / DATA DUKUNG", F.BUKTI_FISIK),
        ("Kendala/Hambatan", F.KENDALA),
        ("Target Waktu Tahun 2025", F.TARGET_WAKTU),
        ("RENCANA AKSI 2025", F.LANGKAH_AKSI),
        ("BUKTI\u00a0FISIK", F.BUKTI_FISIK),
        ("ＮＯ", F.NO),
    ],
)
def test_marks_and_spaces_make_no_other_header(text, field):
    """Brackets, years, line breaks, order of words."""
    assert meaning_of(text).field is field


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025",
        "Rencana Aksi Pembangunan Zona Integritas",
        "Menyusun rencana aksi dan target waktu",
        "Bukti fisik disimpan di folder bersama dan tautannya ditulis di kolom TAUTAN BUKTI.",
        "I",
        "Januari",
        "x" * 100_000,
    ],
)
def test_prose_is_no_header(text):
    """Only what is called so in full."""
    assert meaning_of(text) is None


def test_no_name_means_two_columns():
    """The table gives each name one meaning; the decree's own names are the surest."""
    assert all(meaning_of(name).rank == OWN for name in OWN_HEADER)
    assert all(meaning_of(name).rank == USUAL for name in OTHER_OFFICE[1:])
    assert len(SYNONYMS) > 150


def test_the_table_keeps_each_name_by_its_key():
    """What is looked up is a header's key."""
    assert [name for name in SYNONYMS if key(name) not in {name, "%"}] == []


@given(st.text())
def test_any_text_has_a_key(text):
    """No text raises; the key of a key is itself."""
    assert key(key(text)) == key(text) or key(text) == "%"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("INDI-\nKATOR", F.INDIKATOR),
        ("INDI- KATOR", F.INDIKATOR),
        ("KOM-\nPONEN", F.KOMPONEN),
        ("SUB-\nKOMPONEN", F.SUBKOMPONEN),
        ("PENANG-\nGUNG JAWAB", F.PENANGGUNG_JAWAB),
        ("TARGET PENYE-\nLESAIAN", F.TARGET_WAKTU),
        ("REALI-\nSASI (%)", F.REALISASI),
        ("LANGKAH-\nLANGKAH AKSI", F.LANGKAH_AKSI),
        ("BUKTI-\nBUKTI", F.BUKTI_FISIK),
        ("Tin-\ndak Lan-\njut", F.TINDAK_LANJUT),
    ],
)
def test_a_word_that_a_lines_end_cuts_is_one(text, field):
    """Unless it is one of two that belong together."""
    assert begins_known(text)
    assert meaning_of(text).field is field
