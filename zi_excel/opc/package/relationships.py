"""Relationships: how parts of a package point at each other."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from typing import NamedTuple

from zi_excel.opc.package import xml

_SAFE = "/%-._~!$&'()*+,;=:@"
"""Characters that a part's name may hold as they are, without percent-encoding (RFC 3986, pchar)."""


class Relationship(NamedTuple):
    """One relationship.

    target: as it is written. part: the part that it leads to; None where it is external or there is no such part.
    """

    rid: str
    type: str
    target: str
    external: bool
    part: str | None

    @property
    def kind(self) -> str:
        """The last word of the type ("worksheet", "styles"): the same in Strict and Transitional packages."""
        return self.type.rsplit("/", 1)[-1]


class Relationships:
    """All relationships of one part. items: in their order."""

    def __init__(self, items: tuple[Relationship, ...] = ()) -> None:
        self.items = items
        self._by_id: dict[str, Relationship] = {}
        for item in items:
            self._by_id.setdefault(item.rid, item)

    def __iter__(self) -> Iterator[Relationship]:
        return iter(self.items)

    def by_id(self, rid: str) -> Relationship | None:
        """The first one with this id; None where there is none."""
        return self._by_id.get(rid)

    def of_kind(self, kind: str) -> tuple[Relationship, ...]:
        """Those of a kind ("worksheet", "styles", ...)."""
        return tuple(item for item in self.items if item.kind == kind)

    @classmethod
    def read(cls, data: bytes, source: str, find: Callable[[str], str | None], *, part: str) -> Relationships:
        """Reads a relationships part.

        Args:
            data: the part's bytes.
            source: the part whose relationships they are; "/" for the package's own.
            find: a part name as the package spells it, whatever its case; None where there is no such part.
            part: what a refusal calls the relationships part.

        Raises:
            WorkbookError: the part is not well-formed.
        """
        items = []
        for element in xml.parse(data, part):
            if xml.local(element) != "Relationship":
                continue
            target = element.get("Target", "")
            external = element.get("TargetMode", "") == "External"
            leads_to = None if external else _part(target, source, find)
            items.append(Relationship(element.get("Id", ""), element.get("Type", ""), target, external, leads_to))
        return cls(tuple(items))


def relationships_part(source: str) -> str:
    """The name of the part that holds the relationships of a part, or of the package ("/")."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def resolve(target: str, source: str) -> str:
    """The part name that a target in a part's relationships means; it may have backslashes or a fragment."""
    path = target.split("#", 1)[0].replace("\\", "/")
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(source) or "/", path))
    return "/" + joined.lstrip("/")


def relative(part: str, source: str) -> str:
    """The relative target that leads from a source part to a part."""
    return posixpath.relpath(part, posixpath.dirname(source))


def _part(target: str, source: str, find: Callable[[str], str | None]) -> str | None:
    """The part that a target leads to; a blank may be written as "%20" in the archive, in the target, or in neither."""
    name = resolve(target, source)
    if (part := find(name)) is not None:
        return part
    from urllib.parse import quote, unquote  # seldom needed, and slow to load

    return find(unquote(name)) or find(quote(name, safe=_SAFE))
