"""Which workbooks are meant by the sources of a rekap: workbooks, folders, patterns, lists (contract, section 9).

What is never an office's workbook is passed over: backups, evidence, `~$...`; a report that the tool wrote is known by
whoever opens it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from zi_excel.errors import WorkbookError, reason_of
from zi_excel.opc.package.package import Package

ENDINGS = (".xlsx", ".xlsm")
_ALSO = (".xls", ".xlsb", ".ods")
"""Below a folder these are taken too: an office that sends one should be told, not be missing from the figures."""
_LIST_ENDINGS = (".csv", ".xlsx")
_MAGIC = re.compile(r"[*?]")
_BACKUP = re.compile(r".+ \d{4}-\d\d-\d\d \d{6}(?: \(\d+\))?\.[^.]+")


class Source(NamedTuple):
    """A workbook to be read.

    path: absolute, for whichever process reads it. berkas: the same as it was asked for. nama, wilayah: what the source
    says of it; None: nothing. named: whether it was asked for by itself; else it lay in a folder or matched a pattern.
    """

    path: str
    berkas: str
    nama: str | None = None
    wilayah: str | None = None
    named: bool = True


class ListRow(NamedTuple):
    """A row of a list: the workbook, from the list's folder; the office and its wilayah, "" where not said."""

    berkas: str
    kantor: str = ""
    wilayah: str = ""


class Missed(NamedTuple):
    """A source, or a folder in one, that can't be looked at or means no workbook. sebab: one Indonesian sentence."""

    asked: str
    sebab: str


class Found(NamedTuple):
    """The workbooks, each once, and the sources without any."""

    sources: tuple[Source, ...]
    missed: tuple[Missed, ...]


def find_sources(
    asked: Sequence[Path | str],
    *,
    apart: Callable[[Path], Sequence[str]],
    read_list: Callable[[Path], Sequence[ListRow] | None],
    own: Collection[Path] = (),
) -> Found:
    """Looks for the workbooks.

    Args:
        asked: workbooks, folders, patterns (`*`, `?`, `**`), lists.
        apart: of a folder, the folders of the backups and of the evidence of workbooks in it, from that folder.
        read_list: the rows of a list; None where the file is none.
        own: files that the rekap itself writes.

    Raises:
        WorkbookError: a list can't be used.
    """
    ours = {key_of(path) for path in own}
    sources: dict[str, Source] = {}
    missed: list[Missed] = []
    for source in asked:
        found = [
            each
            for each in _sources(str(source), apart, read_list, missed)
            if not os.path.basename(each.path).startswith("~$") and key_of(each.path) not in ours  # noqa: PTH119
        ]
        for each in found:
            sources.setdefault(key_of(each.path), each)
        if not found and not any(each.asked == str(source) for each in missed):
            missed.append(Missed(str(source), f"'{source}' tidak memuat buku kerja; periksa nama dan foldernya."))
    return Found(tuple(sources.values()), tuple(missed))


def _sources(
    asked: str,
    apart: Callable[[Path], Sequence[str]],
    read_list: Callable[[Path], Sequence[ListRow] | None],
    missed: list[Missed],
) -> Iterator[Source]:
    """What one source means."""
    if os.path.isdir(asked):  # noqa: PTH112  (False also where it can't be looked at)
        yield from _below(asked, apart, missed)
    elif _MAGIC.search(asked) and not os.path.lexists(asked):
        try:
            yield from _matching(asked, apart)
        except OSError as failure:
            missed.append(Missed(asked, f"'{asked}' tidak dapat dilihat ({reason_of(failure)})."))
    elif not os.path.lexists(asked):
        missed.append(Missed(asked, f"'{asked}' tidak ditemukan; periksa nama dan foldernya."))
    elif (rows := _rows(Path(asked), read_list)) is not None:
        folder = os.path.dirname(asked)  # noqa: PTH120  (as it was asked for)
        for row in rows:
            path = os.path.join(folder, row.berkas)  # noqa: PTH118
            yield _source(path, nama=row.kantor or None, wilayah=row.wilayah or None)
    else:
        yield _source(asked)


def _source(berkas: str, *, nama: str | None = None, wilayah: str | None = None, named: bool = True) -> Source:
    return Source(os.path.abspath(berkas), berkas, nama, wilayah, named)  # noqa: PTH100  (a link stands where it was put)


# --- folders and patterns


def _below(root: str, apart: Callable[[Path], Sequence[str]], missed: list[Missed]) -> Iterator[Source]:
    def unseen(failure: OSError) -> None:
        folder = str(failure.filename or root)
        missed.append(Missed(folder, f"Folder '{folder}' tidak dapat dibaca ({reason_of(failure)}); periksa izinnya."))

    places = _Apart(apart)
    files: list[str] = []
    for folder, folders, names in os.walk(root, onerror=unseen):
        places.add(folder)
        folders[:] = sorted(each for each in folders if not each.startswith(".") and not places.is_place(folder, each))
        files += [
            os.path.join(folder, name)  # noqa: PTH118  (a hundred thousand of them)
            for name in sorted(names)
            if name.casefold().endswith(ENDINGS + _ALSO) and not name.startswith(("~$", "."))
        ]
    for path in files:
        if not places.holds(path):
            yield _source(path, wilayah=_first_folder(path, root), named=False)


def _matching(pattern: str, apart: Callable[[Path], Sequence[str]]) -> Iterator[Source]:
    places, base = _Apart(apart), _fixed(pattern)
    paths = [str(path) for path in matches(Path(), pattern)]
    for folder in {above for path in paths for above in _folders(path, base)}:
        places.add(folder)
    for path in paths:
        below = Path(os.path.relpath(path, base or ".")).parts
        if not any(part.startswith(("~$", ".")) for part in below) and not places.holds(path):
            yield _source(path, wilayah=_first_folder(path, base), named=False)


def _folders(path: str, base: str) -> Iterator[str]:
    """The folders of a file, from its own up to the one that the pattern starts at."""
    for folder in Path(path).parents:
        yield str(folder)
        if str(folder) == (base or "."):
            return


def matches(base: Path, pattern: str) -> Iterator[Path]:
    """The workbooks of a pattern, sorted. `**` does not enter folders that are links.

    On Windows a drive or share that isn't there must not be left to `glob`, which takes no absolute paths.

    Args:
        base: the folder that a relative pattern starts at.
        pattern: `*`, `?`, `[ab]`, `**`; a file whose very name it is is taken literally, whatever it is.

    Raises:
        OSError: a folder can't be looked into.
    """
    path = Path(pattern)
    place, parts = base / path.anchor, [*path.parts[bool(path.anchor) :]]
    while parts and not _MAGIC.search(parts[0]) and os.path.lexists(place / parts[0]):
        place /= parts.pop(0)
    if not parts:
        yield place
        return
    for match in sorted(place.glob("/".join(parts))):
        if match.suffix.casefold() in ENDINGS and os.path.isfile(match):  # noqa: PTH113  (no errors: the others count)
            yield match


def _fixed(pattern: str) -> str:
    """The folder that a pattern starts at, before its first sign."""
    parts = []
    for part in Path(pattern).parts[:-1]:
        if _MAGIC.search(part):
            break
        parts.append(part)
    return str(Path(*parts)) if parts else ""


def _first_folder(path: str, root: str) -> str | None:
    """The folder below a source in which a file lies, however deep; None: it lies in the source itself."""
    parts = Path(os.path.relpath(path, root or ".")).parts
    return parts[0] if len(parts) > 1 else None


class _Apart:
    """Folders that hold no office's workbook: backups and evidence.

    A folder of backups may be the very folder of the workbooks, or one above it: there only a file named as a backup is
    one.
    """

    def __init__(self, apart: Callable[[Path], Sequence[str]]) -> None:
        self._apart = apart
        self._places: set[str] = set()
        self._shared: set[str] = set()
        self._inside: dict[str, bool] = {}

    def add(self, folder: str) -> None:
        """Notes what belongs to the workbooks of a folder, and of the one above a folder that was asked for."""
        real = os.path.realpath(folder)
        for place in self._apart(Path(folder)):
            target = os.path.realpath(os.path.join(folder, place))  # noqa: PTH118
            shared = real == target or real.startswith(os.path.join(target, ""))  # noqa: PTH118
            (self._shared if shared else self._places).add(target)

    def is_place(self, folder: str, name: str) -> bool:
        """Whether a folder in another is one that holds no office's workbook."""
        return os.path.realpath(os.path.join(folder, name)) in self._places  # noqa: PTH118

    def holds(self, path: str) -> bool:
        """Whether a file is a backup or lies among evidence."""
        folder = os.path.realpath(os.path.dirname(path))  # noqa: PTH120
        if folder not in self._inside:
            self._inside[folder] = any(str(each) in self._places for each in (Path(folder), *Path(folder).parents))
        if self._inside[folder]:
            return True
        return folder in self._shared and is_backup_name(os.path.basename(path))  # noqa: PTH119


def is_backup_name(name: str) -> bool:
    """Whether a file is named as the tool names backups: `rencana aksi 2025-11-20 093015.xlsx`."""
    return _BACKUP.fullmatch(name) is not None


def key_of(path: Path | str) -> str:
    """The same for all names of a file, also of one that is not there yet."""
    return os.path.normcase(os.path.realpath(path))


# --- lists


def _rows(path: Path, read_list: Callable[[Path], Sequence[ListRow] | None]) -> Sequence[ListRow] | None:
    """The rows of a list; None where the file is none."""
    ending = path.suffix.casefold()
    if ending not in _LIST_ENDINGS or (ending != ".csv" and not _may_be_list(path)):
        return None
    return read_list(path)


_TITLES = re.compile(rb">\s*(?:berkas|wilayah)\s*<", re.IGNORECASE)
"""A cell that titles a column of a list. Without one a workbook need not be read to know that it is none."""


def _may_be_list(path: Path) -> bool:
    """Whether such a cell is in a workbook; False where it can't be used, which its reader will say."""
    try:
        with Package.open(path) as package:
            parts = [package.find(name) for name in ("/xl/sharedStrings.xml", "/xl/worksheets/sheet1.xml")]
            return any(_TITLES.search(package.read(part)) for part in parts if part is not None)
    except WorkbookError:
        return False
