"""What a file was when it was read, so that nobody's later change is overwritten."""

import hashlib
import os
from pathlib import Path
from typing import NamedTuple

from zi_excel.errors import WorkbookError, reason_of


class Fingerprint(NamedTuple):
    """A file's content. Only the content counts: a file that was merely touched is still the one that was read."""

    digest: bytes


def fingerprint(path: Path) -> Fingerprint:
    """Of the file as it stands now; taken before the file is read for use.

    Raises:
        WorkbookError: it can't be read.
    """
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113  (a pipe would be waited for; no errors)
        raise WorkbookError(f"'{path}' tidak dapat dibaca: bukan berkas (folder atau sejenisnya); periksa letaknya.")
    try:
        with path.open("rb") as file:
            return Fingerprint(hashlib.file_digest(file, "sha256").digest())
    except FileNotFoundError:
        raise WorkbookError(f"'{path}' tidak ditemukan; periksa nama dan foldernya.") from None
    except PermissionError:
        raise WorkbookError(f"'{path}' tidak dapat dibaca: tidak ada izin; minta izin kepada pemiliknya.") from None
    except OSError as failure:
        raise WorkbookError(f"'{path}' tidak dapat dibaca ({reason_of(failure)}); periksa letaknya.") from None


def stamp(path: Path) -> tuple[int, ...]:
    """Which file it is, its size and times: what can still be checked when there is no time for a digest."""
    state = path.stat()
    return state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns
