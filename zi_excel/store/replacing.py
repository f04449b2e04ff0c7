"""New content, or a backup, in a workbook's place: complete and checked before it takes that place in one step."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from zi_excel.errors import BusyError, WorkbookError
from zi_excel.store.backups import Backups
from zi_excel.store.drafts import Draft, draft, holds, opened
from zi_excel.store.failures import explained
from zi_excel.store.fingerprints import Fingerprint, content_of, fingerprint, stamp
from zi_excel.store.folders import Identity, held, place_of
from zi_excel.store.open_elsewhere import check_not_open
from zi_excel.store.rights import keep_rights, may_write
from zi_excel.store.swapping import Swap, swap
from zi_excel.store.writing import create


def replace(
    path: Path,
    write: Callable[[BinaryIO], object],
    *,
    verify: Callable[[Path], None],
    seen: Fingerprint,
    backup_dir: Path,
    keep: int,
    now: datetime,
    release: Callable[[], None] = lambda: None,
    spared: Path | None = None,
) -> Path:
    """Replaces a workbook. Whenever the process dies, the old file or the new one stands there, whole.

    The file keeps its mode, its extended attributes and, where permitted, its owner; the backup and a new folder for it
    get them too. Of a symbolic link the target is replaced and the link stays. Hard links are not kept: its other
    names go on meaning the old content, since one step can replace one name only.

    Args:
        path: the workbook.
        write: writes the new content to the stream.
        verify: checks the finished file before it is used; raises a ZiExcelError where it won't do.
        seen: `fingerprint(path)` from before the workbook was read.
        backup_dir: where the dated backup goes; a relative path starts at the workbook's folder.
        keep: how many backups of this workbook stay, the new one among them.
        now: the time in the backup's name.
        release: called when the old file isn't needed any more (Windows can't replace a file that is held open).
        spared: another backup that stays, however old it is.

    Returns:
        The backup's path.

    Raises:
        WorkbookError: it can't be done; nothing has changed then. Or somebody swaps names in the folder meanwhile.
        BusyError: the workbook was changed or opened by somebody since `seen`; likewise.
    """
    with explained(path), place_of(path) as (folder, name):
        if not may_write(folder.state(name), folder.writable(name)):
            raise WorkbookError(
                f"'{path}' hanya boleh dibaca; hapus tanda itu di sifat berkasnya atau minta izin menulis, lalu ulangi."
            )
        with draft(folder, name) as new:
            new.fill(write)
            verify(new.path)
            backups = Backups.of(folder.path / name, backup_dir)
            with backups.made(path, folder.state(name)) as place:
                with opened(folder, name) as old:
                    before = os.fstat(old)
                    backup, copied = backups.add(place, old, now, of=folder.path / name)
                try:
                    release()
                    with opened(folder, name) as old:  # late: somebody may have changed its rights meanwhile
                        keep_rights(old, new.itself)
                        same = Identity.of(os.fstat(old))
                    os.utime(new.itself)  # the time of change is now
                    check_not_open(path)
                    state = folder.state(name)
                    _check_unchanged(
                        path,
                        copied == seen
                        and Identity.of(state) == same
                        and (stamp(state) == stamp(before) or holds(folder, name, seen)),
                    )
                    ended = swap(new, name, seen)
                    _check_unchanged(path, ended is not Swap.BACK)
                except BaseException:
                    if _still_old(new, name, Identity.of(before)):
                        with suppress(OSError):
                            place.unlink(backup)
                    raise
                folder.sync()
                _check_not_overtaken(path, ended is not Swap.OVERTAKEN, backups.folder / backup)
                with suppress(OSError):
                    backups.prune(
                        place, backups.entries(place), keep, backup, *([] if spared is None else [spared.name])
                    )
    return backups.folder / backup


def restore(
    path: Path,
    backup: Path,
    *,
    seen: Fingerprint | None,
    verify: Callable[[Path], None],
    backup_dir: Path,
    keep: int,
    now: datetime,
) -> Path | None:
    """Puts a backup in the place of its workbook, which is backed up itself. The one that is restored stays too.

    Only inside `lock`. Whole or not at all, as with `replace`.

    Args:
        path: the workbook; where it is gone it is made anew, with the backup's rights.
        backup: one of `backups_of`.
        seen: `fingerprint(path)`; None: there is no workbook now.
        verify: checks the finished file before it is used; raises a ZiExcelError where it won't do.
        backup_dir: as for `replace`.
        keep: as for `replace`.
        now: as for `replace`.

    Returns:
        The backup of what stood there; None where there was nothing.

    Raises:
        WorkbookError: as for `replace`.
    """
    with explained(backup), held(backup.parent) as folder, opened(folder, backup.name) as source:
        wanted = content_of(source)

        def write(out: BinaryIO) -> None:
            with open(source, "rb", closefd=False) as content:
                content.seek(0)
                shutil.copyfileobj(content, out)

        def check(new: Path) -> None:
            if fingerprint(new) != wanted:
                raise WorkbookError(f"cadangan '{backup}' berubah sementara disalin; tidak ada yang ditulis.")
            verify(new)

        if seen is None:
            create(path, write, verify=check, beside=backup)
            return None
        return replace(path, write, verify=check, seen=seen, backup_dir=backup_dir, keep=keep, now=now, spared=backup)


def _still_old(new: Draft, name: str, old: Identity) -> bool:
    """Whether the new file has not taken the name, and the backup of the old one is not the only copy of it."""
    there = new.folder.identity(name)
    return there == old or (there is not None and new.is_at(new.folder, new.name))


def _check_unchanged(path: Path, unchanged: bool) -> None:
    if not unchanged:
        raise BusyError(f"'{path}' berubah sementara zi-excel bekerja; tidak ada yang ditulis, silakan ulangi.")


def _check_not_overtaken(path: Path, well: bool, backup: Path) -> None:
    if not well:
        raise BusyError(
            f"'{path}' disimpan orang lain tepat sesudah zi-excel menulisnya, dan yang ada sekarang simpanan itu; yang "
            f"sebelumnya ada di cadangan '{backup}'. Silakan ulangi."
        )
