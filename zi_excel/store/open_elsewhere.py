"""Who has a workbook or document open in Excel, Word, LibreOffice or WPS: by the files that these leave beside it."""

from __future__ import annotations

import os
import stat
import struct
import sys
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from zi_excel.clock import JAKARTA
from zi_excel.errors import BusyError
from zi_excel.wording import ago, long_date

_PLAIN = getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
_BYTES = 4096
_ANSI_NAME = 55  # bytes of an Office owner file: a length, then the name in 54 bytes; the same follows in UTF-16
_STALE = timedelta(days=1)
"""A crash leaves the sign; a workbook that is really open for longer is rare, but there is no proof."""


def check_not_open(path: Path) -> None:
    """Makes sure that nobody has the workbook open. A sign that looks stale is named as such, never removed.

    Co-authoring through OneDrive or SharePoint leaves no such file; there only `replace`'s look at the content helps.

    Raises:
        BusyError: somebody has; says who, since when, and what to do where the sign is a stale one.
    """
    for book in dict.fromkeys([path, Path(os.path.realpath(path))]):  # a link is opened by its own name or the target's
        for program, sign, owner in (
            (*_office_sign(book), _office_owner),
            ("LibreOffice", book.parent / f".~lock.{book.name}#", _libreoffice_owner),
            ("WPS Office", book.parent / f".~{book.name}", _office_owner),
        ):
            if os.path.isfile(sign):
                raise BusyError(_sentence(path, program, sign, owner(sign)))
    if sys.platform == "win32":  # elsewhere an open file can be replaced, and its sign is all there is
        try:
            with path.open("r+b"):
                pass
        except PermissionError:
            raise BusyError(
                f"'{path}' sedang dipakai program lain, atau hanya boleh dibaca; tutup di sana, lalu ulangi."
            ) from None
        except OSError:  # missing, a folder: whoever reads it says so
            pass


def _office_sign(book: Path) -> tuple[str, Path]:
    """Which Office program opens it, and the file that it leaves beside it: Word cuts the beginning of long names."""
    if book.suffix.lower() != ".docx":
        return "Excel", book.parent / f"~${book.name}"
    return "Word", book.parent / f"~${book.name[max(0, min(2, len(book.stem) - 6)) :]}"


def why_busy(path: Path) -> str | None:
    """The sentence of `check_not_open` as data, for those who only say what would be done; None where nobody has it."""
    try:
        check_not_open(path)
    except BusyError as reason:
        return str(reason)
    return None


def _sentence(path: Path, program: str, sign: Path, owner: str) -> str:
    who = f" oleh {owner}" if owner else ""
    since, age = "", timedelta()
    with suppress(OSError):
        at = datetime.fromtimestamp(sign.stat().st_mtime, JAKARTA)
        age = datetime.now(UTC) - at
        since = f" sejak {ago(age)}, {long_date(at.date())} pukul {at:%H.%M} WIB"
    remove = f"hapus berkas sisa '{sign.name}' di folder '{sign.parent.resolve()}' (mungkin tersembunyi)"
    if age >= _STALE:
        return (
            f"'{path}' tercatat dibuka di {program}{who}{since}; tanda itu kemungkinan sisa: pastikan tidak ada yang "
            f"membukanya, {remove}, lalu ulangi."
        )
    return (
        f"'{path}' sedang dibuka di {program}{who}{since}; tutup di sana, lalu ulangi; bila ternyata tidak ada yang "
        f"membukanya, {remove}."
    )


def _office_owner(sign: Path) -> str:
    """The user's name in an Office owner file; "" where it can't be read."""
    content = _beginning(sign)
    if len(content) >= _ANSI_NAME + 2:
        (length,) = struct.unpack_from("<H", content, _ANSI_NAME)
        wide = content[_ANSI_NAME + 2 : _ANSI_NAME + 2 + 2 * length]
        if 0 < length < _ANSI_NAME and len(wide) == 2 * length:
            return _printable(wide.decode("utf-16-le", "ignore"))
    return _printable(content[1 : 1 + content[0]].decode("cp1252", "ignore")) if content else ""


def _libreoffice_owner(sign: Path) -> str:
    """Name and computer in LibreOffice's lock file (name, login, computer, day, profile); "" where it can't be read."""
    import csv  # for this sign alone, which hardly ever stands there

    line = _beginning(sign).decode("utf-8", "replace")
    parts = [_printable(part) for part in next(csv.reader([_visible(line)], escapechar="\\"), [])]
    name, login, computer, *_ = [*parts, "", "", ""]
    return (name or login) + (f" di komputer {computer}" if computer else "")


def _beginning(sign: Path) -> bytes:
    """What a sign begins with; nothing where it is a link: that may lead to what is nobody's business."""
    try:
        handle = os.open(sign, os.O_RDONLY | _PLAIN)
    except OSError:
        return b""
    with open(handle, "rb") as content:
        return content.read(_BYTES) if stat.S_ISREG(os.fstat(handle).st_mode) else b""


def _printable(text: str) -> str:
    return _visible(text).strip()[:100]


def _visible(text: str) -> str:
    return "".join(char for char in text if char.isprintable())
