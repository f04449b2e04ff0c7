"""Makes the folders that evidence is put into, one per number; what exists is never touched."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from zi_excel.errors import UsageError, reason_of


class Made(NamedTuple):
    """The names of the folders that were made, and of those that were there already."""

    new: tuple[str, ...]
    present: tuple[str, ...]


def make_folders(folder: Path, names: Sequence[str]) -> Made:
    """Makes a folder of each name in a folder, and that one itself.

    Args:
        folder: where they go; made where it is missing, but not the folders above it.
        names: plain names, without any part of a path.

    Raises:
        UsageError: a folder can't be made, or something else stands under its name.
    """
    new: list[str] = []
    present: list[str] = []
    _make(folder)
    for name in names:
        (new if _make(folder / name) else present).append(name)
    return Made(tuple(new), tuple(present))


def _make(folder: Path) -> bool:
    """Whether the folder was made; not where it was there."""
    try:
        os.mkdir(folder)  # noqa: PTH102  (never follows what stands there)
    except FileExistsError as error:
        if not folder.is_dir():
            raise UsageError(
                f"'{folder}' sudah ada dan bukan folder; pindahkan dahulu, atau pilih folder lain."
            ) from error
        return False
    except OSError as error:
        raise UsageError(f"folder '{folder}' tidak dapat dibuat: {reason_of(error)}.") from error
    return True
