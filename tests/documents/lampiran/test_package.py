"""A Lampiran as a Word document: `impor` gives the same matrix back, and nothing in a text acts."""

import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from enacted_cells import cells_of, differing, read
from hypothesis import given, settings
from office_expectation import expectation, names
from random_matrix import ODD, matriks

import zi_excel
from zi_excel.documents.columns import enacted_komponen
from zi_excel.enacted.matrix import EnactedIndikator, EnactedKomponen, EnactedSubkomponen, enacted_matrix, marked
from zi_excel.sheets.matriks.book import render
from zi_excel.sheets.matriks.contents import Matriks

OTHERWISE = {"pn_boyolali": {("IV.1", "kode"), ("IV.1.a", "kode")}}
"""What is read otherwise: a number `i.` whose meaning the sheet tells by rows that are none of the matrix's."""


@pytest.fixture
def document(template, tmp_path) -> Path:
    """The template's Lampiran."""
    zi_excel.lampiran(template, tmp_path / "lampiran.docx")
    return tmp_path / "lampiran.docx"


def of(made: Matriks, folder: Path) -> zi_excel.LampiranResult:
    """A matrix written as a workbook, and that as a Lampiran."""
    (folder / "a.xlsx").write_bytes(render(made))
    (folder / "a.docx").unlink(missing_ok=True)
    return zi_excel.lampiran(folder / "a.xlsx", folder / "a.docx")


def test_the_enacted_matrix_comes_back(document):
    """Not one cell differs, slanted words stay slanted, and there is nothing to judge."""
    again = read(document)
    assert differing(again.plan) == []
    assert enacted_komponen(again) == enacted_matrix().komponen
    assert again.judged == ()


@pytest.mark.slow
def test_any_matrix_comes_back(tmp_path_factory):
    """Of random ones with odd texts not one cell differs, as `impor` reads the document with its own library."""
    folder = tmp_path_factory.mktemp("acak")

    @settings(max_examples=150)
    @given(matriks())
    def holds(made):
        result = of(made, folder)
        assert result.otherwise == ()
        assert list(cells_of(read(result.out).plan)) == list(cells_of(result.plan))

    holds()


@pytest.mark.slow
@pytest.mark.parametrize("name", names())
def test_any_offices_matrix_comes_back(name, tmp_path):
    """Whatever was read of its columns 1-7 is in the document; what reads otherwise is told."""
    expected = expectation(name)
    result = zi_excel.lampiran(expected.path, tmp_path / "a.docx", sheet=expected.data.get("diminta"))
    assert {(each.kode, each.column) for each in result.otherwise} == OTHERWISE.get(name, set())


def test_odd_texts_are_texts(tmp_path):
    """What looks like a field, a tag, a formula or a signal is letters; only the page's number is a field."""
    rows = tuple(
        EnactedIndikator(f"I.1.{letter}", f"{letter}. Uji", marked(text), marked(text), "Januari 2025")
        for letter, text in zip("abcdefghijklmnopqrstuvwxyz", ODD, strict=False)
    )
    sub = EnactedSubkomponen("I.1", "1", "Uji", rows)
    made = Matriks((EnactedKomponen("I", "I", "UJI", "Tim", (sub,)),), 2025, ("RENCANA AKSI TAHUN 2025",))
    result = of(made, tmp_path)
    assert result.otherwise == ()
    with zipfile.ZipFile(result.out) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    fields = re.findall(r"<w:(fldSimple|instrText|fldChar)\b[^>]*", "".join(parts.values()))
    assert fields == ["fldSimple", "fldSimple"]
    assert "fldSimple" not in parts["word/document.xml"]
    assert "TargetMode" not in "".join(parts.values())
    cells = [cell.text for cell in Document(str(result.out)).tables[0].columns[3].cells][3:]
    plan = [row.langkah_aksi.text for row in result.plan.indikator()]
    assert [cell.replace("\t", " ") for cell in cells] == [text.replace("\t", " ") for text in plan]


def test_the_page(document):
    """F4 in landscape; the header on every page; no row is cut; no letter is smaller than seven points."""
    made = Document(str(document))
    [section] = made.sections
    assert abs(section.page_width - Mm(330)) < Mm(0.1)
    assert abs(section.page_height - Mm(215)) < Mm(0.1)
    rows = made.tables[0]._tbl.tr_lst
    repeated = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
    assert repeated == [True, True, *[False] * (len(rows) - 2)]
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
    sizes = [style.font.size for style in made.styles if getattr(style, "font", None) is not None and style.font.size]
    assert min(sizes) >= Pt(7)
    widths = [int(column.get(qn("w:w"))) for column in made.tables[0]._tbl.tblGrid.gridCol_lst]
    assert abs(sum(widths) / 1440 * 25.4 - 300) < 0.1


def test_merged_cells_are_those_of_the_matrix(document):
    """NO and KOMPONEN over a subkomponen's rows, a name over its rows, a komponen's name to the right."""
    table = Document(str(document)).tables[0]
    komponen = table.rows[2]
    assert [cell.text for cell in komponen.cells] == ["1", *["MANAJEMEN PERUBAHAN"] * 6]
    assert komponen.cells[1]._tc.grid_span == 6
    first, second, third = (table.rows[at].cells for at in (3, 4, 5))
    assert first[0]._tc is second[0]._tc is not third[0]._tc
    assert first[1]._tc is second[1]._tc is not third[1]._tc
    assert first[6]._tc is second[6]._tc is third[6]._tc


def test_the_same_contents_give_the_same_bytes(document, template, tmp_path):
    """So that who compares two files finds no difference that is none."""
    zi_excel.lampiran(template, tmp_path / "lagi.docx")
    assert (tmp_path / "lagi.docx").read_bytes() == document.read_bytes()


@pytest.mark.slow
def test_each_page_has_the_header_and_the_signature_stays_whole(document, libreoffice, tmp_path):
    """As LibreOffice prints it: no page is empty, and the PDF too gives the matrix back."""
    pdf = libreoffice("pdf", document, to=tmp_path)
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    pages = text.split("\f")[:-1]
    assert 6 <= len(pages) <= 10
    assert all("LANGKAH AKSI" in page and re.search(r"\b[a-h]\. \w", page) for page in pages)
    assert "Ditetapkan di" in pages[-1]
    assert "YUSTINUS" in pages[-1]
    assert differing(read(pdf).plan) == []
