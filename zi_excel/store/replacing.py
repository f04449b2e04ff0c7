"""New content, or a backup, in a workbook's place: complete and checked before it takes that place in one step."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from zi_excel.errors import BusyError, WorkbookError
from zi_excel.store.backups import Backups
from zi_excel.store.failures import explained
from zi_excel.store.fingerprints import Fingerprint, fingerprint, stamp
from zi_excel.store.open_elsewhere import check_not_open
from zi_excel.store.rights import keep_rights, may_write
from zi_excel.store.writing import create, scratch, scratch_name, swap, sync_folder, write_synced


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
        WorkbookError: it can't be done; nothing has changed then.
        BusyError: the workbook was changed or opened by somebody since `seen`; likewise.
    """
    with explained(path):
        target = Path(os.path.realpath(path, strict=True))
        if not may_write(target):
            raise WorkbookError(
                f"'{path}' hanya boleh dibaca; hapus tanda itu di sifat berkasnya atau minta izin menulis, lalu ulangi."
            )
        with scratch(target.parent, target.name) as new:
            write_synced(new, write)
            verify(new)
            backups = Backups.of(target, backup_dir)
            with backups.folder_made(target):
                before = stamp(target)
                backup, copied = backups.add(target, now)
                try:
                    release()
                    keep_rights(target, new)  # late: somebody may have changed them meanwhile
                    os.utime(new)  # the time of change is now
                    check_not_open(path)
                    _check_unchanged(path, copied == seen and (stamp(target) == before or fingerprint(target) == seen))
                    swap(new, target, scratch_name(target.parent, target.name))
                except BaseException:
                    if new.exists() and target.exists():  # else the swap is done, or this copy is all there is
                        backup.unlink(missing_ok=True)
                    raise
    sync_folder(target.parent)
    backups.prune(keep, backup, *([] if spared is None else [spared]))
    return backup


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
    wanted = fingerprint(backup)

    def write(out: BinaryIO) -> None:
        with backup.open("rb") as source:
            shutil.copyfileobj(source, out)

    def check(new: Path) -> None:
        if fingerprint(new) != wanted:
            raise WorkbookError(f"cadangan '{backup}' berubah sementara disalin; tidak ada yang ditulis.")
        verify(new)

    if seen is None:
        create(path, write, verify=check, beside=backup)
        return None
    return replace(path, write, verify=check, seen=seen, backup_dir=backup_dir, keep=keep, now=now, spared=backup)


def _check_unchanged(path: Path, unchanged: bool) -> None:
    if not unchanged:
        raise BusyError(f"'{path}' berubah sementara zi-excel bekerja; tidak ada yang ditulis, silakan ulangi.")
