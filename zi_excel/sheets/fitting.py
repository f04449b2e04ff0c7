"""What staff wrote, made fit for a cell: harmless characters, Excel's limits, its lines, where its links lead."""

from __future__ import annotations

import re
from functools import lru_cache
from math import ceil
from urllib.parse import quote, urlsplit

from zi_excel.plan.patterns import pattern

CELL_LIMIT = 32_767
"""Characters that a cell holds, counted as Excel does: in UTF-16 units."""

# Control characters, lone surrogates and non-characters: Excel drops, mangles or refuses them.
_HARMFUL = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

# Advance widths of Calibri (Carlito has the same), characters 32 to 126, in thousandths of the font's size.
_FIRST = 32
_WIDTHS = (
    *(226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386, 507, 507, 507, 507, 507, 507),
    *(507, 507, 507, 507, 268, 268, 498, 498, 498, 463, 894, 579, 544, 533, 615, 488, 459, 631, 623, 252, 319, 520),
    *(420, 855, 646, 662, 517, 673, 543, 459, 487, 642, 567, 890, 519, 487, 468, 307, 386, 307, 498, 498, 291, 479),
    *(525, 423, 525, 498, 305, 471, 525, 229, 239, 455, 229, 799, 525, 527, 525, 525, 349, 391, 335, 525, 452, 715),
    *(433, 453, 395, 314, 460, 314, 498),
)
_LATIN_WIDTH = 560  # accented letters and the like, on the safe side
_ASCII_WIDTHS = (*[_LATIN_WIDTH] * _FIRST, *_WIDTHS, _LATIN_WIDTH)
_WIDE_WIDTH = 1300  # symbols, emoji, East Asian
_NARROWEST, _WIDEST = min(_WIDTHS), _WIDE_WIDTH
_SPACE = _WIDTHS[0]
_BOLD = 1.05
_SLACK = 1.06  # applications round widths, and measure the digits of staff's Normal font a little differently

# What a line break never parts: a word with the spaces behind it; Excel and LibreOffice also break after a hyphen.
_PIECES = re.compile(r"[^ -]*-+ *|[^ -]+ *| +")

_LINE_HEIGHTS = {8.0: 11.25, 9.0: 12.0, 10.0: 12.75, 11.0: 15.0, 12.0: 15.75}
_LINE_FACTOR = 1.36  # of other sizes, on the safe side
_ROW_PADDING = 3.75  # so that no line touches the one of its cell; LibreOffice keeps a point above and below, too


def harmless(text: str) -> str:
    """The text with plain line breaks and spaces, and the replacement sign for characters that no cell can show."""
    if text.isprintable() or text.replace("\n", "").isprintable():  # which none of them is
        return text
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").replace("\v", "\n").replace("\f", "\n")
    return _HARMFUL.sub("\N{REPLACEMENT CHARACTER}", plain)


def one_line(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def clipped(text: str, limit: int, note: str) -> str:
    """The text in at most `limit` UTF-16 units; where it was cut, the note stands at its end."""
    if len(text) <= limit // 2 or _units(text) <= limit:
        return text
    room = limit - _units(note)
    kept = text[:room]
    while _units(kept) > room:
        kept = kept[: len(kept) - max(1, (_units(kept) - room) // 2)]
    return kept.rstrip() + note


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def lines(text: str, width: float, *, size: float = 10.0, bold: bool = False) -> int:
    """How many lines a wrapped text takes.

    Args:
        text: what is in the cell.
        width: the column's width in Excel's unit (characters of the Normal font, 7 pixels each).
        size: the font's size in points.
        bold: whether it is bold.
    """
    room = max(width * 7 * 0.75 / size * 1000 / _SLACK / (_BOLD if bold else 1), 1.0)
    return sum([_paragraph_lines(paragraph, room) for paragraph in text.split("\n")])


def row_height(taken: int, size: float) -> float:
    """Points of a row that shows so many lines of Calibri: Excel's own height, and room for LibreOffice.

    taken: lines. size: of the font, in points.
    """
    return taken * _LINE_HEIGHTS.get(size, ceil(size * _LINE_FACTOR / 0.75) * 0.75) + _ROW_PADDING


def fitting(text: str, width: float, most: int, note: str) -> str:
    """The text in at most so many lines of a column of that width; where it was cut, the note stands at its end."""
    if lines(text, width) <= most:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if lines(text[:middle].rstrip() + note, width) <= most:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + note


def _paragraph_lines(paragraph: str, room: float) -> int:
    return 1 if len(paragraph) * _WIDEST <= room else _lines_of_long(paragraph, room)


@lru_cache(maxsize=1024)  # a name of staff's stands in dozens of rows, a target in two tabs
def _lines_of_long(paragraph: str, room: float) -> int:
    if len(paragraph) * _NARROWEST <= room and _width(paragraph) <= room:
        return 1
    taken, at = 1, 0.0
    for piece in _PIECES.findall(paragraph):
        bare = piece.rstrip(" ")
        word = _word_width(bare)
        if at and at + word > room:
            taken, at = taken + 1, 0.0
        if word > room:  # longer than a line: it breaks anywhere
            more = int(word / room)
            taken, at = taken + more, at - more * room
        at += word + (len(piece) - len(bare)) * _SPACE
    return taken


@lru_cache(maxsize=4096)
def _word_width(word: str) -> int:
    return _width(word)


def _width(text: str) -> int:
    if text.isascii():
        return sum(map(_ASCII_WIDTHS.__getitem__, text.encode()))
    return sum(_character_width(ord(character)) for character in text)


def _character_width(code: int) -> int:
    if code < len(_ASCII_WIDTHS):
        return _ASCII_WIDTHS[code]
    return _LATIN_WIDTH if code < 0x2000 else _WIDE_WIDTH


# --- links

MOST_LINKS = 65_530
"""Links that Excel allows in a sheet."""

TIP_LIMIT = 255
"""Characters that Excel allows in a link's tip."""

_MOST_CHARACTERS = 2000  # Excel's own limit is 2,079
_HOST = pattern(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_SAFE = "!$%&'()*+,/:;=?@~"


def web_address(link: str) -> str | None:
    """The link as a web address that every application opens; None for anything else (a file, a script, a fragment).

    Excel offers to repair a package with a malformed address, so a doubtful one stays a text.
    """
    link = link.strip()
    try:
        parts = urlsplit(link)
        port_known = parts.port is None or parts.port > 0
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname or not port_known:
        return None
    if parts.username is not None or not _HOST.fullmatch(parts.hostname):
        return None
    _, _, rest = link.partition("://")
    whole = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", rest)
    # One "#" may part the fragment; brackets belong to hosts alone.
    head, sign, fragment = whole.partition("#")
    escaped = quote(head, safe=_SAFE.replace("#", "").replace("[", "").replace("]", ""), errors="replace")
    if sign:
        escaped += "#" + quote(
            fragment, safe=_SAFE.replace("#", "").replace("[", "").replace("]", ""), errors="replace"
        )
    address = f"{parts.scheme.lower()}://{escaped}"
    return address if len(address) <= _MOST_CHARACTERS else None


def evidence_text(text: str, links: tuple[str, ...]) -> str:
    """The evidence in staff's own words; of a bare address what is behind `https://www.`, which says nothing."""
    words = text.strip()
    return re.sub(r"^https?://(www\.)?", "", words or links[0]) if links and words in {links[0], ""} else text
