"""[Content_Types].xml: the type of each part, by its name or its extension."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from zi_excel.opc.package import xml

PART = "/[Content_Types].xml"
RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


class ContentTypes:
    """The content types of a package; they can be edited and written again.

    Raises:
        WorkbookError: not well-formed.
    """

    def __init__(self, data: bytes, part: str) -> None:
        self._data = data
        self._root = xml.parse(data, part)
        self._defaults: dict[str, str] = {}
        self._overrides: dict[str, str] = {}
        for element in self._root:
            match xml.local(element):
                case "Default":
                    self._defaults[element.get("Extension", "").lower()] = element.get("ContentType", "")
                case "Override":
                    self._overrides[_key(element.get("PartName", ""))] = element.get("ContentType", "")

    def of(self, part: str) -> str | None:
        """The content type of a part; None where it has none."""
        return self._overrides.get(_key(part)) or self._defaults.get(_extension(part))

    def parts_of_type(self, content_type: str) -> Iterable[str]:
        """The parts to which an override gives this type, as the override spells them, in lower case."""
        return (part for part, kind in self._overrides.items() if kind == content_type)

    def overridden(self) -> Iterable[str]:
        """The parts that have an override, in lower case; not all of them need exist."""
        return self._overrides.keys()

    def set(self, part: str, content_type: str) -> None:
        """Gives a part a type: by a default where its extension has none yet, else by an override."""
        if self.of(part) == content_type:
            return
        extension = _extension(part)
        if extension not in self._defaults and extension not in {"", "xml"}:
            self._add("Default", {"Extension": extension, "ContentType": content_type})
            self._defaults[extension] = content_type
            return
        self.drop(part)
        self._add("Override", {"PartName": part, "ContentType": content_type})
        self._overrides[_key(part)] = content_type

    def drop(self, part: str) -> None:
        """Removes a part's override, where it has one."""
        if self._overrides.pop(_key(part), None) is None:
            return
        for element in list(self._root):
            if xml.local(element) == "Override" and _key(element.get("PartName", "")) == _key(part):
                xml.remove(element)

    def to_bytes(self) -> bytes:
        """The part; the same bytes as before where nothing changed."""
        return xml.unless_same(self._root, self._data)

    def _add(self, tag: str, attributes: dict[str, str]) -> None:
        position = len(self._root)
        if tag == "Default":  # defaults come before overrides
            position = next((i for i, element in enumerate(self._root) if xml.local(element) == "Override"), position)
        element = self._root.makeelement(f"{{{xml.namespace(self._root)}}}{tag}", attributes)
        self._root.insert(position, element)


def _key(part: str) -> str:
    return "/" + part.replace("\\", "/").lstrip("/").lower()


def _extension(part: str) -> str:
    return posixpath.splitext(part)[1][1:].lower()
