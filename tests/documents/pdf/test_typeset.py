"""Letters -> lines -> text: whose a line break is, and words that a line's end has cut."""

import pytest

from zi_excel.documents.joining import Words
from zi_excel.documents.pdf.reading import joined_text
from zi_excel.documents.pdf.typeset import Letter, lines_of, pieces_of, plain_text

WIDE = 5.0
SIZE = 10.0


def letters(*rows: str, left: float = 2.0) -> list[Letter]:
    """Rows of letters that are all as wide; the first row on top."""
    return [
        Letter(char, left + at * WIDE, left + (at + 1) * WIDE, 12.0 * row, 12.0 * row + SIZE, SIZE)
        for row, text in enumerate(rows)
        for at, char in enumerate(text)
        if char != "~"
    ]


def text_of(*rows: str, columns: int, words: str = "") -> str:
    """What is made of a cell so many letters wide."""
    pieces = pieces_of(lines_of(letters(*rows)), 0, columns * WIDE + 4)
    return joined_text(pieces, Words([words, *rows]))[0]


@pytest.mark.parametrize(
    ("rows", "columns", "text"),
    [
        pytest.param(("Menyusun SK", "Tim"), 12, "Menyusun SK Tim", id="no room for the next word"),
        pytest.param(("Menyusun SK", "Tim"), 30, "Menyusun SK\nTim", id="there was room: the author's break"),
        pytest.param(("1. Satu dua", "2. Tiga"), 12, "1. Satu dua\n2. Tiga", id="items of a list are lines"),
        pytest.param(("- Satu dua t", "- Tiga"), 12, "- Satu dua t\n- Tiga", id="and so are bullets"),
        pytest.param(("Januari-", "Desember 2025"), 14, "Januari-Desember 2025", id="a hyphen that was there"),
        pytest.param(("SK Tim /", "Kelompok"), 10, "SK Tim / Kelompok", id="behind a slash stood a blank"),
        pytest.param(("Dua baris", "Kerja /Tim"), 15, "Dua baris Kerja /Tim", id="no break before a slash"),
        pytest.param(("Email: a@b.c", "WA: 0812", "Telp: 1"), 13, "Email: a@b.c\nWA: 0812\nTelp: 1", id="labels"),
    ],
)
def test_line_breaks(rows, columns, text):
    """The page's are blanks, the author's stay."""
    assert text_of(*rows, columns=columns) == text


@pytest.mark.parametrize(
    ("rows", "columns", "words", "text"),
    [
        (("Melaksana-", "kan rapat"), 11, "", "Melaksanakan rapat"),
        (("nilai-", "nilai dasar"), 9, "", "nilai-nilai dasar"),
        (("Sub-", "bagian Umum"), 8, "Sub-bagian Sub-bagian", "Sub-bagian Umum"),
        (("PERUB-", "AHAN"), 7, "perubahan", "PERUBAHAN"),
        (("AKUNTABILITA", "S"), 12, "akuntabilitas", "AKUNTABILITAS"),
        (("AKUNTABILITAS", "KINERJA"), 13, "", "AKUNTABILITAS KINERJA"),
    ],
)
def test_cut_words(rows, columns, words, text):
    """A hyphen goes where the whole word is one, and stays where the document writes it so."""
    assert text_of(*rows, columns=columns, words=words) == text


def test_gaps_are_blanks():
    """Where a program moves the pen instead of writing a blank."""
    (line,) = lines_of(letters("SK~~Tim"))
    assert line.text == "SK Tim"


def test_special_letters():
    """Ligatures are letters, a symbol font's bullet a hyphen; an unknown letter is seen to be one."""
    assert [plain_text(each) for each in ("ﬁ", "\uf0b7", "(cid:31)", "a")] == ["fi", "-", "\ufffd", "a"]
