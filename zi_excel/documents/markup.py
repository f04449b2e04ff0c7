"""The markup that a scan's text carries: slanted and bold words, line breaks, signs written as names."""

from __future__ import annotations

import html
import re

_BREAK = re.compile(r"<br\s*/?>|</p>\s*<p>|</li>\s*<li>", re.IGNORECASE)
_SLANTED = re.compile(r"<(i|em)>(.*?)</\1>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?(?:i|em|b|strong|u|p|ul|ol|li|span|sup|sub|center)\b[^<>]*>", re.IGNORECASE)
_STARS = re.compile(r"(?<![\w*])(\*{1,2})(?=\S)([^*]+?)(?<=\S)\1(?![\w*])")


def inline(raw: str) -> tuple[str, tuple[str, ...]]:
    """A text without its markup, and its slanted phrases in order."""
    if not any(sign in raw for sign in "<*&"):
        return raw, ()
    text = _BREAK.sub("\n", raw)
    slanted = []

    def kept(match: re.Match[str]) -> str:
        phrase = _TAG.sub("", match[2]).strip()
        if phrase:
            slanted.append(html.unescape(phrase))
        return match[2]

    def starred(match: re.Match[str]) -> str:
        if len(match[1]) == 1:
            slanted.append(html.unescape(match[2]))
        return match[2]

    text = _SLANTED.sub(kept, text)
    text = _STARS.sub(starred, text)
    return html.unescape(_TAG.sub("", text)), tuple(slanted)


_LIST = re.compile(r"(?<!\s)\s*<[uo]l\b[^<>]*>\s*", re.IGNORECASE)
_BEFORE_CAPITAL = re.compile(r"(?<!\S)(\S+) (?=[A-Z])")
_ADDRESS = re.compile(r"[@\d]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b ")


def _parted(word: re.Match[str]) -> str:
    """An address or a number before a capital ends an item."""
    return f"{word[1]}\n" if _ADDRESS.search(word[1]) else word[0]


def relisted(raw: str) -> str | None:
    """A cell's raw text with the line breaks that a scan lost; None where none is missing.

    That of a list whose items have no marks: one begins behind a number or an address, or with a word and a colon.
    And of a phrase that is there twice, but for its year.
    """
    parts = _LIST.split(raw, maxsplit=1)
    if len(parts) == 2 and "<li" not in raw.lower():
        items = re.sub(r" (?=[A-Z][^\W\d]*:)", "\n", _BEFORE_CAPITAL.sub(_parted, parts[1].strip()))
        return f"{parts[0].strip()}\n{items}"
    for match in _YEAR.finditer(raw):
        first, second = raw[: match.end()].strip(), raw[match.end() :].strip()
        if len(first) != len(second):
            continue
        if re.sub(r"\d", "#", first).casefold() == re.sub(r"\d", "#", second).casefold() and first.count(" "):
            return f"{first}\n{second}"
    return None
