import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.sheets.links import evidence_text, web_address


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
