"""What the operating system refuses, said in one Indonesian sentence."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from zi_excel.errors import BusyError, WorkbookError, reason_of
from zi_excel.wording import shortened

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_LONGEST_NAME, _LONGEST_PATH = 255, 260 if sys.platform == "win32" else 1024 if sys.platform == "darwin" else 4096
"""Bytes of one name, and of a path (Windows: characters, where long paths are not switched on)."""
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns an OSError inside into a WorkbookError that names the workbook and says what to do.

    On Windows what is in use is refused like what is forbidden: that may pass, so there it is a BusyError.
    """
    try:
        yield
    except OSError as failure:
        passing = sys.platform == "win32" and failure.errno in _FORBIDDEN
        raise (BusyError if passing else WorkbookError)(_sentence(path, failure)) from failure


@contextmanager
def backup_explained(workbook: Path, folder: Path) -> Iterator[None]:
    """The same for what is done in the folder of the backups: it is a setting, and may simply be the wrong one."""
    try:
        yield
    except OSError as failure:
        if failure.errno in _FULL or failure.filename == str(workbook):
            raise
        if failure.errno == errno.ENAMETOOLONG:
            if not _is_too_long(folder):
                raise
            raise WorkbookError(
                f"'{workbook}' tidak diubah: nama folder cadangannya terlalu panjang "
                f"('{shortened(str(folder), 100)}'); pendekkan `folder` pada [cadangan] di zi-excel.toml."
            ) from failure
        setting = f"Folder cadangannya '{folder}'; lihat `folder` pada [cadangan] di zi-excel.toml."
        raise WorkbookError(f"{_sentence(workbook, failure)} {setting}") from failure


def _is_too_long(folder: Path) -> bool:
    """Whether a folder's own name leaves no room for a file's in it, be it one of its parts or all together."""
    return any(len(os.fsencode(part)) > _LONGEST_NAME for part in folder.parts) or (
        len(os.fsencode(folder)) > _LONGEST_PATH - _LONGEST_NAME
    )


def _sentence(path: Path, failure: OSError) -> str:
    if failure.errno in _FULL:
        return f"'{path}' tidak diubah: ruang penyimpanan penuh; kosongkan sebagian, lalu ulangi."
    if failure.errno == errno.ENAMETOOLONG:
        return (
            f"'{path}' tidak ditulis: namanya terlalu panjang; pendekkan nama berkas itu, atau nama buku kerja yang "
            "menjadi dasarnya."
        )
    place = Path(str(failure.filename)).parent if failure.filename else path.parent
    if failure.errno in _FORBIDDEN:
        return (
            f"'{path}' tidak diubah: tidak ada izin menulis di folder '{place}', atau berkasnya sedang dipakai program "
            "lain; tutup program itu atau minta izin kepada pengelola folder."
        )
    if failure.errno == errno.ENOTDIR:
        return f"'{path}' tidak diubah: '{place}' bukan folder; ganti nama berkas itu atau pilih folder lain."
    if failure.errno == errno.ENOENT:
        return f"'{path}' tidak diubah: berkas itu atau folder '{place}' tidak ada lagi; periksa letaknya."
    return f"'{path}' tidak diubah: penyimpanan menolak ({reason_of(failure)})."
