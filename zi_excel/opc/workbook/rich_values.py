"""Rich values: what a cell shows that no cell could hold before, a picture above all. Older programs see `#VALUE!`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TypeVar

from zi_excel.errors import WorkbookError
from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package

_PICTURES = frozenset({"_localimage", "_webimage"})
_T = TypeVar("_T")
_VALUES, _STRUCTURES = "rdRichValue", "rdRichValueStructure"


class RichValues:
    """The workbook's rich values, read when a cell shows the first one ([MS-XLSX] 2.3.6, 2.6.202)."""

    def __init__(self, package: Package) -> None:
        self._package = package

    def is_picture(self, index: int) -> bool:
        """Whether a rich value is a picture. index: a cell's `vm`, from 1. False where that can't be told."""
        return 0 < index <= len(self._kinds) and self._kinds[index - 1] in _PICTURES

    @cached_property
    def _kinds(self) -> tuple[str, ...]:
        """The kind of each rich value that cells may name, in small letters; "" where it can't be told."""
        try:
            metadata = self._root("sheetMetadata")
            values, structures = self._root(_VALUES), self._root(_STRUCTURES)
        except WorkbookError:
            return ()
        if metadata is None or values is None or structures is None:
            return ()
        kinds = [item.get("t", "").lower() for item in structures if xml.local(item) == "s"]
        of_value = [xml.integer(item.get("s")) for item in values if xml.local(item) == "rv"]
        blocks = [
            xml.integer(next((rich.get("i") for rich in block.iter("{*}rvb")), None))
            for block in metadata.iterfind("{*}futureMetadata[@name='XLRICHVALUE']/{*}bk")
        ]
        named = (
            xml.integer(next((record.get("v") for record in block.iter("{*}rc")), None))
            for block in xml.grandchildren(metadata, "valueMetadata", "bk")
        )
        return tuple(_at(kinds, _at(of_value, _at(blocks, value))) or "" for value in named)

    def _root(self, kind: str) -> xml.Element | None:
        stated = self._package.relationships(self._package.workbook_part).of_kind(kind)
        part = next((item.part for item in stated if item.part), None)
        return None if part is None or part not in self._package else self._package.root(part)


def _at(items: Sequence[_T], index: int | None) -> _T | None:
    return items[index] if index is not None and 0 <= index < len(items) else None
