"""Files that are being written, under names that nobody takes for a workbook, gone again whatever happens."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = ".~zi-excel-"
_SUFFIX = ".tmp"


@contextmanager
def scratch(folder: Path, key: str) -> Iterator[Path]:
    """An empty file for new content, which only its owner may read yet; removed at the end if it still stands.

    Args:
        folder: where.
        key: what it is for; `remove_litter` of the same key removes what a killed run left.

    Raises:
        OSError: the folder can't be written to.
    """
    path = scratch_name(folder, key)
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        yield path
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def scratch_name(folder: Path, key: str) -> Path:
    """A name that is not taken yet."""
    return folder / f"{_prefix(key)}{secrets.token_hex(8)}{_SUFFIX}"


def remove_litter(folder: Path, key: str) -> None:
    """Removes what killed runs left of a key. For whoever holds the workbook's lock: there is no other run then."""
    with suppress(OSError):
        for litter in folder.glob(f"{_prefix(key)}*{_SUFFIX}"):
            if litter.is_dir() and not litter.is_symlink():
                shutil.rmtree(litter, ignore_errors=True)
            else:
                litter.unlink()


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


def _prefix(key: str) -> str:
    return f"{_PREFIX}{hashlib.sha256(os.fsencode(key)).hexdigest()[:8]}-"
