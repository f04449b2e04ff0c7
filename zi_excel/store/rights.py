"""Owner and rights of a new file or folder: those of the workbook that it is made for."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from contextlib import suppress
from pathlib import Path

_ACCESS_LIST = "system.posix_acl_access"


def keep_rights(workbook: Path, copy: Path) -> None:
    """Gives a file the workbook's owner where permitted, its mode, times and extended attributes.

    POSIX access lists are among the latter; one that the folder gave the copy, and the workbook hasn't, goes. Those of
    macOS are not kept.
    """
    state = workbook.stat()
    _give(copy, state)
    if sys.platform == "linux":
        with suppress(OSError):  # a disk without access lists
            if _ACCESS_LIST in os.listxattr(copy) and _ACCESS_LIST not in os.listxattr(workbook):
                os.removexattr(copy, _ACCESS_LIST)
    with suppress(PermissionError):  # an attribute that only the system may set
        shutil.copystat(workbook, copy)
    with suppress(PermissionError):  # a disk without rights
        copy.chmod(stat.S_IMODE(state.st_mode))  # again, as the former may have ended before


def may_write(workbook: Path) -> bool:
    """Whether this user may write to the workbook; nobody may to one that is marked read-only, not even root."""
    marked = not stat.S_IMODE(workbook.stat().st_mode) & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    return not marked and os.access(workbook, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


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
