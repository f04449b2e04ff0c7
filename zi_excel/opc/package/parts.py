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
    """The parts to which relationships lead from some parts, these included, in the order in which they are reached.

    Args:
        package: the package.
        starts: where to start; "/" is the package itself.
        without: parts that are passed over, with what only they lead to.

    Raises:
        WorkbookError: relationships on the way can't be read.
    """
    reached: dict[str, None] = {}
    ahead = [start for start in starts if start not in without]
    while ahead:
        part = ahead.pop(0)
        if part in reached:
            continue
        reached[part] = None
        ahead += [item.part for item in package.relationships(part) if item.part and item.part not in without]
    return reached


def exclusive(package: Package, owned: Collection[str]) -> set[str]:
    """The parts that these tabs alone lead to, the tabs' own parts and all relationships parts included.

    Raises:
        WorkbookError: the package's relationships can't be read.
    """
    if not owned:
        return set()
    others = reachable(package, ["/"], without=owned)
    parts = {part for part in reachable(package, owned) if part not in others}
    return parts | {name for part in parts if (name := package.find(relationships_part(part))) is not None}


def promised(package: Package, without: Collection[str]) -> set[str]:
    """Part names (in lower case) that something in the package mentions, whether or not there is such a part.

    A new part of such a name would take the place that staff's drawing, content type or relationships part refers to.

    Args:
        package: the package.
        without: parts whose own relationships and content types don't count.
    """
    gone = {name.lower() for name in without}
    names = {name for name in package.types.overridden() if name not in gone}
    for name in package.names:
        if not name.lower().endswith(".rels") or name in without:
            continue
        source = _source(name)
        names.add(source.lower())
        with suppress(WorkbookError):  # nothing leads to it, or else it would have been read and refused before
            for item in package.relationships(source):
                if not item.external:
                    target = resolve(item.target, source)
                    names |= {target.lower(), unquote(target).lower()}
    return names


def _source(relationships: str) -> str:
    """The part whose relationships a relationships part holds."""
    folder, _, name = relationships.rpartition("/_rels/")
    return f"{folder}/{name.removesuffix('.rels')}"


def free_name(like: str, taken: Collection[str]) -> str:
    """The first free part name of the same folder and kind ("/xl/charts/chart7.xml"). taken: in lower case."""
    pieces = _NUMBERED.fullmatch(like)
    stem, extension = pieces.groups("") if pieces else (like, "")
    number = 1
    while f"{stem}{number}{extension}".lower() in taken:
        number += 1
    return f"{stem}{number}{extension}"


def relationships_bytes(
    package: Package, part: str, names: Mapping[str, str], translate: Callable[[str], str] = str
) -> bytes | None:
    """The relationships part that a part needs in another package; None where it has no relationships.

    Args:
        package: the package that it comes from.
        part: its name there.
        names: part names here -> part names in the other package.
        translate: a relationship's type here -> its type in the other package.
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
    """A relationship's type in a Strict package."""
    return relationship_type.replace(xml.R, xml.R_STRICT, 1)


def strict_part(data: bytes) -> bytes:
    """An XML part with its namespaces in their Strict form.

    Percentages in charts and colours keep their plain numbers. The standard writes them with a "%" there; but Office's
    own Strict files do not, and the Open XML SDK's validator refuses the sign.
    """
    for transitional, strict in _STRICT_NAMESPACES:
        data = data.replace(transitional.encode(), strict.encode())
    return data
