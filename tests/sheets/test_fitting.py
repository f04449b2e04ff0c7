import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.sheets.fitting import (
    CELL_LIMIT,
    clipped,
    evidence_text,
    fitting,
    harmless,
    lines,
    one_line,
    row_height,
    web_address,
)

NOTE = " … (dipotong)"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\tb", "a b"),
        ("a\x0bb\x0cc", "a\nb\nc"),
        ("\x00\x07\x1b", "���"),
        ("\ud83d", "�"),
        ("😀", "😀"),
        ("=1+1", "=1+1"),
        ("\ufffe", "�"),
        ("x\x85y", "x�y"),
    ],
    ids=["breaks", "tab", "vertical", "control", "lone surrogate", "emoji", "formula", "non-character", "C1"],
)
def test_harmless(text: str, shown: str):
    """Characters that a cell can't hold become the replacement sign; all others stay."""
    assert harmless(text) == shown


@given(st.text())
def test_harmless_text_is_xml(text: str):
    """Whatever staff paste can be written as XML 1.0."""
    for character in harmless(text):
        code = ord(character)
        assert code == 0xA or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000


@given(st.text(), st.integers(20, 200))
def test_shortened_keeps_to_the_limit_in_utf16(text: str, limit: int):
    """Excel counts an emoji twice; what is cut off is said, what fits is untouched."""
    shown = clipped(harmless(text), limit, NOTE)
    assert len(shown.encode("utf-16-le")) // 2 <= limit
    assert shown == harmless(text) or shown.endswith(NOTE)


def test_shortened_at_excels_limit():
    """32,767 characters stand; one more is cut."""
    assert clipped("x" * CELL_LIMIT, CELL_LIMIT, NOTE) == "x" * CELL_LIMIT
    assert len(clipped("x" * (CELL_LIMIT + 1), CELL_LIMIT, NOTE)) == CELL_LIMIT
    assert len(clipped("😀" * 20_000, CELL_LIMIT, NOTE).encode("utf-16-le")) // 2 <= CELL_LIMIT


@pytest.mark.parametrize(
    ("text", "width", "taken"),
    [
        ("", 10, 1),
        ("satu", 10, 1),
        ("satu\ndua\n\ntiga", 20, 4),
        ("kata " * 20, 20, 4),
        ("x" * 100, 10, 9),
        ("berulang-ulang", 10, 2),
    ],
    ids=["blank", "word", "breaks", "words", "long word", "hyphen"],
)
def test_lines(text: str, width: float, taken: int):
    """How many lines a wrapped text takes, on the safe side."""
    assert lines(text, width) == taken


@pytest.mark.parametrize(
    ("size", "excel", "line"), [(8, 11.25, 9.8), (9, 12, 11), (10, 12.75, 12.2), (11, 15, 13.4), (12, 15.75, 14.6)]
)
def test_a_row_is_as_high_as_its_lines(size: float, excel: float, line: float):
    """Each line as high as Excel makes it, and room above and below them, in LibreOffice too."""
    for taken in (1, 2, 7, 20):
        assert taken * excel + 3 <= row_height(taken, size) <= taken * excel + 4
        assert row_height(taken, size) >= taken * line + 3.5
    assert row_height(3, 16) >= 3 * 16 * 1.3


@given(st.text(st.sampled_from("aWi -\n😀"), max_size=300), st.floats(3, 60))
def test_a_wider_column_or_less_text_takes_no_more_lines(text: str, width: float):
    """Lines grow with the text only."""
    assert lines(text, width * 2) <= lines(text, width)
    assert lines(text[: len(text) // 2], width) <= lines(text, width)


@given(st.text(st.sampled_from("aWi -\n"), max_size=400), st.integers(2, 6))
def test_fitting_fits(text: str, most: int):
    """A text cut to so many lines takes no more, and says that it was cut."""
    shown = fitting(text, 22, most, NOTE)
    assert lines(shown, 22) <= most
    assert shown == text or shown.endswith(NOTE)


def test_one_line():
    """White space of any kind is one space."""
    assert one_line(" a \n\n b\tc ") == "a b c"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        (
            "https://drive.google.com/file/d/1aB/view?usp=sharing",
            "https://drive.google.com/file/d/1aB/view?usp=sharing",
        ),
        ("HTTP://Contoh.example", "http://Contoh.example"),
        (" https://contoh.example/a b.pdf ", "https://contoh.example/a%20b.pdf"),
        ("https://contoh.example/a%20b%zz", "https://contoh.example/a%20b%25zz"),
        ("https://contoh.example/café", "https://contoh.example/caf%C3%A9"),
        ("https://contoh.example/x#bagian#2", "https://contoh.example/x#bagian%232"),
        ("https://contoh.example:8443/x", "https://contoh.example:8443/x"),
        ("https://contoh.example/[x]<y>", "https://contoh.example/%5Bx%5D%3Cy%3E"),
    ],
)
def test_web_addresses_are_clickable(link: str, address: str):
    """An http(s) address with a plain host, escaped as packages need it."""
    assert web_address(link) == address


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "file:///C:/Windows/system32",
        "bukti/SK.pdf",
        "\\\\server\\bagian",
        "#Sheet1!A1",
        "https://",
        "https://[::1",
        "https://contoh.example:abc/",
        "https://nama:sandi@contoh.example/",
        "https://spa si.example/",
        "internal:Sheet1!A1",
        "external:x.xlsx",
        "ftp://contoh.example/x",
        "https://contoh.example/" + "x" * 3000,
        "",
    ],
)
def test_anything_else_stays_text(link: str):
    """Scripts, files, fragments and malformed addresses are never made into links."""
    assert web_address(link) is None


@given(st.text() | st.builds("https://contoh.example/{}".format, st.text()))
@pytest.mark.slow
def test_an_address_is_plain_ascii(link: str):
    """Whatever staff paste: no character that a package's relationship could not hold."""
    address = web_address(link)
    assert address is None or re.fullmatch(r"https?://[!-~]+", address)


@pytest.mark.parametrize(
    ("text", "links", "shown"),
    [
        ("", (), ""),
        ("ada di lemari", (), "ada di lemari"),
        ("https://www.contoh.example/a", ("https://www.contoh.example/a",), "contoh.example/a"),
        ("", ("https://contoh.example/a",), "contoh.example/a"),
        ("SK Tim", ("https://contoh.example/a",), "SK Tim"),
        ("SK dan foto", ("https://a.example", "https://b.example"), "SK dan foto"),
    ],
)
def test_evidence_text(text: str, links: tuple[str, ...], shown: str):
    """Staff's own words; a bare address without what every address has."""
    assert evidence_text(text, links) == shown
