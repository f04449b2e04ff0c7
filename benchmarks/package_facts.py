"""What a workbook's package holds, read with the standard library and lxml alone: nothing of the code under test."""

from __future__ import annotations

import hashlib
import posixpath
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lxml import etree

_LOCAL_HEADER = 30
"""Bytes of a local header before the name (APPNOTE 4.3.7); the last four tell the name's and the extra's length."""
OWN_NAMES = "_zi_excel_"
"""The hidden defined names of the tool's own tabs start so (contract, section 2)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the archive. part: its part name in small letters; packed: a digest of its compressed bytes."""

    part: str
    raw_name: str
    crc: int
    size: int
    method: int
    packed: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship. kind: its type's last word; target: a part name in small letters, or what is outside."""

    id: str
    kind: str
    target: str
    external: bool


class PackageFacts:
    """The entries, parts and relationships of one workbook file, all read at once.

    Raises:
        zipfile.BadZipFile: it is no zip.
    """

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive, path.open("rb") as file:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            self.entries = tuple(_entry(file, info) for info in infos)
            self._data = {part_name(info.filename): archive.read(info) for info in infos}

    def __contains__(self, part: str) -> bool:
        return part in self._data

    @property
    def parts(self) -> tuple[str, ...]:
        """The part names in small letters, each once."""
        return tuple(self._data)

    def data(self, part: str) -> bytes:
        """A part's bytes; none where there is no such part."""
        return self._data.get(part, b"")

    def root(self, part: str) -> Any:
        """The root element of a part; None where it is no XML. VML is mended as Excel mends it."""
        data = self.data(part)
        if not re.match(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*\x00?<", data):
            return None
        mend = part.endswith(".vml")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=mend)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            return None

    def relations(self, part: str) -> tuple[Relation, ...]:
        """The relationships of a part ("/" for the package's own)."""
        folder, _, name = part.rpartition("/")
        root = self.root(f"{folder}/_rels/{name}.rels")
        found = []
        for item in () if root is None else root.iter("{*}Relationship"):
            external = item.get("TargetMode", "").lower() == "external"
            target = item.get("Target", "")
            if not external:
                target = posixpath.normpath(posixpath.join(folder or "/", unquote(target).replace("\\", "/"))).lower()
            kind = item.get("Type", "").rpartition("/")[2]
            found.append(Relation(item.get("Id", ""), kind, target, external))
        return tuple(found)

    @cached_property
    def workbook_part(self) -> str:
        """The workbook part: where the package's relationships lead, else where it usually lies."""
        found = [item.target for item in self.relations("/") if item.kind == "officeDocument" and item.target in self]
        return (*found, "/xl/workbook.xml")[0]

    @cached_property
    def registering(self) -> frozenset[str]:
        """The parts that a graft may add to (contract, section 8), as far as they are there; calcChain may go."""
        folder, _, name = self.workbook_part.rpartition("/")
        found = {"/[content_types].xml", self.workbook_part, f"{folder}/_rels/{name}.rels".lower()}
        found |= {item.target for item in self.relations(self.workbook_part) if item.kind in {"styles", "calcChain"}}
        properties = {"extended-properties", "extendedProperties"}  # the second word is Strict's
        found |= {item.target for item in self.relations("/") if item.kind in properties}
        return frozenset(found & set(self._data))

    @cached_property
    def own_parts(self) -> frozenset[str]:
        """The parts of the tool's own tabs, and what only they lead to."""
        root = self.root(self.workbook_part)
        titles = set()
        for name in () if root is None else root.iter("{*}definedName"):
            if name.get("name", "").lower().startswith(OWN_NAMES) and name.get("localSheetId") is None:
                titles.add((name.text or "").rpartition("!")[0].strip("'").replace("''", "'"))
        rids = {
            value
            for sheet in (() if root is None else root.iter("{*}sheet"))
            if sheet.get("name") in titles
            for key, value in sheet.attrib.items()
            if key.endswith("}id")
        }
        relations = self.relations(self.workbook_part)
        own = self._reached({item.target for item in relations if item.id in rids})
        return own - self._reached({item.target for item in relations if item.id not in rids and not item.external})

    def _reached(self, parts: set[str]) -> frozenset[str]:
        found: set[str] = set()
        todo = list(parts & set(self._data))
        while todo:
            part = todo.pop()
            if part in found:
                continue
            folder, _, name = part.rpartition("/")
            found |= {part, f"{folder}/_rels/{name}.rels"} & set(self._data)
            todo += [item.target for item in self.relations(part) if not item.external and item.target in self]
        return frozenset(found)


def part_name(entry_name: str) -> str:
    """An entry's name as a part name in small letters."""
    return "/" + entry_name.replace("\\", "/").lstrip("/").lower()


def _entry(file: Any, info: zipfile.ZipInfo) -> Entry:
    file.seek(info.header_offset)
    header = file.read(_LOCAL_HEADER)
    lengths = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    file.seek(info.header_offset + _LOCAL_HEADER + lengths)
    packed = hashlib.sha256(file.read(info.compress_size)).hexdigest()
    return Entry(part_name(info.filename), info.orig_filename, info.CRC, info.file_size, info.compress_type, packed)
