"""Values of a TOML document: those read have the type that they must have; those written are read back as they were."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, TypeVar

_T = TypeVar("_T")


def text(value: object) -> str:
    """A text. Raises TypeError where it is none, as all of these do."""
    return _typed(value, str)


def whole(value: object) -> int:
    """A whole number."""
    if isinstance(value, bool):
        raise TypeError(value)
    return _typed(value, int)


def day(value: object) -> date:
    """A day without a time."""
    if isinstance(value, datetime):
        raise TypeError(value)
    return _typed(value, date)


def time(value: object) -> datetime:
    """A day and time with its offset from UTC."""
    found = _typed(value, datetime)
    if found.tzinfo is None:
        raise TypeError(value)
    return found


def texts(value: object) -> tuple[str, ...]:
    """A list of texts."""
    return tuple(text(each) for each in _typed(value, list))


def table(value: object) -> Mapping[str, Any]:
    """A table."""
    return _typed(value, dict)


def tables(value: object) -> tuple[Mapping[str, Any], ...]:
    """A list of tables."""
    return tuple(table(each) for each in _typed(value, list))


def quoted(value: str) -> str:
    """A text in quotes; of several lines where it has them, unless an editor could change it there.

    What can't be seen is escaped, so that every text comes back as it was. Raises UnicodeEncodeError where it holds
    half a character (a lone surrogate): that is no text.
    """
    value.encode()
    lines = value.split("\n")
    escaped = ["".join(map(_escaped, line)) for line in lines]
    if len(lines) > 1 and not any(line.endswith((" ", "\t")) for line in lines):
        return '"""\n' + "\n".join(escaped) + '"""'
    return '"' + "\\n".join(escaped) + '"'


_SHORT: Mapping[str, str] = MappingProxyType({"\\": "\\\\", '"': '\\"', "\t": "\\t"})


def _escaped(char: str) -> str:
    if char in _SHORT:
        return _SHORT[char]
    if char.isprintable():
        return char
    return f"\\u{ord(char):04X}" if ord(char) < 1 << 16 else f"\\U{ord(char):08X}"


def _typed(value: object, kind: type[_T]) -> _T:
    if not isinstance(value, kind):
        raise TypeError(value)
    return value
