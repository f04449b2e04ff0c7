"""Workbooks and CSV files that hold a table which was converted from a document."""

import csv
from datetime import date

import pytest
from enacted_cells import differing, read
from laid_documents import random_layout, tables_of
from openpyxl import Workbook

TITLE = "RENCANA AKSI TAHUN 2025"


def test_the_template_itself(template):
    """A workbook that is the matrix already reads the same."""
    result = read(template)
    assert differing(result.plan) == []
    assert result.plan.title == (
        "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS",
        "KOMISI PEMILIHAN UMUM KOTA SURAKARTA TAHUN 2025",
    )


@pytest.mark.parametrize("seed", [2, 8, 9, 24])
def test_a_sheet_per_page(tmp_path, seed):
    """As converters write them: each page's table on a sheet of its own, cells merged, rows cut."""
    layout = random_layout(seed)
    book = Workbook()
    book.remove(book.active)
    for number, laid in enumerate(tables_of(layout), start=1):
        sheet = book.create_sheet(f"Table {number}")
        above = 2 if number == 1 else 0
        if above:
            sheet["A1"] = TITLE
        for at, row in enumerate(laid.rows, start=1 + above):
            for column, text in enumerate(row, start=1):
                if text:
                    sheet.cell(at, column, text)
        for top, left, bottom, right in laid.merges:
            sheet.merge_cells(
                start_row=top + 1 + above, start_column=left + 1, end_row=bottom + 1 + above, end_column=right + 1
            )
    book.save(tmp_path / "a.xlsx")
    assert differing(read(tmp_path / "a.xlsx").plan) == [], layout


def test_a_cell_is_read_as_it_is_shown(tmp_path):
    """A month that became a date is the month that was meant, not its first day."""
    book = Workbook()
    sheet = book.active
    for row in (
        [TITLE],
        ["NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB"],
        ["I", "MANAJEMEN PERUBAHAN"],
        [1, "Tim", "a. SK", "Menyusun", "SK", date(2025, 3, 1), "Umum"],
    ):
        sheet.append(row)
    sheet["F4"].number_format = "mmm-yy"
    book.save(tmp_path / "a.xlsx")
    (row,) = read(tmp_path / "a.xlsx").plan.indikator()
    assert row.target_waktu.text == "Maret 2025"


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_csv(tmp_path, mark):
    """Whatever parts the fields; line breaks in them stay."""
    layout = random_layout(3, spread="blank")
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=mark)
        writer.writerows([[TITLE], [], *(row for laid in tables_of(layout) for row in laid.rows)])
    result = read(path)
    assert differing(result.plan) == []
    assert result.plan.title == (TITLE,)
