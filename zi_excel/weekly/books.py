"""Which workbooks the patterns of the settings mean now, what is never one of them, and which patterns have none."""

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
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


class Matches(NamedTuple):
    """The workbooks, each once, in the order of the patterns; what was passed over, and why; patterns without any."""

    books: tuple[Path, ...]
    passed_over: tuple[tuple[Path, str], ...]
    missed: tuple[Missed, ...]


def find_books(
    patterns: Sequence[str],
    base: Path,
    *,
    backup_folder: Callable[[Path], Path],
    is_report: Callable[[Path], bool],
    own: Collection[Path],
) -> Matches:
    """Looks for the workbooks.

    Args:
        patterns: paths or patterns (`*`, `?`, `[ab]`, `**`); a file whose very name is the pattern is taken literally.
        base: the folder that relative ones start at.
        backup_folder: of a folder, where the backups of workbooks in it go (a relative one: from that folder).
        is_report: whether a file is a report that the tool wrote; asked only of what else would be taken.
        own: files that the run itself writes.
    """
    ours = {key_of(path) for path in own}
    matches: dict[str, tuple[Path, ...] | str] = {}
    for pattern in patterns:
        try:
            matches[pattern] = tuple(_matches(base, pattern))
        except OSError as failure:
            matches[pattern] = f"tidak dapat dilihat ({reason_of(failure)})"
    matched = [path for paths in matches.values() if not isinstance(paths, str) for path in paths]
    places = _backup_places(matched, backup_folder)
    books: dict[str, Path] = {}
    passed_over: dict[Path, str] = {}
    missed: list[Missed] = []
    for pattern, paths in matches.items():
        if isinstance(paths, str):
            missed.append(Missed(pattern, paths))
            continue
        never = {path: why for path in paths if (why := _never(path, places, ours)) is not None}
        never |= {path: "laporan buatan zi-excel" for path in paths if path not in never and is_report(path)}
        passed_over |= never
        refreshed = [path for path in paths if path not in never]
        for path in refreshed:
            books.setdefault(key_of(path), path)
        if not refreshed:
            missed.append(Missed(pattern, _nothing(never)))
    return Matches(tuple(books.values()), tuple(passed_over.items()), tuple(missed))


def _nothing(never: Mapping[Path, str]) -> str:
    for path, why in never.items():
        return f"yang cocok bukan buku kerja untuk disegarkan: '{path.name}' ({why})"
    return "tidak ada berkas buku kerja yang cocok"


def _matches(base: Path, pattern: str) -> Iterator[Path]:
    """The files of a pattern. `**` does not enter folders that are links.

    On Windows a drive or share that isn't there must not be left to `glob`, which takes no absolute paths.
    """
    path = Path(pattern)
    place, parts = base / path.anchor, [*path.parts[bool(path.anchor) :]]
    while parts and not _MAGIC.search(parts[0]) and os.path.lexists(place / parts[0]):
        place /= parts.pop(0)
    if not parts:
        yield place
        return
    for match in sorted(place.glob("/".join(parts))):
        if match.suffix.casefold() in _ENDINGS and os.path.isfile(match):  # noqa: PTH113  (no errors: the others count)
            yield match


class _BackupPlace(NamedTuple):
    """A folder of backups. shared: workbooks lie in it or below it too, so only a file named as a backup is one."""

    folder: Path
    shared: bool


def _backup_places(paths: Iterable[Path], backup_folder: Callable[[Path], Path]) -> AbstractSet[_BackupPlace]:
    """Where workbooks in the folders of these files, and in those above, have their backups."""
    folders = {folder for path in paths for folder in _real(path).parents}
    places = {folder: _real(folder / backup_folder(folder)) for folder in folders}
    return {_BackupPlace(place, folder.is_relative_to(place)) for folder, place in places.items()}


def _never(path: Path, places: AbstractSet[_BackupPlace], ours: Collection[str]) -> str | None:
    """Why a file is never refreshed; None where it may be."""
    if path.name.startswith(("~$", ".")):
        return "tanda bahwa berkas lain sedang dibuka, atau berkas tersembunyi"
    if key_of(path) in ours:
        return "ditulis oleh penyegaran sendiri"
    real = _real(path)
    for place in places:
        if not place.shared and real.is_relative_to(place.folder):
            return "di folder cadangan"
        if place.shared and real.parent == place.folder and _BACKUP.fullmatch(path.name):
            return "cadangan"
    return None


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def key_of(path: Path) -> str:
    """The same for all names of a file, also of one that is not there yet."""
    return os.path.normcase(os.path.realpath(path))
