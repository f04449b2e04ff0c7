"""One pass over all of staff's parts before anything is written: whole, and do they read the tool's own tabs?"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from zi_excel.opc.archive import CHUNK
from zi_excel.opc.package import Package

_NOT_READ = ("sharedStrings", "app.xml", ".rels")
"""Parts in which a sheet's name is a text, or a list of the sheets."""
_OVERLAP = 512
"""Bytes of a piece that are looked at again with the next one: the longest names, written with entities."""
_ENTITIES = {"'": "(?:'|&apos;|&#39;)", '"': '(?:"|&quot;|&#34;)', ">": "(?:>|&gt;)", "<": "&lt;", "&": "&amp;"}
_QUOTE = _ENTITIES["'"]


@dataclass(frozen=True, slots=True)
class _Sought:
    """How a sheet's name is found. hint: bytes without which it can't stand there (a quick look)."""

    hint: bytes
    references: re.Pattern[bytes]

    @classmethod
    def of(cls, name: str) -> _Sought:
        written = "".join(_ENTITIES.get(char, re.escape(char)) for char in name)
        doubled = "".join(_ENTITIES.get(char, re.escape(char)) for char in name.replace("'", "''"))
        references = (
            # In quotes, or at either end of a reference through several sheets ('A:B'!); [1] is another workbook's
            rf"(?:{_QUOTE}|:){doubled}(?:{_QUOTE}!|:[^<>]{{1,190}}?!)",
            rf"[^\w.\]\x80-\xff]{doubled}(?:!|:[^<>\s]{{1,190}}?!)",
            rf"=[\"']{written}[\"']",  # a pivot's source
        )
        hint = max(re.split("['\"<>&]", name), key=len)
        return cls(hint.encode(), re.compile("|".join(references).encode()))


def survey(package: Package, names: Collection[str], own: Collection[str]) -> Mapping[str, str]:
    """Inflates every part once, so that every checksum is compared, and looks for references to some sheets.

    Args:
        package: staff's package.
        names: the sheets' names.
        own: parts in which references don't count: the tabs' own, and the workbook part, which lists them.

    Returns:
        The sheets that something refers to, with the (first) part that does. Text that merely looks so counts as well.

    Raises:
        WorkbookError: a part is damaged.
    """
    found: dict[str, str] = {}
    sought = {name: _Sought.of(name) for name in names}
    for part in package.names:
        passed_over = part in own or any(word in part for word in _NOT_READ)
        looked_for = {} if passed_over else {name: item for name, item in sought.items() if name not in found}
        tail = b""
        with package.stream(part) as stream:
            while piece := stream.read(CHUNK):
                if not looked_for:
                    continue
                window = tail + piece
                for name, item in looked_for.items():
                    if item.hint in window and item.references.search(window):
                        found[name] = part
                looked_for = {name: item for name, item in looked_for.items() if name not in found}
                tail = window[-_OVERLAP:]
    return found
