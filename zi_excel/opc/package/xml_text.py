"""XML as text, for those who read or write it without parsing: its encoding and its escapes."""

from __future__ import annotations

import codecs
import re
import sys
from collections.abc import Iterator

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
DECLARED_ENCODING = re.compile(rb"""\A<\?xml[^>]*?encoding\s*=\s*["']([\w.\-]+)["']""")
"""The encoding that an XML declaration names, in group 1."""
_UTF8 = ("utf-8", "ascii")
# Compiled at first use (by re, which keeps it): most parts are UTF-8, most texts without references.
_ENCODINGS = r"utf-(?:8|16|32)|ascii|iso8859|cp\d|koi8|gb|big5|shift_jis|euc_"
"""What XML is written in; Python knows encodings that are none of text, too."""
_REFERENCE = r"&(#x[0-9a-fA-F]{1,8}|#[0-9]{1,9}|[a-z]{2,4});"
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def encoding_of(start: bytes) -> str:
    """The encoding of an XML part, by its byte-order mark or its declaration; "utf-8" where that names none of text."""
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name
    declared = DECLARED_ENCODING.match(start)
    try:
        name = codecs.lookup(declared[1].decode()).name if declared else "utf-8"
    except LookupError:
        return "utf-8"
    return name if name in _UTF8 or re.match(_ENCODINGS, name) else "utf-8"


def in_utf8(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces of a part in UTF-8; as they are where they are so already, or no XML."""
    first = next(pieces, b"")
    encoding = encoding_of(first)
    if encoding in _UTF8:
        yield first
        yield from pieces
        return
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    yield decoder.decode(first).encode("utf-8", "replace")
    for piece in pieces:
        yield decoder.decode(piece).encode("utf-8", "replace")


def escaped(text: str, *, quotes: bool = True) -> str:
    """Text as it stands between double quotes, or (no quotes) in an element.

    xml.sax.saxutils does the same, but loads urllib, http and ssl.
    """
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(char, entity)
    if quotes:
        for char, entity in (('"', "&quot;"), ("\n", "&#10;"), ("\r", "&#13;"), ("\t", "&#9;")):
            text = text.replace(char, entity)
    return text


def unescaped(text: str) -> str:
    """Text with its references undone: the five named ones and the numbered ones; others stay."""
    return re.sub(_REFERENCE, _referred, text) if "&" in text else text


def _referred(reference: re.Match[str]) -> str:
    word = reference[1]
    if not word.startswith("#"):
        return _NAMED.get(word, reference[0])
    digits, base = (word[2:], 16) if word[1] == "x" else (word[1:], 10)
    number = int(digits, base)
    return chr(number) if number <= sys.maxunicode else reference[0]
