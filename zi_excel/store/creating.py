"""A new file beside a workbook: complete and checked before it has its name, and never over another one."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from zi_excel.errors import WorkbookError
from zi_excel.store.backups import placed
from zi_excel.store.failures import explained
from zi_excel.store.rights import keep_rights
from zi_excel.store.writing import scratch, sync_folder


def create(path: Path, write: Callable[[BinaryIO], None], *, verify: Callable[[Path], None], beside: Path) -> None:
    """Writes a new file. Whenever the process dies, it stands there whole, or not at all.

    Args:
        path: the new file; its folder must be there.
        write: writes the content to the stream.
        verify: checks the finished file before it counts; raises a ZiExcelError where it won't do.
        beside: the workbook that it belongs to: who may read or write that may do so with this; its maker may write it.

    Raises:
        WorkbookError: it can't be written, or something of that name stands there already.
    """
    with explained(path), scratch(path.parent, path.name) as new:
        with new.open("wb") as out:
            write(out)
            out.flush()
            os.fsync(out.fileno())
        verify(new)
        keep_rights(beside, new)
        new.chmod(stat.S_IMODE(new.stat().st_mode) | stat.S_IRUSR | stat.S_IWUSR)
        os.utime(new)
        if not placed(new, path):
            raise WorkbookError(f"'{path}' sudah ada dan tidak ditimpa.")
    sync_folder(path.parent)
