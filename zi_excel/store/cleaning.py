"""What every run tidies: unfinished files of earlier runs, and backups beyond the number."""

from __future__ import annotations

import stat
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from zi_excel.clock import JAKARTA
from zi_excel.errors import WorkbookError
from zi_excel.store.backups import Backups, Entry
from zi_excel.store.drafts import holds, litter, opened, remove_all, unseen
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
        left = litter(folder, name)
        lost = [each for each in left if not _rescued(folder, each, name, backups, sentences.append)]
        stays = [folder.path / each for each in lost] + remove_all(folder, [each for each in left if each not in lost])
        with suppress(OSError, WorkbookError), held(backups.folder) as place:
            stays += remove_all(place, litter(place, backups.key))
            entries = backups.entries(place)
            if keep is not None:
                backups.prune(place, entries, keep)
            sentences += _ahead(place, entries)
        if (backups.folder.parent, backups.key) != (folder.path, name):  # where a folder for backups is begun
            with suppress(OSError, WorkbookError), held(backups.folder.parent) as above:
                stays += remove_all(above, litter(above, backups.key))
        sentences += [
            f"sisa penyegaran lama '{each}' tidak dapat dihapus; hapus sendiri, atau minta pemilik foldernya."
            for each in dict.fromkeys(stays)
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


def _ahead(place: Folder, entries: Sequence[Entry]) -> list[str]:
    latest = (datetime.now(JAKARTA) + _FUTURE).strftime("%Y-%m-%d %H%M%S")
    ahead = [entry.name for entry in entries if entry.time > latest]
    if not ahead:
        return []
    sentence = (
        f"{len(ahead)} cadangan di '{place.path}' bernama waktu yang belum tiba, misalnya '{ahead[0]}': jam komputer "
        "pernah salah; urutannya tetap benar, dan yang lama akan terhapus seperti biasa."
    )
    return [sentence]
