"""Letters on a page -> lines -> the text of a cell, with the author's line breaks and not those of the page.

Pure. A line was broken by the page where the next line's first word had no room on it; else by the author.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_BULLET = re.compile(r"[-–—•▪●*·◦➢✓✔o](?=\s)|[\uf000-\uf0ff]")
_COUNTED = re.compile(r"\(?(\d{1,2}|[a-z])[.)]\s")
_SPACE = 0.2
"""The least gap between two letters that is a blank, in sizes of the font."""
_TOLERANCE = 1.5
_CLOSING = frozenset(")]}!?/.,;:")
"""Signs before which no program breaks a line, even behind a blank."""
_LABEL = re.compile(r"[A-Z][^\W\d_]{0,14}\s?:(?:\s?\S|$)")
_NUMBER = re.compile(r"[\d@]")
_UNREADABLE = re.compile(r"\(cid:\d+\)|\ufffd")
_PRIVATE = re.compile(r"[\uf000-\uf0ff]")
_SLANTED = ("italic", "oblique")


class Letter(NamedTuple):
    """A letter: its text (a ligature's may be two), and its place on the page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    slanted: bool = False


class Line(NamedTuple):
    """A line of text.

    chunk: the width of its first piece that a line's end never parts. letter: that of its first letter.
    spaced: whether a blank stands at its end. slanted: its slanted phrases.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    chunk: float
    letter: float = 0.0
    spaced: bool = False
    slanted: tuple[str, ...] = ()


class Piece(NamedTuple):
    """A line of a cell, and whether the page alone parts it from the next one.

    spaced: whether a blank stood there. tight: whether it is one word that fills the line, and may go on in the next.
    """

    text: str
    wrapped: bool = False
    spaced: bool = False
    tight: bool = False


def plain_text(text: str) -> str:
    """A letter's text: of a ligature two; bullets of symbol fonts as hyphens, unknown letters as the sign for them."""
    if text.isascii():
        return "\N{REPLACEMENT CHARACTER}" if _UNREADABLE.fullmatch(text) else text
    if "\ufb00" <= text[0] <= "\ufb06":
        text = unicodedata.normalize("NFKC", text)
    return _PRIVATE.sub("-", text.replace("\u00a0", " ").replace("\u00ad", "\u00ad"))


def is_slanted(font: str) -> bool:
    """Whether a font's name says that it is slanted."""
    return any(word in font.casefold() for word in _SLANTED)


def lines_of(letters: Iterable[Letter]) -> list[Line]:
    """Letters as lines, from the top and from the left."""
    rows: list[list[Letter]] = []
    middles: list[float] = []
    for letter in sorted(letters, key=lambda letter: ((letter.top + letter.bottom) / 2, letter.x0)):
        middle = (letter.top + letter.bottom) / 2
        if rows and abs(middle - middles[-1]) <= 0.45 * max(letter.size, rows[-1][0].size):
            rows[-1].append(letter)
        else:
            rows.append([letter])
            middles.append(middle)
    return [line for row in rows if (line := _line(sorted(row, key=lambda letter: letter.x0))) is not None]


def _line(row: Sequence[Letter]) -> Line | None:
    text = ""
    slanted: list[str] = [""]
    previous: Letter | None = None
    for letter in row:
        gap = previous is not None and letter.x0 - previous.x1 > _SPACE * letter.size
        if gap and not text.endswith(" ") and not letter.text.isspace():
            text += " "
            slanted[-1] += " " if slanted[-1] else ""
        text += letter.text
        if letter.slanted or (letter.text.isspace() and slanted[-1]):
            slanted[-1] += letter.text
        elif slanted[-1]:
            slanted.append("")
        previous = letter
    ink = [letter for letter in row if not letter.text.isspace()]
    if not ink:
        return None
    chunk = _chunk(row, row.index(ink[0]))
    return Line(
        " ".join(text.split()),
        ink[0].x0,
        ink[-1].x1,
        min(letter.top for letter in ink),
        max(letter.bottom for letter in ink),
        max(letter.size for letter in ink),
        chunk,
        ink[0].x1 - ink[0].x0,
        text.endswith(" "),
        tuple(phrase.strip() for phrase in slanted if phrase.strip()),
    )


def _chunk(row: Sequence[Letter], begins: int) -> float:
    """The width of a line's first piece that no program parts: up to a hyphen, or a blank before no closing sign."""
    last = begins
    for at in range(begins, len(row)):
        letter = row[at]
        if letter.text.isspace() or (last < at and letter.x0 - row[last].x1 > _SPACE * letter.size):
            following = next((each.text for each in row[at:] if not each.text.isspace()), " ")
            if following not in _CLOSING:
                break
        if not letter.text.isspace():
            last = at
            if letter.text in "-–" and at > begins:
                break
    return row[last].x1 - row[begins].x0


def pieces_of(lines: Sequence[Line], left: float, right: float) -> list[Piece]:
    """A cell's lines, each with what parts it from the next one. left, right: the cell's edges."""
    if not lines:
        return []
    start = min(line.x0 for line in lines)
    padding = min(max(start - left, 0.5), 8.0)
    middles = [(line.x0 + line.x1) / 2 for line in lines]
    spread = max(line.x0 for line in lines) - start
    centred = len(lines) > 1 and spread > 3 and max(middles) - min(middles) < 2
    if len(lines) > 1 and not centred:
        padding = min(padding, max(right - max(line.x1 for line in lines), 0.5))
    room = right - left - 2 * padding
    labelled = sum(_LABEL.match(line.text) is not None for line in lines) > 1
    pieces = []
    count = None
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        own = _COUNTED.match(line.text)
        count = own[1] if own else count
        if following is None:
            pieces.append(Piece(line.text))
            continue
        used = line.x1 - line.x0 if centred else line.x1 - start
        glued = line.text.endswith(("-", "–")) and not line.spaced
        blank = 0.0 if glued else 0.22 * line.size
        begins_item = _BULLET.match(following.text) is not None or _is_next(count, following.text)
        if labelled:
            last = line.text.rsplit(None, 1)[-1:] if not line.text[-1:].isspace() else []
            ended = any(_NUMBER.search(word) for word in last) and following.text[:1].isupper()
            begins_item = begins_item or ended or _LABEL.match(following.text) is not None
        far = following.top - line.bottom > 0.9 * line.size
        wrapped = used + blank + following.chunk > room - _TOLERANCE and not begins_item and not far
        tight = not line.spaced and " " not in line.text and line.x1 - line.x0 + following.letter > room - _TOLERANCE
        pieces.append(Piece(line.text, wrapped or (tight and not begins_item), line.spaced, tight))
    return pieces


def _is_next(count: str | None, text: str) -> bool:
    """Whether a line begins with the number or letter that follows the last one."""
    match = _COUNTED.match(text)
    if match is None or count is None:
        return False
    if count.isdecimal() != match[1].isdecimal():
        return False
    return int(match[1]) == int(count) + 1 if count.isdecimal() else ord(match[1]) == ord(count) + 1
