"""The template on paper, as LibreOffice prints it with Carlito in Calibri's place."""

import shutil
import subprocess
from pathlib import Path

import pytest

from zi_excel.enacted.matrix import enacted_matrix, plain

TEMPLATE = Path(__file__).parents[2] / "workbooks" / "template_rencana_aksi.xlsx"


@pytest.fixture(scope="module")
def pages(libreoffice, tmp_path_factory) -> list[str]:
    """The text of each printed page, by LibreOffice."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    printed = libreoffice("pdf", TEMPLATE, to=tmp_path_factory.mktemp("cetak"))
    text = subprocess.run(["pdftotext", "-layout", printed, "-"], capture_output=True, check=True)
    return text.stdout.decode().split("\f")[:-1]


def test_every_printed_page_has_header_and_number(pages):
    """The header repeats; the footer counts; the guide is one page at the end."""
    for number, page in enumerate(pages[:-1], start=1):
        assert "TINDAK LANJUT" in page
        assert f"Halaman {number} dari {len(pages)}" in page
    assert "Cara mengisi" in pages[-1]


def test_no_band_and_no_signature_stands_alone(pages):
    """Below a komponen's band there is an indikator of its on the same page, and one above the signature."""
    for komponen in enacted_matrix().komponen:
        page = next(page for page in pages if komponen.nama in page)
        assert page.split(komponen.nama)[1].count("a. ") >= 1
    signed = next(page for page in pages if "YUSTINUS" in page)
    assert "Ditetapkan di Surakarta" in signed
    assert "c. Telah dilakukan perbaikan" in signed


def test_every_word_is_printed(pages):
    """No text is cut off: each word of the matrix is on paper, those that may break at a hyphen or slash apart."""
    paper = " ".join(pages)
    texts = [
        text
        for komponen, sub, row in enacted_matrix().indikator()
        for text in (komponen.nama, sub.nama, row.indikator, row.langkah_aksi, row.bukti_fisik, row.target_waktu)
    ]
    words = {word for text in texts for word in plain(text).split()}
    missing = {word for word in words if word not in paper and "-" not in word and "/" not in word}
    assert missing == set()
