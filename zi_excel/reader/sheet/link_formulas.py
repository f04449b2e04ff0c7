"""Where the HYPERLINK() and IMAGE() calls of a formula lead: by a text, by a cell, joined with `&` or CONCATENATE()."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from zi_excel.plan.patterns import pattern
from zi_excel.reader.sheet.ranges import read_area

UNKNOWN = "="
"""What the target of a call starts with whose address can't be worked out: it is a link all the same."""
_LONGEST, _DEEPEST = 8192, 8
"""Characters of a formula and of an address, and brackets in each other, that are looked into."""
_MOST = 500
"""Texts, signs and what stands between them in one address; one of more is a link whose address isn't worked out."""
_CALL = pattern(r'"(?:[^"]|"")*+(?:"|\Z)|(?<![\w.])(?:_xl(?:fn|ws)\.)*(HYPERLINK|IMAGE)\(', re.IGNORECASE)
_TOKEN = pattern(r'"(?:[^"]|"")*+(?:"|\Z)|\'(?:[^\']|\'\')*+(?:\'|\Z)|[^"\'(){},;&]++|[(){},;&]')
_REFERENCE = pattern(r"(?:(?:'((?:[^'\[\]]|'')+)'|([^\W\d][\w.]*))!)?(\$?[A-Z]{1,3}\$?\d{1,7})", re.IGNORECASE)
_JOIN = pattern(r"(?:_xlfn\.)?CONCAT(?:ENATE)?\((.*)\)", re.IGNORECASE | re.DOTALL)
_NUMBER = pattern(r"\d+(?:\.\d+)?")


class CellPlace(NamedTuple):
    """A cell that a formula names; sheet None: its own."""

    sheet: str | None
    row: int
    column: int


Lookup = Callable[[CellPlace], str | None]
"""The text of a cell, "" where it is blank; None where it can't be told."""


def call_targets(formula: str, lookup: Lookup) -> list[str]:
    """Where each call of a formula leads; of one whose address can't be worked out, the call. Blank ones are none."""
    targets = []
    text, end = formula[:_LONGEST], 0
    for call in _CALL.finditer(text):
        if call[1] is None or call.start() < end:  # a text, or within the address of a call before
            continue
        argument = next(_pieces(islice(_TOKEN.finditer(text, call.end()), _MOST), ",;"), "")
        end = call.end() + len(argument)
        whole = text[end : end + 1] in {"", *",;)}"}
        target = _evaluated(argument, lookup, 0) if whole else None
        targets.append(f"{UNKNOWN}{call[1].upper()}({argument.strip()})" if target is None else target.strip())
    return [target for target in targets if target]


def _split(text: str, separators: str) -> Iterator[str]:
    """The pieces of a text between separators that stand in no bracket; it ends where a bracket closes too much."""
    return _pieces(_TOKEN.finditer(text), separators)


def _pieces(tokens: Iterable[re.Match[str]], separators: str) -> Iterator[str]:
    depth, piece = 0, ""
    for token in (match[0] for match in tokens):
        if token in {"(", "{"}:
            depth += 1
        elif token in {")", "}"}:
            depth -= 1
            if depth < 0:
                break
        if depth == 0 and len(token) == 1 and token in separators:
            yield piece
            piece = ""
        else:
            unclosed = token[0] in "\"'" and (len(token) == 1 or token[-1] != token[0])
            piece += token[1:] if unclosed else token
    yield piece


def _evaluated(expression: str, lookup: Lookup, depth: int) -> str | None:
    """The text that an expression makes; None where that can't be told."""
    if depth > _DEEPEST:
        return None
    return _joined(_operand(operand.strip(), lookup, depth) for operand in _split(expression, "&"))


def _joined(texts: Iterable[str | None]) -> str | None:
    """The texts as one; None where one can't be told, or all are longer than an address can be."""
    known: list[str] = []
    left = _LONGEST
    for text in texts:
        left -= 0 if text is None else len(text)
        if text is None or left < 0:
            return None
        known.append(text)
    return "".join(known)


def _operand(operand: str, lookup: Lookup, depth: int) -> str | None:
    if len(operand) > 1 and operand[0] == operand[-1] == '"':
        return operand[1:-1].replace('""', '"')
    if _NUMBER.fullmatch(operand):
        return operand
    if operand.startswith("(") and operand.endswith(")"):
        return _evaluated(operand[1:-1], lookup, depth + 1)
    if (joined := _JOIN.fullmatch(operand)) is not None:
        return _joined(_evaluated(argument, lookup, depth + 1) for argument in _split(joined[1], ",;"))
    if (named := _REFERENCE.fullmatch(operand)) is not None and (area := read_area(named[3])) is not None:
        sheet = named[1].replace("''", "'") if named[1] else named[2]
        return lookup(CellPlace(sheet, area.top, area.left))
    return None
