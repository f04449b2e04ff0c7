"""Where a cell leads: HYPERLINK() formulas, addresses and file paths in plain text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.reader.sheet.links import distinct, hyperlink_targets, links_in, links_of


@pytest.mark.parametrize(
    ("text", "links"),
    [
        pytest.param(
            "https://drive.google.com/drive/folders/1a_B-c?usp=sharing",
            ["https://drive.google.com/drive/folders/1a_B-c?usp=sharing"],
            id="alone",
        ),
        pytest.param("Lihat https://kpu.go.id/sk.", ["https://kpu.go.id/sk"], id="end-of-sentence"),
        pytest.param("(https://x.id/a_(1))", ["https://x.id/a_(1)"], id="brackets"),
        pytest.param(
            "https://a.id/1, https://b.id/2; https://c.id/3",
            ["https://a.id/1", "https://b.id/2", "https://c.id/3"],
            id="separated",
        ),
        pytest.param("https://a.id/1,https://b.id/2", ["https://a.id/1", "https://b.id/2"], id="without-spaces"),
        pytest.param("1. https://a.id\n2. www.b.id", ["https://a.id", "www.b.id"], id="numbered-lines"),
        pytest.param("bit.ly/bukti-zi", ["bit.ly/bukti-zi"], id="no-scheme"),
        pytest.param(r"D:\ZI 2025\I.1.a\SK Tim.pdf", [r"D:\ZI 2025\I.1.a\SK Tim.pdf"], id="drive"),
        pytest.param(r"\\server\zi\bukti\SK Tim.pdf", [r"\\server\zi\bukti\SK Tim.pdf"], id="share"),
        pytest.param("file:///D:/ZI/sk.pdf", ["file:///D:/ZI/sk.pdf"], id="file-scheme"),
        pytest.param("bukti/I.1.a/SK Tim.pdf", ["bukti/I.1.a/SK Tim.pdf"], id="relative-path"),
        pytest.param("- SK Tim.pdf\n- Notula rapat.docx", ["SK Tim.pdf", "Notula rapat.docx"], id="file-names"),
        pytest.param("SK Tim.pdf; Notula.docx", ["SK Tim.pdf", "Notula.docx"], id="file-names-in-a-line"),
        pytest.param("SK Tim; Notula rapat", [], id="names-only"),
        pytest.param("Email: kpu@kpu.go.id", [], id="mail-address"),
        pytest.param("dan/atau", [], id="slash-words"),
        pytest.param("s.d. Maret 2025", [], id="dots"),
        pytest.param("Tim Manajemen s/d. Juni", [], id="abbreviation"),
        pytest.param("", [], id="blank"),
    ],
)
def test_links_are_found_in_text(text, links):
    """Each address once, without the punctuation around it."""
    assert links_in(text) == links


def test_the_same_target_counts_once():
    """A cell's own link and its text often say the same."""
    assert distinct(["https://a.id/", "https://a.id", "", "b.pdf", "b.pdf"]) == ("https://a.id/", "b.pdf")


@given(st.text())
def test_any_text_can_be_searched(text):
    """No text raises; no link is blank."""
    assert all(links_in(text))


@pytest.mark.parametrize("piece", ["a.", "http://", "x/", "\\\\a\\", "(((", ";,", "www.", "a-a.a"])
def test_long_text_is_searched_quickly(piece):
    """No text makes the search run away."""
    start = time.process_time()
    links_in(piece * (100_000 // len(piece)))
    links_in(piece * (99_000 // len(piece)) + " www.a.pdf")  # where an address makes it worth looking
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("formula", "targets"),
    [
        ('HYPERLINK("https://contoh.go.id/a","SK")', ["https://contoh.go.id/a"]),
        ('hyperlink( "bukti\\sk.pdf" )', ["bukti\\sk.pdf"]),
        ('HYPERLINK("https://x.id";"SK")', ["https://x.id"]),
        ('HYPERLINK("https://x.id?q=""a""","SK")', ['https://x.id?q="a"']),
        ('IF(A1=1,HYPERLINK("a.pdf"),HYPERLINK("b.pdf"))', ["a.pdf", "b.pdf"]),
        ('HYPERLINK("https://x.id/"&A1,"SK")', ['=HYPERLINK("https://x.id/"&A1)']),
        ("HYPERLINK(A1)", ["=HYPERLINK(A1)"]),
        ("SUM(A1:A3)", []),
    ],
)
def test_literal_targets_are_found(formula, targets):
    """A target that other cells make is known by its call, until these are looked up."""
    assert hyperlink_targets(formula) == targets


@pytest.mark.parametrize(
    ("own", "formula", "text", "links"),
    [
        ((), None, "SK Tim.pdf", ("SK Tim.pdf",)),
        (["https://a.id"], None, "SK Tim.pdf", ("https://a.id",)),
        (["https://a.id"], None, "SK Tim.pdf\nNotula.pdf", ("https://a.id", "SK Tim.pdf", "Notula.pdf")),
        ((), 'HYPERLINK("a.pdf","https://b.id")', "https://b.id", ("a.pdf", "https://b.id")),
        ((), "A1", "https://b.id", ("https://b.id",)),
    ],
)
def test_a_cell_leads_where_its_links_formula_and_text_do(own, formula, text, links):
    """In this order; the only line of a linked cell is the link's name, though it look like a file's."""
    assert links_of(own, formula, text) == links
