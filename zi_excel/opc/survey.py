"""One pass over all of staff's parts before anything is written: whole, and do they read the tool's own tabs?"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from zi_excel.opc import xml
from zi_excel.opc.archive import CHUNK
from zi_excel.opc.package import Package

_AFTER_NAME = (b"!", b"'!", b"&apos;!", b"&#39;!", b'"')
"""What follows a sheet's name where something refers to it: in a formula, quoted or not; in a pivot's source."""
_NOT_READ = ("sharedStrings", "app.xml", ".rels")
"""Parts in which a sheet's name is a text, or a list of the sheets."""


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
    for part in package.names:
        looked_for = (
            {}
            if part in own or any(word in part for word in _NOT_READ)
            else {
                name: xml.escaped(name.replace("'", "''"), quotes=False).encode() for name in names if name not in found
            }
        )
        tail = b""
        with package.stream(part) as stream:
            while piece := stream.read(CHUNK):
                if not looked_for:
                    continue
                window = tail + piece
                for name, raw in looked_for.items():
                    if raw in window and any(raw + after in window for after in _AFTER_NAME):
                        found[name] = part
                looked_for = {name: raw for name, raw in looked_for.items() if name not in found}
                tail = window[-256:]
    return found
