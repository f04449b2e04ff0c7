"""Which column is the indikator's where no header says so."""

import pytest

from zi_excel.plan.columns import Field
from zi_excel.reader.header.headers import find_header

F = Field


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
