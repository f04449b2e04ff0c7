"""A workbook's package, opened once: its parts, their types and relationships. Reads only."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from zi_excel.errors import WorkbookError, reason_of
from zi_excel.opc.package import content_types, xml
from zi_excel.opc.package.archive import ENCRYPTED, Archive, DamagedError, Entry, TooLargeError
from zi_excel.opc.package.content_types import ContentTypes
from zi_excel.opc.package.refusals import cover_only, no_workbook_inside, not_a_zip, unreadable
from zi_excel.opc.package.relationships import Relationships, relationships_part

_WORKBOOK_TYPES = tuple(
    f"application/vnd.{kind}.main+xml"
    for kind in (
        "openxmlformats-officedocument.spreadsheetml.sheet",
        "openxmlformats-officedocument.spreadsheetml.template",
        "ms-excel.sheet.macroEnabled",
        "ms-excel.template.macroEnabled",
        "ms-excel.addin.macroEnabled",
    )
)


class Package:
    """A workbook's package. Use it as a context manager: the file stays open as long as it is in use.

    path: where it lies. names: its parts in the archive's order.
    """

    def __init__(self, file: BinaryIO, path: Path) -> None:
        """Takes over an open file; for a file on a disk there is `open`.

        Raises:
            WorkbookError: it is no workbook that can be used.
        """
        self.path = path
        self._file = file
        try:
            self.archive = Archive(file, partial(unreadable, path))
        except DamagedError:
            raise WorkbookError(not_a_zip(file, path)) from None
        except TooLargeError:
            raise xml.too_large(f"Isi '{path}'") from None
        if any(entry.info.flag_bits & ENCRYPTED for entry in self.archive.entries):
            raise WorkbookError(
                f"'{path}' dilindungi kata sandi; buka di Excel, hapus kata sandinya, lalu simpan ulang."
            )
        parts = [entry for entry in self.archive.entries if not entry.is_folder]
        self._entries = {entry.part.lower(): entry for entry in parts}  # of duplicates the last one counts, as in Excel
        self.names = tuple(dict.fromkeys(self._entries[entry.part.lower()].part for entry in parts))
        self._relationships: dict[str, Relationships] = {}
        if self.find(content_types.PART) is None:
            raise WorkbookError(no_workbook_inside(self.names, path))
        self.types = ContentTypes(self.read(content_types.PART), self.label(content_types.PART))
        if self.relationships("/").of_kind("xenFile"):
            raise WorkbookError(cover_only(path))
        self.workbook_part = self._workbook_part()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Opens a workbook.

        Raises:
            WorkbookError: missing, a folder, not permitted, empty, encrypted, damaged or not an .xlsx/.xlsm workbook.
        """
        try:
            if path.exists() and not path.is_file():
                raise WorkbookError(
                    f"'{path}' bukan berkas (folder atau sejenisnya); sebutkan berkas .xlsx atau .xlsm di dalamnya."
                )
            file = path.open("rb")
        except FileNotFoundError:
            raise WorkbookError(f"'{path}' tidak ditemukan; periksa nama dan foldernya.") from None
        except PermissionError:
            raise WorkbookError(
                f"'{path}' tidak boleh dibaca; minta izin baca atasnya, atau tutup program yang sedang memakainya."
            ) from None
        except (OSError, ValueError) as failure:
            reason = reason_of(failure) if isinstance(failure, OSError) else "namanya tidak diterima sistem"
            raise WorkbookError(
                f"'{path}' tidak dapat dibuka ({reason}); periksa nama, folder dan drive-nya."
            ) from None
        try:
            return cls(file, path)
        except BaseException:
            file.close()
            raise

    def fileno(self) -> int:
        """The descriptor of the file, to know which one it is whatever stands under its name by now."""
        return self._file.fileno()

    def close(self) -> None:
        """Closes the file: Windows replaces none that is open."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def find(self, name: str) -> str | None:
        """A part's name as the archive spells it, whatever its case; None where there is no such part."""
        entry = self._entries.get(name.lower())
        return entry.part if entry else None

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._entries

    def entry(self, name: str) -> Entry:
        """The archive's entry of a part.

        Raises:
            WorkbookError: there is no such part.
        """
        try:
            return self._entries[name.lower()]
        except KeyError:
            raise WorkbookError(
                f"Bagian {self.label(name)} tidak ada, jadi berkasnya tidak utuh; buka di Excel lalu simpan ulang."
            ) from None

    def label(self, name: str) -> str:
        """What sentences call a part."""
        return f"'{name}' dari '{self.path}'"

    def read(self, name: str, *, limit: int | None = None) -> bytes:
        """A whole part. limit: the bytes that it may have, if another number than for parts that are parsed.

        Raises:
            WorkbookError: it is missing, damaged or absurdly large.
        """
        try:
            return self.archive.read(self.entry(name), limit)
        except DamagedError:
            raise self._damaged(name) from None
        except TooLargeError:
            raise xml.too_large(f"Bagian {self.label(name)}") from None

    def holds(self, name: str, data: bytes) -> bool:
        """Whether a part consists of these bytes. One of another size is not read: it may be more than `read` takes.

        Raises:
            WorkbookError: it is missing or damaged.
        """
        return self.entry(name).info.file_size == len(data) and self.read(name) == data

    def stream(self, name: str) -> BinaryIO:
        """A part, inflated as it is read.

        Raises:
            WorkbookError: it is missing; or, while reading, damaged.
        """
        return self.archive.stream(self.entry(name), lambda: self._damaged(name))

    def root(self, name: str) -> xml.Element:
        """The root element of a part.

        Raises:
            WorkbookError: it is missing, damaged or not well-formed.
        """
        return xml.parse(self.read(name), self.label(name))

    def events(
        self, name: str, tags: Collection[str] | None = None, *, starts: bool = False
    ) -> Iterator[tuple[str, xml.Element]]:
        """Streams a part's elements (`xml.events`).

        Raises:
            WorkbookError: it is missing, damaged or not well-formed.
        """
        with self.stream(name) as stream:
            yield from xml.events(stream, self.label(name), tags, starts=starts)

    def content_type(self, name: str) -> str | None:
        """A part's content type; None where it has none."""
        return self.types.of(name)

    def relationships(self, name: str) -> Relationships:
        """The relationships of a part, or of the package ("/"); none where it has no relationships part.

        Raises:
            WorkbookError: they can't be read.
        """
        if name not in self._relationships:
            part = self.find(relationships_part(name))
            self._relationships[name] = (
                Relationships()
                if part is None
                else Relationships.read(self.read(part), name, self.find, part=self.label(part))
            )
        return self._relationships[name]

    def _workbook_part(self) -> str:
        for relationship in self.relationships("/").of_kind("officeDocument"):
            if relationship.part:
                kind = self.content_type(relationship.part) or ""
                # Betas before 2007 had types of their own; whether it is one of those, the part itself shows
                excel = "ms-excel" in kind or "spreadsheetml" in kind or kind in {"", "application/xml", "text/xml"}
                if "binary" in kind or not excel:
                    raise WorkbookError(no_workbook_inside(self.names, self.path, kind))
                return relationship.part
        for kind in _WORKBOOK_TYPES:  # a package without (usable) relationships of its own
            for name in self.types.parts_of_type(kind):
                if (part := self.find(name)) is not None:
                    return part
        raise WorkbookError(no_workbook_inside(self.names, self.path))

    def _damaged(self, name: str) -> WorkbookError:
        return WorkbookError(
            f"Bagian {self.label(name)} rusak (tidak dapat dibaca utuh); buka berkasnya di Excel, "
            "biarkan Excel memperbaikinya, lalu simpan ulang, atau pakai cadangannya."
        )
