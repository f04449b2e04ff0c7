"""Text as a person sees it: what has no shape of its own goes, every blank is plain, every line break is alike.

What is copied out of chats, web pages and PDF files brings characters that nobody sees: marks of direction, joiners,
variation selectors, fillers. One function for all columns takes them away.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_JOINS: Final = "\u200d\ufe0e\ufe0f"
"""They make one emoji of several, or say how one is drawn; behind anything else they are nothing."""
_FILLERS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and signs without ink
_UNSEEN_MARKS: Final = frozenset("\u034f\u17b4\u17b5\u180b\u180c\u180d\u180f")  # of category Mn, without ink
_SEEN_FORMATS: Final = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")  # Cf, with ink
_BREAKS: Final = frozenset("\n\x0b\x0c\x85\u2028\u2029")


class _Plain(dict[int, str]):
    """What each character becomes, worked out when the first text holds it."""

    def __missing__(self, code: int) -> str:
        plain = self[code] = _plain(chr(code))
        return plain


def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if character in _BREAKS:
        return "\n"
    if character in "\t\r":
        return character
    if category == "Zs" or character in _FILLERS:
        return " "
    selector = 0xFE00 <= ord(character) <= 0xFE0F or 0xE0100 <= ord(character) <= 0xE01EF
    unseen = category in {"Cf", "Cc"} and character not in _SEEN_FORMATS
    return "" if unseen or selector or character in _UNSEEN_MARKS else character


_PLAIN: Final = _Plain()


def visible(text: str) -> str:
    """The text without what nobody sees (Unicode category Cf and the like), its blanks and line breaks plain."""
    return text if text.isascii() and text.isprintable() else text.translate(_PLAIN)


def shown_text(text: str) -> str:
    """The same, but an emoji that is joined of several stays one."""
    if text.isascii() or not any(join in text for join in _JOINS):
        return visible(text)
    kept = ""
    for character in text:
        kept += character if character in _JOINS and _ends_in_emoji(kept) else visible(character)
    return kept


def _ends_in_emoji(text: str) -> bool:
    last = text[-1:]
    return last == "\ufe0f" or (last != "" and unicodedata.category(last) in {"So", "Sk"})
