"""Dated backups: `rencana aksi 2025-11-20 093015.xlsx`, never overwriting each other, kept to a number."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

from zi_excel.clock import JAKARTA
from zi_excel.store.failures import backup_explained
from zi_excel.store.fingerprints import Fingerprint
from zi_excel.store.rights import keep_rights, share_folder
from zi_excel.store.writing import scratch, scratch_name, sync_folder

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
        """Of a workbook (a real path, no link); a relative folder is meant from the workbook's own."""
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

        In one step: a folder that a killed run left half made, others could neither use nor mend.
        """
        missing = [each for each in (self.folder, *self.folder.parents) if not os.path.lexists(each)]
        if missing:
            top = missing[-1]
            made = scratch_name(top.parent, self.key)
            with backup_explained(workbook, self.folder):
                try:
                    for each in reversed(missing):
                        level = made / each.relative_to(top)
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
            with suppress(OSError):  # not empty: not in vain
                for each in missing:
                    each.rmdir()
            raise

    def all(self) -> list[Path]:
        """Newest first, by the time in their names."""
        return [path for *_, path in sorted(self._found(), reverse=True)]

    def listed(self) -> Iterator[Backup]:
        """What can be restored, newest first. A link among them is none of the tool's.

        Raises:
            OSError: the folder can't be looked into.
        """
        if not self.folder.exists():
            return
        for time, number, path in sorted(self._found(), reverse=True):
            if not path.is_symlink():
                state = path.stat()
                yield Backup(path, time, number, state.st_size, datetime.fromtimestamp(state.st_mtime, JAKARTA))

    def _found(self) -> Iterator[tuple[str, int, Path]]:
        """Each with the time in its name, and its number among those of one second."""
        name = rf"{re.escape(self.stem)} (\d{{4}}-\d\d-\d\d \d{{6}})(?: \((\d+)\))?{re.escape(self.suffix)}"
        for path in self.folder.iterdir():
            if (match := re.fullmatch(name, path.name)) and path.is_file():
                yield match[1], int(match[2] or 1), path

    def add(self, workbook: Path, now: datetime) -> tuple[Path, Fingerprint]:
        """Copies the workbook, with times, owner and rights: the copy's path and the fingerprint of what was copied."""
        digest = hashlib.sha256()
        with backup_explained(workbook, self.folder), scratch(self.folder, self.key) as copy:
            with workbook.open("rb") as source, copy.open("wb") as out:
                while chunk := source.read(_CHUNK):
                    digest.update(chunk)
                    out.write(chunk)
                out.flush()
                os.fsync(out.fileno())
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
        taken = max((number for time, number, _ in self._found() if time == when), default=0)
        for number in count(taken + 1):
            yield self.folder / f"{self.stem} {when}{f' ({number})' if number > 1 else ''}{self.suffix}"


def placed(copy: Path, name: Path) -> bool:
    """Gives a finished file its name unless that is taken, in one step: a hard link can't overwrite, a rename can."""
    try:
        os.link(copy, name)
    except FileExistsError:
        return False
    except (OSError, NotImplementedError):  # a disk without hard links
        if name.exists():
            return False
        copy.rename(name)
    return True
