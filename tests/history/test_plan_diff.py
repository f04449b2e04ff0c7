"""Two states of a plan, held against each other: what differs, where, and what is no difference."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import openpyxl
import pytest
from office import FIRST, HEADER, write_office

import zi_excel
from zi_excel.history.plan_diff import What

PER = date(2025, 7, 1)
OWN_ROWS = [
    ["A.", "Manajemen"],
    [1, "Tim", "a. Tim dibentuk", "Rapat", "SK", "Maret 2025", "Tim A", 0.5],
    [None, None, "b. Tim dievaluasi setiap bulan", "Rapat evaluasi", "Notula", "Juni 2025", "Tim A", 0],
    [None, None, "c. Tim melapor kepada pimpinan", "Menyusun laporan", "Laporan", "Desember 2025", "Tim B", None],
    [2, "Dokumen", "a. Rencana disusun", "Menyusun", "Dokumen", "September 2025", "Tim C", 1],
]


@dataclass
class Book:
    """A workbook under way. Rows count from 0 among its own."""

    rows: list[list] = field(default_factory=lambda: [list(row) for row in OWN_ROWS])
    header: tuple = HEADER
    edit: Callable | None = None


@pytest.fixture
def compared(tmp_path):
    """compared(change) -> the differences after a change of the rows; each as (what, kode, column, before, after)."""

    def of(change):
        old, new = Book(), Book()
        change(new)
        paths = [
            write_office(tmp_path / f"{name}.xlsx", each.rows, header=each.header, edit=each.edit)
            for name, each in (("lama", old), ("baru", new))
        ]
        return zi_excel.banding(*paths, per=PER).differences

    return of


def said(found):
    return [(each.what.value, each.kode, each.column, each.before, each.after) for each in found]


def write(row, column, value):
    return lambda book: book.rows[row].__setitem__(column, value)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda _: None, []),
        (
            write(1, 7, 1),
            [
                ("berubah", "I.1.a", "realisasi", "0,5", "1"),
                ("berubah", "I.1.a", "status", "✖ Terlambat", "✔ Selesai"),
            ],
        ),
        (write(1, 7, "50%"), []),  # the same share, written otherwise
        (write(3, 7, 0), [("berubah", "I.1.c", "realisasi", "", "0")]),  # blank is not yet reported
        (write(3, 3, "Menyusun\nlaporan"), []),
        (write(3, 3, "Menyusun notula"), [("berubah", "I.1.c", "langkah_aksi", "Menyusun laporan", "Menyusun notula")]),
        (write(2, 6, "Tim D"), [("berubah", "I.1.b", "penanggung_jawab", "Tim A", "Tim D")]),
        (write(4, 5, "Agustus 2025"), [("berubah", "I.2.a", "target_waktu", "September 2025", "Agustus 2025")]),
        (write(1, 1, "Tim Kerja"), [("berubah", "I.1", "komponen", "Tim", "Tim Kerja")]),
        (write(0, 1, "Perubahan"), [("berubah", "I", "komponen", "Manajemen", "Perubahan")]),
        # Another text altogether at the same kode: that row, reworded.
        (
            write(3, 2, "c. Sosialisasi"),
            [("berubah", "I.1.c", "indikator", "c. Tim melapor kepada pimpinan", "c. Sosialisasi")],
        ),
        (lambda book: book.rows.pop(3), [("dihapus", "I.1.c", None, "c. Tim melapor kepada pimpinan", None)]),
        (lambda book: book.rows.insert(3, [None] * 8), []),
    ],
)
def test_what_differs(compared, change, expected):
    """One change, one difference, under the kode that it has; another way to write the same is none."""
    found = [each for each in said(compared(change)) if each[:3] != ("berubah", "I.2.a", "status")]
    assert found == expected


def test_a_row_put_in_between(compared):
    """It is new, the ones below moved; nothing is said of their texts."""

    def put_in(book):
        book.rows.insert(2, [None, None, "b. Agen perubahan ditunjuk", "Memilih", "SK agen", "Mei 2025", "Tim A", 0])
        book.rows[3][2] = "c. Tim dievaluasi setiap bulan"
        book.rows[4][2] = "d. Tim melapor kepada pimpinan"

    found = compared(put_in)
    rows = [(each.what, each.kode, each.old_kode) for each in found if each.what is not What.BERUBAH]
    assert rows == [
        (What.DITAMBAHKAN, "I.1.b", None),
        (What.PINDAH, "I.1.c", "I.1.b"),
        (What.PINDAH, "I.1.d", "I.1.c"),
    ]
    moved = found[1]
    assert (found[0].old, moved.old.ref, moved.new.ref) == (None, f"C{FIRST + 2}", f"C{FIRST + 3}")


def test_a_column_that_only_one_has(compared):
    """Said once, not on every row."""

    def add(book):
        book.header = (*HEADER, "Kendala")
        for row in book.rows[1:]:
            row.append("tidak ada")

    (found,) = compared(add)
    assert (found.what, found.column, found.before, found.after) == (What.KOLOM, "kendala", None, "Kendala")


def test_one_merged_cell_is_one_difference(tmp_path):
    """A penanggung jawab over three rows, in both."""

    def merge(sheet):
        sheet.merge_cells(f"G{FIRST + 1}:G{FIRST + 3}")

    paths = []
    for name in ("Tim A", "Tim Z"):
        rows = [list(row) for row in OWN_ROWS]
        rows[1][6], rows[2][6], rows[3][6] = name, None, None
        paths.append(write_office(tmp_path / f"{name}.xlsx", rows, edit=merge))
    (found,) = zi_excel.banding(*paths, per=PER).differences
    assert (found.kode, found.before, found.after) == ("I.1.a", "Tim A", "Tim Z")


def test_another_link_behind_the_same_words(tmp_path):
    """Where the texts are the same, where they lead is shown."""
    paths = []
    for name in ("lama", "baru"):

        def link(sheet, name=name):
            sheet.cell(FIRST + 1, 9).value = "SK"
            sheet.cell(FIRST + 1, 9).hyperlink = f"https://contoh.example/{name}"

        paths.append(write_office(tmp_path / f"{name}.xlsx", OWN_ROWS, header=(*HEADER, "Tautan Bukti"), edit=link))
    (found,) = zi_excel.banding(*paths, per=PER).differences
    assert (found.before, found.after) == ("SK https://contoh.example/lama", "SK https://contoh.example/baru")


def test_the_differences_of_a_save_are_none(book, tmp_path):
    """The template as openpyxl saves it."""
    saved = tmp_path / "disimpan.xlsx"
    openpyxl.load_workbook(book).save(saved)
    assert zi_excel.banding(book, saved, per=PER).differences == ()
