"""The replacement itself: complete and checked before it takes the old file's place in one step."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from zi_excel.errors import WorkbookError
from zi_excel.store.backups import Backups
from zi_excel.store.failures import explained
from zi_excel.store.fingerprints import Fingerprint, stamp
from zi_excel.store.rights import keep_rights, share_folder
from zi_excel.store.scratch import scratch, sync_folder


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

    Returns:
        The backup's path.

    Raises:
        WorkbookError: it can't be done, or the workbook was changed by somebody since `seen`; nothing has changed then.
    """
    with explained(path):
        target = Path(os.path.realpath(path, strict=True))
        if not stat.S_IMODE(target.stat().st_mode) & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
            raise WorkbookError(
                f"'{path}' ditandai hanya boleh dibaca; hapus tanda itu di sifat berkasnya, lalu ulangi."
            )
        with scratch(target.parent, target.name) as new:
            with new.open("wb") as out:
                write(out)
                out.flush()
                os.fsync(out.fileno())
            verify(new)
            keep_rights(target, new)
            os.utime(new)  # the time of change is now
            backups = Backups.of(target, backup_dir)
            with _folder(backups.folder, target):
                before = stamp(target)
                backup, copied = backups.add(target, now)
                try:
                    release()
                    _check_unchanged(path, copied == seen and stamp(target) == before)
                    swap(new, target)
                except BaseException:
                    backup.unlink(missing_ok=True)
                    raise
    sync_folder(target.parent)
    backups.prune(keep, backup)
    return backup


def _check_unchanged(path: Path, unchanged: bool) -> None:
    if not unchanged:
        raise WorkbookError(f"'{path}' berubah sementara zi-excel bekerja; tidak ada yang ditulis, silakan ulangi.")


@contextmanager
def _folder(folder: Path, workbook: Path) -> Iterator[None]:
    """The backups' folder, removed again where it was made in vain."""
    made = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for each in made:
        share_folder(workbook, each)
    try:
        yield
    except BaseException:
        if made:
            with suppress(OSError):
                folder.rmdir()
        raise


if sys.platform == "win32":
    import ctypes

    def swap(new: Path, old: Path) -> None:
        """ReplaceFileW, which keeps the old file's access rights. Not tested on Windows by this project's own tests.

        Where it fails (a network drive, or half-way with the old name gone) the plain rename finishes the work.
        """
        if not ctypes.windll.kernel32.ReplaceFileW(str(old), str(new), None, 0, None, None):
            new.replace(old)

else:

    def swap(new: Path, old: Path) -> None:
        """A rename within one folder: one step, also for whoever looks on."""
        new.replace(old)
