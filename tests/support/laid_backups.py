"""Backups of a workbook as refreshes leave them, each of other content."""

import io
import shutil
import zipfile
from pathlib import Path

TIMES = ("2025-11-06 060000", "2025-11-13 060000", "2025-11-20 060000", "2025-11-20 093015")


def differing(content: bytes, note: str) -> bytes:
    """The same workbook with a part more."""
    package = io.BytesIO(content)
    with zipfile.ZipFile(package, "a") as added:
        added.writestr("docProps/catatan.txt", note)
    return package.getvalue()


def lay(book: Path, held: dict[str, bytes]) -> None:
    """These backups, and no others."""
    shutil.rmtree(book.parent / "cadangan", ignore_errors=True)
    (book.parent / "cadangan").mkdir()
    for time, content in held.items():
        backup_of(book, time).write_bytes(content)


def backup_of(book: Path, time: str) -> Path:
    return book.parent / "cadangan" / f"{book.stem} {time}.xlsx"
