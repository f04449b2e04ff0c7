"""The matrix is found by the texts of its header."""

import pytest

from zi_excel.plan.rencana_aksi import Field
from zi_excel.reader.header.headers import find_header, is_numbering

F = Field
OWN_HEADER = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB")
OTHER_OFFICE = ("No.", "Area Perubahan", "Kriteria", "Rencana Aksi", "Data Dukung", "Waktu Pelaksanaan", "PIC")


def texts(*cells):
    return {column: cell for column, cell in enumerate(cells, 1) if cell}


def rows(*lines, first=1):
    return [(number, texts(*cells)) for number, cells in enumerate(lines, first) if any(cells)]


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


AREA_WITH_STEPS = ("AREA INTERVENSI", "ASPEK", "STRATEGI", "RENCANA AKSI", "KELUARAN", "TIMELINE", "PIC")
COUNTS = ("Area Intervensi", "Aspek", "Strategi", "Rencana Aksi")


@pytest.mark.parametrize("gap", [0, 1])
def test_a_table_beside_the_matrix(gap):
    """A summary whose header repeats the matrix's words takes none of its columns, and it is told."""
    alone = find_header(rows(AREA_WITH_STEPS, ("BISNIS", "1. Aset", "A. Menata", "Menyusun", "Daftar", "Q1")))
    header = find_header(
        rows(AREA_WITH_STEPS + ("",) * gap + COUNTS, ("BISNIS", "1. Aset", "A. Menata", "Menyusun", "Daftar", "Q1"))
    )
    assert header.columns == alone.columns
    assert header.columns[F.INDIKATOR] == 3
    assert header.columns[F.SUBKOMPONEN] == 2
    assert [said for _, said in header.judged] == [
        "tabel lain di sebelah kanannya (mulai “Area Intervensi”) tidak dibaca"
    ]
    assert alone.judged == ()


def test_what_stands_beside_is_no_misspelling():
    """`KEGIATAN` of the second table is not taken for a column that the first one lacks; settings may ask for it."""
    titles = ("NO", "AREA", "KEGIATAN", "OUTPUT", "WAKTU", "AREA", "KEGIATAN")
    header = find_header(rows(titles))
    assert header.columns == {F.NO: 1, F.KOMPONEN: 2, F.INDIKATOR: 3, F.BUKTI_FISIK: 4, F.TARGET_WAKTU: 5}
    assert [other.text for other in header.others] == ["AREA", "KEGIATAN"]
    chosen = find_header(
        rows(("NO", "AREA", "KEGIATAN", "OUTPUT", "WAKTU", "AREA", "RINCIAN")), {F.LANGKAH_AKSI: "RINCIAN"}
    )
    assert chosen.columns[F.LANGKAH_AKSI] == 7


def test_areas_in_two_columns_are_one_table():
    """AREA twice with more behind it than before: levels of one matrix, not two tables."""
    header = find_header(rows(("AREA", "KOMPONEN", "INDIKATOR", "RENCANA AKSI", "OUTPUT", "WAKTU")))
    assert header.judged == ()
    assert header.columns[F.INDIKATOR] == 3


def test_a_sheet_that_was_asked_for_needs_less():
    """Less of a header will do where somebody says that this is the matrix."""
    lines = rows(("No", "Kegiatan", "Waktu", "Pelaksana"))
    assert find_header(lines, asked=True).columns == {
        F.NO: 1,
        F.INDIKATOR: 2,
        F.TARGET_WAKTU: 3,
        F.PENANGGUNG_JAWAB: 4,
    }


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
