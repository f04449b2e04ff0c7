"""An unfinished file: held from its making to the moment when it gets its name, so that nobody can put another there.

Whoever owns a folder can swap any name in it between two steps. So all that is done to an unfinished file is done to
its descriptor, and before and after it gets a name that name is looked at. Where the system has no such calls
(Windows), the same goes by paths.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from zi_excel.errors import WorkbookError
from zi_excel.store.fingerprints import Fingerprint, content_of
from zi_excel.store.folders import Folder, Identity, close

_PREFIX = ".~zi-excel-"
_UNFINISHED, _EXCHANGED = ".tmp", ".tukar"
_OF_PROCESS = Path("/proc/self/fd")


class Draft:
    """An unfinished file. handle: its descriptor; None: it is known by its path. name: the one that it has now.

    replaces: the content that may stand under its name in the end, as it has taken the place of that.
    """

    def __init__(self, folder: Folder, name: str, handle: int | None, identity: Identity) -> None:
        self.folder = folder
        self.name = name
        self.handle = handle
        self.identity = identity
        self.replaces: Fingerprint | None = None

    @property
    def itself(self) -> int | Path:
        """What calls that change its rights are given."""
        return self.folder.path / self.name if self.handle is None else self.handle

    @property
    def path(self) -> Path:
        """A path to read it by: on Linux one that leads to this very file, whatever stands under its name."""
        if self.handle is not None and (own := _OF_PROCESS / str(self.handle)).exists():
            return own
        self.check()
        return self.folder.path / self.name

    def fill(self, write: Callable[[BinaryIO], object]) -> None:
        """Writes the content and returns once the disk has it: a power cut after the renaming finds a whole file."""
        with open(self.itself, "wb", closefd=self.handle is None) as out:
            write(out)
            out.flush()
            os.fsync(out.fileno())

    def is_at(self, folder: Folder, name: str) -> bool:
        """Whether a name means it."""
        return folder.identity(name) == self.identity

    def check(self) -> None:
        """Makes sure that its name still means it.

        Raises:
            WorkbookError: somebody put something else there, or took it away.
        """
        if not self.is_at(self.folder, self.name):
            raise self.swapped()

    def swapped(self) -> WorkbookError:
        """What there is to say where a name means something else than was put there."""
        return WorkbookError(
            f"berkas yang sedang ditulis zi-excel di folder '{self.folder.path}' ditukar atau dihapus di tengah jalan, "
            "jadi tidak dipakai; periksa siapa yang boleh menulis di folder itu."
        )

    def placed(self, name: str) -> bool:
        """Gives it a name too, unless that is taken, in one step: a hard link can't overwrite, a rename can.

        Raises:
            WorkbookError: somebody swapped it.
        """
        self.check()
        try:
            self._link(name)
        except FileExistsError:
            return False
        except (OSError, NotImplementedError):  # a disk without hard links
            if self.folder.identity(name) is not None:
                return False
            self.check()
            self.folder.rename(self.name, name)
        if not self.is_at(self.folder, name):
            raise self.swapped()
        return True

    def renamed(self) -> None:
        """Names it as one that is exchanged: whoever finds something else under that name must look what it is.

        Raises:
            WorkbookError: somebody swapped it.
        """
        self.check()
        new = f"{self.name.removesuffix(_UNFINISHED)}-{self.identity.inode:x}{_EXCHANGED}"
        self.folder.rename(self.name, new)
        self.name = new
        self.check()

    def discard(self) -> None:
        """Removes it if it still stands. What came out of an exchange and was never seen before stays."""
        try:
            if not self.name.endswith(_EXCHANGED) or self.is_at(self.folder, self.name) or self._came_out():
                self.folder.unlink(self.name)
        except OSError:
            return

    def _came_out(self) -> bool:
        return self.replaces is not None and holds(self.folder, self.name, self.replaces)

    def _link(self, name: str) -> None:
        own = self.path
        if own.parent == _OF_PROCESS:  # this very file, whatever its name means by now
            os.link(own, name, dst_dir_fd=self.folder.handle, follow_symlinks=True)
        else:
            self.folder.link(self.name, name)


@contextmanager
def draft(folder: Folder, key: str) -> Iterator[Draft]:
    """An empty file for new content, which only its owner may read yet; removed at the end if it still stands.

    Its name is one that nobody takes for a workbook.

    Args:
        folder: where.
        key: what it is for; `litter` of the same key names what a killed run left.

    Raises:
        OSError: the folder can't be written to.
    """
    name, handle, new = scratch_name(key), None, None
    try:
        handle = folder.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL)
        identity = Identity.of(os.fstat(handle))
        if folder.handle is None:
            close(handle)
            handle = None
        new = Draft(folder, name, handle, identity)
        yield new
    finally:
        if new is not None:
            new.discard()
        else:
            with suppress(OSError):
                folder.unlink(name)
        if handle is not None:
            close(handle)


def holds(folder: Folder, name: str, content: Fingerprint) -> bool:
    """Whether a file of that content stands under a name."""
    try:
        with opened(folder, name) as handle:
            return content_of(handle) == content
    except OSError:
        return False


@contextmanager
def opened(folder: Folder, name: str) -> Iterator[int]:
    """A file in a folder, open for reading.

    Raises:
        OSError: it isn't there, may not be read, or is no file.
    """
    handle = folder.open(name)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(folder.path / name))
        yield handle
    finally:
        close(handle)


def scratch_name(key: str) -> str:
    """A name that is not taken yet."""
    return f"{_prefix(key)}{os.urandom(8).hex()}{_UNFINISHED}"


def litter(folder: Folder, key: str) -> list[str]:
    """What killed runs left of a key. For whoever holds the workbook's lock: there is no other run then."""
    start = _prefix(key)
    try:
        return [name for name in folder.names() if name.startswith(start) and name.endswith((_UNFINISHED, _EXCHANGED))]
    except OSError:
        return []


def remove_all(folder: Folder, names: Iterable[str]) -> list[Path]:
    """Removes what killed runs left.

    Returns:
        What can't be removed.
    """
    stays = []
    for name in names:
        with suppress(OSError):
            folder.remove(name)
        if folder.identity(name) is not None:
            stays.append(folder.path / name)
    return stays


def unseen(name: str, state: os.stat_result) -> bool:
    """Whether what a killed run left under a name is not its own, but came out of an exchange."""
    return name.endswith(_EXCHANGED) and not name.endswith(f"-{state.st_ino:x}{_EXCHANGED}")


def _prefix(key: str) -> str:
    return f"{_PREFIX}{hashlib.sha256(os.fsencode(key)).hexdigest()[:8]}-"
