"""A decree with the smallest matrix, as text and as a Word document."""

from pathlib import Path

from docx import Document

HEADER = "NO\tKOMPONEN\tINDIKATOR\tLANGKAH AKSI\tBUKTI FISIK\tTARGET WAKTU\tPENANGGUNG JAWAB"
DECREE = f"""\
KEPUTUSAN KEPALA BALAI CONTOH
NOMOR 3 TAHUN 2026
TENTANG
RENCANA AKSI

KEPALA BALAI CONTOH,
Menimbang: bahwa Balai Contoh membangun zona integritas;
Ditetapkan di Solo
pada tanggal 5 Januari 2026
KEPALA BALAI CONTOH,

ttd

BUDI

LAMPIRAN
NOMOR 3 TAHUN 2026

RENCANA AKSI ZONA INTEGRITAS TAHUN 2026

{HEADER}
I\tMANAJEMEN PERUBAHAN\t\t\t\t\t
1\tTim Kerja\ta. SK tim\tMenyusun SK\tSK\tJanuari 2026\tSubbag Umum
"""


def as_word(path: Path) -> Path:
    """The same as a Word document."""
    document = Document()
    lines = DECREE.rstrip("\n").split("\n")
    rows = [line.split("\t") for line in lines if "\t" in line]
    for line in lines[: len(lines) - len(rows)]:
        document.add_paragraph(line)
    table = document.add_table(len(rows), len(rows[0]))
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=False):
            cell.text = text
    document.save(str(path))
    return path
