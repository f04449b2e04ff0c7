"""Whose a new file or folder is and what others may do with it: as with the workbook that it is made for."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from contextlib import suppress
from pathlib import Path


def keep_rights(workbook: Path, copy: Path) -> None:
    """Gives a file the workbook's owner where permitted, its mode, times and extended attributes.

    POSIX access lists are among the latter.
    """
    _give(copy, workbook.stat())
    with suppress(PermissionError):  # a disk without rights
        shutil.copystat(workbook, copy)


def share_folder(workbook: Path, folder: Path) -> None:
    """Gives a folder the workbook's owner where permitted; who may read or write the workbook may do so in it."""
    state = workbook.stat()
    _give(folder, state)
    mode = state.st_mode & 0o666
    enter = (mode & 0o444) >> 2  # whoever may read it
    inherited = folder.stat().st_mode & (stat.S_ISGID | stat.S_ISVTX)
    with suppress(OSError):
        folder.chmod(stat.S_IRWXU | mode | enter | inherited)


def _give(path: Path, state: os.stat_result) -> None:
    if sys.platform != "win32":
        for owner, group in ((state.st_uid, -1), (-1, state.st_gid)):
            with suppress(PermissionError):
                os.chown(path, owner, group)
