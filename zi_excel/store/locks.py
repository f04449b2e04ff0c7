"""Who else is at a workbook: Excel, LibreOffice, WPS by the files that they leave beside it, and another zi-excel."""

from __future__ import annotations

import csv
import hashlib
import os
import struct
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from zi_excel.errors import WorkbookError, reason_of
from zi_excel.wording import long_date

_ANSI_NAME = 55  # bytes of an Office owner file: a length, then the name in 54 bytes; the same follows in UTF-16


def check_not_open(path: Path) -> None:
    """Makes sure that nobody has the workbook open.

    Co-authoring through OneDrive or SharePoint leaves no such file; there only `replace`'s look at the content helps.

    Raises:
        WorkbookError: somebody has; says who, since when, and what to do where the sign is a stale one.
    """
    for each in dict.fromkeys([path, Path(os.path.realpath(path))]):  # a link is opened by its own name or the target's
        for program, sign, owner in (
            ("Excel", each.parent / f"~${each.name}", _office_owner),
            ("LibreOffice", each.parent / f".~lock.{each.name}#", _libreoffice_owner),
            ("WPS Office", each.parent / f".~{each.name}", _office_owner),
        ):
            if os.path.isfile(sign):  # noqa: PTH113  (False also where the name is too long to be one)
                raise WorkbookError(_open_sentence(path, program, sign, owner(sign)))
    if sys.platform == "win32":  # elsewhere an open file can be replaced, and its sign is all there is
        try:
            with path.open("r+b"):
                pass
        except PermissionError:
            raise WorkbookError(
                f"'{path}' sedang dipakai program lain, atau hanya boleh dibaca; tutup di sana, lalu ulangi."
            ) from None
        except OSError:  # missing, a folder: whoever reads it says so
            pass


def _open_sentence(path: Path, program: str, sign: Path, owner: str) -> str:
    since = ""
    with suppress(OSError):
        at = datetime.fromtimestamp(sign.stat().st_mtime, UTC).astimezone()
        since = f" sejak {long_date(at.date())} pukul {at:%H.%M}"
    who = f" oleh {owner}" if owner else ""
    return (
        f"'{path}' sedang dibuka di {program}{who}{since}; tutup di sana, lalu ulangi (bila ternyata tidak ada yang "
        f"membukanya, hapus berkas sisa '{sign.name}' di folder itu)."
    )


def _office_owner(sign: Path) -> str:
    """The user's name in an Office owner file; "" where it can't be read."""
    try:
        content = sign.read_bytes()[:512]
    except OSError:
        return ""
    if len(content) >= _ANSI_NAME + 2:
        (length,) = struct.unpack_from("<H", content, _ANSI_NAME)
        wide = content[_ANSI_NAME + 2 : _ANSI_NAME + 2 + 2 * length]
        if 0 < length < _ANSI_NAME and len(wide) == 2 * length:
            return _printable(wide.decode("utf-16-le", "ignore"))
    return _printable(content[1 : 1 + content[0]].decode("cp1252", "ignore")) if content else ""


def _libreoffice_owner(sign: Path) -> str:
    """Name and computer in LibreOffice's lock file (name, login, computer, day, profile); "" where it can't be read."""
    try:
        line = sign.read_bytes()[:4096].decode("utf-8", "replace")
    except OSError:
        return ""
    parts = [_printable(part) for part in next(csv.reader([_visible(line)], escapechar="\\"), [])]
    name, login, computer, *_ = [*parts, "", "", ""]
    return (name or login) + (f" di komputer {computer}" if computer else "")


def _printable(text: str) -> str:
    return _visible(text).strip()[:100]


def _visible(text: str) -> str:
    return "".join(char for char in text if char.isprintable())


@contextmanager
def lock(path: Path) -> Iterator[None]:
    """Keeps a second zi-excel of the same user away from the workbook while the first one is at it.

    The operating system's lock on a file in the temporary folder: it ends with the process, however that ends, so it
    can't be stale. The empty file stays in that folder, one per workbook: were it removed, two processes could lock two
    files of one name.

    Raises:
        WorkbookError: another zi-excel is at it.
    """
    digest = hashlib.sha256(os.fsencode(os.path.normcase(os.path.realpath(path)))).hexdigest()[:16]
    name = Path(tempfile.gettempdir(), f"zi-excel-{_user()}-{digest}.lock")
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        handle = os.open(name, flags, 0o600)
    except OSError as failure:
        raise WorkbookError(
            f"berkas kunci '{name}' tidak dapat dibuat ({reason_of(failure)}); periksa folder itu."
        ) from None
    try:
        if not hold(handle):
            raise WorkbookError(f"'{path}' sedang dikerjakan zi-excel lain; tunggu sampai selesai, lalu ulangi.")
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def hold(handle: int) -> bool:
        """Locks an open file until it is closed; False where somebody else has it."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _user() -> int:
        return 0  # each has a temporary folder of their own

else:
    import fcntl

    def hold(handle: int) -> bool:
        """Locks an open file until it is closed; False where somebody else has it."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a disk without locks: the look at the content before replacing must do
            return True
        return True

    def _user() -> int:
        return os.getuid()
