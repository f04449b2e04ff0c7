"""XML in any encoding, as UTF-8 bytes, and text without its escapes: without parsing."""

import pytest

from zi_excel.opc.package.xml_text import encoding_of, in_utf8, unescaped

TEXT = '<?xml version="1.0" encoding="{}"?><f>Année!A1</f>'


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.format("UTF-8").encode(), "utf-8"),
        (TEXT.format("UTF-8").encode("utf-8-sig"), "utf-8"),
        (TEXT.format("UTF-16").encode("utf-16"), "utf-16-le"),
        (TEXT.format("UTF-16").encode("utf-16-le"), "utf-16-le"),
        (TEXT.format("UTF-16").encode("utf-16-be"), "utf-16-be"),
        (b"\xfe\xff" + TEXT.format("UTF-16").encode("utf-16-be"), "utf-16-be"),
        (TEXT.format("ISO-8859-1").encode("iso-8859-1"), "iso8859-1"),
        (TEXT.format("windows-1252").encode("cp1252"), "cp1252"),
        (TEXT.format("no-such-code").encode(), "utf-8"),
        ("<f>Année!A1</f>".encode(), "utf-8"),
        (b"", "utf-8"),
    ],
)
@pytest.mark.parametrize("size", [1000, 60])
def test_in_utf8(data, encoding, size):
    """By its mark, its first sign or its declaration; in pieces, wherever they end."""
    assert encoding_of(data) == encoding
    pieces = [data[start : start + size] for start in range(0, len(data), size)]
    assert ("Année!A1" in b"".join(in_utf8(iter(pieces))).decode()) is bool(data)


@pytest.mark.parametrize(
    "data", [bytes(range(256)), b"\xff\xfe\x00", b'<?xml encoding="hex"?>', b'<?xml encoding="utf-7"?>+']
)
def test_anything(data):
    """Pictures, and encodings that are none for text."""
    assert isinstance(b"".join(in_utf8(iter([data]))), bytes)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a &amp;&lt;&gt;&quot;&apos; b", "a &<>\"' b"),
        ("&#39;&#x27;&#xE9;&#128512;", "''é\U0001f600"),
        ("&amp;lt; &nbsp; & &#xFFFFFFFF; &#;", "&lt; &nbsp; & &#xFFFFFFFF; &#;"),
        ("", ""),
    ],
)
def test_unescaped(text, plain):
    """References undone, once; what is none stays."""
    assert unescaped(text) == plain
