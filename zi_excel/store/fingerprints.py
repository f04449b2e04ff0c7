"""What a file was when it was read, so that nobody's later change is overwritten."""

import hashlib
import os
import stat
from pathlib import Path
from typing import NamedTuple

from zi_excel.errors import WorkbookError, reason_of

_PLAIN = getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


class Fingerprint(NamedTuple):
    """A file's content. Only the content counts: a file that was merely touched is still the one that was read."""

    digest: bytes


def fingerprint(path: Path) -> Fingerprint:
    """Of the file as it stands now; taken before the file is read for use.

    Raises:
        WorkbookError: it can't be read.
    """
    if os.path.exists(path) and not os.path.isfile(path):
        raise _no_file(path)
    try:
        handle = os.open(path, os.O_RDONLY | _PLAIN)
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):  # a pipe that came in between is not waited for
                raise _no_file(path)
            return content_of(handle)
        finally:
            os.close(handle)
    except FileNotFoundError:
        raise WorkbookError(f"'{path}' tidak ditemukan; periksa nama dan foldernya.") from None
    except PermissionError:
        raise WorkbookError(f"'{path}' tidak dapat dibaca: tidak ada izin; minta izin kepada pemiliknya.") from None
    except (OSError, ValueError) as failure:
        reason = reason_of(failure) if isinstance(failure, OSError) else "namanya tidak diterima sistem"
        raise WorkbookError(f"'{path}' tidak dapat dibaca ({reason}); periksa letaknya.") from None


def content_of(handle: int) -> Fingerprint:
    """Of an open file, from its beginning.

    Raises:
        OSError: it can't be read.
    """
    with open(handle, "rb", closefd=False) as file:
        file.seek(0)
        return Fingerprint(hashlib.file_digest(file, "sha256").digest())


def stamp(state: os.stat_result) -> tuple[int, ...]:
    """Which file it is, its size and times: what can still be checked when there is no time for a digest."""
    return state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns


def _no_file(path: Path) -> WorkbookError:
    return WorkbookError(f"'{path}' tidak dapat dibaca: bukan berkas (folder atau sejenisnya); periksa letaknya.")
