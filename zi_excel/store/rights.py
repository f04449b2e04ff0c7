"""Owner and rights of a new file or folder: those of the workbook that it is made for.

Files are given by descriptor, so that what is changed is the file that was proven; by path only where the system has
no such calls.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

_ACCESS_LIST = "system.posix_acl_access"
_OF_PROGRAMS = {"security.capability", "security.ima", "security.evm"}  # of a program, or of the very bytes
_MODE = 0o777  # a workbook runs with nobody's rights: what makes a program do so is not carried over
_NO_SUCH = {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.ENODATA}
"""What is said of an attribute that only the system may set, or that a disk doesn't know."""


def keep_rights(workbook: int | Path, copy: int | Path) -> None:
    """Gives a file the workbook's owner where permitted, its mode, times and extended attributes.

    POSIX access lists are among the latter; one that the folder gave the copy, and the workbook hasn't, goes. Those of
    macOS are not kept.
    """
    state = os.stat(workbook)
    _give(copy, state)
    if sys.platform == "linux":
        _keep_attributes(workbook, copy)
    with suppress(PermissionError):
        os.utime(copy, ns=(state.st_atime_ns, state.st_mtime_ns))
    with suppress(PermissionError):  # a disk without rights
        os.chmod(copy, stat.S_IMODE(state.st_mode) & _MODE)


def may_write(state: os.stat_result, allowed: bool) -> bool:
    """Whether a workbook may be written to; by nobody if it is marked read-only, not even by root.

    Args:
        state: what `stat` says of it.
        allowed: what the system says for this user.
    """
    return allowed and bool(stat.S_IMODE(state.st_mode) & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))


def share_folder(workbook: os.stat_result, folder: int | Path) -> None:
    """Gives a folder the workbook's owner where permitted; who may read or write the workbook may do so in it."""
    inherited = os.stat(folder).st_mode & (stat.S_ISGID | stat.S_ISVTX)
    _give(folder, workbook)
    mode = workbook.st_mode & 0o666
    enter = (mode & 0o444) >> 2  # whoever may read it
    with suppress(OSError):
        os.chmod(folder, stat.S_IRWXU | mode | enter | inherited)


def may_be_used_by_maker(file: int | Path) -> None:
    """Whatever else its rights are, who made it may read and write it."""
    os.chmod(file, stat.S_IMODE(os.stat(file).st_mode) | stat.S_IRUSR | stat.S_IWUSR)


def _give(file: int | Path, state: os.stat_result) -> None:
    if sys.platform != "win32":
        for owner, group in ((state.st_uid, -1), (-1, state.st_gid)):
            with suppress(PermissionError):
                os.chown(file, owner, group)


if sys.platform == "linux":

    def _keep_attributes(workbook: int | Path, copy: int | Path) -> None:
        try:
            own, others = os.listxattr(copy), os.listxattr(workbook)
        except OSError:  # a disk without any
            return
        if _ACCESS_LIST in own and _ACCESS_LIST not in others:
            with suppress(OSError):
                os.removexattr(copy, _ACCESS_LIST)
        for name in others:
            try:
                if name not in _OF_PROGRAMS:
                    os.setxattr(copy, name, os.getxattr(workbook, name))
            except OSError as failure:
                if failure.errno not in _NO_SUCH:
                    raise
