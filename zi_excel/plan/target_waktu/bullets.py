"""What stands before the times of a target waktu and is none of them: bullets, numbering, dashes that may be either."""

import re
from collections.abc import Iterator
from itertools import count

from zi_excel.plan.patterns import pattern
from zi_excel.plan.target_waktu.words import Kind, meanings

ARROW = r"[\u2190-\u21ff\u2794-\u27a1\u27a5-\u27bf\u27f0-\u27ff\u2900-\u297f\u2b00-\u2b11\u2b60-\u2baf]"
"""An arrow of any kind."""
_BULLET = pattern(r"^(?:[*•▪◦‣·●○■□➢➤►❖]|o(?= )|-) ?", re.MULTILINE)
_NUMBERED = pattern(r"(?:(?<=\s)|^)\(?(\d{1,2})[.)]\s?(?=[^\W\d_])")
_LETTERED = pattern(r"(?:(?<=\s)|^)\(?([a-z])[.)] (?=\S)", re.IGNORECASE)
_ARROW_BULLET = pattern(rf"^{ARROW} ?", re.MULTILINE)
_INNER_ARROW = pattern(rf" ?{ARROW} ?")
_INNER_DASH = pattern(r"(?<=\S) -(?=\S| \S)")
_BEFORE_DASH = pattern(r"(?<![^\W\d_])([^\W\d_]+) -")


def _is_title(word: str) -> bool:
    """`Laporan - Maret` before a line with `- Juni`: the dash that follows no time is a bullet, so is the other one."""
    return meanings(word.lower())[0][0] in {Kind.WORD, Kind.UNIT, Kind.FILLER, Kind.AIM}


def without_bullets(text: str) -> str:
    """Drops bullets and numbering. A lone dash before a later line stays, as it may be a range."""
    if _ARROW_BULLET.match(text):
        text = _ARROW_BULLET.sub("", text)
        text = text if "\n" in text else _INNER_ARROW.sub(" … ", text)
    elif text.startswith("-") and "\n" not in text:  # "- Maret - Juni": a list or a range, nobody knows
        text = _INNER_DASH.sub(" … ", text)
    dashed = [at for at, line in enumerate(text.split("\n")) if line.startswith("-")]
    lone_dash = len(dashed) == 1 and dashed[0] > 0 and not any(map(_is_title, _BEFORE_DASH.findall(text)))
    text = _BULLET.sub(lambda match: match.group() if lone_dash and match.group()[0] == "-" else "", text)
    text = _without_numbering(text, _NUMBERED, map(str, count(1)))
    return _without_numbering(text, _LETTERED, map(chr, range(ord("a"), ord("z") + 1)))


def _without_numbering(text: str, numbering: re.Pattern[str], labels: Iterator[str]) -> str:
    """Numbering is numbering only where it counts on without a gap, and starts the text or has a second number."""
    numbers = list(numbering.finditer(text))
    if (
        not numbers
        or (numbers[0].start() and (len(numbers) == 1 or numbering is _LETTERED))
        or any(match[1].lower() != label for match, label in zip(numbers, labels, strict=False))
    ):
        return text
    return numbering.sub("", text)
