"""A file of the tool's own, written anew in one step; without a backup, as nobody else writes in it."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from time import sleep

from zi_excel.store.failures import explained
from zi_excel.store.writing import remove_litter, scratch, sync_folder

_PAUSES = (0.1, 0.3, 1.0) if sys.platform == "win32" else ()
"""Seconds between tries, where whoever reads a file keeps it from being replaced: a virus scanner, mostly."""


def overwrite(path: Path, content: bytes) -> None:
    """Writes a file. Whenever the process dies, the old content stands there or the new one, whole.

    For one run at a time: what an earlier one left unfinished is removed.

    Raises:
        WorkbookError: it can't be written.
    """
    target = Path(os.path.realpath(path))
    remove_litter(target.parent, target.name)
    with explained(path), scratch(target.parent, target.name) as new:
        with new.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        new.chmod(stat.S_IMODE(target.stat().st_mode) if target.is_file() else 0o644)
        _put(new, target)
    sync_folder(target.parent)


def _put(new: Path, target: Path) -> None:
    for pause in _PAUSES:
        try:
            new.replace(target)
        except PermissionError:
            sleep(pause)
        else:
            return
    new.replace(target)
