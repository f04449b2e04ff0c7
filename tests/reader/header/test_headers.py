"""The matrix is found by the texts of its header."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.plan.rencana_aksi import Field
from zi_excel.reader.header.headers import _meanings, find_header, is_numbering
from zi_excel.reader.header.synonyms import OWN, SYNONYMS, USUAL, key, meaning

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


def texts(*cells):
    return {column: cell for column, cell in enumerate(cells, 1) if cell}


def rows(*lines, first=1):
    return [(number, texts(*cells)) for number, cells in enumerate(lines, first) if any(cells)]


@pytest.mark.parametrize(
    ("field", "name"), [(field, name) for field, names in IN_REAL_USE.items() for name in names.split(", ")]
)
def test_every_name_in_real_use_is_known(field, name):
    """Issue 4's list, in any capitals."""
    assert meaning(name).field is field
    assert meaning(name.upper()).field is field


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
    assert {name: getattr(meaning(spelt(name)), "field", None) for name in known} == known


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
    assert [each.field for each in _meanings({1: name}, {}).values()] == [field]


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
    assert meaning(text).field is field


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
    assert meaning(text) is None


def test_no_name_means_two_columns():
    """The table gives each name one meaning; the decree's own names are the surest."""
    assert all(meaning(name).rank == OWN for name in OWN_HEADER)
    assert all(meaning(name).rank == USUAL for name in OTHER_OFFICE[1:])
    assert len(SYNONYMS) > 150


@given(st.text())
def test_any_text_has_a_key(text):
    """No text raises; the key of a key is itself."""
    assert key(key(text)) == key(text) or key(text) == "%"


def test_the_decrees_header():
    """Seven columns in their order, the numbering row below."""
    header = find_header(rows(("RENCANA AKSI",), OWN_HEADER, tuple("1234567"), ("I", "MANAJEMEN PERUBAHAN")))
    assert (header.first, header.last, header.numbering, header.below) == (2, 2, 3, 3)
    assert header.columns == dict(zip(list(F)[:7], range(1, 8), strict=True))
    assert header.strong


@pytest.mark.parametrize(
    ("lines", "last", "expected"),
    [
        pytest.param([OTHER_OFFICE], 1, dict(zip(list(F)[:7], range(1, 8), strict=True)), id="synonyms"),
        pytest.param(
            [("TARGET WAKTU", "x", "BUKTI FISIK", "", "INDIKATOR", "KOMPONEN")],
            1,
            {F.TARGET_WAKTU: 1, F.BUKTI_FISIK: 3, F.INDIKATOR: 5, F.KOMPONEN: 6},
            id="moved-missing-others-between",
        ),
        pytest.param(
            [
                ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH", "BUKTI", "TARGET", "REALISASI"),
                ("", "", "", "AKSI", "FISIK", "WAKTU", "(%)", "TANGGAL", "LINK"),
            ],
            2,
            {F.NO: 1, F.KOMPONEN: 2, F.INDIKATOR: 3, F.LANGKAH_AKSI: 4, F.BUKTI_FISIK: 5, F.TARGET_WAKTU: 6}
            | {F.REALISASI: 7, F.TANGGAL_SELESAI: 8, F.TAUTAN_BUKTI: 9},
            id="two-rows",
        ),
        pytest.param(
            [("NO", "AREA", "INDIKATOR", "TARGET", "", "%"), ("", "", "", "OUTPUT", "WAKTU", "REALISASI")],
            2,
            {F.NO: 1, F.KOMPONEN: 2, F.INDIKATOR: 3, F.BUKTI_FISIK: 4, F.TARGET_WAKTU: 5, F.REALISASI: 6},
            id="groups",
        ),
        pytest.param(
            [
                ("NO", "KOMPONEN", "INDIKATOR", "BUKTI FISIK", "TARGET WAKTU", "REALISASI"),
                ("",) * 5 + ("TW I", "TW II"),
            ],
            2,
            {F.NO: 1, F.KOMPONEN: 2, F.INDIKATOR: 3, F.BUKTI_FISIK: 4, F.TARGET_WAKTU: 5, F.REALISASI: 6},
            id="row-below-over-staffs-columns",
        ),
        pytest.param(
            [("NO", "KOMPONEN", "INDKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWEB")],
            1,
            dict(zip(list(F)[:7], range(1, 8), strict=True)),
            id="misspelt",
        ),
    ],
)
def test_other_headers(lines, last, expected):
    """Renamed, moved, missing, over two rows."""
    header = find_header(rows(*lines, ("I", "MANAJEMEN PERUBAHAN")))
    assert header.last == last
    assert header.columns == expected


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([("No", "Nama", "Jabatan", "Keterangan")], id="list-of-people"),
        pytest.param([("No", "Kegiatan", "Waktu", "Pelaksana")], id="schedule"),
        pytest.param([("KOMPONEN",), ("INDIKATOR",), ("BUKTI FISIK",), ("TARGET WAKTU",)], id="words-down-a-column"),
        pytest.param([("Kolom KOMPONEN, INDIKATOR, BUKTI FISIK dan TARGET WAKTU diisi.",)], id="prose"),
        pytest.param([("",)], id="blank"),
        pytest.param([], id="nothing"),
    ],
)
def test_other_tables_are_no_matrix(lines):
    """What looks a little like a header."""
    assert find_header(rows(*lines)) is None


def test_a_sheet_that_was_asked_for_needs_less():
    """Less of a header will do where somebody says that this is the matrix."""
    lines = rows(("No", "Kegiatan", "Waktu", "Pelaksana"))
    assert find_header(lines, asked=True).columns == {
        F.NO: 1,
        F.INDIKATOR: 2,
        F.TARGET_WAKTU: 3,
        F.PENANGGUNG_JAWAB: 4,
    }


def test_of_two_columns_of_one_meaning_the_first_is_taken():
    """The other one is told; a less sure name is no second column."""
    header = find_header(rows((*OWN_HEADER, "KENDALA", "KENDALA", "Keterangan")))
    assert header.columns[F.KENDALA] == 8
    assert header.twice == ((F.KENDALA, 9),)


def test_the_surer_name_wins():
    """`Realisasi` before `Capaian`, `Kendala` before `Keterangan`."""
    header = find_header(rows((*OWN_HEADER, "Keterangan", "Capaian", "Realisasi", "Kendala")))
    assert (header.columns[F.REALISASI], header.columns[F.KENDALA]) == (10, 11)
    assert header.twice == ()


@pytest.mark.parametrize(
    ("header", "taken"),
    [
        (("TARGET OUTPUT", "BUKTI DUKUNG", "TARGET WAKTU", "INDIKATOR"), {F.BUKTI_FISIK: 2, F.TARGET_WAKTU: 3}),
        (("PROGRAM", "KEGIATAN", "OUTPUT", "WAKTU", "INDIKATOR"), {F.LANGKAH_AKSI: 2, F.BUKTI_FISIK: 3}),
        (("URAIAN", "RENCANA AKSI", "EVIDEN", "WAKTU", "INDIKATOR"), {F.LANGKAH_AKSI: 2}),
        (("INDIKATOR", "SUB INDIKATOR", "EVIDEN", "WAKTU", "KOMPONEN"), {F.INDIKATOR: 1}),
    ],
)
def test_a_name_that_may_mean_something_else_gives_way(header, taken):
    """And is no second column of its meaning."""
    found = find_header(rows(header))
    assert {field: found.columns[field] for field in taken} == taken
    assert found.twice == ()


@pytest.mark.parametrize(
    ("chosen", "column"),
    [
        pytest.param({F.REALISASI: "I"}, 9, id="letter"),
        pytest.param({F.REALISASI: "Sudah berapa persen?"}, 8, id="text"),
        pytest.param({F.REALISASI: "sudah  BERAPA persen"}, 8, id="text-nearly"),
    ],
)
def test_settings_say_which_column(chosen, column):
    """By its letter or by its header's text."""
    header = find_header(rows((*OWN_HEADER, "Sudah berapa persen?", "Realisasi lain")), chosen)
    assert header.columns[F.REALISASI] == column


def test_a_letter_takes_the_column_from_another_field():
    """A column is one thing only."""
    header = find_header(rows(OWN_HEADER), {F.BUKTI_FISIK: "D"})
    assert header.columns[F.BUKTI_FISIK] == 4
    assert F.LANGKAH_AKSI not in header.columns


@pytest.mark.parametrize(
    ("cells", "is_one"),
    [
        (("1", "2", "3", "4"), True),
        (("(1)", "(2)", "(3)"), True),
        (("1", "", "3", "5"), True),
        (("1", "2", "3", "6=4/5"), True),
        (("1", "2"), False),
        (("1", "2", "3", "4", "6", "5", "7"), True),
        (("1", "2", "3", "9", "10", "8"), True),
        (("10", "20", "50"), True),
        (("75", "50", "100"), False),
        (("75", "50", "60"), False),
        (("1", "2", "2"), False),
        (("a", "b", "c", "d"), True),
        (("(I)", "(II)", "(III)"), True),
        (("a", "a", "b"), False),
        (("1", "a", "I"), False),
        (("v", "Ya", "x"), False),
        (("1", "2", "x"), False),
        (("2023", "2024", "2025"), False),
        ((), False),
    ],
)
def test_numbering_rows_are_known(cells, is_one):
    """`1 2 3`, `(1) (2) (3)`, `a b c` or `I II III`, nothing else in the row; moved columns take theirs along."""
    assert is_numbering(texts(*cells)) is is_one
