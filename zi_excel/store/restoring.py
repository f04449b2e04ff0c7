"""The way back: which backups of a workbook there are, and one of them in the workbook's place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from zi_excel.errors import WorkbookError, reason_of
from zi_excel.store.backups import Backup, Backups
from zi_excel.store.creating import create
from zi_excel.store.fingerprints import Fingerprint, fingerprint
from zi_excel.store.replacing import replace


def backups(path: Path, backup_dir: Path) -> tuple[Path, tuple[Backup, ...]]:
    """The folder of a workbook's backups, and those that are there, newest first.

    Args:
        path: the workbook; it may be gone.
        backup_dir: as for `replace`.

    Raises:
        WorkbookError: the folder can't be looked into.
    """
    kept = Backups.of(Path(os.path.realpath(path)), backup_dir)
    try:
        return kept.folder, tuple(kept.listed())
    except OSError as failure:
        raise WorkbookError(
            f"folder cadangan '{kept.folder}' tidak dapat dibaca ({reason_of(failure)}); periksa foldernya."
        ) from None


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
        backup: one of `backups`.
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
