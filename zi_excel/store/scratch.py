"""A file that is being written, under a name that nobody takes for a workbook, gone again whatever happens."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from zi_excel.store.locks import hold

_PREFIX = ".~zi-excel-"
_SUFFIX = ".tmp"


@contextmanager
def scratch(folder: Path, name: str) -> Iterator[Path]:
    """An empty file in the folder for new content of the file of that name; removed at the end if it still stands.

    What killed runs left of the same name is removed first.

    Raises:
        OSError: the folder can't be written to.
    """
    prefix = f"{_PREFIX}{hashlib.sha256(os.fsencode(name)).hexdigest()[:8]}-"
    for litter in folder.glob(f"{prefix}*{_SUFFIX}"):
        if _abandoned(litter):
            with suppress(OSError):
                litter.unlink()
    handle, text = tempfile.mkstemp(_SUFFIX, prefix, folder)
    path = Path(text)
    try:
        if sys.platform == "win32":
            os.close(handle)  # a file that is held open can't be renamed there
        else:
            hold(handle)
        yield path
    finally:
        if sys.platform != "win32":
            os.close(handle)
        with suppress(OSError):
            path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Makes the folder's new entry outlast a power cut; where the system has no such call, it does so itself."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _abandoned(litter: Path) -> bool:
    """Whether no living process writes it: such a one holds a lock on it, and on Windows it can't be removed anyway."""
    if sys.platform == "win32":
        return True
    try:
        handle = os.open(litter, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        return hold(handle)
    finally:
        os.close(handle)
