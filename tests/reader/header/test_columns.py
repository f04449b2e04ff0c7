"""Which column is taken for what, also where no header says which one is the indikator's."""

import pytest

from zi_excel.plan.columns import Field
from zi_excel.reader.header.headers import find_header

F = Field
OWN_HEADER = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB")


def rows(*lines):
    return [(number, dict(enumerate(cells, 1))) for number, cells in enumerate(lines, 1)]


def understood(header, *below, chosen=None):
    rows = [
        (number, {column: text for column, text in enumerate(texts, 1) if text})
        for number, texts in enumerate((header, *below), 1)
    ]
    found = find_header(rows, chosen)
    return {
        field: column for field, column in found.columns.items() if field in (F.KOMPONEN, F.INDIKATOR, F.LANGKAH_AKSI)
    }


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        (("NO", "URAIAN", "RENCANA AKSI", "EVIDEN", "WAKTU"), {F.INDIKATOR: 2, F.LANGKAH_AKSI: 3}),
        (("NO", "KEGIATAN", "RENCANA AKSI", "OUTPUT", "JADWAL"), {F.INDIKATOR: 2, F.LANGKAH_AKSI: 3}),
        (("NO", "PROGRAM/KEGIATAN", "LANGKAH AKSI", "BUKTI", "WAKTU"), {F.INDIKATOR: 2, F.LANGKAH_AKSI: 3}),
        (("AREA", "KEGIATAN", "RENCANA AKSI", "BUKTI", "WAKTU"), {F.KOMPONEN: 1, F.INDIKATOR: 2, F.LANGKAH_AKSI: 3}),
        (("NO", "AREA/KEGIATAN", "RENCANA AKSI", "BUKTI", "WAKTU"), {F.INDIKATOR: 2, F.LANGKAH_AKSI: 3}),
        (("NO", "KOMPONEN / INDIKATOR", "RENCANA AKSI", "BUKTI", "WAKTU"), {F.INDIKATOR: 2, F.LANGKAH_AKSI: 3}),
        (("NO", "AREA", "KEGIATAN", "OUTPUT", "WAKTU"), {F.KOMPONEN: 2, F.INDIKATOR: 3}),
        (("NO", "AREA", "PROGRAM", "KEGIATAN", "OUTPUT", "WAKTU"), {F.KOMPONEN: 2, F.INDIKATOR: 4}),
        (("AREA", "PROGRAM", "RENCANA AKSI", "BUKTI", "WAKTU"), {F.KOMPONEN: 1, F.INDIKATOR: 2, F.LANGKAH_AKSI: 3}),
        (("NO", "AREA", "RENCANA AKSI", "OUTPUT", "WAKTU"), {F.KOMPONEN: 2, F.LANGKAH_AKSI: 3}),
        (("NO", "AREA", "KONDISI", "URAIAN", "OUTPUT", "WAKTU"), {F.KOMPONEN: 2, F.LANGKAH_AKSI: 4}),
        (("KOMPONEN", "INDIKATOR", "KEGIATAN", "OUTPUT", "WAKTU"), {F.KOMPONEN: 1, F.INDIKATOR: 2, F.LANGKAH_AKSI: 3}),
    ],
)  # fmt: skip
def test_a_column_that_the_steps_serve_is_the_indikators(header, columns):
    assert understood(header) == columns


KOMPONEN_ABOVE = ("NO", "KOMPONEN", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU")


def test_a_column_of_komponen_with_lettered_rows_is_the_indikators():
    below = [
        ("I", "MANAJEMEN PERUBAHAN"),
        ("1", "Tim kerja"),
        ("a.", "Tim dibentuk", "Menyusun SK", "SK", "Maret 2025"),
        ("b.", "Tim bekerja", "Rapat", "Notula", "Juni 2025"),
    ]
    assert understood(KOMPONEN_ABOVE, *below) == {F.INDIKATOR: 2, F.LANGKAH_AKSI: 3}


@pytest.mark.parametrize(
    "below",
    [
        [("I", "MANAJEMEN PERUBAHAN", "Menyusun SK", "SK", "Maret 2025"), ("", "", "Rapat", "Notula", "Juni 2025")],
        [("1", "Tim kerja", "Menyusun SK", "SK", "Maret 2025"), ("2", "Rencana", "Rapat", "Notula", "Juni 2025")],
        [("a.", "Tim dibentuk", "Menyusun SK", "SK", "Maret 2025")],  # one row tells nothing
    ],
)
def test_a_column_of_komponen_stays_one_where_rows_have_no_letters(below):
    assert understood(KOMPONEN_ABOVE, *below) == {F.KOMPONEN: 2, F.LANGKAH_AKSI: 3}


@pytest.mark.parametrize("chosen", [{F.LANGKAH_AKSI: "KEGIATAN"}, {F.LANGKAH_AKSI: "B"}])
def test_what_the_settings_say_stays(chosen):
    assert understood(("NO", "KEGIATAN", "OUTPUT", "WAKTU", "PJ"), chosen=chosen)[F.LANGKAH_AKSI] == 2


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
