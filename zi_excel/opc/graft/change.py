"""What a graft changes in a package, and how the changed workbook is written."""

from collections.abc import Mapping
from typing import BinaryIO, NamedTuple

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.archive import DamagedError, Entry
from zi_excel.opc.package.archive_writer import ArchiveWriter
from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.touched import Touched


class Change(NamedTuple):
    """What a graft changes in staff's package; nothing is done before `write`.

    replaced, added: part name -> its new bytes, which differ from the old ones. removed: part names.
    tabs_added, tabs_replaced, tabs_removed: sheet names. touched: what the old tabs had of staff's.
    marks: defined names (in lower case) that mark tabs or keep their seals.
    """

    package: Package
    replaced: Mapping[str, bytes]
    added: Mapping[str, bytes]
    removed: frozenset[str]
    tabs_added: tuple[str, ...] = ()
    tabs_replaced: tuple[str, ...] = ()
    tabs_removed: tuple[str, ...] = ()
    touched: tuple[Touched, ...] = ()
    marks: frozenset[str] = frozenset()

    @property
    def empty(self) -> bool:
        """Whether the workbook would stay the same, byte for byte."""
        return not (self.replaced or self.added or self.removed)

    @property
    def kept(self) -> int:
        """How many of the package's parts keep their bytes."""
        return len(self.kept_entries()) - sum(entry.is_folder for entry in self.kept_entries())

    def kept_entries(self) -> tuple[Entry, ...]:
        """The archive's entries that are copied as they are, in their order."""
        changed = {name.lower() for name in (*self.replaced, *self.removed)}
        return tuple(entry for entry in self.package.archive.entries if entry.part.lower() not in changed)

    def write(self, out: BinaryIO) -> None:
        """Writes the changed workbook: kept entries with their compressed bytes, in their order; new parts at the end.

        Raises:
            WorkbookError: the old file can't be read to its end.
            OSError: the new one can't be written.
        """
        writer = ArchiveWriter(out)
        removed = {name.lower() for name in self.removed}
        replaced: dict[str, bytes | None] = {name.lower(): data for name, data in self.replaced.items()}
        try:
            for entry in self.package.archive.entries:
                part = entry.part.lower()
                if part in removed:
                    continue
                if part not in replaced:
                    writer.copy(self.package.archive, entry)
                elif (new := replaced[part]) is not None:
                    writer.add(entry.raw_name, new)
                    replaced[part] = None  # of duplicate entries only one is left
        except DamagedError:
            raise WorkbookError(
                f"'{self.package.path}' berubah atau rusak saat dibaca; tidak ada yang ditulis. Coba jalankan lagi."
            ) from None
        for name, data in self.added.items():
            writer.add(name.removeprefix("/").encode(), data)
        writer.finish(self.package.archive.comment)
