"""Which formats a workbook's parts ask for by number: where there are none, ours must not take those numbers."""

from __future__ import annotations

import re
from typing import NamedTuple

from zi_excel.opc.package.archive import CHUNK
from zi_excel.opc.package.package import Package
from zi_excel.opc.package.xml_text import in_utf8

_CELL_FORMAT = re.compile(rb"""\s(?:s|style|xfId)\s*=\s*["'](\d{1,9})["']""")
_DIFFERENTIAL = re.compile(rb"""\s\w*[dD]xfId\s*=\s*["'](\d{1,9})["']""")
_OVERLAP = 64


class StyleUse(NamedTuple):
    """How many cell formats and differential formats there would have to be: one more than the highest number."""

    cell_formats: int = 0
    differential: int = 0

    @classmethod
    def of(cls, package: Package) -> StyleUse:
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
                        highest[at] = max(highest[at], max(map(int, pattern.findall(window)), default=-1))
                    tail = window[-_OVERLAP:]
        return cls(highest[0] + 1, highest[1] + 1)
