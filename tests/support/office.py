"""A court's matrix, unlike the one that travels with the tool in names, numbers, letters and texts, as a workbook."""

from pathlib import Path

import openpyxl

HEADER = ("No.", "Area", "Kriteria", "Uraian", "Data Dukung", "Target Penyelesaian", "PIC", "Progres")
FIRST = 4
"""The row of the first komponen."""
ROWS = (
    ("A.", "Manajemen Perubahan"),
    (1, "Tim", "Tim “inti” <i>dibentuk</i>", "Rapat\nlanjutan 😀", 'SK "Tim"', "Maret 2025", "Tim A", 0.5),
    (None, None, "Tim dievaluasi", "Rapat evaluasi", "Notula", "31 Juni 2025", "Tim B", 0),
    (None, None, "Tim melapor", "Menyusun laporan", "Laporan", "Setiap triwulan", "Tim A"),
    (3, "Dokumen", "Rencana disusun", "Menyusun", "Dokumen", "Juni 2025", "Tim A", 1),
    ("B.", "Layanan Peradilan"),
    (1, "Kosong"),
    (2, "Isi", "1. Perkara diputus tepat waktu", "Sidang", "Putusan", "Januari – Desember 2025", "Panitera"),
    (None, None, "2. Putusan diunggah", "Mengunggah", "Tautan", "Desember 2025", "Panitera"),
    (None, None, "3. Sisa perkara dilaporkan", "Melapor", "Laporan sisa", "-", "Panitera"),
)


def write_office(
    path: Path, rows=ROWS, *, header=HEADER, title="RENCANA AKSI PENGADILAN NEGERI 2025", edit=None
) -> Path:
    """Writes the matrix: title, header in row 3, its rows below. edit: changes the sheet."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Matriks RA"
    for row in ((title,), (None,), header, *rows):
        sheet.append(list(row))
    if edit is not None:
        edit(sheet)
    workbook.save(path)
    return path
