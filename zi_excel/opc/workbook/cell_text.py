"""Text of cells: escapes undone, rich text joined, invisible characters made plain."""

from __future__ import annotations

import re

from zi_excel.opc.package.xml import Element, local

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PLAIN = str.maketrans(
    dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    )
    | dict.fromkeys("\u00ad\u200b\u200e\u200f\u2060\ufeff")  # invisible; the zero-width joiner stays: emoji need it
    | dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n")
    | dict.fromkeys(map(chr, (*range(9), *range(14, 32), 127)))  # control characters that only escapes can bring in
)


def shown(raw: str) -> str:
    """A cell's text as a person sees it: escapes undone, no-break spaces plain, line breaks alike, ends trimmed."""
    if "_x" in raw:
        raw = _unescaped(raw)
    if "\r" in raw:
        raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    return raw.strip() if raw.isascii() and raw.isprintable() else raw.translate(_PLAIN).strip()


def rich_text(element: Element) -> str:
    """The text of an `si` or `is` element: its runs joined, phonetic guides left out."""
    parts: list[str] = []
    for child in element:
        name = local(child)
        if name == "t":
            parts.append(child.text or "")
        elif name == "r":
            parts.extend(run.text or "" for run in child if local(run) == "t")
    return "".join(parts)


def _unescaped(raw: str) -> str:
    text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), raw)
    # A character beyond U+FFFF is escaped as two halves; a half that stands alone is no text.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if text != raw else text
