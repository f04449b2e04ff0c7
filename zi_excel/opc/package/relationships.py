"""Relationships: how parts of a package point at each other."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import quote, unquote

from zi_excel.opc.package import xml

_SAFE = "/%-._~!$&'()*+,;=:@"
"""What may stand in a part's name without its number (RFC 3986, pchar)."""


class Relationship(NamedTuple):
    """One relationship.

    kind: the last word of its type ("worksheet", "styles"): the same in Strict and Transitional packages.
    target: as written. part: the part that it leads to; None where it is external or there is no such part.
    """

    rid: str
    type: str
    target: str
    external: bool
    part: str | None

    @property
    def kind(self) -> str:
        """The last word of the type."""
        return self.type.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Relationships:
    """All relationships of one part, in their order."""

    items: tuple[Relationship, ...] = ()
    _by_id: dict[str, Relationship] = field(init=False, default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        for item in self.items:
            self._by_id.setdefault(item.rid, item)

    def __iter__(self) -> Iterator[Relationship]:
        return iter(self.items)

    def by_id(self, rid: str) -> Relationship | None:
        """The (first) one with an id; None where there is none."""
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
            find: the name that a part really has in the package, whatever its case; None where it is missing.
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
            found = None if external else _found(target, source, find)
            items.append(Relationship(element.get("Id", ""), element.get("Type", ""), target, external, found))
        return cls(tuple(items))


def relationships_part(source: str) -> str:
    """The name of the part that holds the relationships of a part, or of the package ("/")."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def resolve(target: str, source: str) -> str:
    """The part name that a target means, seen from a part: relative or absolute, with backslashes or a fragment."""
    path = target.split("#", 1)[0].replace("\\", "/")
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(source) or "/", path))
    return "/" + joined.lstrip("/")


def relative(part: str, source: str) -> str:
    """The target that leads from a source part to a part."""
    return posixpath.relpath(part, posixpath.dirname(source))


def _found(target: str, source: str, find: Callable[[str], str | None]) -> str | None:
    name = resolve(target, source)
    # A part's name is written with "%20" or without, in the archive as in the target
    return find(name) or find(unquote(name)) or find(quote(name, safe=_SAFE))
