"""Which tables of a document are the matrix's, and what stands around and between them."""

from pathlib import Path

import pytest

from zi_excel.documents.pages import Cell, Document, Page, Table
from zi_excel.documents.tables import lay
from zi_excel.errors import WorkbookError

HEADER = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU")
TIM = ("1", "Tim Kerja", "a. Menerbitkan SK", "Menyusun SK", "SK", "Februari 2025")
SOP = ("1", "SOP", "a. Menyusun SOP", "Menyusun", "SOP", "Juni 2025")


def table(*rows, measured=False):
    return Table(
        tuple(tuple(Cell(at, at + 1, text) for at, text in enumerate(row) if text) for row in rows), measured=measured
    )


def document(*pages, unit="halaman", names=()):
    """Each page a tuple of lines and tables."""
    named = names or ("",) * len(pages)
    return Document(
        Path("a.docx"), unit, tuple(Page(at, tuple(page), named[at - 1]) for at, page in enumerate(pages, 1))
    )


def texts(laid):
    """The rows below the headers, without blank cells."""
    rows = [row for row in laid.rows if not row.is_header and row.cells]
    return [tuple(cell.text for _, cell in sorted(row.cells.items()) if cell.text) for row in rows]


def test_a_table_per_page():
    """Each with its header; running heads and page numbers are no text between them."""
    laid = lay(
        document(
            ("KPU KOTA", "LAMPIRAN", table(HEADER, TIM), "Halaman 1 dari 2"),
            ("KPU KOTA", table(HEADER, SOP), "Halaman 2 dari 2", "Ketua,"),
        )
    )
    assert texts(laid) == [TIM, SOP]
    assert laid.above == ["KPU KOTA", "LAMPIRAN"]
    assert laid.below[-1] == "Ketua,"
    assert laid.judged == []


def test_other_tables_stand_around_it():
    """A team's list before and a table of signatures behind: neither is read, both are text."""
    laid = lay(document((table(("NAMA", "JABATAN"), ("Budi", "Ketua Tim")), table(HEADER, TIM), table(("Ketua,",)))))
    assert texts(laid) == [TIM]
    assert "Budi" in laid.above
    assert laid.below == ["Ketua,"]


def test_a_page_without_header():
    """Its table stands in the columns of the one before; one of another shape is not read, and that is told."""
    laid = lay(document((table(HEADER, TIM),), (table(SOP),), (table(("x", "y", "z")), table(HEADER, TIM))))
    assert texts(laid) == [TIM, SOP, TIM]
    assert [(each.seen, each.made) for each in laid.judged] == [
        ("x | y | z", "Tabel tanpa judul kolom yang bentuknya lain; tidak dibaca.")
    ]


def test_columns_in_another_order():
    """By the second header; told, as somebody may have meant it otherwise."""
    moved = (*HEADER[:4], HEADER[5], HEADER[4])
    laid = lay(document((table(HEADER, TIM),), (table(moved, (*SOP[:4], SOP[5], SOP[4])),)))
    assert texts(laid) == [TIM, SOP]
    assert "urutan kolomnya lain" in laid.judged[0].made


@pytest.mark.parametrize("line", ["II. PENATAAN TATALAKSANA", "Area II: Penataan Tatalaksana"])
def test_a_komponen_between_two_tables(line):
    """Its title is a row of the matrix."""
    laid = lay(document((table(HEADER, TIM),), (line, table(HEADER, SOP))))
    assert texts(laid)[0] == TIM
    assert "penataan tatalaksana" in " ".join(texts(laid)[1]).lower()
    assert texts(laid)[2] == SOP


def test_a_year_below_a_header_is_no_header():
    """The rest of `Desember`, at the top of the next page: the first header had no such row."""
    laid = lay(document((table(HEADER, (*TIM[:5], "Desember")),), (table(HEADER, ("", "", "", "", "", "2025")),)))
    assert texts(laid) == [(*TIM[:5], "Desember"), ("2025",)]


@pytest.mark.parametrize("content", [("Hanya teks.",), (table(("NAMA", "JABATAN"), ("Budi", "Ketua")),), ()])
def test_no_matrix(content):
    """Which headers were looked for, and what to do."""
    with pytest.raises(WorkbookError, match="tidak ditemukan matriks rencana aksi") as refused:
        lay(document(content))
    assert "periksa dokumennya" in str(refused.value)


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        pytest.param(("Tabel 1", "Tabel 2"), True, id="as converters name them"),
        pytest.param(("I", "II"), True, id="numbered as areas"),
        pytest.param(("", ""), True, id="asked for by name"),
        pytest.param(("Rancangan", "Final"), False, id="versions"),
        pytest.param(("2024", "2025"), False, id="years"),
        pytest.param(("Rencana 2024", "Rencana 2025"), False, id="years in names"),
    ],
)
def test_sheets_with_a_matrix_each(names, joined):
    """One after the other only where they are numbered; else a person chooses."""
    sheets = document((table(HEADER, TIM),), (table(HEADER, SOP),), unit="lembar", names=names)
    if joined:
        assert texts(lay(sheets)) == [TIM, SOP]
    else:
        with pytest.raises(WorkbookError, match="--lembar"):
            lay(sheets)


def test_a_sheet_with_a_weaker_table_is_left_out():
    """A list of meetings has some of the words: the matrix is read, the list is told."""
    weaker = table(("KEGIATAN", "OUTPUT", "WAKTU"), ("Rapat", "Notulen", "Mei 2025"))
    laid = lay(document((table(HEADER, TIM),), (weaker,), unit="lembar", names=("Rencana", "Rapat")))
    assert texts(laid) == [TIM]
    assert [(each.seen, each.made) for each in laid.judged] == [("Rapat", "Tabel lain; tidak dibaca.")]
