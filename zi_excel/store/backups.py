"""Dated backups: `rencana aksi 2025-11-20 093015.xlsx`, never overwriting each other, kept to a number."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from zi_excel.store.fingerprints import Fingerprint
from zi_excel.store.rights import keep_rights
from zi_excel.store.scratch import scratch, sync_folder

_CHUNK = 1 << 20
_LONGEST = 180  # bytes; a file's name has 255 in all, with time, number and suffix


@dataclass(frozen=True, slots=True)
class Backups:
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

    def all(self) -> list[Path]:
        """Newest first, by the time in their names."""
        pattern = re.compile(
            rf"{re.escape(self.stem)} (\d{{4}}-\d\d-\d\d \d{{6}})(?: \((\d+)\))?{re.escape(self.suffix)}"
        )
        found = [
            (match[1], int(match[2] or 1), path)
            for path in self.folder.iterdir()
            if (match := pattern.fullmatch(path.name)) and path.is_file()
        ]
        return [path for *_, path in sorted(found, reverse=True)]

    def add(self, workbook: Path, now: datetime) -> tuple[Path, Fingerprint]:
        """Copies the workbook, with times, owner and rights: the copy's path and the fingerprint of what was copied."""
        digest = hashlib.sha256()
        with scratch(self.folder, workbook.name) as copy:
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

    def prune(self, keep: int, newest: Path) -> None:
        """Removes the oldest beyond a number; never the one just made, even where the clock went backwards."""
        with suppress(OSError):  # the workbook is safe by now: a backup too many harms nobody
            for old in [path for path in self.all() if path != newest][max(keep - 1, 0) :]:
                old.unlink()

    def _names(self, now: datetime) -> Iterator[Path]:
        when = f"{now:%Y-%m-%d %H%M%S}"
        yield self.folder / f"{self.stem} {when}{self.suffix}"
        number = 1
        while True:
            number += 1
            yield self.folder / f"{self.stem} {when} ({number}){self.suffix}"


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
