"""Keeping a second zi-excel away from a workbook while the first one works on it."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from zi_excel.errors import BusyError, WorkbookError, reason_of
from zi_excel.store.folders import Folder, Identity, close, held, place_of

_PREFIX, _SUFFIX = ".~zi-excel-", ".kunci"
_TRIES = 100


@contextmanager
def lock(path: Path, *, within: Path | None = None) -> Iterator[None]:
    """Keeps every other zi-excel away from the workbook, another user's too.

    It is the operating system's lock on a hidden file beside the workbook, which only those may open who may write in
    that folder: whoever may merely read the workbook can't keep a run away. It ends with the process, however that
    ends, so it can't be stale, and the file goes with it, or with the next run.

    Where the folder may not be written to, the lock is on the workbook itself. On Windows, where a file that is held
    open can't be replaced, and on disks without locks it is one on a file in the temporary folder, which keeps away
    runs of the same user only; against the others there is only the look at the content before replacing.

    Args:
        path: the workbook.
        within: another folder for the hidden file.

    Raises:
        BusyError: another zi-excel works on it.
        WorkbookError: there can be no lock, or the workbook is a link that is not followed.
    """
    if not os.path.isfile(path):  # False also where it can't be looked at: whoever reads it says so
        yield
        return
    with ExitStack() as stack:
        if not _hold_beside(path, within, stack):
            handle = _hold_workbook(path)
            if handle is not None:
                stack.callback(close, handle)
            else:
                stack.enter_context(_stand_in(path))
        yield


def _busy(path: Path, sign: Path | None = None) -> BusyError:
    left = "" if sign is None else f" (bila tidak ada yang bekerja: hapus '{sign}', yang ditinggalkan pengguna lain)"
    return BusyError(f"'{path}' sedang dikerjakan zi-excel lain; tunggu sampai selesai, lalu ulangi{left}.")


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
            close(handle)  # what is open can't be removed; if somebody else has it open by then, it is theirs
        with suppress(OSError):
            name.unlink()
        if sys.platform != "win32":
            close(handle)  # only now: nobody may remove a file that somebody else holds


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
                close(handle)
    raise _busy(path)


def _is_at(handle: int, name: Path) -> bool:
    """Whether an open file is the one that stands under a name now."""
    try:
        return os.path.samestat(os.fstat(handle), name.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    _NO_LINK = 0

    def _hold_beside(_path: Path, _within: Path | None, _stack: ExitStack) -> bool:
        return False

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

    class _Holding:
        """What a run has of the hidden file: a descriptor, and its lock."""

        def __init__(self) -> None:
            self.handle: int | None = None
            self.locked = False

    def _hold_beside(path: Path, within: Path | None, stack: ExitStack) -> bool:
        """Holds the lock of the hidden file until the stack is left; False where there can be none.

        Raises:
            BusyError: somebody else has it.
        """
        try:
            folder, name = stack.enter_context(place_of(path))
            key = name
            if within is not None and (other := stack.enter_context(held(within))).path != folder.path:
                key, folder = os.fspath(folder.path / name), other
            sign = f"{_PREFIX}{hashlib.sha256(os.fsencode(key)).hexdigest()[:16]}{_SUFFIX}"
            holding = _Holding()  # known before it is taken, so that whatever stops the run is cleaned up after
            stack.callback(_let_go, folder, sign, holding)
            return _hold_sign(folder, sign, path, holding)
        except OSError:
            return False

    def _hold_sign(folder: Folder, sign: str, path: Path, holding: _Holding) -> bool:
        for _ in range(_TRIES):
            try:
                holding.handle = handle = _opened_sign(folder, sign)
                if not _locked(handle):
                    break
                if folder.identity(sign) == Identity.of(os.fstat(handle)):
                    holding.locked = True
                    _share_sign(folder, handle)
                    return True
            except FileExistsError:  # made by another run between our two looks
                continue
            except PermissionError:
                if folder.identity(sign) is None:
                    return False
                raise _busy(path, folder.path / sign) from None
            except OSError:  # a disk without locks
                if holding.handle is not None:
                    folder.unlink(sign)
                raise
            holding.handle = None
            close(handle)
        raise _busy(path)

    def _opened_sign(folder: Folder, sign: str) -> int:
        """The hidden file; what somebody put there that is none goes."""
        with suppress(FileNotFoundError):
            if stat.S_ISREG(folder.state(sign).st_mode):
                return folder.open(sign, os.O_RDWR)
            folder.unlink(sign)
        return folder.open(sign, os.O_RDWR | os.O_CREAT | os.O_EXCL)

    def _share_sign(folder: Folder, handle: int) -> None:
        """Lets those open the hidden file who may write in its folder: these could take it away anyhow."""
        state = os.stat(folder.itself)
        for owner, group in ((state.st_uid, -1), (-1, state.st_gid)):
            with suppress(OSError):
                os.chown(handle, owner, group)
        with suppress(OSError):
            os.chmod(handle, 0o600 | (state.st_mode & 0o022) * 3)

    def _let_go(folder: Folder, sign: str, holding: _Holding) -> None:
        """Removes the hidden file, and lets go of it only then: nobody may remove one that somebody else holds."""
        with suppress(OSError):
            if holding.handle is None:  # another's, or made in the very moment in which the run was stopped
                holding.handle = folder.open(sign, os.O_RDWR)
            ours = holding.locked or _locked(holding.handle)
            if ours and folder.identity(sign) == Identity.of(os.fstat(holding.handle)):
                folder.unlink(sign)
        if holding.handle is not None:
            close(holding.handle)

    def _hold_workbook(path: Path) -> int | None:
        """The workbook's handle, locked; None where its disk has no locks that are of use."""
        for access in (os.O_RDONLY, os.O_RDWR):  # NFS locks only what was opened for writing
            try:
                handle = _hold(path, access | os.O_NONBLOCK, path)
            except OSError:
                continue
            if _can_be_read(path):
                return handle
            close(handle)
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
