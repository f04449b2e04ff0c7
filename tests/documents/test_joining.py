"""What a page's end or a line's end has cut: what is put together, what stays apart, and what is listed."""

from pathlib import Path

import pytest

from zi_excel.documents.joining import Words, join_rows
from zi_excel.documents.pages import Cell, Document, Page, Table
from zi_excel.documents.tables import lay

HEADER = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU")
TIM = ("1", "Tim Kerja", "a. Menerbitkan SK", "Menyusun SK", "SK", "Februari 2025")


@pytest.mark.parametrize(
    ("texts", "before", "after", "joined"),
    [
        pytest.param([], "Menyusun", "laporan", "Menyusun laporan", id="two words"),
        pytest.param([], "", "laporan", "laporan", id="nothing before"),
        pytest.param(["pelaporan"], "pela-", "poran", "pelaporan", id="a word that the document has whole"),
        pytest.param(["surat-menyurat"], "surat-", "menyurat", "surat-menyurat", id="a word with a hyphen of its own"),
        pytest.param([], "masing-", "masing", "masing-masing", id="a doubled word"),
        pytest.param([], "penilai-", "an kinerja", "penilaian kinerja", id="no other word: only cut"),
        pytest.param([], "pela\u00ad", "poran", "pelaporan", id="a soft hyphen"),
        pytest.param(["ZONA"], "ZO-", "NA", "ZONA", id="capitals that the document has whole"),
        pytest.param([], "KPU-", "RI", "KPU-RI", id="capitals that it has not"),
        pytest.param([], "Januari -", "Maret", "Januari - Maret", id="a dash between blanks"),
        pytest.param([], "B03-", "B06", "B03-B06", id="a range"),
    ],
)
def test_two_pieces_of_a_text(texts, before, after, joined):
    """A hyphen stays where the document itself writes the word so, or where it is none."""
    assert Words(texts).joined(before, after)[0] == joined


def test_a_word_that_was_put_together_is_told():
    """With both forms, so that a person can undo it."""
    assert Words([]).joined("penilai-", "an kinerja")[1] == "penilai-an menjadi penilaian"
    assert Words([]).joined("Menyusun", "laporan")[1] is None


def laid(*pages):
    """Tables of those rows, one a page under its header, joined; the rows' texts without blank ones, and the judged."""
    tables = [
        Table(tuple(tuple(Cell(at, at + 1, text) for at, text in enumerate(row)) for row in (HEADER, *rows)))
        for rows in pages
    ]
    document = Document(Path("a.docx"), "halaman", tuple(Page(at, (table,)) for at, table in enumerate(tables, 1)))
    result = lay(document)
    join_rows(result, Words(cell.text for row in result.rows for cell in row.cells.values()))
    kept = [row for row in result.rows if not row.is_header and any(cell.text for cell in row.cells.values())]
    return [[row.text(column) for column in range(1, 7)] for row in kept], result.judged


@pytest.mark.parametrize(
    ("above", "below", "row"),
    [
        pytest.param(
            (*TIM[:3], "Menyusun dan", "SK", "Februari 2025"),
            ("", "", "", "menetapkan SK", "", ""),
            [*TIM[:3], "Menyusun dan menetapkan SK", "SK", "Februari 2025"],
            id="a sentence",
        ),
        pytest.param(
            (*TIM[:5], "Maret, Juni,"),
            ("", "", "", "", "", "September 2025"),
            [*TIM[:5], "Maret, Juni, September 2025"],
            id="a list of months",
        ),
        pytest.param(
            (*TIM[:5], "Desember"), ("", "", "", "", "", "2025"), [*TIM[:5], "Desember 2025"], id="a month and its year"
        ),
        pytest.param(
            (*TIM[:4], "SK;\n- Notulen", TIM[5]),
            ("", "", "", "", "- Foto", ""),
            [*TIM[:4], "SK;\n- Notulen\n- Foto", TIM[5]],
            id="a list of evidence",
        ),
    ],
)
def test_a_row_that_a_page_has_cut(above, below, row):
    """One row again, and listed."""
    rows, judged = laid([above], [below])
    assert rows == [row]
    assert [each.where for each in judged] == ["halaman 2, baris 2"]
    assert "terpotong halaman; digabungkan" in judged[0].made


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(("", "", "b. Rapat", "Rapat", "Notulen", "Maret 2025"), id="the next letter"),
        pytest.param(("2", "Dokumen", "a. Dokumen", "Menyusun", "Dokumen", "Maret 2025"), id="the next number"),
        pytest.param(("", "", "Rapat Tim", "Rapat", "Notulen", "Maret 2025"), id="a row of its own without a letter"),
    ],
)
def test_a_row_that_begins_a_page(below):
    """Nothing is joined that may stand for itself."""
    rows, judged = laid([TIM], [below])
    assert rows == [list(TIM), list(below)]
    assert judged == []


def test_a_name_that_stands_beside_several_rows():
    """Its rest on the next page stands beside the next letter: the name is one, the row is not joined."""
    rows, judged = laid(
        [("1", "Tim Kerja dan", *TIM[2:])], [("", "kelompok kerja", "b. Rapat", "Rapat", "Notulen", "Maret 2025")]
    )
    assert [row[1] for row in rows] == ["Tim Kerja dan kelompok kerja", ""]
    assert [each.made for each in judged] == ["Sambungan dari “Tim Kerja dan” di halaman sebelumnya; digabungkan."]


def test_letters_without_end_take_no_time():
    """A word of half a million letters: with the square of them this would not end."""
    assert Words([]).joined("A" * 500_000 + "1-", "b")[0].endswith("1-b")
