"""Paths below one folder, and never beyond it: where a path really leads is found link by link."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from zi_excel.errors import UsageError
from zi_excel.wording import normal_form

MOST_NAMES = 200_000
"""Names that are listed in all: beyond, an entry is only found where its capitals are as written."""
_MOST_STEPS = 40
"""Symbolic links that one path may go through, as systems have it."""

Parts = tuple[str, ...]
"""A path by the names below the folder."""


class OutsideError(Exception):
    """A path leads out of the folder."""


class UnreadableError(Exception):
    """A folder on the way can't be read."""


class Inside:
    """One folder. The names in a folder below it are listed once. left: how many names may still be listed."""

    def __init__(self, folder: Path) -> None:
        """Takes the folder.

        Raises:
            UsageError: there is no such folder, or it can't be read.
        """
        self._names: dict[Parts, dict[str, str]] = {}
        self.left = MOST_NAMES
        try:
            self._root = os.path.realpath(folder)
            if not stat.S_ISDIR(os.stat(self._root).st_mode):  # noqa: PTH116  (strings, as in all of this file)
                raise UsageError(f"Folder bukti '{folder}' bukan folder; sebutkan foldernya.")
            os.scandir(self._root).close()
        except FileNotFoundError:
            raise UsageError(f"Folder bukti '{folder}' tidak ditemukan; periksa namanya dan drive-nya.") from None
        except (OSError, ValueError):
            raise UsageError(f"Folder bukti '{folder}' tidak dapat dibaca; periksa nama dan izinnya.") from None
        self._bases = {self._root, os.path.abspath(folder)}  # noqa: PTH100

    def parts_of(self, path: str) -> Parts | None:
        """An absolute path as parts below the folder, by its text alone; None where it lies elsewhere."""
        wanted = _split(path)
        for base in self._bases:
            own = _split(base)
            if wanted is not None and own is not None and [*map(_folded, wanted[: len(own)])] == [*map(_folded, own)]:
                return tuple(wanted[len(own) :])
        return None

    def resolved(self, parts: Parts) -> Parts | None:
        """The real place of a path below the folder, capitals as Windows takes them; None where nothing is there."""
        done: Parts = ()
        left = list(parts)
        steps = 0
        while left:
            name = left.pop(0)
            if "\0" in name or (os.name == "nt" and ":" in name):  # a stream, a device
                return None
            real = self._name_in(done, name)
            if real is None:
                return None
            leads = self.leads((*done, real))
            if leads is None:
                done = (*done, real)
                continue
            steps += 1
            target = self.parts_of(os.path.join(self.path(done), leads)) if steps <= _MOST_STEPS else None  # noqa: PTH118
            if target is None:
                raise OutsideError
            done, left = (), [*target, *left]
        return done

    def _name_in(self, parts: Parts, name: str) -> str | None:
        """The name that an entry really has: as written, else but for capitals and composed letters."""
        try:
            os.lstat(self.path((*parts, name)))
        except (FileNotFoundError, NotADirectoryError):
            return self._listed_names(parts).get(_folded(name))
        except (OSError, ValueError) as failure:
            if isinstance(failure, PermissionError):
                raise UnreadableError from None
            return None
        return name

    def _listed_names(self, parts: Parts) -> Mapping[str, str]:
        if parts not in self._names:
            names: dict[str, str] = {}
            try:
                with os.scandir(self.path(parts)) as entries:
                    for entry in entries:
                        self.left -= 1
                        if self.left < 0:
                            break
                        names.setdefault(_folded(entry.name), entry.name)
            except NotADirectoryError:
                pass
            except OSError:
                raise UnreadableError from None
            self._names[parts] = names
        return self._names[parts]

    def leads(self, parts: Parts) -> str | None:
        """Where a symbolic link (or a junction) leads; None where it is none."""
        try:
            return os.readlink(self.path(parts))  # noqa: PTH115
        except (OSError, ValueError):
            return None

    def is_folder(self, parts: Parts) -> bool:
        """Whether a folder is there, a link to one not counted."""
        try:
            return stat.S_ISDIR(os.lstat(self.path(parts)).st_mode)
        except OSError:
            return False

    def path(self, parts: Parts) -> str:
        """The path that the system takes."""
        return os.path.join(self._root, *parts)  # noqa: PTH118


def joined(base: Parts, parts: Iterable[str]) -> Parts | None:
    """`..` resolved by the text alone; None where that leads out."""
    done = list(base)
    for part in parts:
        if part != "..":
            done.append(part)
        elif done:
            done.pop()
        else:
            return None
    return tuple(done)


def _split(path: str) -> list[str] | None:
    """An absolute path's parts, its drive or share first."""
    plain = path.removeprefix("\\\\?\\").replace("\\", "/") if os.name == "nt" else path
    root = "//" if plain.startswith("//") else "/" if plain.startswith("/") else ""
    parts = joined((), _slashed(plain))
    return None if parts is None else [root, *parts]


def _slashed(path: str) -> list[str]:
    plain = path.replace("\\", "/") if os.name == "nt" else path
    return [each for each in plain.split("/") if each not in {"", "."}]


def _folded(name: str) -> str:
    return normal_form(name, "NFC").casefold()
