"""The sheet `Petunjuk`: how staff fill the workbook, on one page."""

from __future__ import annotations

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from zi_excel.sheets.matriks.contents import Matriks
from zi_excel.sheets.matriks.look import BODY, ENACTED_HEAD, STAFF_CELL, Formats, height, shown
from zi_excel.sheets.matriks.pages import PAPER_F4
from zi_excel.sheets.matriks.staff_columns import STAFF

SHEET = "Petunjuk"
FIRST_OF_STAFF = 8
"""The number of staff's first column where the document has no further ones."""
WIDTHS = (150, 430, 230)

EXAMPLES = (
    "75%",
    "31/03/2025",
    "https://drive.google.com/…",
    "Anggaran banner belum tersedia sejak Mei.",
    "Subbag Umum mengajukan revisi anggaran paling lambat 15 Juli.",
)
"""One per column of STAFF."""


def add_guide(book: xlsxwriter.Workbook, formats: Formats, matriks: Matriks) -> None:
    """Adds the sheet behind the matrix."""
    sheet = book.add_worksheet(SHEET)
    for at, pixels in enumerate(WIDTHS):
        sheet.set_column_pixels(at, at, pixels)
    sheet.write_string(0, 0, "Cara mengisi lembar Rencana Aksi", formats(font_size=14, bold=True))
    sheet.set_row(0, 24)
    first = FIRST_OF_STAFF + len(matriks.others)
    row = _table(sheet, formats, 2, first)
    for heading, points in _notes(matriks, first):
        sheet.write_string(row, 0, heading, formats(bold=True))
        sheet.set_row(row, 16.5)
        row += 1
        for text in points:
            sheet.merge_range(row, 0, row, len(WIDTHS) - 1, f"•  {text}", formats(text_wrap=True, valign="top"))
            sheet.set_row(row, shown(height(text, sum(WIDTHS) - 20)))
            row += 1
        sheet.set_row(row, 9)
        row += 1
    sheet.hide_gridlines(2)
    sheet.set_portrait()
    sheet.set_paper(PAPER_F4)
    sheet.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
    sheet.fit_to_pages(1, 1)
    sheet.print_area(0, 0, row - 1, len(WIDTHS) - 1)


def _table(sheet: Worksheet, formats: Formats, row: int, first: int) -> int:
    """What belongs into each of staff's columns. Returns the row after the blank one below it."""
    head = formats(BODY, bold=True, align="center", valign="vcenter", bg_color=ENACTED_HEAD)
    for at, name in enumerate(("KOLOM", "CARA MENGISI", "CONTOH")):
        sheet.write_string(row, at, name, head)
    sheet.set_row(row, 20.25)
    for number, (column, example) in enumerate(zip(STAFF, EXAMPLES, strict=True), start=first):
        row += 1
        texts = (f"{number}. {column.name}", column.help, example)
        for at, text in enumerate(texts):
            looks = {"bold": True, "bg_color": STAFF_CELL} if at == 0 else {}
            sheet.write_string(row, at, text, formats(BODY, valign="vcenter", **looks))
        sheet.set_row(row, shown(max(height(text, WIDTHS[at], bold=at == 0) for at, text in enumerate(texts))))
    sheet.set_row(row + 1, 9)
    return row + 2


def _notes(matriks: Matriks, first: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
    by = f"dengan Keputusan {matriks.kantor} Nomor {matriks.nomor}" if matriks.nomor else "dalam keputusannya"
    as_enacted = (
        f"Kolom 1–7 berlaku sebagaimana ditetapkan {by}. "
        "Jangan diubah: isi, target, atau urutan baris yang berbeda dilaporkan sebagai temuan."
    )
    columns = f"{first}–{first + len(STAFF) - 1}"
    fill = f"Isilah kolom {columns} saja (berlatar kuning muda). Satu baris untuk satu indikator."
    if matriks.continued is not None:
        fill = f"Kolom {columns} (berlatar kuning muda) diisi setelah itu. Satu baris untuk satu indikator."
        as_enacted = (
            f"Kolom 1–7 masih rancangan untuk tahun {matriks.tahun}: ubah seperlunya sampai keputusannya "
            "ditandatangani. Setelah itu catat dengan zi-excel tetapkan; sejak saat itu perubahannya menjadi temuan."
        )
    rewritten = (
        "Tab yang namanya diawali “Monev” dibuat oleh zi-excel dari lembar Rencana Aksi dan ditulis ulang pada "
        "setiap penyegaran. Jangan menulis di sana: tulislah di lembar Rencana Aksi."
    )
    return (
        (
            "Yang perlu diingat",
            (
                as_enacted,
                fill,
                "Sel yang dipilih menampilkan petunjuk singkatnya sendiri.",
                "Lembar, grafik, catatan, dan rumus lain boleh ditambahkan; zi-excel tidak pernah mengubahnya.",
            ),
        ),
        (
            "Tab Monev",
            (
                rewritten,
                'Untuk menyegarkannya: tutup dahulu buku kerja ini, lalu jalankan  zi-excel monev "nama berkas.xlsx"',
            ),
        ),
    )
