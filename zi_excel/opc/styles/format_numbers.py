"""The numbers by which formats are called: no number may mean two formats.

Of number formats, be they of cells or of differential formats (dxf): no number may mean two codes in one styles part.
Of the formats themselves: a number that staff's parts ask for, though no format has it, must not come to mean ours.
"""

import re
from collections.abc import Mapping
from itertools import chain, count
from types import MappingProxyType
from typing import NamedTuple, Self

from zi_excel.opc.package import xml
from zi_excel.opc.package.archive import CHUNK
from zi_excel.opc.package.package import Package
from zi_excel.opc.package.xml_text import in_utf8

FIRST_CUSTOM = 164
"""Lower numbers are built in; what most of them show depends on the computer's language."""
_HIGHEST = 32_767
"""Higher numbers are senseless, though a file may have any; how Excel numbers on from one is not known."""
_BUILT_IN: Mapping[str, int] = MappingProxyType(
    {"0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10, "0.00E+00": 11, "@": 49}
)
"""Built-in formats that show the same everywhere, as programs write them when they save (ISO/IEC 29500-1, 18.8.30)."""
# Attributes that ask for a format; compiled at first use, since few workbooks have no formats.
_CELL_FORMAT = rb"""\s(?:s|style|xfId)\s*=\s*["'](\d{1,9})["']"""
_DIFFERENTIAL = rb"""\s\w*[dD]xfId\s*=\s*["'](\d{1,9})["']"""
_OVERLAP = 64
"""Bytes of a piece that are looked at again with the next one: longer than such an attribute."""


class NumberFormats:
    """The custom number formats of a styles part, including those that differential formats (dxf) state themselves.

    same: custom numbers -> the built-in numbers that mean the same; LibreOffice gives even General a custom one.
    """

    def __init__(self, root: xml.Element) -> None:
        meanings: dict[int, list[str]] = {}
        for item in root.iter("{*}numFmt"):
            code, codes = item.get("formatCode", ""), meanings.setdefault(_number(item), [])
            if code not in codes:
                codes.append(code)
        used = {_number(item) for item in root.iter() if isinstance(item.tag, str) and item.get("numFmtId")}
        last = max([FIRST_CUSTOM - 1, *(number for number in used if number < _HIGHEST)])
        ahead = chain(range(last + 1, _HIGHEST), range(FIRST_CUSTOM, last), count(_HIGHEST))
        self._free = (number for number in ahead if number not in used)
        self._listed = {_number(item) for item in xml.grandchildren(root, "numFmts", "numFmt")}
        self._listed |= set(_BUILT_IN.values())
        self._numbers: dict[str, int] = {}
        for number in sorted(meanings, key=lambda number: (number not in self._listed, number)):
            if number >= FIRST_CUSTOM and len(meanings[number]) == 1:
                self._numbers.setdefault(meanings[number][0], number)
        built_in = {code: number for code, number in _BUILT_IN.items() if meanings.get(number, [code]) == [code]}
        for code, number in built_in.items():
            self._numbers.setdefault(code, number)
        plain = {"General": 0, **built_in}
        self.same: Mapping[int, int] = {
            number: plain[codes[0]]
            for number, codes in meanings.items()
            if number >= FIRST_CUSTOM and len(codes) == 1 and codes[0] in plain
        }

    def of(self, code: str) -> int:
        """The number of a code: the one that it has, or a new one that nothing in the part uses."""
        if code not in self._numbers:
            self._numbers[code] = next(self._free)
        return self._numbers[code]

    def is_listed(self, number: int) -> bool:
        """Whether cells could use a number so far: it is built in or listed (numFmts). If not, the caller lists it."""
        listed = number in self._listed
        self._listed.add(number)
        return listed


class StyleUse(NamedTuple):
    """How many cell formats and differential formats a package's parts ask for: one more than the highest number."""

    cell_formats: int = 0
    differential: int = 0

    @classmethod
    def of(cls, package: Package) -> Self:
        """Looks through all XML parts of a package.

        Raises:
            WorkbookError: one is damaged.
        """
        highest = [-1, -1]
        for part in package.names:
            if not part.lower().endswith(".xml"):
                continue
            with package.stream(part) as stream:
                tail = b""
                for piece in in_utf8(iter(lambda: stream.read(CHUNK), b"")):
                    window = tail + piece
                    for at, pattern in enumerate((_CELL_FORMAT, _DIFFERENTIAL)):
                        highest[at] = max(highest[at], max(map(int, re.findall(pattern, window)), default=-1))
                    tail = window[-_OVERLAP:]
        return cls(highest[0] + 1, highest[1] + 1)


def _number(element: xml.Element) -> int:
    return xml.integer(element.get("numFmtId")) or 0
