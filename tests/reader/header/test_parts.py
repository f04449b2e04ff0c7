"""Columns that a header parts by time."""

import pytest

from zi_excel.plan.rencana_aksi import Field
from zi_excel.reader.header.headers import find_header
from zi_excel.reader.header.parts import time_of, without_time

SIX = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU")
QUARTERS = ("TW I", "TW II", "TW III", "TW IV")
BLANK = (None,) * 6


def rows(*lines):
    return [(at, {column: cell for column, cell in enumerate(cells, 1) if cell}) for at, cells in enumerate(lines, 1)]


@pytest.mark.parametrize(
    "text", ["TW I", "Triwulan 2", "TRIWULAN III", "Semester I", "B06", "Mar", "Desember", "s.d. TW II", "(TW IV)"]
)
def test_a_time_is_known(text):
    """As it stands over a column."""
    assert time_of(text) is not None


@pytest.mark.parametrize("text", ["", "I", "TW I-IV", "setiap bulan", "2025", "Target", "Maret, Juni", "x" * 99])
def test_what_is_no_time_of_a_column(text):
    """A list, a habit, a year, a number."""
    assert time_of(text) is None


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("Realisasi TW I", ("Realisasi", "TW I")),
        ("REALISASI (%)\nTriwulan II", ("REALISASI", "Triwulan II")),
        ("Capaian B03", ("Capaian", "B03")),
        ("% Realisasi (TW IV)", ("% Realisasi", "TW IV")),
        ("Progres s.d. TW II", ("Progres", "s.d. TW II")),
        ("TW I\nRealisasi", ("Realisasi", "TW I")),
        ("Semester II Capaian (%)", ("Capaian (%)", "Semester II")),
        ("TW I", None),
        ("Bukti Dukung", None),
        ("Realisasi", None),
    ],
)
def test_a_header_that_ends_with_its_time(text, split):
    """The rest is what the column means."""
    assert without_time(text) == split


@pytest.mark.parametrize(
    ("lines", "field", "letters", "last"),
    [
        pytest.param([(*SIX, "REALISASI"), (*BLANK, *QUARTERS)], Field.REALISASI, (7, 8, 9, 10), 2, id="row-below"),
        pytest.param(
            [(*SIX, "REALISASI (%)"), (*BLANK, "TRIWULAN"), (*BLANK, "I", "II", "III", "IV")],
            Field.REALISASI,
            (7, 8, 9, 10),
            3,
            id="three-rows",
        ),
        pytest.param(
            [(*SIX, "Realisasi TW I", "Realisasi TW II", "Kendala")], Field.REALISASI, (7, 8), 1, id="one-row"
        ),
        pytest.param(
            [(*SIX, "Realisasi TW I", "Link", "Realisasi TW II", "Rapat")], Field.REALISASI, (7, 9), 1, id="apart"
        ),
        pytest.param(
            [(*SIX, "TW I", None, "TW II"), (*BLANK, "Target", "Realisasi", "Target", "Realisasi")],
            Field.REALISASI,
            (8, 10),
            2,
            id="target-and-realisasi-of-each",
        ),
        pytest.param(
            [(*SIX, *(None,) * 11, "REALISASI"), (*(None,) * 5, *"JFMAMJJASOND")],
            Field.TARGET_WAKTU,
            tuple(range(6, 18)),
            2,
            id="months-by-initials",
        ),
        pytest.param(
            [
                (*SIX[:5], "TARGET WAKTU", None, "REALISASI", None, "LINK"),
                (*BLANK[:5], "Smt I", "Smt II", "Smt I", "Smt II"),
            ],
            Field.TARGET_WAKTU,
            (6, 7),
            2,
            id="target-and-realisasi",
        ),
    ],
)
def test_a_header_is_parted_by_time(lines, field, letters, last):
    """In the row below, over three rows, or each part with a header of its own."""
    header = find_header(rows(*lines, ("I", "MANAJEMEN PERUBAHAN")))
    assert tuple(part.column for part in header.parts[field]) == letters
    assert header.columns[field] == letters[0]
    assert (header.last, header.numbering, header.twice) == (last, None, ())
    assert not {each.column for each in header.others} & set(letters)


@pytest.mark.parametrize("units", ["(bulan)", "BULAN", "(%)", "(dd/mm/yyyy)"])
def test_a_row_of_units_belongs_to_the_header(units):
    """Also below a column of 1-7; a row that says more is the matrix's first."""
    lines = rows((*SIX, "REALISASI"), (*BLANK[:5], units, "(%)"), tuple("1234567"), ("I", "MANAJEMEN PERUBAHAN"))
    header = find_header(lines)
    assert (header.last, header.numbering) == (2, 3)
    assert find_header(rows(SIX, (*BLANK[:5], "Maret 2025"))).last == 1


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([SIX, ("1", "Tim", "a. SK", "Menyusun", "SK", "TW I")], id="a-target-in-the-first-row"),
        pytest.param([(*SIX, "REALISASI"), tuple("1234567")], id="numbering"),
        pytest.param([(*SIX, "REALISASI", "TANGGAL"), (*BLANK, "(%)", "selesai")], id="units"),
        pytest.param([(*SIX, "Realisasi TW IV")], id="one-part-is-a-column"),
    ],
)
def test_what_is_not_parted(lines):
    """One time is a cell or a column like any other."""
    assert find_header(rows(*lines)).parts == {}


@pytest.mark.parametrize(("chosen", "columns"), [("J", (10,)), ("H", (8,)), ("REALISASI", (7, 8, 9, 10))])
def test_the_settings_may_take_one_column_of_the_times(chosen, columns):
    """By its letter that one alone; by the header's text all that it stands over."""
    lines = rows((*SIX, "REALISASI"), (*BLANK, *QUARTERS), ("I", "MANAJEMEN PERUBAHAN"))
    header = find_header(lines, {Field.REALISASI: chosen})
    parts = tuple(part.column for part in header.parts.get(Field.REALISASI, ()))
    assert (parts or (header.columns[Field.REALISASI],), header.last) == (columns, 2)


@pytest.mark.parametrize(
    ("lines", "letters", "labels"),
    [
        pytest.param(
            [(*SIX[:5], "TARGET"), (*BLANK[:5], *QUARTERS, "JUMLAH")], (6, 7, 8, 9), QUARTERS, id="a-sum-beside-them"
        ),
        pytest.param([(*SIX[:5], "WAKTU"), (*BLANK[:5], "Mulai", "Selesai")], (6, 7), ("Mulai", "Selesai"), id="span"),
        pytest.param(
            [(*SIX[:5], "Bulan ke-"), (*BLANK[:5], *map(str, range(1, 13)))], tuple(range(6, 18)), None, id="numbers"
        ),
        pytest.param(
            [
                (*SIX[:5], "JADWAL", *(None,) * 11, "PIC"),
                (*BLANK[:5], "Jan", None, None, None, "Feb", None, None, None, "Mar"),
                (*BLANK[:5], *"123412341234"),
            ],
            tuple(range(6, 18)),
            ("Jan",) * 4 + ("Feb",) * 4 + ("Mar",) * 4,
            id="weeks",
        ),
    ],
)
def test_a_target_is_parted_as_it_is_drawn(lines, letters, labels):
    """A sum beside the quarters is none of them; months stand over the columns of their weeks."""
    header = find_header(rows(*lines, ("I", "MANAJEMEN PERUBAHAN")))
    parts = header.parts[Field.TARGET_WAKTU]
    assert (tuple(part.column for part in parts), header.last) == (letters, len(lines))
    assert labels is None or tuple(part.label for part in parts) == labels


@pytest.mark.parametrize("score", ["NILAI", "BOBOT", "JAWABAN"])
def test_the_lkes_percentage_is_no_realisasi(score):
    header = find_header(rows((*SIX, score, "%")))
    assert Field.REALISASI not in header.columns
    assert find_header(rows((*SIX, "UNSUR", "%"))).columns[Field.REALISASI] == 8


def test_steps_in_the_columns_of_their_quarters_are_no_row(plan_of):
    """The quarters belong to the header; no indikator is made of them."""
    header = [("NO", "INDIKATOR", "RENCANA AKSI", None, None, None, "EVIDEN"), (None, None, *QUARTERS)]
    rows_ = [("I", "MANAJEMEN PERUBAHAN"), (1, "Tim"), ("a", "SK Tim", "Menyusun", None, "Rapat", None, "SK")]
    (found,) = plan_of(rows_, header=header, edit=lambda sheet: sheet.merge_cells("C2:F2")).indikator()
    assert (found.kode, found.langkah_aksi.text) == ("I.1.a", "Menyusun Rapat")
