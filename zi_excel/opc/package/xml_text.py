"""A part's bytes in UTF-8, whatever encoding it was written in: for those who look at bytes without parsing them."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARED = re.compile(rb"""\A<\?xml[^>]*?encoding\s*=\s*["']([\w.\-]+)["']""")
_UTF8 = ("utf-8", "ascii")
_KNOWN = re.compile(r"utf-(?:8|16|32)|ascii|iso8859|cp\d|koi8|gb|big5|shift_jis|euc_")
"""What XML is written in; Python knows encodings that are none of text, too."""


def encoding_of(start: bytes) -> str:
    """The encoding of an XML part, by its byte-order mark or its declaration; "utf-8" where it names none known."""
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name
    declared = _DECLARED.match(start)
    try:
        name = codecs.lookup(declared[1].decode()).name if declared else "utf-8"
    except LookupError:
        return "utf-8"
    return name if _KNOWN.match(name) else "utf-8"


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
