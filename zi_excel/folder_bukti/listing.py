"""Looks into the folder of evidence, never beyond it: no link is followed that leads out, no address opened."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType

from zi_excel.clock import JAKARTA
from zi_excel.folder_bukti.folder import EvidenceFile, FolderBukti, KodeFolder, Standing
from zi_excel.folder_bukti.inside import Inside, OutsideError, Parts, UnreadableError, joined
from zi_excel.folder_bukti.links import Target, targets_of

MOST_FILES = 200
"""Files of one kode that are told of."""
_DEEP = 4
"""Folders below that of a kode which are listed."""


def look_into(folder: Path, links: Mapping[str, Sequence[str]], workbook: Path) -> FolderBukti:
    """What the links lead to, and what lies in the folder of each kode.

    Args:
        folder: the folder of evidence.
        links: per kode the links of its TAUTAN BUKTI; every kode of the plan.
        workbook: the workbook: a relative link means a file in the kode's folder, in the folder of evidence, or
            beside the workbook, if that lies in it.

    Raises:
        UsageError: there is no such folder, or it can't be read.
    """
    looker = _Looker(folder, workbook)
    folders = looker.kode_folders(links)
    listed = {kode: looker.listed(parts) for kode, parts in folders.items()}
    found = {
        (kode, link): standing
        for kode, those in links.items()
        for link in those
        if (standing := looker.standing(link, folders.get(kode))) is not None
    }
    return FolderBukti(str(folder), MappingProxyType(found), MappingProxyType(listed))


class _Looker:
    """One look."""

    def __init__(self, folder: Path, workbook: Path) -> None:
        self._inside = Inside(folder)
        self._workbook_folder = os.path.realpath(workbook.parent)

    def standing(self, link: str, kode_folder: Parts | None) -> Standing | None:
        """How a link stands; None where it is no file."""
        targets = targets_of(link)
        if not targets:
            return None
        found = {Standing.TIDAK_ADA}
        for target in targets:
            paths = list(self._paths(target, kode_folder))
            if all(path is None for path in paths):
                found.add(Standing.DI_LUAR)
            for path in paths:
                if path is not None and (each := self._standing(path)) is not Standing.TIDAK_ADA:
                    found.add(each)
                if Standing.ADA in found:
                    return Standing.ADA
        return next(each for each in (Standing.TIDAK_TERBACA, Standing.DI_LUAR, Standing.TIDAK_ADA) if each in found)

    def kode_folders(self, kodes: Iterable[str]) -> dict[str, Parts]:
        """The folder of each kode that has one: in the folder itself, or in those of its komponen and subkomponen."""
        found: dict[str, Parts] = {}
        for kode in kodes:
            pieces = kode.split(".")
            above = [".".join(pieces[:count]) for count in range(1, len(pieces))]
            for way in ((kode,), (*above[:1], kode), (*above, kode)):
                try:
                    parts = self._inside.resolved(way)
                except (OutsideError, UnreadableError):
                    continue
                if parts is not None and self._inside.is_folder(parts):
                    found[kode] = parts
                    break
        return found

    def listed(self, parts: Parts) -> KodeFolder:
        """What lies in a folder, and in the folders in it; symbolic links are left out."""
        files: list[EvidenceFile] = []
        readable, more = True, False
        waiting: list[tuple[Parts, str]] = [(parts, "")]
        while waiting:
            where, before = waiting.pop()
            try:
                with os.scandir(self._inside.path(where)) as entries:
                    for entry in entries:
                        self._inside.left -= 1
                        if self._inside.left < 0 or len(files) >= MOST_FILES * 5:
                            more = True
                            break
                        if entry.is_dir(follow_symlinks=False):
                            is_link = self._inside.leads((*where, entry.name)) is not None  # a junction
                            if before.count("/") < _DEEP and not is_link:
                                waiting.append(((*where, entry.name), f"{before}{entry.name}/"))
                        elif entry.is_file(follow_symlinks=False) and not _is_litter(entry.name):
                            day = _day(entry.stat(follow_symlinks=False).st_mtime)
                            files.append(EvidenceFile(_plain(before + entry.name), day))
            except OSError:
                readable = False
        files.sort(key=lambda each: (-each.day.toordinal(), each.name))
        more = more or len(files) > MOST_FILES
        return KodeFolder(_plain("/".join(parts)), tuple(files[:MOST_FILES]), more, readable)

    def _paths(self, target: Target, kode_folder: Parts | None) -> Iterator[Parts | None]:
        """The places in the folder that a target may mean; None for one outside."""
        if target.root:
            yield self._inside.parts_of(f"{target.root.rstrip('/')}/{'/'.join(target.parts)}")
            return
        yield self._inside.parts_of(f"{self._workbook_folder}/{'/'.join(target.parts)}")  # as Excel takes it
        for base in ((), kode_folder if ".." not in target.parts else None):
            if base is not None:
                yield joined(base, target.parts)

    def _standing(self, parts: Parts) -> Standing:
        try:
            return Standing.TIDAK_ADA if self._inside.resolved(parts) is None else Standing.ADA
        except OutsideError:
            return Standing.DI_LUAR
        except UnreadableError:
            return Standing.TIDAK_TERBACA


def _plain(name: str) -> str:
    """A name that can be shown and stored: what no encoding has becomes a question mark."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _is_litter(name: str) -> bool:
    """What Office, Windows and macOS leave behind is no evidence."""
    return name.startswith(("~$", ".")) or name.lower() in {"thumbs.db", "desktop.ini"}


def _day(seconds: float) -> date:
    try:
        return datetime.fromtimestamp(seconds, JAKARTA).date()
    except (OSError, OverflowError, ValueError):
        return date(1970, 1, 1)
