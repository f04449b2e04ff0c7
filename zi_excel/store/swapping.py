"""The one step in which a new file takes an old one's place, and the look at what it took the place of.

Somebody may save the workbook between the last look at it and that step. Where the system can exchange two names
(Linux), what came out is looked at, and put back if it is not what was seen; elsewhere their save would be lost.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from enum import Enum, auto

from zi_excel.store.drafts import Draft, holds, scratch_name
from zi_excel.store.fingerprints import Fingerprint
from zi_excel.store.folders import Folder

_TRIES = 100


class Swap(Enum):
    """How it ended. BACK: what stood there was not what was seen, and stands there again.

    OVERTAKEN: done, but something else has the name already: somebody saved right afterwards.
    """

    DONE = auto()
    BACK = auto()
    OVERTAKEN = auto()


if sys.platform == "win32":
    from pathlib import Path

    def swap(new: Draft, name: str, seen: Fingerprint) -> Swap:
        """ReplaceFileW, which keeps the old file's access rights. Not tested on Windows by this project's own tests.

        A name for the old file is given (it is removed at once): without one, a failure of the call's second half
        (error 1176) leaves no file under the old name. With one, every failure leaves both files as they were, but 1177
        with the old one under the name given. Then the plain rename is tried, for disks that know no such call.
        `new` must be closed, and the old one opened by nobody who forbids its deletion, as Excel does.

        https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-replacefilew
        """
        folder = new.folder
        aside = scratch_name(name)
        path, old, free = folder.path / new.name, folder.path / name, folder.path / aside
        if not _replace_file(old, path, free):
            try:
                path.replace(old)
            except OSError:
                if free.exists():
                    free.replace(old)
                raise
        elif not holds(folder, aside, seen):
            if not _replace_file(old, free, path):
                free.replace(old)
            return Swap.BACK
        with suppress(OSError):  # the next run removes it
            free.unlink(missing_ok=True)
        return Swap.DONE

    def _replace_file(old: Path, new: Path, aside: Path) -> bool:
        import ctypes
        from ctypes import wintypes

        call = ctypes.WinDLL("kernel32").ReplaceFileW
        call.argtypes = [*[wintypes.LPCWSTR] * 3, wintypes.DWORD, wintypes.LPVOID, wintypes.LPVOID]
        call.restype = wintypes.BOOL
        return bool(call(str(old), str(new), str(aside), 0, None, None))

else:

    def swap(new: Draft, name: str, seen: Fingerprint) -> Swap:
        """An exchange of two names within one folder, whole for any reader; a rename where there is no such call.

        Args:
            new: the finished file.
            name: the old one's, in the same folder.
            seen: the old one's content.

        Raises:
            OSError: it can't be done; nothing has changed.
            WorkbookError: somebody put another file in the place of the new one.
        """
        folder = new.folder
        new.replaces = seen
        new.renamed()
        try:
            exchange(folder, new.name, name)
        except OSError as failure:
            if failure.errno not in _NO_EXCHANGE:
                raise
            new.check()
            folder.rename(new.name, name)
        else:
            if not holds(folder, new.name, seen):
                _put_back(new, name)
                return Swap.BACK
            with suppress(OSError):  # the next run removes it
                folder.unlink(new.name)
        return Swap.DONE if new.is_at(folder, name) else Swap.OVERTAKEN

    def _put_back(new: Draft, name: str) -> None:
        """Exchanges until what comes out is what was put there: anything else is a still newer save of somebody's."""
        folder, expected = new.folder, new.identity
        for _ in range(_TRIES):
            back = folder.identity(new.name)
            try:
                exchange(folder, new.name, name)
            except FileNotFoundError:  # deleted in that very moment: their save is theirs all the same
                folder.link(new.name, name)
                folder.unlink(new.name)
                return
            if folder.identity(new.name) in {expected, None}:
                return
            expected = back or expected

    _EXCHANGE = 2  # RENAME_EXCHANGE in linux/fs.h
    _NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}

    def exchange(folder: Folder, one: str, other: str) -> None:
        """Exchanges two names of a folder in one step; both must be there.

        Raises:
            OSError: it can't be done. ENOSYS, EINVAL, ENOTSUP: not on this system, or not on this disk.
        """
        import ctypes  # for this alone: most commands replace nothing

        try:
            call = ctypes.CDLL(None, use_errno=True).renameat2
        except AttributeError:  # macOS, an old C library
            raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS)) from None
        if folder.handle is None:
            raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
        names = ctypes.c_char_p(os.fsencode(one)), ctypes.c_char_p(os.fsencode(other))
        if call(folder.handle, names[0], folder.handle, names[1], ctypes.c_uint(_EXCHANGE)) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder.path / other))
