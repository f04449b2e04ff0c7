"""What killed runs leave behind is gone after the next one, even if that one has nothing to write."""

from __future__ import annotations

import os
from pathlib import Path

from zi_excel.store.backups import Backups
from zi_excel.store.writing import remove_litter


def clean(path: Path, *, backup_dir: Path, keep: int | None) -> None:
    """Removes unfinished files of earlier runs, and backups beyond the number. Says nothing where it may not.

    Only inside `lock`: what is unfinished then, nobody is at any more. (Where a disk has no lock for another user's
    run, that run finds its file gone, and refuses to go on.)

    Args:
        path: the workbook.
        backup_dir: as for `replace`.
        keep: as for `replace`; None: no backup is removed.
    """
    target = Path(os.path.realpath(path))
    backups = Backups.of(target, backup_dir)
    remove_litter(target.parent, target.name)
    for folder in (backups.folder, backups.folder.parent):
        remove_litter(folder, backups.key)
    if keep is not None:
        backups.prune(keep)
