"""What every run tidies: unfinished files of earlier runs, and backups beyond the number."""

from __future__ import annotations

import stat
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from zi_excel.clock import JAKARTA
from zi_excel.errors import WorkbookError
from zi_excel.store.backups import Backups
from zi_excel.store.drafts import holds, litter, opened, remove_litter, unseen
from zi_excel.store.fingerprints import content_of
from zi_excel.store.folders import Folder, held, place_of

_FUTURE = timedelta(days=1)


def clean(path: Path, *, backup_dir: Path, keep: int | None) -> tuple[str, ...]:
    """Removes unfinished files of earlier runs, and backups beyond the number.

    Every run does so, even one that has nothing to write. Only inside `lock`: nobody is still at work on what is
    unfinished then. (Where a disk has no lock for another user's run, that run finds its file gone, and refuses to go
    on.) What can't be removed stands in nobody's way.

    Args:
        path: the workbook.
        backup_dir: as for `replace`.
        keep: as for `replace`; None: no backup is removed.

    Returns:
        What a person should know, in sentences: what could not be removed, what was found, backups named in the future.
    """
    sentences: list[str] = []
    with suppress(OSError, WorkbookError), place_of(path) as (folder, name):
        backups = Backups.of(folder.path / name, backup_dir)
        unsaved = [left for left in litter(folder, name) if not _rescued(folder, left, name, backups, sentences.append)]
        stays = remove_litter(folder, name, but=unsaved)
        for place in dict.fromkeys((backups.folder, backups.folder.parent)):
            with suppress(OSError, WorkbookError), held(place) as there:
                stays += remove_litter(there, backups.key)
                if place == backups.folder:
                    if keep is not None:
                        backups.prune(there, keep)
                    sentences += _ahead(there, backups)
        sentences += [
            f"sisa penyegaran lama '{left}' tidak dapat dihapus; hapus sendiri, atau minta pemilik foldernya."
            for left in dict.fromkeys(stays)
        ]
    return tuple(sentences)


def _rescued(folder: Folder, left: str, name: str, backups: Backups, tell: Callable[[str], None]) -> bool:
    """Whether nothing is lost with what a killed run left.

    It may be somebody's save of the workbook, which came out of the exchange in that very moment: kept as a backup.
    """
    workbook = folder.path / name
    try:
        state = folder.state(left)
        if not unseen(left, state) or not stat.S_ISREG(state.st_mode):
            return True
        with opened(folder, left) as handle, backups.made(workbook, state) as place:
            content = content_of(handle)
            if not any(holds(place, entry.name, content) for entry in backups.entries(place)):
                backup, _ = backups.add(place, handle, datetime.now(JAKARTA), of=workbook)
                tell(
                    f"'{workbook}' disimpan orang lain tepat ketika sebuah penyegaran dimatikan; simpanan itu ada di "
                    f"cadangan '{backups.folder / backup}': bandingkan, lalu pulihkan bila perlu."
                )
    except (OSError, WorkbookError):
        return False
    return True


def _ahead(place: Folder, backups: Backups) -> list[str]:
    latest = (datetime.now(JAKARTA) + _FUTURE).strftime("%Y-%m-%d %H%M%S")
    ahead = [entry.name for entry in backups.entries(place) if entry.time > latest]
    if not ahead:
        return []
    sentence = (
        f"{len(ahead)} cadangan di '{place.path}' bernama waktu yang belum tiba, misalnya '{ahead[0]}': jam komputer "
        "pernah salah; urutannya tetap benar, dan yang lama akan terhapus seperti biasa."
    )
    return [sentence]
