"""Which workbooks the patterns of the settings mean now; what is never meant, and what matches nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from zi_excel.errors import reason_of

_ENDINGS = (".xlsx", ".xlsm")
_BACKUP = re.compile(r".+ \d{4}-\d\d-\d\d \d{6}(?: \(\d+\))?\.[^.]+")
_MAGIC = re.compile(r"[*?]")


class Missed(NamedTuple):
    """A pattern that means no workbook now. reason: half a sentence."""

    pattern: str
    reason: str


class Found(NamedTuple):
    """The workbooks, each once, in the order of the patterns; what was passed over, and why; patterns without any."""

    books: tuple[Path, ...]
    passed_over: tuple[tuple[Path, str], ...]
    missed: tuple[Missed, ...]


def find_books(
    patterns: Sequence[str],
    base: Path,
    *,
    backup_folder: Callable[[Path], Path],
    own: Collection[Path],
) -> Found:
    """Looks for the workbooks.

    Args:
        patterns: paths or patterns (`*`, `?`, `[ab]`, `**`); what is there under that very name is meant literally.
        base: the folder from which relative ones are meant.
        backup_folder: of a folder, where the backups of workbooks in it go (a relative one: from that folder).
        own: files that the run itself writes.
    """
    placed = cache(lambda folder: Path(os.path.realpath(folder / backup_folder(folder))))
    ours = {os.path.realpath(path) for path in own}
    books: dict[str, Path] = {}
    passed_over: dict[Path, str] = {}
    missed: list[Missed] = []
    for pattern in patterns:
        some = False
        reason = "tidak ada berkas buku kerja yang cocok"
        try:
            for path in _matches(base, pattern):
                if (why := _never(path, placed, ours)) is None:
                    books.setdefault(os.path.normcase(os.path.realpath(path)), path)
                    some = True
                else:
                    passed_over[path] = why
                    reason = f"yang cocok bukan buku kerja untuk disegarkan: '{path.name}' ({why})"
        except OSError as failure:
            reason = f"tidak dapat dilihat ({reason_of(failure)})"
        if not some:
            missed.append(Missed(pattern, reason))
    return Found(tuple(books.values()), tuple(passed_over.items()), tuple(missed))


def _matches(base: Path, pattern: str) -> Iterator[Path]:
    """The files of a pattern. Folders that are links are not gone into by `**`."""
    place, (*parts,) = base, Path(pattern).parts
    while parts and not _MAGIC.search(parts[0]) and os.path.lexists(place / parts[0]):
        place /= parts.pop(0)
    if not parts:
        yield place
        return
    for path in sorted(place.glob("/".join(parts))):
        if path.suffix.casefold() in _ENDINGS and path.is_file():
            yield path


def _never(path: Path, placed: Callable[[Path], Path], ours: Collection[str]) -> str | None:
    """Why a file is never refreshed; None where it may be."""
    if path.name.startswith(("~$", ".")):
        return "tanda bahwa berkas lain sedang dibuka, atau berkas tersembunyi"
    real = Path(os.path.realpath(path))
    if str(real) in ours:
        return "ditulis oleh penyegaran sendiri"
    for folder in real.parents:
        backups = placed(folder)
        if backups == folder:
            if real.parent == folder and _BACKUP.fullmatch(path.name):
                return "cadangan"
        elif real.is_relative_to(backups):
            return "di folder cadangan"
    return None
