"""Where a package says what it consists of: [Content_Types].xml and the workbook part's relationships."""

from __future__ import annotations

from collections.abc import Iterable

from zi_excel.opc.package import content_types, xml
from zi_excel.opc.package.content_types import ContentTypes
from zi_excel.opc.package.package import Package
from zi_excel.opc.package.parts import strict_type
from zi_excel.opc.package.relationships import Relationship, relationships_part, relative, resolve
from zi_excel.opc.workbook import workbook_part
from zi_excel.opc.workbook.workbook import Workbook

_NAMESPACES = (f"{{{xml.R}}}", f"{{{xml.R_STRICT}}}")


class Registry:
    """What is registered and struck off while a graft is put together; `parts` gives the two parts' new bytes.

    Raises:
        WorkbookError: one of them can't be read.
    """

    def __init__(self, package: Package, workbook: Workbook) -> None:
        self._package = package
        self._workbook = workbook
        self._relationships = package.relationships(workbook.part)
        self._added: dict[str, tuple[str, str]] = {}
        self._removed: set[str] = set()
        self._used = {item.rid for item in self._relationships} | _ids_used(package.root(workbook.part))
        self._types = ContentTypes(package.read(content_types.PART), package.label(content_types.PART))

    def relate(self, kind: str, part: str) -> str:
        """Registers a relationship of the workbook part ("worksheet", "styles"); its id."""
        taken = self._used | self._added.keys()
        number = 1
        while f"rId{number}" in taken:
            number += 1
        type_ = f"{xml.R}/{kind}"
        target = relative(part, self._workbook.part)
        self._added[f"rId{number}"] = (strict_type(type_) if self._workbook.strict else type_, target)
        return f"rId{number}"

    def unrelate(self, rid: str) -> None:
        """Strikes a relationship of the workbook part off."""
        self._removed.add(rid)

    def of_kind(self, kind: str) -> Relationship | None:
        """The workbook part's (first) relationship of a kind."""
        return next(iter(self._relationships.of_kind(kind)), None)

    def part_of_kind(self, kind: str, content_type: str) -> str:
        """The part that the workbook part has of a kind; registered where it is not there yet (or only promised)."""
        stated = self.of_kind(kind)
        if stated is not None and stated.part is not None:
            return stated.part
        part = resolve(stated.target if stated else f"{kind}.xml", self._workbook.part)
        if stated is None:
            self.relate(kind, part)
        self._types.set(part, content_type)
        return self._package.find(part) or part

    def set_type(self, part: str, content_type: str) -> None:
        """Sees to it that a part has a content type."""
        self._types.set(part, content_type)

    def drop_types(self, parts: Iterable[str]) -> None:
        """Strikes the content types of parts off that are no more."""
        for part in sorted(parts):
            self._types.drop(part)

    def parts(self) -> dict[str, bytes]:
        """The two parts: as they were where nothing was registered."""
        name = relationships_part(self._workbook.part)
        found = self._package.find(name)
        data = self._package.read(found) if found else None
        relationships = workbook_part.edit_relationships(data, self._added, self._removed, self._package.label(name))
        return {found or name: relationships, content_types.PART: self._types.to_bytes()}


def _ids_used(root: xml.Element) -> set[str]:
    """The ids that a part uses, also those without a relationship: a new one must not give them a meaning."""
    return {
        value
        for element in root.iter()
        if isinstance(element.tag, str)
        for key, value in element.attrib.items()
        if key.startswith(_NAMESPACES)
    }
