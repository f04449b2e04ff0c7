"""Files of the tool's own that it writes again and again: the weekly run's log and result file.

They lie where others may write, and whoever can make a link or a file there must not choose what a run writes to. So a
link and another user's file are refused, and what they tell is readable to nobody who may not read the workbooks.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from time import sleep

from zi_excel.errors import WorkbookError
from zi_excel.store.drafts import Draft, draft, litter, opened, remove_all
from zi_excel.store.failures import explained
from zi_excel.store.folders import Folder, close, held

_PAUSES = (0.1, 0.3, 1.0) if sys.platform == "win32" else ()
"""Seconds between tries, where whoever reads a file keeps it from being replaced: a virus scanner, mostly."""

_READABLE = 0o644
_ALL = 0o777


def overwrite(path: Path, content: bytes, *, widest: int = _READABLE, alone: bool = True) -> None:
    """Writes a file anew, without a backup.

    Whenever the process dies, the old content stands there or the new one, whole.

    Args:
        path: the file; its folder must be there.
        content: all of it.
        widest: the widest mode that it may have; one that is there keeps what it has of that.
        alone: no other run is on: what an earlier one left unfinished is removed.

    Raises:
        WorkbookError: it can't be written, or must not be: it is a link, or another user's.
    """
    with explained(path), held(path.parent) as folder:
        if alone:
            remove_all(folder, litter(folder, path.name))
        with draft(folder, path.name) as new:
            state = _own_state(folder, path.name, lambda: os.stat(new.itself).st_uid)
            new.fill(lambda out: out.write(content))
            mode = _READABLE if state is None else stat.S_IMODE(state.st_mode)
            os.chmod(new.itself, mode & widest | stat.S_IRUSR | stat.S_IWUSR)
            new.check()
            _rename_patiently(new, path.name)
            if not new.is_at(folder, path.name):
                raise new.swapped()
        folder.sync()


def open_own(path: Path) -> int:
    """A descriptor that adds to a file; a new one may be read by its owner alone.

    Raises:
        OSError: it can't be opened.
        WorkbookError: it must not be: it is a link, or another user's.
    """
    with held(path.parent) as folder:
        handle = None
        if _own_state(folder, path.name, lambda: _new_owner(folder, path.name)) is None:
            with suppress(FileExistsError):
                handle = folder.open(path.name, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_EXCL)
        if handle is None:
            handle = folder.open(path.name, os.O_WRONLY | os.O_APPEND)
        try:
            _check_same(path, handle, _own_state(folder, path.name, lambda: _new_owner(folder, path.name)))
        except BaseException:
            close(handle)
            raise
        return handle


def turn_over(path: Path, kept: int) -> None:
    """Begins a file anew: the old ones are `x.1`, the youngest, to `x.<kept>`.

    Raises:
        OSError: one can't be renamed.
    """
    with held(path.parent) as folder:
        for number in range(kept - 1, -1, -1):
            old = f"{path.name}.{number}" if number else path.name
            if folder.identity(old) is not None:
                folder.rename(old, f"{path.name}.{number + 1}")


def read_own(path: Path, most: int) -> bytes:
    """What a file ends with.

    Args:
        path: the file.
        most: how many bytes.

    Raises:
        OSError: it can't be read, or is a link or no file.
    """
    with held(path.parent) as folder, opened(folder, path.name) as handle:
        os.lseek(handle, max(os.fstat(handle).st_size - most, 0), os.SEEK_SET)
        with open(handle, "rb", closefd=False) as content:
            return content.read(most)


def narrow(path: Path, widest: int, *, kept: int = 0, new: bool = False) -> None:
    """Takes from a file, and from the older ones of that name, the rights beyond a mode. Says nothing where it may not.

    Args:
        path: the file.
        widest: the mode.
        kept: how many older ones there may be.
        new: the file has no rights yet that somebody chose: it gets the mode.
    """
    if sys.platform == "win32":
        return
    with suppress(OSError, WorkbookError), held(path.parent) as folder:
        for name in (path.name, *(f"{path.name}.{number}" for number in range(1, kept + 1))):
            with suppress(OSError):
                handle = folder.open(name)
                try:
                    state = os.fstat(handle)
                    if stat.S_ISREG(state.st_mode) and state.st_uid == os.geteuid():
                        mode = _READABLE if new and name == path.name else stat.S_IMODE(state.st_mode)
                        os.chmod(handle, mode & (widest | stat.S_IRWXU))
                finally:
                    close(handle)


def narrowest(paths: Iterable[Path]) -> int:
    """The widest mode of a file that tells of workbooks: nobody reads it who may not read each of them."""
    mode, groups = _READABLE, {os.getegid()} if sys.platform != "win32" else set[int]()
    for path in paths:
        with suppress(OSError):
            state = path.stat()
            mode &= state.st_mode
            groups.add(state.st_gid)
    if len(groups) > 1 and not mode & stat.S_IROTH:  # its own group is another one
        mode &= ~stat.S_IRGRP
    return mode | stat.S_IRUSR | stat.S_IWUSR


def rights_for(books: Sequence[Path]) -> tuple[Path | None, int]:
    """What a new file gets that tells of workbooks: the one whose owner and rights it takes, and its widest mode.

    Where they belong to several, it stays its maker's (None), and nobody else reads it who may not read each of them.
    """
    states = []
    for path in books:
        with suppress(OSError):
            states.append(path.stat())
    if len({(state.st_uid, state.st_gid) for state in states}) != 1:
        return None, narrowest(books)
    mode = _ALL
    for state in states:
        mode &= state.st_mode
    return books[0], mode


def _own_state(folder: Folder, name: str, new_owner: Callable[[], int]) -> os.stat_result | None:
    """What a file of the tool's own is; None: there is none.

    Args:
        folder: where it lies.
        name: its name.
        new_owner: who owns what this user makes in that folder; on some disks all is one user's.

    Raises:
        WorkbookError: it is a link, no file, or another user's.
    """
    path = folder.path / name
    try:
        state = folder.state(name)
    except FileNotFoundError:
        return None
    reason = _why_not(state, new_owner)
    if reason:
        raise WorkbookError(f"'{path}' tidak dapat ditulis karena {reason}")
    return state


def _why_not(state: os.stat_result, new_owner: Callable[[], int]) -> str:
    if stat.S_ISLNK(state.st_mode):
        return "itu tautan; hapus tautan itu, atau sebut berkas lain."
    if not stat.S_ISREG(state.st_mode):
        return "itu bukan berkas biasa; pindahkan, atau sebut berkas lain."
    if state.st_nlink > 1:
        return "berkas itu mempunyai nama lain (tautan keras); hapus salah satu namanya, atau sebut berkas lain."
    if sys.platform != "win32" and state.st_uid != os.geteuid() and state.st_uid != new_owner():
        return (
            "milik pengguna lain; hapus atau pindahkan berkas itu, sebut berkas lain, atau jalankan zi-excel sebagai "
            "pemiliknya."
        )
    return ""


def _check_same(path: Path, handle: int, named: os.stat_result | None) -> None:
    if named is None or not os.path.samestat(os.fstat(handle), named):
        raise WorkbookError(f"'{path}' tidak dapat ditulis karena ditukar selagi dibuka; periksa pemilik foldernya.")


def _new_owner(folder: Folder, name: str) -> int:
    with draft(folder, name) as new:
        return os.stat(new.itself).st_uid


def _rename_patiently(new: Draft, name: str) -> None:
    for pause in _PAUSES:
        try:
            new.folder.rename(new.name, name)
        except PermissionError:
            sleep(pause)
        else:
            return
    new.folder.rename(new.name, name)
