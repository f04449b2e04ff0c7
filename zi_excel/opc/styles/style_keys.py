"""When two entries of a styles part mean the same, whichever programs wrote them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from zi_excel.opc.package import xml

_NUMBER = re.compile(r"[-+]?\d+(?:\.\d*)?")
_NO_NUMBERS = {"formatCode", "name"}
"""Attributes whose digits are no number."""
_SIDES = ("left", "right", "top", "bottom", "start", "end", "diagonal", "vertical", "horizontal")
_FLAGS = ("b", "i", "strike", "outline", "shadow", "condense", "extend")
_DEFAULTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "xf": dict.fromkeys(("numFmtId", "fontId", "fillId", "borderId", "xfId", "pivotButton", "quotePrefix"), "0"),
        "alignment": {
            "horizontal": "general",
            "vertical": "bottom",
            **dict.fromkeys(
                (
                    "textRotation",
                    "wrapText",
                    "indent",
                    "relativeIndent",
                    "justifyLastLine",
                    "shrinkToFit",
                    "readingOrder",
                ),
                "0",
            ),
        },
        "protection": {"locked": "1", "hidden": "0"},
        "border": {"diagonalUp": "0", "diagonalDown": "0", "outline": "1"},
        "patternFill": {"patternType": "none"},
        **{side: {"style": "none"} for side in _SIDES},
    }
)
"""What a missing attribute means in a cell format. In a differential format it means: as it was."""
_NOTHING = {*_SIDES, "alignment", "protection"}
"""Elements that say nothing where they are empty."""
_OFF = {**dict.fromkeys(_FLAGS, "0"), "u": "none", "vertAlign": "baseline", "scheme": "none", "charset": "1"}
"""Values that change nothing in a font; LibreOffice writes the default charset, 1, into every one."""
_ON = {**dict.fromkeys(_FLAGS, "1"), "u": "single"}
GUARDED = {
    "applyNumberFormat": "numFmtId",
    "applyFont": "fontId",
    "applyFill": "fillId",
    "applyBorder": "borderId",
    "applyAlignment": "alignment",
    "applyProtection": "protection",
}
"""Each flag of a cell format, with the attribute or child that it is about."""

Key = tuple[str, tuple[tuple[str, str], ...], tuple[Any, ...], str]


def key(element: xml.Element, *, differential: bool = False, numbers: Mapping[int, int] | None = None) -> Key:
    """Equal for entries that mean the same, whatever the order of their attributes and children.

    Args:
        element: an entry of a styles part, or an element of one.
        differential: whether it is in a dxf, where what is missing stays as it was.
        numbers: of number formats that have two numbers, the one -> the other.
    """
    name = xml.local(element)
    differential = differential or name == "dxf"
    attributes = {word: _plain(name, word, value) for word, value in element.attrib.items()}
    children = [key(item, differential=differential) for item in element if isinstance(item.tag, str)]
    number = xml.integer(attributes.get("numFmtId")) if name == "xf" else None
    if numbers and number is not None and number in numbers:
        attributes["numFmtId"] = str(numbers[number])
    if name in _ON and attributes.get("val") == _ON[name]:
        del attributes["val"]
    if not differential:
        if attributes and (defaults := _DEFAULTS.get(name)) is not None:
            attributes = {word: value for word, value in attributes.items() if value != defaults.get(word)}
        children = [item for item in children if not _says_nothing(item)]
        if name == "patternFill" and attributes.get("patternType") == "solid":
            # A solid fill shows its foreground alone; behind it Excel writes colour 64, LibreOffice a similar one.
            children = [item for item in children if item[0] != "bgColor"]
        if name == "xf":
            _drop_flags(attributes, {item[0] for item in children})
    text = (element.text or "").strip()
    return name, tuple(sorted(attributes.items())), tuple(sorted(children)), text


def _says_nothing(child: Key) -> bool:
    name, attributes, children, _ = child
    if name in _NOTHING:
        return not (attributes or children)
    return name in _OFF and ("val", _OFF[name]) in attributes


def _drop_flags(attributes: dict[str, str], children: set[str]) -> None:
    """Drops the flags of a cell format that change nothing.

    Excel and LibreOffice apply font, fill, border and number format with such a flag or without; and one about what the
    format does not set has no effect.
    """
    for flag, guarded in GUARDED.items():
        if (guarded not in attributes and guarded not in children) or (
            attributes.get(flag) == "1" and guarded.endswith("Id")
        ):
            attributes.pop(flag, None)


@lru_cache(maxsize=1024)  # the same few attributes are in hundreds of entries
def _plain(name: str, word: str, value: str) -> str:
    if word == "rgb":
        return value.upper()
    if name == "name" or word in _NO_NUMBERS:
        return value
    value = {"true": "1", "false": "0"}.get(value, value)
    return f"{float(value):.10g}" if _NUMBER.fullmatch(value) else value
