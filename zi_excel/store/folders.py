"""A folder that is held: opened once without following a link, so that nobody who may write there can swap it.

Everything that `store` does in a folder goes through its descriptor, by bare names that are never followed. Where the
system has no such calls (Windows), the same goes by paths.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from zi_excel.errors import BusyError, WorkbookError, reason_of

_CALLS = {os.open, os.stat, os.link, os.rename, os.unlink, os.mkdir, os.rmdir, os.access}
BY_DESCRIPTOR = os.supports_dir_fd >= _CALLS and hasattr(os, "O_DIRECTORY")
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_FOLDER = getattr(os, "O_DIRECTORY", 0) | _NO_LINK
_PASS = getattr(os, "O_PATH", os.O_RDONLY)  # what may be entered need not be readable
_PLAIN = getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | _NO_LINK  # a pipe is not waited for
_MOST_LINKS = 40
_MOST_REMOVED = 100_000  # levels and files below them: somebody may go on filling a folder that is removed


class Identity(NamedTuple):
    """Which file it is, whatever its name: the numbers of its disk and of its inode."""

    device: int
    inode: int

    @classmethod
    def of(cls, state: os.stat_result) -> Identity:
        """The identity in what `stat` says."""
        return cls(state.st_dev, state.st_ino)


class Folder(NamedTuple):
    """A folder that is held. handle: its descriptor; None: the system has none, and its path must do.

    Every call raises an OSError that names the whole path; none follows a link.
    """

    path: Path
    handle: int | None

    @property
    def itself(self) -> int | Path:
        """What calls that change its rights are given."""
        return self.path if self.handle is None else self.handle

    def open(self, name: str, flags: int = os.O_RDONLY, mode: int = 0o600) -> int:
        """A descriptor of a file in it."""
        with self._named(name):
            return os.open(self.at(name), flags | _PLAIN, mode, dir_fd=self.handle)

    def folder(self, name: str) -> Folder:
        """A folder in it, held; whoever asks for it closes it."""
        if self.handle is None:
            return Folder(self.path / name, None)
        with self._named(name):
            return Folder(self.path / name, _opened(name, self.handle))

    def state(self, name: str) -> os.stat_result:
        """What a name in it stands for: a link is one."""
        with self._named(name):
            return os.stat(self.at(name), dir_fd=self.handle, follow_symlinks=False)

    def identity(self, name: str) -> Identity | None:
        """Which file stands under a name now; None: there is none."""
        try:
            return Identity.of(self.state(name))
        except OSError:
            return None

    def writable(self, name: str) -> bool:
        """Whether this user may write to a file in it."""
        effective = os.access in os.supports_effective_ids
        return os.access(self.at(name), os.W_OK, dir_fd=self.handle, effective_ids=effective)

    def names(self) -> list[str]:
        """All names in it."""
        with self._named(""):
            return os.listdir(self.path if self.handle is None else self.handle)

    def make(self, name: str) -> None:
        """A new folder in it, for its owner alone."""
        with self._named(name):
            os.mkdir(self.at(name), 0o700, dir_fd=self.handle)

    def rename(self, old: str, new: str, *, into: Folder | None = None) -> None:
        """Gives a file another name, in place of what has that, here or in another folder."""
        there = into or self
        with self._named(old):
            os.replace(self.at(old), there.at(new), src_dir_fd=self.handle, dst_dir_fd=there.handle)

    def link(self, old: str, new: str) -> None:
        """Gives a file another name too, which nothing may have."""
        with self._named(new):
            os.link(self.at(old), self.at(new), src_dir_fd=self.handle, dst_dir_fd=self.handle, follow_symlinks=False)

    def unlink(self, name: str) -> None:
        """Removes a file's name."""
        with self._named(name):
            os.unlink(self.at(name), dir_fd=self.handle)

    def remove_empty(self, name: str) -> None:
        """Removes a folder that has nothing in it."""
        with self._named(name):
            os.rmdir(self.at(name), dir_fd=self.handle)

    def remove(self, name: str) -> None:
        """Removes whatever has a name, of a folder all that is in it; however deep it is, and nothing outside.

        Flattened first: thousands of levels need neither as many calls within each other nor as many descriptors.
        """
        if not stat.S_ISDIR(self.state(name).st_mode):
            self.unlink(name)
            return
        inside = self.folder(name)
        try:
            numbers = (f"{each:x}" for each in range(_MOST_REMOVED))
            while names := inside.names():
                for each in names:
                    if stat.S_ISDIR(inside.state(each).st_mode):
                        inside.lift(each, numbers)
                        inside.remove_empty(each)
                    else:
                        inside.unlink(each)
        finally:
            inside.close()
        self.remove_empty(name)

    def sync(self) -> None:
        """Makes new names outlast a power cut; where the system has no such call, it does so itself."""
        if self.handle is not None:
            with suppress(OSError):
                os.fsync(self.handle)

    def close(self) -> None:
        """Lets go of it."""
        if self.handle is not None:
            close(self.handle)

    def at(self, name: str) -> str:
        """What calls that are given `handle`, too, want for a name in it."""
        return name if self.handle is not None else str(self.path / name)

    def lift(self, name: str, numbers: Iterator[str]) -> None:
        """Moves all that is in a folder of this one up into this one, under numbers."""
        below = self.folder(name)
        try:
            for each in below.names():
                free = next((number for number in numbers if self.identity(number) is None), None)
                if free is None:
                    raise OSError(errno.ENOTEMPTY, os.strerror(errno.ENOTEMPTY))
                below.rename(each, free, into=self)
        finally:
            below.close()

    @contextmanager
    def _named(self, name: str) -> Iterator[None]:
        """An error of the system names the whole path, as it does where there are no descriptors."""
        try:
            yield
        except OSError as failure:
            failure.filename = str(self.path / name if name else self.path)
            raise


def close(handle: int) -> None:
    """Closes a descriptor. What was written to it is on the disk by then, so a failure says nothing."""
    with suppress(OSError):
        os.close(handle)


@contextmanager
def held(path: Path) -> Iterator[Folder]:
    """A folder, held as long as it is in use. Links on the way are followed where their owner is to be trusted.

    Raises:
        OSError: it isn't there, or may not be entered.
        WorkbookError: a link is on the way that is not followed.
    """
    folder = _hold(real_path(path))
    try:
        yield folder
    finally:
        folder.close()


@contextmanager
def place_of(path: Path) -> Iterator[tuple[Folder, str]]:
    """The folder that a file lies or is to lie in, held, and its name there. Of a link: its target's."""
    whole = real_path(path)
    folder = _hold(whole.parent)
    try:
        yield folder, whole.name
    finally:
        folder.close()


def check_read(path: Path, handle: int | None = None) -> None:
    """Makes sure that what was opened under a path is the file that lies there, and no link led elsewhere meanwhile.

    Whoever may write in the folder could else have what they may not read put into what they may.

    Args:
        path: the file.
        handle: its descriptor; None: it is not open, and only the links on the way are looked at.

    Raises:
        BusyError: it is another one.
        WorkbookError: a link is on the way that is not followed; the folder can't be entered any more.
    """
    if not BY_DESCRIPTOR:
        return
    try:
        with place_of(path) as (folder, name):
            same = handle is None or folder.identity(name) == Identity.of(os.fstat(handle))
    except OSError as failure:
        raise WorkbookError(f"'{path}' tidak dapat dibaca ({reason_of(failure)}); periksa letaknya.") from None
    if not same:
        raise BusyError(f"'{path}' diganti sementara zi-excel membacanya; tidak ada yang ditulis, silakan ulangi.")


def real_path(path: Path) -> Path:
    """The path without links; what is missing at its end stays as it is.

    Whoever may write in a folder can make a link there to whatever they like, and what a run did at its end would be
    done with that run's rights. So a link counts only where it is the system's or this user's own, or where its maker
    owns what it leads to, or the folder that this lies in.

    Raises:
        OSError: a link leads to itself, or to nowhere.
        WorkbookError: a link is not followed.
    """
    if not BY_DESCRIPTOR:
        return Path(os.path.realpath(path))
    real, left, links = Path(os.sep), [*reversed(Path(os.getcwd(), path).parts[1:])], 0
    while left:
        part = left.pop()
        if part == os.pardir:
            real = real.parent
        elif (owner := _owner_of_link(real / part)) is None:
            real /= part
        else:
            links += 1
            if links > _MOST_LINKS:
                raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(real / part))
            leads_to = Path(os.readlink(real / part))
            if not os.path.exists(real / part):
                missing = str(real / part / leads_to.name)
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), missing)
            _check_link(real / part, owner, real / leads_to)
            if leads_to.is_absolute():
                real, leads_to = Path(os.sep), leads_to.relative_to(os.sep)
            left += reversed(leads_to.parts)
    return real


def _owner_of_link(path: Path) -> int | None:
    """Whose link it is; None: it is none, or isn't there."""
    try:
        state = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return state.st_uid if stat.S_ISLNK(state.st_mode) else None


def _check_link(link: Path, owner: int, target: Path) -> None:
    if sys.platform == "win32" or owner in {0, os.geteuid()}:
        return
    owners = set()
    for place in (target, Path(os.path.realpath(target)).parent):
        with suppress(OSError):
            owners.add(place.stat().st_uid)
    if owners and owner not in owners:
        raise WorkbookError(
            f"'{link}' adalah tautan yang dibuat pengguna lain ke tempat yang bukan miliknya, jadi tidak diikuti; "
            "sebut tempat sebenarnya, atau mintalah pemilik tempat itu membuat tautannya."
        )


def _hold(path: Path) -> Folder:
    """Opens a folder step by step from the root: a link that came into the path meanwhile is not followed."""
    if not BY_DESCRIPTOR:
        if not path.is_dir():
            path.stat()
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))
        return Folder(path, None)
    handle = os.open(os.sep, _PASS | _FOLDER)
    at = Path(os.sep)
    for part in path.parts[1:]:
        at, above = at / part, handle
        try:
            handle = _opened(part, above, to_pass=at != path)
        except OSError as failure:
            inside = failure.errno == errno.ENOTDIR
            failure.filename = str(at / at.name if inside else at)
            raise
        finally:
            close(above)
    return Folder(path, handle)


def _opened(name: str, above: int, *, to_pass: bool = False) -> int:
    if not to_pass:
        with suppress(PermissionError):
            return os.open(name, os.O_RDONLY | _FOLDER, dir_fd=above)
    return os.open(name, _PASS | _FOLDER, dir_fd=above)
