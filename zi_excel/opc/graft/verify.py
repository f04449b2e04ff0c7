"""The check of what was written, before it takes the old file's place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from zi_excel.errors import WorkbookError, ZiExcelError
from zi_excel.opc.graft.change import Change
from zi_excel.opc.package import content_types, xml
from zi_excel.opc.package.archive import CHUNK, Archive, Entry
from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.workbook import StaffName, Workbook, staff_names


class VerifyError(ZiExcelError):
    """What was written differs from what should have been; the old file is as it was."""


def verify(original: Package, written: Path, change: Change) -> None:
    """Compares the written file with the original and the change.

    Every kept entry must have the same name, checksum, sizes and compressed bytes, in the same order; every new part
    its bytes, well-formed where it is XML. The workbook must list its sheets, each with a part, and staff's defined
    names must be the same.

    Args:
        original: staff's package, still open.
        written: the new file.
        change: what should have been done.

    Raises:
        VerifyError: something differs.
    """
    try:
        with Package.open(written) as package:
            _verify_kept(original.archive, package.archive, change)
            _verify_new(package, change)
            before, after = Workbook.of(original), Workbook.of(package)
            _verify_sheets(before, after, change)
            if _staff_names(before, change) != _staff_names(after, change):
                raise _failure("nama-nama (Name Manager) berbeda")
    except WorkbookError as failure:
        raise _failure(str(failure)) from failure


def verify_whole(path: Path) -> None:
    """Makes sure that a workbook can be opened and every part of it read.

    Raises:
        WorkbookError: it can't be used, or a part of it is damaged.
    """
    with Package.open(path) as package:
        for entry in package.archive.entries:
            damage = WorkbookError(f"'{path}' rusak: bagian '{entry.part}' tidak dapat dibaca.")
            with package.archive.stream(entry, lambda damage=damage: damage) as stream:  # type: ignore[misc]
                while stream.read(CHUNK):
                    pass


def _verify_kept(before: Archive, after: Archive, change: Change) -> None:
    ours = {name.lower() for name in (*change.replaced, *change.added)}
    copied = [entry for entry in after.entries if entry.part.lower() not in ours]
    for old, new in zip_longest(change.kept_entries(), copied):
        if old is None or new is None or _facts(old) != _facts(new):
            raise _failure(f"urutan atau isi bagian '{(old or new).part}' berbeda")
        if any(mine != theirs for mine, theirs in zip_longest(before.raw(old), after.raw(new))):
            raise _failure(f"isi bagian '{old.part}' berbeda")


def _verify_new(package: Package, change: Change) -> None:
    for name, data in _new_parts(change):
        if package.read(name) != data:
            raise _failure(f"isi bagian '{name}' tidak tertulis utuh")
        kind = package.content_type(name) or ""
        if kind.endswith("xml") or name == content_types.PART:
            xml.parse(data, package.label(name))
    for name in change.removed:
        if name in package:
            raise _failure(f"bagian '{name}' masih ada")


def _verify_sheets(before: Workbook, after: Workbook, change: Change) -> None:
    names = [sheet.name for sheet in before.sheets if sheet.name not in change.tabs_removed] + list(change.tabs_added)
    if [sheet.name for sheet in after.sheets] != names:
        raise _failure("daftar lembarnya berbeda")
    lost = {sheet.name for sheet in before.sheets if sheet.part is None}
    for sheet in after.sheets:
        if sheet.part is None and sheet.name not in lost:
            raise _failure(f"lembar '{sheet.name}' tidak menunjuk bagian mana pun")


def _staff_names(workbook: Workbook, change: Change) -> list[StaffName]:
    """Staff's names, without those that are a removed or a new tab's own."""
    own = {*change.tabs_added, *change.tabs_replaced, *change.tabs_removed}
    moving = {*change.tabs_added, *change.tabs_removed}
    return [item for item in staff_names(workbook, marks=change.marks, own=own) if item.sheet not in moving]


def _new_parts(change: Change) -> Iterator[tuple[str, bytes]]:
    yield from change.replaced.items()
    yield from change.added.items()


def _facts(entry: Entry) -> tuple[object, ...]:
    info = entry.info
    return entry.raw_name, info.CRC, info.file_size, info.compress_size, info.compress_type, info.date_time


def _failure(what: str) -> VerifyError:
    return VerifyError(
        f"Hasil tulis gagal diperiksa: {what}. Berkas lama tidak diubah; "
        "coba jalankan lagi, dan laporkan bila berulang."
    )
