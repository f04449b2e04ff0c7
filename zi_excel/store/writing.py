"""How a file comes to be: written under a scratch name, synced to the disk, and only then given its name in one step.

`create` and `overwrite` do all of it for files without backups; `replace` puts the same steps around a backup.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep
from typing import BinaryIO

from zi_excel.errors import WorkbookError
from zi_excel.store.failures import explained
from zi_excel.store.rights import keep_rights

_PREFIX = ".~zi-excel-"
_SUFFIX = ".tmp"
_PAUSES = (0.1, 0.3, 1.0) if sys.platform == "win32" else ()
"""Seconds between tries, where whoever reads a file keeps it from being replaced: a virus scanner, mostly."""


def create(
    path: Path, write: Callable[[BinaryIO], object], *, verify: Callable[[Path], None], beside: Path | None
) -> None:
    """Writes a new file, never over another one. Whenever the process dies, it stands there whole, or not at all.

    Args:
        path: the new file; its folder must be there.
        write: writes the content to the stream.
        verify: checks the finished file before it counts; raises a ZiExcelError where it won't do.
        beside: the workbook that it belongs to: who may read or write that may do so with this; its maker may write it.
            None: it belongs to none yet, and everybody may read it.

    Raises:
        WorkbookError: it can't be written, or something of that name stands there already.
    """
    with explained(path), scratch(path.parent, path.name) as new:
        write_synced(new, write)
        verify(new)
        if beside is None:
            new.chmod(0o644)
        else:
            keep_rights(beside, new)
        new.chmod(stat.S_IMODE(new.stat().st_mode) | stat.S_IRUSR | stat.S_IWUSR)
        os.utime(new)
        if not placed(new, path):
            raise WorkbookError(f"'{path}' sudah ada dan tidak ditimpa.")
    sync_folder(path.parent)


def overwrite(path: Path, content: bytes) -> None:
    """Writes a file of the tool's own anew, without a backup: nobody else writes to it.

    Whenever the process dies, the old content stands there or the new one, whole. For one run at a time: what an
    earlier one left unfinished is removed.

    Raises:
        WorkbookError: it can't be written.
    """
    target = Path(os.path.realpath(path))
    remove_litter(target.parent, target.name)
    with explained(path), scratch(target.parent, target.name) as new:
        write_synced(new, lambda out: out.write(content))
        new.chmod(stat.S_IMODE(target.stat().st_mode) if target.is_file() else 0o644)
        _rename_patiently(new, target)
    sync_folder(target.parent)


@contextmanager
def scratch(folder: Path, key: str) -> Iterator[Path]:
    """An empty file for new content, which only its owner may read yet; removed at the end if it still stands.

    Its name is one that nobody takes for a workbook.

    Args:
        folder: where.
        key: what it is for; `remove_litter` of the same key removes what a killed run left.

    Raises:
        OSError: the folder can't be written to.
    """
    path = scratch_name(folder, key)
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        yield path
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def scratch_name(folder: Path, key: str) -> Path:
    """A name that is not taken yet."""
    return folder / f"{_prefix(key)}{secrets.token_hex(8)}{_SUFFIX}"


def remove_litter(folder: Path, key: str) -> None:
    """Removes what killed runs left of a key. For whoever holds the workbook's lock: there is no other run then."""
    with suppress(OSError):
        for litter in folder.glob(f"{_prefix(key)}*{_SUFFIX}"):
            if litter.is_dir() and not litter.is_symlink():
                shutil.rmtree(litter, ignore_errors=True)
            else:
                litter.unlink()


def _prefix(key: str) -> str:
    return f"{_PREFIX}{hashlib.sha256(os.fsencode(key)).hexdigest()[:8]}-"


def write_synced(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Writes a file's content and returns once the disk has it: a power cut after the renaming finds a whole file."""
    with path.open("wb") as out:
        write(out)
        out.flush()
        os.fsync(out.fileno())


def sync_folder(folder: Path) -> None:
    """Makes the folder's new entry outlast a power cut; where the system has no such call, it does so itself."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def placed(new: Path, name: Path) -> bool:
    """Gives a finished file its name unless that is taken, in one step: a hard link can't overwrite, a rename can."""
    try:
        os.link(new, name)
    except FileExistsError:
        return False
    except (OSError, NotImplementedError):  # a disk without hard links
        if name.exists():
            return False
        new.rename(name)
    return True


def _rename_patiently(new: Path, target: Path) -> None:
    for pause in _PAUSES:
        try:
            new.replace(target)
        except PermissionError:
            sleep(pause)
        else:
            return
    new.replace(target)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    def swap(new: Path, old: Path, aside: Path) -> None:
        """ReplaceFileW, which keeps the old file's access rights. Not tested on Windows by this project's own tests.

        A name for the old file is given (it is removed at once): without one, a failure of the call's second half
        (error 1176) leaves no file under the old name. With one, every failure leaves both files as they were, but 1177
        with the old one under the name given. Then the plain rename is tried, for disks that know no such call.
        `new` must be closed, and `old` opened by nobody who forbids its deletion, as Excel does.

        https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-replacefilew
        """
        call = ctypes.WinDLL("kernel32").ReplaceFileW
        call.argtypes = [*[wintypes.LPCWSTR] * 3, wintypes.DWORD, wintypes.LPVOID, wintypes.LPVOID]
        call.restype = wintypes.BOOL
        if not call(str(old), str(new), str(aside), 0, None, None):
            try:
                new.replace(old)
            except OSError:
                if aside.exists():
                    aside.replace(old)
                raise
        with suppress(OSError):  # the next run removes it
            aside.unlink(missing_ok=True)

else:

    def swap(new: Path, old: Path, aside: Path) -> None:  # noqa: ARG001  (Windows needs it)
        """The one step in which a new file takes an old one's place: a rename within one folder, whole for any reader.

        `aside`, a free name in that folder, is not used here.
        """
        new.replace(old)
