"""What an evaluator reads on paper: LibreOffice prints both editions, and no text is too small."""

import pytest
from laporan_plans import contents_of, made_contents

from zi_excel.sheets import render_laporan

pytestmark = pytest.mark.slow
MOVED = 3
"""A state with a period, whose komponen have a column more."""
SMALLEST = 6.95
"""Points: seven, as LibreOffice rounds them."""


def test_nothing_is_printed_smaller_than_seven_points(half, libreoffice, tmp_path):
    """Both editions on A4, the narrowest paper, with a period's movement; the short one of at most ten pages."""
    pdfplumber = pytest.importorskip("pdfplumber", reason="pdfplumber is not installed (extra `impor`)")
    contents = made_contents(MOVED)
    assert contents.movement is not None
    full, brief = tmp_path / "lengkap.xlsx", tmp_path / "ringkas.xlsx"
    full.write_bytes(render_laporan(contents, paper="a4"))
    usual = contents_of(half.plan, half.per, findings=half.findings)
    brief.write_bytes(render_laporan(usual, paper="a4", brief=True))
    libreoffice("pdf", full, brief, to=tmp_path)
    for book in (full, brief):
        with pdfplumber.open(book.with_suffix(".pdf")) as pdf:
            letters = [(char["size"], at) for at, page in enumerate(pdf.pages, 1) for char in page.chars]
            assert min(letters) > (SMALLEST, 0)
            assert book is full or len(pdf.pages) <= 10
