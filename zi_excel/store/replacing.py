"""The replacement itself: complete and checked before it takes the old file's place in one step."""

from __future__ import annotations

import os
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
from zi_excel.store.swapping import swap
from zi_excel.store.writing import scratch, scratch_name, sync_folder


def replace(
    path: Path,
    write: Callable[[BinaryIO], None],
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
        backup_dir: where the dated backup goes; a relative path is meant from the workbook's folder.
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
            with new.open("wb") as out:
                write(out)
                out.flush()
                os.fsync(out.fileno())
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


def _check_unchanged(path: Path, unchanged: bool) -> None:
    if not unchanged:
        raise BusyError(f"'{path}' berubah sementara zi-excel bekerja; tidak ada yang ditulis, silakan ulangi.")
