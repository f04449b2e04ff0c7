"""Dated backups: `rencana aksi 2025-11-20 093015.xlsx`, never overwriting each other, kept to a number."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import BinaryIO, NamedTuple

from zi_excel.clock import JAKARTA
from zi_excel.errors import WorkbookError, reason_of
from zi_excel.store.failures import backup_explained
from zi_excel.store.fingerprints import Fingerprint
from zi_excel.store.rights import keep_rights, share_folder
from zi_excel.store.writing import placed, remove_litter, scratch, scratch_name, sync_folder, write_synced

_CHUNK = 1 << 20
_LONGEST = 180  # bytes; a file's name has 255 in all, with time, number and suffix


class Backup(NamedTuple):
    """A backup that stands there: the workbook as it was before something was written in its place.

    time: when that was, as it stands in the name: `2025-11-20 093015`. number: among those of one second, from 1.
    size: in bytes. saved: when what it holds was last saved.
    """

    path: Path
    time: str
    number: int
    size: int
    saved: datetime


def backups_of(path: Path, backup_dir: Path) -> tuple[Path, tuple[Backup, ...]]:
    """The folder of a workbook's backups, and the backups that are there, newest first.

    Args:
        path: the workbook; it may be gone.
        backup_dir: as for `replace`.

    Raises:
        WorkbookError: the folder can't be looked into.
    """
    kept = Backups.of(Path(os.path.realpath(path)), backup_dir)
    try:
        return kept.folder, tuple(kept.listed())
    except OSError as failure:
        raise WorkbookError(
            f"folder cadangan '{kept.folder}' tidak dapat dibaca ({reason_of(failure)}); periksa foldernya."
        ) from None


def clean(path: Path, *, backup_dir: Path, keep: int | None) -> None:
    """Removes unfinished files of earlier runs, and backups beyond the number. Says nothing where it may not.

    Every run does so, even one that has nothing to write. Only inside `lock`: nobody is still at work on what is
    unfinished then. (Where a disk has no lock for another user's run, that run finds its file gone, and refuses to go
    on.)

    Args:
        path: the workbook.
        backup_dir: as for `replace`.
        keep: as for `replace`; None: no backup is removed.
    """
    target = Path(os.path.realpath(path))
    backups = Backups.of(target, backup_dir)
    remove_litter(target.parent, target.name)
    for folder in (backups.folder, backups.folder.parent):
        remove_litter(folder, backups.key)
    if keep is not None:
        backups.prune(keep)


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
    def folder_made(self, workbook: Path) -> Iterator[None]:
        """Makes the folder with the workbook's rights, and removes it again where it was made in vain.

        In one step: others could neither use nor mend a folder that a killed run left half made.
        """
        missing = [folder for folder in (self.folder, *self.folder.parents) if not os.path.lexists(folder)]
        if missing:
            top = missing[-1]
            made = scratch_name(top.parent, self.key)
            with backup_explained(workbook, self.folder):
                try:
                    for folder in reversed(missing):
                        level = made / folder.relative_to(top)
                        level.mkdir(0o700)
                        share_folder(workbook, level)
                    made.rename(top)
                except OSError:
                    if not self.folder.is_dir():  # somebody else has made it meanwhile
                        raise
                finally:
                    shutil.rmtree(made, ignore_errors=True)
        try:
            yield
        except BaseException:
            with suppress(OSError):  # one that is not empty was not made in vain
                for folder in missing:
                    folder.rmdir()
            raise

    def all(self) -> list[Path]:
        """Newest first, by the time in their names."""
        return [path for *_, path in sorted(self._dated(), reverse=True)]

    def listed(self) -> Iterator[Backup]:
        """What can be restored, newest first. A link among them is none of the tool's.

        Raises:
            OSError: the folder can't be looked into.
        """
        if not self.folder.exists():
            return
        for time, number, path in sorted(self._dated(), reverse=True):
            if not path.is_symlink():
                state = path.stat()
                yield Backup(path, time, number, state.st_size, datetime.fromtimestamp(state.st_mtime, JAKARTA))

    def _dated(self) -> Iterator[tuple[str, int, Path]]:
        """The backups that are there, each after the time in its name and its number among those of one second."""
        name = rf"{re.escape(self.stem)} (\d{{4}}-\d\d-\d\d \d{{6}})(?: \((\d+)\))?{re.escape(self.suffix)}"
        for path in self.folder.iterdir():
            if (match := re.fullmatch(name, path.name)) and path.is_file():
                yield match[1], int(match[2] or 1), path

    def add(self, workbook: Path, now: datetime) -> tuple[Path, Fingerprint]:
        """Copies the workbook, with times, owner and rights.

        Returns:
            The copy's path, and the fingerprint of what was copied.
        """
        digest = hashlib.sha256()
        with backup_explained(workbook, self.folder), scratch(self.folder, self.key) as copy:
            with workbook.open("rb") as source:
                write_synced(copy, lambda out: _copy(source, out, digest.update))
            keep_rights(workbook, copy)
            for name in self._names(now):
                if placed(copy, name):
                    sync_folder(self.folder)
                    return name, Fingerprint(digest.digest())
        raise AssertionError  # the names never end

    def prune(self, keep: int, *spared: Path) -> None:
        """Removes the oldest beyond a number; never the one just made, even where the clock went backwards."""
        with suppress(OSError):  # a backup too many harms nobody
            for old in [path for path in self.all() if path not in spared][max(keep - len(spared), not spared) :]:
                old.unlink(missing_ok=True)

    def _names(self, now: datetime) -> Iterator[Path]:
        """Names for a backup made now, later than all that are there: numbers of removed ones are not taken again."""
        when = f"{now:%Y-%m-%d %H%M%S}"
        taken = max((number for time, number, _ in self._dated() if time == when), default=0)
        for number in count(taken + 1):
            yield self.folder / f"{self.stem} {when}{f' ({number})' if number > 1 else ''}{self.suffix}"


def _copy(source: BinaryIO, out: BinaryIO, also: Callable[[bytes], object]) -> None:
    """Copies to the end; `also` gets every piece too."""
    while chunk := source.read(_CHUNK):
        also(chunk)
        out.write(chunk)
