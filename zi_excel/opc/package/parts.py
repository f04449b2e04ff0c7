"""Parts that belong to a tab: which they are, which may go with it, and what they become in another package."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from urllib.parse import unquote

from zi_excel.errors import WorkbookError
from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package
from zi_excel.opc.package.relationships import relationships_part, relative, resolve
from zi_excel.opc.package.xml_text import escaped

_NUMBERED = re.compile(r"(.*?)\d*(\.[^./]*)?")
_STRICT_NAMESPACES = (
    (xml.MAIN, xml.MAIN_STRICT),
    (xml.R, xml.R_STRICT),
    ("http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/"),
)
"""Transitional namespaces (by their start) and what they are in Strict packages (ISO/IEC 29500-1)."""


def reachable(package: Package, starts: Iterable[str], *, without: Collection[str] = ()) -> dict[str, None]:
    """The parts that relationships lead to from some parts, these included, in the order in which they are found.

    Args:
        package: the package.
        starts: where to start; "/" is the package itself.
        without: parts that are not entered.

    Raises:
        WorkbookError: relationships on the way can't be read.
    """
    found: dict[str, None] = {}
    ahead = [start for start in starts if start not in without]
    while ahead:
        part = ahead.pop(0)
        if part in found:
            continue
        found[part] = None
        ahead += [item.part for item in package.relationships(part) if item.part and item.part not in without]
    return found


def exclusive(package: Package, owned: Collection[str]) -> set[str]:
    """The parts that only these tabs reach, the tabs' own parts and all relationships parts included.

    Raises:
        WorkbookError: the package's relationships can't be read.
    """
    if not owned:
        return set()
    others = reachable(package, ["/"], without=owned)
    parts = {part for part in reachable(package, owned) if part not in others}
    return parts | {found for part in parts if (found := package.find(relationships_part(part))) is not None}


def promised(package: Package, without: Collection[str]) -> set[str]:
    """Part names (in small letters) that something in the package speaks of, whether or not there is such a part.

    A new part of such a name would become what staff's drawing, content type or relationships part was meant for.

    Args:
        package: the package.
        without: parts whose relationships and content types don't count.
    """
    gone = {name.lower() for name in without}
    found = {name for name in package.types.overridden() if name not in gone}
    for name in package.names:
        if not name.lower().endswith(".rels") or name in without:
            continue
        source = _source(name)
        found.add(source.lower())
        with suppress(WorkbookError):  # nothing leads to it, else it had been read (and refused) before
            for item in package.relationships(source):
                if not item.external:
                    target = resolve(item.target, source)
                    found |= {target.lower(), unquote(target).lower()}
    return found


def _source(relationships: str) -> str:
    """The part whose relationships these are."""
    folder, _, name = relationships.rpartition("/_rels/")
    return f"{folder}/{name.removesuffix('.rels')}"


def free_name(like: str, taken: Collection[str]) -> str:
    """The first free part name of the same folder and kind ("/xl/charts/chart7.xml"). taken: in small letters."""
    found = _NUMBERED.fullmatch(like)
    stem, extension = found.groups("") if found else (like, "")
    number = 1
    while f"{stem}{number}{extension}".lower() in taken:
        number += 1
    return f"{stem}{number}{extension}"


def relationships_bytes(
    package: Package, part: str, names: Mapping[str, str], translate: Callable[[str], str] = str
) -> bytes | None:
    """The relationships part of a part that moves to another package; None where it has none.

    Args:
        package: the package that it comes from.
        part: its name there.
        names: the names that parts have in the other package.
        translate: what the types become there.
    """
    items = tuple(package.relationships(part))
    if not items:
        return None
    lines = [f'<Relationships xmlns="{xml.RELATIONSHIPS}">']
    for item in items:
        target = relative(names[item.part], names[part]) if item.part else item.target
        attributes = {"Id": item.rid, "Type": translate(item.type), "Target": target}
        if item.external:
            attributes["TargetMode"] = "External"
        lines.append(
            "<Relationship " + " ".join(f'{key}="{escaped(value)}"' for key, value in attributes.items()) + "/>"
        )
    lines.append("</Relationships>")
    return xml.DECLARATION + "".join(lines).encode()


def strict_type(relationship_type: str) -> str:
    """A relationship's type as Strict packages write it."""
    return relationship_type.replace(xml.R, xml.R_STRICT, 1)


def strict_part(data: bytes) -> bytes:
    """An XML part with Strict namespaces.

    Percentages in charts and colours keep their plain numbers: the standard has them with a "%" there, but Office's own
    Strict files have not, and the Open XML SDK's validator refuses the sign.
    """
    for transitional, strict in _STRICT_NAMESPACES:
        data = data.replace(transitional.encode(), strict.encode())
    return data
