"""Dated backups: `rencana aksi 2025-11-20 093015.xlsx`, never overwriting each other, kept to a number.

Which was made last says the number behind the time, then the time; and the file system's clock where a name is ahead
of it. A backup gets the next number whenever its time alone would not put it last: in the same second, or after runs
with a wrong clock.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import BinaryIO, NamedTuple

from zi_excel.clock import JAKARTA
from zi_excel.errors import WorkbookError, reason_of
from zi_excel.store.drafts import draft, scratch_name
from zi_excel.store.failures import backup_explained
from zi_excel.store.fingerprints import Fingerprint
from zi_excel.store.folders import Folder, held, real_path
from zi_excel.store.rights import keep_rights, share_folder

_CHUNK = 1 << 20
_LONGEST = 180  # bytes; a file's name has 255 in all, with time, number and suffix
_DEEPEST = 50  # folders that are made at once
_TIME = "%Y-%m-%d %H%M%S"


class Backup(NamedTuple):
    """A backup that stands there: the workbook as it was before something was written in its place.

    time: when that was, as it stands in the name: `2025-11-20 093015`. number: behind the time in the name, else 1.
    size: in bytes. saved: when what it holds was last saved.
    """

    path: Path
    time: str
    number: int
    size: int
    saved: datetime


class Entry(NamedTuple):
    """A backup in its folder, in the order in which they were made.

    at: the time in its name, or when the file system says that it was made, if that is earlier.
    """

    number: int
    at: str
    time: str
    name: str
    state: os.stat_result

    def as_backup(self, folder: Path) -> Backup:
        """What a person is told of it."""
        saved = datetime.fromtimestamp(self.state.st_mtime, JAKARTA)
        return Backup(folder / self.name, self.time, self.number, self.state.st_size, saved)


def backups_of(path: Path, backup_dir: Path) -> tuple[Path, tuple[Backup, ...]]:
    """The folder of a workbook's backups, and the backups that are there, the last made first.

    Args:
        path: the workbook; it may be gone.
        backup_dir: as for `replace`.

    Raises:
        WorkbookError: the folder can't be looked into.
    """
    folder = path.parent / backup_dir
    try:
        kept = Backups.of(real_path(path), backup_dir)
        folder = kept.folder
        with held(folder) as place:
            return folder, tuple(entry.as_backup(folder) for entry in kept.entries(place))
    except FileNotFoundError:
        return folder, ()
    except OSError as failure:
        raise WorkbookError(
            f"folder cadangan '{folder}' tidak dapat dibaca ({reason_of(failure)}); periksa foldernya."
        ) from None


class Backups(NamedTuple):
    """The backups of one workbook.

    stem: the workbook's name, and a mark of its whole path where the name is too long to be had, or the backups lie
    elsewhere than below its folder: workbooks of one name may share such a place, and none may push out another's.
    """

    folder: Path
    stem: str
    suffix: str

    @classmethod
    def of(cls, workbook: Path, folder: Path) -> Backups:
        """Those of a workbook (a real path, no link). A relative folder starts at the workbook's own."""
        place = workbook.parent / folder
        own = Path(os.path.realpath(place)).is_relative_to(workbook.parent)
        stem = os.fsencode(workbook.stem)
        short = workbook.stem if len(stem) <= _LONGEST else stem[:_LONGEST].decode(errors="ignore")
        mark = "" if own and short == workbook.stem else " " + hashlib.sha256(os.fsencode(workbook)).hexdigest()[:6]
        return cls(place, short + mark, workbook.suffix)

    @property
    def key(self) -> str:
        """What their unfinished files are named after."""
        return self.stem + self.suffix

    @contextmanager
    def made(self, workbook: Path, like: os.stat_result) -> Iterator[Folder]:
        """The folder, held. Where it is missing it is made with a workbook's rights, and removed if made in vain.

        In one step: others could neither use nor mend a folder that a killed run left half made.

        Args:
            workbook: for the sentence where it can't be.
            like: what `stat` says of the workbook.
        """
        with ExitStack() as stack:
            with backup_explained(workbook, self.folder):
                missing = [folder for folder in (self.folder, *self.folder.parents) if not os.path.lexists(folder)]
                if len(missing) > _DEEPEST:
                    raise WorkbookError(
                        f"'{workbook}' tidak diubah: folder cadangannya terlalu dalam ({len(missing)} tingkat belum "
                        "ada); sebut folder lain di `folder` pada [cadangan] di zi-excel.toml."
                    )
                if missing:
                    stack.enter_context(self._new_folders(missing, like))
                place = stack.enter_context(held(self.folder))
            yield place

    @contextmanager
    def _new_folders(self, missing: list[Path], like: os.stat_result) -> Iterator[None]:
        """Makes the folders; given their rights deepest first, as their owner may swap what lies in them."""
        first, *others = [folder.name for folder in reversed(missing)]
        with ExitStack() as stack:
            top = stack.enter_context(held(missing[-1].parent))
            levels, scratch = [top], scratch_name(self.key)
            try:
                for name in (scratch, *others):
                    levels[-1].make(name)
                    levels.append(levels[-1].folder(name))
                    stack.callback(levels[-1].close)
                for level in reversed(levels[1:]):
                    share_folder(like, level.itself)
                top.rename(scratch, first)
                parents = [*zip(levels[1:-1], others, strict=True)]
            except OSError:
                if not self.folder.is_dir():
                    raise
                parents = []  # somebody else has made it meanwhile
            finally:
                with suppress(OSError):
                    top.remove(scratch)
            try:
                yield
            except BaseException:
                with suppress(OSError):  # one that is not empty was not made in vain
                    for parent, name in [(top, first), *parents][::-1]:
                        parent.remove_empty(name)
                raise

    def entries(self, place: Folder) -> list[Entry]:
        """The backups that are there, the last made first. A link among them is none of the tool's.

        Raises:
            OSError: the folder can't be looked into.
        """
        name = re.compile(
            rf"{re.escape(self.stem)} (\d{{4}}-\d\d-\d\d \d{{6}})(?: \((\d{{1,6}})\))?{re.escape(self.suffix)}"
        )
        found = []
        for each in place.names():
            if match := name.fullmatch(each):
                with suppress(OSError):
                    state = place.state(each)
                    if stat.S_ISREG(state.st_mode):
                        found.append(Entry(int(match[2] or 1), _at(match[1], state), match[1], each, state))
        return sorted(found, reverse=True, key=lambda entry: entry[:4])

    def add(self, place: Folder, workbook: int, now: datetime, *, of: Path) -> tuple[str, Fingerprint]:
        """Copies the workbook, with times, owner and rights.

        Args:
            place: the folder, held.
            workbook: a descriptor of the workbook.
            now: the time in the backup's name.
            of: the workbook, for the sentence where it can't be.

        Returns:
            The copy's name, and the fingerprint of what was copied.
        """
        digest = hashlib.sha256()
        with backup_explained(of, self.folder), draft(place, self.key) as copy:
            with open(workbook, "rb", closefd=False) as source:
                source.seek(0)
                copy.fill(lambda out: _copy(source, out, digest.update))
            keep_rights(workbook, copy.itself)
            for name in self._names(place, now):
                if copy.placed(name):
                    place.sync()
                    return name, Fingerprint(digest.digest())
        raise AssertionError  # the names never end

    def prune(self, place: Folder, entries: Sequence[Entry], keep: int, *spared: str) -> None:
        """Removes those made first beyond a number; never the one just made, whatever the clocks say."""
        with suppress(OSError):  # a backup too many harms nobody
            names = [entry.name for entry in entries if entry.name not in spared]
            for name in names[max(keep - len(spared), not spared) :]:
                place.unlink(name)

    def _names(self, place: Folder, now: datetime) -> Iterator[str]:
        """Names for a backup made now, which put it last."""
        when, number = now.strftime(_TIME), 1
        if entries := self.entries(place):
            last = entries[0]
            number = last.number + (min(when, _here_and_now()) <= last.at)
        for each in count(number):
            yield f"{self.stem} {when}{f' ({each})' if each > 1 else ''}{self.suffix}"


def _at(time: str, state: os.stat_result) -> str:
    """When a backup was made, at the latest: a name that is ahead of the file system is wrong."""
    return min(time, _made(state))


def _made(state: os.stat_result) -> str:
    """When the file system says that a file was made, or given its name."""
    return datetime.fromtimestamp(state.st_ctime, JAKARTA).strftime(_TIME)


def _here_and_now() -> str:
    return datetime.now(JAKARTA).strftime(_TIME)


def _copy(source: BinaryIO, out: BinaryIO, also: Callable[[bytes], object]) -> None:
    """Copies to the end; `also` gets every piece too."""
    while chunk := source.read(_CHUNK):
        also(chunk)
        out.write(chunk)
