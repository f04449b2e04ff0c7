"""Looks into the folder of evidence, never beyond it: no link is followed that leads out, no address opened."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType

from zi_excel.clock import JAKARTA
from zi_excel.folder_bukti.folder import EvidenceFile, FolderBukti, KodeFolder, LinkState
from zi_excel.folder_bukti.inside import Inside, OutsideError, Parts, UnreadableError, joined
from zi_excel.folder_bukti.links import Target, targets_of

MOST_FILES = 200
"""Files of one kode that are listed."""
_DEEP = 4
"""How many levels of folders below a kode's are listed."""


def look_into(
    folder: Path, links: Mapping[str, Sequence[str]], workbook: Path, *, also: Mapping[str, str] | None = None
) -> FolderBukti:
    """What the links lead to, and what lies in the folder of each kode.

    Args:
        folder: the folder of evidence.
        links: per kode the links of its TAUTAN BUKTI; every kode of the plan.
        workbook: the workbook: a relative link means a file in the kode's folder, in the folder of evidence, or
            beside the workbook, if that lies in it.
        also: another name that a kode's folder may have, by the kode: its number in the LKE.

    Raises:
        UsageError: there is no such folder, or it can't be read.
    """
    look = _Look(folder, workbook)
    folders = look.kode_folders(links, also or {})
    listed = {kode: look.listed(parts) for kode, parts in folders.items()}
    states = {
        (kode, link): state
        for kode, own_links in links.items()
        for link in own_links
        if (state := look.state(link, folders.get(kode))) is not None
    }
    return FolderBukti(str(folder), MappingProxyType(states), MappingProxyType(listed))


class _Look:
    """One look into the folder, which lists each name in it at most once."""

    def __init__(self, folder: Path, workbook: Path) -> None:
        self._inside = Inside(folder)
        self._workbook_folder = os.path.realpath(workbook.parent)

    def state(self, link: str, kode_folder: Parts | None) -> LinkState | None:
        """What becomes of a link; None where it means no file."""
        targets = targets_of(link)
        if not targets:
            return None
        states = {LinkState.TIDAK_ADA}
        for target in targets:
            paths = list(self._paths(target, kode_folder))
            if all(path is None for path in paths):
                states.add(LinkState.DI_LUAR)
            for path in paths:
                if path is not None and (state := self._state(path)) is not LinkState.TIDAK_ADA:
                    states.add(state)
                if LinkState.ADA in states:
                    return LinkState.ADA
        return next(
            state for state in (LinkState.TIDAK_TERBACA, LinkState.DI_LUAR, LinkState.TIDAK_ADA) if state in states
        )

    def kode_folders(self, kodes: Iterable[str], also: Mapping[str, str]) -> dict[str, Parts]:
        """The folder of each kode that has one: in the folder itself, or in those of its komponen and subkomponen.

        also: another name of that folder, by the kode, in the folder itself.
        """
        folders: dict[str, Parts] = {}
        for kode in kodes:
            pieces = kode.split(".")
            above = [".".join(pieces[:count]) for count in range(1, len(pieces))]
            for way in ((kode,), (*above[:1], kode), (*above, kode), *([(also[kode],)] if kode in also else [])):
                try:
                    parts = self._inside.resolved(way)
                except (OutsideError, UnreadableError):
                    continue
                if parts is not None and self._inside.is_folder(parts):
                    folders[kode] = parts
                    break
        return folders

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
        files.sort(key=lambda file: (-file.day.toordinal(), file.name))
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

    def _state(self, parts: Parts) -> LinkState:
        try:
            return LinkState.TIDAK_ADA if self._inside.resolved(parts) is None else LinkState.ADA
        except OutsideError:
            return LinkState.DI_LUAR
        except UnreadableError:
            return LinkState.TIDAK_TERBACA


def _plain(name: str) -> str:
    """A name that can be shown and stored: what no encoding can hold becomes a question mark."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _is_litter(name: str) -> bool:
    """Whether Office, Windows or macOS left it behind: that is no evidence."""
    return name.startswith(("~$", ".")) or name.lower() in {"thumbs.db", "desktop.ini"}


def _day(seconds: float) -> date:
    try:
        return datetime.fromtimestamp(seconds, JAKARTA).date()
    except (OSError, OverflowError, ValueError):
        return date(1970, 1, 1)
