"""Keeping a second zi-excel away from a workbook while the first one works on it."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from zi_excel.errors import BusyError, WorkbookError, reason_of

_TRIES = 100


@contextmanager
def lock(path: Path) -> Iterator[None]:
    """Keeps every other zi-excel away from the workbook, another user's too.

    It is the operating system's lock on the workbook itself: it leaves no litter and ends with the process, however
    that ends, so it can't be stale. On Windows, where a file that is held open can't be replaced, and on disks without
    locks it is one on a file in the temporary folder, which keeps away runs of the same user only; against the
    others there is only the look at the content before replacing.

    Raises:
        BusyError: another zi-excel works on it.
        WorkbookError: there can be no lock.
    """
    if not os.path.isfile(path):  # noqa: PTH113  (False also where it can't be looked at: whoever reads it says so)
        yield
        return
    handle = _hold_workbook(path)
    if handle is not None:
        try:
            yield
        finally:
            os.close(handle)
    else:
        with _stand_in(path):
            yield


@contextmanager
def _stand_in(path: Path) -> Iterator[None]:
    """Holds the lock of the file in the temporary folder that stands for a workbook."""
    digest = hashlib.sha256(os.fsencode(os.path.normcase(os.path.realpath(path)))).hexdigest()[:16]
    name = Path(tempfile.gettempdir(), f"zi-excel-{_user()}-{digest}.lock")
    try:
        handle = _hold(name, os.O_RDWR | os.O_CREAT | _NO_LINK, path)
    except OSError as failure:
        raise WorkbookError(
            f"berkas kunci '{name}' tidak dapat dibuat ({reason_of(failure)}); periksa folder itu."
        ) from None
    try:
        yield
    finally:
        if sys.platform == "win32":
            os.close(handle)  # what is open can't be removed; if somebody else has it open by then, it is theirs
        with suppress(OSError):
            name.unlink()
        if sys.platform != "win32":
            os.close(handle)  # only now: nobody may remove a file that somebody else holds


def _hold(name: Path, flags: int, path: Path) -> int:
    """The handle of an open file, locked.

    Raises:
        BusyError: somebody else has it.
        OSError: it can't be opened, or its disk has no locks.
    """
    for _ in range(_TRIES):
        handle = os.open(name, flags, 0o600)
        keep = False
        try:
            if not _locked(handle):
                break
            keep = _is_at(handle, name)  # if not, another run replaced it between our opening and our locking
            if keep:
                return handle
        finally:
            if not keep:
                os.close(handle)
    raise BusyError(f"'{path}' sedang dikerjakan zi-excel lain; tunggu sampai selesai, lalu ulangi.")


def _is_at(handle: int, name: Path) -> bool:
    """Whether an open file is the one that stands under a name now."""
    try:
        return os.path.samestat(os.fstat(handle), name.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    _NO_LINK = 0

    def _hold_workbook(_path: Path) -> int | None:
        return None

    def _locked(handle: int) -> bool:
        """Locks an open file until it is closed; False where somebody else has it."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _user() -> int:
        return 0  # each has a temporary folder of their own

else:
    import fcntl

    _NO_LINK = os.O_NOFOLLOW

    def _hold_workbook(path: Path) -> int | None:
        """The workbook's handle, locked; None where its disk has no locks that are of use."""
        for access in (os.O_RDONLY, os.O_RDWR):  # NFS locks only what was opened for writing
            try:
                handle = _hold(path, access | os.O_NONBLOCK, path)
            except OSError:
                continue
            if _can_be_read(path):
                return handle
            os.close(handle)
        return None

    def _can_be_read(path: Path) -> bool:
        """Not while it is locked on an SMB share: such a lock keeps out whoever opens the file again, ourselves too."""
        try:
            with path.open("rb") as again:
                again.read(1)
        except OSError:
            return False
        return True

    def _locked(handle: int) -> bool:
        """Locks an open file until it is closed; False where somebody else has it."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _user() -> int:
        return os.getuid()
